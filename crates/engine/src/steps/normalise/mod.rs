//! Normalise: puts every indicator on a common scale on which higher is better.
//!
//! One rule serves all indicators, or each has its own. An indicator's override that names no rule
//! (or the same) takes what it leaves out from the step's; one that names another rule starts from
//! that rule's defaults. Parameters found in the data (a minimum, a maximum) are taken from one
//! [`Scope`]. A missing cell stays missing.

pub mod borda;
pub mod distance_to_max;
pub mod distance_to_reference;
pub mod distance_to_target;
pub mod efficacy;
pub mod fraction_of_max;
pub mod goalposts;
pub mod growth_score;
pub mod index_number;
pub mod level_progress;
pub mod min_max;
pub mod percentile_rank;
pub mod piecewise;
pub mod position_score;
pub mod rank;
pub mod scaled;
pub mod schedule_progress;
pub mod standard_ratio;
pub mod target_completion;
pub mod z_score;

mod account;
mod change;
mod choice;
mod rule;
mod scaler;
mod schedule;
mod sorted;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

pub use super::scope::Scope;
pub use borda::Borda;
pub use change::Change;
pub use choice::NormaliseRule;
pub use distance_to_max::DistanceToMax;
pub use distance_to_reference::DistanceToReference;
pub use distance_to_target::DistanceToTarget;
pub use efficacy::Efficacy;
pub use fraction_of_max::FractionOfMax;
pub use goalposts::Goalposts;
pub use growth_score::GrowthScore;
pub use index_number::{BaseOf, IndexNumber};
pub use level_progress::{First, Join, LevelProgress};
pub use min_max::MinMax;
pub use percentile_rank::PercentileRank;
pub use piecewise::{Beyond, Piecewise};
pub use position_score::PositionScore;
pub use rank::RankScore;
pub use scaled::Scaled;
pub use schedule_progress::ScheduleProgress;
pub use standard_ratio::StandardRatio;
pub use target_completion::{Inverse, TargetCompletion};
pub use z_score::ZScore;

use super::{Run, Setting};
use crate::column::Column;
use crate::error::{ComputeError, Place};
use crate::frame::Direction;
use crate::method::{MethodError, ReadError, Table};
use crate::suggest::nearest;
use crate::work::Work;
use crate::workers::Workers;
use account::{Account, Scale};
use rule::Source;
use scaler::Broken;

/// Puts every indicator of the framework on a common scale on which higher is better.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Normalise {
    /// The rule of every indicator that has none of its own.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub rule: Option<NormaliseRule>,
    /// The rules of single indicators, complete.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub indicators: BTreeMap<String, NormaliseRule>,
}

impl Normalise {
    /// The same rule for every indicator.
    pub fn all(rule: NormaliseRule) -> Self {
        Self {
            rule: Some(rule),
            indicators: BTreeMap::new(),
        }
    }

    /// The rule of an indicator.
    pub fn rule_of(&self, indicator: &str) -> Option<&NormaliseRule> {
        self.indicators.get(indicator).or(self.rule.as_ref())
    }

    pub(super) fn read(mut table: Table) -> Result<Self, ReadError> {
        let taken = ["step", "rule", "indicators"];
        let named = table.named_tables("indicators")?;
        let for_all = table.clone();
        let indicators = named.into_iter().map(|(code, own)| {
            let complete = own.or_of_same_rule(&for_all);
            Ok((code, NormaliseRule::read(complete, &["rule"])?))
        });
        let indicators = indicators.collect::<Result<_, ReadError>>()?;
        let rule = if table.is_empty() {
            None
        } else {
            Some(NormaliseRule::read(table, &taken)?)
        };
        Ok(Self { rule, indicators })
    }
}

impl Run for Normalise {
    fn check(&self, setting: &Setting<'_>, label: &str, faults: &mut Vec<MethodError>) {
        for code in self.indicators.keys() {
            setting.check_code(label, code, faults);
        }
        for (_, indicator) in setting.used() {
            let (step, indicator) = (label.to_owned(), indicator.code.clone());
            match self.rule_of(&indicator) {
                Some(rule) => check_rule(rule, setting, (&step, &indicator), faults),
                None => faults.push(MethodError::NoRule { step, indicator }),
            }
        }
    }

    fn run(&self, work: &mut Work<'_>, label: &str, workers: &Workers) -> Result<(), ComputeError> {
        let used = work.used();
        let sites = used.iter().filter_map(|&position| {
            let code = &work.frame.indicators().get(position)?.code;
            Some((position, code, self.rule_of(code)?))
        });
        let now: &Work<'_> = work;
        let done = workers.map(sites.collect(), |(position, code, rule)| {
            let (column, scale) = normalise(now, position, rule)
                .map_err(|broken| broken.at(now, label, (rule, code)))?;
            Ok(((position, column), (code.clone(), scale)))
        })?;
        let (columns, scales): (Vec<(usize, Column)>, BTreeMap<String, Scale>) =
            done.into_iter().unzip();
        work.replace(columns);
        for direction in &mut work.directions {
            *direction = Direction::HigherIsBetter;
        }
        work.record(label, &used, Arc::new(Account { scales }));
        Ok(())
    }
}

fn check_rule(
    rule: &NormaliseRule,
    setting: &Setting<'_>,
    (step, indicator): (&str, &str),
    faults: &mut Vec<MethodError>,
) {
    let rule = rule.as_rule();
    let found = rule.faults(setting.frame).into_iter();
    faults.extend(found.map(|fault| MethodError::Parameter {
        step: step.to_owned(),
        rule: rule.word(),
        indicator: Some(indicator.to_owned()),
        fault,
    }));
    let periods = setting.frame.periods();
    let is_known = |base: &str| periods.iter().any(|it| it == base);
    let strange = rule.bases().into_iter().filter(|base| !is_known(base));
    faults.extend(strange.map(|period| MethodError::UnknownPeriod {
        step: step.to_owned(),
        indicator: indicator.to_owned(),
        period: period.to_owned(),
        nearest: nearest(period, periods.iter().map(String::as_str)),
    }));
}

fn normalise(
    work: &Work<'_>,
    position: usize,
    rule: &NormaliseRule,
) -> Result<(Column, Scale), Broken> {
    let (periods, units) = (work.frame.periods().len(), work.frame.units().len());
    let before = work
        .columns
        .get(position)
        .map_or_else(|| Arc::new(Column::missing(periods, units)), Arc::clone);
    let direction = work.direction(position);
    let source = Source {
        column: &before,
        direction,
        frame: work.frame,
    };
    let mut scaler = rule.as_rule().scaler();
    let mut column = Column::missing(periods, units);
    scaler.score(&source, &mut column)?;
    let scale = Scale {
        rule: rule.word(),
        formula: rule.as_rule().formula(direction),
        scaler,
        before,
        direction,
    };
    Ok((column, scale))
}

impl Broken {
    /// The error with the names of its place.
    fn at(self, work: &Work<'_>, step: &str, (rule, code): (&NormaliseRule, &str)) -> ComputeError {
        let frame = work.frame;
        let unit = self.row.and_then(|row| frame.units().get(row));
        let place = Box::new(Place {
            step: step.to_owned(),
            rule: rule.word().to_owned(),
            code: code.to_owned(),
            period: self.period.and_then(|it| frame.periods().get(it).cloned()),
            unit: unit.map(|unit| unit.code.clone()),
        });
        let fault = self.fault;
        ComputeError::Rule { place, fault }
    }
}

#[cfg(test)]
mod tests;
