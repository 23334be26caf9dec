//! The logarithm of the shifted values: `ln(x − min + a)`, a = `offset` × (max − min).
//!
//! The shift lets the column hold zeros and negative values.
//!
//! Source: COINr's `log_CT`.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `offset` | the share of the range that is added, so that the smallest value has a logarithm | 0.01 |
//! | `when`, `skewness`, `kurtosis`, `scope` | as for [every treatment](super) | |
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     ["A", "B", "C", "D", "E", "F", "G", "H"].map(Unit::new).to_vec(),
//!     vec![Indicator::new("RD")],
//! )?;
//! for (unit, value) in [0.0, 100.0].into_iter().enumerate() {
//!     frame.set(0, unit, 0, value)?;
//! }
//! let framework = Framework::new(vec![Node::root("index"), Node::leaf("RD", "index", 1.0)])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "treat"
//!     rule = "log"
//!     when = "always"
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! let treated = index.dataset("treat").unwrap();
//! let b = treated.get("RD", 0, 1).unwrap();
//! assert!((b - 101_f64.ln()).abs() < 1e-12);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::{Shape, Transformation};
use crate::dataset::Parameter;
use crate::error::Fault;
use crate::method::ParameterFault;

/// `ln(x − min + offset·(max − min))`; see the [module](self).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Log {
    /// The share of the range that is added. Default 0.01.
    pub offset: f64,
}

impl Default for Log {
    fn default() -> Self {
        Self { offset: 0.01 }
    }
}

impl Transformation for Log {
    fn word(&self) -> &'static str {
        "log"
    }

    fn formula(&self, _shape: &Shape) -> &'static str {
        "ln(x − min + offset × (max − min))"
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
        ln(x - shape.min + a)
    }

    fn parameters(&self, shape: &Shape) -> Vec<Parameter> {
        vec![
            Parameter::new("min", shape.min),
            Parameter::new("max", shape.max),
            Parameter::new("offset", self.offset),
        ]
    }
}

/// The natural logarithm, the same on any machine.
pub(super) fn ln(x: f64) -> Result<f64, Fault> {
    if x > 0.0 {
        return Ok(libm::log(x));
    }
    Err(Fault::LogOfNonPositive { value: x })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_value_is_the_logarithm_of_the_offset() {
        let shape = Shape {
            min: -50.0,
            max: 50.0,
            skewness: 3.0,
        };
        let low = Log::default().apply(&shape, -50.0).unwrap();
        assert!(low.abs() < 1e-12); // ln(0 + 0.01·100)
        let error = Log::default().apply(&shape, -60.0).unwrap_err();
        assert_eq!(error, Fault::LogOfNonPositive { value: -9.0 });
    }

    #[test]
    fn a_constant_column_has_no_range() {
        let shape = |min, max| Shape {
            min,
            max,
            skewness: 0.0,
        };
        let fit = |min, max| Log::default().fit(&shape(min, max)).unwrap_err();
        assert_eq!(fit(4.0, 4.0), Fault::ZeroRange { value: 4.0 });
        assert_eq!(fit(f64::MIN, f64::MAX), Fault::NotFinite);
    }
}
