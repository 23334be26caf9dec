//! Why a cell of the result has no score.

use serde::Serialize;

use crate::steps::ScreenCause;

/// Why a node has no score for a unit in a period. `Display` says what to do about it.
#[derive(Debug, Clone, PartialEq, Serialize, thiserror::Error)]
#[serde(tag = "reason", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Missing {
    /// The frame has no figure.
    #[error("there is no figure for {indicator}: report it, or let the method do without it")]
    NoData {
        /// The indicator.
        indicator: String,
    },
    /// There is a figure, but none to divide it by.
    #[error("there is no figure for {denominator}, by which {indicator} is divided: report it")]
    NoDenominator {
        /// The indicator.
        indicator: String,
        /// The missing denominator.
        denominator: String,
    },
    /// There is a figure, but none in the base period to compare it with.
    #[error("there is no figure for {indicator} in the base period: report it")]
    NoBase {
        /// The indicator.
        indicator: String,
    },
    /// There is a figure, but none in the period before to take the change from.
    #[error("there is no figure for {indicator} in the period before: report it")]
    NoChange {
        /// The indicator.
        indicator: String,
    },
    /// Nothing is expected yet of a schedule in its base period or before.
    #[error("the schedule of {indicator} has not begun: choose a period after its base period")]
    NotBegun {
        /// The indicator.
        indicator: String,
    },
    /// The unit was left out in this period.
    #[error("the unit was left out by step {step}: {cause}")]
    Screened {
        /// The step.
        step: String,
        /// Why it was left out.
        cause: ScreenCause,
    },
    /// The figure lies beyond the limits, and the method takes it out.
    #[error(
        "step {step} took the figure of {indicator} out, which lies beyond its limits: check it, or set beyond = \"limit\""
    )]
    Trimmed {
        /// The indicator.
        indicator: String,
        /// The step.
        step: String,
    },
    /// None of the children has a score.
    #[error("nothing under {node} has a score: report the figures of its indicators")]
    NoneAvailable {
        /// The node.
        node: String,
    },
    /// Fewer children have a score than the method asks for.
    #[error(
        "only {available:.3} of the children of {node} have a score and the method asks for {threshold}: report the missing figures, or lower data_threshold"
    )]
    BelowThreshold {
        /// The node.
        node: String,
        /// Share of the children with a score.
        available: f64,
        /// The share the method asks for.
        threshold: f64,
    },
    /// The children that have a score all weigh 0.
    #[error(
        "the children of {node} that have a score weigh nothing: report the missing figures, or change the weights"
    )]
    NoWeight {
        /// The node.
        node: String,
    },
}
