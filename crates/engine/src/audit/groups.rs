//! Whether the members of a group belong together: Cronbach's alpha and principal components.

use serde::Serialize;

use super::view::View;
use crate::statistics::{Components, cronbach_alpha, principal_components};

/// What is known of the members of one node.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GroupAudit {
    /// The node.
    pub node: String,
    /// Number of indicators under it, at any depth.
    pub indicators: usize,
    /// Cronbach's alpha of these indicators; none with fewer than two, or where they do not vary.
    pub alpha: Option<f64>,
    /// Its children, in the order of the loadings.
    pub children: Vec<String>,
    /// The principal components of its children; none where a child is constant or fewer than two
    /// units have them all.
    pub components: Option<Components>,
}

pub(super) fn groups(view: &View<'_>) -> Vec<GroupAudit> {
    view.branches().map(|node| group(view, node)).collect()
}

fn group(view: &View<'_>, node: usize) -> GroupAudit {
    let leaves = view.leaves_under(node);
    let children = view.index.framework().children(node);
    let columns = |nodes: &[usize]| -> Vec<&[Option<f64>]> {
        nodes.iter().map(|&node| view.turned(node)).collect()
    };
    GroupAudit {
        node: view.code(node),
        indicators: leaves.len(),
        alpha: cronbach_alpha(&columns(&leaves)),
        children: children.iter().map(|&child| view.code(child)).collect(),
        components: principal_components(&columns(children)),
    }
}
