//! What scores of a draft are computed on.

use yanzhi_kernel::{Code, PeriodKind, UnitKind};

use super::{Known, finding, listed};
use crate::{DraftPart, DraftScoring, Finding, Scoring, Severity};

const ERROR: (Severity, DraftPart) = (Severity::Error, DraftPart::Scoring);

pub(super) fn check(
    scoring: &DraftScoring,
    known: Known<'_>,
    findings: &mut Vec<Finding>,
) -> Option<Scoring> {
    let caliber = caliber(&scoring.caliber, known, findings);
    let unit_kinds = unit_kinds(&scoring.unit_kinds, known, findings);
    let period_kind = period_kind(&scoring.period_kind, findings);
    Some(Scoring {
        caliber: caliber?,
        unit_kinds: unit_kinds?,
        period_kind: period_kind?,
    })
}

fn caliber(word: &str, known: Known<'_>, findings: &mut Vec<Finding>) -> Option<Code> {
    let found = word.parse::<Code>().ok();
    let found = found.filter(|code| known.calibers.contains_key(code));
    if found.is_none() {
        let calibers = listed(known.calibers.keys().map(Code::as_str));
        findings.push(finding(
            ERROR,
            "caliber".to_owned(),
            "caliber_unknown",
            (
                format!("没有口径“{word}”"),
                format!("there is no caliber \"{word}\""),
            ),
            (
                &format!("从现有口径中选择：{calibers}"),
                &format!("choose one of {calibers}"),
            ),
        ));
    }
    found
}

fn unit_kinds(
    words: &[String],
    known: Known<'_>,
    findings: &mut Vec<Finding>,
) -> Option<Vec<UnitKind>> {
    let mut kinds = Vec::new();
    for word in words {
        match word.parse::<UnitKind>() {
            Ok(kind) if !kinds.contains(&kind) => kinds.push(kind),
            Ok(_) => {}
            Err(_) => findings.push(word_unknown("unit_kinds", word, UnitKind::WORDS)),
        }
    }
    let units = known.directory.units.values();
    let is_there = units.into_iter().any(|it| kinds.contains(&it.details.kind));
    if !is_there {
        findings.push(finding(
            ERROR,
            "unit_kinds".to_owned(),
            "no_scored_units",
            (
                "没有任何评价对象属于所选类别".to_owned(),
                "no unit is of a kind that is scored".to_owned(),
            ),
            (
                "选择至少一类已有的评价对象",
                "choose at least one kind of which there are units",
            ),
        ));
    }
    is_there.then_some(kinds)
}

fn period_kind(word: &str, findings: &mut Vec<Finding>) -> Option<PeriodKind> {
    const WORDS: &[&str] = &[
        "year",
        "half_year",
        "quarter",
        "month",
        "cumulative",
        "plan",
    ];
    let kind = serde_json::from_value(word.into()).ok();
    if kind.is_none() {
        findings.push(word_unknown("period_kind", word, WORDS));
    }
    kind
}

fn word_unknown(field: &str, word: &str, known: &[&str]) -> Finding {
    let known = known.join(", ");
    finding(
        ERROR,
        field.to_owned(),
        "word_unknown",
        (
            format!("“{word}”不是 {field} 的取值"),
            format!("\"{word}\" is no value of {field}"),
        ),
        (
            &format!("从 {known} 中选择"),
            &format!("choose one of {known}"),
        ),
    )
}
