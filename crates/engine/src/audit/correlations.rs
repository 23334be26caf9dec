//! Correlations between indicators, with the nodes above them, and with denominators.

use serde::Serialize;

use super::AuditOptions;
use super::view::{View, cells};
use crate::frame::Frame;
use crate::framework::Framework;
use crate::statistics::{Correlate, Correlation, correlate};

/// Two indicators and how they go together.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Pair {
    /// The first, in tree order.
    pub first: String,
    /// The second.
    pub second: String,
    /// The deepest node both stand under: their parent, when they are siblings.
    pub group: String,
    /// None where too few units have both, or one does not vary.
    pub correlation: Option<Correlation>,
}

/// A node and a node above it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AncestorCorrelation {
    /// The node.
    pub node: String,
    /// Its parent, or a node above that.
    pub ancestor: String,
    /// 1 for the parent, 2 for the parent's parent.
    pub distance: usize,
    /// None where too few units have both, or one does not vary.
    pub correlation: Option<Correlation>,
}

/// An indicator and a column of the frame outside the framework.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DenominatorCorrelation {
    /// The indicator's node.
    pub indicator: String,
    /// The column.
    pub denominator: String,
    /// How they go together.
    pub correlation: Correlation,
}

pub(super) fn between_indicators(view: &View<'_>, by: Correlate) -> Vec<Pair> {
    let framework = view.index.framework();
    let leaves = view.leaves();
    let mut pairs = Vec::new();
    for (place, &a) in leaves.iter().enumerate() {
        for &b in leaves.iter().skip(place + 1) {
            pairs.push(Pair {
                first: view.code(a),
                second: view.code(b),
                group: view.code(common(framework, a, b)),
                correlation: correlate(view.turned(a), view.turned(b), by),
            });
        }
    }
    pairs
}

/// The deepest node that has both below it.
fn common(framework: &Framework, a: usize, b: usize) -> usize {
    let has_both = |node: &usize| framework.subtree(*node).contains(&b);
    let mut above = ancestors(framework, a);
    above.find(has_both).unwrap_or(framework.root())
}

fn ancestors(framework: &Framework, node: usize) -> impl Iterator<Item = usize> {
    std::iter::successors(framework.parent(node), |&it| framework.parent(it))
}

pub(super) fn with_ancestors(view: &View<'_>, by: Correlate) -> Vec<AncestorCorrelation> {
    let framework = view.index.framework();
    let mut found = Vec::new();
    for node in 0..view.index.nodes().len() {
        for (ancestor, distance) in ancestors(framework, node).zip(1..) {
            found.push(AncestorCorrelation {
                node: view.code(node),
                ancestor: view.code(ancestor),
                distance,
                correlation: correlate(view.turned(node), view.turned(ancestor), by),
            });
        }
    }
    found
}

pub(super) fn with_denominators(
    view: &View<'_>,
    frame: &Frame,
    options: &AuditOptions,
) -> Vec<DenominatorCorrelation> {
    let used: Vec<&str> = view
        .index
        .framework()
        .leaves()
        .map(|(_, code)| code)
        .collect();
    let columns = frame.indicators().iter().enumerate();
    let columns: Vec<_> = columns
        .filter(|(_, it)| !used.contains(&it.code.as_str()))
        .map(|(at, it)| {
            (
                &it.code,
                cells(frame.column(at), view.period, frame.units().len()),
            )
        })
        .collect();
    let mut found = Vec::new();
    for leaf in view.leaves() {
        for (code, column) in &columns {
            let correlation = correlate(view.plain(leaf), column, options.correlation);
            let is_high = |it: &Correlation| it.value.abs() > options.denominator;
            found.extend(
                correlation
                    .filter(is_high)
                    .map(|correlation| DenominatorCorrelation {
                        indicator: view.code(leaf),
                        denominator: (*code).clone(),
                        correlation,
                    }),
            );
        }
    }
    found
}

pub(super) fn collinear(pairs: &[Pair], above: f64) -> Vec<Pair> {
    let is_high = |pair: &&Pair| pair.correlation.is_some_and(|it| it.value > above);
    pairs.iter().filter(is_high).cloned().collect()
}

/// Pairs below the threshold that share a dimension (a node under the root; in a flat tree the root).
pub(super) fn negative(view: &View<'_>, pairs: &[Pair], below: f64) -> Vec<Pair> {
    let framework = view.index.framework();
    let is_flat = view.branches().nth(1).is_none();
    let is_inside = |group: &str| is_flat || framework.position(group) != Some(framework.root());
    let is_low = |pair: &&Pair| pair.correlation.is_some_and(|it| it.value < below);
    let low = pairs.iter().filter(is_low);
    low.filter(|pair| is_inside(&pair.group)).cloned().collect()
}
