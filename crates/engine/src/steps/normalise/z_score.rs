//! Z-score: `(x − m) ÷ s × sd + mean`, with the mean m and the sample standard deviation s of the scope.
//!
//! s divides by n − 1. An indicator of which less is better is multiplied by −1 first.
//!
//! Source: OECD/JRC *Handbook on Constructing Composite Indicators* (2008), 5.2; COINr's `n_zscore`.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `mean` | the mean of the scores | 0 |
//! | `sd` | the standard deviation of the scores | 1 |
//! | `scope` | where m and s come from: `"period"`, `"all_periods"`, `{ base = "2019" }` | `"period"` |
//!
//! A missing cell stays missing. When every value in the scope is the same, s is 0, which is an error
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
//!     rule = "z_score"
//!     mean = 50
//!     sd = 10
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! let scores: Vec<_> = (0..3).map(|unit| index.score(0, 0, unit)).collect();
//! assert_eq!(scores, [Some(40.0), Some(60.0), Some(50.0)]);
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
use crate::numbers::count;

/// `(x − m) ÷ s × sd + mean`; see the [module](self).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ZScore {
    /// The mean of the scores. Default 0.
    pub mean: f64,
    /// The standard deviation of the scores. Default 1.
    pub sd: f64,
    /// Where mean and standard deviation of the values come from. Default: the same period.
    pub scope: Scope,
}

impl Default for ZScore {
    fn default() -> Self {
        Self {
            mean: 0.0,
            sd: 1.0,
            scope: Scope::Period,
        }
    }
}

/// Mean and sample standard deviation of the values before any change of sign.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Spread {
    mean: f64,
    sd: f64,
}

/// As `statistics::mean` and `statistics::standard_deviation`, over cells where they stand.
fn spread(cells: Part<'_>) -> Spread {
    let n = count(cells.count_present());
    let first = cells.present_values().sum::<f64>() / n;
    let rest = cells.present_values().map(|x| x - first).sum::<f64>() / n;
    let mean = first + rest;
    let squares: f64 = cells
        .present_values()
        .map(|x| (x - mean) * (x - mean))
        .sum();
    let sd = (squares / (n - 1.0)).sqrt();
    Spread { mean, sd }
}

impl Rule for ZScore {
    type Fitted = Spread;

    fn word(&self) -> &'static str {
        "z_score"
    }

    fn formula(&self, direction: Direction) -> String {
        let above = match direction {
            Direction::HigherIsBetter => "x − m",
            Direction::LowerIsBetter => "m − x",
        };
        format!("({above}) ÷ s × sd + mean")
    }

    fn faults(&self) -> Vec<ParameterFault> {
        let mean = ParameterFault::unless_finite("mean", self.mean);
        let sd = ParameterFault::unless_positive("sd", self.sd);
        [mean, sd].into_iter().flatten().collect()
    }

    fn scope(&self) -> &Scope {
        &self.scope
    }

    fn fit(&self, scope: &Span<'_>, fitted: &mut Spread) -> Result<(), Fault> {
        let (min, max) = scope.cells.range().unwrap_or_default();
        if max <= min {
            return Err(Fault::ZeroRange { value: min });
        }
        *fitted = spread(scope.cells);
        let is_sound = fitted.sd > 0.0 && fitted.sd.is_finite() && fitted.mean.is_finite();
        if is_sound {
            return Ok(());
        }
        Err(Fault::NotFinite)
    }

    fn apply(
        &self,
        &Spread { mean, sd }: &Spread,
        period: &Span<'_>,
        scores: &mut PartMut<'_>,
    ) -> Result<(), RowFault> {
        let direction = period.direction;
        each(period.cells, scores, |x| {
            direction.turn(x - mean) / sd * self.sd + self.mean
        });
        Ok(())
    }

    fn parameters(&self, fitted: &Spread, _cell: Cell) -> Vec<Parameter> {
        vec![
            Parameter::new("m", fitted.mean),
            Parameter::new("s", fitted.sd),
            Parameter::new("mean", self.mean),
            Parameter::new("sd", self.sd),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{fault, scores};
    use super::*;
    use crate::frame::Direction::{HigherIsBetter, LowerIsBetter};

    #[test]
    fn the_standard_deviation_is_that_of_a_sample() {
        // m = 5, s² = (9 + 1 + 1 + 9) ÷ 3; the score of 8 is 3 ÷ √(20/3).
        let cells = [Some(2.0), Some(4.0), None, Some(6.0), Some(8.0)];
        let higher = scores(&ZScore::default(), HigherIsBetter, &cells);
        let expected = 3.0 / (20.0_f64 / 3.0).sqrt();
        assert!((higher[4].unwrap() - expected).abs() < 1e-15);
        assert_eq!(higher[2], None);
        let lower = scores(&ZScore::default(), LowerIsBetter, &cells);
        assert!((lower[4].unwrap() + expected).abs() < 1e-15);
    }

    #[test]
    fn a_constant_and_a_single_value_are_faults() {
        for cells in [&[Some(3.0), Some(3.0)][..], &[Some(3.0), None]] {
            let found = fault(&ZScore::default(), HigherIsBetter, cells);
            assert_eq!(found, Fault::ZeroRange { value: 3.0 });
        }
    }

    #[test]
    fn a_spread_beyond_the_largest_number_is_a_fault() {
        let cells = [Some(f64::MAX), Some(f64::MIN)];
        assert_eq!(
            fault(&ZScore::default(), HigherIsBetter, &cells),
            Fault::NotFinite
        );
    }

    #[test]
    fn parameters_are_checked() {
        let rule = ZScore {
            mean: f64::INFINITY,
            sd: 0.0,
            scope: Scope::Period,
        };
        assert_eq!(Rule::faults(&rule).len(), 2);
    }
}
