//! Changes taken apart by hand.

use super::*;
use crate::compute;
use crate::testing::{Rows, flat, frame, method};

fn run(rule: &str, rows: Rows<'_>, weights: &[(&str, f64)]) -> Index {
    let text = format!("[[steps]]\nstep = 'aggregate'\nrule = '{rule}'\n");
    compute(
        &frame(&["x", "y", "z"], &[rows]),
        &flat(weights),
        &method(&text),
    )
    .unwrap()
}

const EVEN: &[(&str, f64)] = &[("x", 1.0), ("y", 1.0), ("z", 2.0)];

fn points(found: &Causes) -> Vec<(&str, By, f64)> {
    let causes = found.causes.iter();
    causes.map(|it| (&*it.node, it.by, it.points)).collect()
}

fn assert_sums(found: &Causes) {
    let sum: f64 = found.causes.iter().map(|it| it.points).sum();
    let change = found.score_change.unwrap();
    assert!((sum - change).abs() < 1e-12, "{sum} {change} {found:#?}");
}

#[test]
fn a_figure_moves_by_its_weight() {
    let before = run("arithmetic", &[&[Some(8.0), Some(4.0), Some(6.0)]], EVEN);
    let after = run("arithmetic", &[&[Some(4.0), Some(4.0), Some(9.0)]], EVEN);
    let found = causes(&before, &after, "A", &Focus::default()).unwrap();
    assert_eq!(
        points(&found),
        [("z", By::Figure, 1.5), ("x", By::Figure, -1.0)]
    );
    assert_eq!(found.basis, CauseBasis::Points);
    assert_sums(&found);
}

#[test]
fn what_is_missing_in_one_run_is_a_cause_by_its_presence() {
    // 8, 4, 6 weigh 1, 1, 2: 6. Without x: 16/3. x stood 7/3 above the mean of the two.
    let before = run("arithmetic", &[&[Some(8.0), Some(4.0), Some(6.0)]], EVEN);
    let after = run("arithmetic", &[&[None, Some(4.0), Some(6.0)]], EVEN);
    let found = causes(&before, &after, "A", &Focus::default()).unwrap();
    let first = &found.causes[0];
    assert_eq!((&*first.node, first.by), ("x", By::Presence));
    assert!((first.points + 0.25 * 7.0 / 3.0).abs() < 1e-12, "{first:?}");
    assert_sums(&found);
    let back = causes(&after, &before, "A", &Focus::default()).unwrap();
    assert!((back.causes[0].points + first.points).abs() < 1e-12);
}

#[test]
fn a_geometric_mean_is_divided_by_logarithms() {
    // 2 and 8 (and 1, which weighs nothing) have 4; 8 and 8 have 8: one figure, all the change.
    let weights: &[(&str, f64)] = &[("x", 1.0), ("y", 1.0), ("z", 0.0)];
    let before = run("geometric", &[&[Some(2.0), Some(8.0), Some(-1.0)]], weights);
    let after = run("geometric", &[&[Some(8.0), Some(8.0), Some(1.0)]], weights);
    let found = causes(&before, &after, "A", &Focus::default()).unwrap();
    assert_eq!(found.basis, CauseBasis::Secant);
    assert_eq!(found.causes.len(), 1);
    assert!((found.causes[0].points - 4.0).abs() < 1e-12);
    // Two figures that double share the change evenly.
    let after = run("geometric", &[&[Some(4.0), Some(16.0), None]], weights);
    let found = causes(&before, &after, "A", &Focus::default()).unwrap();
    assert!(
        found
            .causes
            .iter()
            .all(|it| (it.points - 2.0).abs() < 1e-12)
    );
    assert_sums(&found);
}

#[test]
fn another_rule_is_a_cause_of_its_own() {
    let rows: Rows<'_> = &[&[Some(2.0), Some(8.0), Some(4.0)]];
    let (before, after) = (run("arithmetic", rows, EVEN), run("geometric", rows, EVEN));
    let found = causes(&before, &after, "A", &Focus::default()).unwrap();
    assert_eq!(found.causes.len(), 1, "{found:?}");
    assert_eq!(
        (&*found.causes[0].node, found.causes[0].by),
        ("index", By::Rule)
    );
    assert_sums(&found);
    // The geometric mean does not take a 0, so there the rule comes first.
    let rows: Rows<'_> = &[&[Some(0.0), Some(8.0), Some(4.0)]];
    let found = causes(
        &after,
        &run("arithmetic", rows, EVEN),
        "A",
        &Focus::default(),
    );
    assert_sums(&found.unwrap());
}

#[test]
fn a_scale_is_told_from_a_figure() {
    let text = "[[steps]]\nstep = 'normalise'\nrule = 'min_max'\n\
                [[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'\n";
    let run = |best: f64| {
        let rows: Rows<'_> = &[&[Some(1.0)], &[Some(0.0)], &[Some(best)]];
        compute(&frame(&["x"], &[rows]), &flat(&[("x", 1.0)]), &method(text)).unwrap()
    };
    let found = causes(&run(2.0), &run(4.0), "A", &Focus::default()).unwrap();
    assert_eq!(points(&found), [("x", By::Scale, -25.0)]);
}

#[test]
fn an_overtaking_is_explained_by_the_gap() {
    let before = run("arithmetic", &[&[Some(8.0); 3], &[Some(6.0); 3]], EVEN);
    let after = run(
        "arithmetic",
        &[&[Some(7.0); 3], &[Some(6.0), Some(6.0), Some(9.0)]],
        EVEN,
    );
    let found = causes(&before, &after, "A", &Focus::default()).unwrap();
    assert_eq!((found.rank_before, found.rank_after), (Some(1), Some(2)));
    assert!(found.passed.is_empty());
    let by = &found.passed_by[0];
    assert_eq!((&*by.unit, by.gap_before, by.gap_after), ("B", 2.0, -0.5));
    // A lost 0.5 there and B won 1.5.
    let (node, by_figure, points) = ("z".to_owned(), By::Figure, -2.0);
    let largest = Cause {
        node,
        by: by_figure,
        points,
    };
    assert_eq!(by.causes[0], largest);
    let sum: f64 = by.causes.iter().map(|it| it.points).sum();
    assert!((sum + 2.5).abs() < 1e-12);
}

#[test]
fn a_missing_score_has_no_causes_and_a_slip_is_named() {
    let before = run("arithmetic", &[&[Some(8.0); 3]], EVEN);
    let after = run("arithmetic", &[&[None; 3]], EVEN);
    let found = causes(&before, &after, "A", &Focus::default()).unwrap();
    assert_eq!((found.score_change, found.causes.len()), (None, 0));
    let error = causes(&before, &after, "Z", &Focus::default()).unwrap_err();
    assert_eq!(error.code(), "unknown_unit");
}

#[test]
fn what_is_no_mean_is_divided_by_contributions_or_stands_whole() {
    let one: Rows<'_> = &[&[Some(8.0), Some(4.0), Some(6.0)], &[Some(5.0); 3]];
    let other: Rows<'_> = &[&[Some(2.0), Some(4.0), Some(6.0)], &[Some(5.0); 3]];
    let by = |rule: &str| {
        let (before, after) = (run(rule, one, EVEN), run(rule, other, EVEN));
        causes(&before, &after, "A", &Focus::default()).unwrap()
    };
    let borda = by("borda");
    assert_eq!(borda.causes[0].by, By::Contribution);
    assert_eq!(borda.causes[0].node, "x");
    assert_sums(&borda);
    let copeland = by("copeland");
    // x and z (3 of 4) put A ahead before, z alone (2 of 4) leaves it level after.
    assert_eq!(points(&copeland), [("index", By::Node, -1.0)]);
    assert_eq!(copeland.basis, CauseBasis::Undivided);
    for rule in [
        "harmonic",
        "median",
        "mazziotta_pareto",
        "topsis",
        "weighted_product",
    ] {
        assert_sums(&by(rule));
    }
}

#[test]
fn points_added_after_the_aggregation_are_a_cause() {
    let with = |rule: &str, points: f64| {
        let text = format!(
            "[[steps]]\nstep = 'aggregate'\nrule = '{rule}'\n[[steps]]\nstep = 'adjust'\n\
             items = [{{ item = 'award', kind = 'bonus' }}]\n\
             entries = [{{ item = 'award', unit = 'A', points = {points:?}, reason = 'first' }}]\n"
        );
        let rows: Rows<'_> = &[&[Some(8.0), Some(4.0), Some(6.0)], &[Some(5.0); 3]];
        let frame = frame(&["x", "y", "z"], &[rows]);
        compute(&frame, &flat(EVEN), &method(&text)).unwrap()
    };
    for rule in ["arithmetic", "geometric", "copeland"] {
        let (before, after) = (with(rule, 1.0), with(rule, 3.0));
        let found = causes(&before, &after, "A", &Focus::default()).unwrap();
        assert_eq!(points(&found).len(), 1, "{found:?}");
        assert_eq!(
            (&*found.causes[0].node, found.causes[0].by),
            ("index", By::Adjustment)
        );
        assert_sums(&found);
    }
}
