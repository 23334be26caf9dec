use crate::testing::{flat, frame, method};
use crate::{ComputeError, Framework, Index, Method, Node, compute};

/// An index over indicators `i0`, `i1`, … whose figures are scores, weighted by a rule.
pub(super) fn weighted(rule: &str, rows: &[&[Option<f64>]]) -> Result<Index, ComputeError> {
    let codes: Vec<String> = (0..rows[0].len()).map(|it| format!("i{it}")).collect();
    let names: Vec<&str> = codes.iter().map(String::as_str).collect();
    let leaves: Vec<(&str, f64)> = names.iter().map(|it| (*it, 1.0)).collect();
    let text = format!(
        "[[steps]]\nstep = 'weight'\n{rule}\n[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'"
    );
    compute(&frame(&names, &[rows]), &flat(&leaves), &method(&text))
}

pub(super) fn error(rule: &str, rows: &[&[Option<f64>]]) -> String {
    weighted(rule, rows).unwrap_err().to_string()
}

/// Two dimensions of two indicators each.
fn tree() -> Framework {
    let nodes = vec![
        Node::root("index"),
        Node::branch("d0", "index", 1.0),
        Node::leaf("i0", "d0", 1.0),
        Node::leaf("i1", "d0", 3.0),
        Node::branch("d1", "index", 4.0),
        Node::leaf("i2", "d1", 1.0),
        Node::leaf("i3", "d1", 1.0),
    ];
    Framework::new(nodes).unwrap()
}

const FIGURES: &[[f64; 4]] = &[
    [1.0, 10.0, 9.0, 2.0],
    [2.0, 40.0, 5.0, 8.0],
    [3.0, 20.0, 7.0, 1.0],
    [5.0, 30.0, 1.0, 4.0],
];

fn deep(text: &str) -> Result<Index, ComputeError> {
    let rows: Vec<Vec<Option<f64>>> = FIGURES.iter().map(|row| row.map(Some).to_vec()).collect();
    let rows: Vec<&[Option<f64>]> = rows.iter().map(Vec::as_slice).collect();
    let frame = frame(&["i0", "i1", "i2", "i3"], &[&rows]);
    compute(&frame, &tree(), &method(text))
}

const MIN_MAX: &str = "[[steps]]\nstep = 'normalise'\nrule = 'min_max'\n";
const ARITHMETIC: &str = "[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'\n";

#[test]
fn every_level_has_its_own_rule() {
    let weight = "[[steps]]\nstep = 'weight'\nrule = 'critic'\n\
                  levels = [{ level = 0, rule = 'ahp', matrices.index = \
                  { order = ['d1', 'd0'], rows = [[1, 3], ['1/3', 1]] } }]\n";
    let index = deep(&format!("{MIN_MAX}{weight}{ARITHMETIC}")).unwrap();
    // The order of the matrix is its own, not the tree's.
    assert!((index.weight(1).unwrap() - 0.25).abs() < 1e-12);
    assert!((index.weight(4).unwrap() - 0.75).abs() < 1e-12);
    let rules: Vec<(&str, &str)> = index
        .weight_reports()
        .iter()
        .map(|it| (it.node.as_str(), it.rule.as_str()))
        .collect();
    assert_eq!(
        rules,
        [("index", "ahp"), ("d0", "critic"), ("d1", "critic")]
    );
    let effective: f64 = [2, 3, 5, 6]
        .iter()
        .filter_map(|it| index.effective_weight(*it))
        .sum();
    assert!((effective - 1.0).abs() < 1e-15);
}

/// The scores that a rule reads at a branch are those the index has there in the end.
#[test]
fn a_branch_is_weighted_by_the_scores_of_its_children() {
    let weight = "[[steps]]\nstep = 'weight'\nrule = 'entropy'\n";
    let index = deep(&format!("{MIN_MAX}{weight}{ARITHMETIC}")).unwrap();
    let column = |node: usize| -> Vec<Option<f64>> {
        (0..FIGURES.len())
            .map(|unit| index.score(0, node, unit))
            .collect()
    };
    let rows: Vec<Vec<Option<f64>>> = column(1)
        .into_iter()
        .zip(column(4))
        .map(|(d0, d1)| vec![d0, d1])
        .collect();
    let rows: Vec<&[Option<f64>]> = rows.iter().map(Vec::as_slice).collect();
    let flat = weighted("rule = 'entropy'", &rows).unwrap();
    assert_eq!(
        (index.weight(1), index.weight(4)),
        (flat.weight(1), flat.weight(2))
    );
    let figures = index.weight_reports()[0].figures.clone().unwrap();
    assert_eq!((figures.data_set.as_str(), figures.rows), ("normalise", 4));
}

#[test]
fn the_periods_of_the_scope_decide() {
    let cell = |value: f64| Some(value);
    let first: &[&[Option<f64>]] = &[&[cell(1.0), cell(5.0)], &[cell(9.0), cell(6.0)]];
    let second: &[&[Option<f64>]] = &[&[cell(4.0), cell(0.0)], &[cell(5.0), cell(8.0)]];
    let frame = frame(&["i0", "i1"], &[first, second]);
    let of = |scope: &str| {
        let text = format!("[[steps]]\nstep = 'weight'\nrule = 'entropy'\n{scope}\n{ARITHMETIC}");
        compute(&frame, &flat(&[("i0", 1.0), ("i1", 1.0)]), &method(&text))
    };
    let base = of("scope = { base = '2021' }").unwrap();
    assert_eq!(
        base.weight(1),
        weighted("rule = 'entropy'", first).unwrap().weight(1)
    );
    let all: Vec<&[Option<f64>]> = first.iter().chain(second).copied().collect();
    let pooled = of("").unwrap();
    assert_eq!(
        pooled.weight(1),
        weighted("rule = 'entropy'", &all).unwrap().weight(1)
    );
    assert_ne!(base.weight(1), pooled.weight(1));
    let error = of("scope = { base = '2031' }").unwrap_err().to_string();
    assert!(
        error.contains("`2031` is no period of the frame (did you mean `2021`?)"),
        "{error}"
    );
    assert!(
        toml::from_str::<Method>("[[steps]]\nstep = 'weight'\nrule = 'pca'\nscope = 'period'")
            .is_err()
    );
}

#[test]
fn a_rule_that_reads_figures_stands_directly_before_the_aggregation() {
    for rule in ["entropy", "critic", "pca", "correlation"] {
        let early = format!("[[steps]]\nstep = 'weight'\nrule = '{rule}'\n{MIN_MAX}{ARITHMETIC}");
        let error = deep(&early).unwrap_err().to_string();
        assert!(
            error.contains(&format!("the weight rule {rule} reads")),
            "{error}"
        );
        let late = format!("{MIN_MAX}[[steps]]\nstep = 'weight'\nrule = '{rule}'\n{ARITHMETIC}");
        assert!(deep(&late).is_ok(), "{rule}");
    }
    let early = format!("[[steps]]\nstep = 'weight'\nrule = 'equal'\n{MIN_MAX}{ARITHMETIC}");
    assert!(deep(&early).is_ok());
}

#[test]
fn levels_that_do_not_exist_or_stand_twice_are_refused() {
    for (levels, part) in [
        (
            "[{ level = 2, rule = 'equal' }]",
            "no node of level 2 has children",
        ),
        (
            "[{ level = 0, rule = 'equal' }, { level = 0, rule = 'given' }]",
            "level 0 stands twice",
        ),
    ] {
        let text =
            format!("[[steps]]\nstep = 'weight'\nrule = 'given'\nlevels = {levels}\n{ARITHMETIC}");
        let error = deep(&text).unwrap_err().to_string();
        assert!(error.contains(part), "{error}");
    }
}

#[test]
fn a_method_with_any_rule_is_read_again_as_it_is_written() {
    let text = format!(
        "[[steps]]\nstep = 'weight'\nrule = 'pca'\nby = 'squared_loadings'\n\
         levels = [{{ level = 0, rule = 'ahp', matrices.index = \
         {{ order = ['d0', 'd1'], rows = [[1, 3], ['1/3', 1]] }} }}, \
         {{ level = 1, rule = 'correlation', importance = {{ i0 = 2 }} }}]\n{ARITHMETIC}"
    );
    let read = method(&text);
    let written = serde_json::to_value(&read).unwrap();
    assert_eq!(Method::from_value(written).unwrap(), read);
}

#[test]
fn a_report_is_written_with_its_numbers_by_name() {
    let weight = "[[steps]]\nstep = 'weight'\nrule = 'entropy'\n";
    let index = deep(&format!("{MIN_MAX}{weight}{ARITHMETIC}")).unwrap();
    let written = serde_json::to_value(&index.weight_reports()[1]).unwrap();
    assert_eq!(written["node"], "d0");
    assert_eq!(written["figures"]["scope"], "all_periods");
    assert_eq!(written["children"][0]["measures"][0]["name"], "entropy");
}
