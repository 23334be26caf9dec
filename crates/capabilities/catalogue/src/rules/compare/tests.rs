use serde_json::json;
use yanzhi_kernel::{Direction, Frequency, IndicatorClass, Text};

use super::*;
use NodeDifference::{Added, Moved, Removed, Renamed, Reordered, Reweighted, ShareChanged};

fn node(code: &str, parent: &str, weight: f64) -> DraftNode {
    DraftNode {
        code: code.into(),
        parent: (!parent.is_empty()).then(|| parent.into()),
        indicator: None,
        name: Text::same(code),
        weight,
    }
}

fn content(nodes: Vec<DraftNode>) -> DraftContent {
    DraftContent {
        nodes,
        ..DraftContent::empty()
    }
}

fn before() -> Vec<DraftNode> {
    vec![
        node("I", "", 1.0),
        node("A", "I", 1.0),
        node("B", "I", 1.0),
        node("A1", "A", 1.0),
        node("A2", "A", 1.0),
        node("A3", "A", 2.0),
    ]
}

fn changes(after: Vec<DraftNode>) -> Vec<(String, Vec<NodeDifference>)> {
    let none = BTreeMap::new();
    let (before, after) = (content(before()), content(after));
    let side = |content| Compared {
        content,
        definitions: &none,
    };
    let found = compare(side(&before), side(&after));
    assert!(found.method.is_empty() && found.scoring.is_empty() && found.definitions.is_empty());
    let found = found.nodes.into_iter();
    found.map(|it| (it.code, it.differences)).collect()
}

#[test]
fn the_same_tree_differs_in_nothing() {
    assert_eq!(changes(before()), []);
}

#[test]
fn a_moved_node_shifts_the_shares_of_those_it_leaves_and_joins() {
    let mut after = before();
    after[5].parent = Some("B".into());
    let expected = [
        ("A1".to_owned(), vec![ShareChanged]),
        ("A2".to_owned(), vec![ShareChanged]),
        ("A3".to_owned(), vec![Moved, ShareChanged]),
    ];
    assert_eq!(changes(after), expected);
}

#[test]
fn a_weight_is_reported_where_it_was_changed_and_shares_wherever_they_follow() {
    let mut after = before();
    after[1].weight = 3.0;
    let expected = [
        ("A".to_owned(), vec![Reweighted, ShareChanged]),
        ("B".to_owned(), vec![ShareChanged]),
        ("A1".to_owned(), vec![ShareChanged]),
        ("A2".to_owned(), vec![ShareChanged]),
        ("A3".to_owned(), vec![ShareChanged]),
    ];
    assert_eq!(changes(after), expected);
}

#[test]
fn what_is_added_or_taken_out_does_not_reorder_the_rest() {
    let mut after = before();
    after.remove(3);
    after.insert(3, node("A0", "A", 1.0));
    after[1].name = Text::same("Alpha");
    let expected = [
        ("A".to_owned(), vec![Renamed]),
        ("A0".to_owned(), vec![Added]),
        ("A1".to_owned(), vec![Removed]),
    ];
    assert_eq!(changes(after), expected);
    let mut swapped = before();
    swapped.swap(3, 4);
    let expected = [
        ("A2".to_owned(), vec![Reordered]),
        ("A1".to_owned(), vec![Reordered]),
    ];
    assert_eq!(changes(swapped), expected);
}

#[test]
fn methods_differ_leaf_by_leaf_and_numbers_by_value() {
    let before =
        json!({ "steps": [{ "step": "normalise", "cap": 1.0, "scale": 100 }, { "step": "rank" }] });
    let after = json!({ "steps": [{ "step": "normalise", "cap": 1, "scale": 10, "floor": null }] });
    let found = values(&before, &after);
    let said: Vec<&str> = found.iter().map(|it| it.path.as_str()).collect();
    assert_eq!(said, ["steps[0].scale", "steps[1].step"]);
    assert_eq!(
        (&found[0].before, &found[0].after),
        (&Some(json!(100.0)), &Some(json!(10.0)))
    );
    assert_eq!(found[1].after, None);
}

#[test]
fn a_definition_is_compared_where_a_tree_uses_it() {
    let details = |code: &str, unit: &str| IndicatorDetails {
        code: code.parse().unwrap(),
        name: Text::same(code),
        measure_unit: Text::same(unit),
        direction: Direction::HigherIsBetter,
        class: IndicatorClass::Expected,
        frequency: Frequency::Yearly,
        owner: None,
        decimals: 1,
        definition: Text::default(),
        formula: Text::default(),
        source: None,
    };
    let all = |unit: &str| -> BTreeMap<Code, IndicatorDetails> {
        let both = ["RD", "UNUSED"].map(|code| (code.parse().unwrap(), details(code, unit)));
        BTreeMap::from(both)
    };
    let (was, is) = (all("%"), all("‰"));
    let mut nodes = before();
    nodes[3].indicator = Some("RD".into());
    let content = content(nodes);
    let side = |definitions| Compared {
        content: &content,
        definitions,
    };
    let found = compare(side(&was), side(&is));
    assert_eq!(found.definitions.len(), 1);
    assert_eq!(found.definitions[0].indicator.as_str(), "RD");
    assert_eq!(found.definitions[0].fields.len(), 1);
    assert_eq!(found.definitions[0].fields[0].field, "measure_unit");
}
