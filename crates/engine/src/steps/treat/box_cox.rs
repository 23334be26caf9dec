//! The Box–Cox transformation of the values shifted to a smallest value of 1: with y = x − min + 1,
//!
//! `(y^λ − 1) ÷ λ`, and `ln y` where λ is 0.
//!
//! λ below 1 draws in large values, above 1 small ones; 1 only shifts. λ = 0 is COINr's `log_CT_orig`.
//!
//! Source: G. E. P. Box and D. R. Cox (1964), An analysis of transformations, *Journal of the Royal
//! Statistical Society* B 26; COINr's `boxcox` with `makepos`.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `lambda` | the exponent λ | 0 |
//! | `when`, `skewness`, `kurtosis`, `scope` | as for [every treatment](super) | |
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     ["A", "B", "C", "D", "E", "F", "G", "H"].map(Unit::new).to_vec(),
//!     vec![Indicator::new("RD")],
//! )?;
//! for (unit, value) in [2.0, 5.0].into_iter().enumerate() {
//!     frame.set(0, unit, 0, value)?;
//! }
//! let framework = Framework::new(vec![Node::root("index"), Node::leaf("RD", "index", 1.0)])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "treat"
//!     rule = "box_cox"
//!     lambda = 0.5
//!     when = "always"
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! let treated = index.dataset("treat").unwrap();
//! assert_eq!(treated.get("RD", 0, 1), Some(2.0)); // (√4 − 1) ÷ ½
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::log::ln;
use super::{Shape, Transformation};
use crate::dataset::Parameter;
use crate::error::Fault;
use crate::method::ParameterFault;

/// `((x − min + 1)^lambda − 1)/lambda`; see the [module](self).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BoxCox {
    /// The exponent. Default 0, the logarithm.
    pub lambda: f64,
}

impl Transformation for BoxCox {
    fn word(&self) -> &'static str {
        "box_cox"
    }

    fn formula(&self, _shape: &Shape) -> &'static str {
        if self.lambda == 0.0 {
            "ln(x − min + 1)"
        } else {
            "((x − min + 1)^lambda − 1) ÷ lambda"
        }
    }

    fn faults(&self) -> Vec<ParameterFault> {
        let fault = ParameterFault::unless_finite("lambda", self.lambda);
        fault.into_iter().collect()
    }

    fn fit(&self, shape: &Shape) -> Result<(), Fault> {
        shape.spread().map(|_| ())
    }

    fn apply(&self, shape: &Shape, x: f64) -> Result<f64, Fault> {
        let y = x - shape.min + 1.0;
        let logarithm = ln(y)?;
        if self.lambda == 0.0 {
            return Ok(logarithm);
        }
        Ok((libm::pow(y, self.lambda) - 1.0) / self.lambda)
    }

    fn parameters(&self, shape: &Shape) -> Vec<Parameter> {
        vec![
            Parameter::new("min", shape.min),
            Parameter::new("lambda", self.lambda),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exponent_goes_over_into_the_logarithm() {
        let shape = Shape {
            min: -3.0,
            max: 12.0,
            skewness: 3.0,
        };
        let at = |lambda| BoxCox { lambda }.apply(&shape, 12.0).unwrap();
        assert_eq!((at(2.0), at(0.5), at(-1.0)), (127.5, 6.0, 0.9375));
        assert!((at(0.0) - 16_f64.ln()).abs() < 1e-12);
        assert!((at(1e-9) - at(0.0)).abs() < 1e-6);
        let below = BoxCox { lambda: 2.0 }.apply(&shape, -4.0).unwrap_err();
        assert_eq!(below, Fault::LogOfNonPositive { value: 0.0 });
    }
}
