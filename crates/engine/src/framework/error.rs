//! What can be wrong with a framework. A check finds all of it at once.

use std::fmt;

use crate::suggest::hint;

/// One fault of a framework.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum FrameworkError {
    /// There are no nodes.
    #[error("the framework has no nodes: give at least the index and one indicator")]
    Empty,
    /// A code is empty.
    #[error("number {number} of the nodes has an empty code: give it one")]
    EmptyCode {
        /// Its place in the list, from 1.
        number: usize,
    },
    /// A code stands twice.
    #[error("node `{node}` stands twice: remove or rename one")]
    Duplicate {
        /// The code.
        node: String,
    },
    /// Every node has a parent.
    #[error("no node is the root: leave the parent of the index empty")]
    NoRoot,
    /// More than one node has no parent.
    #[error("more than one root ({}): give all but the index a parent", roots.join(", "))]
    ManyRoots {
        /// The nodes without a parent.
        roots: Vec<String>,
    },
    /// A parent that is not a node.
    #[error("node `{node}` names the parent `{parent}`, which is no node{}: correct the code or add the node", hint(nearest.as_deref()))]
    UnknownParent {
        /// The child.
        node: String,
        /// The parent it names.
        parent: String,
        /// The node most like it.
        nearest: Option<String>,
    },
    /// Nodes that are their own ancestors.
    #[error("the parents of {} go round in a circle: give one of them another parent", nodes.join(" → "))]
    Cycle {
        /// The circle, each node followed by its parent.
        nodes: Vec<String>,
    },
    /// A node without children that names no indicator.
    #[error(
        "node `{node}` has neither children nor an indicator: name its indicator or give it children"
    )]
    LeafWithoutIndicator {
        /// The node.
        node: String,
    },
    /// A node with children that names an indicator.
    #[error(
        "node `{node}` has children and names the indicator `{indicator}`: only a node without children takes one"
    )]
    BranchWithIndicator {
        /// The node.
        node: String,
        /// The indicator it names.
        indicator: String,
    },
    /// One indicator under two nodes.
    #[error("indicator `{indicator}` is used by {}: use each indicator once", nodes.join(" and "))]
    IndicatorTwice {
        /// The indicator.
        indicator: String,
        /// The nodes that name it.
        nodes: Vec<String>,
    },
    /// A negative weight, NaN or infinity.
    #[error("node `{node}` has the weight {weight}: a weight is a finite number, 0 or more")]
    Weight {
        /// The node.
        node: String,
        /// Its weight.
        weight: f64,
    },
    /// The weights of a node's children sum to 0 (or beyond the largest number).
    #[error(
        "the weights of the children of `{parent}` sum to {sum}: the sum must be a finite number above 0"
    )]
    WeightSum {
        /// The parent.
        parent: String,
        /// The sum.
        sum: f64,
    },
    /// A leaf names a column the frame does not have.
    #[error("node `{node}` names the indicator `{indicator}`, which the frame does not have{}: correct the code or add the indicator", hint(nearest.as_deref()))]
    UnknownIndicator {
        /// The node.
        node: String,
        /// The indicator it names.
        indicator: String,
        /// The indicator of the frame most like it.
        nearest: Option<String>,
    },
}

/// Everything that is wrong with a framework. Never empty.
#[derive(Debug, Clone, PartialEq)]
pub struct FrameworkErrors(pub Vec<FrameworkError>);

impl fmt::Display for FrameworkErrors {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, error) in self.0.iter().enumerate() {
            let gap = if position == 0 { "" } else { "\n" };
            write!(out, "{gap}{error}")?;
        }
        Ok(())
    }
}

impl std::error::Error for FrameworkErrors {}
