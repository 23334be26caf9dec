//! One data set of an index in one period, by node.

use super::AuditError;
use crate::column::Column;
use crate::frame::{Direction, Frame};
use crate::index::Index;

/// The cells of one column, by unit.
pub(super) type Cells = Vec<Option<f64>>;

/// One data set in one period: of leaves as the step left them, of other nodes their scores.
pub(super) struct View<'a> {
    pub(super) index: &'a Index,
    pub(super) period: usize,
    /// By node, as they stand.
    plain: Vec<Cells>,
    /// By node, higher is better.
    turned: Vec<Cells>,
}

impl<'a> View<'a> {
    pub(super) fn of(
        frame: &Frame,
        index: &'a Index,
        step: &str,
        period: Option<&str>,
    ) -> Result<Self, AuditError> {
        let known = || {
            let steps = index.datasets().iter().map(|it| it.step().to_owned());
            steps.collect::<Vec<String>>().join(", ")
        };
        let place = index.datasets().iter().position(|it| it.step() == step);
        let data = index.dataset(step).ok_or_else(|| AuditError::UnknownStep {
            step: step.to_owned(),
            known: known(),
        })?;
        let period = period_position(index, period)?;
        let has_nodes = is_made_by(step, "aggregate");
        let normalised = index.datasets().iter().position(|it| {
            is_made_by(it.step(), "normalise") || is_made_by(it.step(), "aggregate")
        });
        let is_turned = normalised <= place;
        let units = index.units().len();
        let nodes = 0..index.nodes().len();
        let plain: Vec<Cells> = nodes
            .clone()
            .map(|node| match index.framework().indicator(node) {
                Some(code) if !has_nodes => cells(data.column(code), period, units),
                _ => (0..units)
                    .map(|unit| index.score(period, node, unit))
                    .collect(),
            })
            .collect();
        let direction = |node: usize| {
            let code = index.framework().indicator(node)?;
            Some(
                frame
                    .indicators()
                    .get(frame.indicator_position(code)?)?
                    .direction,
            )
        };
        let turned = nodes.zip(&plain).map(|(node, cells)| {
            let is_lower = direction(node) == Some(Direction::LowerIsBetter);
            if is_lower && !is_turned {
                cells.iter().map(|cell| cell.map(|value| -value)).collect()
            } else {
                cells.clone()
            }
        });
        Ok(Self {
            turned: turned.collect(),
            plain,
            index,
            period,
        })
    }

    pub(super) fn period_name(&self) -> &str {
        self.index
            .periods()
            .get(self.period)
            .map_or("", String::as_str)
    }

    /// The cells of a node as they stand.
    pub(super) fn plain(&self, node: usize) -> &[Option<f64>] {
        self.plain.get(node).map_or(&[], Vec::as_slice)
    }

    /// The cells of a node, higher is better.
    pub(super) fn turned(&self, node: usize) -> &[Option<f64>] {
        self.turned.get(node).map_or(&[], Vec::as_slice)
    }

    pub(super) fn code(&self, node: usize) -> String {
        let node = self.index.nodes().get(node);
        node.map_or_else(String::new, |node| node.code.clone())
    }

    /// Positions of the leaves, in tree order.
    pub(super) fn leaves(&self) -> Vec<usize> {
        self.leaves_under(self.index.framework().root())
    }

    /// Positions of the leaves under a node.
    pub(super) fn leaves_under(&self, node: usize) -> Vec<usize> {
        let framework = self.index.framework();
        let is_leaf = |it: &usize| framework.indicator(*it).is_some();
        framework.subtree(node).filter(is_leaf).collect()
    }

    /// Positions of the nodes with children, in tree order.
    pub(super) fn branches(&self) -> impl Iterator<Item = usize> {
        let framework = self.index.framework();
        (0..self.index.nodes().len()).filter(|&node| !framework.children(node).is_empty())
    }
}

/// The position of a period; of the last when none is named.
pub(super) fn period_position(index: &Index, period: Option<&str>) -> Result<usize, AuditError> {
    let last = || index.periods().len().saturating_sub(1);
    period.map_or_else(
        || Ok(last()),
        |period| {
            let found = index.period_position(period);
            found.ok_or_else(|| AuditError::UnknownPeriod {
                period: period.to_owned(),
            })
        },
    )
}

/// The cells of a column in one period; all missing where there is no such column.
pub(super) fn cells(column: Option<&Column>, period: usize, units: usize) -> Cells {
    let cell = |unit| column.and_then(|column| column.get(period, unit));
    (0..units).map(cell).collect()
}

/// Whether a data set was made by this kind of step: `normalise` and `normalise_2` are.
fn is_made_by(step: &str, word: &str) -> bool {
    let rest = step.strip_prefix(word);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
}
