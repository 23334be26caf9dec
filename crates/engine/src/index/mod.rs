//! The result of a computation: scores and ranks, and the way to each of them.

mod canonical;
mod changes;
mod explain;
mod gaps;
mod standing;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

pub use changes::{Change, Changed};
pub use explain::{Aggregation, NodeExplanation, Stage};
pub use gaps::Gap;
pub use standing::Standing;

use crate::column::{Column, Part};
use crate::dataset::DataSet;
use crate::error::ComputeError;
use crate::frame::Unit;
use crate::framework::{Framework, Node};
use crate::method::{MethodError, MethodErrors};
use crate::missing::Missing;
use crate::numbers::count;
use crate::steps::aggregate::{Outranking, OutrankingError, UnitWeights};
use crate::steps::{
    Adjust, Adjustment, Aggregate, AggregateRule, Child, ColumnTreatment, Rank, Screening,
    WeightReport,
};
use crate::work::Work;

/// A computed index. Everything is addressed by positions in [`periods`](Self::periods),
/// [`nodes`](Self::nodes) and [`units`](Self::units); a position out of range has no score.
#[derive(Debug, Clone)]
pub struct Index {
    periods: Vec<String>,
    units: Vec<Unit>,
    framework: Framework,
    weights: Vec<f64>,
    effective_weights: Vec<f64>,
    /// By node, where every unit has its own.
    own_weights: BTreeMap<usize, Arc<UnitWeights>>,
    weight_reports: Vec<WeightReport>,
    data_sets: Vec<DataSet>,
    scores: Vec<Arc<Column>>,
    /// By node, made when first asked for: most uses of an index look at few nodes' ranks.
    places: Vec<OnceLock<Vec<Option<standing::Place>>>>,
    rank: Rank,
    aggregate: Aggregate,
    /// The step that adjusted the root, and the root's scores before it.
    adjusted: Option<(Adjust, Arc<Column>)>,
    screenings: Vec<Screening>,
    /// Why units are left out of periods, by period and unit.
    left_out: BTreeMap<(usize, usize), Missing>,
    treatments: Vec<ColumnTreatment>,
}

impl Index {
    pub(crate) fn of(work: Work<'_>) -> Result<Self, ComputeError> {
        let Some((scores, aggregate)) = work.scores else {
            return Err(MethodErrors(vec![MethodError::NoAggregate]).into());
        };
        Ok(Self {
            periods: work.frame.periods().to_vec(),
            units: work.frame.units().to_vec(),
            framework: work.framework.clone(),
            effective_weights: effective_weights(work.framework, &work.weights),
            weights: work.weights,
            own_weights: work.own_weights,
            weight_reports: work.weight_reports,
            data_sets: work.data_sets,
            places: scores.iter().map(|_| OnceLock::new()).collect(),
            rank: work.rank,
            adjusted: work.adjusted,
            scores,
            aggregate,
            left_out: left_out(&work.screenings),
            screenings: work.screenings,
            treatments: work.treatments,
        })
    }

    /// The periods, in order of time.
    pub fn periods(&self) -> &[String] {
        &self.periods
    }

    /// The units.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// The nodes in tree order; the first is the root.
    pub fn nodes(&self) -> &[Node] {
        self.framework.nodes()
    }

    /// The tree.
    pub fn framework(&self) -> &Framework {
        &self.framework
    }

    /// The position of a period.
    pub fn period_position(&self, period: &str) -> Option<usize> {
        self.periods.iter().position(|it| it == period)
    }

    /// The position of a node.
    pub fn node_position(&self, code: &str) -> Option<usize> {
        self.framework.position(code)
    }

    /// The position of a unit.
    pub fn unit_position(&self, code: &str) -> Option<usize> {
        self.units.iter().position(|it| it.code == code)
    }

    /// A score; [`missing`](Self::missing) says why there is none.
    pub fn score(&self, period: usize, node: usize, unit: usize) -> Option<f64> {
        self.scores.get(node)?.get(period, unit)
    }

    /// The children of a node in a period, as a rule of aggregation sees them.
    pub(crate) fn children(&self, period: usize, node: usize) -> Vec<Child<'_>> {
        let children = self.framework.children(node).iter();
        let child = |&child: &usize| {
            Some(Child {
                code: &self.framework.nodes().get(child)?.code,
                weight: self.weight(child)?,
                own: self
                    .own_weights
                    .get(&child)
                    .map(|own| own.period(period, 1.0)),
                cells: self.scores.get(child)?.period(period),
            })
        };
        children.filter_map(child).collect()
    }

    /// The outranking matrix of the units by the children of a node in a period.
    ///
    /// # Errors
    /// No such period or node, a node without children, or too many units.
    pub fn outranking(&self, period: usize, node: usize) -> Result<Outranking, OutrankingError> {
        let children = self.children(period, node);
        if children.is_empty() || period >= self.periods.len() {
            return Err(OutrankingError::NoSuchNode { node, period });
        }
        let columns: Vec<Part<'_>> = children.iter().map(|child| child.cells).collect();
        let weights: Vec<f64> = children.iter().map(|child| child.weight).collect();
        Outranking::of(&columns, &weights)
    }

    /// The score as the aggregation left it, before bonus and penalty items.
    pub(crate) fn aggregated(&self, period: usize, node: usize, unit: usize) -> Option<f64> {
        match &self.adjusted {
            Some((_, before)) if node == self.framework.root() => before.get(period, unit),
            _ => self.score(period, node, unit),
        }
    }

    /// How bonus and penalty items changed a unit's score of the whole index.
    pub fn adjustment(&self, period: usize, unit: usize) -> Option<Adjustment> {
        let (adjust, before) = self.adjusted.as_ref()?;
        let (when, who) = (self.periods.get(period)?, self.units.get(unit)?);
        let raw = self.data_sets.first()?;
        let found = adjust.found(before.get(period, unit)?, when, &who.code, |code| {
            raw.get(code, period, unit)
        });
        found.ok()
    }

    /// Points won or lost against the period before in the panel.
    pub fn score_change(&self, period: usize, node: usize, unit: usize) -> Option<f64> {
        let before = self.score(period.checked_sub(1)?, node, unit)?;
        Some(self.score(period, node, unit)? - before)
    }

    /// The number of units that have a rank.
    pub fn count_ranked(&self, period: usize, node: usize) -> usize {
        let column = self.scores.get(node);
        column.map_or(0, |column| column.period(period).count_present())
    }

    /// The weight of a node among its siblings, as the method's weight step set it. Where every unit has
    /// its own ([`weight_for`](Self::weight_for)), the mean of their shares.
    pub fn weight(&self, node: usize) -> Option<f64> {
        self.weights.get(node).copied()
    }

    /// The scores of a node in all periods.
    pub(crate) fn column(&self, node: usize) -> Option<&Arc<Column>> {
        self.scores.get(node)
    }

    /// The weight of a node among its siblings in the score of one unit. The same for all units, except
    /// where the rule gives each its own; then none for a unit without a score of the node.
    pub fn weight_for(&self, period: usize, node: usize, unit: usize) -> Option<f64> {
        match self.own_weights.get(&node) {
            Some(own) => own.weights.get(period, unit),
            None => self.weight(node),
        }
    }

    /// Whether some weights are each unit's own.
    pub(crate) fn has_own_weights(&self) -> bool {
        !self.own_weights.is_empty()
    }

    /// What the rules of weighting found, by node in tree order; empty when weights are only written.
    pub fn weight_reports(&self) -> &[WeightReport] {
        &self.weight_reports
    }

    /// The rule that makes a node's score from those of its children.
    pub(crate) fn rule_of(&self, node: usize) -> Option<&AggregateRule> {
        let level = self.framework.level(node)?;
        (!self.framework.children(node).is_empty()).then(|| self.aggregate.at(level).0)
    }

    /// The share of a node in the whole index when nothing is missing: the product of the weight
    /// shares from the root down. 1 for the root.
    pub fn effective_weight(&self, node: usize) -> Option<f64> {
        self.effective_weights.get(node).copied()
    }

    /// The share of the indicators under a node that have a normalised value.
    pub fn availability(&self, period: usize, node: usize, unit: usize) -> Option<f64> {
        if period >= self.periods.len() || unit >= self.units.len() {
            return None;
        }
        let under = self.framework.subtree(node);
        let is_leaf = |it: &usize| self.framework.indicator(*it).is_some();
        let leaves: Vec<usize> = under.filter(is_leaf).collect();
        let has_score = |it: &&usize| self.score(period, **it, unit).is_some();
        let present = leaves.iter().filter(has_score).count();
        (!leaves.is_empty()).then(|| count(present) / count(leaves.len()))
    }

    /// The data after a step: `raw`, `denominate`, `normalise`, `aggregate`; a second step of the same
    /// kind is `normalise_2`.
    pub fn dataset(&self, step: &str) -> Option<&DataSet> {
        self.data_sets
            .iter()
            .find(|data_set| data_set.step() == step)
    }

    /// The data after every step, in order.
    pub fn datasets(&self) -> &[DataSet] {
        &self.data_sets
    }
}

fn left_out(screenings: &[Screening]) -> BTreeMap<(usize, usize), Missing> {
    let out = screenings.iter().filter_map(|it| {
        let (step, cause) = (it.step.clone(), it.left_out.clone()?);
        Some(((it.period, it.unit), Missing::Screened { step, cause }))
    });
    out.collect()
}

fn effective_weights(framework: &Framework, weights: &[f64]) -> Vec<f64> {
    let weight = |node: usize| weights.get(node).copied().unwrap_or_default();
    let mut effective = vec![1.0; weights.len()];
    for node in framework.subtree(framework.root()) {
        let children = framework.children(node);
        let total: f64 = children.iter().map(|&child| weight(child)).sum();
        let own = effective.get(node).copied().unwrap_or_default();
        for &child in children {
            if let Some(place) = effective.get_mut(child) {
                *place = own * (weight(child) / total);
            }
        }
    }
    effective
}

#[cfg(test)]
mod tests;
