//! The description of an analysis: how many replicates, of what, and what is uncertain.

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use super::assumption::{Assumption, AssumptionKind, WeightSpread};
use crate::method::{ReadError, Table};
use crate::sensitivity::SensitivityOptions;

/// What is uncertain, and how the analysis samples it. Read from TOML or JSON as strictly as a method.
///
/// ```
/// use yanzhi_engine::robustness::Uncertainty;
///
/// let uncertainty: Uncertainty = toml::from_str(r#"
///     seed = 7
///     replicates = 2000
///     [[assumptions]]
///     assumption = "weights"
///     spread = 0.25
///     [[assumptions]]
///     assumption = "step"
///     step = "normalise"
///     alternatives = [{ rule = "min_max", lower = 1 }, { rule = "min_max" }]
/// "#)?;
/// assert_eq!(uncertainty.assumptions[1].name, "step");
///
/// let slip = toml::from_str::<Uncertainty>("[[assumptions]]\nassumption = 'weigths'");
/// assert!(slip.unwrap_err().to_string().contains("did you mean `weights`?"));
/// # Ok::<(), toml::de::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Uncertainty {
    /// Where chance starts: the same seed gives the same result. Not 0. Default 1.
    pub seed: u64,
    /// How often the index is computed anew. Not 0. Default 1,000.
    pub replicates: usize,
    /// An order of two units is robust when the first beats the second with at least this probability.
    /// Default 0.95.
    pub probability: f64,
    /// The k of which the probability of a rank of k or better is reported. Default 1, 3, 5 and 10.
    pub top: Vec<u32>,
    /// The period that is analysed. Default: the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// The node whose ranks are analysed. Default: the root.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub node: Option<String>,
    /// How a sensitivity analysis samples the same assumptions.
    pub sensitivity: SensitivityOptions,
    /// What is uncertain.
    pub assumptions: Vec<Assumption>,
}

impl Default for Uncertainty {
    /// Every weight ±25 %.
    fn default() -> Self {
        let spread = WeightSpread {
            spread: Some(0.25),
            levels: Vec::new(),
        };
        let weights = Assumption {
            name: "weights".to_owned(),
            kind: AssumptionKind::Weights(spread),
        };
        Self::of(vec![weights])
    }
}

const KEYS: &[&str] = &[
    "seed",
    "replicates",
    "probability",
    "top",
    "period",
    "node",
    "sensitivity",
    "assumptions",
];

impl Uncertainty {
    /// These assumptions, sampled by the defaults.
    pub fn of(assumptions: Vec<Assumption>) -> Self {
        Self {
            seed: 1,
            replicates: 1_000,
            probability: 0.95,
            top: vec![1, 3, 5, 10],
            period: None,
            node: None,
            sensitivity: SensitivityOptions::default(),
            assumptions,
        }
    }

    /// Reads a description from a value, as TOML or JSON gives it.
    ///
    /// # Errors
    /// The first key, word or value that is not understood, with its path
    /// (`assumptions[0].alternatives[1].rule`).
    pub fn from_value(value: Value) -> Result<Self, ReadError> {
        let mut table = Table::new("", value)?;
        let assumptions = Assumption::read_all(table.tables("assumptions")?)?;
        let plain = Self::of(assumptions);
        let sensitivity = table.table("sensitivity")?;
        let sensitivity = sensitivity.map(|table| table.read(&[])).transpose()?;
        let read = Self {
            seed: table.take("seed")?.unwrap_or(plain.seed),
            replicates: table.take("replicates")?.unwrap_or(plain.replicates),
            probability: table.take("probability")?.unwrap_or(plain.probability),
            top: table.take("top")?.unwrap_or(plain.top),
            period: table.take("period")?,
            node: table.take("node")?,
            sensitivity: sensitivity.unwrap_or(plain.sensitivity),
            assumptions: plain.assumptions,
        };
        table.end(KEYS)?;
        Ok(read)
    }
}

impl<'de> Deserialize<'de> for Uncertainty {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        Self::from_value(value).map_err(serde::de::Error::custom)
    }
}
