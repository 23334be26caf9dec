//! Weight: sets the weight of every node among its siblings. A method without this step takes the
//! weights as the framework gives them.
//!
//! Every level can have its own rule (level 0 is the root: its rule weights the root's children); the
//! step's rule serves the levels that have none. Rules of judgement (`given`, `equal`,
//! `budget_allocation`, `ahp`) look at no figure. The others compute weights from the scores that are
//! aggregated, level by level from the deepest up: for children that are indicators from their columns
//! as the step before left them, for others from their scores under the weights found below. So the
//! step with such a rule stands directly before the aggregation. [`WeightReport`] says what each found.
//!
//! Computed weights are one set for the whole panel: weights that changed from year to year would make
//! scores incomparable. `scope` says which periods they are computed from, `"all_periods"` (the default)
//! or `{ base = "2019" }`.

pub mod ahp;
pub mod benefit_of_the_doubt;
pub mod budget_allocation;
mod check;
pub mod correlation;
pub mod critic;
pub mod entropy;
pub mod equal;
pub mod given;
mod judgement;
pub mod pca;
mod report;
mod rule;
mod run;

use serde::Serialize;

pub use ahp::Ahp;
pub use benefit_of_the_doubt::{BenefitOfTheDoubt, Frontier, ShareBounds, ShareOf};
pub use budget_allocation::BudgetAllocation;
pub(crate) use check::check_place;
pub use correlation::{Aim, Correlation, With};
pub use critic::Critic;
pub use entropy::Entropy;
pub use equal::Equal;
pub use given::Given;
pub use judgement::{Comparison, Judgement, JudgementFault};
pub use pca::{Pca, PcaWeights};
pub use report::{ChildWeight, WeightFigures, WeightReport, WeightScope, WeightWarning};
use rule::Rule;

use crate::method::{ReadError, Table};

/// Sets the weight of every node among its siblings.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Weight {
    /// Where the weights come from, at every level that has no rule of its own.
    #[serde(flatten)]
    pub rule: WeightRule,
    /// The rules of single levels.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<WeightLevel>,
}

/// The rule of one level.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WeightLevel {
    /// The level of the nodes whose children are weighted: 0 for the root.
    pub level: usize,
    /// Where the weights come from.
    #[serde(flatten)]
    pub rule: WeightRule,
}

/// Where weights come from.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "rule", rename_all = "snake_case")]
#[non_exhaustive]
pub enum WeightRule {
    /// From the framework.
    Given(Given),
    /// The same for all siblings.
    Equal(Equal),
    /// 专家打分: from points that experts share out.
    BudgetAllocation(BudgetAllocation),
    /// 层次分析法: from judgements in pairs.
    Ahp(Ahp),
    /// 熵权法: by how unequally scores are spread.
    Entropy(Entropy),
    /// By spread and by conflict with the siblings.
    Critic(Critic),
    /// From the loadings of the first principal component.
    Pca(Pca),
    /// So that correlations with the index are as desired.
    Correlation(Correlation),
    /// Each unit's most favourable ones.
    BenefitOfTheDoubt(BenefitOfTheDoubt),
}

const RULES: &[&str] = &[
    "given",
    "equal",
    "budget_allocation",
    "ahp",
    "entropy",
    "critic",
    "pca",
    "correlation",
    "benefit_of_the_doubt",
];

impl WeightRule {
    /// The rule's word in a method's text.
    pub fn word(&self) -> &'static str {
        self.as_rule().word()
    }

    fn read(mut table: Table, taken: &[&str]) -> Result<Self, ReadError> {
        match table.needed_word("rule", RULES)? {
            "given" => table.read(taken).map(Self::Given),
            "equal" => table.read(taken).map(Self::Equal),
            "budget_allocation" => table.read(taken).map(Self::BudgetAllocation),
            "ahp" => table.read(taken).map(Self::Ahp),
            "entropy" => table.read(taken).map(Self::Entropy),
            "critic" => table.read(taken).map(Self::Critic),
            "pca" => table.read(taken).map(Self::Pca),
            "correlation" => table.read(taken).map(Self::Correlation),
            _ => table.read(taken).map(Self::BenefitOfTheDoubt),
        }
    }

    fn as_rule(&self) -> &dyn Rule {
        match self {
            Self::Given(rule) => rule,
            Self::Equal(rule) => rule,
            Self::BudgetAllocation(rule) => rule,
            Self::Ahp(rule) => rule,
            Self::Entropy(rule) => rule,
            Self::Critic(rule) => rule,
            Self::Pca(rule) => rule,
            Self::Correlation(rule) => rule,
            Self::BenefitOfTheDoubt(rule) => rule,
        }
    }
}

impl Weight {
    /// The same rule at every level.
    pub fn all(rule: WeightRule) -> Self {
        let levels = Vec::new();
        Self { rule, levels }
    }

    /// The rule of a level.
    pub fn at(&self, level: usize) -> &WeightRule {
        let own = self.levels.iter().find(|own| own.level == level);
        own.map_or(&self.rule, |own| &own.rule)
    }

    /// Whether every weight is the framework's.
    pub(crate) fn is_given(&self) -> bool {
        let own = self.levels.iter().map(|own| &own.rule);
        let mut rules = std::iter::once(&self.rule).chain(own);
        rules.all(|rule| matches!(rule, WeightRule::Given(_)))
    }

    pub(super) fn read(mut table: Table) -> Result<Self, ReadError> {
        let levels = table.tables("levels")?.into_iter().map(WeightLevel::read);
        let levels = levels.collect::<Result<_, ReadError>>()?;
        let rule = WeightRule::read(table, &["step", "rule", "levels"])?;
        Ok(Self { rule, levels })
    }

    /// The highest level whose weights are computed from figures.
    fn top_reader(&self, deepest: usize) -> Option<usize> {
        (0..=deepest).find(|&level| self.at(level).as_rule().reads_figures())
    }
}

impl WeightLevel {
    fn read(mut own: Table) -> Result<Self, ReadError> {
        let path = own.at("level");
        let level = own.take("level")?.ok_or(ReadError::Missing { path })?;
        let rule = WeightRule::read(own, &["level", "rule"])?;
        Ok(Self { level, rule })
    }
}

#[cfg(test)]
mod tests;
