//! `framework.csv`: the tree, checked by the engine.

use std::collections::HashMap;

use yanzhi_engine::{Framework, FrameworkError, Node};
use yanzhi_kernel::{Code, Text};

use super::Tables;
use super::indicators::Indicators;
use crate::code_list::{self, CodeList};
use crate::fault::frameworks;
use crate::model::{FrameworkNode, Number};
use crate::problem::{Findings, Place};
use crate::row::{Pair, Row};
use crate::table::{Spec, may, must};

pub(crate) const SPEC: Spec = Spec {
    file: "framework.csv",
    is_required: true,
    max_rows: 10_000,
    columns: &[
        must("code"),
        may("parent"),
        may("indicator"),
        may("name_zh"),
        may("name_en"),
        must("weight"),
    ],
};

/// The tree as the engine knows it, and the nodes in its order.
pub(crate) struct Tree {
    pub(crate) framework: Framework,
    pub(crate) nodes: Vec<FrameworkNode>,
}

/// A node with the places of what it says.
struct Line {
    node: FrameworkNode,
    parent: Option<String>,
    places: Places,
}

#[derive(Clone, Copy)]
struct Places {
    parent: Place,
    indicator: Place,
    weight: Place,
}

/// The tree, unless something in it is wrong.
pub(crate) fn read(tables: &mut Tables<'_, '_>, indicators: &Indicators) -> Option<Tree> {
    let before = tables.folder.findings.total();
    let mut codes = CodeList::new(code_list::NODES);
    let mut lines: Vec<Line> = Vec::new();
    let is_whole = tables.each(&SPEC, |row, findings| {
        lines.extend(line(row, &mut codes, indicators, findings));
    });
    codes.is_whole &= is_whole;
    let findings = &mut tables.folder.findings;
    let has_parents = check_parents(&codes, &lines, findings);
    let known = |line: &Line| {
        let parent = line.parent.as_ref()?;
        codes.find(parent).map(|_| parent.clone())
    };
    if !codes.is_whole {
        return None;
    }
    let nodes = lines.iter().map(|line| Node {
        code: line.node.code.to_string(),
        parent: known(line),
        indicator: line.node.indicator.as_ref().map(ToString::to_string),
        weight: line.node.weight,
    });
    match Framework::new(nodes.collect()) {
        Ok(framework) if findings.total() == before => Some(in_tree_order(framework, lines)),
        Ok(_) => None,
        Err(errors) => {
            for error in errors.0 {
                let error = if has_parents {
                    Some(error)
                } else {
                    beside_parents(error, &lines)
                };
                if let Some(error) = error {
                    note(&error, &lines, findings);
                }
            }
            None
        }
    }
}

fn line(
    row: &Row<'_>,
    codes: &mut CodeList,
    indicators: &Indicators,
    findings: &mut Findings,
) -> Option<Line> {
    let code = codes.add(row, findings);
    let parent = row.word("parent").map(std::borrow::Cow::into_owned);
    let named = indicators.codes.named(row, "indicator", findings);
    let indicator = named.and_then(|it| indicators.codes.code(it)).cloned();
    let weight = weight(row, findings);
    let name = name(row, code.as_ref(), indicator.as_ref(), indicators, findings);
    // The engine says more of the tree when an unknown indicator still makes a leaf.
    let indicator = indicator.or_else(|| row.word("indicator")?.parse().ok());
    let node = FrameworkNode {
        code: code?,
        parent: parent.as_ref().and_then(|parent| parent.parse().ok()),
        indicator,
        name,
        weight: weight.map_or(1.0, |weight| weight.value),
    };
    let places = Places {
        parent: row.place("parent"),
        indicator: row.place("indicator"),
        weight: row.place("weight"),
    };
    Some(Line {
        node,
        parent,
        places,
    })
}

/// A number; of the root, which has no siblings, nobody asks it.
fn weight(row: &Row<'_>, findings: &mut Findings) -> Option<Number> {
    let is_given = row.word("weight").is_some();
    if is_given || row.word("parent").is_some() {
        row.needed_word("weight", findings)?;
        return row.number("weight", false, findings);
    }
    None
}

/// The node's own name, or that of its indicator.
fn name(
    row: &Row<'_>,
    code: Option<&Code>,
    indicator: Option<&Code>,
    indicators: &Indicators,
    findings: &mut Findings,
) -> Text {
    let own = row.pair(Pair::NAME, findings);
    let by_code = |code: &Code| indicators.list.iter().find(|it| it.code == *code);
    let lent = indicator.and_then(by_code).map(|it| it.name.clone());
    if let Some(lent) = lent {
        let or = |own: String, lent: String| if own.is_empty() { lent } else { own };
        return Text::new(or(own.zh, lent.zh), or(own.en, lent.en));
    }
    let is_nameless = own.zh.is_empty() || own.en.is_empty();
    if is_nameless
        && row.word("indicator").is_none()
        && let Some(code) = code
    {
        row.refuse("name_zh", findings, || {
            frameworks::name_missing(code.as_str())
        });
    }
    own
}

/// Notes parents that are not there; whether all are.
fn check_parents(codes: &CodeList, lines: &[Line], findings: &mut Findings) -> bool {
    let before = findings.total();
    for line in lines {
        let parent = line.parent.as_deref().filter(|it| codes.find(it).is_none());
        if let Some(fault) = parent.and_then(|parent| codes.missing(parent)) {
            findings.add(line.places.parent, fault);
        }
    }
    findings.total() == before
}

fn in_tree_order(framework: Framework, lines: Vec<Line>) -> Tree {
    let mut by_code: HashMap<String, FrameworkNode> = lines
        .into_iter()
        .map(|line| (line.node.code.to_string(), line.node))
        .collect();
    let order = framework.nodes().iter();
    let nodes = order
        .filter_map(|node| by_code.remove(&node.code))
        .collect();
    Tree { framework, nodes }
}

/// What the engine found, where some parents are not there: a node whose parent is not is no root for that, and
/// one whose children are not there is no leaf.
fn beside_parents(error: FrameworkError, lines: &[Line]) -> Option<FrameworkError> {
    match error {
        FrameworkError::LeafWithoutIndicator { .. } => None,
        FrameworkError::ManyRoots { .. } => {
            let is_root = |line: &&Line| line.parent.is_none();
            let roots = lines.iter().filter(is_root);
            let roots: Vec<String> = roots.map(|line| line.node.code.to_string()).collect();
            (roots.len() > 1).then_some(FrameworkError::ManyRoots { roots })
        }
        other => Some(other),
    }
}

/// Notes what the engine found, where it stands. What the codes already showed is not said twice.
fn note(error: &FrameworkError, lines: &[Line], findings: &mut Findings) {
    let of = |code: &str| lines.iter().find(|line| line.node.code.as_str() == code);
    let at = |code: &str, place: fn(&Places) -> Place| of(code).map(|line| place(&line.places));
    let place = match error {
        FrameworkError::UnknownParent { .. } | FrameworkError::Duplicate { .. } => return,
        FrameworkError::ManyRoots { roots } => roots.get(1).and_then(|it| at(it, |it| it.parent)),
        FrameworkError::Cycle { nodes } => nodes.first().and_then(|it| at(it, |it| it.parent)),
        FrameworkError::LeafWithoutIndicator { node }
        | FrameworkError::BranchWithIndicator { node, .. } => at(node, |it| it.indicator),
        FrameworkError::IndicatorTwice { nodes, .. } => {
            nodes.get(1).and_then(|it| at(it, |it| it.indicator))
        }
        FrameworkError::Weight { node, .. } => at(node, |it| it.weight),
        FrameworkError::WeightSum { parent, .. } => {
            let is_child = |line: &&Line| line.parent.as_deref() == Some(parent);
            lines.iter().find(is_child).map(|line| line.places.weight)
        }
        _ => None,
    };
    findings.add(place.unwrap_or(Place::top(SPEC.file)), || {
        frameworks::framework(error)
    });
}
