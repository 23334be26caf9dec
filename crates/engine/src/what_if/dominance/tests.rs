//! Dominance by hand.

use super::*;
use crate::compute;
use crate::framework::{Framework, Node};
use crate::testing::{Rows, average, flat, frame, method};

const THREE: Rows<'_> = &[
    &[Some(90.0), Some(60.0)],
    &[Some(70.0), Some(48.0)],
    &[Some(40.0), Some(80.0)],
];

fn two(rows: Rows<'_>) -> Index {
    average(
        &frame(&["x", "y"], &[rows]),
        &flat(&[("x", 1.0), ("y", 1.0)]),
        "",
    )
}

fn ask(index: &Index, bounds: &WeightBounds) -> Result<Dominance, WhatIfError> {
    dominance(index, bounds, &Focus::default(), &())
}

fn order(heavier: &str, lighter: &str) -> WeightBounds {
    WeightBounds {
        order: vec![Order {
            heavier: heavier.into(),
            lighter: lighter.into(),
        }],
        ..WeightBounds::default()
    }
}

#[test]
fn an_order_of_importance_decides_a_pair() {
    // With the share s on x: A 60 + 30s, B 48 + 22s, C 80 − 40s, level with B at 0.516 and with A at 0.286.
    let found = ask(&two(THREE), &order("x", "y")).unwrap();
    assert!(found.necessary[0][2] && found.possible[2][1] && !found.necessary[2][1]);
    assert_eq!(
        (found.ranks[0].best.attained, found.ranks[0].worst.bound),
        (1, 1)
    );
    let found = ask(&two(THREE), &order("y", "x")).unwrap();
    assert!(found.necessary[2][1], "{found:?}");
    assert!(found.possible[2][0] && found.possible[0][2]);
}

#[test]
fn bounds_of_one_node_bind_its_siblings() {
    let mut bounds = WeightBounds::default();
    let limits = ShareBounds {
        least: 0.0,
        most: 0.2,
    };
    bounds.nodes.insert("x".into(), limits);
    // y has 0.8 at least: A 66, B 52.4, C 72 at that end, and C further ahead beyond.
    let found = ask(&two(THREE), &bounds).unwrap();
    assert!(found.necessary[2][0] && found.necessary[0][1]);
    // The weights as they are (0.5) are not within the bounds, so that rank is not attainable.
    let a = &found.ranks[0];
    assert_eq!((a.rank, a.best.bound, a.best.attained), (1, 2, 2));
}

#[test]
fn nested_shares_are_chosen_level_by_level() {
    let tree = Framework::new(vec![
        Node::root("index"),
        Node::branch("d", "index", 1.0),
        Node::leaf("x", "d", 1.0),
        Node::leaf("y", "d", 1.0),
        Node::leaf("z", "index", 1.0),
    ])
    .unwrap();
    let rows: Rows<'_> = &[
        &[Some(8.0), Some(0.0), Some(5.0)],
        &[Some(6.0), Some(2.0), Some(6.0)],
    ];
    let index = average(&frame(&["x", "y", "z"], &[rows]), &tree, "");
    // Shares of x from 0.4 to 0.6 and of d likewise. A − B: in d 2·0.6 − 2·0.4 = 0.4 at best, in z −1;
    // at best 0.6·0.4 − 0.4 = −0.16.
    let found = ask(&index, &WeightBounds::within(0.2)).unwrap();
    assert!(found.necessary[1][0] && !found.possible[0][1]);
    let found = ask(&index, &WeightBounds::default()).unwrap();
    assert!(found.possible[0][1]);
}

#[test]
fn units_that_are_level_beat_nobody() {
    let rows: Rows<'_> = &[THREE[0], THREE[0], THREE[1]];
    let found = ask(&two(rows), &WeightBounds::default()).unwrap();
    assert!(!found.possible[0][1] && !found.possible[1][0]);
    assert_eq!(found.ranks[1].best, RankLimit::between(1, 1));
    assert_eq!(found.ranks[1].worst, RankLimit::between(1, 1));
    assert!(
        found
            .ranks
            .iter()
            .enumerate()
            .all(|(unit, _)| !found.possible[unit][unit])
    );
}

#[test]
fn a_bound_that_no_weights_reach_is_not_called_exact() {
    // Each of the others passes A somewhere, never both at once, and A is never first either.
    let rows: Rows<'_> = &[
        &[Some(4.0), Some(4.0)],
        &[Some(9.0), Some(0.0)],
        &[Some(0.0), Some(9.0)],
    ];
    let found = ask(&two(rows), &WeightBounds::default()).unwrap();
    let a = &found.ranks[0];
    assert_eq!(
        (a.best.bound, a.best.attained, a.best.is_exact),
        (1, 2, false)
    );
    assert_eq!(
        (a.worst.bound, a.worst.attained, a.worst.is_exact),
        (3, 3, true)
    );
}

#[test]
fn units_with_gaps_are_left_out_by_name() {
    let rows: Rows<'_> = &[THREE[0], &[Some(1.0), None], THREE[2]];
    let found = ask(&two(rows), &WeightBounds::default()).unwrap();
    assert_eq!(
        (found.units, found.left_out),
        (vec!["A".into(), "C".into()], vec!["B".into()])
    );
    assert_eq!(found.ranks[1].rank, 2);
    let nobody: Rows<'_> = &[&[None, None], &[Some(1.0), None]];
    let found = ask(&two(nobody), &WeightBounds::default()).unwrap();
    assert_eq!(
        (found.units.len(), found.ranks.len(), found.left_out.len()),
        (0, 0, 2)
    );
}

#[test]
fn only_linear_scores_are_judged() {
    let text = "[[steps]]\nstep = 'aggregate'\nrule = 'geometric'\n";
    let tree = flat(&[("x", 1.0), ("y", 1.0)]);
    let index = compute(&frame(&["x", "y"], &[THREE]), &tree, &method(text)).unwrap();
    let error = ask(&index, &WeightBounds::default()).unwrap_err();
    assert_eq!(error.code(), "not_linear");
    assert!(error.to_string().contains("use `arithmetic`"));
    // A single indicator has a score that no weight changes.
    let focus = Focus::default().at_node("x");
    let found = dominance(&index, &WeightBounds::default(), &focus, &()).unwrap();
    assert!(found.necessary[0][1] && found.necessary[1][2]);
}

#[test]
fn bad_bounds_are_named() {
    let index = two(THREE);
    let code = |bounds: &WeightBounds| ask(&index, bounds).unwrap_err().code();
    for spread in [-0.1, f64::NAN, f64::INFINITY] {
        assert_eq!(code(&WeightBounds::within(spread)), "spread");
    }
    let with = |node: &str, least, most| {
        let mut bounds = WeightBounds::default();
        bounds
            .nodes
            .insert(node.into(), ShareBounds { least, most });
        bounds
    };
    assert_eq!(code(&with("w", 0.0, 1.0)), "unknown_node");
    assert_eq!(code(&with("index", 0.0, 1.0)), "weight_of_root");
    assert_eq!(code(&with("x", 0.5, 0.4)), "share_bounds");
    assert_eq!(code(&with("x", f64::NAN, 0.4)), "share_bounds");
    assert_eq!(code(&order("x", "index")), "not_siblings");
    assert_eq!(code(&order("x", "x")), "not_siblings");
    let mut contradiction = order("x", "y");
    let limits = ShareBounds {
        least: 0.0,
        most: 0.4,
    };
    contradiction.nodes.insert("x".into(), limits);
    assert_eq!(code(&contradiction), "no_weights");
}

#[test]
fn one_indicator_and_weights_of_0_are_judged() {
    let rows: Rows<'_> = &[&[Some(1.0)], &[Some(2.0)]];
    let index = average(&frame(&["x"], &[rows]), &flat(&[("x", 1.0)]), "");
    assert!(ask(&index, &WeightBounds::default()).unwrap().necessary[1][0]);
    let tree = flat(&[("x", 1.0), ("y", 0.0)]);
    let index = average(&frame(&["x", "y"], &[THREE]), &tree, "");
    // A spread of nothing is nothing: x keeps all the weight.
    assert!(ask(&index, &WeightBounds::within(0.5)).unwrap().necessary[0][2]);
}

#[test]
fn points_added_after_the_aggregation_stay() {
    let text = "[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'\n[[steps]]\nstep = 'adjust'\n\
                items = [{ item = 'award', kind = 'bonus' }]\n\
                entries = [{ item = 'award', unit = 'B', points = 25.0, reason = 'first' }]\n";
    let tree = flat(&[("x", 1.0), ("y", 1.0)]);
    let index = compute(&frame(&["x", "y"], &[THREE]), &tree, &method(text)).unwrap();
    // With 25 more B has 73 + 22s against A's 60 + 30s.
    let found = ask(&index, &WeightBounds::default()).unwrap();
    assert!(found.necessary[1][0] && !found.possible[0][1]);
    assert_eq!((found.ranks[1].rank, found.ranks[0].best.bound), (1, 2));
}
