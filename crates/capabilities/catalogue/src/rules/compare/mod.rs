//! What differs between two versions of a framework.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use yanzhi_kernel::Code;

use super::effective_weights;
use crate::{
    Comparison, DefinitionChange, DraftContent, DraftNode, IndicatorDetails, NodeChange,
    NodeDifference, NodeSide, ValueChange,
};

/// Shares that differ by less are the same: they are quotients.
const SAME_SHARE: f64 = 1e-12;

/// One of the two sides: what the version says, and how the indicators are defined for it.
#[derive(Clone, Copy, Debug)]
pub struct Compared<'a> {
    /// What it says.
    pub content: &'a DraftContent,
    /// The definitions that it rests on.
    pub definitions: &'a BTreeMap<Code, IndicatorDetails>,
}

/// What differs from `before` to `after`.
pub fn compare(before: Compared<'_>, after: Compared<'_>) -> Comparison {
    let scoring = |side: Compared<'_>| serde_json::to_value(&side.content.scoring);
    Comparison {
        nodes: nodes(&before.content.nodes, &after.content.nodes),
        definitions: definitions(before, after),
        method: values(&before.content.method, &after.content.method),
        scoring: values(
            &scoring(before).unwrap_or_default(),
            &scoring(after).unwrap_or_default(),
        ),
    }
}

fn nodes(before: &[DraftNode], after: &[DraftNode]) -> Vec<NodeChange> {
    let (before, after) = (sides(before), sides(after));
    let (old, new) = (by_code(&before), by_code(&after));
    let kept = order_of_kept(&before, &after);
    let current = after.iter().map(|(code, side)| NodeChange {
        code: (*code).to_owned(),
        differences: differences(old.get(code).copied(), side, kept.contains(code)),
        before: old.get(code).map(|side| (*side).clone()),
        after: Some(side.clone()),
    });
    let gone = before.iter().filter(|(code, _)| !new.contains_key(code));
    let gone = gone.map(|(code, side)| NodeChange {
        code: (*code).to_owned(),
        differences: vec![NodeDifference::Removed],
        before: Some(side.clone()),
        after: None,
    });
    current
        .chain(gone)
        .filter(|change| !change.differences.is_empty())
        .collect()
}

type Sides<'a> = Vec<(&'a str, NodeSide)>;

fn by_code<'a>(sides: &'a Sides<'a>) -> BTreeMap<&'a str, &'a NodeSide> {
    sides.iter().map(|(code, side)| (*code, side)).collect()
}

fn sides(nodes: &[DraftNode]) -> Sides<'_> {
    let mut seen: BTreeMap<Option<&str>, usize> = BTreeMap::new();
    let shares = effective_weights(nodes);
    let sides = nodes.iter().zip(shares).map(|(node, effective_weight)| {
        let next = seen.entry(node.parent.as_deref()).or_default();
        let position = *next;
        *next += 1;
        let side = NodeSide {
            parent: node.parent.clone(),
            position,
            name: node.name.clone(),
            indicator: node.indicator.clone(),
            weight: node.weight,
            effective_weight,
        };
        (node.code.as_str(), side)
    });
    sides.collect()
}

/// The nodes that stay in their place among those siblings that both versions have: what is added or taken out before a
/// node does not move it.
fn order_of_kept<'a>(before: &Sides<'a>, after: &Sides<'a>) -> BTreeSet<&'a str> {
    let parent_of = |sides: &Sides<'a>| -> BTreeMap<&'a str, Option<String>> {
        sides
            .iter()
            .map(|(code, side)| (*code, side.parent.clone()))
            .collect()
    };
    let (old, new) = (parent_of(before), parent_of(after));
    let stays = |code: &&str| old.contains_key(code) && old.get(code) == new.get(code);
    let in_order = |sides: &Sides<'a>| {
        let mut order: BTreeMap<Option<String>, Vec<&'a str>> = BTreeMap::new();
        for (code, side) in sides.iter().filter(|(code, _)| stays(code)) {
            order.entry(side.parent.clone()).or_default().push(code);
        }
        order
    };
    let (old_order, new_order) = (in_order(before), in_order(after));
    let mut kept = BTreeSet::new();
    for (parent, new) in &new_order {
        let old = old_order.get(parent).map_or(&[][..], Vec::as_slice);
        let same = new.iter().zip(old).filter(|(new, old)| new == old);
        kept.extend(same.map(|(code, _)| *code));
    }
    kept
}

fn differences(
    before: Option<&NodeSide>,
    after: &NodeSide,
    keeps_its_place: bool,
) -> Vec<NodeDifference> {
    let Some(before) = before else {
        return vec![NodeDifference::Added];
    };
    let is_moved = before.parent != after.parent;
    let found = [
        (NodeDifference::Moved, is_moved),
        (NodeDifference::Reordered, !is_moved && !keeps_its_place),
        (NodeDifference::Renamed, before.name != after.name),
        (
            NodeDifference::Reweighted,
            before.weight.to_bits() != after.weight.to_bits(),
        ),
        (
            NodeDifference::ShareChanged,
            !is_same_share(before.effective_weight, after.effective_weight),
        ),
        (
            NodeDifference::IndicatorChanged,
            before.indicator != after.indicator,
        ),
    ];
    let found = found.into_iter().filter(|(_, is_so)| *is_so);
    found.map(|(difference, _)| difference).collect()
}

fn is_same_share(before: Option<f64>, after: Option<f64>) -> bool {
    match (before, after) {
        (Some(before), Some(after)) => (before - after).abs() < SAME_SHARE,
        (before, after) => before.is_none() && after.is_none(),
    }
}

/// Only what either tree uses: the rest of the catalogue changes nothing in it.
fn definitions(before: Compared<'_>, after: Compared<'_>) -> Vec<DefinitionChange> {
    let used = before.content.nodes.iter().chain(&after.content.nodes);
    let used: BTreeSet<&str> = used.filter_map(|node| node.indicator.as_deref()).collect();
    let changed = used.into_iter().filter_map(|code| {
        let indicator: Code = code.parse().ok()?;
        let (was, is) = (
            before.definitions.get(&indicator)?,
            after.definitions.get(&indicator)?,
        );
        let fields = is.changes_since(was);
        (!fields.is_empty()).then_some(DefinitionChange { indicator, fields })
    });
    changed.collect()
}

/// What differs between two JSON values, leaf by leaf.
fn values(before: &Value, after: &Value) -> Vec<ValueChange> {
    let (mut old, mut new) = (BTreeMap::new(), BTreeMap::new());
    flatten(String::new(), before, &mut old);
    flatten(String::new(), after, &mut new);
    let paths: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let changed = paths
        .into_iter()
        .filter(|path| old.get(*path) != new.get(*path));
    changed
        .map(|path| ValueChange {
            path: path.clone(),
            before: old.get(path).cloned(),
            after: new.get(path).cloned(),
        })
        .collect()
}

fn flatten(path: String, value: &Value, leaves: &mut BTreeMap<String, Value>) {
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            for (key, value) in fields {
                let below = if path.is_empty() {
                    key.clone()
                } else {
                    format!("{path}.{key}")
                };
                flatten(below, value, leaves);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for (number, item) in items.iter().enumerate() {
                flatten(format!("{path}[{number}]"), item, leaves);
            }
        }
        // What is not set may be written as null or left out.
        Value::Null => {}
        // 60 and 60.0 are the same number, whichever way they were written.
        Value::Number(number) => {
            leaves.insert(path, number.as_f64().into());
        }
        leaf => {
            leaves.insert(path, leaf.clone());
        }
    }
}

#[cfg(test)]
mod tests;
