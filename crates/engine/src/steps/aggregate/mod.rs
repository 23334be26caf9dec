//! Aggregate: makes the score of every node from the scores of its children, level by level from the
//! leaves to the root.
//!
//! Every level can have its own rule (level 0 is the root) and its own `data_threshold`: the share of
//! a node's children that must have a score, counted by children and not by weight, inclusive, as in
//! COINr's `dat_thresh`. At or above it the weights are renormalised over the children that have a
//! score; below it the node is missing. Without a threshold one child is enough.

pub mod arithmetic;
pub mod geometric;
pub(crate) mod mean;
mod tree;

use std::fmt::Debug;

use serde::Serialize;

pub use arithmetic::Arithmetic;
pub use geometric::Geometric;
pub(crate) use tree::Climb;

use super::{Run, Setting};
use crate::column::{Part, PartMut};
use crate::dataset::DataSet;
use crate::error::{ComputeError, RowFault};
use crate::method::{MethodError, ParameterFault, ReadError, Table};
use crate::work::Work;
use crate::workers::Workers;

/// Makes the score of every node from the scores of its children.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Aggregate {
    /// The rule of every level that has none of its own.
    #[serde(flatten)]
    pub rule: AggregateRule,
    /// The share of children that must have a score, from 0 to 1. Default: one child is enough.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_threshold: Option<f64>,
    /// The rules of single levels, complete.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<LevelRule>,
}

/// The rule of one level.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LevelRule {
    /// The level of the nodes that are scored: 0 for the root.
    pub level: usize,
    /// Their rule.
    #[serde(flatten)]
    pub rule: AggregateRule,
    /// The share of children that must have a score. Default: the step's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_threshold: Option<f64>,
}

/// How the scores of children become one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "rule", rename_all = "snake_case")]
#[non_exhaustive]
pub enum AggregateRule {
    /// The weighted arithmetic mean.
    Arithmetic(Arithmetic),
    /// The weighted geometric mean.
    Geometric(Geometric),
}

const RULES: &[&str] = &["arithmetic", "geometric"];

/// How the points that the children contribute are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Basis {
    /// Weight share × score: they add up to the score.
    Arithmetic,
    /// The score divided in proportion to weight share × ln score.
    LogShare,
}

/// A child of the node being scored, in one period.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Child<'a> {
    pub(crate) code: &'a str,
    pub(crate) weight: f64,
    pub(crate) cells: Part<'a>,
}

/// A child that has a score, for one unit.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Given {
    pub(crate) weight: f64,
    pub(crate) score: f64,
}

/// What a rule of aggregation is.
pub(crate) trait Rule: Debug + Send + Sync {
    /// The rule's word in a method's text.
    fn word(&self) -> &'static str;

    /// The formula in plain text, `x` the children's scores and `w` their weights.
    fn formula(&self) -> &'static str;

    /// How contributions are to be read.
    fn basis(&self) -> Basis;

    /// What is wrong with the parameters.
    fn faults(&self) -> Vec<ParameterFault> {
        Vec::new()
    }

    /// Scores one node in one period for all units: every cell that has at least `needed` children
    /// with a score, which weigh something, gets a score; the others are missing.
    fn aggregate(
        &self,
        children: &[Child<'_>],
        needed: usize,
        scores: &mut PartMut<'_>,
    ) -> Result<(), RowFault>;

    /// The share of each child in the score, summing to 1; none where a share has no meaning.
    fn shares(&self, children: &[Given]) -> Option<Vec<f64>>;
}

/// Terms over their total; none where they cancel out.
fn shares_of(terms: impl Iterator<Item = f64> + Clone, total: f64) -> Option<Vec<f64>> {
    let size: f64 = terms.clone().map(f64::abs).sum();
    let is_cancelled = total.abs() <= size * 1e-12;
    (!is_cancelled && total.is_finite()).then(|| terms.map(|term| term / total).collect())
}

impl AggregateRule {
    /// The rule's word in a method's text.
    pub fn word(&self) -> &'static str {
        self.as_rule().word()
    }

    fn read(mut table: Table, taken: &[&str]) -> Result<Self, ReadError> {
        match table.needed_word("rule", RULES)? {
            "arithmetic" => table.read(taken).map(Self::Arithmetic),
            _ => table.read(taken).map(Self::Geometric),
        }
    }

    pub(crate) fn as_rule(&self) -> &dyn Rule {
        match self {
            Self::Arithmetic(rule) => rule,
            Self::Geometric(rule) => rule,
        }
    }
}

impl Aggregate {
    /// The same rule at every level, without a threshold.
    pub fn all(rule: AggregateRule) -> Self {
        Self {
            rule,
            data_threshold: None,
            levels: Vec::new(),
        }
    }

    /// The rule and the data threshold of a level.
    pub fn at(&self, level: usize) -> (&AggregateRule, Option<f64>) {
        let own = self.levels.iter().find(|own| own.level == level);
        own.map_or((&self.rule, self.data_threshold), |own| {
            (&own.rule, own.data_threshold.or(self.data_threshold))
        })
    }

    pub(super) fn read(mut table: Table) -> Result<Self, ReadError> {
        let data_threshold = table.take("data_threshold")?;
        let levels = table.tables("levels")?;
        let levels = levels.into_iter().map(|own| LevelRule::read(own, &table));
        let levels = levels.collect::<Result<_, ReadError>>()?;
        let rule = AggregateRule::read(table, &["step", "rule", "data_threshold", "levels"])?;
        Ok(Self {
            rule,
            data_threshold,
            levels,
        })
    }

    fn check_levels(&self, setting: &Setting<'_>, label: &str, faults: &mut Vec<MethodError>) {
        let deepest = setting.framework.deepest_branch_level();
        for (place, own) in self.levels.iter().enumerate() {
            let (step, level) = (label.to_owned(), own.level);
            if level > deepest {
                faults.push(MethodError::UnknownLevel {
                    step,
                    level,
                    deepest,
                });
            } else if self.levels.iter().take(place).any(|it| it.level == level) {
                faults.push(MethodError::LevelTwice { step, level });
            }
        }
    }
}

impl LevelRule {
    fn read(mut own: Table, step: &Table) -> Result<Self, ReadError> {
        let path = own.at("level");
        let level = own.take("level")?;
        let data_threshold = own.take("data_threshold")?;
        let names_a_rule = own.clone().word("rule", RULES)?.is_some();
        let own = if names_a_rule { own } else { own.or(step) };
        Ok(Self {
            level: level.ok_or(ReadError::Missing { path })?,
            rule: AggregateRule::read(own, &["level", "rule", "data_threshold"])?,
            data_threshold,
        })
    }
}

impl Run for Aggregate {
    fn check(&self, setting: &Setting<'_>, label: &str, faults: &mut Vec<MethodError>) {
        self.check_levels(setting, label, faults);
        let levels = self
            .levels
            .iter()
            .map(|own| (&own.rule, own.data_threshold));
        for (rule, threshold) in std::iter::once((&self.rule, self.data_threshold)).chain(levels) {
            let share =
                threshold.and_then(|value| ParameterFault::unless_share("data_threshold", value));
            let found = rule.as_rule().faults().into_iter().chain(share);
            faults.extend(found.map(|fault| MethodError::Parameter {
                step: label.to_owned(),
                rule: rule.word(),
                indicator: None,
                fault,
            }));
        }
    }

    fn run(&self, work: &mut Work<'_>, label: &str, workers: &Workers) -> Result<(), ComputeError> {
        let climb = Climb {
            step: self,
            work,
            weights: &work.weights,
            label,
            workers,
        };
        let scores = climb.scores()?;
        let nodes = work.framework.nodes();
        work.data_sets.push(DataSet {
            step: label.to_owned(),
            codes: nodes.iter().map(|node| node.code.clone()).collect(),
            columns: scores.clone(),
            account: None,
        });
        work.scores = Some((scores, self.clone()));
        Ok(())
    }
}

#[cfg(test)]
mod tests;
