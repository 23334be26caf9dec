//! Turning points by hand.

use super::*;
use crate::testing::{Rows, flat, frame, method};

const THREE: Rows<'_> = &[
    &[Some(80.0), Some(20.0), Some(50.0)],
    &[Some(20.0), Some(60.0), Some(60.0)],
    &[Some(40.0), Some(10.0), Some(10.0)],
];

fn points(rows: Rows<'_>, weights: [f64; 3], rule: &str) -> Result<TurningPoints, WhatIfError> {
    let tree = flat(&[("x", weights[0]), ("y", weights[1]), ("z", weights[2])]);
    let text = format!("[[steps]]\nstep = 'aggregate'\nrule = '{rule}'\n");
    let frame = frame(&["x", "y", "z"], &[rows]);
    let focus = Focus::default();
    turning_points(&frame, &tree, &method(&text), &Parts::Every, &focus, &())
}

#[test]
fn lines_are_intersected() {
    // Share s on x, the rest even: A 35 + 45s, B 60 − 40s. Level at 25/85.
    let found = points(THREE, [2.0, 1.0, 1.0], "arithmetic").unwrap();
    let x = &found.nodes[0];
    assert_eq!((found.leaders[0].as_str(), x.found), ("A", Found::Exact));
    let down = x.down.as_ref().unwrap();
    assert!((down.share - 25.0 / 85.0).abs() < 1e-12, "{down:?}");
    assert!(
        (down.weight.unwrap() - 2.0 * 25.0 / 60.0).abs() < 1e-12,
        "{down:?}"
    );
    assert_eq!(
        (down.leaders.as_slice(), &x.up),
        (&["B".to_owned()][..], &None)
    );
}

#[test]
fn what_is_not_linear_is_bisected() {
    let rows: Rows<'_> = &[&[Some(4.0), Some(16.0), Some(1.0)], &[Some(10.0); 3]];
    // ln A = s·ln 4 + (1−s)·ln 16 with nothing on z; level with 10 at s = ln 1.6 ÷ ln 4.
    let found = points(rows, [1.0, 3.0, 0.0], "geometric").unwrap();
    let x = &found.nodes[0];
    assert_eq!(x.found, Found::Bisection);
    let up = x.up.as_ref().unwrap();
    let exact = 1.6_f64.ln() / 4.0_f64.ln();
    assert!(
        (up.share - exact).abs() <= 2.0 * SHARE_TOLERANCE,
        "{up:?}, not {exact}"
    );
    assert_eq!(
        (up.leaders.as_slice(), &x.down),
        (&["B".to_owned()][..], &None)
    );
}

#[test]
fn a_sibling_missing_for_some_is_not_linear() {
    let rows: Rows<'_> = &[&[Some(80.0), None, Some(10.0)], THREE[1], THREE[2]];
    let found = points(rows, [2.0, 1.0, 1.0], "arithmetic").unwrap();
    assert_eq!(found.nodes[0].found, Found::Bisection);
    // A: (80s + 10(1−s)/2) ÷ (s + (1−s)/2) = (150s + 10)/(1 + s); B: 60 − 40s.
    let down = found.nodes[0].down.as_ref().unwrap().share;
    let gap = (150.0 * down + 10.0) / (1.0 + down) - (60.0 - 40.0 * down);
    assert!(gap.abs() < 1e-6, "{gap} at {down}");
}

#[test]
fn leaders_who_are_level_have_no_room() {
    let rows: Rows<'_> = &[
        &[Some(8.0), Some(2.0), Some(5.0)],
        &[Some(2.0), Some(8.0), Some(5.0)],
    ];
    let found = points(rows, [1.0, 1.0, 1.0], "arithmetic").unwrap();
    let x = &found.nodes[0];
    assert_eq!(found.leaders, ["A", "B"]);
    let (down, up) = (x.down.as_ref().unwrap(), x.up.as_ref().unwrap());
    assert!((down.share - x.share).abs() < 1e-12 && (up.share - x.share).abs() < 1e-12);
    assert_eq!(
        (down.leaders[0].as_str(), up.leaders[0].as_str()),
        ("B", "A")
    );
    // Both have 5 in z: its weight changes nothing.
    assert_eq!((&found.nodes[2].down, &found.nodes[2].up), (&None, &None));
}

#[test]
fn one_indicator_alone_has_no_share_to_give() {
    let found = points(THREE, [1.0, 0.0, 0.0], "arithmetic").unwrap();
    assert_eq!(found.nodes[0].found, Found::Alone);
    assert_eq!(found.nodes[1].found, Found::Exact); // from 0 upwards
    let up = found.nodes[1].up.as_ref().unwrap();
    assert!((up.share - 0.6).abs() < 1e-12, "{up:?}"); // 80 − 60s and 20 + 40s
}

#[test]
fn nothing_to_lead_and_nodes_elsewhere_are_refused() {
    let rows: Rows<'_> = &[&[None; 3], &[None; 3]];
    let error = points(rows, [1.0; 3], "arithmetic").unwrap_err();
    assert_eq!(error.code(), "no_scores");
    let tree = flat(&[("x", 1.0), ("y", 1.0), ("z", 1.0)]);
    let text = "[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'\n";
    let error = turning_points(
        &frame(&["x", "y", "z"], &[THREE]),
        &tree,
        &method(text),
        &Parts::Named(vec!["x".into()]),
        &Focus::default().at_node("y"),
        &(),
    );
    assert_eq!(error.unwrap_err().code(), "not_under");
}

#[test]
fn points_added_after_the_aggregation_stay() {
    let text = "[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'\n[[steps]]\nstep = 'adjust'\n\
                items = [{ item = 'award', kind = 'bonus', indicator = 'x', points = 0.1 }]\n";
    let tree = flat(&[("x", 2.0), ("y", 1.0), ("z", 1.0)]);
    let frame = frame(&["x", "y", "z"], &[THREE]);
    let focus = Focus::default();
    let which = Parts::Named(vec!["x".into()]);
    let found = turning_points(&frame, &tree, &method(text), &which, &focus, &()).unwrap();
    // A has 8 more, B 2: 43 + 45s and 62 − 40s, level at 19/85.
    let down = found.nodes[0].down.as_ref().unwrap();
    assert!((down.share - 19.0 / 85.0).abs() < 1e-12, "{down:?}");
}
