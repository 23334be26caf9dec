//! The change of a column on the period before, which rules of progress score in the place of its level.

use serde::{Deserialize, Serialize};

use super::scaler::Broken;
use crate::column::{Column, Part, PartMut};
use crate::error::Fault;

/// What the change on the period before is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// `x − before`.
    #[default]
    Difference,
    /// `(x − before) ÷ before`.
    Growth,
}

impl Change {
    /// The formula, for explanations.
    pub(super) fn formula(self) -> &'static str {
        match self {
            Self::Difference => "x − before",
            Self::Growth => "(x − before) ÷ before",
        }
    }

    /// The change of one value.
    pub(super) fn of(self, x: f64, before: f64) -> Result<f64, Fault> {
        let change = match self {
            Self::Difference => x - before,
            Self::Growth if before > 0.0 => (x - before) / before,
            Self::Growth => return Err(Fault::NonPositiveStart { value: before }),
        };
        if change.is_finite() {
            return Ok(change);
        }
        Err(Fault::NotFinite)
    }

    /// Writes the change of every cell into a column of the same size; missing in the first period, and
    /// where either value is.
    pub(super) fn fill(self, source: &Column, changes: &mut Column) -> Result<(), Broken> {
        for (period, mut out) in changes.periods_mut().enumerate() {
            let Some(last) = period.checked_sub(1) else {
                out.present.fill(false);
                continue;
            };
            let (now, before) = (source.period(period), source.period(last));
            self.fill_period(now, before, &mut out)
                .map_err(|(row, fault)| Broken {
                    period: Some(period),
                    row: Some(row),
                    fault,
                })?;
        }
        Ok(())
    }

    fn fill_period(
        self,
        now: Part<'_>,
        before: Part<'_>,
        out: &mut PartMut<'_>,
    ) -> Result<(), (usize, Fault)> {
        let values = now.values.iter().zip(before.values);
        let present = now.present.iter().zip(before.present);
        let places = out.values.iter_mut().zip(out.present.iter_mut());
        for (row, (((x, before), (here, there)), (change, is_present))) in
            values.zip(present).zip(places).enumerate()
        {
            *is_present = *here && *there;
            *change = if *is_present {
                self.of(*x, *before).map_err(|fault| (row, fault))?
            } else {
                0.0
            };
        }
        Ok(())
    }
}

/// Gives a scratch column the size of another.
pub(super) fn fit_size(scratch: &mut Column, like: &Column) {
    if !scratch.has_size_of(like) {
        *scratch = like.clone();
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::over;
    use super::*;
    use crate::frame::Direction::HigherIsBetter;

    fn changes(change: Change, periods: &[&[Option<f64>]]) -> Result<Vec<Option<f64>>, Broken> {
        let frame = over(HigherIsBetter, periods);
        let source = frame.column(0).unwrap();
        let mut found = source.clone();
        change.fill(source, &mut found)?;
        let units = periods[0].len();
        let cells = (0..periods.len()).flat_map(|period| (0..units).map(move |it| (period, it)));
        Ok(cells
            .map(|(period, unit)| found.get(period, unit))
            .collect())
    }

    #[test]
    fn a_change_needs_both_figures() {
        let periods: [&[Option<f64>]; 2] = [&[Some(4.0), None], &[Some(5.0), Some(1.0)]];
        let difference = changes(Change::Difference, &periods).unwrap();
        assert_eq!(difference, [None, None, Some(1.0), None]);
        let growth = changes(Change::Growth, &periods).unwrap();
        assert_eq!(growth, [None, None, Some(0.25), None]);
    }

    #[test]
    fn growth_from_zero_or_less_is_a_fault_at_its_cell() {
        let periods: [&[Option<f64>]; 2] = [&[Some(4.0), Some(0.0)], &[Some(5.0), Some(1.0)]];
        let broken = changes(Change::Growth, &periods).unwrap_err();
        assert_eq!((broken.period, broken.row), (Some(1), Some(1)));
        assert_eq!(broken.fault, Fault::NonPositiveStart { value: 0.0 });
    }

    #[test]
    fn a_change_beyond_the_largest_number_is_a_fault() {
        let periods: [&[Option<f64>]; 2] = [&[Some(f64::MIN)], &[Some(f64::MAX)]];
        let broken = changes(Change::Difference, &periods).unwrap_err();
        assert_eq!(broken.fault, Fault::NotFinite);
    }
}
