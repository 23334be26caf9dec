//! Definitions: what is read comes out again, and what is wrong is said with its keys.

use serde_json::{Value, json};
use yanzhi_checks::{CODES, Check, Rule};
use yanzhi_formula::{Definition, Graph};
use yanzhi_kernel::Code;

use crate::city::{check, code};

fn definition(rule: &Value) -> Value {
    json!({
        "code": "RD-RANGE",
        "name": {"zh": "研发经费", "en": "R&D"},
        "severity": "warning",
        "audience": "reviewer",
        "applies": {"indicators": ["RD"], "from": "2020"},
        "rule": rule,
    })
}

#[test]
fn every_rule_is_read_as_it_is_written() {
    let rules = [
        json!({"kind": "range", "least": 0.0, "most": 10.0}),
        json!({"kind": "required"}),
        json!({"kind": "sum_of_parts", "parts": ["A", "B"], "relation": "at_least", "tolerance": 0.5}),
        json!({"kind": "sum_of_children", "unit_kind": "district"}),
        json!({"kind": "ratio", "to": "GDP", "most": 0.1}),
        json!({"kind": "change", "back": "1q", "least": -30.0}),
        json!({"kind": "outlier", "among": "peers", "of": "change", "limit": 5.0, "figures": 6}),
        json!({"kind": "digit_preference", "decimals": 2}),
        json!({"kind": "repeated", "times": 4}),
        json!({"kind": "holds", "condition": "RD > BASIC"}),
    ];
    for (rule, kind) in rules.iter().zip(Rule::KINDS) {
        let read = check(&definition(rule));
        assert_eq!(read.rule.kind(), kind);
        let written = serde_json::to_value(&read).unwrap();
        assert_eq!(check(&written), read, "{written}");
    }
}

/// The keys and codes of what is wrong.
fn flaws(json: &Value) -> Vec<(String, &'static str)> {
    let flaws = Check::from_value(json).unwrap_err();
    flaws
        .into_iter()
        .map(|it| (it.path.join("."), it.code))
        .collect()
}

#[test]
fn every_rule_that_is_wrong_says_where() {
    for (rule, at) in [
        (json!({"kind": "rnage"}), "rule.kind check_word"),
        (json!({}), "rule check_key_missing"),
        (json!({"kind": "range"}), "rule check_key_missing"),
        (
            json!({"kind": "range", "least": "0"}),
            "rule.least check_value",
        ),
        (
            json!({"kind": "range", "least": 2, "most": 1}),
            "rule.most check_value",
        ),
        (
            json!({"kind": "range", "least": 0, "max": 1}),
            "rule check_key_unknown",
        ),
        (
            json!({"kind": "sum_of_parts", "parts": []}),
            "rule.parts check_value",
        ),
        (
            json!({"kind": "sum_of_parts", "parts": ["a b"]}),
            "rule.parts check_value",
        ),
        (
            json!({"kind": "sum_of_parts", "parts": ["A"], "tolerance": -1}),
            "rule.tolerance check_value",
        ),
        (
            json!({"kind": "sum_of_children", "unit_kind": "town"}),
            "rule.unit_kind check_word",
        ),
        (
            json!({"kind": "change", "back": "2d", "most": 1}),
            "rule.back check_value",
        ),
        (
            json!({"kind": "outlier", "limit": 0}),
            "rule.limit check_value",
        ),
        (
            json!({"kind": "outlier", "figures": 2}),
            "rule.figures check_value",
        ),
        (
            json!({"kind": "holds", "condition": "RD >"}),
            "rule.condition check_condition",
        ),
    ] {
        let found = flaws(&definition(&rule));
        let (path, code) = at.split_once(' ').unwrap();
        let is_said = found.iter().any(|it| (it.0.as_str(), it.1) == (path, code));
        assert!(is_said && CODES.contains(&code), "{rule}: {found:?}");
    }
}

#[test]
fn everything_wrong_is_said_with_its_keys() {
    let found = flaws(
        &json!({"name": {"zh": "甲"}, "applies": {"indicators": [], "from": "soon"}, "rule": 3}),
    );
    for (path, code) in [
        ("", "check_key_missing"),
        ("name", "check_key_missing"),
        ("applies.indicators", "check_value"),
        ("applies.from", "check_value"),
        ("rule", "check_value"),
    ] {
        assert!(
            found.contains(&(path.to_owned(), code)),
            "{path}: {found:?}"
        );
    }
    assert_eq!(flaws(&json!([])), [(String::new(), "check_value")]);
}

#[test]
fn a_hint_never_blocks_and_never_reaches_who_reports() {
    for (severity, audience) in [("error", "reviewer"), ("warning", "everyone")] {
        let mut json = definition(&json!({"kind": "repeated"}));
        json["severity"] = json!(severity);
        json["audience"] = json!(audience);
        assert_eq!(flaws(&json), [("rule.kind".to_owned(), "check_hint")]);
    }
}

#[test]
fn what_is_named_has_to_be_there_and_to_fit() {
    let (rd, gdp) = (code("RD"), code("GDP"));
    let indicator = |indicator, measure_unit| Definition {
        indicator,
        measure_unit,
        expression: None,
    };
    let graph = Graph::new([indicator(&rd, "亿元"), indicator(&gdp, "万人")]).unwrap();
    let units: Vec<Code> = vec![code("EAST")];
    let among = |mut json: Value, units_named: &[&str]| -> Vec<(String, &'static str, usize)> {
        json["applies"]["units"] = json!(units_named);
        let flaws = check(&json).flaws_among(&graph, &units);
        flaws
            .into_iter()
            .map(|it| (it.path.join("."), it.code, it.byte))
            .collect()
    };
    let ratio = |to: &str| definition(&json!({"kind": "ratio", "to": to, "least": 0}));
    assert!(among(ratio("GDP"), &["EAST"]).is_empty());
    assert_eq!(
        among(ratio("GPD"), &["WEST"]),
        [
            ("rule.to".to_owned(), "check_code_unknown", 0),
            ("applies.units".to_owned(), "check_code_unknown", 0),
        ]
    );
    let holds = definition(&json!({"kind": "holds", "condition": "RD > 1 and RD > GDP"}));
    assert_eq!(
        among(holds, &[]),
        [("rule.condition".to_owned(), "check_condition", 11)]
    );
}
