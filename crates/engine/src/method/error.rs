//! What can be wrong with a method. A check finds all of it at once.

use std::fmt;

use super::ParameterFault;
use crate::steps::{AdjustFault, BandFault, JudgementFault};
use crate::suggest::hint;

/// One fault of a method.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum MethodError {
    /// Nothing makes scores of the figures.
    #[error("the method has no aggregate step: add one")]
    NoAggregate,
    /// A step that can stand once stands more than once.
    #[error("the method has more than one {step} step: keep one")]
    Twice {
        /// The step.
        step: &'static str,
    },
    /// A step on the wrong side of the aggregation.
    #[error("the {step} step belongs {belongs} the aggregate step: move it")]
    Order {
        /// The step.
        step: &'static str,
        /// `before` or `after`.
        belongs: &'static str,
    },
    /// An indicator of which less is better would be added up as it is.
    #[error(
        "indicator `{indicator}` is better when lower, and no normalise step turns it round: add one"
    )]
    DirectionIgnored {
        /// The indicator.
        indicator: String,
    },
    /// A step names a column that the frame does not have.
    #[error("step {step}: `{indicator}` is no indicator of the frame{}: correct the code", hint(nearest.as_deref()))]
    UnknownIndicator {
        /// The step's label.
        step: String,
        /// The code it names.
        indicator: String,
        /// The indicator most like it.
        nearest: Option<String>,
    },
    /// An indicator of the framework for which the step has no rule.
    #[error(
        "step {step}: indicator `{indicator}` has no rule: give the step a rule for all, or one for it"
    )]
    NoRule {
        /// The step's label.
        step: String,
        /// The indicator.
        indicator: String,
    },
    /// A parameter is missing or out of its bounds.
    #[error("step {step}, rule {rule}{}: {fault}", of(indicator.as_deref()))]
    Parameter {
        /// The step's label.
        step: String,
        /// The rule.
        rule: &'static str,
        /// The indicator, where the parameter is one indicator's.
        indicator: Option<String>,
        /// What is wrong.
        fault: ParameterFault,
    },
    /// A base period that the frame does not have.
    #[error("step {step}{}: `{period}` is no period of the frame{}: choose one of its periods", of(Some(indicator)), hint(nearest.as_deref()))]
    UnknownPeriod {
        /// The step's label.
        step: String,
        /// The indicator.
        indicator: String,
        /// The period it names.
        period: String,
        /// The period most like it.
        nearest: Option<String>,
    },
    /// A step names a unit that the frame does not have.
    #[error("step {step}: `{unit}` is no unit of the frame{}: correct the code", hint(nearest.as_deref()))]
    UnknownUnit {
        /// The step's label.
        step: String,
        /// The code it names.
        unit: String,
        /// The unit most like it.
        nearest: Option<String>,
    },
    /// A unit that is both kept and left out.
    #[error("step {step}: `{unit}` stands under keep and under leave_out: take it out of one")]
    KeptAndLeftOut {
        /// The step's label.
        step: String,
        /// The unit.
        unit: String,
    },
    /// A screening that would leave nobody out.
    #[error("step {step} asks for nothing: give it `available`, `non_zero` or `leave_out`")]
    NothingToScreen {
        /// The step's label.
        step: String,
    },
    /// A grouping that no unit of the frame has.
    #[error("step {step}: `{grouping}` is no grouping of the units{}: correct its name", hint(nearest.as_deref()))]
    UnknownGrouping {
        /// The step's label.
        step: String,
        /// The grouping it names.
        grouping: String,
        /// The grouping most like it.
        nearest: Option<String>,
    },
    /// Items or entries of an adjust step that make no sense.
    #[error("step {step}: {fault}")]
    Adjust {
        /// The step's label.
        step: String,
        /// What is wrong.
        fault: AdjustFault,
    },
    /// Bands of a rank step that make no sense.
    #[error("step {step}: {fault}")]
    Band {
        /// The step's label.
        step: String,
        /// What is wrong.
        fault: BandFault,
    },
    /// A base period for weights that the frame does not have.
    #[error("step {step}, rule {rule}: `{period}` is no period of the frame{}: choose one of its periods", hint(nearest.as_deref()))]
    UnknownBase {
        /// The step's label.
        step: String,
        /// The rule.
        rule: &'static str,
        /// The period it names.
        period: String,
        /// The period most like it.
        nearest: Option<String>,
    },
    /// A step names a node that it does not weight.
    #[error("step {step}, rule {rule}: it weights no `{node}`{}: correct the code, or the level of the rule", hint(nearest.as_deref()))]
    UnknownNode {
        /// The step's label.
        step: String,
        /// The rule.
        rule: &'static str,
        /// The code it names.
        node: String,
        /// The code most like it.
        nearest: Option<String>,
    },
    /// What is wrong with judgements about the children of a node.
    #[error("step {step}, rule {rule}, node {node}: {fault}")]
    Judgement {
        /// The step's label.
        step: String,
        /// The rule.
        rule: &'static str,
        /// The node whose children are judged.
        node: String,
        /// What is wrong.
        fault: JudgementFault,
    },
    /// Weights computed from figures that are still to be changed.
    #[error(
        "the weight rule {rule} reads the scores that are aggregated, and a {step} step stands behind it: move the weight step directly before the aggregate step"
    )]
    WeightTooEarly {
        /// The rule.
        rule: &'static str,
        /// The step that changes the figures.
        step: &'static str,
    },
    /// A rule that needs the weights of a higher level, which are computed after its own.
    #[error(
        "step {step}: the rule {rule} of level {level} needs the weights above it, and those of level {above} are computed from figures: give level {above} a rule that is not, or correlate with the parent"
    )]
    WeightsAbove {
        /// The step's label.
        step: String,
        /// The rule.
        rule: &'static str,
        /// Its level.
        level: usize,
        /// The level above.
        above: usize,
    },
    /// Weights that are made for a sum and would be averaged.
    #[error(
        "level {level}: the weights of {rule} are those of a sum, and {aggregation} does not sum: give level {level} of the aggregate step the rule weighted_sum"
    )]
    SumNeeded {
        /// The level.
        level: usize,
        /// The rule of weighting.
        rule: &'static str,
        /// The rule of aggregation.
        aggregation: &'static str,
    },
    /// A level at which no node has children.
    #[error(
        "step {step}: no node of level {level} has children (the deepest that do are of level {deepest}): correct the level"
    )]
    UnknownLevel {
        /// The step's label.
        step: String,
        /// The level it names.
        level: usize,
        /// The deepest level with nodes that have children.
        deepest: usize,
    },
    /// A level given twice.
    #[error("step {step}: level {level} stands twice: keep one")]
    LevelTwice {
        /// The step's label.
        step: String,
        /// The level.
        level: usize,
    },
}

impl MethodError {
    /// The label of the step in which it lies; none where it lies in the method as a whole.
    pub fn step(&self) -> Option<&str> {
        match self {
            Self::NoAggregate | Self::DirectionIgnored { .. } => None,
            Self::WeightTooEarly { .. } => Some("weight"),
            Self::SumNeeded { .. } => Some("aggregate"),
            Self::Twice { step } | Self::Order { step, .. } => Some(step),
            Self::UnknownIndicator { step, .. }
            | Self::NoRule { step, .. }
            | Self::Parameter { step, .. }
            | Self::UnknownPeriod { step, .. }
            | Self::UnknownUnit { step, .. }
            | Self::KeptAndLeftOut { step, .. }
            | Self::NothingToScreen { step }
            | Self::UnknownGrouping { step, .. }
            | Self::Adjust { step, .. }
            | Self::Band { step, .. }
            | Self::UnknownBase { step, .. }
            | Self::UnknownNode { step, .. }
            | Self::Judgement { step, .. }
            | Self::WeightsAbove { step, .. }
            | Self::UnknownLevel { step, .. }
            | Self::LevelTwice { step, .. } => Some(step),
        }
    }
}

fn of(indicator: Option<&str>) -> String {
    indicator.map_or_else(String::new, |code| format!(", indicator {code}"))
}

/// Everything that is wrong with a method. Never empty.
#[derive(Debug, Clone, PartialEq)]
pub struct MethodErrors(pub Vec<MethodError>);

impl fmt::Display for MethodErrors {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, error) in self.0.iter().enumerate() {
            let gap = if position == 0 { "" } else { "\n" };
            write!(out, "{gap}{error}")?;
        }
        Ok(())
    }
}

impl std::error::Error for MethodErrors {}
