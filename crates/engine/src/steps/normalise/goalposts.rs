//! Goalposts: `(x − low) ÷ (high − low) × scale`, between two fixed values.
//!
//! The quotient is cut to 0…1 unless `truncate = false`. With `log = true` it is
//! `(ln x − ln low) ÷ (ln high − ln low)`. An indicator of which less is better keeps its figures and
//! its goalposts as they are and scores `(high − x) ÷ (high − low)`.
//!
//! Source: UNDP, *Human Development Report*, technical note 1 (income takes the log); COINr's
//! `n_goalposts`.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `low` | the figure that scores 0 (the best, if less is better) | – |
//! | `high` | the figure that scores `scale` (the worst, if less is better) | – |
//! | `scale` | the score at the goalpost | 100 |
//! | `truncate` | cut to 0…`scale` | true |
//! | `log` | compare logarithms | false |
//!
//! A missing cell stays missing. With `log` the goalposts must be above 0, and a figure of 0 or less
//! is an error ([`Fault::LogOfNonPositive`]) even where it would be cut.
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2022".into()],
//!     vec![Unit::new("A"), Unit::new("B")],
//!     vec![Indicator::new("LIFE")],
//! )?;
//! frame.set(0, 0, 0, 52.5)?;
//! frame.set(0, 1, 0, 90.0)?;
//! let framework = Framework::new(vec![Node::root("index"), Node::leaf("LIFE", "index", 1.0)])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "normalise"
//!     rule = "goalposts"
//!     scale = 1
//!     [steps.indicators.LIFE]
//!     low = 20
//!     high = 85
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! assert_eq!(index.score(0, 0, 0), Some(0.5));
//! assert_eq!(index.score(0, 0, 1), Some(1.0));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::rule::{Cell, Rule, Span, each, try_each};
use crate::column::PartMut;
use crate::dataset::Parameter;
use crate::error::{Fault, RowFault};
use crate::frame::Direction;
use crate::method::ParameterFault;

/// `(x − low) ÷ (high − low) × scale`, cut to 0…scale; see the [module](self).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Goalposts {
    /// The lower goalpost. Required.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// The upper goalpost. Required.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// The score at the better goalpost. Default 100.
    pub scale: f64,
    /// Cut to 0…scale. Default true.
    pub truncate: bool,
    /// Compare logarithms. Default false.
    pub log: bool,
}

impl Default for Goalposts {
    fn default() -> Self {
        Self {
            low: None,
            high: None,
            scale: 100.0,
            truncate: true,
            log: false,
        }
    }
}

/// The goalposts on the scale on which they are compared.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Posts {
    low: f64,
    high: f64,
}

impl Goalposts {
    fn scaled(&self, share: f64) -> f64 {
        let share = if self.truncate {
            share.clamp(0.0, 1.0)
        } else {
            share
        };
        share * self.scale
    }
}

impl Rule for Goalposts {
    type Fitted = Posts;

    fn word(&self) -> &'static str {
        "goalposts"
    }

    fn formula(&self, direction: Direction) -> String {
        let [x, low, high] = if self.log {
            ["ln x", "ln low", "ln high"]
        } else {
            ["x", "low", "high"]
        };
        let above = match direction {
            Direction::HigherIsBetter => format!("({x} − {low})"),
            Direction::LowerIsBetter => format!("({high} − {x})"),
        };
        let share = format!("{above} ÷ ({high} − {low})");
        if self.truncate {
            format!("min(max({share}, 0), 1) × scale")
        } else {
            format!("{share} × scale")
        }
    }

    fn faults(&self) -> Vec<ParameterFault> {
        let mut faults = Vec::new();
        for (name, post) in [("low", self.low), ("high", self.high)] {
            let Some(value) = post else {
                faults.push(ParameterFault::Missing { name });
                continue;
            };
            faults.extend(if self.log {
                ParameterFault::unless_positive(name, value)
            } else {
                ParameterFault::unless_finite(name, value)
            });
        }
        if let (Some(low), Some(high)) = (self.low, self.high) {
            faults.extend(ParameterFault::unless_below(("low", low), ("high", high)));
        }
        faults.extend(ParameterFault::unless_positive("scale", self.scale));
        faults
    }

    fn fit(&self, _scope: &Span<'_>, fitted: &mut Posts) -> Result<(), Fault> {
        let (low, high) = (self.low.unwrap_or_default(), self.high.unwrap_or_default());
        let (low, high) = if self.log {
            (libm::log(low), libm::log(high))
        } else {
            (low, high)
        };
        if high <= low {
            return Err(Fault::ZeroRange { value: low });
        }
        *fitted = Posts { low, high };
        Ok(())
    }

    fn apply(
        &self,
        &Posts { low, high }: &Posts,
        period: &Span<'_>,
        scores: &mut PartMut<'_>,
    ) -> Result<(), RowFault> {
        let score = |x: f64| {
            self.scaled(match period.direction {
                Direction::HigherIsBetter => (x - low) / (high - low),
                Direction::LowerIsBetter => (high - x) / (high - low),
            })
        };
        if !self.log {
            each(period.cells, scores, score);
            return Ok(());
        }
        try_each(period.cells, scores, |x| {
            if x > 0.0 {
                return Ok(score(libm::log(x)));
            }
            Err(Fault::LogOfNonPositive { value: x })
        })
    }

    fn parameters(&self, _fitted: &Posts, _cell: Cell) -> Vec<Parameter> {
        let posts = [
            ("low", self.low),
            ("high", self.high),
            ("scale", Some(self.scale)),
        ];
        let given = posts
            .into_iter()
            .filter_map(|(name, value)| Some((name, value?)));
        given
            .map(|(name, value)| Parameter::new(name, value))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{fault, scores};
    use super::*;
    use crate::frame::Direction::{HigherIsBetter, LowerIsBetter};

    fn posts(low: f64, high: f64) -> Goalposts {
        Goalposts {
            low: Some(low),
            high: Some(high),
            ..Goalposts::default()
        }
    }

    #[test]
    fn figures_beyond_the_posts_are_cut() {
        let rule = posts(20.0, 85.0);
        let cells = [Some(52.5), Some(10.0), None, Some(90.0), Some(85.0)];
        let higher = scores(&rule, HigherIsBetter, &cells);
        assert_eq!(
            higher,
            [Some(50.0), Some(0.0), None, Some(100.0), Some(100.0)]
        );
        let lower = scores(&rule, LowerIsBetter, &cells);
        assert_eq!(lower, [Some(50.0), Some(100.0), None, Some(0.0), Some(0.0)]);
    }

    #[test]
    fn without_truncation_they_are_not() {
        let rule = Goalposts {
            truncate: false,
            scale: 1.0,
            ..posts(0.0, 4.0)
        };
        let cells = [Some(-1.0), Some(6.0)];
        assert_eq!(
            scores(&rule, HigherIsBetter, &cells),
            [Some(-0.25), Some(1.5)]
        );
        assert_eq!(
            scores(&rule, LowerIsBetter, &cells),
            [Some(1.25), Some(-0.5)]
        );
    }

    #[test]
    fn the_log_compares_orders_of_magnitude() {
        let rule = Goalposts {
            log: true,
            scale: 1.0,
            ..posts(100.0, 10_000.0)
        };
        let found = scores(
            &rule,
            HigherIsBetter,
            &[Some(1_000.0), Some(100.0), Some(1e6)],
        );
        assert!((found[0].unwrap() - 0.5).abs() < 1e-15);
        assert_eq!(&found[1..], [Some(0.0), Some(1.0)]);
    }

    #[test]
    fn the_log_of_zero_or_less_is_a_fault() {
        let rule = Goalposts {
            log: true,
            ..posts(100.0, 10_000.0)
        };
        for value in [0.0, -3.0] {
            let found = fault(&rule, HigherIsBetter, &[Some(500.0), Some(value)]);
            assert_eq!(found, Fault::LogOfNonPositive { value });
        }
    }

    #[test]
    fn parameters_are_checked() {
        assert_eq!(Rule::faults(&Goalposts::default()).len(), 2);
        assert_eq!(Rule::faults(&posts(3.0, 3.0)).len(), 1);
        assert_eq!(Rule::faults(&posts(0.0, 3.0)).len(), 0);
        let log = Goalposts {
            log: true,
            ..posts(0.0, 3.0)
        };
        assert_eq!(
            Rule::faults(&log),
            [ParameterFault::NotPositive {
                name: "low",
                value: 0.0
            }]
        );
    }

    #[test]
    fn the_formula_says_what_is_done() {
        let rule = Goalposts {
            log: true,
            ..posts(1.0, 2.0)
        };
        assert_eq!(
            rule.formula(LowerIsBetter),
            "min(max((ln high − ln x) ÷ (ln high − ln low), 0), 1) × scale"
        );
    }
}
