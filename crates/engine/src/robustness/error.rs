//! Why an analysis of robustness or sensitivity cannot be made.

use std::fmt;

use crate::error::ComputeError;
use crate::method::{MethodErrors, ParameterFault, ReadError};
use crate::progress::Cancelled;
use crate::suggest::hint;

/// Why an analysis cannot be made.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum RobustnessError {
    /// The index cannot be computed as the method says.
    #[error(transparent)]
    Compute(#[from] ComputeError),
    /// The description does not fit the method, the framework or the frame.
    #[error(transparent)]
    Description(#[from] UncertaintyFaults),
    /// The index cannot be computed in one of the replicates.
    #[error("replicate {number} ({choices}): {source}")]
    Replicate {
        /// The replicate, from 1; the first that fails.
        number: u64,
        /// What it chose of every assumption with alternatives.
        choices: String,
        /// Why.
        source: Box<ComputeError>,
    },
    /// Ranks and results would not fit.
    #[error(
        "the analysis needs about {needed_bytes} bytes and {limit_bytes} are allowed: ask for fewer replicates, or allow more memory"
    )]
    TooLarge {
        /// What it would need.
        needed_bytes: u64,
        /// What it may use.
        limit_bytes: u64,
    },
    /// Its watcher stopped it.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
}

/// Everything that is wrong with a description; at least one.
#[derive(Debug, Clone, PartialEq)]
pub struct UncertaintyFaults(pub Vec<UncertaintyFault>);

impl fmt::Display for UncertaintyFaults {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, fault) in self.0.iter().enumerate() {
            let gap = if position == 0 { "" } else { "\n" };
            write!(out, "{gap}{fault}")?;
        }
        Ok(())
    }
}

impl std::error::Error for UncertaintyFaults {}

/// One fault of a description.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum UncertaintyFault {
    /// A number that must not be 0.
    #[error("`{key}` is 0: give a number above 0")]
    Zero {
        /// The key.
        key: &'static str,
    },
    /// More than the sampler can make.
    #[error("`{key}` is {value} and may be at most {most}: {remedy}")]
    TooMany {
        /// The key.
        key: &'static str,
        /// Its value.
        value: u64,
        /// The most it may be.
        most: u64,
        /// What to do.
        remedy: &'static str,
    },
    /// A number of the description out of its bounds.
    #[error(transparent)]
    Number(ParameterFault),
    /// Nothing is uncertain.
    #[error("no assumption is uncertain: describe at least one under `assumptions`")]
    NoAssumptions,
    /// A number of an assumption out of its bounds.
    #[error("assumption `{assumption}`: {fault}")]
    Parameter {
        /// The assumption.
        assumption: String,
        /// What is wrong.
        fault: ParameterFault,
    },
    /// An assumption that cannot stand twice, or two with one name.
    #[error("assumption `{assumption}` stands twice: keep one, or give the second another name")]
    Twice {
        /// The assumption.
        assumption: String,
    },
    /// A code or label that is not there.
    #[error("{of}`{word}` is no {what}{}: correct it", hint(nearest.as_deref()))]
    Unknown {
        /// `assumption … : ` or nothing.
        of: String,
        /// `step of the method`, `indicator of the frame` …
        what: &'static str,
        /// The word.
        word: String,
        /// The known word most like it.
        nearest: Option<String>,
    },
    /// An assumption without anything to choose from.
    #[error("assumption `{assumption}` has nothing to choose from: list at least one alternative")]
    NoChoice {
        /// The assumption.
        assumption: String,
    },
    /// An alternative of another step.
    #[error(
        "assumption `{assumption}`, alternative {number}: it defines the step {found}, and the assumption is about {step}: correct it"
    )]
    OtherStep {
        /// The assumption.
        assumption: String,
        /// The alternative, from 1.
        number: usize,
        /// The step it defines.
        found: &'static str,
        /// The step it should define.
        step: String,
    },
    /// A step that the index cannot do without.
    #[error(
        "assumption `{assumption}`, alternative {number}: the aggregate step cannot be left out: give another rule"
    )]
    CannotLeaveOut {
        /// The assumption.
        assumption: String,
        /// The alternative, from 1.
        number: usize,
    },
    /// A parameter's value that the step does not take.
    #[error("assumption `{assumption}`, alternative {number}: {source}")]
    Read {
        /// The assumption.
        assumption: String,
        /// The alternative, from 1.
        number: usize,
        /// Why.
        source: ReadError,
    },
    /// An alternative that does not fit the framework or the frame.
    #[error("assumption `{assumption}`, alternative {number}: {source}")]
    Alternative {
        /// The assumption.
        assumption: String,
        /// The alternative, from 1.
        number: usize,
        /// Why.
        source: MethodErrors,
    },
    /// A node whose absence leaves nothing.
    #[error("assumption `{assumption}`: nothing is left of the index without {node}: leave it in")]
    NothingLeft {
        /// The assumption.
        assumption: String,
        /// The node.
        node: String,
    },
    /// A point that was given and does not fit.
    #[error(
        "point {number}: give {assumptions} numbers from 0 to below 1, one for every assumption"
    )]
    Point {
        /// The point, from 1.
        number: usize,
        /// How many assumptions there are.
        assumptions: usize,
    },
    /// The alternatives together make more methods than can be numbered.
    #[error("the alternatives make more combinations than can be told apart: list fewer")]
    TooManyCombinations,
}
