//! Lifts by hand.

use super::*;
use crate::testing::{Rows, flat, frame, method};

const RATIO: &str = "[[steps]]\nstep = 'normalise'\nrule = 'standard_ratio'\nstandard = 10\n";
const MIN_MAX: &str = "[[steps]]\nstep = 'normalise'\nrule = 'min_max'\n";
const MEAN: &str = "[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'\n";

const THREE: Rows<'_> = &[
    &[Some(2.0), Some(6.0)],
    &[Some(8.0), Some(4.0)],
    &[Some(4.0), Some(2.0)],
];

fn lifts(columns: [&str; 2], rows: Rows<'_>, steps: &str, aim: &Aim) -> Result<Lifts, WhatIfError> {
    let bare = columns.map(|it| it.trim_start_matches('-'));
    let tree = flat(&[(bare[0], 1.0), (bare[1], 1.0)]);
    let steps = method(&format!("{steps}{MEAN}"));
    lift(&frame(&columns, &[rows]), &tree, &steps, aim, &())
}

fn figure(found: &Lift) -> f64 {
    match found.ascent {
        Ascent::Attained { figure, .. } => figure,
        _ => panic!("{found:?}"),
    }
}

#[test]
fn the_figure_that_draws_level_is_found() {
    // Scores 40, 60, 30: A needs 60, so 6 in x; y reaches its cap of 10 and 60 at once.
    let found = lifts(["x", "y"], THREE, RATIO, &Aim::new("A", 1)).unwrap();
    assert_eq!((found.rank_now, found.rank_asked), (Some(2), 1));
    assert!((figure(&found.lifts[0]) - 6.0).abs() < 1e-7, "{found:?}");
    assert!((figure(&found.lifts[1]) - 10.0).abs() < 1e-7, "{found:?}");
}

#[test]
fn a_moving_maximum_is_accounted_for() {
    // Min–max: A (0 + 100)/2 = 50, B (100 + 50)/2 = 75. With y above 6 A stays at 100 and B's
    // 4 counts (4−2)/(y−2)·100, which is above A's 50·2 − 100 = 0 for any y: never level.
    let found = lifts(["x", "y"], THREE, MIN_MAX, &Aim::new("A", 1)).unwrap();
    let Ascent::NotAttainable { best_rank, reason } = &found.lifts[1].ascent else {
        panic!("{found:?}")
    };
    assert_eq!(*best_rank, Some(2));
    assert!(matches!(reason, Obstacle::NoEffect), "{reason:?}");
    // x: the minimum becomes 4 as soon as A passes C. Then A has (x−4)/4·100 and 100, B 100 and 50:
    // level where x = 6.
    assert!((figure(&found.lifts[0]) - 6.0).abs() < 1e-7, "{found:?}");
}

#[test]
fn less_is_sought_where_less_is_better() {
    // x counts 0, 100, 33 and y (6, 4, 2, the less the better) 0, 50, 100. With y = 2 A has 100 there and
    // B, now the worst, 0: both have 50.
    let aim = Aim::new("A", 2).by("y");
    let found = lifts(["x", "-y"], THREE, MIN_MAX, &aim).unwrap();
    assert!((figure(&found.lifts[0]) - 2.0).abs() < 1e-7, "{found:?}");
}

#[test]
fn a_cap_is_a_reason() {
    // C has 40 and 20: at the cap of x it has 60, level with B.
    let found = lifts(["x", "y"], THREE, RATIO, &Aim::new("C", 1).by("x")).unwrap();
    assert!((figure(&found.lifts[0]) - 10.0).abs() < 1e-7);
    let rows: Rows<'_> = &[THREE[0], &[Some(9.0), Some(4.0)], THREE[2]];
    let found = lifts(["x", "y"], rows, RATIO, &Aim::new("C", 1).by("x")).unwrap();
    let Ascent::NotAttainable { best_rank, reason } = &found.lifts[0].ascent else {
        panic!("{found:?}")
    };
    let Obstacle::Capped { from } = reason else {
        panic!("{reason:?}")
    };
    assert!(*best_rank == Some(2) && *from >= 10.0, "{reason:?}");
}

#[test]
fn limits_and_refusals_are_reasons() {
    let mut aim = Aim::new("A", 1).by("x");
    let limits = Limits {
        least: None,
        most: Some(5.0),
    };
    aim.limits.insert("x".into(), limits);
    let found = lifts(["x", "y"], THREE, RATIO, &aim).unwrap();
    let reason = Obstacle::Limit { figure: 5.0 };
    let best_rank = Some(2);
    assert_eq!(
        found.lifts[0].ascent,
        Ascent::NotAttainable { best_rank, reason }
    );
    // Without a cap, 10/x grows without limit down to 0, where it cannot be computed.
    let steps =
        "[[steps]]\nstep = 'normalise'\nrule = 'standard_ratio'\nstandard = 10\ncap = 100\n";
    let found = lifts(["-x", "y"], THREE, steps, &Aim::new("C", 1).by("x")).unwrap();
    // A 500 and 60; C needs 540, so x = 10/5.4.
    assert!(
        (figure(&found.lifts[0]) - 10.0 / 5.4).abs() < 1e-7,
        "{found:?}"
    );
}

#[test]
fn the_edge_of_what_can_be_computed_is_approached() {
    let steps =
        "[[steps]]\nstep = 'normalise'\nrule = 'standard_ratio'\nstandard = 10\ncap = 1e6\n";
    let rows: Rows<'_> = &[&[Some(0.001), Some(6.0)], &[Some(8.0), Some(4.0)]];
    // B needs about 0.001 too, from 8: far closer to 0 than a doubling steps.
    let found = lifts(["-x", "y"], rows, steps, &Aim::new("B", 1).by("x")).unwrap();
    let x = figure(&found.lifts[0]);
    assert!(x > 0.000_99 && x < 0.001, "{x}");
}

#[test]
fn what_is_there_and_what_is_missing_are_answers() {
    let found = lifts(["x", "y"], THREE, RATIO, &Aim::new("B", 1)).unwrap();
    assert!(
        found
            .lifts
            .iter()
            .all(|it| it.ascent == Ascent::AlreadyThere)
    );
    let rows: Rows<'_> = &[&[None, Some(3.0)], THREE[1]];
    let found = lifts(["x", "y"], rows, RATIO, &Aim::new("A", 1).by("x")).unwrap();
    let reason = Obstacle::NoFigure;
    let best_rank = Some(2);
    assert_eq!(
        found.lifts[0].ascent,
        Ascent::NotAttainable { best_rank, reason }
    );
}

#[test]
fn slips_are_named() {
    let error = |aim: &Aim| lifts(["x", "y"], THREE, RATIO, aim).unwrap_err().code();
    assert_eq!(error(&Aim::new("Z", 1)), "unknown_unit");
    assert_eq!(error(&Aim::new("A", 1).by("w")), "unknown_indicator");
    assert_eq!(error(&Aim::new("A", 0)), "unknown_rank");
    assert_eq!(error(&Aim::new("A", 4)), "unknown_rank");
    for tolerance in [0.0, 1.0, -1.0, f64::NAN] {
        let aim = Aim {
            tolerance,
            ..Aim::new("A", 1)
        };
        assert_eq!(error(&aim), "tolerance");
    }
    let mut aim = Aim::new("A", 1);
    let limits = Limits {
        least: Some(2.0),
        most: Some(1.0),
    };
    aim.limits.insert("x".into(), limits);
    assert_eq!(error(&aim), "limits");
}
