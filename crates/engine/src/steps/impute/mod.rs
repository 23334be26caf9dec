//! Impute: puts figures in the place of missing ones, and says so.
//!
//! One rule serves all indicators, or each has its own; `rule = "none"` leaves the gaps of an indicator
//! open, and so does a step without a rule for it. An override that names no rule (or the same) takes
//! what it leaves out from the step's; one that names another rule starts from that rule's defaults.
//! All gaps are filled from the figures as the step found them, never from each other, so the order of
//! the indicators does not matter. A unit that was screened out of a period stays empty there. A gap for
//! which a rule finds nothing to go by stays a gap, and its
//! [`Missing`] is that of the missing figure.
//!
//! Rules that look at several indicators together (`nearest`, `em`, `row_mean`, `row_median`) take the
//! indicators under the same node of level `level` (0 is the root, so all); an indicator that stands
//! higher is looked at with those under its parent.
//!
//! Every imputed cell is flagged to the end: [`Index::changes`](crate::Index::changes) lists it,
//! [`Index::explain`](crate::Index::explain) shows rule, formula and parameters, and every node knows how
//! many of its figures were imputed.
//!
//! Source: OECD/JRC *Handbook on Constructing Composite Indicators* (2008), step 3; COINr's `Impute`.

pub mod constant;
pub mod em;
pub mod group_mean;
pub mod group_median;
pub mod last_observation;
pub mod linear;
pub mod mean;
pub mod median;
pub mod nearest;
pub mod regression;
pub mod row;

mod average;
mod fault;
mod together;

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::Arc;

use serde::Serialize;

pub use constant::Constant;
pub use em::Em;
pub use fault::ImputeFault;
pub use group_mean::GroupMean;
pub use group_median::GroupMedian;
pub use last_observation::LastObservation;
pub use linear::Linear;
pub use mean::Mean;
pub use median::Median;
pub use nearest::Nearest;
pub use regression::Regression;
pub use row::{RowMean, RowMedian};

use super::{Run, Scope, Setting};
use crate::column::Column;
use crate::dataset::{Account, ChangeKind, Origin, Parameter};
use crate::error::ComputeError;
use crate::method::{MethodError, ParameterFault, ReadError, Table};
use crate::missing::Missing;
use crate::suggest::nearest;
use crate::work::Work;
use crate::workers::Workers;
use together::{Gaps, tasks};

/// Puts figures in the place of missing ones; see the [module](self).
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Impute {
    /// The rule of every indicator that has none of its own.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub rule: Option<ImputeRule>,
    /// The rules of single indicators, complete.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub indicators: BTreeMap<String, ImputeRule>,
}

/// A rule with its parameters.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "rule", rename_all = "snake_case")]
#[non_exhaustive]
pub enum ImputeRule {
    /// Leaves the gaps open.
    None,
    /// The mean of the column.
    Mean(Mean),
    /// The median of the column.
    Median(Median),
    /// The mean of the unit's group.
    GroupMean(GroupMean),
    /// The median of the unit's group.
    GroupMedian(GroupMedian),
    /// One value for all.
    Constant(Constant),
    /// The unit's last figure.
    LastObservation(LastObservation),
    /// Between the unit's figures before and after.
    Linear(Linear),
    /// What follows from another indicator.
    Regression(Regression),
    /// The mean of the most similar units.
    Nearest(Nearest),
    /// What a multivariate normal distribution expects.
    Em(Em),
    /// The mean of the unit's other indicators.
    RowMean(RowMean),
    /// The median of the unit's other indicators.
    RowMedian(RowMedian),
}

const RULES: &[&str] = &[
    "none",
    "mean",
    "median",
    "group_mean",
    "group_median",
    "constant",
    "last_observation",
    "linear",
    "regression",
    "nearest",
    "em",
    "row_mean",
    "row_median",
];

/// What a rule of imputation is.
pub(crate) trait Rule: Debug + Send + Sync {
    /// The rule's word in a method's text.
    fn word(&self) -> &'static str;

    /// The formula in plain text.
    fn formula(&self) -> &'static str;

    /// What is wrong with the parameters.
    fn faults(&self) -> Vec<ParameterFault> {
        Vec::new()
    }

    /// Where averages come from.
    fn scope(&self) -> &Scope {
        &Scope::Period
    }

    /// The grouping of the units that the rule needs.
    fn grouping(&self) -> Option<&str> {
        None
    }

    /// Another indicator that the rule needs.
    fn predictor(&self) -> Option<&str> {
        None
    }

    /// The level of the node under which indicators are looked at together; none when each is alone.
    fn level(&self) -> Option<usize> {
        None
    }

    /// Finds values for the gaps. A gap for which there is none stays.
    fn impute(&self, gaps: &Gaps<'_>) -> Result<Vec<Fill>, ComputeError>;
}

/// A value for a gap.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fill {
    /// Position of the column in the frame.
    pub(crate) column: usize,
    pub(crate) period: usize,
    pub(crate) unit: usize,
    pub(crate) value: f64,
    /// What it was found from, for the explanation.
    pub(crate) parameters: Vec<Parameter>,
}

impl ImputeRule {
    /// The rule's word in a method's text.
    pub fn word(&self) -> &'static str {
        self.as_rule().map_or("none", Rule::word)
    }

    fn read(mut table: Table, taken: &[&str]) -> Result<Self, ReadError> {
        match table.needed_word("rule", RULES)? {
            "none" => table.end(taken).map(|()| Self::None),
            "mean" => table.read(taken).map(Self::Mean),
            "median" => table.read(taken).map(Self::Median),
            "group_mean" => table.read(taken).map(Self::GroupMean),
            "group_median" => table.read(taken).map(Self::GroupMedian),
            "constant" => table.read(taken).map(Self::Constant),
            "last_observation" => table.read(taken).map(Self::LastObservation),
            "linear" => table.read(taken).map(Self::Linear),
            "regression" => table.read(taken).map(Self::Regression),
            "nearest" => table.read(taken).map(Self::Nearest),
            "em" => table.read(taken).map(Self::Em),
            "row_mean" => table.read(taken).map(Self::RowMean),
            _ => table.read(taken).map(Self::RowMedian),
        }
    }

    fn as_rule(&self) -> Option<&dyn Rule> {
        match self {
            Self::None => None,
            Self::Mean(rule) => Some(rule),
            Self::Median(rule) => Some(rule),
            Self::GroupMean(rule) => Some(rule),
            Self::GroupMedian(rule) => Some(rule),
            Self::Constant(rule) => Some(rule),
            Self::LastObservation(rule) => Some(rule),
            Self::Linear(rule) => Some(rule),
            Self::Regression(rule) => Some(rule),
            Self::Nearest(rule) => Some(rule),
            Self::Em(rule) => Some(rule),
            Self::RowMean(rule) => Some(rule),
            Self::RowMedian(rule) => Some(rule),
        }
    }
}

impl Impute {
    /// The same rule for every indicator.
    pub fn all(rule: ImputeRule) -> Self {
        Self {
            rule: Some(rule),
            indicators: BTreeMap::new(),
        }
    }

    /// The rule of an indicator, if it has one.
    pub fn rule_of(&self, indicator: &str) -> Option<&ImputeRule> {
        self.indicators.get(indicator).or(self.rule.as_ref())
    }

    pub(super) fn read(mut table: Table) -> Result<Self, ReadError> {
        let named = table.named_tables("indicators")?;
        let for_all = table.clone();
        let indicators = named.into_iter().map(|(code, own)| {
            let own = own.or_of_same_rule(&for_all);
            Ok((code, ImputeRule::read(own, &["rule"])?))
        });
        let indicators = indicators.collect::<Result<_, ReadError>>()?;
        let rule = if table.is_empty() {
            None
        } else {
            Some(ImputeRule::read(table, &["step", "rule", "indicators"])?)
        };
        Ok(Self { rule, indicators })
    }

    /// The columns the step looks at, with their rules: those of the framework, then others it names.
    fn rules<'a>(&'a self, used: &[&'a str]) -> Vec<(&'a str, &'a ImputeRule)> {
        let others = self.indicators.keys().map(String::as_str);
        let others = others.filter(|code| !used.contains(code));
        let codes = used.iter().copied().chain(others);
        codes
            .filter_map(|code| Some((code, self.rule_of(code)?)))
            .collect()
    }
}

impl Run for Impute {
    fn check(&self, setting: &Setting<'_>, label: &str, faults: &mut Vec<MethodError>) {
        for code in self.indicators.keys() {
            setting.check_code(label, code, faults);
        }
        let used: Vec<&str> = setting.used().map(|(_, it)| it.code.as_str()).collect();
        let rules = self.rules(&used).into_iter();
        for (code, rule) in rules.filter_map(|(code, rule)| Some((code, rule.as_rule()?))) {
            let found = rule.faults().into_iter();
            faults.extend(found.map(|fault| MethodError::Parameter {
                step: label.to_owned(),
                rule: rule.word(),
                indicator: Some(code.to_owned()),
                fault,
            }));
            setting.check_scope(label, code, rule.scope(), faults);
            if let Some(predictor) = rule.predictor() {
                setting.check_code(label, predictor, faults);
            }
            if let Some(grouping) = rule.grouping() {
                check_grouping(setting, label, grouping, faults);
            }
            let deepest = setting.framework.deepest_branch_level();
            let level = rule.level().filter(|level| *level > deepest);
            faults.extend(level.map(|level| MethodError::UnknownLevel {
                step: label.to_owned(),
                level,
                deepest,
            }));
        }
    }

    fn run(&self, work: &mut Work<'_>, label: &str, workers: &Workers) -> Result<(), ComputeError> {
        let used = work.framework.leaves().map(|(_, code)| code);
        let used: Vec<&str> = used.collect();
        let filled = workers.map(tasks(work, label, &self.rules(&used)), |gaps| gaps.fill())?;
        let mut columns: BTreeMap<usize, Column> = BTreeMap::new();
        let mut account = Imputed::default();
        let indicators = work.frame.indicators();
        for (rule, fills) in filled {
            for fill in fills {
                let Some(source) = work.columns.get(fill.column) else {
                    continue;
                };
                let column = columns
                    .entry(fill.column)
                    .or_insert_with(|| source.as_ref().clone());
                column.fill(fill.period, fill.unit, fill.value);
                let code = indicators.get(fill.column).map(|it| it.code.clone());
                let cells = account.columns.entry(code.unwrap_or_default());
                let cells = cells.or_insert_with(|| (rule.word(), rule.formula(), BTreeMap::new()));
                cells.2.insert((fill.period, fill.unit), fill.parameters);
            }
        }
        work.replace(columns.into_iter().collect());
        work.record_all(label, Arc::new(account));
        Ok(())
    }
}

fn check_grouping(
    setting: &Setting<'_>,
    label: &str,
    grouping: &str,
    faults: &mut Vec<MethodError>,
) {
    let units = setting.frame.units().iter();
    let known: Vec<&str> = units
        .flat_map(|unit| unit.groups.keys().map(String::as_str))
        .collect();
    if known.contains(&grouping) {
        return;
    }
    faults.push(MethodError::UnknownGrouping {
        step: label.to_owned(),
        grouping: grouping.to_owned(),
        nearest: nearest(grouping, known),
    });
}

type Cells = BTreeMap<(usize, usize), Vec<Parameter>>;

/// The cells that were filled, by indicator, with rule and formula.
#[derive(Debug, Default)]
struct Imputed {
    columns: BTreeMap<String, (&'static str, &'static str, Cells)>,
}

impl Account for Imputed {
    fn origin(&self, code: &str, period: usize, unit: usize) -> Option<Origin> {
        let (rule, formula, cells) = self.columns.get(code)?;
        Some(Origin {
            parameters: cells.get(&(period, unit))?.clone(),
            rule: Some((*rule).to_owned()),
            formula: Some((*formula).to_owned()),
        })
    }

    fn missing(&self, code: &str, _period: usize, _unit: usize) -> Missing {
        Missing::NoData {
            indicator: code.to_owned(),
        }
    }

    fn change(&self, code: &str, period: usize, unit: usize) -> Option<(ChangeKind, &str)> {
        let (rule, _, cells) = self.columns.get(code)?;
        let is_filled = cells.contains_key(&(period, unit));
        is_filled.then_some((ChangeKind::Imputed, *rule))
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod together_tests;
