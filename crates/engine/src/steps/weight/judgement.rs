//! Pairwise judgements: ratios, in a matrix.

use serde::{Deserialize, Serialize};

/// How much more important one child is than another: a number above 0, written as one or as `"1/3"`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(into = "f64", try_from = "Written")]
pub struct Judgement(pub f64);

impl From<Judgement> for f64 {
    fn from(judgement: Judgement) -> Self {
        judgement.0
    }
}

/// A judgement as a method's text has it.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Number(f64),
    Text(String),
}

impl TryFrom<Written> for Judgement {
    type Error = String;

    fn try_from(written: Written) -> Result<Self, String> {
        let text = match written {
            Written::Number(number) => return Ok(Self(number)),
            Written::Text(text) => text,
        };
        let (above, below) = text.split_once('/').unwrap_or((&text, "1"));
        let number = |part: &str| part.trim().parse::<f64>().ok();
        let ratio = number(above).zip(number(below));
        let ratio = ratio.map(|(above, below)| Self(above / below));
        ratio.ok_or_else(|| format!("`{text}` is no ratio: write a number, or \"1/3\""))
    }
}

/// The judgements about the children of one node.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// The children's codes, in the order of rows and columns.
    pub order: Vec<String>,
    /// Row by row, the importance of the child of the row against that of the column.
    pub rows: Vec<Vec<Judgement>>,
}

/// What is wrong with judgements about the children of a node.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum JudgementFault {
    /// Nobody judged them.
    #[error("nobody judges its children: judge them, or give its level another rule")]
    None,
    /// An expert judged only some of the children.
    #[error("{expert} gives no points to {child}: give 0 or more to every child, or to none")]
    NoPoints {
        /// The expert.
        expert: String,
        /// The child without points.
        child: String,
    },
    /// Points below 0 or not finite.
    #[error("{expert} gives {child} {points} points: give a finite number of 0 or more")]
    BadPoints {
        /// The expert.
        expert: String,
        /// The child.
        child: String,
        /// The points.
        points: f64,
    },
    /// An expert's points do not add up to the budget.
    #[error("the points of {expert} add up to {sum}: they must be {budget}")]
    WrongBudget {
        /// The expert.
        expert: String,
        /// Their sum.
        sum: f64,
        /// The budget.
        budget: f64,
    },
    /// A matrix that does not compare each child with each once.
    #[error("the matrix names {}: name each of its children once: {}", named.join(", "), children.join(", "))]
    WrongOrder {
        /// The children as the matrix names them.
        named: Vec<String>,
        /// The node's children.
        children: Vec<String>,
    },
    /// A matrix of another shape.
    #[error("row {row} of the matrix has {found} numbers: give {needed} rows of {needed}")]
    WrongShape {
        /// The row, from 1; the one after the last when rows are missing.
        row: usize,
        /// How many numbers stand there.
        found: usize,
        /// How many there must be.
        needed: usize,
    },
    /// A judgement that is no ratio.
    #[error(
        "the judgement of {row} against {column} is {value}: it must be a finite number above 0"
    )]
    NoRatio {
        /// The child of the row.
        row: String,
        /// The child of the column.
        column: String,
        /// The number.
        value: f64,
    },
    /// Two judgements of the same pair that are not each other's reciprocal.
    #[error(
        "{row} against {column} is {forth} and {column} against {row} is {back}: one must be 1 divided by the other (write \"1/3\")"
    )]
    NotReciprocal {
        /// The child of the row.
        row: String,
        /// The child of the column.
        column: String,
        /// The judgement in the row.
        forth: f64,
        /// The judgement in the column.
        back: f64,
    },
    /// The iteration for the principal eigenvector did not come to rest.
    #[error(
        "after {iterations} iterations the principal eigenvector still moves by {change:e}: judge less extremely"
    )]
    NoEigenvector {
        /// Number of iterations.
        iterations: u32,
        /// The last change.
        change: f64,
    },
}
