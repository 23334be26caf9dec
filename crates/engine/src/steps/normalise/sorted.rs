//! The values of a scope in rising order, from the worst to the best: what rules by rank are fitted to.

use super::rule::{Cell, Span};
use crate::dataset::Parameter;
use crate::frame::Direction;
use crate::numbers::count;
use crate::statistics::TieRule;

/// The values of a scope, turned so that higher is better, in rising order. Filling it again reuses
/// its room.
#[derive(Debug, Default)]
pub(crate) struct Sorted {
    values: Vec<f64>,
}

impl Sorted {
    /// Takes the values of a scope in the place of those before.
    pub(crate) fn fill(&mut self, scope: &Span<'_>) {
        let values = scope.cells.present_values();
        self.values.clear();
        self.values.extend(values.map(|x| scope.direction.turn(x)));
        self.values.sort_unstable_by(f64::total_cmp);
    }

    /// The number of values.
    pub(crate) fn n(&self) -> f64 {
        count(self.values.len())
    }

    /// The number of values worse than `x`, which is turned as they are.
    pub(crate) fn worse(&self, x: f64) -> f64 {
        count(self.values.partition_point(|value| *value < x))
    }

    /// The number of values no better than `x`; itself is one of them.
    pub(crate) fn no_better(&self, x: f64) -> f64 {
        count(self.values.partition_point(|value| *value <= x))
    }

    /// The counts from which a person finds the rank of a cell.
    pub(crate) fn counts(&self, cell: Cell) -> Vec<Parameter> {
        let mut counts = Vec::with_capacity(3);
        if let Some(x) = cell.x.map(|x| cell.direction.turn(x)) {
            counts.push(Parameter::new("worse", self.worse(x)));
            counts.push(Parameter::new("no_better", self.no_better(x)));
        }
        counts.push(Parameter::new("n", self.n()));
        counts
    }

    /// The rank in rising order: the worst has rank 1.
    pub(crate) fn rank(&self, x: f64, ties: TieRule) -> f64 {
        match ties {
            TieRule::Min => self.worse(x) + 1.0,
            TieRule::Average => f64::midpoint(self.worse(x) + 1.0, self.no_better(x)),
            TieRule::Max => self.no_better(x),
        }
    }

    /// The rank in falling order: the best has rank 1.
    pub(crate) fn place(&self, x: f64, ties: TieRule) -> f64 {
        let (better, no_worse) = (self.n() - self.no_better(x), self.n() - self.worse(x));
        match ties {
            TieRule::Min => better + 1.0,
            TieRule::Average => f64::midpoint(better + 1.0, no_worse),
            TieRule::Max => no_worse,
        }
    }
}

/// The formula of [`Sorted::rank`].
pub(crate) fn rank_formula(ties: TieRule) -> &'static str {
    match ties {
        TieRule::Min => "worse + 1",
        TieRule::Average => "(worse + 1 + no_better) ÷ 2",
        TieRule::Max => "no_better",
    }
}

impl Direction {
    /// The value turned so that higher is better. Zero stays 0 and does not become −0.
    pub(crate) fn turn(self, x: f64) -> f64 {
        match self {
            Self::HigherIsBetter => x,
            Self::LowerIsBetter => 0.0 - x,
        }
    }
}
