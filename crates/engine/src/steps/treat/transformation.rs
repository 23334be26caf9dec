//! What can be done to a value: limits at either end, and transformations that keep the order.

use std::fmt::Debug;

use super::Beyond;
use crate::dataset::Parameter;
use crate::error::Fault;
use crate::method::ParameterFault;

/// What a transformation knows of the cells it is made for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Shape {
    pub(crate) min: f64,
    pub(crate) max: f64,
    /// 0 where there is none to speak of.
    pub(crate) skewness: f64,
}

/// A transformation that keeps the order of the values.
pub(crate) trait Transformation: Debug + Send + Sync {
    /// The rule's word in a method's text.
    fn word(&self) -> &'static str;

    /// The formula in plain text for cells of this shape.
    fn formula(&self, shape: &Shape) -> &'static str;

    /// What is wrong with the parameters.
    fn faults(&self) -> Vec<ParameterFault> {
        Vec::new()
    }

    /// Whether cells of this shape can be transformed.
    fn fit(&self, shape: &Shape) -> Result<(), Fault>;

    /// The transformed value.
    fn apply(&self, shape: &Shape, x: f64) -> Result<f64, Fault>;

    /// The parameters, given and found, for the explanation.
    fn parameters(&self, shape: &Shape) -> Vec<Parameter>;
}

/// The smallest and the largest value that stay as they are.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Limits {
    pub(crate) low: Option<f64>,
    pub(crate) high: Option<f64>,
    pub(crate) beyond: Beyond,
}

impl Shape {
    /// The range, which must be above 0 and a number.
    pub(super) fn spread(&self) -> Result<f64, Fault> {
        let spread = self.max - self.min;
        if !spread.is_finite() {
            return Err(Fault::NotFinite);
        }
        if spread <= 0.0 {
            return Err(Fault::ZeroRange { value: self.min });
        }
        Ok(spread)
    }
}

impl Limits {
    pub(super) fn formula(&self) -> &'static str {
        match self.beyond {
            Beyond::Limit => "max(low, min(x, high))",
            Beyond::Missing => "x, missing where below low or above high",
        }
    }

    /// The value within the limits; none where it is taken out.
    pub(super) fn apply(&self, x: f64) -> Option<f64> {
        let below = self.low.filter(|low| x < *low);
        match (below.or(self.high.filter(|high| x > *high)), self.beyond) {
            (Some(limit), Beyond::Limit) => Some(limit),
            (Some(_), Beyond::Missing) => None,
            (None, _) => Some(x),
        }
    }
}
