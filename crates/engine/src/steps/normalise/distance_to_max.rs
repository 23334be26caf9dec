//! Distance to the best: `1 − (max − x) ÷ (max − min)`.
//!
//! An indicator of which less is better is multiplied by −1 first, so the smallest figure scores 1.
//!
//! Source: COINr's `n_dist2max`; OECD/JRC *Handbook* (2008), 5.2, distance to the leader.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `scale` | the score of the best | 1 |
//! | `scope` | where min and max come from: `"period"`, `"all_periods"`, `{ base = "2019" }` | `"period"` |
//!
//! A missing cell stays missing. When every value in the scope is the same the range is zero, which is
//! an error ([`Fault::ZeroRange`]).
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     ["A", "B", "C"].map(Unit::new).to_vec(),
//!     vec![Indicator::new("RD")],
//! )?;
//! for (unit, value) in [1.0, 5.0, 2.0].into_iter().enumerate() {
//!     frame.set(0, unit, 0, value)?;
//! }
//! let framework = Framework::new(vec![Node::root("index"), Node::leaf("RD", "index", 1.0)])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "normalise"
//!     rule = "distance_to_max"
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! let scores: Vec<_> = (0..3).map(|unit| index.score(0, 0, unit)).collect();
//! assert_eq!(scores, [Some(0.0), Some(1.0), Some(0.25)]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::Scope;
use super::min_max::Range;
use super::rule::{Cell, Rule, Span, each};
use crate::column::PartMut;
use crate::dataset::Parameter;
use crate::error::{Fault, RowFault};
use crate::frame::Direction;
use crate::method::ParameterFault;

/// `1 − (max − x) ÷ (max − min)`; see the [module](self).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DistanceToMax {
    /// The score of the best. Default 1.
    pub scale: f64,
    /// Where min and max come from. Default: the same period.
    pub scope: Scope,
}

impl Default for DistanceToMax {
    fn default() -> Self {
        Self {
            scale: 1.0,
            scope: Scope::Period,
        }
    }
}

impl Rule for DistanceToMax {
    type Fitted = Range;

    fn word(&self) -> &'static str {
        "distance_to_max"
    }

    fn formula(&self, direction: Direction) -> String {
        let behind = match direction {
            Direction::HigherIsBetter => "max − x",
            Direction::LowerIsBetter => "x − min",
        };
        format!("(1 − ({behind}) ÷ (max − min)) × scale")
    }

    fn faults(&self) -> Vec<ParameterFault> {
        let scale = ParameterFault::unless_positive("scale", self.scale);
        scale.into_iter().collect()
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
        let direction = period.direction;
        each(period.cells, scores, |x| {
            let behind = match direction {
                Direction::HigherIsBetter => max - x,
                Direction::LowerIsBetter => x - min,
            };
            (1.0 - behind / (max - min)) * self.scale
        });
        Ok(())
    }

    fn parameters(&self, fitted: &Range, _cell: Cell) -> Vec<Parameter> {
        vec![
            Parameter::new("min", fitted.min),
            Parameter::new("max", fitted.max),
            Parameter::new("scale", self.scale),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{fault, scores};
    use super::*;
    use crate::frame::Direction::{HigherIsBetter, LowerIsBetter};

    #[test]
    fn the_best_scores_one() {
        let rule = DistanceToMax::default();
        let cells = [Some(2.0), Some(6.0), None, Some(3.0)];
        let higher = scores(&rule, HigherIsBetter, &cells);
        assert_eq!(higher, [Some(0.0), Some(1.0), None, Some(0.25)]);
        let lower = scores(&rule, LowerIsBetter, &cells);
        assert_eq!(lower, [Some(1.0), Some(0.0), None, Some(0.75)]);
    }

    #[test]
    fn a_zero_range_is_a_fault() {
        let found = fault(
            &DistanceToMax::default(),
            HigherIsBetter,
            &[Some(3.0), Some(3.0)],
        );
        assert_eq!(found, Fault::ZeroRange { value: 3.0 });
    }

    #[test]
    fn the_scale_is_checked() {
        let rule = DistanceToMax {
            scale: -1.0,
            scope: Scope::Period,
        };
        assert_eq!(Rule::faults(&rule).len(), 1);
    }
}
