//! Aggregate: makes the score of every node from the scores of its children, level by level from the
//! leaves to the root.
//!
//! Every level can have its own rule (level 0 is the root) and its own `data_threshold`: the share of
//! a node's children that must have a score, counted by children and not by weight, inclusive, as in
//! COINr's `dat_thresh`. At or above it the weights are renormalised over the children that have a
//! score; below it the node is missing. Without a threshold one child is enough.

pub mod arithmetic;
pub mod borda;
pub mod copeland;
mod field;
pub mod generalised;
pub mod geometric;
pub mod grey_relational;
pub mod harmonic;
pub mod kemeny;
pub mod mazziotta_pareto;
pub(crate) mod mean;
pub mod median;
pub mod outranking;
mod rule;
pub mod topsis;
mod tree;
pub mod vikor;
pub mod weighted_product;
pub mod weighted_sum;

use serde::Serialize;

pub use arithmetic::Arithmetic;
pub use borda::Borda;
pub use copeland::Copeland;
pub use generalised::Generalised;
pub use geometric::Geometric;
pub use grey_relational::GreyRelational;
pub use harmonic::Harmonic;
pub use kemeny::{Kemeny, KemenyOrder};
pub use mazziotta_pareto::{MazziottaPareto, Penalty};
pub use median::Median;
pub use outranking::{Outranking, OutrankingError};
pub use rule::Basis;
pub(crate) use rule::{Child, Found, Opened, OwnWeights, Rule, UnitWeights};
pub use topsis::Topsis;
pub(crate) use tree::Climb;
pub use vikor::Vikor;
pub use weighted_product::WeightedProduct;
pub use weighted_sum::WeightedSum;

use super::{Run, Setting};
use crate::dataset::DataSet;
use crate::error::ComputeError;
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
    /// The weighted harmonic mean.
    Harmonic(Harmonic),
    /// The weighted generalised mean of a power.
    Generalised(Generalised),
    /// The weighted median.
    Median(Median),
    /// The weighted mean with a penalty for being uneven.
    MazziottaPareto(MazziottaPareto),
    /// The weighted sum.
    WeightedSum(WeightedSum),
    /// The weighted product, as it is or relative to the best.
    WeightedProduct(WeightedProduct),
    /// The distance to the worst as a share of those to best and worst.
    Topsis(Topsis),
    /// A compromise between the sum of regrets and the largest.
    Vikor(Vikor),
    /// The grey relational grade.
    GreyRelational(GreyRelational),
    /// Units beaten less units beaten by, pair by pair.
    Copeland(Copeland),
    /// The weighted mean of rivals beaten.
    Borda(Borda),
    /// The place in the order that agrees with most of the weight.
    Kemeny(Kemeny),
}

const RULES: &[&str] = &[
    "arithmetic",
    "geometric",
    "harmonic",
    "generalised",
    "median",
    "mazziotta_pareto",
    "weighted_sum",
    "weighted_product",
    "topsis",
    "vikor",
    "grey_relational",
    "copeland",
    "borda",
    "kemeny",
];

impl AggregateRule {
    /// The rule's word in a method's text.
    pub fn word(&self) -> &'static str {
        self.as_rule().word()
    }

    fn read(mut table: Table, taken: &[&str]) -> Result<Self, ReadError> {
        match table.needed_word("rule", RULES)? {
            "arithmetic" => table.read(taken).map(Self::Arithmetic),
            "geometric" => table.read(taken).map(Self::Geometric),
            "harmonic" => table.read(taken).map(Self::Harmonic),
            "generalised" => table.read(taken).map(Self::Generalised),
            "median" => table.read(taken).map(Self::Median),
            "mazziotta_pareto" => table.read(taken).map(Self::MazziottaPareto),
            "weighted_sum" => table.read(taken).map(Self::WeightedSum),
            "weighted_product" => table.read(taken).map(Self::WeightedProduct),
            "topsis" => table.read(taken).map(Self::Topsis),
            "vikor" => table.read(taken).map(Self::Vikor),
            "grey_relational" => table.read(taken).map(Self::GreyRelational),
            "copeland" => table.read(taken).map(Self::Copeland),
            "borda" => table.read(taken).map(Self::Borda),
            _ => table.read(taken).map(Self::Kemeny),
        }
    }

    pub(crate) fn as_rule(&self) -> &dyn Rule {
        match self {
            Self::Arithmetic(rule) => rule,
            Self::Geometric(rule) => rule,
            Self::Harmonic(rule) => rule,
            Self::Generalised(rule) => rule,
            Self::Median(rule) => rule,
            Self::MazziottaPareto(rule) => rule,
            Self::WeightedSum(rule) => rule,
            Self::WeightedProduct(rule) => rule,
            Self::Topsis(rule) => rule,
            Self::Vikor(rule) => rule,
            Self::GreyRelational(rule) => rule,
            Self::Copeland(rule) => rule,
            Self::Borda(rule) => rule,
            Self::Kemeny(rule) => rule,
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
mod bad_input;
#[cfg(test)]
mod examples;
#[cfg(test)]
mod tests;
