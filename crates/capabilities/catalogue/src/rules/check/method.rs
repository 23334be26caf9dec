//! The method of a draft, read and checked by the engine.

use serde_json::Value;
use yanzhi_engine::{
    Direction as EngineDirection, Frame, FrameBuilder, Framework, Indicator, Method, Unit,
};
use yanzhi_kernel::Direction;
use yanzhi_pack::{Explained, check_method, read_method};

use super::Known;
use crate::{DraftPart, Finding, Scoring, Severity};

/// The engine needs a period to check with. Which there are is for the figures to say, so that a method that names one
/// is checked when it is computed.
const ANY_PERIOD: &str = "-";
const PERIOD_UNKNOWN: &str = "method_period";

/// What a method is checked in; parts that are wrong themselves are `None`.
pub(super) struct Setting<'a> {
    pub(super) framework: Option<&'a Framework>,
    pub(super) scoring: Option<&'a Scoring>,
    pub(super) known: Known<'a>,
}

pub(super) fn check(
    value: &Value,
    setting: &Setting<'_>,
    findings: &mut Vec<Finding>,
) -> Option<Method> {
    let (method, unread) = read_method(value);
    let is_read = unread.is_empty();
    findings.extend(unread.into_iter().map(finding));
    if let (true, Some(framework), Some(frame)) = (is_read, setting.framework, frame(setting)) {
        let wrong = check_method(&method, value, framework, &frame);
        let wrong = wrong.into_iter().filter(|it| it.code != PERIOD_UNKNOWN);
        findings.extend(wrong.map(finding));
    }
    is_read.then_some(method)
}

fn finding(explained: Explained) -> Finding {
    Finding {
        severity: Severity::Error,
        part: DraftPart::Method,
        place: explained.path,
        code: explained.code,
        what: explained.what,
        remedy: explained.remedy,
    }
}

/// An empty frame with the indicators and the units that would be scored.
fn frame(setting: &Setting<'_>) -> Option<Frame> {
    let indicators = setting.known.indicators.values().map(|record| {
        let details = &record.indicator.details;
        Indicator {
            code: details.code.to_string(),
            direction: match details.direction {
                Direction::HigherIsBetter => EngineDirection::HigherIsBetter,
                Direction::LowerIsBetter => EngineDirection::LowerIsBetter,
            },
            measure_unit: None,
        }
    });
    let scored = setting.known.directory.units.values().filter(|unit| {
        let kinds = setting.scoring.map(|scoring| &scoring.unit_kinds);
        kinds.is_none_or(|kinds| kinds.contains(&unit.details.kind))
    });
    let mut units: Vec<Unit> = scored
        .map(|unit| {
            let groups = unit.details.group.iter();
            Unit {
                code: unit.details.code.to_string(),
                groups: groups
                    .map(|group| ("group".to_owned(), group.to_string()))
                    .collect(),
            }
        })
        .collect();
    if units.is_empty() {
        units.push(Unit::new("-"));
    }
    let periods = vec![ANY_PERIOD.to_owned()];
    let frame = FrameBuilder::new(periods, units, indicators.collect());
    frame.ok().map(FrameBuilder::build)
}
