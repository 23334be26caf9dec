//! `method.toml`, read and checked by the engine; here each fault finds its place in the file.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use yanzhi_engine::{
    Direction, Frame, FrameBuilder, Framework, Indicator, Method, MethodError, ParameterFault,
    ReadError, Unit,
};
use yanzhi_kernel::{self as kernel, Period};

use crate::fault::{methods, settings};
use crate::folder::Folder;
use crate::model;
use crate::problem::{Findings, Place};
use crate::toml_text::Page;

pub(crate) const FILE: &str = "method.toml";

/// What a method calls the grouping that `units.csv` has, as the computation of a pack names it.
const GROUPING: &str = "group";

/// The method with the text it was read from.
pub(crate) struct Draft {
    pub(crate) method: Method,
    text: String,
    value: Value,
}

pub(crate) fn read(folder: &mut Folder<'_>) -> Option<Draft> {
    let text = folder.read_text(FILE)?;
    let page = Page {
        file: FILE,
        text: &text,
    };
    let findings = &mut folder.findings;
    let root = page.parse(findings)?;
    let value: Value = toml::from_str(page.text)
        .map_err(|error| {
            let byte = error.span().map_or(0, |span| span.start);
            findings.add(page.place(byte), || settings::toml_syntax(error.message()));
        })
        .ok()?;
    let method = parse(page, &root, &value, findings)?;
    drop(root);
    Some(Draft {
        method,
        text,
        value,
    })
}

/// Reads each step on its own, so that a fault in one does not hide those of the next.
fn parse(
    page: Page<'_>,
    root: &Spanned<DeTable<'_>>,
    value: &Value,
    findings: &mut Findings,
) -> Option<Method> {
    let before = findings.total();
    let mut refuse = |error: &ReadError| {
        let byte = locate(root, error.path());
        findings.add(page.place(byte), || methods::reading(error));
    };
    let mut rest = value.as_object().cloned().unwrap_or_default();
    let mut steps = Vec::new();
    match rest.remove("steps") {
        Some(Value::Array(items)) => {
            for (number, item) in items.into_iter().enumerate() {
                match Method::from_value(json!({ "steps": [item] })) {
                    Ok(method) => steps.extend(method.steps),
                    Err(error) => refuse(&moved(error, number)),
                }
            }
        }
        Some(other) => {
            if let Err(error) = Method::from_value(json!({ "steps": other })) {
                refuse(&error);
            }
        }
        None => {}
    }
    if let Err(error) = Method::from_value(Value::Object(rest)) {
        refuse(&error);
    }
    (findings.total() == before).then_some(Method { steps })
}

/// The error of step 0, said of the step that it is.
fn moved(mut error: ReadError, number: usize) -> ReadError {
    match &mut error {
        ReadError::UnknownKey { path, .. }
        | ReadError::UnknownWord { path, .. }
        | ReadError::Missing { path }
        | ReadError::WrongKind { path, .. } => {
            if let Some(rest) = path.strip_prefix("steps[0]") {
                *path = format!("steps[{number}]{rest}");
            }
        }
        _ => {}
    }
    error
}

/// The first byte of what a path such as `steps[0].indicators.RD.cap` leads to, or of the last on the way that
/// is there. Keys may have dots in them.
fn locate(root: &Spanned<DeTable<'_>>, path: &str) -> usize {
    let mut begin = 0;
    let mut rest = path;
    let mut table = root.get_ref();
    loop {
        let next = table
            .iter()
            .filter(|(key, _)| begins_with(rest, key.get_ref()))
            .max_by_key(|(key, _)| key.get_ref().len());
        let Some((key, value)) = next else {
            return begin;
        };
        begin = key.span().start;
        rest = rest.get(key.get_ref().len()..).unwrap_or_default();
        let mut inner = value;
        while let Some((number, behind)) = item(rest) {
            let Some(item) = inner.get_ref().get(number) else {
                return begin;
            };
            begin = item.span().start;
            (inner, rest) = (item, behind);
        }
        let DeValue::Table(below) = inner.get_ref() else {
            return begin;
        };
        table = below;
        rest = rest.strip_prefix('.').unwrap_or_default();
    }
}

fn begins_with(path: &str, key: &str) -> bool {
    let rest = path.strip_prefix(key);
    !key.is_empty() && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

fn item(path: &str) -> Option<(usize, &str)> {
    let (number, rest) = path.strip_prefix('[')?.split_once(']')?;
    Some((number.parse().ok()?, rest))
}

/// What the method is checked against.
pub(crate) struct Setting<'a> {
    pub(crate) framework: &'a Framework,
    pub(crate) indicators: &'a [model::Indicator],
    /// The periods that are scored.
    pub(crate) periods: BTreeSet<Period>,
    /// The units that are scored, each with its group.
    pub(crate) units: Vec<(String, Option<String>)>,
}

impl Draft {
    /// Checks the method against the framework, the indicators and the periods with figures.
    pub(crate) fn check(&self, setting: &Setting<'_>, findings: &mut Findings) {
        let Some(frame) = frame(setting) else {
            return;
        };
        let Err(errors) = self.method.validate(setting.framework, &frame) else {
            return;
        };
        let page = Page {
            file: FILE,
            text: &self.text,
        };
        let root = DeTable::parse_recoverable(&self.text).0;
        let mut said = BTreeSet::new();
        for error in &errors.0 {
            let path = self.path_of(error);
            // What is wrong with the rule of a step is wrong for each indicator: once is enough.
            if is_of_step(error) && !said.insert(path.clone()) {
                continue;
            }
            let place = match path {
                Some(path) => page.place(locate(&root, &path)),
                None => Place::top(FILE),
            };
            findings.add(place, || methods::method(error));
        }
    }

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

    fn path_of(&self, error: &MethodError) -> Option<String> {
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
fn is_of_step(error: &MethodError) -> bool {
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

/// An empty frame with the indicators, periods and units of the pack.
fn frame(setting: &Setting<'_>) -> Option<Frame> {
    let indicators = setting.indicators.iter().map(|indicator| Indicator {
        code: indicator.code.to_string(),
        direction: match indicator.direction {
            kernel::Direction::HigherIsBetter => Direction::HigherIsBetter,
            kernel::Direction::LowerIsBetter => Direction::LowerIsBetter,
        },
        measure_unit: None,
    });
    let mut periods: Vec<String> = setting.periods.iter().map(ToString::to_string).collect();
    if periods.is_empty() {
        periods.push("-".to_owned());
    }
    let grouped = |(code, group): &(String, Option<String>)| Unit {
        code: code.clone(),
        groups: group
            .iter()
            .map(|it| (GROUPING.to_owned(), it.clone()))
            .collect(),
    };
    let mut units: Vec<Unit> = setting.units.iter().map(grouped).collect();
    if units.is_empty() {
        units.push(Unit::new("-"));
    }
    let frame = FrameBuilder::new(periods, units, indicators.collect());
    frame.ok().map(FrameBuilder::build)
}
