//! What each rule finds, and what it leaves alone.

use serde_json::{Value, json};
use yanzhi_checks::{Audience, Finding, Severity, run};

use crate::city::{City, cell, check};

/// A check of RD by a rule.
fn of_rule(rule: &Value) -> Value {
    json!({
        "code": "C1",
        "name": {"zh": "检查", "en": "Check"},
        "applies": {"indicators": ["RD"]},
        "rule": rule,
    })
}

/// What a rule finds at a cell, in English.
fn found(rule: &Value, figures: &[(&str, f64)], at: &[&str]) -> Vec<String> {
    let mut json = of_rule(rule);
    if matches!(rule["kind"].as_str(), Some("digit_preference" | "repeated")) {
        json["audience"] = json!("reviewer");
    }
    let at: Vec<_> = at.iter().map(|it| cell(it)).collect();
    let findings = run(&[check(&json)], &at, &City::with(figures));
    findings.into_iter().map(|it| it.message.en).collect()
}

#[test]
fn a_range_holds_at_its_ends() {
    let rule = json!({"kind": "range", "least": 0, "most": 100});
    for (value, expected) in [
        (0.0, None),
        (100.0, None),
        (100.1, Some("100.1 was reported, and 0 to 100 is expected")),
        (-1.0, Some("-1 was reported, and 0 to 100 is expected")),
    ] {
        let said = found(&rule, &[("RD EAST 2023", value)], &["RD EAST 2023"]);
        assert_eq!(said.first().map(String::as_str), expected, "{value}");
    }
    let open = json!({"kind": "range", "least": 0.5});
    assert_eq!(
        found(&open, &[("RD EAST 2023", 0.25)], &["RD EAST 2023"]),
        ["0.25 was reported, and 0.5 or more is expected"]
    );
}

#[test]
fn only_required_speaks_of_what_is_missing() {
    let rules = [
        json!({"kind": "range", "least": 0}),
        json!({"kind": "sum_of_parts", "parts": ["A", "B"]}),
        json!({"kind": "ratio", "to": "GDP", "least": 0}),
        json!({"kind": "change", "most": 10}),
        json!({"kind": "outlier"}),
        json!({"kind": "repeated"}),
        json!({"kind": "holds", "condition": "RD > GDP"}),
    ];
    for rule in rules {
        assert!(found(&rule, &[], &["RD EAST 2023"]).is_empty(), "{rule}");
    }
    let required = json!({"kind": "required"});
    assert_eq!(
        found(&required, &[], &["RD EAST 2023"]),
        ["nothing was reported"]
    );
    assert!(found(&required, &[("RD EAST 2023", 0.0)], &["RD EAST 2023"]).is_empty());
}

#[test]
fn parts_make_up_the_whole_to_a_tolerance() {
    let parts = [("A EAST 2023", 0.1), ("B EAST 2023", 0.2)];
    let with = |whole: f64| [parts[0], parts[1], ("RD EAST 2023", whole)];
    let equal = json!({"kind": "sum_of_parts", "parts": ["A", "B"], "tolerance": 0.05});
    assert!(found(&equal, &with(0.3), &["RD EAST 2023"]).is_empty());
    assert!(found(&equal, &with(0.35), &["RD EAST 2023"]).is_empty());
    assert_eq!(
        found(&equal, &with(0.5), &["RD EAST 2023"]),
        ["the whole is 0.5, the sum of the parts 0.3, a difference of 0.2: they should be equal"]
    );
    let at_least = json!({"kind": "sum_of_parts", "parts": ["A", "B"], "relation": "at_least"});
    assert!(found(&at_least, &with(0.3), &["RD EAST 2023"]).is_empty());
    assert!(found(&at_least, &with(9.0), &["RD EAST 2023"]).is_empty());
    assert_eq!(found(&at_least, &with(0.2), &["RD EAST 2023"]).len(), 1);
}

#[test]
fn units_below_are_added_up_by_kind() {
    let figures = [
        ("RD CITY 2023", 9.0),
        ("RD EAST 2023", 1.0),
        ("RD WEST 2023", 3.0),
        ("RD NORTH 2023", 5.0),
        ("RD PORT 2023", 4.0),
    ];
    let of = |kind: &str| json!({"kind": "sum_of_children", "unit_kind": kind});
    assert!(found(&of("district"), &figures, &["RD CITY 2023"]).is_empty());
    assert_eq!(found(&of("zone"), &figures, &["RD CITY 2023"]).len(), 1);
    assert!(found(&of("township"), &figures, &["RD CITY 2023"]).is_empty());
    assert!(
        found(
            &of("district"),
            &figures[..4],
            &["RD CITY 2023", "RD EAST 2023"]
        )
        .is_empty()
    );
}

#[test]
fn ratios_and_rates_show_their_numbers() {
    let ratio = json!({"kind": "ratio", "to": "GDP", "least": 0.01, "most": 0.1});
    let figures = [("RD EAST 2023", 30.0), ("GDP EAST 2023", 100.0)];
    assert_eq!(
        found(&ratio, &figures, &["RD EAST 2023"]),
        ["in relation to GDP it is 30 ÷ 100 = 0.3, and 0.01 to 0.1 is expected"]
    );
    let zero = [("RD EAST 2023", 30.0), ("GDP EAST 2023", 0.0)];
    assert!(found(&ratio, &zero, &["RD EAST 2023"]).is_empty());

    let change = json!({"kind": "change", "least": -20, "most": 30});
    let figures = [
        ("RD EAST 2022", 10.0),
        ("RD EAST 2023", 15.0),
        ("RD WEST 2022", -1.0),
        ("RD WEST 2023", 9.0),
    ];
    assert_eq!(
        found(&change, &figures, &["RD EAST 2023", "RD WEST 2023"]),
        ["from 10 in 2022 to 15 is 50 %, and -20 to 30 (%) is expected"]
    );
    let months = json!({"kind": "change", "back": "1m", "most": 30});
    let figures = [
        ("RD EAST 2022-12", 1.0),
        ("RD EAST 2023-01", 2.0),
        ("RD EAST 2023", 8.0),
    ];
    assert_eq!(
        found(&months, &figures, &["RD EAST 2023-01", "RD EAST 2023"]).len(),
        1
    );
}

#[test]
fn outliers_are_far_from_the_median_of_enough_others() {
    let history: Vec<(String, f64)> = (2015..2023)
        .map(|year| (format!("RD EAST {year}"), f64::from(year - 2010)))
        .collect();
    let mut figures: Vec<(&str, f64)> = history
        .iter()
        .map(|(at, value)| (at.as_str(), *value))
        .collect();
    figures.push(("RD EAST 2023", 800.0));
    let rule = json!({"kind": "outlier", "among": "own_history"});
    let said = found(&rule, &figures, &["RD EAST 2023", "RD EAST 2022"]);
    assert_eq!(
        said,
        [
            "800 is far from 8.5, the median of 8 earlier ones of this unit; usual is -1.8781 to 18.8781"
        ]
    );
    let more = json!({"kind": "outlier", "among": "own_history", "figures": 9});
    assert!(found(&more, &figures, &["RD EAST 2023"]).is_empty());
    let steady = json!({"kind": "outlier", "of": "change", "figures": 5});
    let said = found(&steady, &figures, &["RD EAST 2023"]);
    assert_eq!(said.len(), 1);
    assert!(
        said[0].starts_with("a change of 6566.6667% is far from"),
        "{}",
        said[0]
    );
}

#[test]
fn peers_are_those_of_the_same_period() {
    let rule = json!({"kind": "outlier", "among": "peers", "figures": 3});
    let figures = [
        ("RD EAST 2023", 90.0),
        ("RD WEST 2023", 1.0),
        ("RD NORTH 2023", 2.0),
        ("RD PORT 2023", 3.0),
    ];
    // Two peers are fewer than three, and a zone is none.
    assert!(found(&rule, &figures, &["RD EAST 2023"]).is_empty());
}

#[test]
fn patterns_are_questions_for_the_reviewer() {
    let rule = json!({"kind": "repeated", "times": 3});
    let figures = [
        ("RD EAST 2021", 7.5),
        ("RD EAST 2022", 7.5),
        ("RD EAST 2023", 7.5),
    ];
    let mut json = of_rule(&rule);
    json["audience"] = json!("reviewer");
    let findings = run(
        &[check(&json)],
        &[cell("RD EAST 2023")],
        &City::with(&figures),
    );
    let [finding] = findings.as_slice() else {
        panic!("{findings:?}");
    };
    assert_eq!(
        finding.message.en,
        "7.5 for 3 periods in a row, from 2021 on"
    );
    assert_eq!(
        (finding.severity, finding.audience),
        (Severity::Warning, Audience::Reviewer)
    );
    assert!(
        finding.remedy.zh.starts_with("请留意"),
        "{}",
        finding.remedy.zh
    );
    assert!(
        finding.remedy.en.contains("nothing is wrong"),
        "{}",
        finding.remedy.en
    );
    assert!(found(&rule, &figures[1..], &["RD EAST 2023"]).is_empty());
}

#[test]
fn round_figures_are_counted_over_a_whole_report() {
    let names: Vec<String> = (0..10).map(|it| format!("I{it} EAST 2023")).collect();
    let indicators: Vec<String> = (0..10).map(|it| format!("I{it}")).collect();
    let mut json = of_rule(&json!({"kind": "digit_preference", "decimals": 1}));
    json["audience"] = json!("reviewer");
    json["applies"]["indicators"] = json!(indicators);
    let check = check(&json);
    let at: Vec<_> = names.iter().map(|it| cell(it)).collect();
    let with = |value: &dyn Fn(usize) -> f64| {
        City::of(
            at.iter()
                .enumerate()
                .map(|(number, at)| (at.clone(), value(number))),
        )
    };
    let tens = [
        "1.5", "2.5", "3.0", "4.0", "5.5", "6.5", "7.0", "8.1", "9.2", "1.3",
    ];
    let findings = run(
        std::slice::from_ref(&check),
        &at,
        &with(&|it| tens[it].parse().unwrap()),
    );
    let [Finding { message, cells, .. }] = findings.as_slice() else {
        panic!("{findings:?}");
    };
    assert_eq!(
        message.en,
        "7 of 10 figures (70 %) end in 0 or 5; about 20 % is usual"
    );
    assert_eq!(cells.len(), 7);
    let usual = [
        "1.1", "2.5", "3.3", "4.0", "5.6", "6.7", "7.2", "8.1", "9.2", "1.3",
    ];
    assert!(
        run(
            std::slice::from_ref(&check),
            &at,
            &with(&|it| usual[it].parse().unwrap())
        )
        .is_empty()
    );
    assert!(run(std::slice::from_ref(&check), &at[..9], &with(&|_| 5.0)).is_empty());
}

#[test]
fn a_condition_is_held_once_a_report() {
    let mut json = of_rule(&json!({"kind": "holds", "condition": "RD >= BASIC"}));
    json["applies"]["indicators"] = json!(["RD", "BASIC"]);
    json["severity"] = json!("error");
    let check = check(&json);
    let at = [
        cell("RD EAST 2023"),
        cell("BASIC EAST 2023"),
        cell("BASIC WEST 2023"),
    ];
    let city = City::with(&[
        ("RD EAST 2023", 1.0),
        ("BASIC EAST 2023", 2.0),
        ("BASIC WEST 2023", 2.0),
    ]);
    let findings = run(&[check], &at, &city);
    let [finding] = findings.as_slice() else {
        panic!("{findings:?}");
    };
    assert_eq!(finding.severity, Severity::Error);
    assert_eq!(finding.cells.len(), 2);
    assert_eq!(
        finding.message.en,
        "\"Check\" does not hold (RD >= BASIC): BASIC 2023 = 2, RD 2023 = 1"
    );
}

#[test]
fn a_check_is_made_where_it_applies_and_nowhere_else() {
    let at = [
        "RD CITY 2023",
        "RD EAST 2023",
        "RD EAST 2022",
        "RD WEST 2023Q1",
        "GDP EAST 2023",
    ]
    .map(cell);
    let city = City::with(&[]);
    for (applies, cells) in [
        (json!({"indicators": ["RD"]}), 4),
        (json!({"indicators": ["RD", "GDP"]}), 5),
        (json!({"indicators": ["RD"], "unit_kinds": ["district"]}), 3),
        (json!({"indicators": ["RD"], "units": ["CITY", "WEST"]}), 2),
        (json!({"indicators": ["RD"], "period_kinds": ["year"]}), 3),
        (json!({"indicators": ["RD"], "from": "2023"}), 3),
        (json!({"indicators": ["RD"], "until": "2022"}), 1),
        (json!({"indicators": ["OTHER"]}), 0),
    ] {
        let mut json = of_rule(&json!({"kind": "required"}));
        json["applies"] = applies.clone();
        assert_eq!(run(&[check(&json)], &at, &city).len(), cells, "{applies}");
    }
}
