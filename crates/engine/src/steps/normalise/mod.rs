//! Normalise: puts every indicator on a common scale on which higher is better.
//!
//! One rule serves all indicators, or each has its own. An indicator's override that names no rule
//! (or the same) takes what it leaves out from the step's; one that names another rule starts from
//! that rule's defaults. Parameters found in the data (a minimum, a maximum) are taken from one
//! [`Scope`]. A missing cell stays missing.

pub mod goalposts;
pub mod min_max;
pub mod standard_ratio;

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use goalposts::Goalposts;
pub use min_max::MinMax;
pub use standard_ratio::StandardRatio;

use super::{Run, Setting};
use crate::column::{Column, Part};
use crate::dataset::{Account, Origin, Parameter};
use crate::error::{ComputeError, Fault, RowFault};
use crate::frame::Direction;
use crate::method::{MethodError, ParameterFault, ReadError, Table};
use crate::missing::Missing;
use crate::suggest::nearest;
use crate::work::Work;
use crate::workers::Workers;

mod apply;

use apply::{Apply, Normalised, Site};

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

/// A rule with its parameters.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "rule", rename_all = "snake_case")]
#[non_exhaustive]
pub enum NormaliseRule {
    /// Between the smallest and the largest value.
    MinMax(MinMax),
    /// Between two fixed values.
    Goalposts(Goalposts),
    /// 标准比值法: the ratio to a standard, capped.
    StandardRatio(StandardRatio),
}

const RULES: &[&str] = &["min_max", "goalposts", "standard_ratio"];

/// Which values a rule takes its parameters from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Those of the same period (the default).
    #[default]
    Period,
    /// Those of all periods together, so that scores can be compared over time.
    AllPeriods,
    /// Those of one period, such as `{ base = "2019" }`.
    Base(String),
}

/// What a rule of normalisation is. `R::Fitted` is what it takes from the data, once for every scope;
/// then it is applied to whole runs of cells without allocating.
pub(crate) trait Rule: Debug + Send + Sync {
    /// What is taken from the data.
    type Fitted;

    /// The rule's word in a method's text.
    fn word(&self) -> &'static str;

    /// The formula in plain text for an indicator of this direction.
    fn formula(&self, direction: Direction) -> String;

    /// What is wrong with the parameters.
    fn faults(&self) -> Vec<ParameterFault>;

    /// Where the parameters come from.
    fn scope(&self) -> &Scope {
        &Scope::Period
    }

    /// Takes the parameters from the cells of the scope, at least one of which has a value.
    fn fit(&self, scope: Part<'_>, direction: Direction) -> Result<Self::Fitted, Fault>;

    /// Writes the scores of the cells that have a value; the others are left as they are.
    fn apply(
        &self,
        fitted: &Self::Fitted,
        direction: Direction,
        cells: Part<'_>,
        scores: &mut [f64],
    ) -> Result<(), RowFault>;

    /// The parameters, given and found, for the explanation.
    fn parameters(&self, fitted: &Self::Fitted) -> Vec<Parameter>;
}

impl NormaliseRule {
    /// The rule's word in a method's text.
    pub fn word(&self) -> &'static str {
        self.as_apply().word()
    }

    fn read(mut table: Table, taken: &[&str]) -> Result<Self, ReadError> {
        let word = table.needed_word("rule", RULES)?;
        match word {
            "min_max" => table.read(taken).map(Self::MinMax),
            "goalposts" => table.read(taken).map(Self::Goalposts),
            _ => table.read(taken).map(Self::StandardRatio),
        }
    }

    fn as_apply(&self) -> &dyn Apply {
        match self {
            Self::MinMax(rule) => rule,
            Self::Goalposts(rule) => rule,
            Self::StandardRatio(rule) => rule,
        }
    }
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
            let own = if own.names_another_rule(&for_all)? {
                own
            } else {
                own.or(&for_all)
            };
            Ok((code, NormaliseRule::read(own, &["rule"])?))
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

impl Table {
    fn names_another_rule(&self, other: &Self) -> Result<bool, ReadError> {
        let own = self.clone().word("rule", RULES)?;
        Ok(own.is_some() && own != other.clone().word("rule", RULES)?)
    }
}

impl Run for Normalise {
    fn check(&self, setting: &Setting<'_>, label: &str, faults: &mut Vec<MethodError>) {
        for code in self.indicators.keys() {
            setting.check_code(label, code, faults);
        }
        for (_, indicator) in setting.used() {
            let (step, indicator) = (label.to_owned(), indicator.code.clone());
            let Some(rule) = self.rule_of(&indicator).map(NormaliseRule::as_apply) else {
                faults.push(MethodError::NoRule { step, indicator });
                continue;
            };
            faults.extend(
                rule.faults()
                    .into_iter()
                    .map(|fault| MethodError::Parameter {
                        step: label.to_owned(),
                        rule: rule.word(),
                        indicator: Some(indicator.clone()),
                        fault,
                    }),
            );
            if let Scope::Base(period) = rule.scope()
                && !setting.frame.periods().contains(period)
            {
                faults.push(MethodError::UnknownPeriod {
                    step,
                    indicator,
                    period: period.clone(),
                    nearest: nearest(period, setting.frame.periods().iter().map(String::as_str)),
                });
            }
        }
    }

    fn run(&self, work: &mut Work<'_>, label: &str, workers: &Workers) -> Result<(), ComputeError> {
        let used = work.used();
        let sites: Vec<(Site<'_>, &dyn Apply)> = used
            .iter()
            .filter_map(|&position| {
                let site = Site::new(work, label, position)?;
                let rule = self.rule_of(site.code)?;
                Some((site, rule.as_apply()))
            })
            .collect();
        let done = workers.map(sites, |(site, rule)| {
            Ok((site.position, site.code.to_owned(), rule.normalise(&site)?))
        })?;
        let mut columns: Vec<(usize, Column)> = Vec::with_capacity(done.len());
        let mut accounts = BTreeMap::new();
        for (position, code, Normalised { column, account }) in done {
            columns.push((position, column));
            accounts.insert(code, account);
        }
        work.replace(columns);
        for direction in &mut work.directions {
            *direction = Direction::HigherIsBetter;
        }
        work.record(label, &used, Arc::new(Scales { accounts }));
        Ok(())
    }
}

/// How each indicator was normalised.
#[derive(Debug)]
struct Scales {
    accounts: BTreeMap<String, Scale>,
}

/// How one indicator was normalised: the parameters of every period that has values.
#[derive(Debug)]
struct Scale {
    rule: &'static str,
    formula: String,
    parameters: Vec<Vec<Parameter>>,
}

impl Account for Scales {
    fn origin(&self, code: &str, period: usize, _unit: usize) -> Option<Origin> {
        let scale = self.accounts.get(code)?;
        Some(Origin {
            rule: Some(scale.rule.to_owned()),
            formula: Some(scale.formula.clone()),
            parameters: scale.parameters.get(period).cloned().unwrap_or_default(),
        })
    }

    fn missing(&self, code: &str, _period: usize, _unit: usize) -> Missing {
        Missing::NoData {
            indicator: code.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests;
