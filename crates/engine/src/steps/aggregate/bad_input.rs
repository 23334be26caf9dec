//! What every rule makes of input at the edge.

use crate::error::Fault;
use crate::testing::{Rows, flat, frame, method};
use crate::{ComputeError, Framework, Index, Missing, Node, compute};

const ROOT: usize = 0;

const MEANS: [&str; 7] = [
    "rule = 'arithmetic'",
    "rule = 'geometric'",
    "rule = 'harmonic'",
    "rule = 'generalised'\np = 2",
    "rule = 'median'",
    "rule = 'mazziotta_pareto'",
    "rule = 'weighted_product'",
];

const AMONG_UNITS: [&str; 7] = [
    "rule = 'weighted_product'\nrelative = true",
    "rule = 'topsis'",
    "rule = 'vikor'",
    "rule = 'grey_relational'",
    "rule = 'copeland'",
    "rule = 'borda'",
    "rule = 'kemeny'",
];

fn every_rule() -> impl Iterator<Item = &'static str> {
    MEANS.into_iter().chain(AMONG_UNITS)
}

fn by(rule: &str, rows: Rows<'_>, weights: [f64; 2]) -> Result<Index, ComputeError> {
    let tree = flat(&[("RD", weights[0]), ("STAFF", weights[1])]);
    let text = format!("[[steps]]\nstep = 'aggregate'\n{rule}");
    compute(&frame(&["RD", "STAFF"], &[rows]), &tree, &method(&text))
}

fn scores(index: &Index) -> Vec<Option<f64>> {
    let units = 0..index.units().len();
    units.map(|unit| index.score(0, ROOT, unit)).collect()
}

fn fault(found: Result<Index, ComputeError>) -> Option<Fault> {
    match found {
        Err(ComputeError::Rule { fault, .. }) => Some(fault),
        _ => None,
    }
}

#[test]
fn ties_everywhere_are_ties_in_the_end() {
    let row: &[Option<f64>] = &[Some(5.0), Some(3.0)];
    let rows: Rows<'_> = &[row; 3];
    for rule in every_rule().filter(|rule| !rule.contains("topsis")) {
        let index = by(rule, rows, [2.0, 1.0]).unwrap();
        let ranks = [0, 1, 2].map(|unit| index.rank(0, ROOT, unit));
        assert_eq!(ranks, [Some(1); 3], "{rule}: {:?}", scores(&index));
    }
    // 0 ÷ 0 is no score, and the fault says what to do.
    let error = by("rule = 'topsis'", rows, [2.0, 1.0])
        .unwrap_err()
        .to_string();
    assert!(error.starts_with("step aggregate, rule topsis, index, period 2021, unit A: "));
    assert!(error.ends_with("or children that vary"), "{error}");
}

#[test]
fn one_unit_and_two_units_are_scored() {
    for rule in every_rule() {
        let alone = by(rule, &[&[Some(5.0), Some(3.0)]], [1.0, 1.0]);
        if rule.contains("topsis") {
            assert_eq!(fault(alone), Some(Fault::NoContrast));
        } else {
            assert!(scores(&alone.unwrap())[0].is_some(), "{rule}");
        }
        let rows: Rows<'_> = &[&[Some(5.0), Some(3.0)], &[Some(6.0), Some(4.0)]];
        let two = by(rule, rows, [1.0, 1.0]).unwrap();
        assert_eq!(two.rank(0, ROOT, 1), Some(1), "{rule}: better in both");
        assert_eq!(two.rank(0, ROOT, 0), Some(2), "{rule}");
    }
}

#[test]
fn one_indicator_orders_the_units_as_it_does() {
    let rows: Rows<'_> = &[&[Some(5.0)], &[Some(9.0)], &[Some(7.0)], &[None]];
    let tree = flat(&[("RD", 3.0)]);
    for rule in every_rule() {
        let text = format!("[[steps]]\nstep = 'aggregate'\n{rule}");
        let index = compute(&frame(&["RD"], &[rows]), &tree, &method(&text)).unwrap();
        let ranks = [0, 1, 2, 3].map(|unit| index.rank(0, ROOT, unit));
        assert_eq!(ranks, [Some(3), Some(1), Some(2), None], "{rule}");
        let node = "index".to_owned();
        assert_eq!(
            index.missing(0, ROOT, 3),
            Some(Missing::NoneAvailable { node })
        );
    }
}

#[test]
fn a_child_of_weight_0_changes_nothing() {
    let with: Rows<'_> = &[
        &[Some(5.0), Some(1.0)],
        &[Some(6.0), Some(0.0)],
        &[Some(7.0), Some(-9.0)],
    ];
    let without: Rows<'_> = &[&[Some(5.0), None], &[Some(6.0), None], &[Some(7.0), None]];
    for rule in every_rule() {
        let with = scores(&by(rule, with, [2.0, 0.0]).unwrap());
        let without = scores(&by(rule, without, [2.0, 0.0]).unwrap());
        assert_eq!(with, without, "{rule}");
    }
}

#[test]
fn nobody_has_a_figure_or_only_weightless_ones() {
    for rule in every_rule() {
        let empty = by(rule, &[&[None, None], &[None, None]], [1.0, 1.0]).unwrap();
        assert_eq!(scores(&empty), [None, None], "{rule}");
        let weightless = by(rule, &[&[Some(1.0), None], &[None, None]], [0.0, 1.0]).unwrap();
        assert_eq!(scores(&weightless), [None, None], "{rule}");
        let node = "index".to_owned();
        assert_eq!(
            weightless.missing(0, ROOT, 0),
            Some(Missing::NoWeight { node }),
            "{rule}"
        );
    }
}

#[test]
fn zeros_and_negative_scores_are_scored_or_refused_by_name() {
    let rows = |score| [[Some(4.0), Some(2.0)], [Some(3.0), Some(score)]];
    let of = |rule: &str, score: f64| {
        let rows = rows(score);
        let rows: Vec<&[Option<f64>]> = rows.iter().map(<[_; 2]>::as_slice).collect();
        by(rule, &rows, [1.0, 1.0])
    };
    let child = || "STAFF".to_owned();
    for score in [0.0, -8.0] {
        let refused = Some(Fault::NonPositiveChild {
            child: child(),
            score,
        });
        assert_eq!(fault(of("rule = 'harmonic'", score)), refused);
        assert_eq!(fault(of("rule = 'generalised'\np = -2", score)), refused);
        assert_eq!(fault(of("rule = 'generalised'\np = 0", score)), refused);
        for rule in ["arithmetic", "median", "topsis", "vikor", "grey_relational"] {
            assert!(of(&format!("rule = '{rule}'"), score).is_ok(), "{rule}");
        }
        for rule in ["copeland", "borda", "kemeny"] {
            let index = of(&format!("rule = '{rule}'"), score).unwrap();
            assert_eq!(index.rank(0, ROOT, 0), Some(1), "{rule}");
        }
    }
    let negative = Some(Fault::NegativeChild {
        child: child(),
        score: -8.0,
    });
    for rule in ["rule = 'weighted_product'", "rule = 'generalised'\np = 0.5"] {
        assert_eq!(fault(of(rule, -8.0)), negative);
        assert!(of(rule, 0.0).is_ok());
    }
    let product = of("rule = 'weighted_product'", 0.0).unwrap();
    assert_eq!(product.score(0, ROOT, 1), Some(0.0));
    assert_eq!(product.explain(0, 1)[1].contribution, None);
    let mean = fault(of("rule = 'mazziotta_pareto'", -8.0));
    assert_eq!(mean, Some(Fault::NonPositiveMean { mean: -2.5 }));
}

#[test]
fn the_largest_numbers_are_a_score_or_a_fault() {
    let most = Some(f64::MAX);
    let rows: Rows<'_> = &[
        &[most, most],
        &[Some(1.0), Some(-f64::MAX)],
        &[Some(1.0), Some(1.0)],
    ];
    for rule in every_rule() {
        match by(rule, rows, [1.0, 1.0]) {
            Ok(index) => assert!(scores(&index).iter().flatten().all(|it| it.is_finite())),
            Err(error) => assert!(
                matches!(error, ComputeError::Rule { .. }),
                "{rule}: {error}"
            ),
        }
    }
}

#[test]
fn missing_scores_are_compared_with_nothing_whatever_the_order() {
    let rows: [&[Option<f64>]; 4] = [
        &[Some(5.0), None],
        &[None, Some(5.0)],
        &[Some(4.0), Some(6.0)],
        &[Some(6.0), Some(4.0)],
    ];
    for rule in AMONG_UNITS {
        let straight = scores(&by(rule, &rows, [2.0, 1.0]).unwrap());
        let mut turned = rows;
        turned.reverse();
        let mut turned = scores(&by(rule, &turned, [2.0, 1.0]).unwrap());
        turned.reverse();
        for (a, b) in straight.iter().zip(&turned) {
            assert!(
                (a.unwrap() - b.unwrap()).abs() < 1e-12,
                "{rule}: {straight:?} {turned:?}"
            );
        }
    }
    let index = by("rule = 'copeland'", &rows, [2.0, 1.0]).unwrap();
    // A beats C in RD and loses to D; it has nothing in common with B.
    assert_eq!(scores(&index), [0.0, 0.0, -1.0, 1.0].map(Some));
    let matrix = index.outranking(0, ROOT).unwrap();
    assert_eq!(
        [matrix.get(0, 1), matrix.get(0, 2), matrix.get(0, 3)],
        [None, Some(1.0), Some(0.0)]
    );
    assert_eq!(matrix.copeland(), [0, 0, -1, 1]);
}

#[test]
fn below_the_threshold_a_unit_neither_scores_nor_counts() {
    let rows: Rows<'_> = &[
        &[Some(5.0), Some(5.0)],
        &[Some(4.0), Some(4.0)],
        &[Some(900.0), None],
    ];
    for rule in AMONG_UNITS {
        let strict = by(&format!("{rule}\ndata_threshold = 1"), rows, [1.0, 1.0]).unwrap();
        let two = by(rule, &rows[..2], [1.0, 1.0]).unwrap();
        assert_eq!(scores(&strict)[..2], scores(&two)[..], "{rule}");
        assert_eq!(strict.score(0, ROOT, 2), None);
    }
}

#[test]
fn a_thousand_levels_are_scored_and_explained_by_every_rule() {
    let mut nodes = vec![Node::root("0")];
    nodes.extend(
        (1..1_000).map(|level| Node::branch(level.to_string(), (level - 1).to_string(), 1.0)),
    );
    nodes.push(Node::leaf("RD", "999", 1.0));
    let tree = Framework::new(nodes).unwrap();
    let frame = frame(&["RD"], &[&[&[Some(7.0)], &[Some(5.0)], &[None]]]);
    for rule in every_rule() {
        let text = format!("[[steps]]\nstep = 'aggregate'\n{rule}");
        let index = compute(&frame, &tree, &method(&text)).unwrap();
        let ranks = [0, 1, 2].map(|unit| index.rank(0, ROOT, unit));
        assert_eq!(ranks, [Some(1), Some(2), None], "{rule}");
        assert_eq!(index.explain(0, 0).len(), 1_001);
    }
}

#[test]
fn parameters_out_of_bounds_are_named() {
    for (rule, name) in [
        ("rule = 'generalised'", "`p` is missing"),
        ("rule = 'vikor'\nv = 1.5", "`v` is 1.5"),
        ("rule = 'grey_relational'\nrho = 0", "`rho` is 0"),
        ("rule = 'grey_relational'\nrho = 2", "`rho` is 2"),
    ] {
        let error = by(rule, &[&[Some(1.0), Some(1.0)]], [1.0, 1.0])
            .unwrap_err()
            .to_string();
        assert!(error.contains(name), "{error}");
    }
}

#[test]
fn too_many_units_for_a_matrix_are_refused() {
    let units = 4_097_u32;
    let rows: Vec<Vec<Option<f64>>> = (0..units).map(|it| vec![Some(f64::from(it)); 2]).collect();
    let mut builder = crate::FrameBuilder::new(
        vec!["2023".into()],
        (0..units)
            .map(|it| crate::Unit::new(it.to_string()))
            .collect(),
        ["RD", "STAFF"].map(crate::Indicator::new).into(),
    )
    .unwrap();
    for (unit, row) in rows.iter().enumerate() {
        for (indicator, value) in row.iter().enumerate() {
            builder.set(0, unit, indicator, value.unwrap()).unwrap();
        }
    }
    let tree = flat(&[("RD", 1.0), ("STAFF", 1.0)]);
    let text = "[[steps]]\nstep = 'aggregate'\nrule = 'kemeny'";
    let error = compute(&builder.build(), &tree, &method(text))
        .unwrap_err()
        .to_string();
    let start = "step aggregate, rule kemeny, index, period 2023: 4097 units cannot be compared";
    assert!(error.starts_with(start), "{error}");
}
