//! The method of an index: an ordered list of steps, written in TOML or JSON.

mod error;
mod parameter;
mod read;

use serde::{Deserialize, Deserializer, Serialize};

pub use error::{MethodError, MethodErrors};
pub use parameter::ParameterFault;
pub use read::ReadError;
pub(crate) use read::Table;

use crate::frame::{Direction, Frame};
use crate::framework::Framework;
use crate::steps::weight::check_place;
use crate::steps::{Aggregate, Setting, Step};

/// An ordered list of steps with their parameters.
///
/// As read, nothing is implied any more: every parameter left out has its default, and every
/// indicator's override is complete. Writing a method and reading it again gives the same method.
///
/// ```
/// use yanzhi_engine::Method;
///
/// let method: Method = toml::from_str(r#"
///     [[steps]]
///     step = "normalise"
///     rule = "standard_ratio"
///     [steps.indicators.RD]
///     standard = 2.5
///
///     [[steps]]
///     step = "aggregate"
///     rule = "arithmetic"
/// "#)?;
/// assert_eq!(method.steps.len(), 2);
///
/// let slip = toml::from_str::<Method>("[[steps]]\nstep = 'aggregate'\nrule = 'arithmetik'\n");
/// assert!(slip.unwrap_err().to_string().contains("did you mean `arithmetic`?"));
/// # Ok::<(), toml::de::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Method {
    /// The steps, in the order in which they are done.
    pub steps: Vec<Step>,
}

impl Method {
    /// Reads a method from a value, as TOML or JSON gives it.
    ///
    /// # Errors
    /// The first key, word or value that is not understood, with its path
    /// (`steps[0].indicators.RD.cap`).
    pub fn from_value(value: serde_json::Value) -> Result<Self, ReadError> {
        let mut table = Table::new("", value)?;
        let steps = table.tables("steps")?;
        table.end(&["steps"])?;
        let steps = steps.into_iter().map(Step::read);
        Ok(Self {
            steps: steps.collect::<Result<_, _>>()?,
        })
    }

    /// Checks the method against a framework and a frame: order of the steps, parameters, codes.
    ///
    /// # Errors
    /// Everything that is wrong, at once.
    pub fn validate(&self, framework: &Framework, frame: &Frame) -> Result<(), MethodErrors> {
        let setting = Setting { frame, framework };
        let mut faults = Vec::new();
        self.check_order(&mut faults);
        self.check_directions(&setting, &mut faults);
        check_place(&self.steps, &setting, &mut faults);
        for (step, label) in self.steps.iter().zip(self.labels()) {
            step.as_run().check(&setting, &label, &mut faults);
        }
        if faults.is_empty() {
            return Ok(());
        }
        Err(MethodErrors(faults))
    }

    /// The name of each step: its word, and from the second of a kind on `normalise_2` and so on.
    pub fn labels(&self) -> Vec<String> {
        let words: Vec<&str> = self.steps.iter().map(Step::word).collect();
        words
            .iter()
            .enumerate()
            .map(|(position, word)| {
                let before = words.iter().take(position).filter(|it| *it == word).count();
                match before {
                    0 => (*word).to_owned(),
                    n => format!("{word}_{}", n + 1),
                }
            })
            .collect()
    }

    /// The step that makes scores of the figures.
    pub(crate) fn aggregate(&self) -> Option<&Aggregate> {
        self.steps.iter().find_map(|step| match step {
            Step::Aggregate(step) => Some(step),
            _ => None,
        })
    }

    fn check_order(&self, faults: &mut Vec<MethodError>) {
        let words: Vec<&'static str> = self.steps.iter().map(Step::word).collect();
        for once in ["weight", "aggregate", "adjust", "rank"] {
            if words.iter().filter(|word| **word == once).count() > 1 {
                faults.push(MethodError::Twice { step: once });
            }
        }
        let Some(aggregate) = words.iter().position(|word| *word == "aggregate") else {
            faults.push(MethodError::NoAggregate);
            return;
        };
        for (position, step) in words.iter().enumerate() {
            let belongs_after = matches!(*step, "adjust" | "rank");
            if *step != "aggregate" && belongs_after != (position > aggregate) {
                faults.push(MethodError::Order {
                    step,
                    belongs: if belongs_after { "after" } else { "before" },
                });
            }
        }
    }

    fn check_directions(&self, setting: &Setting<'_>, faults: &mut Vec<MethodError>) {
        if self
            .steps
            .iter()
            .any(|step| matches!(step, Step::Normalise(_)))
        {
            return;
        }
        let lower = setting
            .used()
            .filter(|(_, indicator)| indicator.direction == Direction::LowerIsBetter);
        faults.extend(lower.map(|(_, indicator)| MethodError::DirectionIgnored {
            indicator: indicator.code.clone(),
        }));
    }
}

impl<'de> Deserialize<'de> for Method {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = serde_json::Value::deserialize(deserializer)?;
        Self::from_value(value).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests;
