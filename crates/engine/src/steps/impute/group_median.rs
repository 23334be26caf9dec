//! The median of the indicator's figures in the unit's group.
//!
//! Source: OECD/JRC *Handbook on Constructing Composite Indicators* (2008), step 3; COINr's `i_median_grp`.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `grouping` | the grouping of the units, such as `"region"` | must be given |
//! | `scope` | which figures are averaged: `"period"`, `"all_periods"`, `{ base = "2019" }` | `"period"` |
//!
//! The gaps of a unit without a group in the grouping stay, and so do those of a group without figures.
//!
//! ```
//! # use yanzhi_engine::*;
//! let units = [("A", "east"), ("B", "east"), ("C", "west"), ("D", "east")].map(|(code, region)| Unit {
//!     code: code.into(),
//!     groups: [("region".to_owned(), region.to_owned())].into(),
//! });
//! let indicators = vec![Indicator::new("RD")];
//! let mut frame = FrameBuilder::new(vec!["2023".into()], units.to_vec(), indicators)?;
//! for (unit, value) in [1.0, 2.0, 6.0].into_iter().enumerate() {
//!     frame.set(0, unit, 0, value)?;
//! }
//! let framework = Framework::new(vec![Node::root("index"), Node::leaf("RD", "index", 1.0)])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "impute"
//!     rule = "group_median"
//!     grouping = "region"
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! let imputed = index.dataset("impute").unwrap();
//! assert_eq!(imputed.get("RD", 0, 3), Some(1.5));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::together::Gaps;
use super::{Fill, Rule, average};
use crate::error::ComputeError;
use crate::method::ParameterFault;
use crate::statistics;
use crate::steps::Scope;

/// The median of the unit's group; see the [module](self).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct GroupMedian {
    /// The grouping of the units.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grouping: Option<String>,
    /// Which figures are averaged. Default: those of the same period.
    pub scope: Scope,
}

impl Rule for GroupMedian {
    fn word(&self) -> &'static str {
        "group_median"
    }

    fn formula(&self) -> &'static str {
        "median of the figures there are in the unit's group"
    }

    fn faults(&self) -> Vec<ParameterFault> {
        let name = "grouping";
        let missing = self
            .grouping
            .is_none()
            .then_some(ParameterFault::Missing { name });
        missing.into_iter().collect()
    }

    fn scope(&self) -> &Scope {
        &self.scope
    }

    fn grouping(&self) -> Option<&str> {
        self.grouping.as_deref()
    }

    fn impute(&self, gaps: &Gaps<'_>) -> Result<Vec<Fill>, ComputeError> {
        average::fill(gaps, &self.scope, self.grouping(), statistics::median)
    }
}
