//! The unit's last figure before the gap.
//!
//! Time is the number of a period where all periods are rising numbers (years), else its position.
//!
//! Source: OECD/JRC *Handbook on Constructing Composite Indicators* (2008), step 3; COINr's `impute_panel`
//! (`latest`, and with `start = "next"` its `constant`).
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `reach` | how far back the figure may lie, in time | any |
//! | `start` | before the unit's first figure: `"missing"` leaves the gap, `"next"` takes that first figure | `"missing"` |
//!
//! A unit without any figure keeps its gaps, and so does a frame of one period.
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2020".into(), "2021".into(), "2024".into()],
//!     vec![Unit::new("A")],
//!     vec![Indicator::new("RD")],
//! )?;
//! frame.set(0, 0, 0, 1.0)?;
//! frame.set(2, 0, 0, 3.0)?;
//! let framework = Framework::new(vec![Node::root("index"), Node::leaf("RD", "index", 1.0)])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "impute"
//!     rule = "last_observation"
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! let imputed = index.dataset("impute").unwrap();
//! assert_eq!(imputed.get("RD", 1, 0), Some(1.0));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::together::{Gaps, times};
use super::{Fill, Rule};
use crate::dataset::Parameter;
use crate::error::ComputeError;
use crate::method::ParameterFault;

/// The unit's last figure; see the [module](self).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LastObservation {
    /// How far back the figure may lie, in time. Default: any time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reach: Option<f64>,
    /// What is done before the unit's first figure. Default: the gap stays.
    pub start: Start,
}

/// What is done before a unit's first figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Start {
    /// The gap stays.
    #[default]
    Missing,
    /// It takes the first figure after it.
    Next,
}

impl Rule for LastObservation {
    fn word(&self) -> &'static str {
        "last_observation"
    }

    fn formula(&self) -> &'static str {
        "the unit's last figure before"
    }

    fn faults(&self) -> Vec<ParameterFault> {
        let reach = self
            .reach
            .and_then(|it| ParameterFault::unless_positive("reach", it));
        reach.into_iter().collect()
    }

    fn impute(&self, gaps: &Gaps<'_>) -> Result<Vec<Fill>, ComputeError> {
        let times = times(gaps.periods());
        let reach = self.reach.unwrap_or(f64::INFINITY);
        let distance = |a: usize, b: usize| Some((times.get(a)? - times.get(b)?).abs());
        let mut fills = Vec::new();
        for &column in gaps.targets() {
            for (period, unit) in gaps.open(column) {
                let figure = |it: usize| Some((it, gaps.get(column, it, unit)?));
                let before = (0..period).rev().find_map(figure);
                let after = (period..times.len()).find_map(figure);
                let after = after.filter(|_| before.is_none() && self.start == Start::Next);
                let Some((from, value)) = before.or(after) else {
                    continue;
                };
                let Some(distance) = distance(from, period).filter(|it| *it <= reach) else {
                    continue;
                };
                fills.push(Fill {
                    column,
                    period,
                    unit,
                    value,
                    parameters: vec![Parameter::new("distance", distance)],
                });
            }
        }
        Ok(fills)
    }
}
