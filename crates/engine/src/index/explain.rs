//! From a score to the points of each child, down to the figure and every rule between.

use serde::Serialize;

use super::{Changed, Index};
use crate::dataset::{ChangeKind, Parameter};
use crate::missing::Missing;
use crate::numbers::{count, needed};
use crate::steps::{Adjustment, Basis, Found, Opened};

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
    /// Its weight among its siblings, as the method's weight step set it: the unit's own where the rule
    /// gives every unit its own.
    pub weight: f64,
    /// Its share in the weight of the siblings that have a score (1 for the root); none when it has
    /// no score itself.
    pub effective_weight: Option<f64>,
    /// The points it gives to the score of its parent; with its siblings' they add up to it, before
    /// any adjustment.
    pub contribution: Option<f64>,
    /// Those points as a share of the parent's score.
    pub contribution_share: Option<f64>,
    /// How the contribution is to be read; none for the root.
    pub basis: Option<Basis>,
    /// How its children became its score; none for a leaf.
    pub aggregation: Option<Aggregation>,
    /// For the root: the bonus and penalty items of the unit, where the method has them.
    pub adjustment: Option<Adjustment>,
    /// For a leaf: its value after every step, from the figure to the normalised value.
    pub stages: Vec<Stage>,
    /// How many of the figures under it were imputed and how many treated.
    pub changed: Changed,
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
    /// Numbers the rule found on its way to the score: distances, a penalty, units beaten.
    pub details: Vec<Parameter>,
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
    /// Whether the step changed the figure on its own account: imputed it, treated it, left it out.
    pub change: Option<ChangeKind>,
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
        let mut details = Vec::with_capacity(nodes.len());
        for parent in nodes.clone() {
            let found = self.found(period, parent, unit);
            for (child, found) in self.contributions(period, parent, unit, found.shares.as_deref())
            {
                if let Some(place) = contributions.get_mut(child) {
                    *place = found;
                }
            }
            details.push(found.details);
        }
        nodes
            .zip(contributions.into_iter().zip(details))
            .filter_map(|(node, (given, details))| {
                self.explanation(period, node, unit, given, details)
            })
            .collect()
    }

    /// Explains one node for a unit in a period.
    pub fn explain_node(&self, period: usize, node: usize, unit: usize) -> Option<NodeExplanation> {
        let siblings = self.framework.parent(node).map(|parent| {
            let shares = self.found(period, parent, unit).shares;
            self.contributions(period, parent, unit, shares.as_deref())
        });
        let own = siblings.and_then(|found| found.into_iter().find(|(child, _)| *child == node));
        let contribution = own.map(|(_, contribution)| contribution);
        let details = self.found(period, node, unit).details;
        self.explanation(
            period,
            node,
            unit,
            contribution.unwrap_or_default(),
            details,
        )
    }

    fn explanation(
        &self,
        period: usize,
        node: usize,
        unit: usize,
        given: Contribution,
        details: Vec<Parameter>,
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
            weight: self.weight_for(period, node, unit).or(self.weight(node))?,
            effective_weight: given.effective_weight.or(root_share),
            contribution: given.points,
            contribution_share: given.share,
            basis: given.basis,
            aggregation: self.aggregation(period, node, unit, details),
            adjustment: of
                .parent
                .is_none()
                .then(|| self.adjustment(period, unit))
                .flatten(),
            stages: self.stages(of.indicator.as_deref(), period, unit),
            changed: self.changed(period, node, unit),
            missing: self.missing(period, node, unit),
        })
    }

    fn aggregation(
        &self,
        period: usize,
        node: usize,
        unit: usize,
        details: Vec<Parameter>,
    ) -> Option<Aggregation> {
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
            details,
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
                change: account.change(code, period, unit).map(|(kind, _)| kind),
            })
        };
        self.data_sets.iter().filter_map(stage).collect()
    }

    /// What the node's rule found for a unit that has a score.
    fn found(&self, period: usize, node: usize, unit: usize) -> Found {
        let (children, level) = (self.children(period, node), self.framework.level(node));
        let (Some(level), Some(_)) = (level, self.aggregated(period, node, unit)) else {
            return Found::default();
        };
        if children.is_empty() {
            return Found::default();
        }
        let (rule, threshold) = self.aggregate.at(level);
        let opened = Opened {
            needed: needed(children.len(), threshold.unwrap_or(0.0)),
            children: &children,
            row: unit,
        };
        rule.as_rule().found(opened)
    }

    /// What each child of a node gives to it, by the shares of those that have a score.
    fn contributions(
        &self,
        period: usize,
        parent: usize,
        unit: usize,
        shares: Option<&[f64]>,
    ) -> Vec<(usize, Contribution)> {
        let children = self.framework.children(parent);
        let Some(level) = self.framework.level(parent) else {
            return Vec::new();
        };
        let basis = Some(self.aggregate.at(level).0.as_rule().basis());
        let weight = |child: &usize| {
            let weight = self.weight_for(period, *child, unit)?;
            self.score(period, *child, unit).map(|_| weight)
        };
        let mass: f64 = children.iter().filter_map(weight).sum();
        let score = self.aggregated(period, parent, unit);
        let mut shares = shares.map(<[f64]>::iter);
        let contribution = |child: &usize| {
            let Some(weight) = weight(child) else {
                return Contribution {
                    basis,
                    ..Contribution::default()
                };
            };
            let share = shares.as_mut().and_then(Iterator::next).copied();
            Contribution {
                effective_weight: (mass > 0.0).then(|| weight / mass),
                points: score.zip(share).map(|(score, share)| score * share),
                share,
                basis,
            }
        };
        let found = children.iter().map(contribution);
        children.iter().copied().zip(found).collect()
    }
}
