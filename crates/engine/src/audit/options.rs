//! What an audit looks at, and from which values on it flags.

use serde::{Deserialize, Serialize};

use super::AuditError;
use crate::statistics::Correlate;

/// What an audit looks at, and from which values on it flags.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AuditOptions {
    /// The data set, by its step: `raw`, `normalise`, `aggregate` …
    pub step: String,
    /// The period; none for the last.
    pub period: Option<String>,
    /// Which correlation.
    pub correlation: Correlate,
    /// An outlier flag needs a skewness beyond this …
    pub skewness: f64,
    /// … and a kurtosis beyond this.
    pub kurtosis: f64,
    /// The smallest share of units that should have a figure.
    pub available: f64,
    /// The smallest share of units that should have a figure other than 0.
    pub non_zero: f64,
    /// The smallest share of different values among the units.
    pub unique: f64,
    /// Correlations above this are collinear.
    pub collinear: f64,
    /// Correlations below this inside a dimension are flagged.
    pub negative: f64,
    /// Correlations with denominators above this in magnitude are reported.
    pub denominator: f64,
}

impl Default for AuditOptions {
    fn default() -> Self {
        Self {
            step: "raw".to_owned(),
            period: None,
            correlation: Correlate::Pearson,
            skewness: 2.0,
            kurtosis: 3.5,
            available: 0.65,
            non_zero: 0.5,
            unique: 0.5,
            collinear: 0.9,
            negative: -0.4,
            denominator: 0.6,
        }
    }
}

impl AuditOptions {
    pub(super) fn check(&self) -> Result<(), AuditError> {
        let thresholds = [
            ("skewness", self.skewness),
            ("kurtosis", self.kurtosis),
            ("available", self.available),
            ("non_zero", self.non_zero),
            ("unique", self.unique),
            ("collinear", self.collinear),
            ("negative", self.negative),
            ("denominator", self.denominator),
        ];
        let bad = thresholds.into_iter().find(|(_, value)| !value.is_finite());
        match bad {
            Some((name, value)) => Err(AuditError::Threshold { name, value }),
            None => Ok(()),
        }
    }
}
