//! With the formula and the parameters that are shown, a person computes the score by hand.

use crate::{Index, Missing, Stage};

/// Two units over two years by a rule.
fn index(rule: &str) -> Index {
    let frame = crate::testing::frame(
        &["RD"],
        &[
            &[&[Some(2.0)], &[Some(4.0)], &[None]],
            &[&[Some(3.0)], &[Some(4.4)], &[Some(5.0)]],
        ],
    );
    let text = format!(
        "[[steps]]\nstep = 'normalise'\n{rule}\n[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'"
    );
    let tree = crate::testing::flat(&[("RD", 1.0)]);
    crate::compute(&frame, &tree, &crate::testing::method(&text)).unwrap()
}

fn stage(index: &Index, period: usize, unit: usize) -> Stage {
    let node = index.node_position("RD").unwrap();
    let explained = index.explain_node(period, node, unit).unwrap();
    explained.stages.into_iter().next_back().unwrap()
}

fn named(stage: &Stage) -> Vec<(&str, f64)> {
    let parameters = stage.parameters.iter();
    parameters.map(|it| (it.name.as_str(), it.value)).collect()
}

#[test]
fn a_rank_shows_what_was_counted() {
    let found = stage(&index("rule = 'percentile_rank'\nties = 'average'"), 1, 1);
    let formula = "((worse + 1 + no_better) ÷ 2 − 1) ÷ (n − 1) × scale";
    assert_eq!(found.formula.as_deref(), Some(formula));
    let expected = [
        ("worse", 1.0),
        ("no_better", 2.0),
        ("n", 3.0),
        ("scale", 1.0),
    ];
    assert_eq!(named(&found), expected);
    assert_eq!(found.value, Some(0.5));
}

#[test]
fn growth_shows_where_it_started() {
    let rule = "rule = 'growth_score'\nby = { rule = 'standard_ratio', standard = 1 }";
    let found = stage(&index(rule), 1, 0);
    let formula =
        "growth = (x − before) ÷ before; with the growth for x: min(x ÷ standard, cap) × scale";
    assert_eq!(found.formula.as_deref(), Some(formula));
    let expected = [
        ("before", 2.0),
        ("growth", 0.5),
        ("standard", 1.0),
        ("cap", 1.0),
        ("scale", 100.0),
    ];
    assert_eq!(named(&found), expected);
    assert_eq!(found.value, Some(50.0));
}

#[test]
fn level_and_progress_show_both_sides() {
    let rule = "rule = 'level_progress'\nalpha = 0.75\n\
                level = { rule = 'standard_ratio', standard = 4 }\nprogress = { standard = 2 }";
    let found = stage(&index(rule), 1, 0);
    let expected = [
        ("alpha", 0.75),
        ("level", 75.0),
        ("before", 2.0),
        ("change", 1.0),
        ("progress", 50.0),
        ("level.standard", 4.0),
        ("level.cap", 1.0),
        ("level.scale", 100.0),
        ("progress.standard", 2.0),
        ("progress.cap", 1.0),
        ("progress.scale", 100.0),
    ];
    assert_eq!(named(&found), expected);
    assert_eq!(found.value, Some(68.75));
}

#[test]
fn a_schedule_shows_what_was_expected_of_the_unit() {
    let rule =
        "rule = 'schedule_progress'\nbase_period = '2021'\ntarget = 6\ntarget_period = '2025'";
    let found = stage(&index(rule), 1, 0);
    let expected = [
        ("base", 2.0),
        ("target", 6.0),
        ("elapsed", 0.25),
        ("expected", 3.0),
        ("scale", 100.0),
    ];
    assert_eq!(named(&found), expected);
    assert_eq!(found.value, Some(100.0));
}

#[test]
fn a_score_that_a_rule_cannot_give_has_its_reason() {
    let indicator = || "RD".to_owned();
    let missing = |rule: &str, period, unit| {
        let index = index(rule);
        index.missing(period, index.node_position("RD").unwrap(), unit)
    };
    let no_change = Some(Missing::NoChange {
        indicator: indicator(),
    });
    assert_eq!(missing("rule = 'growth_score'", 0, 0), no_change);
    let joined = "rule = 'level_progress'\nlevel = { rule = 'rank' }";
    assert_eq!(missing(joined, 0, 0), None);
    assert_eq!(missing(joined, 1, 2), no_change);
    let own_base = "rule = 'index_number'\nscope = { base = '2021' }";
    let no_base = Some(Missing::NoBase {
        indicator: indicator(),
    });
    assert_eq!(missing(own_base, 1, 2), no_base);
    let schedule =
        "rule = 'schedule_progress'\nbase_period = '2021'\ntarget = 6\ntarget_period = '2025'";
    assert_eq!(missing(schedule, 1, 2), no_base);
    let not_begun = Some(Missing::NotBegun {
        indicator: indicator(),
    });
    assert_eq!(missing(schedule, 0, 0), not_begun);
    let no_data = Some(Missing::NoData {
        indicator: indicator(),
    });
    assert_eq!(missing(schedule, 0, 2), no_data);
}
