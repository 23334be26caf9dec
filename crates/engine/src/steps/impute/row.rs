//! The mean or median of the unit's other indicators, on a common scale.
//!
//! The indicators looked at together are put on a scale from 0 (the worst figure of the period) to 1 (the
//! best), directions heeded; the average of the unit's places on it is read back on the scale of the
//! missing indicator. With `normalise = false` the figures themselves are averaged.
//!
//! Source: COINr's `Impute` with `impute_by = "row"`.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `level` | the indicators under the same node of this level are looked at together; 0: all | 0 |
//! | `normalise` | whether a common scale is made first | true |
//!
//! A gap stays where the unit has none of the other indicators, or nobody has the missing one. An
//! indicator of which every figure is the same has no scale and does not count.
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     ["A", "B", "C", "D"].map(Unit::new).to_vec(),
//!     ["RD", "PATENT"].map(Indicator::new).to_vec(),
//! )?;
//! for (unit, rd, patent) in [(0, 1.0, 10.0), (1, 2.0, 14.0), (2, 3.0, 18.0)] {
//!     frame.set(0, unit, 0, rd)?;
//!     frame.set(0, unit, 1, patent)?;
//! }
//! frame.set(0, 3, 0, 4.0)?; // D has no figure of PATENT
//! let framework = Framework::new(vec![
//!     Node::root("index"),
//!     Node::leaf("RD", "index", 1.0),
//!     Node::leaf("PATENT", "index", 1.0),
//! ])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "impute"
//!     rule = "row_mean"
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! let imputed = index.dataset("impute").unwrap();
//! // D is the best in RD: its place is 1, and the best of PATENT is 18.
//! assert_eq!(imputed.get("PATENT", 0, 3), Some(18.0));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::together::Gaps;
use super::{Fill, Rule};
use crate::dataset::Parameter;
use crate::error::ComputeError;
use crate::frame::Direction;
use crate::numbers::count;
use crate::statistics::{mean, median};

/// The mean of the unit's other indicators; see the [module](self).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RowMean {
    /// The level of the node under which indicators are looked at together. Default 0: all.
    pub level: usize,
    /// Whether a common scale is made first. Default true.
    pub normalise: bool,
}

/// The median of the unit's other indicators; see the [module](self).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RowMedian {
    /// The level of the node under which indicators are looked at together. Default 0: all.
    pub level: usize,
    /// Whether a common scale is made first. Default true.
    pub normalise: bool,
}

impl Default for RowMean {
    fn default() -> Self {
        Self {
            level: 0,
            normalise: true,
        }
    }
}

impl Default for RowMedian {
    fn default() -> Self {
        Self {
            level: 0,
            normalise: true,
        }
    }
}

impl Rule for RowMean {
    fn word(&self) -> &'static str {
        "row_mean"
    }

    fn formula(&self) -> &'static str {
        "mean of the unit's other indicators, read on the scale of this one"
    }

    fn level(&self) -> Option<usize> {
        Some(self.level)
    }

    fn impute(&self, gaps: &Gaps<'_>) -> Result<Vec<Fill>, ComputeError> {
        Ok(fill(gaps, self.normalise, mean))
    }
}

impl Rule for RowMedian {
    fn word(&self) -> &'static str {
        "row_median"
    }

    fn formula(&self) -> &'static str {
        "median of the unit's other indicators, read on the scale of this one"
    }

    fn level(&self) -> Option<usize> {
        Some(self.level)
    }

    fn impute(&self, gaps: &Gaps<'_>) -> Result<Vec<Fill>, ComputeError> {
        Ok(fill(gaps, self.normalise, median))
    }
}

/// From the worst to the best figure of a column in a period.
#[derive(Debug, Clone, Copy)]
struct Scale {
    worst: f64,
    best: f64,
}

impl Scale {
    fn of(gaps: &Gaps<'_>, column: usize, period: usize) -> Option<Self> {
        let (min, max) = gaps.column(column)?.period(period).range()?;
        Some(match gaps.direction(column) {
            Direction::HigherIsBetter => Self {
                worst: min,
                best: max,
            },
            Direction::LowerIsBetter => Self {
                worst: max,
                best: min,
            },
        })
    }

    /// The place of a value; none without a scale.
    fn place(self, x: f64) -> Option<f64> {
        let place = (x - self.worst) / (self.best - self.worst);
        place.is_finite().then_some(place)
    }

    fn value(self, place: f64) -> f64 {
        self.worst + place * (self.best - self.worst)
    }
}

fn fill(gaps: &Gaps<'_>, normalise: bool, average: fn(&[f64]) -> Option<f64>) -> Vec<Fill> {
    let mut fills = Vec::new();
    for &column in gaps.targets() {
        for (period, unit) in gaps.open(column) {
            let places = gaps.companions().iter().filter_map(|&other| {
                let x = gaps.get(other, period, unit)?;
                if !normalise {
                    return Some(x);
                }
                Scale::of(gaps, other, period)?.place(x)
            });
            let places: Vec<f64> = places.collect();
            let own = Scale::of(gaps, column, period).filter(|_| normalise);
            // An average that is none is beyond the largest number, which the caller refuses.
            let place = average(&places).or((!places.is_empty()).then_some(f64::INFINITY));
            let value = place.and_then(|place| match own {
                Some(scale) => Some(scale.value(place)),
                None => Some(place).filter(|_| !normalise),
            });
            fills.extend(value.map(|value| Fill {
                column,
                period,
                unit,
                value,
                parameters: vec![Parameter::new("indicators", count(places.len()))],
            }));
        }
    }
    fills
}
