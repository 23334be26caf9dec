//! `strategy.toml`.

use toml::de::DeValue;
use yanzhi_kernel::{Code, PeriodKind, UnitKind};

use crate::code_list::CodeList;
use crate::fault::{codes, settings, shown};
use crate::folder::Folder;
use crate::model::{Scoring, Strategy, Unit};
use crate::problem::{Findings, Place};
use crate::toml_text::{Page, Section};
use yanzhi_kernel::nearest;

pub(crate) const FILE: &str = "strategy.toml";

/// First steps of the system's own addresses. The pages of a strategy stand at its code, so one of these would hide
/// them; pages find their way without regard to case.
const RESERVED: [&str; 14] = [
    "account",
    "admin",
    "api",
    "assets",
    "favicon.svg",
    "healthz",
    "index.html",
    "invitation",
    "metrics",
    "openapi.json",
    "readyz",
    "setup",
    "sign-in",
    "workbench",
];

const PERIOD_KINDS: [PeriodKind; 6] = [
    PeriodKind::Year,
    PeriodKind::HalfYear,
    PeriodKind::Quarter,
    PeriodKind::Month,
    PeriodKind::Cumulative,
    PeriodKind::Plan,
];

/// The strategy, and where it says what the tables must confirm.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    pub(crate) strategy: Option<Strategy>,
    caliber: Option<(Code, Place)>,
    unit_kinds: Option<(Vec<UnitKind>, Place)>,
}

pub(crate) fn read(folder: &mut Folder<'_>) -> Draft {
    let Some(text) = folder.read_text(FILE) else {
        return Draft::default();
    };
    let page = Page {
        file: FILE,
        text: &text,
    };
    let findings = &mut folder.findings;
    let Some(root) = page.parse(findings) else {
        return Draft::default();
    };
    let mut root = Section::new(page, "", 0, root.into_inner());
    let mut draft = Draft::default();
    draft.strategy = strategy(&mut root, &mut draft, findings);
    root.end(findings);
    draft
}

fn strategy(
    root: &mut Section<'_>,
    draft: &mut Draft,
    findings: &mut Findings,
) -> Option<Strategy> {
    let code = code(root, "code", findings).filter(|(code, place)| is_free(code, *place, findings));
    let name = root.text("name", findings);
    let description = root.text("description", findings);
    let publisher = root.text("publisher", findings);
    let time_zone = time_zone(root, findings);
    let source_title = root.optional_string("source", findings);
    let source_url = root.optional_string("source_url", findings);
    let framework_version = version(root, findings);
    let scoring = scoring(root, draft, findings);
    Some(Strategy {
        code: code?.0,
        name: name?,
        description: description?,
        publisher: publisher?,
        time_zone: time_zone?,
        source_title,
        source_url,
        framework_version: framework_version?,
        scoring: scoring?,
    })
}

/// Whether no page of the system stands where those of the strategy would.
fn is_free(code: &Code, place: Place, findings: &mut Findings) -> bool {
    let is_reserved = RESERVED
        .iter()
        .any(|it| code.as_str().eq_ignore_ascii_case(it));
    if is_reserved {
        findings.add(place, || codes::reserved(code.as_str()));
    }
    !is_reserved
}

fn code(
    section: &mut Section<'_>,
    key: &'static str,
    findings: &mut Findings,
) -> Option<(Code, Place)> {
    let (text, place) = section.string(key, findings)?;
    let code = text.parse();
    if code.is_err() {
        findings.add(place, || codes::invalid(&shown(&text)));
    }
    code.ok().map(|code| (code, place))
}

/// `Area/City` or `UTC`. Whether the zone exists only a list of zones can say; who uses it asks one.
fn time_zone(root: &mut Section<'_>, findings: &mut Findings) -> Option<String> {
    let (text, place) = root.string("time_zone", findings)?;
    let is_step = |step: &str| {
        step.starts_with(|it: char| it.is_ascii_alphabetic())
            && step
                .chars()
                .all(|it| it.is_ascii_alphanumeric() || matches!(it, '_' | '-' | '+'))
    };
    let is_zone = text == "UTC" || (text.contains('/') && text.split('/').all(is_step));
    if !is_zone {
        findings.add(place, || settings::time_zone(&shown(&text)));
    }
    is_zone.then_some(text)
}

fn version(root: &mut Section<'_>, findings: &mut Findings) -> Option<String> {
    let mut framework = root.table("framework", findings)?;
    let version = framework.string("version", findings);
    framework.end(findings);
    version.map(|(text, _)| text)
}

fn scoring(root: &mut Section<'_>, draft: &mut Draft, findings: &mut Findings) -> Option<Scoring> {
    let mut scoring = root.table("scoring", findings)?;
    draft.caliber = code(&mut scoring, "caliber", findings);
    draft.unit_kinds = unit_kinds(&mut scoring, findings);
    let period_kind = period_kind(&mut scoring, findings);
    scoring.end(findings);
    Some(Scoring {
        caliber: draft.caliber.clone()?.0,
        unit_kinds: draft.unit_kinds.clone()?.0,
        period_kind: period_kind?,
    })
}

fn unit_kinds(
    scoring: &mut Section<'_>,
    findings: &mut Findings,
) -> Option<(Vec<UnitKind>, Place)> {
    const KEY: &str = "scoring.unit_kinds";
    let (values, place) = scoring.list("unit_kinds", findings)?;
    let mut kinds = Vec::new();
    for (value, place) in &values {
        let word = value.as_str().unwrap_or_default();
        match word.parse::<UnitKind>() {
            Ok(kind) if !kinds.contains(&kind) => kinds.push(kind),
            Ok(_) => {}
            Err(_) => findings.add(*place, || word_unknown(KEY, value, UnitKind::WORDS)),
        }
    }
    if values.is_empty() {
        let expected = ("至少有一项的列表", "a list with at least one item");
        findings.add(place, || settings::key_wrong_kind(KEY, expected));
    }
    (!kinds.is_empty()).then_some((kinds, place))
}

fn word_unknown(key: &str, value: &DeValue<'_>, known: &[&str]) -> crate::fault::Fault {
    match value.as_str() {
        Some(word) => {
            let nearest = nearest(word, known.iter().copied());
            codes::word_unknown(key, &shown(word), nearest, known)
        }
        None => settings::key_wrong_kind(key, ("文字的列表", "a list of texts")),
    }
}

fn period_kind(scoring: &mut Section<'_>, findings: &mut Findings) -> Option<PeriodKind> {
    let (word, place) = scoring.string("period_kind", findings)?;
    let kind = PERIOD_KINDS.into_iter().find(|kind| kind.as_str() == word);
    if kind.is_none() {
        let known = PERIOD_KINDS.map(PeriodKind::as_str);
        findings.add(place, || {
            let nearest = nearest(&word, known);
            codes::word_unknown("scoring.period_kind", &shown(&word), nearest, &known)
        });
    }
    kind
}

impl Draft {
    /// Checks what is scored against the tables.
    pub(crate) fn check(
        &self,
        calibers: &CodeList,
        units: (&CodeList, &[Unit]),
        findings: &mut Findings,
    ) {
        if let Some((caliber, place)) = &self.caliber
            && calibers.find(caliber.as_str()).is_none()
            && let Some(fault) = calibers.missing(caliber.as_str())
        {
            findings.add(*place, fault);
        }
        let (list, units) = units;
        if let Some((kinds, place)) = &self.unit_kinds
            && list.is_whole
            && list.len() == units.len()
            && !units.iter().any(|unit| kinds.contains(&unit.kind))
        {
            let words: Vec<&str> = kinds.iter().map(|kind| kind.as_str()).collect();
            findings.add(*place, || codes::no_scored_units(&words.join(", ")));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_of_the_system_keeps_its_address() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../web/src/app/router.tsx");
        let router = std::fs::read_to_string(file).unwrap();
        let addresses = router.split("path: '/").skip(1);
        let first_steps: Vec<&str> = addresses
            .filter_map(|rest| rest.split(['\'', '/']).next())
            .filter(|step| !step.is_empty() && !step.starts_with(':'))
            .collect();
        assert!(first_steps.len() >= 5, "{first_steps:?}");
        for step in first_steps {
            assert!(RESERVED.contains(&step), "/{step} is not reserved");
        }
    }
}
