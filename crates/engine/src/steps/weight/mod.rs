//! Weight: sets the weight of every node among its siblings. A method without this step takes the
//! weights as the framework gives them.

pub mod equal;
pub mod given;

use std::fmt::Debug;

use serde::Serialize;

pub use equal::Equal;
pub use given::Given;

use super::{Run, Setting};
use crate::error::ComputeError;
use crate::method::{MethodError, ReadError, Table};
use crate::work::Work;
use crate::workers::Workers;

/// Sets the weight of every node among its siblings.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Weight {
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
}

const RULES: &[&str] = &["given", "equal"];

/// What a rule of weighting is.
pub(crate) trait Rule: Debug + Send + Sync {
    /// The weight of every node among its siblings, in tree order: finite, 0 or more, with a sum
    /// above 0 under every parent.
    fn weights(&self, work: &Work<'_>) -> Result<Vec<f64>, ComputeError>;
}

impl WeightRule {
    /// The rule's word in a method's text.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Given(_) => "given",
            Self::Equal(_) => "equal",
        }
    }

    fn as_rule(&self) -> &dyn Rule {
        match self {
            Self::Given(rule) => rule,
            Self::Equal(rule) => rule,
        }
    }
}

impl Weight {
    pub(super) fn read(mut table: Table) -> Result<Self, ReadError> {
        let taken = ["step", "rule"];
        let rule = match table.needed_word("rule", RULES)? {
            "given" => table.read(&taken).map(WeightRule::Given),
            _ => table.read(&taken).map(WeightRule::Equal),
        };
        Ok(Self { rule: rule? })
    }
}

impl Run for Weight {
    fn check(&self, _setting: &Setting<'_>, _label: &str, _faults: &mut Vec<MethodError>) {}

    fn run(
        &self,
        work: &mut Work<'_>,
        _label: &str,
        _workers: &Workers,
    ) -> Result<(), ComputeError> {
        work.weights = self.rule.as_rule().weights(work)?;
        Ok(())
    }
}
