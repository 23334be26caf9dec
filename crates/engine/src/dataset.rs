//! The data after a step, kept so that every score can be followed back to its figure.

use std::fmt::Debug;
use std::sync::Arc;

use serde::Serialize;

use crate::column::Column;
use crate::missing::Missing;

/// A number a rule used: a goalpost, a cap, a denominator, a minimum found in the data.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Parameter {
    /// Its name, as in the method.
    pub name: String,
    /// Its value.
    pub value: f64,
}

impl Parameter {
    pub(crate) fn new(name: &str, value: f64) -> Self {
        let name = name.to_owned();
        Self { name, value }
    }
}

/// How a step made a cell: its rule, the rule's formula, the numbers that went in.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Origin {
    pub(crate) rule: Option<String>,
    pub(crate) formula: Option<String>,
    pub(crate) parameters: Vec<Parameter>,
}

/// In which way a step changed a cell on its own account, beyond putting it on another scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ChangeKind {
    /// The unit was left out in this period.
    Screened,
    /// There was no figure, and one was put in its place.
    Imputed,
    /// The figure was an outlier, or in a column with outliers, and was changed.
    Treated,
}

/// What a step remembers to explain the cells it made.
pub(crate) trait Account: Debug + Send + Sync {
    /// How a cell was made; none when the step left the column as it was.
    fn origin(&self, code: &str, period: usize, unit: usize) -> Option<Origin>;

    /// Why this step left a cell missing that the step before had.
    fn missing(&self, code: &str, period: usize, unit: usize) -> Missing;

    /// Whether this step changed the cell on its own account, and by which rule.
    fn change(&self, _code: &str, _period: usize, _unit: usize) -> Option<(ChangeKind, &str)> {
        None
    }
}

/// The data after one step: columns of periods × units, by the code of the indicator (of the node,
/// after the aggregation).
#[derive(Debug, Clone)]
pub struct DataSet {
    pub(crate) step: String,
    pub(crate) codes: Vec<String>,
    pub(crate) columns: Vec<Arc<Column>>,
    pub(crate) account: Option<Arc<dyn Account>>,
}

impl DataSet {
    /// The step that made it: `raw`, then the words of the method's steps; a second step of the same
    /// kind is `normalise_2`.
    pub fn step(&self) -> &str {
        &self.step
    }

    /// The codes of its columns.
    pub fn codes(&self) -> &[String] {
        &self.codes
    }

    /// A column by its code.
    pub fn column(&self, code: &str) -> Option<&Column> {
        let place = self.codes.iter().position(|it| it == code)?;
        self.columns.get(place).map(Arc::as_ref)
    }

    /// The columns with their codes.
    pub fn columns(&self) -> impl Iterator<Item = (&str, &Column)> {
        let columns = self.columns.iter().map(Arc::as_ref);
        self.codes.iter().map(String::as_str).zip(columns)
    }

    /// The value of a cell, `None` where it is missing.
    pub fn get(&self, code: &str, period: usize, unit: usize) -> Option<f64> {
        self.column(code)?.get(period, unit)
    }
}

/// The account of the figures as they came.
#[derive(Debug)]
pub(crate) struct Raw;

impl Account for Raw {
    fn origin(&self, _code: &str, _period: usize, _unit: usize) -> Option<Origin> {
        Some(Origin::default())
    }

    fn missing(&self, code: &str, _period: usize, _unit: usize) -> Missing {
        Missing::NoData {
            indicator: code.to_owned(),
        }
    }
}
