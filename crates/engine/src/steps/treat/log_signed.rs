//! The logarithm on the side of the outliers: `ln(x − min + a)` where the skewness is not negative, else
//!
//! `−ln(max + a − x)`; a = `offset` × (max − min).
//!
//! Both keep the order of the values; the second draws in a long tail of small values.
//!
//! Source: COINr's `log_CT_plus`.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `offset` | the share of the range that is added | 0.01 |
//! | `when`, `skewness`, `kurtosis`, `scope` | as for [every treatment](super) | |
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     ["A", "B", "C", "D", "E", "F", "G", "H"].map(Unit::new).to_vec(),
//!     vec![Indicator::new("RD")],
//! )?;
//! for (unit, value) in [0.0, 99.0, 100.0].into_iter().enumerate() {
//!     frame.set(0, unit, 0, value)?;
//! }
//! let framework = Framework::new(vec![Node::root("index"), Node::leaf("RD", "index", 1.0)])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "treat"
//!     rule = "log_signed"
//!     when = "always"
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! let treated = index.dataset("treat").unwrap();
//! let a = treated.get("RD", 0, 0).unwrap();
//! assert!((a + 101_f64.ln()).abs() < 1e-12); // skewed to the left: −ln(100 + 1 − 0)
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::log::ln;
use super::{Shape, Transformation};
use crate::dataset::Parameter;
use crate::error::Fault;
use crate::method::ParameterFault;

/// `ln(x − min + a)` or `−ln(max + a − x)`; see the [module](self).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LogSigned {
    /// The share of the range that is added. Default 0.01.
    pub offset: f64,
}

impl Default for LogSigned {
    fn default() -> Self {
        Self { offset: 0.01 }
    }
}

impl Transformation for LogSigned {
    fn word(&self) -> &'static str {
        "log_signed"
    }

    fn formula(&self, shape: &Shape) -> &'static str {
        if shape.skewness < 0.0 {
            "−ln(max + offset × (max − min) − x)"
        } else {
            "ln(x − min + offset × (max − min))"
        }
    }

    fn faults(&self) -> Vec<ParameterFault> {
        let fault = ParameterFault::unless_positive("offset", self.offset);
        fault.into_iter().collect()
    }

    fn fit(&self, shape: &Shape) -> Result<(), Fault> {
        shape.spread().map(|_| ())
    }

    fn apply(&self, shape: &Shape, x: f64) -> Result<f64, Fault> {
        let a = self.offset * (shape.max - shape.min);
        if shape.skewness < 0.0 {
            return ln(shape.max + a - x).map(|it| -it);
        }
        ln(x - shape.min + a)
    }

    fn parameters(&self, shape: &Shape) -> Vec<Parameter> {
        vec![
            Parameter::new("min", shape.min),
            Parameter::new("max", shape.max),
            Parameter::new("offset", self.offset),
            Parameter::new("skewness", shape.skewness),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_side_follows_the_skewness_and_the_order_stays() {
        for skewness in [-3.0, 3.0] {
            let shape = Shape {
                min: 0.0,
                max: 100.0,
                skewness,
            };
            let at = |x| LogSigned::default().apply(&shape, x).unwrap();
            assert!(at(0.0) < at(50.0) && at(50.0) < at(100.0));
            let ends = (at(0.0), at(100.0));
            let long = 101_f64.ln();
            let (low, high) = if skewness < 0.0 {
                (-long, 0.0)
            } else {
                (0.0, long)
            };
            assert!((ends.0 - low).abs() < 1e-12 && (ends.1 - high).abs() < 1e-12);
        }
    }
}
