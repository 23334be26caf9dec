//! Whatever the figures: findings are what their rule says, in one order.

use proptest::prelude::*;
use serde_json::{Value, json};
use yanzhi_checks::{Bounds, Cell, Check, run};

use crate::city::{City, UNITS, cell, check};

fn cells() -> Vec<Cell> {
    let units = UNITS.iter().flat_map(|(unit, _)| {
        ["RD", "GDP"].into_iter().flat_map(move |indicator| {
            (2015..2024).map(move |year| cell(&format!("{indicator} {unit} {year}")))
        })
    });
    units.collect()
}

fn city() -> impl Strategy<Value = City> {
    let value = prop::option::of(prop_oneof![
        -1e3..1e6_f64,
        Just(0.0),
        Just(f64::MAX),
        (0_u16..30).prop_map(f64::from)
    ]);
    let cells = cells();
    prop::collection::vec(value, cells.len()).prop_map(move |values| {
        let known = cells.iter().zip(values);
        City::of(known.filter_map(|(cell, value)| Some((cell.clone(), value?))))
    })
}

fn every_rule() -> Vec<Check> {
    let rules = [
        json!({"kind": "range", "least": 0, "most": 20}),
        json!({"kind": "required"}),
        json!({"kind": "sum_of_parts", "parts": ["GDP"]}),
        json!({"kind": "sum_of_children", "unit_kind": "district"}),
        json!({"kind": "ratio", "to": "GDP", "least": 0.5}),
        json!({"kind": "change", "least": -10, "most": 10}),
        json!({"kind": "outlier", "among": "own_history", "figures": 3}),
        json!({"kind": "outlier", "of": "change", "figures": 3}),
        json!({"kind": "holds", "condition": "growth(RD, 1y) < 50 or RD / GDP > 2"}),
    ];
    let of = |(number, rule): (usize, &Value)| {
        check(&json!({
            "code": format!("C{number}"),
            "name": {"zh": "检查", "en": "Check"},
            "applies": {"indicators": ["RD"]},
            "rule": rule,
        }))
    };
    rules.iter().enumerate().map(of).collect()
}

fn lies_within(value: f64, Bounds { least, most }: Bounds) -> bool {
    least.is_none_or(|least| value >= least) && most.is_none_or(|most| value <= most)
}

proptest! {
    #[test]
    fn a_finding_lies_outside_of_what_it_says_is_expected(city in city()) {
        let checks = every_rule();
        let findings = run(&checks, &cells(), &city);
        for finding in &findings {
            prop_assert!(!finding.cells.is_empty());
            prop_assert!(finding.cells[0].indicator.as_str() == "RD");
            prop_assert!(!finding.message.zh.contains("NaN") && !finding.message.en.contains("inf"), "{finding:?}");
            if let (Some(value), true) = (finding.value, finding.expected != Bounds::default()) {
                prop_assert!(!lies_within(value, finding.expected), "{finding:?}");
            }
        }
        let mut backwards = cells();
        backwards.reverse();
        backwards.extend(cells());
        prop_assert_eq!(run(&checks, &backwards, &city), findings);
    }

    #[test]
    fn nothing_typed_makes_reading_panic(text in "\\PC*", number in any::<f64>(), word in "[a-z_]{1,12}") {
        for json in [
            json!(text),
            json!({"code": text, "rule": {"kind": word, "least": number}}),
            json!({"code": "C", "name": {"zh": text, "en": text}, "applies": {"indicators": [text]}, "rule": {"kind": "holds", "condition": text}}),
        ] {
            if let Err(flaws) = Check::from_value(&json) {
                prop_assert!(!flaws.is_empty());
            }
        }
    }
}
