//! Distance to a reference unit: `1 − (ref − x) ÷ (ref − min)`, with the reference's own figure.
//!
//! The reference scores 1, the worst 0, a better figure more than 1 unless `capped`. An indicator of
//! which less is better is multiplied by −1 first: `1 − (x − ref) ÷ (max − ref)`.
//!
//! Source: COINr's `n_dist2ref` (`iref` = unit, `cap_max` = capped); OECD/JRC *Handbook* (2008), 5.2.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `unit` | the code of the reference unit | – |
//! | `capped` | nothing is gained above the reference | false |
//! | `scale` | the score of the reference | 1 |
//! | `scope` | where the reference's and the worst figure come from: `"period"`, `"all_periods"` (its best figure), `{ base = "2019" }` | `"period"` |
//!
//! A missing cell stays missing. A reference without a figure in the scope is an error
//! ([`Fault::NoReference`]), and so is one that is the worst itself ([`Fault::ZeroRange`]).
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     ["A", "B", "C"].map(Unit::new).to_vec(),
//!     vec![Indicator::new("RD")],
//! )?;
//! for (unit, value) in [1.0, 5.0, 3.0].into_iter().enumerate() {
//!     frame.set(0, unit, 0, value)?;
//! }
//! let framework = Framework::new(vec![Node::root("index"), Node::leaf("RD", "index", 1.0)])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "normalise"
//!     rule = "distance_to_reference"
//!     unit = "C"
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
use crate::column::PartMut;
use crate::dataset::Parameter;
use crate::error::{Fault, RowFault};
use crate::frame::{Direction, Frame};
use crate::method::ParameterFault;
use crate::suggest::nearest;

/// `1 − (ref − x) ÷ (ref − min)`; see the [module](self).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DistanceToReference {
    /// The code of the reference unit. Required.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Whether nothing is gained above the reference. Default false.
    pub capped: bool,
    /// The score of the reference. Default 1.
    pub scale: f64,
    /// Where the reference's and the worst figure come from. Default: the same period.
    pub scope: Scope,
}

impl Default for DistanceToReference {
    fn default() -> Self {
        Self {
            unit: None,
            capped: false,
            scale: 1.0,
            scope: Scope::Period,
        }
    }
}

/// The reference's figure and the worst one, as the data have them.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Marks {
    reference: f64,
    worst: f64,
}

impl DistanceToReference {
    /// The reference's figure in the scope; over several periods its best.
    fn reference(&self, scope: &Span<'_>) -> Option<f64> {
        let units = scope.source.frame.units();
        let unit = self.unit.as_ref();
        let position = units.iter().position(|it| Some(&it.code) == unit)?;
        let values = scope.cells.values.chunks(units.len());
        let present = scope.cells.present.chunks(units.len());
        let own = values.zip(present).filter_map(|(values, present)| {
            let is_present = present.get(position).copied().unwrap_or(false);
            values.get(position).copied().filter(|_| is_present)
        });
        own.max_by(|a, b| {
            let turn = |x: &f64| scope.direction.turn(*x);
            turn(a).total_cmp(&turn(b))
        })
    }
}

impl Rule for DistanceToReference {
    type Fitted = Marks;

    fn word(&self) -> &'static str {
        "distance_to_reference"
    }

    fn formula(&self, direction: Direction) -> String {
        let share = match direction {
            Direction::HigherIsBetter => "1 − (ref − x) ÷ (ref − min)",
            Direction::LowerIsBetter => "1 − (x − ref) ÷ (max − ref)",
        };
        if self.capped {
            format!("min({share}, 1) × scale")
        } else {
            format!("({share}) × scale")
        }
    }

    fn faults(&self) -> Vec<ParameterFault> {
        let unit = ParameterFault::unless_given("unit", self.unit.as_ref());
        let scale = ParameterFault::unless_positive("scale", self.scale);
        [unit, scale].into_iter().flatten().collect()
    }

    fn strangers(&self, frame: &Frame) -> Vec<ParameterFault> {
        let known = |code: &&String| frame.units().iter().any(|unit| unit.code == **code);
        let strange = self.unit.iter().filter(|code| !known(code));
        let codes = || frame.units().iter().map(|unit| unit.code.as_str());
        let fault = |code: &String| ParameterFault::UnknownUnit {
            name: "unit",
            unit: code.clone(),
            nearest: nearest(code, codes()),
        };
        strange.map(fault).collect()
    }

    fn scope(&self) -> &Scope {
        &self.scope
    }

    fn fit(&self, scope: &Span<'_>, fitted: &mut Marks) -> Result<(), Fault> {
        let Some(reference) = self.reference(scope) else {
            let unit = self.unit.clone().unwrap_or_default();
            return Err(Fault::NoReference { unit });
        };
        let (min, max) = scope.cells.range().unwrap_or_default();
        let worst = match scope.direction {
            Direction::HigherIsBetter => min,
            Direction::LowerIsBetter => max,
        };
        let range = scope.direction.turn(reference - worst);
        if !range.is_finite() {
            return Err(Fault::NotFinite);
        }
        if range <= 0.0 {
            return Err(Fault::ZeroRange { value: worst });
        }
        *fitted = Marks { reference, worst };
        Ok(())
    }

    fn apply(
        &self,
        &Marks { reference, worst }: &Marks,
        period: &Span<'_>,
        scores: &mut PartMut<'_>,
    ) -> Result<(), RowFault> {
        let most = if self.capped { 1.0 } else { f64::INFINITY };
        each(period.cells, scores, |x| {
            (1.0 - (reference - x) / (reference - worst)).min(most) * self.scale
        });
        Ok(())
    }

    fn parameters(&self, fitted: &Marks, cell: Cell) -> Vec<Parameter> {
        let worst = match cell.direction {
            Direction::HigherIsBetter => "min",
            Direction::LowerIsBetter => "max",
        };
        vec![
            Parameter::new("ref", fitted.reference),
            Parameter::new(worst, fitted.worst),
            Parameter::new("scale", self.scale),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{fault, panel, scores};
    use super::*;
    use crate::frame::Direction::{HigherIsBetter, LowerIsBetter};

    fn to(unit: &str) -> DistanceToReference {
        DistanceToReference {
            unit: Some(unit.into()),
            ..DistanceToReference::default()
        }
    }

    #[test]
    fn the_reference_scores_one_and_the_worst_nothing() {
        let cells = [Some(2.0), Some(6.0), None, Some(4.0)];
        let higher = scores(&to("D"), HigherIsBetter, &cells);
        assert_eq!(higher, [Some(0.0), Some(2.0), None, Some(1.0)]);
        let lower = scores(&to("D"), LowerIsBetter, &cells);
        assert_eq!(lower, [Some(2.0), Some(0.0), None, Some(1.0)]);
        let capped = DistanceToReference {
            capped: true,
            ..to("D")
        };
        let found = scores(&capped, HigherIsBetter, &cells);
        assert_eq!(found, [Some(0.0), Some(1.0), None, Some(1.0)]);
    }

    #[test]
    fn over_all_periods_the_reference_is_its_best() {
        let rule = DistanceToReference {
            scope: Scope::AllPeriods,
            ..to("B")
        };
        let periods: [&[Option<f64>]; 2] = [&[Some(0.0), Some(2.0)], &[Some(1.0), Some(4.0)]];
        let higher = panel(&rule, HigherIsBetter, &periods);
        assert_eq!(higher[1], [Some(0.25), Some(1.0)]);
        // Where less is better the best of B is 2 and the worst of all 4.
        let rule = DistanceToReference {
            capped: true,
            ..rule
        };
        let lower = panel(&rule, LowerIsBetter, &periods);
        assert_eq!(lower[0], [Some(1.0), Some(1.0)]);
        assert_eq!(lower[1], [Some(1.0), Some(0.0)]);
    }

    #[test]
    fn a_reference_that_is_missing_or_the_worst_is_a_fault() {
        let cells = [Some(2.0), Some(6.0), None];
        let found = fault(&to("C"), HigherIsBetter, &cells);
        assert_eq!(found, Fault::NoReference { unit: "C".into() });
        let found = fault(&to("A"), HigherIsBetter, &cells);
        assert_eq!(found, Fault::ZeroRange { value: 2.0 });
    }

    #[test]
    fn the_unit_must_be_one_of_the_frame() {
        assert_eq!(
            Rule::faults(&DistanceToReference::default()),
            [ParameterFault::Missing { name: "unit" }]
        );
        let frame = crate::testing::frame(&["X"], &[&[&[Some(1.0)], &[Some(2.0)]]]);
        assert_eq!(to("B").strangers(&frame), []);
        assert_eq!(to("Z").strangers(&frame).len(), 1);
    }
}
