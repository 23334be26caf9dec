//! Weights level by level: first those that are only written, then from the deepest level up those that
//! are computed from the scores below them.

use std::sync::Arc;

use super::report::WeightReport;
use super::rule::{Level, NodeScore, Siblings, Site, Weighed};
use super::{Weight, check};
use crate::column::Column;
use crate::error::ComputeError;
use crate::method::{MethodError, MethodErrors};
use crate::steps::aggregate::Climb;
use crate::steps::{Run, Setting};
use crate::work::Work;
use crate::workers::Workers;

impl Run for Weight {
    fn check(&self, setting: &Setting<'_>, label: &str, faults: &mut Vec<MethodError>) {
        check::levels(self, setting, label, faults);
        check::rules(self, setting, label, faults);
    }

    fn run(&self, work: &mut Work<'_>, label: &str, workers: &Workers) -> Result<(), ComputeError> {
        let deepest = work.framework.deepest_branch_level();
        // What is only written comes first: weights computed at one level may need those above it.
        let reads = |level: &usize| self.at(*level).as_rule().reads_figures();
        for level in (0..=deepest).filter(|level| !reads(level)) {
            self.weigh(work, &[], level, label, workers)?;
        }
        let Some(top) = self.top_reader(deepest) else {
            return Ok(());
        };
        let mut scores = climb(work, &work.weights, workers)?.leaves();
        for level in (top..=deepest).rev() {
            if reads(&level) {
                self.weigh(work, &scores, level, label, workers)?;
            }
            if level > top {
                climb(work, &work.weights, workers)?.level(level, &mut scores)?;
            }
        }
        work.weight_reports
            .sort_by_key(|report| work.framework.position(&report.node));
        Ok(())
    }
}

/// The method's own way of making scores, under these weights.
fn climb<'a>(
    work: &'a Work<'_>,
    weights: &'a [f64],
    workers: &'a Workers,
) -> Result<Climb<'a>, ComputeError> {
    let none = || MethodErrors(vec![MethodError::NoAggregate]);
    Ok(Climb {
        step: work.aggregation.ok_or_else(none)?,
        work,
        weights,
        label: "aggregate",
        workers,
    })
}

impl Weight {
    /// Sets the weights of the children of every node of a level. `scores` are by node, empty for a
    /// rule that reads none.
    fn weigh(
        &self,
        work: &mut Work<'_>,
        scores: &[Arc<Column>],
        level: usize,
        label: &str,
        workers: &Workers,
    ) -> Result<(), ComputeError> {
        let rule = self.at(level).as_rule();
        let site = Site::of(work, label, rule.word(), workers);
        let branches = work.framework.branches(level);
        let data_set = work.data_sets.last().map_or("", |it| it.step());
        let trial = Trial {
            work,
            scores,
            level,
            branches: &branches,
            workers,
        };
        let trials: Vec<_> = branches
            .iter()
            .map(|&node| move |weights: &[f64]| trial.node(node, weights))
            .collect();
        let families = branches.iter().zip(&trials);
        let view = Level {
            families: families
                .map(|(&node, score)| siblings(work, scores, node, site, score))
                .collect(),
            root: &|weights| trial.root(weights),
        };
        let found = rule.weigh_level(&view)?;
        let families = view.families.iter().zip(&found);
        let reports =
            families.filter_map(|(family, found)| found.report(rule, family, level, data_set));
        let reports: Vec<WeightReport> = reports.collect();
        work.weight_reports.extend(reports);
        keep(work, &branches, found);
        Ok(())
    }
}

fn siblings<'a>(
    work: &'a Work<'_>,
    scores: &'a [Arc<Column>],
    node: usize,
    site: Site<'a>,
    score: &'a NodeScore<'a>,
) -> Siblings<'a> {
    let nodes = work.framework.nodes();
    let children = work.framework.children(node);
    let of = children.iter().filter_map(|&child| nodes.get(child));
    let columns = children.iter().filter_map(|&child| scores.get(child));
    Siblings {
        node: nodes.get(node).map_or("", |node| &node.code),
        children: of.clone().map(|node| node.code.as_str()).collect(),
        given: of.map(|node| node.weight).collect(),
        columns: columns.map(Arc::as_ref).collect(),
        site,
        score,
    }
}

/// Puts found weights in their places.
fn keep(work: &mut Work<'_>, branches: &[usize], found: Vec<Weighed>) {
    let framework = work.framework;
    for (&node, found) in branches.iter().zip(found) {
        let children = framework.children(node);
        for (&child, weight) in children.iter().zip(found.weights) {
            if let Some(place) = work.weights.get_mut(child) {
                *place = weight;
            }
        }
        let own = children.iter().zip(found.own.unwrap_or_default());
        let own = own.map(|(&child, weights)| (child, weights));
        work.own_weights.extend(own);
    }
}

/// Scores under weights that are only being tried.
#[derive(Clone, Copy)]
struct Trial<'a> {
    work: &'a Work<'a>,
    scores: &'a [Arc<Column>],
    level: usize,
    branches: &'a [usize],
    workers: &'a Workers,
}

impl Trial<'_> {
    /// The score of one node when its children have these weights.
    fn node(&self, node: usize, weights: &[f64]) -> Result<Column, ComputeError> {
        let mut all = self.work.weights.clone();
        self.put(&mut all, node, weights);
        let columns = climb(self.work, &all, self.workers)?.branches(&[node], self.scores)?;
        Ok(columns.into_iter().next().unwrap_or_else(|| self.empty()))
    }

    /// The score of the root when the children of every node of the level have these weights.
    fn root(&self, weights: &[Vec<f64>]) -> Result<Column, ComputeError> {
        let mut all = self.work.weights.clone();
        for (&node, weights) in self.branches.iter().zip(weights) {
            self.put(&mut all, node, weights);
        }
        let climb = climb(self.work, &all, self.workers)?;
        let mut scores = self.scores.to_vec();
        for level in (0..=self.level).rev() {
            climb.level(level, &mut scores)?;
        }
        let root = scores.get(self.work.framework.root());
        Ok(root.map_or_else(|| self.empty(), |root| root.as_ref().clone()))
    }

    fn empty(&self) -> Column {
        Column::missing(0, self.work.frame.units().len())
    }

    fn put(&self, all: &mut [f64], node: usize, weights: &[f64]) {
        let children = self.work.framework.children(node);
        for (&child, weight) in children.iter().zip(weights) {
            if let Some(place) = all.get_mut(child) {
                *place = *weight;
            }
        }
    }
}
