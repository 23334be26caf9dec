//! Efficacy coefficient 功效系数法: `(x − bad) ÷ (good − bad) × gain + floor`.
//!
//! The unacceptable value (不允许值, `bad`) scores `floor`, the satisfactory one (满意值, `good`) scores
//! `floor + gain`, by default 60 and 100. A value that is not given is taken from the scope: `bad` is its
//! worst figure, `good` its best. An indicator of which less is better keeps its figures as they are, with
//! a `good` below its `bad`.
//!
//! Source: 功效系数法 as in 财政部等 《国有资本金效绩评价规则》 (1999) and 《企业绩效评价标准值》; OECD/JRC
//! *Handbook* (2008), 5.2, of which it is min–max to 60…100.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `bad` | the figure that scores `floor` | the worst of the scope |
//! | `good` | the figure that scores `floor + gain` | the best of the scope |
//! | `floor` | the score of `bad` | 60 |
//! | `gain` | what `good` scores above it | 40 |
//! | `cap` | the highest score, if `capped` | 100 |
//! | `capped` | whether the cap holds | false |
//! | `scope` | where worst and best come from: `"period"`, `"all_periods"`, `{ base = "2019" }` | `"period"` |
//!
//! Figures worse than `bad` score below `floor`. A missing cell stays missing. When `good` is no better
//! than `bad` that is an error ([`Fault::TargetNotBetter`]); when both come from the data and every value
//! is the same, so is that ([`Fault::ZeroRange`]).
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     vec![Unit::new("A"), Unit::new("B")],
//!     vec![Indicator::new("RD_GDP")],
//! )?;
//! frame.set(0, 0, 0, 2.0)?;
//! frame.set(0, 1, 0, 3.5)?;
//! let framework = Framework::new(vec![Node::root("index"), Node::leaf("RD_GDP", "index", 1.0)])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "normalise"
//!     rule = "efficacy"
//!     capped = true
//!     [steps.indicators.RD_GDP]
//!     bad = 1
//!     good = 3
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! assert_eq!(index.score(0, 0, 0), Some(80.0));
//! assert_eq!(index.score(0, 0, 1), Some(100.0));
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

/// `(x − bad) ÷ (good − bad) × gain + floor`; see the [module](self).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Efficacy {
    /// The unacceptable value 不允许值. Default: the worst of the scope.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bad: Option<f64>,
    /// The satisfactory value 满意值. Default: the best of the scope.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub good: Option<f64>,
    /// The score of the unacceptable value. Default 60.
    pub floor: f64,
    /// What the satisfactory value scores above it. Default 40.
    pub gain: f64,
    /// The highest score, if it is capped. Default 100.
    pub cap: f64,
    /// Whether the cap holds. Default false.
    pub capped: bool,
    /// Where worst and best come from. Default: the same period.
    pub scope: Scope,
}

impl Default for Efficacy {
    fn default() -> Self {
        Self {
            bad: None,
            good: None,
            floor: 60.0,
            gain: 40.0,
            cap: 100.0,
            capped: false,
            scope: Scope::Period,
        }
    }
}

/// The unacceptable and the satisfactory value, as the data have them.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Values {
    bad: f64,
    good: f64,
}

impl Rule for Efficacy {
    type Fitted = Values;

    fn word(&self) -> &'static str {
        "efficacy"
    }

    fn formula(&self, _direction: Direction) -> String {
        let score = "(x − bad) ÷ (good − bad) × gain + floor";
        if self.capped {
            format!("min({score}, cap)")
        } else {
            score.to_owned()
        }
    }

    fn faults(&self) -> Vec<ParameterFault> {
        let values = [("bad", self.bad), ("good", self.good)];
        let values = values
            .into_iter()
            .filter_map(|(name, it)| Some((name, it?)));
        let others = [("floor", self.floor), ("cap", self.cap)];
        let finite = values.chain(others);
        let wrong = finite.filter_map(|(name, it)| ParameterFault::unless_finite(name, it));
        let gain = ParameterFault::unless_positive("gain", self.gain);
        wrong.chain(gain).collect()
    }

    fn scope(&self) -> &Scope {
        &self.scope
    }

    fn fit(&self, scope: &Span<'_>, fitted: &mut Values) -> Result<(), Fault> {
        let (min, max) = scope.cells.range().unwrap_or_default();
        if self.bad.is_none() && self.good.is_none() {
            Range::of(scope.cells)?;
        }
        let (worst, best) = match scope.direction {
            Direction::HigherIsBetter => (min, max),
            Direction::LowerIsBetter => (max, min),
        };
        let (bad, good) = (self.bad.unwrap_or(worst), self.good.unwrap_or(best));
        let range = scope.direction.turn(good - bad);
        if !range.is_finite() {
            return Err(Fault::NotFinite);
        }
        if range <= 0.0 {
            let (target, than) = (good, bad);
            return Err(Fault::TargetNotBetter { target, than });
        }
        *fitted = Values { bad, good };
        Ok(())
    }

    fn apply(
        &self,
        &Values { bad, good }: &Values,
        period: &Span<'_>,
        scores: &mut PartMut<'_>,
    ) -> Result<(), RowFault> {
        let most = if self.capped { self.cap } else { f64::INFINITY };
        each(period.cells, scores, |x| {
            ((x - bad) / (good - bad) * self.gain + self.floor).min(most)
        });
        Ok(())
    }

    fn parameters(&self, fitted: &Values, _cell: Cell) -> Vec<Parameter> {
        let mut parameters = vec![
            Parameter::new("bad", fitted.bad),
            Parameter::new("good", fitted.good),
            Parameter::new("gain", self.gain),
            Parameter::new("floor", self.floor),
        ];
        if self.capped {
            parameters.push(Parameter::new("cap", self.cap));
        }
        parameters
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{fault, scores};
    use super::*;
    use crate::frame::Direction::{HigherIsBetter, LowerIsBetter};

    fn between(bad: f64, good: f64) -> Efficacy {
        Efficacy {
            bad: Some(bad),
            good: Some(good),
            ..Efficacy::default()
        }
    }

    #[test]
    fn the_unacceptable_scores_sixty_and_the_satisfactory_a_hundred() {
        let cells = [Some(1.0), Some(3.0), Some(2.0), None, Some(0.0), Some(4.0)];
        let found = scores(&between(1.0, 3.0), HigherIsBetter, &cells);
        let expected = [60.0, 100.0, 80.0, 40.0, 120.0].map(Some);
        assert_eq!([found[0], found[1], found[2], found[4], found[5]], expected);
        assert_eq!(found[3], None);
        let capped = Efficacy {
            capped: true,
            ..between(1.0, 3.0)
        };
        assert_eq!(scores(&capped, HigherIsBetter, &cells)[5], Some(100.0));
    }

    #[test]
    fn where_less_is_better_good_is_below_bad() {
        let cells = [Some(6.0), Some(2.0), Some(4.0)];
        let given = scores(&between(6.0, 2.0), LowerIsBetter, &cells);
        assert_eq!(given, [Some(60.0), Some(100.0), Some(80.0)]);
        let found = scores(&Efficacy::default(), LowerIsBetter, &cells);
        assert_eq!(found, given);
        let found = fault(&between(2.0, 6.0), LowerIsBetter, &cells);
        let (target, than) = (6.0, 2.0);
        assert_eq!(found, Fault::TargetNotBetter { target, than });
    }

    #[test]
    fn without_given_values_a_constant_is_a_fault() {
        let cells = [Some(3.0), Some(3.0)];
        let found = fault(&Efficacy::default(), HigherIsBetter, &cells);
        assert_eq!(found, Fault::ZeroRange { value: 3.0 });
        let half = Efficacy {
            bad: Some(2.0),
            ..Efficacy::default()
        };
        assert_eq!(scores(&half, HigherIsBetter, &cells), [Some(100.0); 2]);
    }

    #[test]
    fn parameters_are_checked() {
        let rule = Efficacy {
            gain: 0.0,
            cap: f64::INFINITY,
            ..between(f64::NAN, 1.0)
        };
        assert_eq!(Rule::faults(&rule).len(), 3);
        assert_eq!(Rule::faults(&Efficacy::default()), []);
    }
}
