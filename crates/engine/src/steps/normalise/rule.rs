//! What a rule of normalisation is, and what it sees of a column.

use std::fmt::Debug;

use super::Scope;
use crate::column::{Column, Part, PartMut};
use crate::dataset::Parameter;
use crate::error::{Fault, RowFault};
use crate::frame::{Direction, Frame};
use crate::method::ParameterFault;
use crate::missing::Missing;

/// A column to be normalised, and the axes it stands on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Source<'a> {
    pub(crate) column: &'a Column,
    pub(crate) direction: Direction,
    pub(crate) frame: &'a Frame,
}

/// A run of a column's cells: those of one period, or of all together.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Span<'a> {
    pub(crate) cells: Part<'a>,
    pub(crate) direction: Direction,
    /// The period; none when the cells are those of all periods.
    pub(crate) period: Option<usize>,
    pub(crate) source: Source<'a>,
}

/// One cell, when its score is to be explained.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cell {
    /// The value that was scored; none where it is missing.
    pub(crate) x: Option<f64>,
    /// The value in the period before.
    pub(crate) before: Option<f64>,
    /// The position of the unit.
    pub(crate) unit: usize,
    pub(crate) direction: Direction,
}

/// A rule that scores one period's cells by what it takes from the cells of a scope.
///
/// `R::Fitted` is what it takes, once for every scope. Both are done many times over by the
/// analyses of robustness, so neither allocates once `Fitted` has its size: `fit` overwrites what the
/// last one left, and `apply` writes to cells that are there already.
pub(crate) trait Rule: Debug + Clone + Send + Sync + 'static {
    /// What is taken from the data.
    type Fitted: Default + Debug + Send + Sync;

    /// The rule's word in a method's text.
    fn word(&self) -> &'static str;

    /// The formula in plain text for an indicator of this direction.
    fn formula(&self, direction: Direction) -> String;

    /// What is wrong with the parameters.
    fn faults(&self) -> Vec<ParameterFault>;

    /// What does not fit the frame, such as a unit it does not have.
    fn strangers(&self, _frame: &Frame) -> Vec<ParameterFault> {
        Vec::new()
    }

    /// Where the parameters come from.
    fn scope(&self) -> &Scope {
        &Scope::Period
    }

    /// Takes the parameters from the cells of the scope, at least one of which has a value.
    fn fit(&self, scope: &Span<'_>, fitted: &mut Self::Fitted) -> Result<(), Fault>;

    /// Writes the scores of the cells of one period that have a value. `scores` are present where the
    /// cells are; a rule that cannot score a cell makes it missing.
    fn apply(
        &self,
        fitted: &Self::Fitted,
        period: &Span<'_>,
        scores: &mut PartMut<'_>,
    ) -> Result<(), RowFault>;

    /// The parameters, given and found, with which a person can compute the cell's score by hand.
    fn parameters(&self, fitted: &Self::Fitted, cell: Cell) -> Vec<Parameter>;

    /// The base periods it names, which the frame must have.
    fn bases(&self) -> Vec<&str> {
        match self.scope() {
            Scope::Base(base) => vec![base],
            Scope::Period | Scope::AllPeriods => Vec::new(),
        }
    }

    /// Why a cell that has a value got no score.
    fn why_missing(&self, _fitted: &Self::Fitted, indicator: &str) -> Missing {
        Missing::NoData {
            indicator: indicator.to_owned(),
        }
    }
}

/// Writes `score(x)` for every cell that has a value.
pub(crate) fn each(cells: Part<'_>, scores: &mut PartMut<'_>, score: impl Fn(f64) -> f64) {
    let cells = cells.values.iter().zip(cells.present);
    for ((&value, &present), out) in cells.zip(scores.values.iter_mut()) {
        *out = if present { score(value) } else { 0.0 };
    }
}

/// Writes `score(x)` for every cell that has a value, up to the first that cannot be scored.
pub(crate) fn try_each(
    cells: Part<'_>,
    scores: &mut PartMut<'_>,
    score: impl Fn(f64) -> Result<f64, Fault>,
) -> Result<(), RowFault> {
    let cells = cells.values.iter().zip(cells.present);
    for (row, ((&value, &present), out)) in cells.zip(scores.values.iter_mut()).enumerate() {
        *out = if present {
            score(value).map_err(|fault| RowFault { row, fault })?
        } else {
            0.0
        };
    }
    Ok(())
}
