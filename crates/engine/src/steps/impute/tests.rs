use super::*;
use crate::testing::{Rows, flat, method};
use crate::{ChangeKind, Frame, FrameBuilder, Index, Indicator, Unit, compute};

const AVERAGE: &str = "[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'";

/// Columns `X`, `Y`, `Z` of as many as the rows have; units `0`, `1`, … of the region `even` or `odd`, the
/// last without one.
pub(super) fn figures(periods: &[&str], rows: &[Rows<'_>]) -> Frame {
    let (units, columns) = (rows[0].len(), rows[0][0].len());
    let unit = |unit: usize| Unit {
        code: unit.to_string(),
        groups: [("region".to_owned(), ["even", "odd"][unit % 2].to_owned())]
            .into_iter()
            .filter(|_| unit + 1 < units)
            .collect(),
    };
    let mut builder = FrameBuilder::new(
        periods.iter().map(ToString::to_string).collect(),
        (0..units).map(unit).collect(),
        ["X", "Y", "Z"]
            .into_iter()
            .take(columns)
            .map(Indicator::new)
            .collect(),
    )
    .unwrap();
    for (period, rows) in rows.iter().enumerate() {
        for (unit, row) in rows.iter().enumerate() {
            for (column, value) in row.iter().enumerate() {
                if let Some(value) = value {
                    builder.set(period, unit, column, *value).unwrap();
                }
            }
        }
    }
    builder.build()
}

pub(super) fn impute(frame: &Frame, parameters: &str) -> Result<Index, ComputeError> {
    let leaves: Vec<(&str, f64)> = frame
        .indicators()
        .iter()
        .map(|it| (&*it.code, 1.0))
        .collect();
    let text = format!("[[steps]]\nstep = 'impute'\n{parameters}\n{AVERAGE}");
    compute(frame, &flat(&leaves), &method(&text))
}

/// The column `X` of a panel of one unit after its imputation.
fn along(periods: &[&str], cells: &[Option<f64>], parameters: &str) -> Vec<Option<f64>> {
    let rows: Vec<[Option<f64>; 1]> = cells.iter().map(|cell| [*cell]).collect();
    let rows: Vec<[&[Option<f64>]; 1]> = rows.iter().map(|row| [row.as_slice()]).collect();
    let rows: Vec<Rows<'_>> = rows.iter().map(<[_; 1]>::as_slice).collect();
    let index = impute(&figures(periods, &rows), parameters).unwrap();
    let after = index.dataset("impute").unwrap();
    (0..periods.len())
        .map(|period| after.get("X", period, 0))
        .collect()
}

const YEARS: [&str; 4] = ["2018", "2019", "2021", "2022"];

#[test]
fn a_line_is_drawn_in_time_and_not_beyond_its_ends() {
    let cells = [Some(1.0), None, Some(4.0), None];
    assert_eq!(
        along(&YEARS, &cells, "rule = 'linear'"),
        [Some(1.0), Some(2.0), Some(4.0), None]
    );
    let nearest = along(&YEARS, &cells, "rule = 'linear'\nends = 'nearest'");
    assert_eq!(nearest[3], Some(4.0));
    // Periods that are no numbers lie at equal distances.
    let found = along(&["a", "b", "c", "d"], &cells, "rule = 'linear'");
    assert_eq!(found[1], Some(2.5));
    assert_eq!(
        along(&YEARS, &[None; 4], "rule = 'linear'\nends = 'nearest'"),
        [None; 4]
    );
}

#[test]
fn the_last_observation_reaches_as_far_as_it_may() {
    let cells = [None, Some(3.0), None, None];
    let found = along(&YEARS, &cells, "rule = 'last_observation'");
    assert_eq!(found, [None, Some(3.0), Some(3.0), Some(3.0)]);
    let found = along(&YEARS, &cells, "rule = 'last_observation'\nreach = 2");
    assert_eq!(found, [None, Some(3.0), Some(3.0), None]);
    let found = along(&YEARS, &cells, "rule = 'last_observation'\nstart = 'next'");
    assert_eq!(found[0], Some(3.0));
}

#[test]
fn averages_come_from_the_scope_and_the_group() {
    let first: Rows<'_> = &[&[Some(1.0)], &[Some(2.0)], &[Some(6.0)], &[None], &[None]];
    let second: Rows<'_> = &[&[Some(10.0)], &[None], &[None], &[None], &[None]];
    let frame = figures(&["2022", "2023"], &[first, second]);
    let found = |parameters: &str| {
        let index = impute(&frame, parameters).unwrap();
        let after = index.dataset("impute").unwrap();
        [(0, 3), (0, 4), (1, 1), (1, 2)].map(|(period, unit)| after.get("X", period, unit))
    };
    assert_eq!(
        found("rule = 'mean'"),
        [Some(3.0), Some(3.0), Some(10.0), Some(10.0)]
    );
    assert_eq!(
        found("rule = 'median'"),
        [Some(2.0), Some(2.0), Some(10.0), Some(10.0)]
    );
    let all = "rule = 'mean'\nscope = 'all_periods'";
    assert_eq!(found(all), [Some(4.75); 4]);
    let base = "rule = 'median'\nscope = { base = '2022' }";
    assert_eq!(found(base), [Some(2.0); 4]);
    // The last unit has no group; the odd ones have no figure in the second period.
    let group = "rule = 'group_mean'\ngrouping = 'region'";
    assert_eq!(found(group), [Some(2.0), None, None, Some(10.0)]);
    let group = "rule = 'group_median'\ngrouping = 'region'\nscope = 'all_periods'";
    assert_eq!(found(group), [Some(2.0), None, Some(2.0), Some(6.0)]);
}

pub(super) const PAIRS: Rows<'static> = &[
    &[Some(1.0), Some(3.0)],
    &[Some(2.0), Some(5.0)],
    &[Some(4.0), Some(8.0)],
    &[Some(3.0), None],
    &[None, None],
];

#[test]
fn a_regression_predicts_on_the_line_of_least_squares() {
    let index = impute(
        &figures(&["2023"], &[PAIRS]),
        "[steps.indicators]\nY = { rule = 'regression', on = 'X' }",
    );
    let index = index.unwrap();
    let after = index.dataset("impute").unwrap();
    // x̄ = 7/3, ȳ = 16/3: slope (Σxy − 3x̄ȳ)/(Σx² − 3x̄²) = (45 − 112/3)/(21 − 49/3) = 23/14.
    let expected = 16.0 / 3.0 + 23.0 / 14.0 * (3.0 - 7.0 / 3.0);
    assert!((after.get("Y", 0, 3).unwrap() - expected).abs() < 1e-12);
    assert_eq!(after.get("Y", 0, 4), None); // nothing to predict from
    let error = |rows: Rows<'_>| {
        let rule = "[steps.indicators]\nY = { rule = 'regression', on = 'X' }";
        impute(&figures(&["2023"], &[rows]), rule)
            .unwrap_err()
            .to_string()
    };
    let constant = error(&[
        &[Some(1.0), Some(2.0)],
        &[Some(1.0), Some(3.0)],
        &[Some(1.0), None],
    ]);
    let start = "step impute, rule regression, Y, period 2023: every value of X is the same";
    assert!(constant.starts_with(start), "{constant}");
    let few = error(&[&[Some(1.0), Some(2.0)], &[Some(2.0), None]]);
    assert!(few.contains("needs 2 values and finds 1"), "{few}");
}

#[test]
fn gaps_are_filled_from_figures_and_never_from_each_other() {
    let rows: Rows<'_> = &[
        &[Some(1.0), None],
        &[Some(2.0), Some(6.0)],
        &[Some(3.0), Some(7.0)],
        &[None, Some(5.0)],
    ];
    let rule = "[steps.indicators]\nX = { rule = 'regression', on = 'Y' }\nY = { rule = 'regression', on = 'X' }";
    let index = impute(&figures(&["2023"], &[rows]), rule).unwrap();
    let after = index.dataset("impute").unwrap();
    assert_eq!(
        (after.get("X", 0, 3), after.get("Y", 0, 0)),
        (Some(1.0), Some(5.0))
    );
}

#[test]
fn a_screened_unit_is_not_imputed() {
    let frame = figures(&["2023"], &[PAIRS]);
    let text = format!(
        "[[steps]]\nstep = 'screen'\navailable = 0.5\n[[steps]]\nstep = 'impute'\nrule = 'constant'\nvalue = 0\n{AVERAGE}"
    );
    let index = compute(&frame, &flat(&[("X", 1.0), ("Y", 1.0)]), &method(&text)).unwrap();
    assert_eq!(index.score(0, 0, 4), None);
    assert_eq!(index.dataset("impute").unwrap().get("X", 0, 4), None);
    assert_eq!(index.score(0, 0, 3), Some(1.5));
}

#[test]
fn every_imputed_cell_stands_in_the_log_and_its_parents_count_it() {
    let index = impute(&figures(&["2023"], &[PAIRS]), "rule = 'mean'").unwrap();
    let imputed: Vec<_> = index
        .changes()
        .map(|it| (it.indicator, it.unit, it.before))
        .collect();
    assert_eq!(
        imputed,
        [("X", "4", None), ("Y", "3", None), ("Y", "4", None)]
    );
    let explained = index.explain(0, 4);
    assert_eq!(
        (explained[0].changed.imputed, explained[0].changed.of),
        (2, 2)
    );
    let stages = &explained[1].stages;
    assert_eq!((stages[0].value, stages[1].value), (None, Some(2.5)));
    assert_eq!(stages[1].change, Some(ChangeKind::Imputed));
    assert_eq!(stages[1].rule.as_deref(), Some("mean"));
    assert_eq!(stages[1].parameters, [Parameter::new("figures", 4.0)]);
    assert_eq!(index.changed(0, 0, 0).imputed, 0);
}

#[test]
fn columns_without_any_figure_stay_empty_and_values_stay_numbers() {
    let empty: Rows<'_> = &[&[None, Some(1.0)], &[None, Some(2.0)]];
    for rule in [
        "mean",
        "median",
        "linear",
        "last_observation",
        "nearest",
        "em",
        "row_mean",
        "row_median",
    ] {
        let index = impute(&figures(&["2023"], &[empty]), &format!("rule = '{rule}'")).unwrap();
        assert_eq!(index.changes().count(), 0, "{rule}");
        let why = index.missing(0, 1, 0).unwrap().to_string();
        assert!(why.contains("no figure for X"), "{why}");
    }
    let huge: Rows<'_> = &[&[Some(f64::MAX)], &[Some(f64::MAX)], &[None]];
    let wide: Rows<'_> = &[
        &[Some(f64::MAX), Some(1.0)],
        &[Some(f64::MAX), Some(2.0)],
        &[None, Some(1.0)],
    ];
    let rule = "rule = 'none'\n[steps.indicators]\nX = { rule = 'nearest' }";
    for (rows, rule) in [(huge, "rule = 'mean'"), (wide, rule)] {
        let error = impute(&figures(&["2023"], &[rows]), rule).unwrap_err();
        assert!(
            error.to_string().contains("too large for a number"),
            "{error}"
        );
    }
}

#[test]
fn what_is_wrong_with_an_imputation_is_said() {
    let frame = figures(&["2023"], &[PAIRS]);
    let faults = |parameters: &str| impute(&frame, parameters).unwrap_err().to_string();
    for (parameters, expected) in [
        (
            "rule = 'constant'",
            "rule constant, indicator X: `value` is missing",
        ),
        ("rule = 'group_mean'", "`grouping` is missing"),
        (
            "rule = 'group_mean'\ngrouping = 'regoin'",
            "`regoin` is no grouping of the units (did you mean `region`?)",
        ),
        (
            "rule = 'regression'\non = 'W'",
            "`W` is no indicator of the frame",
        ),
        (
            "rule = 'nearest'\nneighbours = 0",
            "`neighbours` is 0: it must be at least 1",
        ),
        (
            "rule = 'em'\ntolerance = 0\niterations = 0",
            "`iterations` is 0",
        ),
        (
            "rule = 'row_mean'\nlevel = 3",
            "no node of level 3 has children",
        ),
        (
            "rule = 'mean'\nscope = { base = '2032' }",
            "`2032` is no period of the frame",
        ),
        ("rule = 'last_observation'\nreach = -1", "`reach` is -1"),
    ] {
        let found = faults(parameters);
        assert!(found.contains(expected), "{parameters}: {found}");
    }
    let slip = toml::from_str::<crate::Method>("[[steps]]\nstep = 'impute'\nrule = 'meen'");
    assert!(
        slip.unwrap_err()
            .to_string()
            .contains("did you mean `mean`?")
    );
}

#[test]
fn written_and_read_again_a_rule_is_the_same() {
    for rule in RULES {
        let more = match *rule {
            "constant" => "value = 1",
            "regression" => "on = 'X'",
            "group_mean" | "group_median" => "grouping = 'region'",
            _ => "",
        };
        let first = method(&format!(
            "[[steps]]\nstep = 'impute'\nrule = '{rule}'\n{more}"
        ));
        let text = toml::to_string(&first).unwrap();
        assert_eq!(method(&text), first, "{text}");
    }
}
