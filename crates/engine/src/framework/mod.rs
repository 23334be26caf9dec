//! The tree of an index: index → dimension → … → indicator, of any depth.

mod check;
mod error;

use std::collections::BTreeMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};

pub use error::{FrameworkError, FrameworkErrors};

use crate::frame::Frame;
use crate::suggest::nearest;

/// A node of the tree, as written: it names its parent and, if it is a leaf, its indicator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Node {
    /// The code people see, unique in the framework.
    pub code: String,
    /// The node above; none for the root.
    #[serde(default)]
    pub parent: Option<String>,
    /// The column of the frame; for leaves only.
    #[serde(default)]
    pub indicator: Option<String>,
    /// Weight relative to the siblings (they need not sum to 1).
    #[serde(default = "one")]
    pub weight: f64,
}

fn one() -> f64 {
    1.0
}

impl Node {
    /// The root: no parent, weight 1.
    pub fn root(code: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            parent: None,
            indicator: None,
            weight: 1.0,
        }
    }

    /// A node with children.
    pub fn branch(code: impl Into<String>, parent: impl Into<String>, weight: f64) -> Self {
        Self {
            parent: Some(parent.into()),
            weight,
            ..Self::root(code)
        }
    }

    /// A node without children, whose code is also the indicator's.
    pub fn leaf(code: impl Into<String>, parent: impl Into<String>, weight: f64) -> Self {
        let code = code.into();
        Self {
            indicator: Some(code.clone()),
            ..Self::branch(code, parent, weight)
        }
    }
}

/// A checked tree. Its nodes stand in tree order: a parent before its children, siblings as given,
/// the descendants of a node directly behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct Framework {
    nodes: Vec<Node>,
    links: Vec<Links>,
    positions: BTreeMap<String, usize>,
}

/// How a node hangs in the tree, by positions in tree order.
#[derive(Debug, Clone, PartialEq, Default)]
struct Links {
    parent: Option<usize>,
    children: Vec<usize>,
    level: usize,
    /// Position after the last descendant.
    end: usize,
}

impl Framework {
    /// Checks the nodes and puts them into tree order.
    ///
    /// # Errors
    /// All faults at once: no root or several, unknown parents, circles, codes or indicators used
    /// twice, leaves without an indicator, branches with one, weights that are negative, not finite
    /// or sum to 0 under a parent.
    ///
    /// ```
    /// use yanzhi_engine::{Framework, Node};
    ///
    /// let framework = Framework::new(vec![
    ///     Node::leaf("RD", "index", 2.0),
    ///     Node::root("index"),
    ///     Node::leaf("PATENT", "index", 1.0),
    /// ])?;
    /// let order: Vec<_> = framework.nodes().iter().map(|node| node.code.as_str()).collect();
    /// assert_eq!(order, ["index", "RD", "PATENT"]);
    ///
    /// let faults = Framework::new(vec![Node::leaf("RD", "indx", 1.0)]).unwrap_err();
    /// assert_eq!(faults.0.len(), 2); // no root, and a parent that is no node
    /// # Ok::<(), yanzhi_engine::FrameworkErrors>(())
    /// ```
    pub fn new(nodes: Vec<Node>) -> Result<Self, FrameworkErrors> {
        let family = check::Family::of(&nodes);
        let faults = check::faults(&nodes, &family);
        match family.root() {
            Some(root) if faults.is_empty() => Ok(Self::in_tree_order(nodes, &family, root)),
            _ => Err(FrameworkErrors(faults)),
        }
    }

    fn in_tree_order(nodes: Vec<Node>, family: &check::Family, root: usize) -> Self {
        let order = family.tree_order(root);
        let mut place = vec![0; nodes.len()];
        for (position, &given) in order.iter().enumerate() {
            if let Some(slot) = place.get_mut(given) {
                *slot = position;
            }
        }
        let at = |given: usize| place.get(given).copied().unwrap_or_default();
        let mut links: Vec<Links> = order
            .iter()
            .map(|&given| Links {
                parent: family.parent(given).map(at),
                children: family.children(given).iter().map(|&it| at(it)).collect(),
                ..Links::default()
            })
            .collect();
        set_levels(&mut links);
        set_ends(&mut links);
        let mut given: Vec<Option<Node>> = nodes.into_iter().map(Some).collect();
        let nodes: Vec<Node> = order
            .iter()
            .filter_map(|&it| given.get_mut(it)?.take())
            .collect();
        let positions = nodes
            .iter()
            .enumerate()
            .map(|(at, node)| (node.code.clone(), at));
        Self {
            positions: positions.collect(),
            nodes,
            links,
        }
    }

    /// The nodes in tree order. Positions elsewhere are positions in this list; 0 is the root.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The root's position.
    pub fn root(&self) -> usize {
        0
    }

    /// The position of a node.
    pub fn position(&self, code: &str) -> Option<usize> {
        self.positions.get(code).copied()
    }

    /// The level of a node: 0 for the root, 1 for its children.
    pub fn level(&self, node: usize) -> Option<usize> {
        self.links.get(node).map(|links| links.level)
    }

    /// The position of a node's parent.
    pub fn parent(&self, node: usize) -> Option<usize> {
        self.links.get(node)?.parent
    }

    /// The positions of a node's children, siblings as given.
    pub fn children(&self, node: usize) -> &[usize] {
        self.links.get(node).map_or(&[], |links| &links.children)
    }

    /// The positions of a node and all its descendants.
    pub fn subtree(&self, node: usize) -> Range<usize> {
        self.links.get(node).map_or(0..0, |links| node..links.end)
    }

    /// The column a leaf names.
    pub fn indicator(&self, node: usize) -> Option<&str> {
        self.nodes.get(node)?.indicator.as_deref()
    }

    /// Positions of the leaves with the indicator each names, in tree order.
    pub fn leaves(&self) -> impl Iterator<Item = (usize, &str)> {
        self.nodes
            .iter()
            .enumerate()
            .filter_map(|(position, node)| Some((position, node.indicator.as_deref()?)))
    }

    /// The deepest level that has nodes with children.
    pub(crate) fn deepest_branch_level(&self) -> usize {
        let branches = self.links.iter().filter(|links| !links.children.is_empty());
        branches.map(|links| links.level).max().unwrap_or_default()
    }

    /// Positions of the nodes of a level that have children.
    pub(crate) fn branches(&self, level: usize) -> Vec<usize> {
        let nodes = self.links.iter().enumerate();
        let branches = nodes.filter(|(_, it)| it.level == level && !it.children.is_empty());
        branches.map(|(position, _)| position).collect()
    }

    /// Checks that every leaf names a column of the frame.
    ///
    /// # Errors
    /// Every leaf that names a column the frame does not have.
    pub fn check_against(&self, frame: &Frame) -> Result<(), FrameworkErrors> {
        let codes = || frame.indicators().iter().map(|it| it.code.as_str());
        let faults: Vec<FrameworkError> = self
            .nodes
            .iter()
            .filter_map(|node| Some((node, node.indicator.as_deref()?)))
            .filter(|(_, indicator)| frame.indicator_position(indicator).is_none())
            .map(|(node, indicator)| FrameworkError::UnknownIndicator {
                node: node.code.clone(),
                indicator: indicator.to_owned(),
                nearest: nearest(indicator, codes()),
            })
            .collect();
        if faults.is_empty() {
            return Ok(());
        }
        Err(FrameworkErrors(faults))
    }
}

fn set_levels(links: &mut [Links]) {
    for position in 1..links.len() {
        let (before, rest) = links.split_at_mut(position);
        let Some(node) = rest.first_mut() else { return };
        let parent = node.parent.and_then(|parent| before.get(parent));
        node.level = parent.map_or(0, |parent| parent.level + 1);
    }
}

fn set_ends(links: &mut [Links]) {
    for position in (0..links.len()).rev() {
        let (before, rest) = links.split_at_mut(position);
        let Some(node) = rest.first_mut() else { return };
        node.end = node.end.max(position + 1);
        let end = node.end;
        if let Some(parent) = node.parent.and_then(|parent| before.get_mut(parent)) {
            parent.end = parent.end.max(end);
        }
    }
}

#[cfg(test)]
mod tests;
