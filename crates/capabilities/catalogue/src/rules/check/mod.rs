//! What is wrong with a draft, all of it at once.

mod method;
mod scoring;
mod tree;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use yanzhi_kernel::{Code, Text};
use yanzhi_organisations::Directory;

use crate::{
    Caliber, Draft, DraftPart, Finding, FrameworkContent, FrameworkNode, IndicatorRecord, Severity,
};

/// What a draft is checked against.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The indicators that there are.
    pub indicators: &'a BTreeMap<Code, IndicatorRecord>,
    /// The calibers that there are.
    pub calibers: &'a BTreeMap<Code, Caliber>,
    /// The units that there are.
    pub directory: &'a Directory,
}

/// What a check found, and what the draft says when nothing is wrong with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// Errors first, then by part.
    pub findings: Vec<Finding>,
    /// The content that could be published; `None` with an error.
    pub content: Option<FrameworkContent>,
}

/// Checks a draft: the tree, what scores are computed on, and the method against both.
pub fn check(draft: &Draft, known: Known<'_>) -> Checked {
    let mut findings = Vec::new();
    let tree = tree::check(&draft.content.nodes, known, &mut findings);
    let scoring = scoring::check(&draft.content.scoring, known, &mut findings);
    let setting = method::Setting {
        framework: tree.as_ref(),
        scoring: scoring.as_ref(),
        known,
    };
    let method = method::check(&draft.content.method, &setting, &mut findings);
    findings.sort_by_key(|finding| finding.severity);
    let is_sound = findings.iter().all(|it| it.severity != Severity::Error);
    let content = match (tree, scoring, method) {
        (Some(tree), Some(scoring), Some(method)) if is_sound => {
            nodes(draft, &tree).map(|nodes| FrameworkContent {
                version: draft.version.clone(),
                nodes,
                method,
                scoring,
            })
        }
        _ => None,
    };
    Checked { findings, content }
}

/// The nodes in tree order, in the words of a published version.
fn nodes(draft: &Draft, tree: &yanzhi_engine::Framework) -> Option<Vec<FrameworkNode>> {
    let names: BTreeMap<&str, &Text> = draft
        .content
        .nodes
        .iter()
        .map(|node| (node.code.as_str(), &node.name))
        .collect();
    let nodes = tree.nodes().iter().map(|node| {
        Some(FrameworkNode {
            code: node.code.parse().ok()?,
            parent: node.parent.as_ref().map(|it| it.parse()).transpose().ok()?,
            indicator: node
                .indicator
                .as_ref()
                .map(|it| it.parse())
                .transpose()
                .ok()?,
            name: names.get(node.code.as_str()).copied()?.clone(),
            weight: node.weight,
        })
    });
    nodes.collect()
}

/// A finding in the making.
fn finding(
    (severity, part): (Severity, DraftPart),
    place: impl Into<Option<String>>,
    code: &'static str,
    what: (String, String),
    remedy: (&str, &str),
) -> Finding {
    Finding {
        severity,
        part,
        place: place.into(),
        code,
        what: Text::new(what.0, what.1),
        remedy: Text::new(remedy.0, remedy.1),
    }
}

/// Words as messages list them.
fn listed<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.take(20).collect::<Vec<_>>().join(", ")
}
