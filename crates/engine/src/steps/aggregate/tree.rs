//! Walks the tree from the leaves to the root, a level at a time; the nodes of a level and their
//! periods are independent and are scored in parallel.

use std::sync::Arc;

use super::{Aggregate, Child};
use crate::column::{Column, PartMut};
use crate::error::{ComputeError, Fault, Place, RowFault};
use crate::numbers::needed;
use crate::work::Work;
use crate::workers::Workers;

/// The way from the leaves to the root: each level is scored from the one below it.
#[derive(Clone, Copy)]
pub(crate) struct Climb<'a> {
    pub(crate) step: &'a Aggregate,
    pub(crate) work: &'a Work<'a>,
    /// Weight of every node among its siblings, in tree order.
    pub(crate) weights: &'a [f64],
    pub(crate) label: &'a str,
    pub(crate) workers: &'a Workers,
}

impl Climb<'_> {
    /// The scores of every node, in tree order.
    pub(super) fn scores(&self) -> Result<Vec<Arc<Column>>, ComputeError> {
        let mut scores = self.leaves();
        for level in (0..=self.work.framework.deepest_branch_level()).rev() {
            self.level(level, &mut scores)?;
        }
        Ok(scores)
    }

    /// The scores of the leaves, by node; nothing yet for the others.
    pub(crate) fn leaves(&self) -> Vec<Arc<Column>> {
        let missing = Arc::new(Column::missing(0, self.work.frame.units().len()));
        let nodes = self.work.framework.nodes().iter();
        nodes
            .map(|node| {
                let code = node.indicator.as_deref();
                let column = code.and_then(|code| self.work.column(code));
                column.map_or_else(|| Arc::clone(&missing), Arc::clone)
            })
            .collect()
    }

    /// Scores the nodes of a level that have children.
    pub(crate) fn level(
        &self,
        level: usize,
        scores: &mut [Arc<Column>],
    ) -> Result<(), ComputeError> {
        let branches = self.work.framework.branches(level);
        let columns = self.branches(&branches, scores)?;
        for (node, column) in branches.into_iter().zip(columns) {
            if let Some(place) = scores.get_mut(node) {
                *place = Arc::new(column);
            }
        }
        Ok(())
    }

    /// The scores of some nodes from those of their children.
    pub(crate) fn branches(
        &self,
        branches: &[usize],
        scores: &[Arc<Column>],
    ) -> Result<Vec<Column>, ComputeError> {
        let (periods, units) = (
            self.work.frame.periods().len(),
            self.work.frame.units().len(),
        );
        let mut columns: Vec<Column> = branches
            .iter()
            .map(|_| Column::missing(periods, units))
            .collect();
        let tasks: Vec<Task<'_>> = branches
            .iter()
            .zip(&mut columns)
            .flat_map(|(&node, column)| {
                let periods = column.periods_mut().enumerate();
                periods.map(move |(period, cells)| Task {
                    node,
                    period,
                    cells,
                })
            })
            .collect();
        self.workers.map(tasks, |task| task.score(self, scores))?;
        Ok(columns)
    }
}

/// One node in one period.
struct Task<'a> {
    node: usize,
    period: usize,
    cells: PartMut<'a>,
}

impl Task<'_> {
    fn score(mut self, climb: &Climb<'_>, scores: &[Arc<Column>]) -> Result<(), ComputeError> {
        let work = climb.work;
        let level = work.framework.level(self.node).unwrap_or_default();
        let (rule, threshold) = climb.step.at(level);
        let children: Vec<Child<'_>> = work
            .framework
            .children(self.node)
            .iter()
            .filter_map(|&child| {
                Some(Child {
                    code: &work.framework.nodes().get(child)?.code,
                    weight: climb.weights.get(child).copied()?,
                    own: work
                        .own_weights
                        .get(&child)
                        .map(|own| own.period(self.period, 1.0)),
                    cells: scores.get(child)?.period(self.period),
                })
            })
            .collect();
        let needed = needed(children.len(), threshold.unwrap_or(0.0));
        rule.as_rule()
            .aggregate(&children, needed, &mut self.cells)
            .and_then(|()| {
                let fault = Fault::NotFinite;
                let row = self.cells.as_part().first_not_finite();
                row.map_or(Ok(()), |row| Err(RowFault { row, fault }))
            })
            .map_err(|RowFault { row, fault }| {
                let place = Box::new(self.place(work, climb.label, rule.word(), row));
                ComputeError::Rule { place, fault }
            })
    }

    fn place(&self, work: &Work<'_>, label: &str, rule: &str, row: usize) -> Place {
        let node = work.framework.nodes().get(self.node);
        Place {
            step: label.to_owned(),
            rule: rule.to_owned(),
            code: node.map(|node| node.code.clone()).unwrap_or_default(),
            period: work.frame.periods().get(self.period).cloned(),
            unit: work.frame.units().get(row).map(|unit| unit.code.clone()),
        }
    }
}
