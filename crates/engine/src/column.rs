//! One column of numbers with absences, contiguous in memory.

const LANES: usize = 8;

/// The values of one indicator or node: every period, and in a period every unit.
///
/// Values and presence are two arrays of the same order, `[period][unit]`. A missing cell is absence
/// (`present` is false), never a magic number; its place in `values` holds 0 and means nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    values: Vec<f64>,
    present: Vec<bool>,
    units: usize,
}

/// The cells of one column in one period (or in a run of periods), by unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part<'a> {
    /// The values; meaningless where `present` is false.
    pub values: &'a [f64],
    /// Whether the cell has a value.
    pub present: &'a [bool],
}

/// The cells of one column in one period, to be written.
#[derive(Debug)]
pub(crate) struct PartMut<'a> {
    pub(crate) values: &'a mut [f64],
    pub(crate) present: &'a mut [bool],
}

impl Column {
    /// A column of `periods` × `units` missing cells.
    pub(crate) fn missing(periods: usize, units: usize) -> Self {
        Self {
            values: vec![0.0; periods * units],
            present: vec![false; periods * units],
            units,
        }
    }

    /// The value of a cell, `None` where it is missing or there is no such cell.
    pub fn get(&self, period: usize, unit: usize) -> Option<f64> {
        if unit >= self.units {
            return None;
        }
        let row = period.checked_mul(self.units)?.checked_add(unit)?;
        let is_present = self.present.get(row).copied().unwrap_or(false);
        self.values.get(row).copied().filter(|_| is_present)
    }

    /// The cells of one period; empty when there is no such period.
    pub fn period(&self, period: usize) -> Part<'_> {
        let start = period.saturating_mul(self.units);
        let range = start..start.saturating_add(self.units);
        Part {
            values: self.values.get(range.clone()).unwrap_or_default(),
            present: self.present.get(range).unwrap_or_default(),
        }
    }

    /// All cells, period after period.
    pub fn all(&self) -> Part<'_> {
        Part {
            values: &self.values,
            present: &self.present,
        }
    }

    /// Number of cells with a value.
    pub fn count_present(&self) -> usize {
        self.all().count_present()
    }

    pub(crate) fn periods_mut(&mut self) -> impl Iterator<Item = PartMut<'_>> {
        let units = self.units.max(1);
        self.values
            .chunks_mut(units)
            .zip(self.present.chunks_mut(units))
            .map(|(values, present)| PartMut { values, present })
    }

    pub(crate) fn has_size_of(&self, other: &Self) -> bool {
        (self.units, self.values.len()) == (other.units, other.values.len())
    }

    /// Makes the cells present that are present in another column of the same size.
    pub(crate) fn copy_presence(&mut self, other: &Self) {
        for (present, of) in self.present.iter_mut().zip(&other.present) {
            *present = *of;
        }
    }

    /// Makes a cell missing.
    pub(crate) fn clear(&mut self, period: usize, unit: usize) {
        let row = period * self.units + unit;
        if let (Some(cell), Some(is_present)) =
            (self.values.get_mut(row), self.present.get_mut(row))
        {
            *cell = 0.0;
            *is_present = false;
        }
    }

    /// Writes a cell that has no value yet. False when it has one already or does not exist.
    pub(crate) fn fill(&mut self, period: usize, unit: usize, value: f64) -> bool {
        let row = period * self.units + unit;
        match (self.values.get_mut(row), self.present.get_mut(row)) {
            (Some(cell), Some(is_present)) if !*is_present => {
                *cell = value;
                *is_present = true;
                true
            }
            _ => false,
        }
    }

    /// Gives a cell another value, or none. Nothing happens where there is no such cell.
    pub(crate) fn set(&mut self, period: usize, unit: usize, value: Option<f64>) {
        if unit >= self.units {
            return;
        }
        let row = period * self.units + unit;
        if let (Some(cell), Some(is_present)) =
            (self.values.get_mut(row), self.present.get_mut(row))
        {
            *cell = value.unwrap_or(0.0) + 0.0;
            *is_present = value.is_some();
        }
    }
}

impl Part<'_> {
    /// Number of cells with a value.
    pub fn count_present(&self) -> usize {
        self.present.iter().filter(|&&present| present).count()
    }

    /// Whether any cell has a value.
    pub fn any(&self) -> bool {
        self.present.iter().any(|&present| present)
    }

    /// The values that are there, in order of the cells.
    pub fn present_values(&self) -> impl Iterator<Item = f64> {
        self.values
            .iter()
            .zip(self.present)
            .filter(|&(_, &present)| present)
            .map(|(&value, _)| value)
    }

    /// The smallest and the largest value, `None` when every cell is missing.
    ///
    /// Taken over several lanes side by side, which the processor does at once; the smallest of the
    /// smallest is the same in any order.
    pub fn range(&self) -> Option<(f64, f64)> {
        let mut low = [f64::INFINITY; LANES];
        let mut high = [f64::NEG_INFINITY; LANES];
        let chunks = self.values.chunks(LANES).zip(self.present.chunks(LANES));
        for (values, present) in chunks {
            let lanes = low.iter_mut().zip(&mut high);
            for ((low, high), (&value, &present)) in lanes.zip(values.iter().zip(present)) {
                *low = if present && value < *low { value } else { *low };
                *high = if present && value > *high {
                    value
                } else {
                    *high
                };
            }
        }
        let low = low.into_iter().fold(f64::INFINITY, f64::min);
        let high = high.into_iter().fold(f64::NEG_INFINITY, f64::max);
        (low <= high).then_some((low, high))
    }

    /// The first cell that has a value which is not a finite number.
    pub(crate) fn first_not_finite(&self) -> Option<usize> {
        // The whole run without a branch first: it is nearly always sound.
        let is_bad = |bad: bool, value: &f64| bad | !value.is_finite();
        if !self.values.iter().fold(false, is_bad) {
            return None;
        }
        self.values
            .iter()
            .zip(self.present)
            .position(|(value, &present)| present && !value.is_finite())
    }
}

impl PartMut<'_> {
    pub(crate) fn as_part(&self) -> Part<'_> {
        Part {
            values: self.values,
            present: self.present,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_cell_is_not_a_zero() {
        let mut column = Column::missing(2, 3);
        assert!(column.fill(1, 2, 0.0));
        assert_eq!(column.get(1, 2), Some(0.0));
        assert_eq!(column.get(0, 2), None);
        assert_eq!(column.count_present(), 1);
    }

    #[test]
    fn a_cell_outside_is_missing_and_does_not_wrap_to_the_next_period() {
        let mut column = Column::missing(2, 3);
        column.fill(1, 0, 5.0);
        assert_eq!(column.get(0, 3), None);
        assert_eq!(column.get(2, 0), None);
        assert_eq!(column.get(usize::MAX, 1), None);
    }

    #[test]
    fn the_range_is_found_in_any_lane() {
        for place in 0..21 {
            let mut column = Column::missing(1, 21);
            for unit in 0..21 {
                column.fill(0, unit, if unit == place { -1.0 } else { 4.0 });
            }
            assert_eq!(column.all().range(), Some((-1.0, 4.0)), "{place}");
        }
    }

    #[test]
    fn the_range_looks_at_present_cells_only() {
        let mut column = Column::missing(1, 4);
        column.fill(0, 1, -2.0);
        column.fill(0, 3, 7.0);
        assert_eq!(column.period(0).range(), Some((-2.0, 7.0)));
        assert_eq!(Column::missing(1, 4).all().range(), None);
    }
}
