//! Scaled: `(x − low) ÷ (high − low) × scale`, between two fixed values and beyond them.
//!
//! An indicator of which less is better is multiplied by −1 first, so its `low` and `high` are those of
//! −x; with `low = 0`, `high = 1` and `scale = 1` the rule does nothing but turn it round. Goalposts
//! ([`super::goalposts`]) keep the figures' own sign instead, and cut.
//!
//! Source: COINr's `n_scaled` (`npara` = low and high, `scale_factor` = scale).
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `low` | the value that scores 0 | 0 |
//! | `high` | the value that scores `scale` | 100 |
//! | `scale` | the score at `high` | 100 |
//!
//! A missing cell stays missing. Nothing is taken from the data.
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     vec![Unit::new("A"), Unit::new("B")],
//!     vec![Indicator::new("LPI")],
//! )?;
//! frame.set(0, 0, 0, 2.0)?;
//! frame.set(0, 1, 0, 6.0)?;
//! let framework = Framework::new(vec![Node::root("index"), Node::leaf("LPI", "index", 1.0)])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "normalise"
//!     rule = "scaled"
//!     low = 1
//!     high = 5
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! assert_eq!(index.score(0, 0, 0), Some(25.0));
//! assert_eq!(index.score(0, 0, 1), Some(125.0));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::rule::{Cell, Rule, Span, each};
use crate::column::PartMut;
use crate::dataset::Parameter;
use crate::error::{Fault, RowFault};
use crate::frame::Direction;
use crate::method::ParameterFault;

/// `(x − low) ÷ (high − low) × scale`; see the [module](self).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Scaled {
    /// The value that scores 0. Default 0.
    pub low: f64,
    /// The value that scores `scale`. Default 100.
    pub high: f64,
    /// The score at `high`. Default 100.
    pub scale: f64,
}

impl Default for Scaled {
    fn default() -> Self {
        Self {
            low: 0.0,
            high: 100.0,
            scale: 100.0,
        }
    }
}

impl Rule for Scaled {
    type Fitted = ();

    fn word(&self) -> &'static str {
        "scaled"
    }

    fn formula(&self, direction: Direction) -> String {
        let x = match direction {
            Direction::HigherIsBetter => "x",
            Direction::LowerIsBetter => "−x",
        };
        format!("({x} − low) ÷ (high − low) × scale")
    }

    fn faults(&self) -> Vec<ParameterFault> {
        let finite = [("low", self.low), ("high", self.high)];
        let finite = finite.map(|(name, value)| ParameterFault::unless_finite(name, value));
        let below = ParameterFault::unless_below(("low", self.low), ("high", self.high));
        let scale = ParameterFault::unless_positive("scale", self.scale);
        let others = below.into_iter().chain(scale);
        finite.into_iter().flatten().chain(others).collect()
    }

    fn fit(&self, _scope: &Span<'_>, (): &mut ()) -> Result<(), Fault> {
        if (self.high - self.low).is_finite() {
            return Ok(());
        }
        Err(Fault::NotFinite)
    }

    fn apply(&self, (): &(), period: &Span<'_>, scores: &mut PartMut<'_>) -> Result<(), RowFault> {
        let (direction, range) = (period.direction, self.high - self.low);
        each(period.cells, scores, |x| {
            (direction.turn(x) - self.low) / range * self.scale
        });
        Ok(())
    }

    fn parameters(&self, (): &(), _cell: Cell) -> Vec<Parameter> {
        vec![
            Parameter::new("low", self.low),
            Parameter::new("high", self.high),
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
    fn values_beyond_are_not_cut() {
        let rule = Scaled {
            low: 1.0,
            high: 5.0,
            scale: 10.0,
        };
        let cells = [Some(3.0), Some(0.0), None, Some(9.0)];
        let found = scores(&rule, HigherIsBetter, &cells);
        assert_eq!(found, [Some(5.0), Some(-2.5), None, Some(20.0)]);
    }

    #[test]
    fn where_less_is_better_low_and_high_are_those_of_the_negative() {
        let rule = Scaled {
            low: -5.0,
            high: -1.0,
            scale: 10.0,
        };
        let found = scores(&rule, LowerIsBetter, &[Some(5.0), Some(1.0), Some(3.0)]);
        assert_eq!(found, [Some(0.0), Some(10.0), Some(5.0)]);
    }

    #[test]
    fn parameters_are_checked() {
        let rule = Scaled {
            low: 2.0,
            high: 2.0,
            scale: 0.0,
        };
        assert_eq!(Rule::faults(&rule).len(), 2);
        assert_eq!(Rule::faults(&Scaled::default()), []);
        let far = Scaled {
            low: f64::MIN,
            high: f64::MAX,
            scale: 1.0,
        };
        assert_eq!(fault(&far, HigherIsBetter, &[Some(1.0)]), Fault::NotFinite);
    }
}
