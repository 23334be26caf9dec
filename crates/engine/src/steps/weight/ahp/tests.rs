use crate::testing::{average, flat, frame, method};
use crate::{ComputeError, Index, JudgementFault, MethodError, compute};

/// An index over as many children as the matrix has rows.
fn judged(children: &[&str], rows: &str) -> Result<Index, ComputeError> {
    let frame = frame(children, &[&[&vec![Some(1.0); children.len()]]]);
    let leaves: Vec<(&str, f64)> = children.iter().map(|it| (*it, 1.0)).collect();
    let text = format!(
        "[[steps]]\nstep = 'weight'\nrule = 'ahp'\n\
         matrices.index = {{ order = {children:?}, rows = {rows} }}\n\
         [[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'"
    );
    compute(&frame, &flat(&leaves), &method(&text))
}

fn fault(children: &[&str], rows: &str) -> JudgementFault {
    match judged(children, rows).unwrap_err() {
        ComputeError::Method(errors) => match errors.0.into_iter().next() {
            Some(MethodError::Judgement { fault, .. }) => fault,
            other => panic!("{other:?}"),
        },
        other => panic!("{other}"),
    }
}

/// T. L. Saaty (1990), How to make a decision, *European J. of Operational Research* 48: buying a house.
/// Weights .173 .054 .188 .018 .031 .036 .167 .333, λ = 9.669, CI = .238, CR = .169.
#[test]
fn the_house_of_saaty_has_his_weights_and_his_inconsistency() {
    let children = [
        "size", "traffic", "area", "age", "yard", "kitchen", "state", "price",
    ];
    let rows = r#"[
        [1, 5, 3, 7, 6, 6, "1/3", "1/4"],
        ["1/5", 1, "1/3", 5, 3, 3, "1/5", "1/7"],
        ["1/3", 3, 1, 6, 3, 4, 6, "1/5"],
        ["1/7", "1/5", "1/6", 1, "1/3", "1/4", "1/7", "1/8"],
        ["1/6", "1/3", "1/3", 3, 1, "1/2", "1/5", "1/6"],
        ["1/6", "1/3", "1/4", 4, 2, 1, "1/5", "1/6"],
        [3, 5, "1/6", 7, 5, 5, 1, "1/2"],
        [4, 7, 5, 8, 6, 6, 2, 1]]"#;
    let index = judged(&children, rows).unwrap();
    let published = [0.173, 0.054, 0.188, 0.018, 0.031, 0.036, 0.167, 0.333];
    for (node, expected) in published.into_iter().enumerate() {
        let found = index.weight(node + 1).unwrap();
        assert!(
            (found - expected).abs() < 0.00051,
            "{node}: {found}, Saaty {expected}"
        );
    }
    let report = &index.weight_reports()[0];
    for (measure, expected) in report.measures.iter().zip([9.669, 0.238, 0.169]) {
        assert!(
            (measure.value - expected).abs() < 0.00051,
            "{measure:?}, Saaty {expected}"
        );
    }
    assert!(
        report.warnings[0]
            .to_string()
            .contains("contradict each other")
    );
    assert_eq!(report.figures, None);
}

#[test]
fn consistent_judgements_are_their_own_weights() {
    let index = judged(
        &["A", "B", "C"],
        r#"[[1, 2, 4], ["1/2", 1, 2], ["1/4", "1/2", 1]]"#,
    );
    let index = index.unwrap();
    for (node, expected) in [4.0, 2.0, 1.0].into_iter().enumerate() {
        assert!((index.weight(node + 1).unwrap() - expected / 7.0).abs() < 1e-14);
    }
    let report = &index.weight_reports()[0];
    assert!(
        report.warnings.is_empty() && report.measures[2].value < 1e-12,
        "{report:?}"
    );
}

#[test]
fn a_matrix_that_is_none_is_refused_with_its_place() {
    let two = ["A", "B"];
    assert!(matches!(
        fault(&two, "[[1, 3], [3, 1]]"),
        JudgementFault::NotReciprocal { row, column, .. } if row == "A" && column == "B"
    ));
    assert!(matches!(
        fault(&two, "[[2, 3], ['1/3', 1]]"),
        JudgementFault::NotReciprocal { .. }
    ));
    assert!(matches!(
        fault(&two, "[[1, -3], [-0.33, 1]]"),
        JudgementFault::NoRatio { .. }
    ));
    assert!(matches!(
        fault(&two, "[[1, 0], ['1/0', 1]]"),
        JudgementFault::NoRatio { .. }
    ));
    assert!(matches!(
        fault(&two, "[[1, 3]]"),
        JudgementFault::WrongShape {
            row: 2,
            found: 0,
            needed: 2
        }
    ));
    assert!(matches!(
        fault(&two, "[[1, 3], [1]]"),
        JudgementFault::WrongShape { row: 2, .. }
    ));
    assert!(matches!(
        fault(&two, "[[1, 3], ['1/3', 1], [1, 1]]"),
        JudgementFault::WrongShape { row: 3, .. }
    ));
    // 1/3 with three digits passes, with one it does not.
    assert!(judged(&two, "[[1, 3], [0.333, 1]]").is_ok());
    assert!(judged(&two, "[[1, 3], [0.3, 1]]").is_err());
}

#[test]
fn judgements_beyond_measure_do_not_converge() {
    let rows = "[[1, 1e9, 2e-9], [1e-9, 1, 1e9], [5e8, 1e-9, 1]]";
    let found = fault(&["A", "B", "C"], rows);
    assert!(
        matches!(
            found,
            JudgementFault::NoEigenvector {
                iterations: 10_000,
                ..
            }
        ),
        "{found}"
    );
}

#[test]
fn a_node_without_a_matrix_or_a_matrix_without_a_node_is_refused() {
    let frame = frame(&["A", "B"], &[&[&[Some(1.0), Some(1.0)]]]);
    let text = "[[steps]]\nstep = 'weight'\nrule = 'ahp'\n\
                matrices.indx = { order = ['A', 'B'], rows = [[1, 1], [1, 1]] }\n\
                [[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'";
    let error = compute(&frame, &flat(&[("A", 1.0), ("B", 1.0)]), &method(text)).unwrap_err();
    let error = error.to_string();
    assert!(
        error.contains("no `indx` (did you mean `index`?)"),
        "{error}"
    );
    assert!(error.contains("node index: nobody judges"), "{error}");
}

#[test]
fn a_text_that_is_no_ratio_is_refused_where_it_stands() {
    let text = "[[steps]]\nstep = 'weight'\nrule = 'ahp'\n\
                matrices.index = { order = ['A'], rows = [['third']] }";
    let error = toml::from_str::<crate::Method>(text)
        .unwrap_err()
        .to_string();
    assert!(error.contains("`third` is no ratio"), "{error}");
}

#[test]
fn an_only_child_needs_no_matrix() {
    let frame = frame(&["A"], &[&[&[Some(7.0)]]]);
    let text = "[[steps]]\nstep = 'weight'\nrule = 'ahp'\nmatrices = {}\n";
    let text = format!("{text}[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'");
    let index = compute(&frame, &flat(&[("A", 3.0)]), &method(&text)).unwrap();
    assert_eq!(
        index.score(0, 0, 0),
        average(&frame, &flat(&[("A", 3.0)]), "").score(0, 0, 0)
    );
    assert!(index.weight_reports().is_empty());
}
