use super::*;
use crate::error::Fault;
use crate::testing::{average, flat, frame, method};
use crate::{ComputeError, Index, Missing, compute};

const ROOT: usize = 0;

fn geometric(rows: crate::testing::Rows<'_>, weights: [f64; 2]) -> Result<Index, ComputeError> {
    let tree = flat(&[("RD", weights[0]), ("STAFF", weights[1])]);
    let text = "[[steps]]\nstep = 'aggregate'\nrule = 'geometric'\ndata_threshold = 1";
    compute(&frame(&["RD", "STAFF"], &[rows]), &tree, &method(text))
}

#[test]
fn weights_are_renormalised_over_the_children_that_have_a_score() {
    let frame = frame(
        &["RD", "STAFF", "PATENT"],
        &[&[
            &[Some(10.0), Some(40.0), Some(70.0)],
            &[Some(10.0), None, Some(70.0)],
            &[None, None, Some(70.0)],
            &[None, None, None],
        ]],
    );
    let tree = flat(&[("RD", 1.0), ("STAFF", 2.0), ("PATENT", 3.0)]);
    let index = average(&frame, &tree, "");
    let scores: Vec<_> = (0..4).map(|unit| index.score(0, ROOT, unit)).collect();
    assert_eq!(scores, [Some(50.0), Some(55.0), Some(70.0), None]);
}

#[test]
fn the_threshold_counts_children_and_is_inclusive() {
    let frame = frame(
        &["A1", "A2", "A3"],
        &[&[&[Some(1.0), Some(2.0), None], &[Some(1.0), None, None]]],
    );
    let tree = flat(&[("A1", 1.0), ("A2", 1.0), ("A3", 98.0)]);
    let index = average(&frame, &tree, "data_threshold = 0.6666666666666666");
    assert_eq!(index.score(0, ROOT, 0), Some(1.5));
    assert_eq!(index.score(0, ROOT, 1), None);
    let strict = average(&frame, &tree, "data_threshold = 0.67");
    assert_eq!(strict.score(0, ROOT, 0), None);
}

#[test]
fn children_that_weigh_nothing_make_no_score() {
    let frame = frame(
        &["RD", "STAFF"],
        &[&[&[Some(5.0), None], &[None, Some(7.0)]]],
    );
    let index = average(&frame, &flat(&[("RD", 0.0), ("STAFF", 1.0)]), "");
    assert_eq!(index.score(0, ROOT, 0), None);
    assert_eq!(
        index.missing(0, ROOT, 0),
        Some(Missing::NoWeight {
            node: "index".into()
        })
    );
    assert_eq!(index.score(0, ROOT, 1), Some(7.0));
}

#[test]
fn more_units_than_a_block_are_averaged_alike() {
    let units = 1_000;
    let rows: Vec<Vec<Option<f64>>> = (0..units)
        .map(|unit| vec![Some(f64::from(unit)), (unit % 3 != 0).then_some(1.0)])
        .collect();
    let rows: Vec<&[Option<f64>]> = rows.iter().map(Vec::as_slice).collect();
    let mut builder = crate::FrameBuilder::new(
        vec!["2023".into()],
        (0..units)
            .map(|unit| crate::Unit::new(unit.to_string()))
            .collect(),
        vec![crate::Indicator::new("RD"), crate::Indicator::new("STAFF")],
    )
    .unwrap();
    for (unit, row) in rows.iter().enumerate() {
        for (indicator, value) in row.iter().enumerate() {
            if let Some(value) = value {
                builder.set(0, unit, indicator, *value).unwrap();
            }
        }
    }
    let index = average(&builder.build(), &flat(&[("RD", 1.0), ("STAFF", 3.0)]), "");
    for unit in 0..1_000_u32 {
        let x = f64::from(unit);
        let expected = if unit % 3 == 0 { x } else { (x + 3.0) / 4.0 };
        let score = index.score(0, ROOT, usize::try_from(unit).unwrap());
        assert_eq!(score, Some(expected), "unit {unit}");
    }
}

#[test]
fn the_geometric_mean_weighs_logarithms() {
    let index = geometric(&[&[Some(2.0), Some(16.0)]], [2.0, 1.0]).unwrap();
    let score = index.score(0, ROOT, 0).unwrap();
    assert!((score - 4.0).abs() < 1e-14, "{score}"); // (2² · 16)^(1/3)
}

#[test]
fn a_child_of_zero_or_less_is_a_fault_that_names_everything() {
    for score in [0.0, -1.0] {
        let rows: crate::testing::Rows<'_> = &[&[Some(1.0), Some(2.0)], &[Some(3.0), Some(score)]];
        let error = geometric(rows, [1.0, 1.0]).unwrap_err();
        let child = "STAFF".to_owned();
        assert!(matches!(&error, ComputeError::Rule { fault, .. }
            if *fault == Fault::NonPositiveGeometric { child, score }));
        let message = error.to_string();
        let start =
            "step aggregate, rule geometric, index, period 2021, unit B: the geometric mean";
        assert!(message.starts_with(start), "{message}");
        assert!(message.contains("lower = 1"), "{message}");
    }
}

#[test]
fn a_child_of_zero_does_no_harm_where_it_does_not_count() {
    let weightless = geometric(&[&[Some(3.0), Some(0.0)]], [1.0, 0.0]).unwrap();
    assert!((weightless.score(0, ROOT, 0).unwrap() - 3.0).abs() < 1e-15);
    let below_threshold = geometric(&[&[None, Some(0.0)]], [1.0, 1.0]).unwrap();
    assert_eq!(below_threshold.score(0, ROOT, 0), None);
}

#[test]
fn a_sum_beyond_the_largest_number_is_a_fault() {
    let frame = frame(&["RD", "STAFF"], &[&[&[Some(f64::MAX), Some(f64::MAX)]]]);
    let text = "[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'";
    let tree = flat(&[("RD", 1.0), ("STAFF", 1.0)]);
    let error = compute(&frame, &tree, &method(text)).unwrap_err();
    assert!(matches!(
        error,
        ComputeError::Rule {
            fault: Fault::NotFinite,
            ..
        }
    ));
}

#[test]
fn shares_that_cancel_out_are_none() {
    assert_eq!(rule::shares_of([-1.0, 1.0].into_iter()), None);
    assert_eq!(
        rule::shares_of([1.0, 3.0].into_iter()),
        Some(vec![0.25, 0.75])
    );
}
