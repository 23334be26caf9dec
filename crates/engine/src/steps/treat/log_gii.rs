//! The logarithm of the Global Innovation Index: `ln((max·f − 1)(x − min) ÷ (max − min) + 1)`.
//!
//! The smallest value becomes 0, the largest ln(max·f). The factor f, a power of ten, brings the largest
//! value above 1; at or below 1 the formula would turn the order round, which is an error
//! ([`Fault::ScaledLog`]).
//!
//! Source: *Global Innovation Index*, appendix on sources and methodology; JRC statistical audit. (COINr's
//! `log_GII` returns its input unchanged.)
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `factor` | the largest value is multiplied by it | 1 |
//! | `when`, `skewness`, `kurtosis`, `scope` | as for [every treatment](super) | |
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     ["A", "B", "C", "D", "E", "F", "G", "H"].map(Unit::new).to_vec(),
//!     vec![Indicator::new("RD")],
//! )?;
//! for (unit, value) in [0.0, 50.0, 100.0].into_iter().enumerate() {
//!     frame.set(0, unit, 0, value)?;
//! }
//! let framework = Framework::new(vec![Node::root("index"), Node::leaf("RD", "index", 1.0)])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "treat"
//!     rule = "log_gii"
//!     when = "always"
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! let treated = index.dataset("treat").unwrap();
//! let b = treated.get("RD", 0, 1).unwrap();
//! assert!((b - 50.5_f64.ln()).abs() < 1e-12); // ln(99·50/100 + 1)
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::log::ln;
use super::{Shape, Transformation};
use crate::dataset::Parameter;
use crate::error::Fault;
use crate::method::ParameterFault;

/// `ln((max·factor − 1)(x − min)/(max − min) + 1)`; see the [module](self).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LogGii {
    /// The largest value is multiplied by it. Default 1.
    pub factor: f64,
}

impl Default for LogGii {
    fn default() -> Self {
        Self { factor: 1.0 }
    }
}

impl Transformation for LogGii {
    fn word(&self) -> &'static str {
        "log_gii"
    }

    fn formula(&self, _shape: &Shape) -> &'static str {
        "ln((max × factor − 1) × (x − min) ÷ (max − min) + 1)"
    }

    fn faults(&self) -> Vec<ParameterFault> {
        let fault = ParameterFault::unless_positive("factor", self.factor);
        fault.into_iter().collect()
    }

    fn fit(&self, shape: &Shape) -> Result<(), Fault> {
        shape.spread()?;
        let max = shape.max * self.factor;
        if max <= 1.0 {
            return Err(Fault::ScaledLog { max });
        }
        Ok(())
    }

    fn apply(&self, shape: &Shape, x: f64) -> Result<f64, Fault> {
        let scaled = (shape.max * self.factor - 1.0) * (x - shape.min) / (shape.max - shape.min);
        ln(scaled + 1.0)
    }

    fn parameters(&self, shape: &Shape) -> Vec<Parameter> {
        vec![
            Parameter::new("min", shape.min),
            Parameter::new("max", shape.max),
            Parameter::new("factor", self.factor),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(min: f64, max: f64) -> Shape {
        Shape {
            min,
            max,
            skewness: 3.0,
        }
    }

    #[test]
    fn the_ends_are_zero_and_the_logarithm_of_the_largest() {
        let rule = LogGii::default();
        let at = |x| rule.apply(&shape(-20.0, 80.0), x).unwrap();
        assert!(at(-20.0).abs() < 1e-12);
        assert!((at(80.0) - 80_f64.ln()).abs() < 1e-12);
    }

    #[test]
    fn a_largest_value_of_one_or_less_needs_a_factor() {
        let small = shape(0.0, 0.5);
        let error = LogGii::default().fit(&small).unwrap_err();
        assert_eq!(error, Fault::ScaledLog { max: 0.5 });
        let rule = LogGii { factor: 100.0 };
        rule.fit(&small).unwrap();
        assert!((rule.apply(&small, 0.5).unwrap() - 50_f64.ln()).abs() < 1e-12);
    }
}
