//! Where in a method each fault stands.

use serde_json::Value;
use yanzhi_engine::{Method, MethodError, ParameterFault};

/// A method together with what it was read from.
#[derive(Clone, Copy)]
pub(crate) struct Written<'a> {
    pub(crate) method: &'a Method,
    pub(crate) value: &'a Value,
}

impl Written<'_> {
    /// The path of a step by its label.
    fn step(&self, label: &str) -> Option<String> {
        let position = self.method.labels().iter().position(|it| it == label);
        position.map(|position| format!("steps[{position}]"))
    }

    fn path_of_level(&self, error: &MethodError) -> Option<String> {
        let step = |label: &str| self.step(label);
        match error {
            MethodError::UnknownLevel {
                step: label, level, ..
            } => Some(format!(
                "{}.levels[{}]",
                step(label)?,
                self.level(*level, 0)
            )),
            MethodError::LevelTwice { step: label, level } => Some(format!(
                "{}.levels[{}]",
                step(label)?,
                self.level(*level, 1)
            )),
            _ => None,
        }
    }

    /// The path of what a fault is about, such as `steps[0].indicators.RD.cap`.
    pub(super) fn path_of(&self, error: &MethodError) -> Option<String> {
        let step = |label: &str| self.step(label);
        let of =
            |label: &str, indicator: &str| Some(format!("{}.indicators.{indicator}", step(label)?));
        match error {
            MethodError::Twice { step: word } => step(&format!("{word}_2")),
            MethodError::Order { step: word, .. } => step(word),
            MethodError::UnknownIndicator {
                step, indicator, ..
            } => of(step, indicator),
            MethodError::UnknownPeriod {
                step: label,
                indicator,
                ..
            } => {
                let own = format!("{}.scope", of(label, indicator)?);
                let is_own = self.has_override(label, indicator);
                if is_own {
                    Some(own)
                } else {
                    Some(format!("{}.scope", step(label)?))
                }
            }
            MethodError::Parameter {
                step: label,
                indicator,
                fault,
                ..
            } => {
                let above = match indicator {
                    Some(indicator) if self.has_override(label, indicator) => of(label, indicator)?,
                    _ => step(label)?,
                };
                Some(format!("{above}.{}", name_of(fault)))
            }
            MethodError::UnknownLevel { .. } | MethodError::LevelTwice { .. } => {
                self.path_of_level(error)
            }
            MethodError::UnknownGrouping { step: label, .. } => {
                let own = step(label)?;
                let key = if label == "rank" {
                    "groups"
                } else {
                    "grouping"
                };
                Some(format!("{own}.{key}"))
            }
            MethodError::Band { step: label, .. } => Some(format!("{}.bands", step(label)?)),
            other => step(other.step()?),
        }
    }

    fn has_override(&self, label: &str, indicator: &str) -> bool {
        let position = self.method.labels().iter().position(|it| it == label);
        let step = position.and_then(|position| self.value.get("steps")?.get(position));
        step.and_then(|step| step.get("indicators")?.get(indicator))
            .is_some()
    }

    /// Where among the levels of the aggregate step a level stands, not counting the first `skip` of it.
    fn level(&self, level: usize, skip: usize) -> usize {
        let levels = self.method.steps.iter().find_map(|step| match step {
            yanzhi_engine::Step::Aggregate(aggregate) => Some(&aggregate.levels),
            _ => None,
        });
        let mut levels = levels.into_iter().flatten().enumerate();
        let found = levels
            .by_ref()
            .filter(|(_, it)| it.level == level)
            .nth(skip);
        found.map_or(0, |(position, _)| position)
    }
}

/// Whether the fault lies in the step for every indicator, where it has no path of its own.
pub(super) fn is_of_step(error: &MethodError) -> bool {
    match error {
        MethodError::UnknownPeriod { .. } => true,
        MethodError::Parameter { fault, .. } => !matches!(fault, ParameterFault::Missing { .. }),
        _ => false,
    }
}

fn name_of(fault: &ParameterFault) -> &'static str {
    match fault {
        ParameterFault::Missing { name }
        | ParameterFault::NotPositive { name, .. }
        | ParameterFault::NotFinite { name, .. }
        | ParameterFault::OutOfBounds { name, .. } => name,
        ParameterFault::NotBelow { low, .. } => low,
        _ => "",
    }
}
