//! Finds everything that is wrong with a list of nodes, without recursion: a tree of any depth.

use std::collections::BTreeMap;

use super::{FrameworkError, Node};
use crate::suggest::nearest;

/// Who is whose parent, by positions in the list as given.
pub(super) struct Family {
    parents: Vec<Option<usize>>,
    children: Vec<Vec<usize>>,
    roots: Vec<usize>,
}

impl Family {
    pub(super) fn of(nodes: &[Node]) -> Self {
        let mut positions: BTreeMap<&str, usize> = BTreeMap::new();
        for (position, node) in nodes.iter().enumerate() {
            positions.entry(&node.code).or_insert(position);
        }
        let parents: Vec<Option<usize>> = nodes
            .iter()
            .map(|node| positions.get(node.parent.as_deref()?).copied())
            .collect();
        let mut children = vec![Vec::new(); nodes.len()];
        for (position, parent) in parents.iter().enumerate() {
            if let Some(list) = parent.and_then(|parent| children.get_mut(parent)) {
                list.push(position);
            }
        }
        let is_root = |&position: &usize| nodes.get(position).is_some_and(|it| it.parent.is_none());
        Self {
            parents,
            children,
            roots: (0..nodes.len()).filter(is_root).collect(),
        }
    }

    /// The only root, if there is exactly one.
    pub(super) fn root(&self) -> Option<usize> {
        match self.roots.as_slice() {
            [root] => Some(*root),
            _ => None,
        }
    }

    pub(super) fn parent(&self, node: usize) -> Option<usize> {
        self.parents.get(node).copied().flatten()
    }

    pub(super) fn children(&self, node: usize) -> &[usize] {
        self.children.get(node).map_or(&[], Vec::as_slice)
    }

    /// A node before its children, siblings as given.
    pub(super) fn tree_order(&self, root: usize) -> Vec<usize> {
        let mut order = Vec::with_capacity(self.parents.len());
        let mut open = vec![root];
        while let Some(node) = open.pop() {
            order.push(node);
            open.extend(self.children(node).iter().rev());
        }
        order
    }

    /// Every circle once, from its member given first.
    fn circles(&self) -> Vec<Vec<usize>> {
        let mut seen_in_walk = vec![usize::MAX; self.parents.len()];
        let mut circles = Vec::new();
        for start in 0..self.parents.len() {
            let mut node = start;
            while let Some(mark) = seen_in_walk
                .get_mut(node)
                .filter(|mark| **mark == usize::MAX)
            {
                *mark = start;
                match self.parent(node) {
                    Some(parent) => node = parent,
                    None => break,
                }
            }
            let met_itself = seen_in_walk.get(node) == Some(&start);
            if met_itself && self.parent(node).is_some() {
                circles.push(self.circle_through(node));
            }
        }
        circles
    }

    fn circle_through(&self, start: usize) -> Vec<usize> {
        let above = std::iter::successors(Some(start), |&node| {
            self.parent(node).filter(|&parent| parent != start)
        });
        let mut circle: Vec<usize> = above.collect();
        let first = circle.iter().enumerate().min_by_key(|&(_, node)| *node);
        let first = first.map_or(0, |(position, _)| position);
        circle.rotate_left(first);
        circle
    }
}

pub(super) fn faults(nodes: &[Node], family: &Family) -> Vec<FrameworkError> {
    if nodes.is_empty() {
        return vec![FrameworkError::Empty];
    }
    let mut faults = Vec::new();
    codes(nodes, &mut faults);
    roots(nodes, family, &mut faults);
    parents(nodes, family, &mut faults);
    leaves(nodes, family, &mut faults);
    indicators(nodes, &mut faults);
    weights(nodes, family, &mut faults);
    faults
}

fn code_of(nodes: &[Node], position: usize) -> String {
    nodes
        .get(position)
        .map(|node| node.code.clone())
        .unwrap_or_default()
}

fn codes(nodes: &[Node], faults: &mut Vec<FrameworkError>) {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for (position, node) in nodes.iter().enumerate() {
        if node.code.trim().is_empty() {
            faults.push(FrameworkError::EmptyCode {
                number: position + 1,
            });
        }
        let seen = uses.entry(&node.code).or_default();
        *seen += 1;
        if *seen == 2 {
            faults.push(FrameworkError::Duplicate {
                node: node.code.clone(),
            });
        }
    }
}

fn roots(nodes: &[Node], family: &Family, faults: &mut Vec<FrameworkError>) {
    match family.roots.as_slice() {
        [] => faults.push(FrameworkError::NoRoot),
        [_] => {}
        roots => faults.push(FrameworkError::ManyRoots {
            roots: roots.iter().map(|&root| code_of(nodes, root)).collect(),
        }),
    }
}

fn parents(nodes: &[Node], family: &Family, faults: &mut Vec<FrameworkError>) {
    for (position, node) in nodes.iter().enumerate() {
        if let (Some(parent), None) = (&node.parent, family.parent(position)) {
            faults.push(FrameworkError::UnknownParent {
                node: node.code.clone(),
                parent: parent.clone(),
                nearest: nearest(parent, nodes.iter().map(|it| it.code.as_str())),
            });
        }
    }
    for circle in family.circles() {
        let nodes = circle.iter().map(|&node| code_of(nodes, node)).collect();
        faults.push(FrameworkError::Cycle { nodes });
    }
}

fn leaves(nodes: &[Node], family: &Family, faults: &mut Vec<FrameworkError>) {
    for (position, node) in nodes.iter().enumerate() {
        match (&node.indicator, family.children(position).is_empty()) {
            (None, true) => faults.push(FrameworkError::LeafWithoutIndicator {
                node: node.code.clone(),
            }),
            (Some(indicator), false) => faults.push(FrameworkError::BranchWithIndicator {
                node: node.code.clone(),
                indicator: indicator.clone(),
            }),
            _ => {}
        }
    }
}

fn indicators(nodes: &[Node], faults: &mut Vec<FrameworkError>) {
    let mut users: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for node in nodes {
        if let Some(indicator) = node.indicator.as_deref() {
            users.entry(indicator).or_default().push(node.code.clone());
        }
    }
    for (indicator, nodes) in users.into_iter().filter(|(_, nodes)| nodes.len() > 1) {
        let indicator = indicator.to_owned();
        faults.push(FrameworkError::IndicatorTwice { indicator, nodes });
    }
}

fn weights(nodes: &[Node], family: &Family, faults: &mut Vec<FrameworkError>) {
    let is_weight = |node: &Node| node.weight.is_finite() && node.weight >= 0.0;
    for node in nodes.iter().filter(|node| !is_weight(node)) {
        faults.push(FrameworkError::Weight {
            node: node.code.clone(),
            weight: node.weight,
        });
    }
    for (position, parent) in nodes.iter().enumerate() {
        let children = family.children(position);
        let children: Vec<&Node> = children.iter().filter_map(|&it| nodes.get(it)).collect();
        let sum: f64 = children.iter().map(|child| child.weight).sum();
        let all_weigh = children.iter().all(|child| is_weight(child));
        if !children.is_empty() && all_weigh && !(sum > 0.0 && sum.is_finite()) {
            faults.push(FrameworkError::WeightSum {
                parent: parent.code.clone(),
                sum,
            });
        }
    }
}
