//! Limits beyond the quartiles: values below `Q1 − k·(Q3 − Q1)` or above `Q3 + k·(Q3 − Q1)` are set to
//! them, or taken out.
//!
//! Quartiles are of type 7 (see [`statistics::quantile`](crate::statistics::quantile)). Where half of the
//! values are the same the quartiles meet, and every other value is beyond.
//!
//! Source: J. W. Tukey (1977), *Exploratory Data Analysis* (fences at k = 1.5 and 3); OECD/JRC *Handbook*
//! (2008), step 3.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `k` | how many interquartile ranges a value may lie beyond the quartiles | 1.5 |
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
//!     rule = "trim_iqr"
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! let treated = index.dataset("treat").unwrap();
//! assert_eq!(treated.get("RD", 0, 4), Some(7.0)); // Q1 = 2, Q3 = 4: 4 + 1.5·2
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::{Beyond, Limits};
use crate::method::ParameterFault;
use crate::statistics::quantile_sorted;

/// Limits at a multiple of the interquartile range beyond the quartiles; see the [module](self).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TrimIqr {
    /// How many interquartile ranges a value may lie beyond the quartiles. Default 1.5.
    pub k: f64,
    /// What becomes of values beyond. Default: they are set to the limit.
    pub beyond: Beyond,
}

impl Default for TrimIqr {
    fn default() -> Self {
        Self {
            k: 1.5,
            beyond: Beyond::Limit,
        }
    }
}

impl TrimIqr {
    pub(super) fn faults(&self) -> Vec<ParameterFault> {
        let fault = ParameterFault::unless_not_negative("k", self.k);
        fault.into_iter().collect()
    }

    /// The limits of values in rising order. A limit beyond the largest number is none.
    pub(super) fn limits(&self, sorted: &[f64]) -> Limits {
        let quartiles = quantile_sorted(sorted, 0.25).zip(quantile_sorted(sorted, 0.75));
        let reach = quartiles.map(|(low, high)| self.k * (high - low));
        let limit = |limit: f64| Some(limit).filter(|it| it.is_finite());
        Limits {
            low: quartiles
                .zip(reach)
                .and_then(|((low, _), reach)| limit(low - reach)),
            high: quartiles
                .zip(reach)
                .and_then(|((_, high), reach)| limit(high + reach)),
            beyond: self.beyond,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limits_are_the_fences() {
        let rule = TrimIqr {
            k: 3.0,
            ..TrimIqr::default()
        };
        let found = rule.limits(&[0.0, 1.0, 2.0, 3.0, 4.0]);
        assert_eq!((found.low, found.high), (Some(-5.0), Some(9.0)));
        let wide = rule.limits(&[f64::MIN, f64::MIN, 0.0, f64::MAX, f64::MAX]);
        assert_eq!((wide.low, wide.high), (None, None));
    }
}
