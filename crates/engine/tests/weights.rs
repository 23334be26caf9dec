//! What must hold for computed weights, whatever the figures.

#![expect(clippy::unwrap_used, reason = "a test stops where its setting fails")]

use proptest::prelude::*;
use yanzhi_engine::statistics::pearson;
use yanzhi_engine::{
    ComputeError, Frame, FrameBuilder, Framework, Index, Indicator, Method, Node, Unit, compute,
};

const CHILDREN: usize = 3;

/// Rows of scores above 0, in all of which the children have something in common: without it they may
/// not be balanced by weights of 0 or more.
fn rows() -> impl Strategy<Value = Vec<Vec<f64>>> {
    let row = (
        0.0..60.0_f64,
        prop::collection::vec(1.0..25.0_f64, CHILDREN),
    );
    let row = row.prop_map(|(common, own)| own.into_iter().map(|it| it + common).collect());
    prop::collection::vec(row, 8..20)
}

fn frame(rows: &[Vec<f64>], units: &[usize], children: &[usize]) -> Frame {
    let named = units.iter().map(|it| Unit::new(format!("u{it}")));
    let indicators = children.iter().map(|it| Indicator::new(format!("i{it}")));
    let (named, indicators) = (named.collect(), indicators.collect());
    let mut builder = FrameBuilder::new(vec!["2023".into()], named, indicators).unwrap();
    for (row, unit) in units.iter().enumerate() {
        for (column, child) in children.iter().enumerate() {
            builder.set(0, row, column, rows[*unit][*child]).unwrap();
        }
    }
    builder.build()
}

fn weighted(frame: &Frame, children: &[usize], rule: &str) -> Result<Index, ComputeError> {
    let leaves = children
        .iter()
        .map(|it| Node::leaf(format!("i{it}"), "index", 1.0));
    let tree = Framework::new(std::iter::once(Node::root("index")).chain(leaves).collect());
    let (weight, sum) = rule.split_once(' ').unwrap_or((rule, "arithmetic"));
    let text = format!(
        "[[steps]]\nstep = 'weight'\nrule = '{weight}'\n[[steps]]\nstep = 'aggregate'\nrule = '{sum}'"
    );
    let method: Method = toml::from_str(&text).unwrap();
    compute(frame, &tree.unwrap(), &method)
}

const RULES: [&str; 4] = [
    "entropy",
    "critic",
    "pca",
    "benefit_of_the_doubt weighted_sum",
];
const ORDER: [usize; CHILDREN] = [0, 1, 2];

fn weight(index: &Index, child: usize) -> f64 {
    index
        .weight(index.node_position(&format!("i{child}")).unwrap())
        .unwrap()
}

fn in_order(rows: &[Vec<f64>]) -> Frame {
    let units: Vec<usize> = (0..rows.len()).collect();
    frame(rows, &units, &ORDER)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn weights_are_shares(rows in rows()) {
        for rule in RULES {
            let index = weighted(&in_order(&rows), &ORDER, rule).unwrap();
            let weights = ORDER.map(|child| weight(&index, child));
            prop_assert!(weights.iter().all(|it| (0.0..=1.0).contains(it)), "{rule}: {weights:?}");
            prop_assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-12, "{rule}: {weights:?}");
        }
    }

    /// The order of units and of indicators does not matter.
    #[test]
    fn weights_belong_to_their_children(rows in rows()) {
        let units: Vec<usize> = (0..rows.len()).rev().collect();
        let children = [2, 0, 1];
        for rule in ["entropy", "critic", "pca"] {
            let index = weighted(&in_order(&rows), &ORDER, rule).unwrap();
            let other = weighted(&frame(&rows, &units, &children), &children, rule).unwrap();
            for child in ORDER {
                let (found, expected) = (weight(&other, child), weight(&index, child));
                prop_assert!((found - expected).abs() < 1e-9, "{rule} i{child}: {found} {expected}");
            }
        }
    }

    /// The unit in which a child is measured does not matter; for CRITIC and components nor where its
    /// scale begins.
    #[test]
    fn weights_are_free_of_scale(rows in rows(), factor in 0.01..100.0_f64, shift in 0.0..50.0_f64) {
        for (rule, shift) in [("entropy", 0.0), ("critic", shift), ("pca", shift)] {
            let mut changed = rows.clone();
            for row in &mut changed {
                row[1] = row[1] * factor + shift;
            }
            let index = weighted(&in_order(&rows), &ORDER, rule).unwrap();
            let other = weighted(&in_order(&changed), &ORDER, rule).unwrap();
            for child in ORDER {
                let (found, expected) = (weight(&other, child), weight(&index, child));
                prop_assert!((found - expected).abs() < 1e-8, "{rule} i{child}: {found} {expected}");
            }
        }
    }

    /// Each unit's best weights follow the unit of measure, and its score does not change.
    #[test]
    fn the_benefit_of_the_doubt_is_free_of_scale(rows in rows(), factor in 0.01..100.0_f64) {
        let mut changed = rows.clone();
        for row in &mut changed {
            row[1] *= factor;
        }
        let rule = "benefit_of_the_doubt weighted_sum";
        let index = weighted(&in_order(&rows), &ORDER, rule).unwrap();
        let other = weighted(&in_order(&changed), &ORDER, rule).unwrap();
        for unit in 0..rows.len() {
            let scores = (index.score(0, 0, unit).unwrap(), other.score(0, 0, unit).unwrap());
            prop_assert!((scores.0 - scores.1).abs() < 1e-6, "{scores:?}");
        }
    }

    /// Where weights above 0 balance the correlations, they are found; elsewhere it is said how far it got.
    #[test]
    fn correlations_are_balanced_where_they_can_be(rows in rows()) {
        let share = balancing(&rows).into_iter().fold(f64::INFINITY, f64::min);
        match weighted(&in_order(&rows), &ORDER, "correlation") {
            Ok(index) => {
                prop_assert!(share > -1e-6, "{share}");
                let children = &index.weight_reports()[0].children;
                let found: Vec<f64> = children.iter().map(|it| it.measures[0].value).collect();
                let apart = (found[0] - found[1]).abs().max((found[1] - found[2]).abs());
                prop_assert!(apart < 1e-7, "{found:?}");
            }
            Err(error) => {
                prop_assert!(share < 0.01, "{share}: {error}");
                prop_assert!(error.to_string().contains("are still"), "{error}");
            }
        }
    }
}

/// The shares of the standardised children at which all correlations with their mean are the same: the
/// solution of R·z = 1 for their correlations R, by Cramer's rule.
fn balancing(rows: &[Vec<f64>]) -> [f64; CHILDREN] {
    let column =
        |child: usize| -> Vec<Option<f64>> { rows.iter().map(|row| Some(row[child])).collect() };
    let r = |x, y| pearson(&column(x), &column(y)).unwrap().value;
    let (ab, ac, bc) = (r(0, 1), r(0, 2), r(1, 2));
    let solved = [
        (1.0 - bc) * (1.0 + bc - ab - ac),
        (1.0 - ac) * (1.0 + ac - ab - bc),
        (1.0 - ab) * (1.0 + ab - ac - bc),
    ];
    let total: f64 = solved.iter().sum();
    solved.map(|it| it / total)
}

/// A tree of one dimension under another, three hundred deep.
#[test]
fn weights_are_computed_at_any_depth() {
    let depth = 300;
    let mut nodes = vec![Node::root("d0")];
    for level in 1..depth {
        nodes.push(Node::branch(
            format!("d{level}"),
            format!("d{}", level - 1),
            1.0,
        ));
    }
    let last = format!("d{}", depth - 1);
    nodes.extend(["i0", "i1", "i2"].map(|code| Node::leaf(code, &last, 1.0)));
    let rows: Vec<Vec<f64>> = [
        [1.0, 9.0, 4.0],
        [3.0, 2.0, 4.5],
        [2.0, 5.0, 6.0],
        [7.0, 4.0, 9.0],
    ]
    .map(|row| row.to_vec())
    .to_vec();
    for rule in ["entropy", "critic", "pca"] {
        let text = format!(
            "[[steps]]\nstep = 'weight'\nrule = '{rule}'\n[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'"
        );
        let tree = Framework::new(nodes.clone()).unwrap();
        let method: Method = toml::from_str(&text).unwrap();
        let index = compute(&in_order(&rows), &tree, &method).unwrap();
        let flat = weighted(&in_order(&rows), &ORDER, rule).unwrap();
        for unit in 0..rows.len() {
            assert_eq!(index.score(0, 0, unit), flat.score(0, 0, unit), "{rule}");
        }
        assert_eq!(index.weight_reports().len(), 1);
    }
}
