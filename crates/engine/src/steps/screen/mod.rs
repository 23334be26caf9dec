//! Screen: leaves out units of which too little is known.
//!
//! A unit is left out of a period when the share of its indicators that have a figure is below
//! `available`, or the share of its figures that are not zero is below `non_zero`. Both thresholds are
//! inclusive: a unit that just reaches them stays. Only the indicators of the framework count.
//!
//! - share available = figures ÷ indicators
//! - share not zero = figures other than 0 ÷ figures (0 when there is no figure)
//!
//! Source: COINr's `Screen` (`byNA`, `byzeros`, `byNAandzeros`, `Force`).
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `available` | the share of indicators that must have a figure | not asked for |
//! | `non_zero` | the share of figures that must not be 0 | not asked for |
//! | `keep` | units that stay whatever is known of them | none |
//! | `leave_out` | units that are left out whatever is known of them | none |
//!
//! In a panel every period is screened by itself. A unit that is left out has no figures after this
//! step in that period: it counts in no minimum, mean or rank, nothing is imputed for it, and it has no
//! score at any node. [`Missing::Screened`] says why, and
//! [`Index::screenings`](crate::Index::screenings) lists what was found of every unit.
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     ["A", "B"].map(Unit::new).to_vec(),
//!     ["RD", "PATENT"].map(Indicator::new).to_vec(),
//! )?;
//! for (unit, indicator, value) in [(0, 0, 1.0), (0, 1, 4.0), (1, 0, 3.0)] {
//!     frame.set(0, unit, indicator, value)?;
//! }
//! let framework = Framework::new(vec![
//!     Node::root("index"),
//!     Node::leaf("RD", "index", 1.0),
//!     Node::leaf("PATENT", "index", 1.0),
//! ])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "screen"
//!     available = 0.75
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! assert_eq!(index.score(0, 0, 0), Some(2.5));
//! assert_eq!(index.score(0, 0, 1), None); // B has one figure of two
//! assert!(index.missing(0, 0, 1).unwrap().to_string().contains("left out by step screen"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Run, Setting};
use crate::column::Column;
use crate::dataset::{Account, ChangeKind, Origin, Parameter};
use crate::error::ComputeError;
use crate::method::{MethodError, ParameterFault};
use crate::missing::Missing;
use crate::numbers::count;
use crate::suggest::nearest;
use crate::work::Work;
use crate::workers::Workers;

/// Leaves out units of which too little is known; see the [module](self).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Screen {
    /// The share of indicators that must have a figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub available: Option<f64>,
    /// The share of figures that must not be 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub non_zero: Option<f64>,
    /// Units that stay whatever is known of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keep: Vec<String>,
    /// Units that are left out whatever is known of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub leave_out: Vec<String>,
}

/// What a screening found of one unit in one period.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Screening {
    /// The step that screened.
    pub step: String,
    /// Position of the period.
    pub period: usize,
    /// Position of the unit.
    pub unit: usize,
    /// Number of indicators without a figure.
    pub missing: usize,
    /// Number of figures that are 0.
    pub zeros: usize,
    /// Share of the indicators that have a figure.
    pub available: f64,
    /// Share of the figures that are not 0; 0 when there is no figure.
    pub non_zero: f64,
    /// Why it is left out; none when it stays.
    pub left_out: Option<ScreenCause>,
}

/// Why a unit is left out. `Display` says what to do about it.
#[derive(Debug, Clone, PartialEq, Serialize, thiserror::Error)]
#[serde(tag = "cause", rename_all = "snake_case")]
#[non_exhaustive]
pub enum ScreenCause {
    /// Too few of its indicators have a figure.
    #[error(
        "only {available:.3} of its indicators have a figure and the method asks for {threshold}: report the missing figures, or lower `available`"
    )]
    FewAvailable {
        /// Share of the indicators that have a figure.
        available: f64,
        /// The share the method asks for.
        threshold: f64,
    },
    /// Too many of its figures are 0.
    #[error(
        "only {non_zero:.3} of its figures are not 0 and the method asks for {threshold}: check the zeros, or lower `non_zero`"
    )]
    ManyZeros {
        /// Share of the figures that are not 0.
        non_zero: f64,
        /// The share the method asks for.
        threshold: f64,
    },
    /// The method names it.
    #[error("the method names it under leave_out: take it off that list to score it")]
    Named,
}

impl Screen {
    fn judge(&self, code: &str, available: f64, non_zero: f64) -> Option<ScreenCause> {
        if self.leave_out.iter().any(|it| it == code) {
            return Some(ScreenCause::Named);
        }
        if self.keep.iter().any(|it| it == code) {
            return None;
        }
        let few = self
            .available
            .filter(|threshold| available < *threshold)
            .map(|threshold| ScreenCause::FewAvailable {
                available,
                threshold,
            });
        let zeros = self.non_zero.filter(|threshold| non_zero < *threshold);
        few.or(zeros.map(|threshold| ScreenCause::ManyZeros {
            non_zero,
            threshold,
        }))
    }

    /// What is found of every unit that is still there.
    fn look(&self, work: &Work<'_>, label: &str) -> Vec<Screening> {
        let columns: Vec<Arc<Column>> = work
            .used()
            .into_iter()
            .filter_map(|position| work.columns.get(position).cloned())
            .collect();
        let mut found = Vec::new();
        for period in 0..work.frame.periods().len() {
            for (unit, of) in work.frame.units().iter().enumerate() {
                if work.is_screened(period, unit) {
                    continue;
                }
                let figures = columns.iter().filter_map(|it| it.get(period, unit));
                let (mut present, mut zeros) = (0, 0);
                for figure in figures {
                    present += 1;
                    zeros += usize::from(figure == 0.0);
                }
                let available = count(present) / count(columns.len());
                let non_zero = match present {
                    0 => 0.0,
                    present => count(present - zeros) / count(present),
                };
                found.push(Screening {
                    step: label.to_owned(),
                    period,
                    unit,
                    missing: columns.len() - present,
                    zeros,
                    available,
                    non_zero,
                    left_out: self.judge(&of.code, available, non_zero),
                });
            }
        }
        found
    }
}

impl Run for Screen {
    fn check(&self, setting: &Setting<'_>, label: &str, faults: &mut Vec<MethodError>) {
        let step = label.to_owned();
        if self.available.is_none() && self.non_zero.is_none() && self.leave_out.is_empty() {
            faults.push(MethodError::NothingToScreen { step: step.clone() });
        }
        let shares = [("available", self.available), ("non_zero", self.non_zero)];
        for (name, share) in shares {
            let fault = share.and_then(|value| ParameterFault::unless_share(name, value));
            faults.extend(fault.map(|fault| MethodError::Parameter {
                step: step.clone(),
                rule: "screen",
                indicator: None,
                fault,
            }));
        }
        let known = || setting.frame.units().iter().map(|it| it.code.as_str());
        for unit in self.keep.iter().chain(&self.leave_out) {
            if known().all(|it| it != unit) {
                faults.push(MethodError::UnknownUnit {
                    step: step.clone(),
                    unit: unit.clone(),
                    nearest: nearest(unit, known()),
                });
            }
        }
        let both = self.keep.iter().filter(|it| self.leave_out.contains(it));
        faults.extend(both.map(|unit| MethodError::KeptAndLeftOut {
            step: step.clone(),
            unit: unit.clone(),
        }));
    }

    fn run(
        &self,
        work: &mut Work<'_>,
        label: &str,
        _workers: &Workers,
    ) -> Result<(), ComputeError> {
        let found = self.look(work, label);
        let out: Vec<&Screening> = found.iter().filter(|it| it.left_out.is_some()).collect();
        let cells: Vec<(usize, usize)> = out.iter().map(|it| (it.period, it.unit)).collect();
        let account = LeftOut {
            step: label.to_owned(),
            cells: cells
                .iter()
                .copied()
                .zip(out.into_iter().cloned())
                .collect(),
        };
        if !cells.is_empty() {
            work.screen(&cells);
        }
        work.screenings.extend(found);
        work.record_all(label, Arc::new(account));
        Ok(())
    }
}

/// The units that were left out.
#[derive(Debug)]
struct LeftOut {
    step: String,
    cells: BTreeMap<(usize, usize), Screening>,
}

impl Account for LeftOut {
    fn origin(&self, _code: &str, period: usize, unit: usize) -> Option<Origin> {
        let found = self.cells.get(&(period, unit))?;
        let cause = found.left_out.as_ref()?;
        Some(Origin {
            rule: Some("screen".to_owned()),
            formula: Some(cause.to_string()),
            parameters: vec![
                Parameter::new("available", found.available),
                Parameter::new("non_zero", found.non_zero),
            ],
        })
    }

    fn missing(&self, code: &str, period: usize, unit: usize) -> Missing {
        let found = self.cells.get(&(period, unit));
        match found.and_then(|it| it.left_out.clone()) {
            Some(cause) => Missing::Screened {
                step: self.step.clone(),
                cause,
            },
            None => Missing::NoData {
                indicator: code.to_owned(),
            },
        }
    }

    fn change(&self, _code: &str, period: usize, unit: usize) -> Option<(ChangeKind, &str)> {
        let is_out = self.cells.contains_key(&(period, unit));
        is_out.then_some((ChangeKind::Screened, "screen"))
    }
}

#[cfg(test)]
mod tests;
