use super::super::tests::{error, weighted};
use crate::statistics::{Correlate, correlate};
use crate::testing::{frame, method};
use crate::{Framework, Index, Node, compute};

/// Rows of scores with something in common and something of their own; each child varies more than the
/// one before.
fn rows(units: u32, children: u32) -> Vec<Vec<Option<f64>>> {
    // Numbers as if by chance, from 0 to 1: the generator of Numerical Recipes.
    let mut state: u32 = 7;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(state) / f64::from(u32::MAX)
    };
    let mut row = || {
        let common = next();
        let own = (0..children).map(|child| (3.0 * common + next()) * f64::from(10 + 5 * child));
        own.map(Some).collect()
    };
    (0..units).map(|_| row()).collect()
}

fn correlations(index: &Index, node: usize, with: usize) -> Vec<f64> {
    let column = |node: usize| -> Vec<Option<f64>> {
        let units = 0..index.units().len();
        units.map(|unit| index.score(0, node, unit)).collect()
    };
    let children = index.framework().children(node).iter();
    let with = column(with);
    children
        .map(|&child| {
            correlate(&column(child), &with, Correlate::Pearson)
                .unwrap()
                .value
        })
        .collect()
}

fn spread(values: &[f64]) -> f64 {
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    values.iter().copied().fold(f64::NEG_INFINITY, f64::max) - least
}

#[test]
fn every_child_is_equally_correlated_with_the_index() {
    for children in [2, 3, 5, 8] {
        let rows = rows(60, children);
        let rows: Vec<&[Option<f64>]> = rows.iter().map(Vec::as_slice).collect();
        let index = weighted("rule = 'correlation'", &rows).unwrap();
        let found = correlations(&index, 0, 0);
        assert!(spread(&found) < 1e-6, "{children} children: {found:?}");
        let report = &index.weight_reports()[0];
        assert!((report.children[1].measures[0].value - found[1]).abs() < 1e-12);
    }
}

#[test]
fn a_desired_ratio_is_reached() {
    let rows = rows(60, 3);
    let rows: Vec<&[Option<f64>]> = rows.iter().map(Vec::as_slice).collect();
    let rule = "rule = 'correlation'\nimportance = { i0 = 1.1 }";
    let index = weighted(rule, &rows).unwrap();
    let found = correlations(&index, 0, 0);
    assert!((found[0] / found[1] - 1.1).abs() < 1e-6, "{found:?}");
    assert!((found[1] - found[2]).abs() < 1e-6, "{found:?}");
}

#[test]
fn the_largest_sum_of_correlations_is_that_of_standardised_weights() {
    // For two children Σ r is largest where both count equally once standardised.
    let rows = rows(60, 2);
    let rows: Vec<&[Option<f64>]> = rows.iter().map(Vec::as_slice).collect();
    let index = weighted("rule = 'correlation'\naim = 'infomax'", &rows).unwrap();
    let found = correlations(&index, 0, 0);
    assert!((found[0] - found[1]).abs() < 1e-3, "{found:?}");
}

/// Two dimensions of two indicators each.
fn tree() -> Framework {
    let nodes = vec![
        Node::root("index"),
        Node::branch("d0", "index", 1.0),
        Node::leaf("i0", "d0", 1.0),
        Node::leaf("i1", "d0", 1.0),
        Node::branch("d1", "index", 3.0),
        Node::leaf("i2", "d1", 1.0),
        Node::leaf("i3", "d1", 1.0),
    ];
    Framework::new(nodes).unwrap()
}

fn deep(weight: &str) -> Result<Index, crate::ComputeError> {
    let rows = rows(60, 4);
    let rows: Vec<&[Option<f64>]> = rows.iter().map(Vec::as_slice).collect();
    let text = format!(
        "[[steps]]\nstep = 'normalise'\nrule = 'min_max'\n[[steps]]\nstep = 'weight'\n{weight}\n\
         [[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'"
    );
    compute(
        &frame(&["i0", "i1", "i2", "i3"], &[&rows]),
        &tree(),
        &method(&text),
    )
}

#[test]
fn levels_are_balanced_from_the_deepest_up() {
    let index = deep("rule = 'correlation'").unwrap();
    for node in [0, 1, 4] {
        assert!(
            spread(&correlations(&index, node, node)) < 1e-6,
            "node {node}"
        );
    }
    let sets: Vec<(&str, &str)> = index
        .weight_reports()
        .iter()
        .map(|it| {
            (
                it.node.as_str(),
                it.figures.as_ref().unwrap().data_set.as_str(),
            )
        })
        .collect();
    assert_eq!(
        sets,
        [
            ("index", "normalise"),
            ("d0", "normalise"),
            ("d1", "normalise")
        ]
    );
}

#[test]
fn a_level_is_balanced_against_the_index() {
    let rule = "rule = 'given'\nlevels = [{ level = 1, rule = 'correlation', with = 'index' }]";
    // The second dimension weighs three times the first, so its indicators stand closer to the index
    // whatever their weights: only a ratio that heeds this can be reached.
    let error = deep(rule).unwrap_err().to_string();
    assert!(error.contains("still"), "{error}");
    let within = "importance = { i0 = 0.8, i1 = 0.8 }";
    let rule = format!(
        "rule = 'given'\nlevels = [{{ level = 1, rule = 'correlation', with = 'index', gap = 0.05, {within} }}]"
    );
    let index = deep(&rule).unwrap();
    let found: Vec<f64> = [1, 4]
        .iter()
        .flat_map(|node| correlations(&index, *node, 0))
        .collect();
    assert!(spread(&found) < 0.5, "{found:?}");
    assert_eq!(index.weight(4), Some(3.0));
}

#[test]
fn the_index_needs_weights_above_that_are_given() {
    let rule = "rule = 'pca'\nlevels = [{ level = 1, rule = 'correlation', with = 'index' }]";
    let error = deep(rule).unwrap_err().to_string();
    assert!(error.contains("needs the weights above it"), "{error}");
}

#[test]
fn what_cannot_be_balanced_is_an_error_that_says_how_far_it_got() {
    let rule = "rule = 'correlation'";
    let against: Vec<[Option<f64>; 2]> = (0..9)
        .map(|it| [Some(f64::from(it)), Some(f64::from(9 - it))])
        .collect();
    let mut rows: Vec<&[Option<f64>]> = against.iter().map(<[_; 2]>::as_slice).collect();
    let message = error(rule, &rows);
    assert!(
        message.contains("sets of weights the correlations are still"),
        "{message}"
    );
    rows.truncate(1);
    assert!(error(rule, &rows).contains("1 rows have what"));
    let constant: &[&[Option<f64>]] = &[&[Some(1.0), Some(5.0)], &[Some(2.0), Some(5.0)]];
    assert!(error(rule, constant).contains("i1 has the same score everywhere"));
    for (more, part) in [
        ("gap = 0", "`gap` is 0"),
        ("evaluations = 0", "`evaluations` is 0"),
        ("importance = { i0 = -1 }", "`importance` is -1"),
        (
            "importance = { j0 = 1 }",
            "it weights no `j0` (did you mean `i0`?)",
        ),
    ] {
        let message = error(&format!("{rule}\n{more}"), constant);
        assert!(message.contains(part), "{more}: {message}");
    }
}
