//! Borda points: `rank − 1`, the number of units beaten.
//!
//! The rank is in rising order, the worst 1 (see [`super::rank`]); with ties `"average"` a unit gains
//! half a point for every other with the same figure.
//!
//! Source: J.-C. de Borda (1781), *Mémoire sur les élections au scrutin*; COINr's `n_borda`.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `ties` | what equal figures get of their ranks: `"min"`, `"average"`, `"max"` | `"min"` |
//! | `scope` | the figures that are counted: `"period"`, `"all_periods"`, `{ base = "2019" }` | `"period"` |
//!
//! A missing cell stays missing and is not counted. With a base period a figure that is none of the
//! base's is counted against them: it has rank `worse + 1` by `"min"`, `no_better` by `"max"`.
//! Equal figures, even all of them, are no fault.
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     ["A", "B", "C"].map(Unit::new).to_vec(),
//!     vec![Indicator::new("RD")],
//! )?;
//! for (unit, value) in [1.0, 7.0, 2.0].into_iter().enumerate() {
//!     frame.set(0, unit, 0, value)?;
//! }
//! let framework = Framework::new(vec![Node::root("index"), Node::leaf("RD", "index", 1.0)])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "normalise"
//!     rule = "borda"
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! let scores: Vec<_> = (0..3).map(|unit| index.score(0, 0, unit)).collect();
//! assert_eq!(scores, [Some(0.0), Some(2.0), Some(1.0)]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::Scope;
use super::rule::{Cell, Rule, Span, each};
use super::sorted::{Sorted, rank_formula};
use crate::column::PartMut;
use crate::dataset::Parameter;
use crate::error::{Fault, RowFault};
use crate::frame::Direction;
use crate::method::ParameterFault;
use crate::statistics::TieRule;

/// `rank − 1`; see the [module](self).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Borda {
    /// What equal figures get. Default: the smallest of their ranks.
    pub ties: TieRule,
    /// The figures that are counted. Default: those of the same period.
    pub scope: Scope,
}

impl Default for Borda {
    fn default() -> Self {
        Self {
            ties: TieRule::Min,
            scope: Scope::Period,
        }
    }
}

impl Rule for Borda {
    type Fitted = Sorted;

    fn word(&self) -> &'static str {
        "borda"
    }

    fn formula(&self, _direction: Direction) -> String {
        format!("{} − 1", rank_formula(self.ties))
    }

    fn faults(&self) -> Vec<ParameterFault> {
        Vec::new()
    }

    fn scope(&self) -> &Scope {
        &self.scope
    }

    fn fit(&self, scope: &Span<'_>, sorted: &mut Sorted) -> Result<(), Fault> {
        sorted.fill(scope);
        Ok(())
    }

    fn apply(
        &self,
        sorted: &Sorted,
        period: &Span<'_>,
        scores: &mut PartMut<'_>,
    ) -> Result<(), RowFault> {
        let direction = period.direction;
        each(period.cells, scores, |x| {
            sorted.rank(direction.turn(x), self.ties) - 1.0
        });
        Ok(())
    }

    fn parameters(&self, sorted: &Sorted, cell: Cell) -> Vec<Parameter> {
        sorted.counts(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::scores;
    use super::*;
    use crate::frame::Direction::{HigherIsBetter, LowerIsBetter};

    #[test]
    fn a_unit_has_a_point_for_each_it_beats() {
        let cells = [Some(5.0), Some(2.0), None, Some(5.0), Some(9.0)];
        let points = |ties, direction| {
            let scope = Scope::Period;
            scores(&Borda { ties, scope }, direction, &cells)
        };
        let expected = |tied: f64| [Some(tied), Some(0.0), None, Some(tied), Some(3.0)];
        assert_eq!(points(TieRule::Min, HigherIsBetter), expected(1.0));
        assert_eq!(points(TieRule::Average, HigherIsBetter), expected(1.5));
        assert_eq!(points(TieRule::Max, HigherIsBetter), expected(2.0));
        let lower = points(TieRule::Min, LowerIsBetter);
        assert_eq!(lower, [Some(1.0), Some(3.0), None, Some(1.0), Some(0.0)]);
    }
}
