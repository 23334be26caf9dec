use proptest::prelude::*;

use crate::testing::{flat, frame, method};
use crate::{ComputeError, Framework, Index, Node, compute};

const SUM: &str = "[[steps]]\nstep = 'aggregate'\nrule = 'weighted_sum'\n";

fn judged(more: &str, periods: &[&[&[Option<f64>]]]) -> Result<Index, ComputeError> {
    let codes: Vec<String> = (0..periods[0][0].len())
        .map(|it| format!("i{it}"))
        .collect();
    let names: Vec<&str> = codes.iter().map(String::as_str).collect();
    let leaves: Vec<(&str, f64)> = names.iter().map(|it| (*it, 1.0)).collect();
    let text = format!("[[steps]]\nstep = 'weight'\nrule = 'benefit_of_the_doubt'\n{more}\n{SUM}");
    compute(&frame(&names, periods), &flat(&leaves), &method(&text))
}

fn scores(index: &Index, period: usize) -> Vec<Option<f64>> {
    let units = 0..index.units().len();
    units.map(|unit| index.score(period, 0, unit)).collect()
}

fn near(found: Option<f64>, expected: f64) {
    let found = found.unwrap();
    assert!((found - expected).abs() < 1e-7, "{found}, not {expected}");
}

/// A (4, 1) and B (1, 4) are the frontier `x + y = 5`; C (2, 2), D (3, 1), E (2, 0).
const FLAT: &[&[Option<f64>]] = &[
    &[Some(4.0), Some(1.0)],
    &[Some(1.0), Some(4.0)],
    &[Some(2.0), Some(2.0)],
    &[Some(3.0), Some(1.0)],
    &[Some(2.0), Some(0.0)],
];

#[test]
fn a_score_is_the_way_to_the_frontier() {
    let index = judged("", &[FLAT]).unwrap();
    let found = scores(&index, 0);
    // The frontier at full marks exactly, so that both share the first rank.
    assert_eq!((found[0], found[1]), (Some(100.0), Some(100.0)));
    assert_eq!(
        (index.rank(0, 0, 0), index.rank(0, 0, 1)),
        (Some(1), Some(1))
    );
    near(found[2], 80.0);
    near(found[3], 80.0);
    near(found[4], 50.0);
    let report = &index.weight_reports()[0];
    assert_eq!(report.measures[0].name, "on_frontier");
    near(Some(report.measures[0].value), 2.0);
}

#[test]
fn the_explanation_shows_the_unit_its_own_weights() {
    let index = judged("", &[FLAT]).unwrap();
    // E has nothing in i1, so all comes from i0: 25 points for each of 2.
    let explained = index.explain(0, 4);
    near(Some(explained[1].weight), 25.0);
    near(explained[1].contribution, 50.0);
    near(explained[2].contribution, 0.0);
    assert_eq!(index.weight_for(0, 1, 4), Some(explained[1].weight));
    for unit in 0..5 {
        let explained = index.explain(0, unit);
        let points: f64 = explained[1..].iter().filter_map(|it| it.contribution).sum();
        near(Some(points), explained[0].score.unwrap());
    }
    // For all units together it has the mean of the shares.
    let sum = index.weight(1).unwrap() + index.weight(2).unwrap();
    near(Some(sum), 1.0);
}

#[test]
fn a_scale_and_a_missing_child_are_heeded() {
    let rows: &[&[Option<f64>]] = &[
        &[Some(4.0), Some(1.0)],
        &[Some(1.0), Some(4.0)],
        &[Some(2.0), None],
        &[None, None],
        &[Some(0.0), Some(0.0)],
    ];
    let index = judged("scale = 1", &[rows]).unwrap();
    let found = scores(&index, 0);
    near(found[2], 0.5);
    assert_eq!((found[3], found[4]), (None, Some(0.0)));
    assert_eq!(index.weight_for(0, 2, 2), None);
    assert!(index.weight_for(0, 1, 4).is_some_and(|it| it > 0.0));
}

#[test]
fn bounds_on_shares_of_the_own_score_hold() {
    let index = judged("least = 0.4", &[&FLAT[..4]]).unwrap();
    for unit in 0..4 {
        for child in index.explain(0, unit).iter().skip(1) {
            let share = child.contribution_share.unwrap();
            assert!(
                (0.4 - 1e-9..=0.6 + 1e-9).contains(&share),
                "{unit}: {share}"
            );
        }
    }
    assert!(index.score(0, 0, 0).unwrap() < 100.0);
}

#[test]
fn a_unit_that_no_weights_fit_is_named() {
    let error = judged("least = 0.1", &[FLAT]).unwrap_err().to_string();
    assert!(error.contains("index, period 2021, unit E"), "{error}");
    assert!(
        error.contains("its score in i1 is 0, and i1 must be 0.1 of it"),
        "{error}"
    );
    // Of the mean unit the shares can always be had.
    let index = judged("least = 0.1\nshare_of = 'mean'", &[FLAT]).unwrap();
    assert!(scores(&index, 0)[4].is_some_and(|it| it > 0.0 && it < 50.0));
}

#[test]
fn bounds_of_one_child_are_its_own() {
    let index = judged(
        "shares = { i0 = { most = 0.5 } }\nshare_of = 'mean'",
        &[FLAT],
    )
    .unwrap();
    // The means are 2.4 and 1.6, so i0 may have no more weight than 2/3 of that of i1.
    let (first, second) = (index.weight_for(0, 1, 0), index.weight_for(0, 2, 0));
    near(first, second.unwrap() * 1.6 / 2.4);
}

#[test]
fn bounds_that_leave_no_room_are_refused_before() {
    for (more, part) in [
        ("least = 0.6", "the least shares add up to 1.2"),
        ("most = 0.4", "the largest to 0.8"),
        ("most = 1.5", "`most` is 1.5: it must be from 0 to 1"),
        (
            "shares = { i0 = { least = 0.7, most = 0.5 } }",
            "`least` must be below `most`",
        ),
        (
            "shares = { j0 = { least = 0.1 } }",
            "it weights no `j0` (did you mean `i0`?)",
        ),
        ("scale = 0", "`scale` is 0"),
    ] {
        let error = judged(more, &[FLAT]).unwrap_err().to_string();
        assert!(error.contains(part), "{more}: {error}");
    }
}

#[test]
fn its_weights_are_only_for_a_sum() {
    let text = "[[steps]]\nstep = 'weight'\nrule = 'benefit_of_the_doubt'\n\
                [[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'";
    let tree = flat(&[("i0", 1.0), ("i1", 1.0)]);
    let error = compute(&frame(&["i0", "i1"], &[FLAT]), &tree, &method(text)).unwrap_err();
    assert!(
        error.to_string().contains("arithmetic does not sum"),
        "{error}"
    );
}

#[test]
fn scores_below_0_have_no_share() {
    let rows: &[&[Option<f64>]] = &[&[Some(4.0), Some(-1.0)], &[Some(1.0), Some(4.0)]];
    let error = judged("", &[rows]).unwrap_err().to_string();
    assert!(
        error.contains("unit A") && error.contains("i1 scores -1"),
        "{error}"
    );
}

#[test]
fn the_frontier_is_of_all_periods_or_of_each() {
    let later: &[&[Option<f64>]] = &[&[Some(8.0), Some(2.0)], &[Some(2.0), Some(8.0)]];
    let periods: &[&[&[Option<f64>]]] = &[&FLAT[..2], later];
    let together = judged("", periods).unwrap();
    assert_eq!(scores(&together, 1), [Some(100.0); 2]);
    near(scores(&together, 0)[0], 50.0);
    let each = judged("frontier = 'period'", periods).unwrap();
    assert_eq!(scores(&each, 0), [Some(100.0); 2]);
    assert_eq!(scores(&each, 1), [Some(100.0); 2]);
}

#[test]
fn a_level_can_have_it_under_given_weights() {
    let nodes = vec![
        Node::root("index"),
        Node::branch("d0", "index", 1.0),
        Node::leaf("i0", "d0", 1.0),
        Node::leaf("i1", "d0", 1.0),
        Node::leaf("i2", "index", 3.0),
    ];
    let tree = Framework::new(nodes).unwrap();
    let rows: &[&[Option<f64>]] = &[
        &[Some(4.0), Some(1.0), Some(20.0)],
        &[Some(2.0), Some(2.0), Some(60.0)],
        &[Some(1.0), Some(4.0), Some(90.0)],
    ];
    let text = "[[steps]]\nstep = 'weight'\nrule = 'given'\n\
                levels = [{ level = 1, rule = 'benefit_of_the_doubt' }]\n\
                [[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'\n\
                levels = [{ level = 1, rule = 'weighted_sum' }]";
    let index = compute(&frame(&["i0", "i1", "i2"], &[rows]), &tree, &method(text)).unwrap();
    near(index.score(0, 1, 1), 80.0);
    near(index.score(0, 0, 1), (80.0 + 3.0 * 60.0) / 4.0);
    // The result is written with the weights of each unit.
    let mut written = Vec::new();
    index.write_canonical(&mut written).unwrap();
    let text = String::from_utf8(written).unwrap();
    assert!(
        text.contains("\nown 2\n2:i0\n") && text.ends_with("end\n"),
        "{text}"
    );
}

#[test]
fn an_only_child_and_an_only_unit_have_full_marks() {
    let one: &[&[Option<f64>]] = &[&[Some(4.0)], &[Some(8.0)]];
    assert_eq!(
        scores(&judged("", &[one]).unwrap(), 0),
        [Some(50.0), Some(100.0)]
    );
    let alone: &[&[Option<f64>]] = &[&[Some(4.0), Some(0.0)]];
    assert_eq!(scores(&judged("", &[alone]).unwrap(), 0), [Some(100.0)]);
    let nothing: &[&[Option<f64>]] = &[&[Some(0.0), Some(0.0)]];
    assert_eq!(scores(&judged("", &[nothing]).unwrap(), 0), [Some(0.0)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Nobody exceeds full marks under the weights of anybody, somebody reaches them, and everybody
    /// scores at least what his best child alone would give.
    #[test]
    fn everybody_is_judged_by_the_best_weights_that_leave_nobody_above(
        rows in prop::collection::vec(prop::collection::vec(0.0..100.0_f64, 3), 2..12)
    ) {
        let cells: Vec<Vec<Option<f64>>> =
            rows.iter().map(|row| row.iter().copied().map(Some).collect()).collect();
        let cells: Vec<&[Option<f64>]> = cells.iter().map(Vec::as_slice).collect();
        let index = judged("", &[&cells]).unwrap();
        let weight = |child: usize, unit| index.weight_for(0, child + 1, unit).unwrap();
        let largest = |child: usize| rows.iter().map(|row| row[child]).fold(0.0, f64::max);
        let mut reached = 0;
        for (unit, own) in rows.iter().enumerate() {
            for other in &rows {
                let score: f64 = (0..3).map(|child| weight(child, unit) * other[child]).sum();
                prop_assert!(score <= 100.0 + 1e-6, "{score}");
            }
            let score = index.score(0, 0, unit).unwrap();
            let best = (0..3).map(|it| 100.0 * own[it] / largest(it)).fold(0.0, f64::max);
            prop_assert!(score >= best - 1e-6, "{score} {best}");
            reached += usize::from(index.rank(0, 0, unit) == Some(1));
        }
        prop_assert!(reached >= 1);
        let mut leading = (0..rows.len()).filter(|unit| index.rank(0, 0, *unit) == Some(1));
        prop_assert!(leading.all(|unit| index.score(0, 0, unit) == Some(100.0)));
    }
}
