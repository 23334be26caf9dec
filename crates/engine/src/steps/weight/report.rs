//! What a rule of weighting found: its own numbers, and what a reader should know before trusting them.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::dataset::Parameter;

/// The periods whose figures weights are computed from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WeightScope {
    /// All of them together (the default).
    #[default]
    AllPeriods,
    /// One of them, such as `{ base = "2019" }`.
    Base(String),
}

/// How the weights of the children of one node came about. Rules that only take what is written
/// (`given`, `equal`) report nothing.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WeightReport {
    /// The node whose children are weighted.
    pub node: String,
    /// Its level: 0 for the root.
    pub level: usize,
    /// The rule, as in the method.
    pub rule: String,
    /// The figures the weights were computed from; none where they come from judgements.
    pub figures: Option<WeightFigures>,
    /// The rule's numbers for the node as a whole: a consistency ratio, an explained share.
    pub measures: Vec<Parameter>,
    /// The children with their weights, in tree order.
    pub children: Vec<ChildWeight>,
    /// What to look at.
    pub warnings: Vec<WeightWarning>,
}

/// Which figures weights were computed from.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WeightFigures {
    /// The data set, as [`DataSet::step`](crate::DataSet::step) names it: for children that are
    /// indicators its columns, for others their scores made of it by the method's aggregation.
    pub data_set: String,
    /// The periods.
    pub scope: WeightScope,
    /// Number of rows (a unit in a period) with at least one of the children.
    pub rows: usize,
}

/// The weight of a child.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChildWeight {
    /// The child's code.
    pub code: String,
    /// Its share among its siblings; where every unit has its own, the mean of their shares.
    pub weight: f64,
    /// The rule's numbers for it: an entropy, a loading, a correlation.
    pub measures: Vec<Parameter>,
}

/// What a reader of weights should look at. `Display` says it in words.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "warning", rename_all = "snake_case")]
#[non_exhaustive]
pub enum WeightWarning {
    /// The judgements contradict each other.
    Inconsistent {
        /// The consistency ratio.
        ratio: f64,
        /// From where on it is too large.
        limit: f64,
    },
    /// The first component counts a child against the others.
    OpposedLoading {
        /// The child.
        child: String,
        /// Its loading.
        loading: f64,
    },
    /// A child has the same score everywhere and so tells nothing: it weighs 0.
    Constant {
        /// The child.
        child: String,
    },
}

impl fmt::Display for WeightWarning {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Inconsistent { ratio, limit } => write!(
                out,
                "the judgements contradict each other: their consistency ratio is {ratio:.3}, and {limit} is too large; ask the judges again"
            ),
            Self::OpposedLoading { child, loading } => write!(
                out,
                "{child} runs against its siblings (loading {loading:.3}): its magnitude is its weight; look at the direction of its indicators"
            ),
            Self::Constant { child } => write!(
                out,
                "{child} is the same everywhere, so it weighs 0; leave it out or give it a weight"
            ),
        }
    }
}
