//! Limits at two percentiles: values beyond them are set to them, or taken out.
//!
//! Percentiles are of type 7 (see [`statistics::quantile`](crate::statistics::quantile)).
//!
//! Source: OECD/JRC *Handbook on Constructing Composite Indicators* (2008), step 3; the Environmental
//! Performance Index trims so at the 2.5th and 97.5th percentile.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `low` | the lower percentile, from 0 to 1; 0 sets no limit | 0.025 |
//! | `high` | the upper percentile, from 0 to 1; 1 sets no limit | 0.975 |
//! | `beyond` | `"limit"`: a value beyond is set to the limit; `"missing"`: it is taken out | `"limit"` |
//! | `when`, `skewness`, `kurtosis`, `scope` | as for [every treatment](super); `when` is `"always"` | |
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     ["A", "B", "C", "D", "E", "F", "G", "H"].map(Unit::new).to_vec(),
//!     vec![Indicator::new("RD")],
//! )?;
//! for (unit, value) in [1.0, 2.0, 3.0, 4.0, 50.0].into_iter().enumerate() {
//!     frame.set(0, unit, 0, value)?;
//! }
//! let framework = Framework::new(vec![Node::root("index"), Node::leaf("RD", "index", 1.0)])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "treat"
//!     rule = "trim_percentiles"
//!     low = 0
//!     high = 0.75
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! let treated = index.dataset("treat").unwrap();
//! assert_eq!(treated.get("RD", 0, 4), Some(4.0));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::{Beyond, Limits};
use crate::method::ParameterFault;
use crate::statistics::quantile_sorted;

/// Limits at two percentiles; see the [module](self).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TrimPercentiles {
    /// The lower percentile. Default 0.025.
    pub low: f64,
    /// The upper percentile. Default 0.975.
    pub high: f64,
    /// What becomes of values beyond. Default: they are set to the limit.
    pub beyond: Beyond,
}

impl Default for TrimPercentiles {
    fn default() -> Self {
        Self {
            low: 0.025,
            high: 0.975,
            beyond: Beyond::Limit,
        }
    }
}

impl TrimPercentiles {
    pub(super) fn faults(&self) -> Vec<ParameterFault> {
        let shares = [("low", self.low), ("high", self.high)];
        let shares = shares.map(|(name, value)| ParameterFault::unless_share(name, value));
        let order = ParameterFault::unless_below(("low", self.low), ("high", self.high));
        shares.into_iter().flatten().chain(order).collect()
    }

    /// The limits of values in rising order.
    pub(super) fn limits(&self, sorted: &[f64]) -> Limits {
        Limits {
            low: quantile_sorted(sorted, self.low),
            high: quantile_sorted(sorted, self.high),
            beyond: self.beyond,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limits_are_the_percentiles() {
        let sorted: Vec<f64> = (0..=40).map(f64::from).collect();
        let found = TrimPercentiles::default().limits(&sorted);
        assert_eq!((found.low, found.high), (Some(1.0), Some(39.0)));
    }

    #[test]
    fn percentiles_are_shares_in_order() {
        let rule = TrimPercentiles {
            low: 97.5,
            ..TrimPercentiles::default()
        };
        assert_eq!(rule.faults().len(), 2);
    }
}
