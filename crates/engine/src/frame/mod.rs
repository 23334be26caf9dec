//! The figures an index is computed from: periods × units × indicators, with missing cells.

mod error;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use error::FrameError;

use crate::column::Column;

/// Which way an indicator is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// More is better.
    #[default]
    HigherIsBetter,
    /// Less is better.
    LowerIsBetter,
}

/// What is scored: a region, a zone, a department, a country.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Unit {
    /// The code people see, unique in the frame.
    pub code: String,
    /// Its group in every grouping, as `("income", "high")`.
    #[serde(default)]
    pub groups: BTreeMap<String, String>,
}

impl Unit {
    /// A unit without groups.
    pub fn new(code: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            groups: BTreeMap::new(),
        }
    }
}

/// A column of the frame: what was measured.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Indicator {
    /// The code people see, unique in the frame.
    pub code: String,
    /// Which way it is better.
    #[serde(default)]
    pub direction: Direction,
    /// Its unit of measure, for people; nothing is computed from it.
    #[serde(default)]
    pub measure_unit: Option<String>,
}

impl Indicator {
    /// An indicator of which more is better, without a unit of measure.
    pub fn new(code: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            direction: Direction::HigherIsBetter,
            measure_unit: None,
        }
    }

    /// The same indicator, of which less is better.
    #[must_use]
    pub fn lower_is_better(mut self) -> Self {
        self.direction = Direction::LowerIsBetter;
        self
    }
}

/// Collects the cells of a [`Frame`].
#[derive(Debug, Clone)]
pub struct FrameBuilder {
    periods: Vec<String>,
    units: Vec<Unit>,
    indicators: Vec<Indicator>,
    columns: Vec<Column>,
}

/// Figures by period, unit and indicator. Every column is contiguous; a missing figure is absence.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    periods: Vec<String>,
    units: Vec<Unit>,
    indicators: Vec<Indicator>,
    columns: Vec<Arc<Column>>,
    positions: BTreeMap<String, usize>,
}

impl FrameBuilder {
    /// Starts a frame whose cells are all missing. Periods are in order of time: the rank change is
    /// against the period before in this list.
    ///
    /// # Errors
    /// An empty axis, an empty code, or a code that stands twice.
    pub fn new(
        periods: Vec<String>,
        units: Vec<Unit>,
        indicators: Vec<Indicator>,
    ) -> Result<Self, FrameError> {
        check_axis("periods", periods.iter().map(String::as_str))?;
        check_axis("units", units.iter().map(|unit| unit.code.as_str()))?;
        check_axis(
            "indicators",
            indicators.iter().map(|indicator| indicator.code.as_str()),
        )?;
        let cells = periods.len().checked_mul(units.len());
        let bytes = cells.and_then(|cells| cells.checked_mul(indicators.len().saturating_mul(9)));
        if bytes.is_none_or(|bytes| isize::try_from(bytes).is_err()) {
            return Err(FrameError::TooLarge {
                periods: periods.len(),
                units: units.len(),
                indicators: indicators.len(),
            });
        }
        let column = Column::missing(periods.len(), units.len());
        Ok(Self {
            columns: vec![column; indicators.len()],
            periods,
            units,
            indicators,
        })
    }

    /// Gives a cell its value, by positions on the three axes.
    ///
    /// # Errors
    /// A position out of range, a value that is not finite, or a cell that has a value already.
    pub fn set(
        &mut self,
        period: usize,
        unit: usize,
        indicator: usize,
        value: f64,
    ) -> Result<(), FrameError> {
        check_position("periods", period, self.periods.len())?;
        check_position("units", unit, self.units.len())?;
        check_position("indicators", indicator, self.indicators.len())?;
        if !value.is_finite() {
            let (indicator, unit, period) = self.names(period, unit, indicator);
            return Err(FrameError::NotFinite {
                indicator,
                unit,
                period,
                value,
            });
        }
        // Adding zero turns −0 into 0, so that equal figures have equal bytes.
        let is_new = self
            .columns
            .get_mut(indicator)
            .is_some_and(|column| column.fill(period, unit, value + 0.0));
        if is_new {
            return Ok(());
        }
        let (indicator, unit, period) = self.names(period, unit, indicator);
        Err(FrameError::SetTwice {
            indicator,
            unit,
            period,
        })
    }

    /// The frame. Cells that were not set are missing.
    pub fn build(self) -> Frame {
        let positions = self
            .indicators
            .iter()
            .enumerate()
            .map(|(position, indicator)| (indicator.code.clone(), position))
            .collect();
        Frame {
            periods: self.periods,
            units: self.units,
            indicators: self.indicators,
            columns: self.columns.into_iter().map(Arc::new).collect(),
            positions,
        }
    }

    fn names(&self, period: usize, unit: usize, indicator: usize) -> (String, String, String) {
        let indicator = self.indicators.get(indicator).map(|it| it.code.clone());
        let unit = self.units.get(unit).map(|it| it.code.clone());
        let period = self.periods.get(period).cloned();
        (
            indicator.unwrap_or_default(),
            unit.unwrap_or_default(),
            period.unwrap_or_default(),
        )
    }
}

impl Frame {
    /// The periods, in order of time.
    pub fn periods(&self) -> &[String] {
        &self.periods
    }

    /// The units.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// The indicators: one a column.
    pub fn indicators(&self) -> &[Indicator] {
        &self.indicators
    }

    /// The place of an indicator among the columns.
    pub fn indicator_position(&self, code: &str) -> Option<usize> {
        self.positions.get(code).copied()
    }

    /// The value of a cell, `None` where it is missing.
    pub fn get(&self, period: usize, unit: usize, indicator: usize) -> Option<f64> {
        self.columns.get(indicator)?.get(period, unit)
    }

    /// A whole column.
    pub fn column(&self, indicator: usize) -> Option<&Column> {
        self.columns.get(indicator).map(Arc::as_ref)
    }

    pub(crate) fn columns(&self) -> &[Arc<Column>] {
        &self.columns
    }

    /// The same frame with scores, of which more is better, in the place of the figures of some columns.
    pub(crate) fn with_scores<'a>(
        &self,
        scores: impl Iterator<Item = (usize, &'a Arc<Column>)>,
    ) -> Self {
        let mut frame = self.clone();
        for (position, scores) in scores {
            if let Some(column) = frame.columns.get_mut(position) {
                *column = Arc::clone(scores);
            }
            if let Some(indicator) = frame.indicators.get_mut(position) {
                indicator.direction = Direction::HigherIsBetter;
            }
        }
        frame
    }

    /// The same frame with another value in one cell, or none. The value is finite.
    pub(crate) fn with_cell(
        &self,
        period: usize,
        unit: usize,
        indicator: usize,
        value: Option<f64>,
    ) -> Self {
        let mut frame = self.clone();
        if let Some(column) = frame.columns.get_mut(indicator) {
            Arc::make_mut(column).set(period, unit, value);
        }
        frame
    }

    pub(crate) fn cells(&self) -> usize {
        self.periods.len() * self.units.len() * self.indicators.len()
    }
}

fn check_axis<'a>(
    axis: &'static str,
    codes: impl ExactSizeIterator<Item = &'a str>,
) -> Result<(), FrameError> {
    if codes.len() == 0 {
        return Err(FrameError::Empty { axis });
    }
    let mut seen = BTreeSet::new();
    for (position, code) in codes.enumerate() {
        if code.trim().is_empty() {
            let number = position + 1;
            return Err(FrameError::EmptyCode { axis, number });
        }
        if !seen.insert(code) {
            let code = code.to_owned();
            return Err(FrameError::Duplicate { axis, code });
        }
    }
    Ok(())
}

fn check_position(axis: &'static str, position: usize, length: usize) -> Result<(), FrameError> {
    if position < length {
        return Ok(());
    }
    Err(FrameError::OutOfRange {
        axis,
        position,
        length,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn builder() -> FrameBuilder {
        FrameBuilder::new(
            vec!["2022".into(), "2023".into()],
            vec![Unit::new("A"), Unit::new("B")],
            vec![Indicator::new("RD"), Indicator::new("GDP")],
        )
        .unwrap()
    }

    #[test]
    fn cells_come_back_where_they_were_set() {
        let mut builder = builder();
        builder.set(1, 0, 1, 12.5).unwrap();
        let frame = builder.build();
        assert_eq!(frame.get(1, 0, 1), Some(12.5));
        assert_eq!(frame.get(0, 0, 1), None);
        assert_eq!(frame.indicator_position("GDP"), Some(1));
    }

    #[test]
    fn a_value_that_is_no_number_is_refused_with_its_place() {
        let message = builder().set(1, 0, 1, f64::NAN).unwrap_err().to_string();
        assert!(
            message.contains("indicator GDP, unit A, period 2023"),
            "{message}"
        );
        assert!(builder().set(0, 0, 0, f64::INFINITY).is_err());
    }

    #[test]
    fn a_cell_is_set_once() {
        let mut builder = builder();
        builder.set(0, 1, 0, 1.0).unwrap();
        assert!(matches!(
            builder.set(0, 1, 0, 1.0),
            Err(FrameError::SetTwice { .. })
        ));
    }

    #[test]
    fn a_position_out_of_range_is_refused() {
        let error = builder().set(2, 0, 0, 1.0).unwrap_err();
        assert_eq!(
            error,
            FrameError::OutOfRange {
                axis: "periods",
                position: 2,
                length: 2
            }
        );
    }

    #[test]
    fn axes_refuse_the_empty_and_the_double() {
        let units = || vec![Unit::new("A")];
        let columns = || vec![Indicator::new("X")];
        let no_period = FrameBuilder::new(vec![], units(), columns()).unwrap_err();
        assert_eq!(no_period, FrameError::Empty { axis: "periods" });
        let twice = FrameBuilder::new(vec!["1".into(), "1".into()], units(), columns());
        assert!(matches!(
            twice,
            Err(FrameError::Duplicate {
                axis: "periods",
                ..
            })
        ));
        let blank = FrameBuilder::new(vec!["1".into()], vec![Unit::new(" ")], columns());
        assert!(matches!(
            blank,
            Err(FrameError::EmptyCode {
                axis: "units",
                number: 1
            })
        ));
    }
}
