//! Percentile rank: `(rank − 1) ÷ (n − 1)`, the share of the other units beaten.
//!
//! The rank is in rising order, the worst 1 (see [`super::rank`]); n counts the figures of the scope.
//!
//! Source: COINr's `n_prank`.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `ties` | what equal figures get of their ranks: `"min"`, `"average"`, `"max"` | `"min"` |
//! | `scale` | the score of the best | 1 |
//! | `scope` | the figures that are counted: `"period"`, `"all_periods"`, `{ base = "2019" }` | `"period"` |
//!
//! A missing cell stays missing and is not counted. With a base period a figure that is none of the
//! base's is counted against them: it has rank `worse + 1` by `"min"`, `no_better` by `"max"`.
//! A scope with a single figure has nobody to beat: an error ([`Fault::TooFewValues`]).
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
//!     rule = "percentile_rank"
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! let scores: Vec<_> = (0..3).map(|unit| index.score(0, 0, unit)).collect();
//! assert_eq!(scores, [Some(0.0), Some(1.0), Some(0.5)]);
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

/// `(rank − 1) ÷ (n − 1)`; see the [module](self).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PercentileRank {
    /// What equal figures get. Default: the smallest of their ranks.
    pub ties: TieRule,
    /// The score of the best. Default 1.
    pub scale: f64,
    /// The figures that are counted. Default: those of the same period.
    pub scope: Scope,
}

impl Default for PercentileRank {
    fn default() -> Self {
        Self {
            ties: TieRule::Min,
            scale: 1.0,
            scope: Scope::Period,
        }
    }
}

impl Rule for PercentileRank {
    type Fitted = Sorted;

    fn word(&self) -> &'static str {
        "percentile_rank"
    }

    fn formula(&self, _direction: Direction) -> String {
        let rank = rank_formula(self.ties);
        format!("({rank} − 1) ÷ (n − 1) × scale")
    }

    fn faults(&self) -> Vec<ParameterFault> {
        let scale = ParameterFault::unless_positive("scale", self.scale);
        scale.into_iter().collect()
    }

    fn scope(&self) -> &Scope {
        &self.scope
    }

    fn fit(&self, scope: &Span<'_>, sorted: &mut Sorted) -> Result<(), Fault> {
        sorted.fill(scope);
        let (found, needed) = (scope.cells.count_present(), 2);
        if found < needed {
            return Err(Fault::TooFewValues { found, needed });
        }
        Ok(())
    }

    fn apply(
        &self,
        sorted: &Sorted,
        period: &Span<'_>,
        scores: &mut PartMut<'_>,
    ) -> Result<(), RowFault> {
        let (direction, others) = (period.direction, sorted.n() - 1.0);
        each(period.cells, scores, |x| {
            (sorted.rank(direction.turn(x), self.ties) - 1.0) / others * self.scale
        });
        Ok(())
    }

    fn parameters(&self, sorted: &Sorted, cell: Cell) -> Vec<Parameter> {
        let mut parameters = sorted.counts(cell);
        parameters.push(Parameter::new("scale", self.scale));
        parameters
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{fault, scores};
    use super::*;
    use crate::frame::Direction::{HigherIsBetter, LowerIsBetter};

    #[test]
    fn the_score_is_the_share_of_the_others_beaten() {
        let cells = [Some(5.0), Some(2.0), None, Some(5.0), Some(9.0), Some(7.0)];
        let higher = scores(&PercentileRank::default(), HigherIsBetter, &cells);
        let quarter = Some(0.25);
        assert_eq!(
            higher,
            [quarter, Some(0.0), None, quarter, Some(1.0), Some(0.75)]
        );
        let average = PercentileRank {
            ties: TieRule::Average,
            scale: 100.0,
            ..PercentileRank::default()
        };
        let lower = scores(&average, LowerIsBetter, &cells);
        assert_eq!(lower[0], Some(62.5));
        assert_eq!(lower[1], Some(100.0));
    }

    #[test]
    fn a_single_figure_beats_nobody() {
        let found = fault(
            &PercentileRank::default(),
            HigherIsBetter,
            &[Some(1.0), None],
        );
        let (found_n, needed) = (1, 2);
        assert_eq!(
            found,
            Fault::TooFewValues {
                found: found_n,
                needed
            }
        );
    }

    #[test]
    fn the_scale_is_checked() {
        let rule = PercentileRank {
            scale: 0.0,
            ..PercentileRank::default()
        };
        assert_eq!(Rule::faults(&rule).len(), 1);
    }
}
