//! Distance to a target: `(x − min) ÷ (target − min)`.
//!
//! The worst scores 0, the target 1, a better figure more unless `capped`. An indicator of which less is
//! better keeps its figures and its target as they are and scores `(max − x) ÷ (max − target)`.
//!
//! Source: COINr's `n_dist2targ` (`cap_max` = capped); OECD/JRC *Handbook* (2008), 5.2; used so by the
//! SDG Index.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `target` | the figure that scores `scale` | – |
//! | `capped` | nothing is gained beyond the target | false |
//! | `scale` | the score of the target | 1 |
//! | `scope` | where the worst figure comes from: `"period"`, `"all_periods"`, `{ base = "2019" }` | `"period"` |
//!
//! A missing cell stays missing. A target that is no better than the worst figure would turn the order
//! round: an error ([`Fault::TargetNotBetter`]).
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     ["A", "B", "C"].map(Unit::new).to_vec(),
//!     vec![Indicator::new("RD")],
//! )?;
//! for (unit, value) in [1.0, 4.0, 2.0].into_iter().enumerate() {
//!     frame.set(0, unit, 0, value)?;
//! }
//! let framework = Framework::new(vec![Node::root("index"), Node::leaf("RD", "index", 1.0)])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "normalise"
//!     rule = "distance_to_target"
//!     capped = true
//!     [steps.indicators.RD]
//!     target = 3
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
use crate::column::PartMut;
use crate::dataset::Parameter;
use crate::error::{Fault, RowFault};
use crate::frame::Direction;
use crate::method::ParameterFault;

/// `(x − min) ÷ (target − min)`; see the [module](self).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DistanceToTarget {
    /// The figure that scores `scale`. Required.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<f64>,
    /// Whether nothing is gained beyond the target. Default false.
    pub capped: bool,
    /// The score of the target. Default 1.
    pub scale: f64,
    /// Where the worst figure comes from. Default: the same period.
    pub scope: Scope,
}

impl Default for DistanceToTarget {
    fn default() -> Self {
        Self {
            target: None,
            capped: false,
            scale: 1.0,
            scope: Scope::Period,
        }
    }
}

/// The worst figure and the target, as the data have them.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Way {
    worst: f64,
    target: f64,
}

impl Rule for DistanceToTarget {
    type Fitted = Way;

    fn word(&self) -> &'static str {
        "distance_to_target"
    }

    fn formula(&self, direction: Direction) -> String {
        let share = match direction {
            Direction::HigherIsBetter => "(x − min) ÷ (target − min)",
            Direction::LowerIsBetter => "(max − x) ÷ (max − target)",
        };
        if self.capped {
            format!("min({share}, 1) × scale")
        } else {
            format!("{share} × scale")
        }
    }

    fn faults(&self) -> Vec<ParameterFault> {
        let target = match self.target {
            None => Some(ParameterFault::Missing { name: "target" }),
            Some(value) => ParameterFault::unless_finite("target", value),
        };
        let scale = ParameterFault::unless_positive("scale", self.scale);
        [target, scale].into_iter().flatten().collect()
    }

    fn scope(&self) -> &Scope {
        &self.scope
    }

    fn fit(&self, scope: &Span<'_>, fitted: &mut Way) -> Result<(), Fault> {
        let (min, max) = scope.cells.range().unwrap_or_default();
        let worst = match scope.direction {
            Direction::HigherIsBetter => min,
            Direction::LowerIsBetter => max,
        };
        let target = self.target.unwrap_or(worst);
        let way = scope.direction.turn(target - worst);
        if !way.is_finite() {
            return Err(Fault::NotFinite);
        }
        if way <= 0.0 {
            let than = worst;
            return Err(Fault::TargetNotBetter { target, than });
        }
        *fitted = Way { worst, target };
        Ok(())
    }

    fn apply(
        &self,
        &Way { worst, target }: &Way,
        period: &Span<'_>,
        scores: &mut PartMut<'_>,
    ) -> Result<(), RowFault> {
        let most = if self.capped { 1.0 } else { f64::INFINITY };
        each(period.cells, scores, |x| {
            ((x - worst) / (target - worst)).min(most) * self.scale
        });
        Ok(())
    }

    fn parameters(&self, fitted: &Way, cell: Cell) -> Vec<Parameter> {
        let worst = match cell.direction {
            Direction::HigherIsBetter => "min",
            Direction::LowerIsBetter => "max",
        };
        vec![
            Parameter::new("target", fitted.target),
            Parameter::new(worst, fitted.worst),
            Parameter::new("scale", self.scale),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{fault, scores};
    use super::*;
    use crate::frame::Direction::{HigherIsBetter, LowerIsBetter};

    fn to(target: f64) -> DistanceToTarget {
        DistanceToTarget {
            target: Some(target),
            ..DistanceToTarget::default()
        }
    }

    #[test]
    fn the_target_scores_one_and_the_worst_nothing() {
        let cells = [Some(2.0), Some(6.0), None, Some(3.0)];
        let higher = scores(&to(4.0), HigherIsBetter, &cells);
        assert_eq!(higher, [Some(0.0), Some(2.0), None, Some(0.5)]);
        let lower = scores(&to(4.0), LowerIsBetter, &cells);
        assert_eq!(lower, [Some(2.0), Some(0.0), None, Some(1.5)]);
        let capped = DistanceToTarget {
            capped: true,
            ..to(4.0)
        };
        let found = scores(&capped, LowerIsBetter, &cells);
        assert_eq!(found, [Some(1.0), Some(0.0), None, Some(1.0)]);
    }

    #[test]
    fn a_target_no_better_than_the_worst_is_a_fault() {
        let cells = [Some(2.0), Some(6.0)];
        let found = fault(&to(2.0), HigherIsBetter, &cells);
        let (target, than) = (2.0, 2.0);
        assert_eq!(found, Fault::TargetNotBetter { target, than });
        let found = fault(&to(7.0), LowerIsBetter, &cells);
        let (target, than) = (7.0, 6.0);
        assert_eq!(found, Fault::TargetNotBetter { target, than });
    }

    #[test]
    fn parameters_are_checked() {
        assert_eq!(
            Rule::faults(&DistanceToTarget::default()),
            [ParameterFault::Missing { name: "target" }]
        );
        assert_eq!(Rule::faults(&to(f64::NAN)).len(), 1);
    }
}
