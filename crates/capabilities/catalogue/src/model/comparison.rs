//! What differs between two versions of a framework.

use yanzhi_kernel::{Code, Text};

use super::FieldChange;

/// What differs from one version to another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// Nodes that were added, taken out, moved, renamed or weigh something else.
    pub nodes: Vec<NodeChange>,
    /// Indicators of either tree whose definition differs.
    pub definitions: Vec<DefinitionChange>,
    /// What differs in the method.
    pub method: Vec<ValueChange>,
    /// What differs in what scores are computed on.
    pub scoring: Vec<ValueChange>,
}

/// How a node differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NodeDifference {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is part of another node.
    Moved,
    /// It stands elsewhere among its siblings.
    Reordered,
    /// It has another name.
    Renamed,
    /// It weighs something else among its siblings.
    Reweighted,
    /// Its share of the whole index is another one.
    ShareChanged,
    /// It has another indicator.
    IndicatorChanged,
}

impl NodeDifference {
    /// The word that the API uses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Moved => "moved",
            Self::Reordered => "reordered",
            Self::Renamed => "renamed",
            Self::Reweighted => "reweighted",
            Self::ShareChanged => "share_changed",
            Self::IndicatorChanged => "indicator_changed",
        }
    }
}

/// A node that differs, as it was and as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct NodeChange {
    /// Its code.
    pub code: String,
    /// How it differs.
    pub differences: Vec<NodeDifference>,
    /// As it was; `None` when it is new.
    pub before: Option<NodeSide>,
    /// As it is; `None` when it is gone.
    pub after: Option<NodeSide>,
}

/// A node in one of two versions.
#[derive(Clone, Debug, PartialEq)]
pub struct NodeSide {
    /// What it is part of.
    pub parent: Option<String>,
    /// Its place among its siblings, from 0.
    pub position: usize,
    /// Its name.
    pub name: Text,
    /// Its indicator.
    pub indicator: Option<String>,
    /// Its weight among its siblings.
    pub weight: f64,
    /// Its share of the whole index; `None` where the tree does not say.
    pub effective_weight: Option<f64>,
}

/// An indicator whose definition differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DefinitionChange {
    /// The indicator.
    pub indicator: Code,
    /// What differs.
    pub fields: Vec<FieldChange>,
}

/// A value that differs, by its path; `None` where there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueChange {
    /// Its path, such as `steps[0].indicators.RD_GDP.standard`.
    pub path: String,
    /// What it was.
    pub before: Option<serde_json::Value>,
    /// What it is.
    pub after: Option<serde_json::Value>,
}
