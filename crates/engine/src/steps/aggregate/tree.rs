//! Walks the tree from the leaves to the root, a level at a time; the nodes of a level and their
//! periods are independent and are scored in parallel.

use std::sync::Arc;

use super::{Aggregate, Child};
use crate::column::{Column, PartMut};
use crate::error::{ComputeError, Fault, Place, RowFault};
use crate::numbers::needed;
use crate::work::Work;
use crate::workers::Workers;

/// The scores of every node, in tree order.
pub(super) fn score(
    step: &Aggregate,
    work: &Work<'_>,
    label: &str,
    workers: &Workers,
) -> Result<Vec<Arc<Column>>, ComputeError> {
    let (periods, units) = (work.frame.periods().len(), work.frame.units().len());
    let nodes = work.framework.nodes();
    let missing = Arc::new(Column::missing(0, units));
    let mut scores: Vec<Arc<Column>> = nodes
        .iter()
        .map(|node| {
            let column = node.indicator.as_deref().and_then(|code| work.column(code));
            column.map_or_else(|| Arc::clone(&missing), Arc::clone)
        })
        .collect();
    for branches in branches_by_level(work).into_iter().rev() {
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
        workers.map(tasks, |task| task.score(step, work, &scores, label))?;
        for (node, column) in branches.into_iter().zip(columns) {
            if let Some(place) = scores.get_mut(node) {
                *place = Arc::new(column);
            }
        }
    }
    Ok(scores)
}

fn branches_by_level(work: &Work<'_>) -> Vec<Vec<usize>> {
    let framework = work.framework;
    let mut levels = vec![Vec::new(); framework.deepest_branch_level() + 1];
    for node in framework.subtree(framework.root()) {
        let level = framework
            .level(node)
            .and_then(|level| levels.get_mut(level));
        if let (Some(level), false) = (level, framework.children(node).is_empty()) {
            level.push(node);
        }
    }
    levels
}

/// One node in one period.
struct Task<'a> {
    node: usize,
    period: usize,
    cells: PartMut<'a>,
}

impl Task<'_> {
    fn score(
        mut self,
        step: &Aggregate,
        work: &Work<'_>,
        scores: &[Arc<Column>],
        label: &str,
    ) -> Result<(), ComputeError> {
        let level = work.framework.level(self.node).unwrap_or_default();
        let (rule, threshold) = step.at(level);
        let children: Vec<Child<'_>> = work
            .framework
            .children(self.node)
            .iter()
            .filter_map(|&child| {
                Some(Child {
                    code: &work.framework.nodes().get(child)?.code,
                    weight: work.weights.get(child).copied()?,
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
                let place = Box::new(self.place(work, label, rule.word(), row));
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
