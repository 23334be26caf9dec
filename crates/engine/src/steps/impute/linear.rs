//! On the straight line between the unit's figures before and after the gap:
//! `before + (after − before) × (t − t_before) ÷ (t_after − t_before)`.
//!
//! Time is the number of a period where all periods are rising numbers (years), else its position.
//!
//! Source: OECD/JRC *Handbook on Constructing Composite Indicators* (2008), step 3; COINr's `impute_panel`
//! (with `ends = "nearest"` its `linear-constant`).
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `ends` | before the first and after the last figure: `"missing"` leaves the gap, `"nearest"` takes that figure | `"missing"` |
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
//!     rule = "linear"
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! let imputed = index.dataset("impute").unwrap();
//! assert_eq!(imputed.get("RD", 1, 0), Some(1.5)); // a quarter of the way to 2024
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::together::{Gaps, times};
use super::{Fill, Rule};
use crate::dataset::Parameter;
use crate::error::ComputeError;

/// Between the unit's figures before and after; see the [module](self).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Linear {
    /// What is done before the first and after the last figure. Default: the gap stays.
    pub ends: Ends,
}

/// What is done before a unit's first and after its last figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ends {
    /// The gap stays.
    #[default]
    Missing,
    /// It takes the nearest figure.
    Nearest,
}

impl Rule for Linear {
    fn word(&self) -> &'static str {
        "linear"
    }

    fn formula(&self) -> &'static str {
        "before + (after − before) × (t − t_before) ÷ (t_after − t_before)"
    }

    fn impute(&self, gaps: &Gaps<'_>) -> Result<Vec<Fill>, ComputeError> {
        let times = times(gaps.periods());
        let mut fills = Vec::new();
        for &column in gaps.targets() {
            for (period, unit) in gaps.open(column) {
                let figure = |it: usize| Some((*times.get(it)?, gaps.get(column, it, unit)?));
                let before = (0..period).rev().find_map(figure);
                let after = (period..times.len()).find_map(figure);
                let now = times.get(period).copied().unwrap_or_default();
                let Some(value) = self.between(before, after, now) else {
                    continue;
                };
                let ends = [("before", before), ("after", after)];
                let ends = ends.into_iter();
                let ends = ends.filter_map(|(name, end)| Some(Parameter::new(name, end?.1)));
                fills.push(Fill {
                    column,
                    period,
                    unit,
                    value,
                    parameters: ends.collect(),
                });
            }
        }
        Ok(fills)
    }
}

impl Linear {
    fn between(
        &self,
        before: Option<(f64, f64)>,
        after: Option<(f64, f64)>,
        now: f64,
    ) -> Option<f64> {
        match (before, after) {
            (Some((start, first)), Some((end, last))) => {
                let share = (now - start) / (end - start);
                Some(first + (last - first) * share)
            }
            (one, other) if self.ends == Ends::Nearest => one.or(other).map(|(_, value)| value),
            _ => None,
        }
    }
}
