//! A run whose leaves are held: other weights are tried without touching the figures again.

use crate::compute::compute;
use crate::frame::Frame;
use crate::framework::Framework;
use crate::index::Index;
use crate::method::Method;
use crate::steps::Step;
use crate::what_if::WhatIfError;
use crate::what_if::change::with_weights_of;
use crate::what_if::focus::Site;

/// A run, and a setting that starts from its normalised values and the weights it computed and only
/// aggregates. Points added after the aggregation do not depend on weights.
pub(super) struct Held {
    pub(super) index: Index,
    frame: Frame,
    framework: Framework,
    method: Method,
}

impl Held {
    pub(super) fn of(
        frame: &Frame,
        framework: &Framework,
        method: &Method,
    ) -> Result<Self, WhatIfError> {
        let index = compute(frame, framework, method)?;
        let steps = method.steps.iter();
        let aggregate = steps.filter(|step| matches!(step, Step::Aggregate(_)));
        Ok(Self {
            frame: frame.with_scores(framework.leaves().filter_map(|(leaf, code)| {
                Some((frame.indicator_position(code)?, index.column(leaf)?))
            })),
            framework: with_weights_of(&index)?,
            method: Method {
                steps: aggregate.cloned().collect(),
            },
            index,
        })
    }

    /// The scores of all units when a node has this share among its siblings, who keep their proportions.
    pub(super) fn scores(
        &self,
        site: &Site<'_>,
        node: usize,
        share: f64,
    ) -> Result<Vec<Option<f64>>, WhatIfError> {
        let mut nodes = self.framework.nodes().to_vec();
        let siblings = self.siblings(node);
        let rest: f64 = siblings.iter().filter_map(|it| self.weight(*it)).sum();
        // The sum of the weights stays, for rules that do not divide by it.
        let all = rest + self.weight(node).unwrap_or_default();
        for sibling in siblings {
            if let Some(node) = nodes.get_mut(sibling) {
                node.weight = all * (1.0 - share) * (node.weight / rest);
            }
        }
        if let Some(node) = nodes.get_mut(node) {
            node.weight = all * share;
        }
        let index = compute(&self.frame, &Framework::new(nodes)?, &self.method)?;
        let units = 0..index.units().len();
        let score = |unit| index.score(site.period, site.node, unit);
        Ok(units
            .map(|unit| Some(score(unit)? + site.added(unit)))
            .collect())
    }

    pub(super) fn siblings(&self, node: usize) -> Vec<usize> {
        let parent = self.framework.parent(node);
        let children = parent.map_or(&[][..], |parent| self.framework.children(parent));
        children.iter().copied().filter(|it| *it != node).collect()
    }

    pub(super) fn weight(&self, node: usize) -> Option<f64> {
        self.framework.nodes().get(node).map(|node| node.weight)
    }
}
