//! From a score to the points of each child, down to the figure and every rule between.

use serde::Serialize;

use super::Index;
use crate::dataset::Parameter;
use crate::missing::Missing;
use crate::numbers::count;
use crate::steps::{Basis, GivenChild};

/// How a node came by its score for one unit in one period.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NodeExplanation {
    /// The node's code.
    pub node: String,
    /// Its level: 0 for the root.
    pub level: usize,
    /// The code of the node above.
    pub parent: Option<String>,
    /// Its score.
    pub score: Option<f64>,
    /// Its rank among all units.
    pub rank: Option<u32>,
    /// Its weight among its siblings, as the method's weight step set it.
    pub weight: f64,
    /// Its share in the weight of the siblings that have a score (1 for the root); none when it has
    /// no score itself.
    pub effective_weight: Option<f64>,
    /// The points it gives to the score of its parent; with its siblings' they add up to it.
    pub contribution: Option<f64>,
    /// Those points as a share of the parent's score.
    pub contribution_share: Option<f64>,
    /// How the contribution is to be read; none for the root.
    pub basis: Option<Basis>,
    /// How its children became its score; none for a leaf.
    pub aggregation: Option<Aggregation>,
    /// For a leaf: its value after every step, from the figure to the normalised value.
    pub stages: Vec<Stage>,
    /// Why it has no score.
    pub missing: Option<Missing>,
}

/// How children became a score.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Aggregation {
    /// The rule, as in the method.
    pub rule: String,
    /// Its formula in plain text.
    pub formula: String,
    /// The share of the children that have a score.
    pub available_share: f64,
    /// The share the method asks for, if it asks.
    pub data_threshold: Option<f64>,
}

/// The value of an indicator after a step.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stage {
    /// The step: `raw`, then as the method names them.
    pub step: String,
    /// The rule; none for the figure itself.
    pub rule: Option<String>,
    /// The rule's formula in plain text, with `x` the value of the stage before.
    pub formula: Option<String>,
    /// The numbers the rule used.
    pub parameters: Vec<Parameter>,
    /// The value after the step; none where it is missing.
    pub value: Option<f64>,
}

/// What one child gives to its parent.
#[derive(Debug, Clone, Copy, Default)]
struct Contribution {
    effective_weight: Option<f64>,
    points: Option<f64>,
    share: Option<f64>,
    basis: Option<Basis>,
}

impl Index {
    /// Explains every node for a unit in a period, in tree order. Empty when there is no such unit or
    /// period.
    pub fn explain(&self, period: usize, unit: usize) -> Vec<NodeExplanation> {
        let nodes = self.framework.subtree(self.framework.root());
        let mut contributions = vec![Contribution::default(); nodes.len()];
        for parent in nodes.clone() {
            for (child, found) in self.contributions(period, parent, unit) {
                if let Some(place) = contributions.get_mut(child) {
                    *place = found;
                }
            }
        }
        nodes
            .zip(contributions)
            .filter_map(|(node, contribution)| self.explanation(period, node, unit, contribution))
            .collect()
    }

    /// Explains one node for a unit in a period.
    pub fn explain_node(&self, period: usize, node: usize, unit: usize) -> Option<NodeExplanation> {
        let parent = self.framework.parent(node);
        let siblings = parent.map(|parent| self.contributions(period, parent, unit));
        let own = siblings.and_then(|found| found.into_iter().find(|(child, _)| *child == node));
        let contribution = own.map(|(_, contribution)| contribution);
        self.explanation(period, node, unit, contribution.unwrap_or_default())
    }

    fn explanation(
        &self,
        period: usize,
        node: usize,
        unit: usize,
        given: Contribution,
    ) -> Option<NodeExplanation> {
        if period >= self.periods.len() || unit >= self.units.len() {
            return None;
        }
        let of = self.framework.nodes().get(node)?;
        let score = self.score(period, node, unit);
        let root_share = score.filter(|_| of.parent.is_none()).map(|_| 1.0);
        Some(NodeExplanation {
            node: of.code.clone(),
            level: self.framework.level(node)?,
            parent: of.parent.clone(),
            score,
            rank: self.rank(period, node, unit),
            weight: self.weight(node)?,
            effective_weight: given.effective_weight.or(root_share),
            contribution: given.points,
            contribution_share: given.share,
            basis: given.basis,
            aggregation: self.aggregation(period, node, unit),
            stages: self.stages(of.indicator.as_deref(), period, unit),
            missing: self.missing(period, node, unit),
        })
    }

    fn aggregation(&self, period: usize, node: usize, unit: usize) -> Option<Aggregation> {
        let children = self.framework.children(node);
        if children.is_empty() {
            return None;
        }
        let has_score = |child: &&usize| self.score(period, **child, unit).is_some();
        let (rule, data_threshold) = self.aggregate.at(self.framework.level(node)?);
        Some(Aggregation {
            rule: rule.word().to_owned(),
            formula: rule.as_rule().formula().to_owned(),
            available_share: count(children.iter().filter(has_score).count())
                / count(children.len()),
            data_threshold,
        })
    }

    fn stages(&self, indicator: Option<&str>, period: usize, unit: usize) -> Vec<Stage> {
        let Some(code) = indicator else {
            return Vec::new();
        };
        let stage = |data_set: &crate::DataSet| {
            let account = data_set.account.as_ref()?;
            let value = data_set.column(code)?.get(period, unit);
            let origin = account.origin(code, period, unit)?;
            Some(Stage {
                step: data_set.step().to_owned(),
                rule: origin.rule,
                formula: origin.formula,
                parameters: origin.parameters,
                value,
            })
        };
        self.data_sets.iter().filter_map(stage).collect()
    }

    /// What each child of a node gives to it.
    fn contributions(
        &self,
        period: usize,
        parent: usize,
        unit: usize,
    ) -> Vec<(usize, Contribution)> {
        let children = self.framework.children(parent);
        let Some(level) = self.framework.level(parent) else {
            return Vec::new();
        };
        let rule = self.aggregate.at(level).0.as_rule();
        let basis = Some(rule.basis());
        let given = children.iter().filter_map(|&child| {
            let score = self.score(period, child, unit)?;
            let weight = self.weight(child)?;
            Some((child, GivenChild { weight, score }))
        });
        let (present, given): (Vec<usize>, Vec<GivenChild>) = given.unzip();
        let mass: f64 = given.iter().map(|child| child.weight).sum();
        let score = self.score(period, parent, unit);
        let shares = score.and_then(|score| Some((score, rule.shares(&given)?)));
        let mut found: Vec<(usize, Contribution)> = children
            .iter()
            .map(|&child| {
                (
                    child,
                    Contribution {
                        basis,
                        ..Contribution::default()
                    },
                )
            })
            .collect();
        for (place, (child, given)) in present.iter().zip(&given).enumerate() {
            let share = shares
                .as_ref()
                .and_then(|(_, shares)| shares.get(place).copied());
            let points = shares
                .as_ref()
                .zip(share)
                .map(|((score, _), share)| score * share);
            if let Some((_, slot)) = found.iter_mut().find(|(it, _)| it == child) {
                slot.effective_weight = (mass > 0.0).then(|| given.weight / mass);
                slot.points = points;
                slot.share = share;
            }
        }
        found
    }
}
