//! `method.toml`, read and checked by the engine; here each fault finds its place in the file.

mod paths;

use std::collections::BTreeSet;

use serde_json::{Value, json};
use toml::de::{DeTable, DeValue};
use yanzhi_engine::{
    Direction, Frame, FrameBuilder, Framework, Indicator, Method, MethodError, ReadError, Unit,
};
use yanzhi_kernel::{self as kernel, Period};

pub(crate) use self::paths::Written;
use self::paths::is_of_step;
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
    let (method, errors) = read_steps(&value);
    for error in &errors {
        let byte = locate(&root, error.path());
        findings.add(page.place(byte), || methods::reading(error));
    }
    drop(root);
    if !errors.is_empty() {
        return None;
    }
    Some(Draft {
        method,
        text,
        value,
    })
}

/// Reads each step on its own, so that a fault in one does not hide those of the next.
pub(crate) fn read_steps(value: &Value) -> (Method, Vec<ReadError>) {
    let mut errors = Vec::new();
    let Some(mut rest) = value.as_object().cloned() else {
        errors.extend(Method::from_value(value.clone()).err());
        return (Method { steps: Vec::new() }, errors);
    };
    let mut steps = Vec::new();
    match rest.remove("steps") {
        Some(Value::Array(items)) => {
            for (number, item) in items.into_iter().enumerate() {
                match Method::from_value(json!({ "steps": [item] })) {
                    Ok(method) => steps.extend(method.steps),
                    Err(error) => errors.push(moved(error, number)),
                }
            }
        }
        Some(other) => errors.extend(Method::from_value(json!({ "steps": other })).err()),
        None => {}
    }
    errors.extend(Method::from_value(Value::Object(rest)).err());
    (Method { steps }, errors)
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
fn locate(root: &toml::Spanned<DeTable<'_>>, path: &str) -> usize {
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
        let page = Page {
            file: FILE,
            text: &self.text,
        };
        let root = DeTable::parse_recoverable(&self.text).0;
        let written = Written {
            method: &self.method,
            value: &self.value,
        };
        for (path, error) in faults(written, setting.framework, &frame) {
            let place = match path {
                Some(path) => page.place(locate(&root, &path)),
                None => Place::top(FILE),
            };
            findings.add(place, || methods::method(&error));
        }
    }
}

/// What is wrong with a method in its setting, each with its path. What is wrong with the rule of a step is wrong for
/// each indicator: once is enough.
pub(crate) fn faults(
    written: Written<'_>,
    framework: &Framework,
    frame: &Frame,
) -> Vec<(Option<String>, MethodError)> {
    let Err(errors) = written.method.validate(framework, frame) else {
        return Vec::new();
    };
    let mut said = BTreeSet::new();
    let placed = errors.0.into_iter().filter_map(|error| {
        let path = written.path_of(&error);
        let is_new = !is_of_step(&error) || said.insert(path.clone());
        is_new.then_some((path, error))
    });
    placed.collect()
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
