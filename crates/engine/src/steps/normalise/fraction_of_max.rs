//! Fraction of the best: `x ÷ max`.
//!
//! An indicator of which less is better scores `min ÷ x`. With `negated = true` it is multiplied by −1
//! first instead, which gives `x ÷ min`: 1 for the best and more for the worse, so that its order is the
//! wrong way round. That form is there to agree with COINr, not to score with.
//!
//! Source: COINr's `n_fracmax` (with `negated = true`); OECD/JRC *Handbook* (2008), 5.2, distance to the
//! leader as a ratio.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `scale` | the score of the best | 1 |
//! | `negated` | divide −x by the largest −x where less is better | false |
//! | `scope` | where max (or min) comes from: `"period"`, `"all_periods"`, `{ base = "2019" }` | `"period"` |
//!
//! A missing cell stays missing. The best figure of the scope must be above 0
//! ([`Fault::NonPositiveBest`]), and where less is better so must every figure
//! ([`Fault::NonPositiveRatio`]).
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     vec![Unit::new("A"), Unit::new("B")],
//!     vec![Indicator::new("RD")],
//! )?;
//! frame.set(0, 0, 0, 3.0)?;
//! frame.set(0, 1, 0, 4.0)?;
//! let framework = Framework::new(vec![Node::root("index"), Node::leaf("RD", "index", 1.0)])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "normalise"
//!     rule = "fraction_of_max"
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! assert_eq!(index.score(0, 0, 0), Some(0.75));
//! assert_eq!(index.score(0, 0, 1), Some(1.0));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::Scope;
use super::rule::{Cell, Rule, Span, each, try_each};
use crate::column::PartMut;
use crate::dataset::Parameter;
use crate::error::{Fault, RowFault};
use crate::frame::Direction;
use crate::method::ParameterFault;

/// `x ÷ max`; see the [module](self).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FractionOfMax {
    /// The score of the best. Default 1.
    pub scale: f64,
    /// Whether −x is divided by the largest −x where less is better. Default false.
    pub negated: bool,
    /// Where the best figure comes from. Default: the same period.
    pub scope: Scope,
}

impl Default for FractionOfMax {
    fn default() -> Self {
        Self {
            scale: 1.0,
            negated: false,
            scope: Scope::Period,
        }
    }
}

impl Rule for FractionOfMax {
    /// The best figure: the largest, or where less is better the smallest.
    type Fitted = f64;

    fn word(&self) -> &'static str {
        "fraction_of_max"
    }

    fn formula(&self, direction: Direction) -> String {
        let share = match (direction, self.negated) {
            (Direction::HigherIsBetter, _) => "x ÷ max",
            (Direction::LowerIsBetter, false) => "min ÷ x",
            (Direction::LowerIsBetter, true) => "x ÷ min",
        };
        format!("{share} × scale")
    }

    fn faults(&self) -> Vec<ParameterFault> {
        let scale = ParameterFault::unless_positive("scale", self.scale);
        scale.into_iter().collect()
    }

    fn scope(&self) -> &Scope {
        &self.scope
    }

    fn fit(&self, scope: &Span<'_>, best: &mut f64) -> Result<(), Fault> {
        let (min, max) = scope.cells.range().unwrap_or_default();
        *best = match scope.direction {
            Direction::HigherIsBetter => max,
            Direction::LowerIsBetter => min,
        };
        if *best > 0.0 {
            return Ok(());
        }
        Err(Fault::NonPositiveBest { value: *best })
    }

    fn apply(
        &self,
        &best: &f64,
        period: &Span<'_>,
        scores: &mut PartMut<'_>,
    ) -> Result<(), RowFault> {
        let is_inverse = period.direction == Direction::LowerIsBetter && !self.negated;
        if !is_inverse {
            each(period.cells, scores, |x| x / best * self.scale);
            return Ok(());
        }
        try_each(period.cells, scores, |x| {
            if x > 0.0 {
                return Ok(best / x * self.scale);
            }
            Err(Fault::NonPositiveRatio { value: x })
        })
    }

    fn parameters(&self, &best: &f64, cell: Cell) -> Vec<Parameter> {
        let name = match cell.direction {
            Direction::HigherIsBetter => "max",
            Direction::LowerIsBetter => "min",
        };
        vec![
            Parameter::new(name, best),
            Parameter::new("scale", self.scale),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{fault, panel, scores};
    use super::*;
    use crate::frame::Direction::{HigherIsBetter, LowerIsBetter};

    #[test]
    fn the_best_scores_one() {
        let cells = [Some(2.0), Some(8.0), None, Some(4.0)];
        let rule = FractionOfMax::default();
        let higher = scores(&rule, HigherIsBetter, &cells);
        assert_eq!(higher, [Some(0.25), Some(1.0), None, Some(0.5)]);
        let lower = scores(&rule, LowerIsBetter, &cells);
        assert_eq!(lower, [Some(1.0), Some(0.25), None, Some(0.5)]);
    }

    #[test]
    fn negated_the_worse_scores_more_as_in_the_peer() {
        let rule = FractionOfMax {
            negated: true,
            ..FractionOfMax::default()
        };
        let found = scores(&rule, LowerIsBetter, &[Some(2.0), Some(8.0)]);
        assert_eq!(found, [Some(1.0), Some(4.0)]);
    }

    #[test]
    fn a_best_figure_of_zero_or_less_is_a_fault() {
        let rule = FractionOfMax::default();
        let found = fault(&rule, HigherIsBetter, &[Some(-2.0), Some(-1.0)]);
        assert_eq!(found, Fault::NonPositiveBest { value: -1.0 });
        let found = fault(&rule, LowerIsBetter, &[Some(2.0), Some(0.0)]);
        assert_eq!(found, Fault::NonPositiveBest { value: 0.0 });
    }

    #[test]
    fn a_later_figure_of_zero_has_no_ratio_where_less_is_better() {
        let rule = FractionOfMax {
            scope: Scope::Base("2021".into()),
            ..FractionOfMax::default()
        };
        let found = panel(&rule, LowerIsBetter, &[&[Some(2.0)], &[Some(1.0)]]);
        assert_eq!(found[1], [Some(2.0)]);
        let broken =
            super::super::tests::broken(&rule, LowerIsBetter, &[&[Some(2.0)], &[Some(0.0)]]);
        assert_eq!(broken.fault, Fault::NonPositiveRatio { value: 0.0 });
        assert_eq!((broken.period, broken.row), (Some(1), Some(0)));
    }
}
