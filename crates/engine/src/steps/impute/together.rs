//! The gaps that one rule fills, and the columns it looks at for them.

use std::sync::Arc;

use super::{Fill, ImputeRule, Rule};
use crate::column::Column;
use crate::error::{ComputeError, Fault, Place};
use crate::frame::{Direction, Unit};
use crate::work::Work;

/// The gaps of some columns, filled by one rule.
pub(crate) struct Gaps<'a> {
    given: &'a ImputeRule,
    rule: &'a dyn Rule,
    /// Positions in the frame of the columns to be filled.
    targets: Vec<usize>,
    /// Positions of the columns that are looked at: the targets and what stands beside them.
    companions: Vec<usize>,
    /// The node they stand under, or the indicator when it is alone.
    name: &'a str,
    label: &'a str,
    work: &'a Work<'a>,
}

/// What is to be filled: the columns of one rule each alone, or those under the same node together.
pub(super) fn tasks<'a>(
    work: &'a Work<'a>,
    label: &'a str,
    rules: &[(&'a str, &'a ImputeRule)],
) -> Vec<Gaps<'a>> {
    let mut tasks: Vec<Gaps<'a>> = Vec::new();
    for &(name, given) in rules {
        let target = work.frame.indicator_position(name);
        let Some((target, rule)) = target.zip(given.as_rule()) else {
            continue;
        };
        let alone = Gaps {
            given,
            rule,
            targets: vec![target],
            companions: vec![target],
            name,
            label,
            work,
        };
        let Some(level) = rule.level() else {
            tasks.push(alone);
            continue;
        };
        let (name, mut companions) = under(work, name, level);
        let is_same = |it: &Gaps<'_>| it.name == name && it.given == given;
        if let Some(task) = tasks.iter_mut().find(|it| is_same(it)) {
            task.targets.push(target);
            continue;
        }
        if !companions.contains(&target) {
            companions.push(target);
        }
        tasks.push(Gaps {
            companions,
            name,
            ..alone
        });
    }
    tasks
}

/// The node of a level above an indicator (its parent where it stands higher), and the positions of the
/// indicators under it.
fn under<'a>(work: &Work<'a>, code: &str, level: usize) -> (&'a str, Vec<usize>) {
    let framework = work.framework;
    let leaf = framework.leaves().find(|(_, it)| *it == code);
    let parent = leaf.and_then(|(leaf, _)| framework.parent(leaf));
    let mut node = parent.unwrap_or(framework.root());
    while framework.level(node).is_some_and(|it| it > level)
        && let Some(above) = framework.parent(node)
    {
        node = above;
    }
    let range = framework.subtree(node);
    let leaves = framework.leaves().filter(|(leaf, _)| range.contains(leaf));
    let positions = leaves.filter_map(|(_, code)| work.frame.indicator_position(code));
    let name = framework
        .nodes()
        .get(node)
        .map_or("", |it| it.code.as_str());
    (name, positions.collect())
}

impl<'a> Gaps<'a> {
    /// Fills the gaps; every value is a number.
    pub(super) fn fill(&self) -> Result<(&'a dyn Rule, Vec<Fill>), ComputeError> {
        if self
            .targets
            .iter()
            .all(|&it| self.open(it).next().is_none())
        {
            return Ok((self.rule, Vec::new()));
        }
        let mut fills = self.rule.impute(self)?;
        for fill in &mut fills {
            if !fill.value.is_finite() {
                let place = (fill.column, Some(fill.period), Some(fill.unit));
                return Err(self.error(place, Fault::NotFinite));
            }
            // Adding zero turns −0 into 0, so that equal figures have equal bytes.
            fill.value += 0.0;
        }
        Ok((self.rule, fills))
    }

    pub(super) fn targets(&self) -> &[usize] {
        &self.targets
    }

    pub(super) fn companions(&self) -> &[usize] {
        &self.companions
    }

    pub(super) fn periods(&self) -> &'a [String] {
        self.work.frame.periods()
    }

    pub(super) fn units(&self) -> &'a [Unit] {
        self.work.frame.units()
    }

    /// A column as the step found it.
    pub(super) fn column(&self, position: usize) -> Option<&Arc<Column>> {
        self.work.columns.get(position)
    }

    /// A column by its code, as the step found it.
    pub(super) fn column_of(&self, code: &str) -> Option<&Arc<Column>> {
        self.work.column(code)
    }

    pub(super) fn direction(&self, position: usize) -> Direction {
        self.work.direction(position)
    }

    pub(super) fn get(&self, position: usize, period: usize, unit: usize) -> Option<f64> {
        self.column(position)?.get(period, unit)
    }

    /// The gaps of a column as (period, unit), without those of units that were screened out.
    pub(super) fn open(&self, position: usize) -> impl Iterator<Item = (usize, usize)> {
        let cells = (0..self.periods().len()).flat_map(|period| {
            let units = 0..self.units().len();
            units.map(move |unit| (period, unit))
        });
        cells.filter(move |&(period, unit)| {
            self.get(position, period, unit).is_none() && !self.work.is_screened(period, unit)
        })
    }

    /// The units that were not screened out of a period.
    pub(super) fn units_in(&self, period: usize) -> impl Iterator<Item = usize> {
        let units = 0..self.units().len();
        units.filter(move |&unit| !self.work.is_screened(period, unit))
    }

    /// A fault in a column, or in all that are looked at together.
    pub(super) fn error(
        &self,
        (column, period, unit): (usize, Option<usize>, Option<usize>),
        fault: Fault,
    ) -> ComputeError {
        let frame = self.work.frame;
        let code = frame.indicators().get(column).map(|it| it.code.as_str());
        let place = Box::new(Place {
            step: self.label.to_owned(),
            rule: self.rule.word().to_owned(),
            code: code.unwrap_or(self.name).to_owned(),
            period: period.and_then(|it| frame.periods().get(it).cloned()),
            unit: unit.and_then(|it| Some(frame.units().get(it)?.code.clone())),
        });
        ComputeError::Rule { place, fault }
    }

    /// A fault of all columns that are looked at together.
    pub(super) fn error_together(&self, period: usize, fault: Fault) -> ComputeError {
        self.error((usize::MAX, Some(period), None), fault)
    }
}

/// The place of every period in time: its number where all are numbers that rise, else its position.
pub(super) fn times(periods: &[String]) -> Vec<f64> {
    let numbers: Option<Vec<f64>> = periods.iter().map(|it| it.trim().parse().ok()).collect();
    let rises = |it: &Vec<f64>| it.is_sorted_by(|a, b| a < b) && it.iter().all(|it| it.is_finite());
    numbers
        .filter(rises)
        .unwrap_or_else(|| (0..periods.len()).map(crate::numbers::count).collect())
}
