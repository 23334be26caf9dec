//! How far a round is: by unit and by indicator, and never by person.

use std::collections::BTreeMap;

use yanzhi_kernel::Code;

use crate::Standing;

/// A cell as far as progress is concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CellProgress<'a> {
    pub(crate) unit: &'a Code,
    pub(crate) indicator: &'a Code,
    pub(crate) is_filled: bool,
    pub(crate) standing: Standing,
    /// Whether it was handed in late, or is due and was not handed in.
    pub(crate) is_late: bool,
}

/// How many cells are how far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All of them.
    pub cells: usize,
    /// Those in which something stands.
    pub filled: usize,
    /// Those that wait for a decision.
    pub submitted: usize,
    /// Those that were returned.
    pub returned: usize,
    /// Those that are figures now.
    pub approved: usize,
    /// Those that were handed in late, or are due and were not handed in.
    pub late: usize,
}

/// How far a round is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// In all.
    pub total: Tally,
    /// By unit.
    pub by_unit: BTreeMap<Code, Tally>,
    /// By indicator.
    pub by_indicator: BTreeMap<Code, Tally>,
}

impl Tally {
    fn count(&mut self, cell: &CellProgress<'_>) {
        let counts = [
            (&mut self.cells, true),
            (&mut self.filled, cell.is_filled),
            (&mut self.submitted, cell.standing == Standing::Held),
            (&mut self.returned, cell.standing == Standing::Returned),
            (&mut self.approved, cell.standing == Standing::Approved),
            (&mut self.late, cell.is_late),
        ];
        for (count, is_one) in counts {
            *count += usize::from(is_one);
        }
    }
}

/// Counts cells.
pub(crate) fn progress<'a>(cells: impl IntoIterator<Item = CellProgress<'a>>) -> Progress {
    let mut progress = Progress::default();
    for cell in cells {
        progress.total.count(&cell);
        let unit = progress.by_unit.entry(cell.unit.clone());
        unit.or_default().count(&cell);
        let indicator = progress.by_indicator.entry(cell.indicator.clone());
        indicator.or_default().count(&cell);
    }
    progress
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_counted_once_each_way() {
        let (a, b, rd) = (
            "A".parse().unwrap(),
            "B".parse().unwrap(),
            "RD".parse().unwrap(),
        );
        let cell = |unit, standing, is_filled, is_late| CellProgress {
            unit,
            indicator: &rd,
            is_filled,
            standing,
            is_late,
        };
        let progress = progress([
            cell(&a, Standing::Open, false, true),
            cell(&a, Standing::Held, true, false),
            cell(&b, Standing::Approved, true, false),
            cell(&b, Standing::Returned, true, true),
        ]);
        let all = Tally {
            cells: 4,
            filled: 3,
            submitted: 1,
            returned: 1,
            approved: 1,
            late: 2,
        };
        assert_eq!(progress.total, all);
        assert_eq!(progress.by_indicator[&rd], all);
        assert_eq!(progress.by_unit[&a].cells + progress.by_unit[&b].cells, 4);
        assert_eq!(progress.by_unit[&a].late, 1);
    }
}
