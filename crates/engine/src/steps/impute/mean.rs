//! The mean of the indicator's figures.
//!
//! Source: OECD/JRC *Handbook on Constructing Composite Indicators* (2008), step 3; COINr's `i_mean`.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `scope` | which figures are averaged: `"period"`, `"all_periods"`, `{ base = "2019" }` | `"period"` |
//!
//! Where the scope has no figure the gaps stay.
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     ["A", "B", "C", "D"].map(Unit::new).to_vec(),
//!     vec![Indicator::new("RD")],
//! )?;
//! for (unit, value) in [1.0, 2.0, 6.0].into_iter().enumerate() {
//!     frame.set(0, unit, 0, value)?;
//! }
//! let framework = Framework::new(vec![Node::root("index"), Node::leaf("RD", "index", 1.0)])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "impute"
//!     rule = "mean"
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! let imputed = index.dataset("impute").unwrap();
//! assert_eq!(imputed.get("RD", 0, 3), Some(3.0));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::together::Gaps;
use super::{Fill, Rule, average};
use crate::error::ComputeError;
use crate::statistics;
use crate::steps::Scope;

/// The mean of the column; see the [module](self).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Mean {
    /// Which figures are averaged. Default: those of the same period.
    pub scope: Scope,
}

impl Rule for Mean {
    fn word(&self) -> &'static str {
        "mean"
    }

    fn formula(&self) -> &'static str {
        "mean of the figures there are"
    }

    fn scope(&self) -> &Scope {
        &self.scope
    }

    fn impute(&self, gaps: &Gaps<'_>) -> Result<Vec<Fill>, ComputeError> {
        average::fill(gaps, &self.scope, None, statistics::mean)
    }
}
