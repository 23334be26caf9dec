//! Min–max: `(x − min) ÷ (max − min) × (upper − lower) + lower`.
//!
//! An indicator of which less is better is multiplied by −1 first, so the smallest figure scores
//! `upper`.
//!
//! Source: OECD/JRC *Handbook on Constructing Composite Indicators* (2008), 5.2; COINr's `n_minmax`.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `lower` | the score of the worst | 0 |
//! | `upper` | the score of the best | 100 |
//! | `scope` | where min and max come from: `"period"`, `"all_periods"`, `{ base = "2019" }` | `"period"` |
//!
//! With a base period, later figures can score beyond `lower` and `upper`. A missing cell stays
//! missing. When every value in the scope is the same the range is zero, which is an error
//! ([`Fault::ZeroRange`]).
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     ["A", "B", "C"].map(Unit::new).to_vec(),
//!     vec![Indicator::new("RD")],
//! )?;
//! for (unit, value) in [1.0, 3.0, 2.0].into_iter().enumerate() {
//!     frame.set(0, unit, 0, value)?;
//! }
//! let framework = Framework::new(vec![Node::root("index"), Node::leaf("RD", "index", 1.0)])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "normalise"
//!     rule = "min_max"
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! let scores: Vec<_> = (0..3).map(|unit| index.score(0, 0, unit)).collect();
//! assert_eq!(scores, [Some(0.0), Some(100.0), Some(50.0)]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::Scope;
use super::rule::{Cell, Rule, Span, each};
use crate::column::{Part, PartMut};
use crate::dataset::Parameter;
use crate::error::{Fault, RowFault};
use crate::frame::Direction;
use crate::method::ParameterFault;

/// `(x − min) ÷ (max − min) × (upper − lower) + lower`; see the [module](self).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct MinMax {
    /// The score of the worst. Default 0.
    pub lower: f64,
    /// The score of the best. Default 100.
    pub upper: f64,
    /// Where min and max come from. Default: the same period.
    pub scope: Scope,
}

impl Default for MinMax {
    fn default() -> Self {
        Self {
            lower: 0.0,
            upper: 100.0,
            scope: Scope::Period,
        }
    }
}

/// Smallest and largest value as the data have them, before any change of sign.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Range {
    pub(crate) min: f64,
    pub(crate) max: f64,
}

impl Range {
    /// The range of the cells, which must not be 0.
    pub(crate) fn of(cells: Part<'_>) -> Result<Self, Fault> {
        let (min, max) = cells.range().unwrap_or_default();
        if !(max - min).is_finite() {
            return Err(Fault::NotFinite);
        }
        if max <= min {
            return Err(Fault::ZeroRange { value: min });
        }
        Ok(Self { min, max })
    }
}

impl Rule for MinMax {
    type Fitted = Range;

    fn word(&self) -> &'static str {
        "min_max"
    }

    fn formula(&self, direction: Direction) -> String {
        let above = match direction {
            Direction::HigherIsBetter => "x − min",
            Direction::LowerIsBetter => "max − x",
        };
        format!("({above}) ÷ (max − min) × (upper − lower) + lower")
    }

    fn faults(&self) -> Vec<ParameterFault> {
        let finite = [("lower", self.lower), ("upper", self.upper)];
        let finite = finite.map(|(name, value)| ParameterFault::unless_finite(name, value));
        let below = ParameterFault::unless_below(("lower", self.lower), ("upper", self.upper));
        finite.into_iter().flatten().chain(below).collect()
    }

    fn scope(&self) -> &Scope {
        &self.scope
    }

    fn fit(&self, scope: &Span<'_>, fitted: &mut Range) -> Result<(), Fault> {
        *fitted = Range::of(scope.cells)?;
        Ok(())
    }

    fn apply(
        &self,
        &Range { min, max }: &Range,
        period: &Span<'_>,
        scores: &mut PartMut<'_>,
    ) -> Result<(), RowFault> {
        let (range, spread, lower) = (max - min, self.upper - self.lower, self.lower);
        match period.direction {
            Direction::HigherIsBetter => {
                each(period.cells, scores, |x| (x - min) / range * spread + lower);
            }
            Direction::LowerIsBetter => {
                each(period.cells, scores, |x| (max - x) / range * spread + lower);
            }
        }
        Ok(())
    }

    fn parameters(&self, fitted: &Range, _cell: Cell) -> Vec<Parameter> {
        vec![
            Parameter::new("min", fitted.min),
            Parameter::new("max", fitted.max),
            Parameter::new("lower", self.lower),
            Parameter::new("upper", self.upper),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{fault, scores};
    use super::*;

    #[test]
    fn the_worst_scores_lower_and_the_best_upper() {
        let rule = MinMax {
            lower: 1.0,
            upper: 101.0,
            scope: Scope::Period,
        };
        let cells = [Some(2.0), Some(6.0), None, Some(3.0)];
        let higher = scores(&rule, Direction::HigherIsBetter, &cells);
        assert_eq!(higher, [Some(1.0), Some(101.0), None, Some(26.0)]);
        let lower = scores(&rule, Direction::LowerIsBetter, &cells);
        assert_eq!(lower, [Some(101.0), Some(1.0), None, Some(76.0)]);
    }

    #[test]
    fn a_zero_range_is_a_fault_that_names_the_value() {
        let cells = [Some(3.0), None, Some(3.0)];
        let found = fault(&MinMax::default(), Direction::HigherIsBetter, &cells);
        assert_eq!(found, Fault::ZeroRange { value: 3.0 });
    }

    #[test]
    fn a_range_beyond_the_largest_number_is_a_fault() {
        let cells = [Some(f64::MAX), Some(f64::MIN)];
        let found = fault(&MinMax::default(), Direction::HigherIsBetter, &cells);
        assert_eq!(found, Fault::NotFinite);
    }

    #[test]
    fn lower_must_be_below_upper() {
        let rule = MinMax {
            lower: 5.0,
            upper: 5.0,
            scope: Scope::Period,
        };
        assert_eq!(Rule::faults(&rule).len(), 1);
        let rule = MinMax {
            lower: f64::NAN,
            ..MinMax::default()
        };
        assert_eq!(Rule::faults(&rule).len(), 2);
    }
}
