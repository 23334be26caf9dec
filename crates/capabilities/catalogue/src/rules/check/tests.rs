use serde_json::json;
use yanzhi_kernel::{Direction, Frequency, Id, IndicatorClass, Timestamp, UnitKind};
use yanzhi_organisations::{NewUnit, Unit};

use super::*;
use crate::{DraftContent, DraftNode, DraftScoring, Indicator, IndicatorDetails};

fn indicator(code: &str, retired: bool) -> IndicatorRecord {
    let details = IndicatorDetails {
        code: code.parse().unwrap(),
        name: Text::same(code),
        measure_unit: Text::same("%"),
        direction: Direction::HigherIsBetter,
        class: IndicatorClass::Expected,
        frequency: Frequency::Yearly,
        owner: None,
        decimals: 1,
        definition: Text::default(),
        formula: Text::default(),
        source: None,
    };
    IndicatorRecord {
        indicator: Indicator {
            id: Id::from_uuid(uuid::Uuid::from_u128(1)),
            details,
        },
        version: 1,
        retired_at: retired.then(|| Timestamp::from_micros(0).unwrap()),
    }
}

fn unit(code: &str) -> Unit {
    let details = NewUnit {
        code: code.parse().unwrap(),
        parent: None,
        name: Text::same(code),
        short_name: Text::same(code),
        kind: UnitKind::District,
        group: None,
        gb2260: None,
        tile: None,
        note: None,
    };
    Unit {
        id: Id::from_uuid(uuid::Uuid::from_u128(2)),
        details,
    }
}

fn node(code: &str, parent: &str, weight: f64) -> DraftNode {
    let is_leaf = code.len() > 1;
    DraftNode {
        code: code.into(),
        parent: (!parent.is_empty()).then(|| parent.into()),
        indicator: is_leaf.then(|| code.into()),
        name: if is_leaf {
            Text::default()
        } else {
            Text::same(code)
        },
        weight,
    }
}

fn sound() -> Draft {
    let now = Timestamp::from_micros(0).unwrap();
    Draft {
        id: Id::from_uuid(uuid::Uuid::from_u128(3)),
        version: "2024".into(),
        copy_of: None,
        content: DraftContent {
            nodes: vec![
                node("I", "", 1.0),
                node("RD", "I", 60.0),
                node("STAFF", "I", 40.0),
            ],
            method: json!({ "steps": [
                { "step": "normalise", "rule": "standard_ratio", "scale": 100.0, "indicators": {
                    "RD": { "standard": 2.5 }, "STAFF": { "standard": 100.0 } } },
                { "step": "weight", "rule": "given" },
                { "step": "aggregate", "rule": "arithmetic" },
                { "step": "rank" } ] }),
            scoring: DraftScoring {
                caliber: "ALL".into(),
                unit_kinds: vec!["district".into()],
                period_kind: "year".into(),
            },
        },
        revision: 1,
        created_at: now,
        edited_at: now,
        editors: Vec::new(),
    }
}

/// `part place code` of all that is found in a changed draft, and whether it could be published.
fn found(change: impl FnOnce(&mut Draft)) -> (Vec<String>, bool) {
    let mut draft = sound();
    change(&mut draft);
    let all = [
        indicator("RD", false),
        indicator("STAFF", false),
        indicator("OLD", true),
    ];
    let indicators: BTreeMap<Code, IndicatorRecord> = all
        .into_iter()
        .map(|it| (it.indicator.details.code.clone(), it))
        .collect();
    let all = Caliber {
        code: "ALL".parse().unwrap(),
        name: Text::same("all"),
        definition: Text::default(),
    };
    let directory = Directory {
        units: [("A".parse().unwrap(), unit("A"))].into(),
        groups: BTreeMap::new(),
    };
    let checked = check(
        &draft,
        Known {
            indicators: &indicators,
            calibers: &[(all.code.clone(), all)].into(),
            directory: &directory,
        },
    );
    let said = checked.findings.iter().map(|it| {
        assert!(!it.what.zh.is_empty() && !it.what.en.is_empty());
        assert!(!it.remedy.zh.is_empty() && !it.remedy.en.is_empty());
        let place = it.place.as_deref().unwrap_or("-");
        format!("{} {place} {}", it.part.as_str(), it.code)
    });
    (said.collect(), checked.content.is_some())
}

#[test]
fn a_sound_draft_becomes_content_in_tree_order() {
    assert_eq!(found(|_| ()), (vec![], true));
    // Parents may come after their children.
    assert_eq!(found(|draft| draft.content.nodes.reverse()), (vec![], true));
}

type Change = fn(&mut Draft);

/// What is changed in the tree, and what is found then.
const IN_THE_TREE: &[(Change, &[&str])] = &[
    (
        |it| it.content.nodes[1].indicator = Some("OLD".into()),
        &["tree RD indicator_retired"],
    ),
    (
        |it| it.content.nodes[1].indicator = Some("RDD".into()),
        &["tree RD indicator_unknown"],
    ),
    (
        |it| it.content.nodes[1].weight = 0.0,
        &["tree RD weight_zero"],
    ),
    (
        |it| it.content.nodes[1].weight = -1.0,
        &["tree RD framework_weight"],
    ),
    (
        |it| it.content.nodes[1].parent = Some("GONE".into()),
        &["tree RD"],
    ),
    (
        |it| it.content.nodes[1].parent = None,
        &["tree RD framework_many_roots"],
    ),
    (
        |it| it.content.nodes[1].code = "a b".into(),
        &["tree a b code_invalid"],
    ),
    (
        |it| it.content.nodes[1].indicator = None,
        &["tree RD name_missing", "tree RD framework_leaf"],
    ),
    (
        |it| it.content.nodes[0].name = Text::default(),
        &["tree I name_missing"],
    ),
    (|it| it.content.nodes.clear(), &["tree - framework_empty"]),
];

/// What is changed elsewhere, and what is found then.
const ELSEWHERE: &[(Change, &[&str])] = &[
    (
        |it| it.content.scoring.caliber = "X".into(),
        &["scoring caliber caliber_unknown"],
    ),
    (
        |it| it.content.scoring.unit_kinds = vec!["town".into()],
        &[
            "scoring unit_kinds word_unknown",
            "scoring unit_kinds no_scored_units",
        ],
    ),
    (
        |it| it.content.scoring.period_kind = String::new(),
        &["scoring period_kind word_unknown"],
    ),
    (
        |it| it.content.method = json!({ "steps": [{ "step": "rank", "tie": "x" }] }),
        &["method steps[0].tie key_unknown"],
    ),
    (|it| it.content.method = json!("nothing"), &["method"]),
    (
        |it| it.content.method["steps"][0]["indicators"]["RD"]["standard"] = json!(-1.0),
        &["method steps[0].indicators.RD.standard method_parameter"],
    ),
];

#[test]
fn everything_that_is_wrong_is_found_with_its_place() {
    let cases = IN_THE_TREE.iter().chain(ELSEWHERE);
    for (number, (change, expected)) in cases.enumerate() {
        let (said, is_sound) = found(change);
        assert!(!is_sound, "case {number}: {said:?}");
        for wanted in *expected {
            let is_said = said.iter().any(|it| it.starts_with(wanted));
            assert!(is_said, "case {number}: {wanted} is not in {said:?}");
        }
    }
}

#[test]
fn weights_that_sum_to_something_odd_are_worth_a_look_only() {
    let (said, is_sound) = found(|draft| draft.content.nodes[1].weight = 50.0);
    assert_eq!(
        (said, is_sound),
        (vec!["tree I weights_not_whole".to_owned()], true)
    );
}
