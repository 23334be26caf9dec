//! Why a question of what-if cannot be answered.

use crate::error::ComputeError;
use crate::framework::FrameworkErrors;
use crate::progress::Cancelled;
use crate::suggest::hint;

/// Why a question of what-if cannot be answered. `Display` says what to do about it.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum WhatIfError {
    /// The index with the change cannot be computed.
    #[error(transparent)]
    Compute(#[from] ComputeError),
    /// The framework with the change is none.
    #[error(transparent)]
    Framework(#[from] FrameworkErrors),
    /// A code that is no node of the framework.
    #[error("`{node}` is no node of the framework{}: give the code of a dimension or an indicator", hint(nearest.as_deref()))]
    UnknownNode {
        /// The code.
        node: String,
        /// A node that is spelt nearly so.
        nearest: Option<String>,
    },
    /// A code that is no unit.
    #[error("there is no unit `{unit}`{}: give the code of a unit", hint(nearest.as_deref()))]
    UnknownUnit {
        /// The code.
        unit: String,
        /// A unit that is spelt nearly so.
        nearest: Option<String>,
    },
    /// A code that is no indicator of the frame.
    #[error("there is no indicator `{indicator}`{}: give the code of an indicator", hint(nearest.as_deref()))]
    UnknownIndicator {
        /// The code.
        indicator: String,
        /// An indicator that is spelt nearly so.
        nearest: Option<String>,
    },
    /// A word that is no period.
    #[error("there is no period `{period}`{}: give one of the frame's, or none for the last", hint(nearest.as_deref()))]
    UnknownPeriod {
        /// The word.
        period: String,
        /// A period that is spelt nearly so.
        nearest: Option<String>,
    },
    /// A level below which there is nothing.
    #[error("there is no level {level}: the deepest is {deepest}, and 0 is the index itself")]
    UnknownLevel {
        /// The level.
        level: usize,
        /// The deepest there is.
        deepest: usize,
    },
    /// Stopped before it was complete.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    /// Parts the node leaves an index of nothing.
    #[error("without `{node}` nothing is left of the index: drop less")]
    NothingLeft {
        /// The node.
        node: String,
    },
    /// Nobody has a score where the question is asked.
    #[error(
        "nobody has a score at {node} in {period}: ask about another node or period, or report the missing figures"
    )]
    NoScores {
        /// The node.
        node: String,
        /// The period.
        period: String,
    },
    /// The score asked about does not depend on the node.
    #[error(
        "`{node}` is not under `{above}`, whose scores do not depend on it: ask about nodes under `{above}`"
    )]
    NotUnder {
        /// The node.
        node: String,
        /// The node asked about.
        above: String,
    },
    /// A rank that there is not.
    #[error("there is no rank {rank} among {units} units: ask for one from 1 to {units}")]
    UnknownRank {
        /// The rank.
        rank: u32,
        /// The number of units.
        units: usize,
    },
    /// A tolerance that is none.
    #[error("the tolerance is {tolerance}: give a number above 0 and below 1, such as 1e-9")]
    Tolerance {
        /// The tolerance.
        tolerance: f64,
    },
    /// Limits between which no figure lies.
    #[error("no figure of {indicator} lies within its limits: let `least` be no more than `most`")]
    Limits {
        /// The indicator.
        indicator: String,
    },
    /// A question that makes sense for arithmetic means only.
    #[error(
        "the score of {node} is made by `{rule}`, and this question needs scores that are linear in the weights: ask about nodes under it, or use `arithmetic`"
    )]
    NotLinear {
        /// The node.
        node: String,
        /// Its rule.
        rule: &'static str,
    },
    /// A question about weights that are each unit's own.
    #[error(
        "every unit has its own weights here, so none can be held or moved for all: ask with a rule that weights all units alike"
    )]
    OwnWeights,
    /// A spread that is none.
    #[error("the spread of the weights is {spread}: give 0 or more, such as 0.25 for a quarter")]
    Spread {
        /// The spread.
        spread: f64,
    },
    /// Limits of a share that are none.
    #[error(
        "the share of `{node}` is to lie between {least} and {most}: give 0 ≤ least ≤ most ≤ 1"
    )]
    ShareBounds {
        /// The node.
        node: String,
        /// The least.
        least: f64,
        /// The most.
        most: f64,
    },
    /// An order of nodes that are no siblings.
    #[error(
        "`{heavier}` and `{lighter}` are no siblings, so their weights cannot be compared: order two nodes under one parent"
    )]
    NotSiblings {
        /// The one that is to weigh no less.
        heavier: String,
        /// The other.
        lighter: String,
    },
    /// Bounds that no weights meet.
    #[error(
        "no weights under `{parent}` sum to 1 within the bounds: let the least sum to no more than 1 and the most to no less, and the order not contradict them"
    )]
    NoWeights {
        /// The parent of the nodes.
        parent: String,
    },
    /// More units than can be compared in pairs.
    #[error(
        "{units} units are more than the {most} that are compared in pairs: ask about a group of them"
    )]
    TooManyUnits {
        /// The units.
        units: usize,
        /// The limit.
        most: usize,
    },
    /// The solver could not vouch for an answer.
    #[error("{reason}: scale the figures alike, or give the weights limits instead of an order")]
    Programme {
        /// Its words.
        reason: String,
    },
    /// The root has no siblings to be weighed against.
    #[error("`{node}` is the index itself and has no weight: weigh one of the nodes under it")]
    WeightOfRoot {
        /// The root.
        node: String,
    },
    /// A figure that is not a finite number.
    #[error(
        "the figure of {indicator} for {unit} is {value}: give a finite number, or none for a missing one"
    )]
    Figure {
        /// The indicator.
        indicator: String,
        /// The unit.
        unit: String,
        /// The figure.
        value: f64,
    },
}

impl WhatIfError {
    /// A stable word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Compute(_) => "compute",
            Self::Framework(_) => "framework",
            Self::UnknownNode { .. } => "unknown_node",
            Self::UnknownUnit { .. } => "unknown_unit",
            Self::UnknownIndicator { .. } => "unknown_indicator",
            Self::UnknownPeriod { .. } => "unknown_period",
            Self::UnknownLevel { .. } => "unknown_level",
            Self::Cancelled(_) => "cancelled",
            Self::NothingLeft { .. } => "nothing_left",
            Self::NoScores { .. } => "no_scores",
            Self::NotUnder { .. } => "not_under",
            Self::UnknownRank { .. } => "unknown_rank",
            Self::Tolerance { .. } => "tolerance",
            Self::Limits { .. } => "limits",
            Self::NotLinear { .. } => "not_linear",
            Self::OwnWeights => "own_weights",
            Self::Spread { .. } => "spread",
            Self::ShareBounds { .. } => "share_bounds",
            Self::NotSiblings { .. } => "not_siblings",
            Self::NoWeights { .. } => "no_weights",
            Self::TooManyUnits { .. } => "too_many_units",
            Self::Programme { .. } => "programme",
            Self::WeightOfRoot { .. } => "weight_of_root",
            Self::Figure { .. } => "figure",
        }
    }
}
