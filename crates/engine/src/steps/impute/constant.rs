//! One value for every gap, such as 0 where no report means none.
//!
//! Source: OECD/JRC *Handbook on Constructing Composite Indicators* (2008), step 3.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `value` | the value | must be given |
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
//!     rule = "constant"
//!     value = 0
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! let imputed = index.dataset("impute").unwrap();
//! assert_eq!(imputed.get("RD", 0, 3), Some(0.0));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::together::Gaps;
use super::{Fill, Rule};
use crate::error::ComputeError;
use crate::method::ParameterFault;

/// One value for every gap; see the [module](self).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Constant {
    /// The value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
}

impl Rule for Constant {
    fn word(&self) -> &'static str {
        "constant"
    }

    fn formula(&self) -> &'static str {
        "the value of the method"
    }

    fn faults(&self) -> Vec<ParameterFault> {
        let name = "value";
        let fault = match self.value {
            None => Some(ParameterFault::Missing { name }),
            Some(value) => ParameterFault::unless_finite(name, value),
        };
        fault.into_iter().collect()
    }

    fn impute(&self, gaps: &Gaps<'_>) -> Result<Vec<Fill>, ComputeError> {
        let mut fills = Vec::new();
        for &column in gaps.targets() {
            let cells = gaps.open(column).zip(std::iter::repeat(self.value));
            fills.extend(cells.filter_map(|((period, unit), value)| {
                Some(Fill {
                    column,
                    period,
                    unit,
                    value: value?,
                    parameters: Vec::new(),
                })
            }));
        }
        Ok(fills)
    }
}
