use super::*;
use crate::testing::{flat, frame, method};
use crate::{ChangeKind, Index, compute};

const AVERAGE: &str = "[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'";

/// One column through a treatment; periods are of equal length.
fn treat(periods: &[&[Option<f64>]], parameters: &str) -> Result<Index, ComputeError> {
    let rows: Vec<Vec<Vec<Option<f64>>>> = periods
        .iter()
        .map(|cells| cells.iter().map(|cell| vec![*cell, Some(1.0)]).collect())
        .collect();
    let rows: Vec<Vec<&[Option<f64>]>> = rows
        .iter()
        .map(|rows| rows.iter().map(Vec::as_slice).collect())
        .collect();
    let rows: Vec<&[&[Option<f64>]]> = rows.iter().map(Vec::as_slice).collect();
    let text = format!("[[steps]]\nstep = 'treat'\n{parameters}\n{AVERAGE}");
    let tree = flat(&[("RD", 1.0)]);
    compute(&frame(&["RD", "GDP"], &rows), &tree, &method(&text))
}

fn treated(index: &Index) -> Vec<Option<f64>> {
    let after = index.dataset("treat").unwrap();
    let cells = (0..index.periods().len())
        .flat_map(|period| (0..index.units().len()).map(move |unit| (period, unit)));
    cells
        .map(|(period, unit)| after.get("RD", period, unit))
        .collect()
}

fn some<const N: usize>(values: [f64; N]) -> [Option<f64>; N] {
    values.map(Some)
}

fn column(values: &[Option<f64>], parameters: &str) -> Vec<Option<f64>> {
    treated(&treat(&[values], parameters).unwrap())
}

const SKEWED: [f64; 10] = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 90.0, 99.0];
const HIGH: [f64; 9] = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 90.0];

#[test]
fn a_column_that_passes_is_left_alone_unless_always_is_asked_for() {
    let even = some([1.0, 2.0, 3.0, 4.0, 5.0]);
    for rule in ["winsorise", "log", "log_signed", "log_gii", "box_cox"] {
        let index = treat(&[&even], &format!("rule = '{rule}'")).unwrap();
        assert_eq!(treated(&index), even, "{rule}");
        assert_eq!(index.changes().count(), 0, "{rule}");
        assert!(!index.treatments()[0].failed, "{rule}");
    }
    assert_ne!(column(&even, "rule = 'log'\nwhen = 'always'"), even);
}

#[test]
fn what_winsorising_cannot_tame_is_transformed_from_the_untreated_column() {
    let index = treat(&[&some(HIGH)], "rule = 'winsorise'\nwinmax = 0").unwrap();
    let log = |x: f64| libm::log(x - 1.0 + 0.01 * 89.0);
    assert_eq!(treated(&index), HIGH.map(|x| Some(log(x))));
    let record = &index.treatments()[0];
    assert_eq!(record.transformed.as_ref().unwrap().rule, "log");
    let none = column(
        &some(HIGH),
        "rule = 'winsorise'\nwinmax = 0\nfallback = 'none'",
    );
    assert_eq!(none, some(HIGH));
}

#[test]
fn a_combined_fallback_starts_from_the_winsorised_values() {
    let mut values = HIGH.to_vec();
    values.extend([70.0, 5.0, 5.0, 5.0, 5.0]);
    let cells: Vec<Option<f64>> = values.iter().copied().map(Some).collect();
    let rule = "rule = 'winsorise'\nwinmax = 1\ncombine = true";
    let index = treat(&[&cells], rule).unwrap();
    let winsorised = index.treatments()[0].winsorised.clone().unwrap();
    assert_eq!((winsorised.points, winsorised.high), (1, Some(70.0)));
    assert!(winsorised.failed && winsorised.is_kept);
    let log = |x: f64| libm::log(x.min(70.0) - 1.0 + 0.01 * 69.0);
    let expected: Vec<Option<f64>> = values.into_iter().map(|x| Some(log(x))).collect();
    assert_eq!(treated(&index), expected);
    let stages = &index.explain(0, 8)[1].stages;
    assert_eq!(
        stages[1].formula.as_deref(),
        Some("max(low, min(x, high)), then ln(x − min + offset × (max − min))")
    );
}

#[test]
fn trimming_sets_to_the_limit_or_takes_out() {
    let cells = some([1.0, 2.0, 3.0, 4.0, 50.0]);
    let limit = column(&cells, "rule = 'trim_iqr'");
    assert_eq!(limit, some([1.0, 2.0, 3.0, 4.0, 7.0]));
    let index = treat(&[&cells], "rule = 'trim_iqr'\nbeyond = 'missing'").unwrap();
    assert_eq!(treated(&index)[4], None);
    let why = index.missing(0, 1, 4).unwrap().to_string();
    assert!(
        why.starts_with("step treat took the figure of RD out"),
        "{why}"
    );
    let changes: Vec<_> = index.changes().collect();
    assert_eq!(changes.len(), 1);
    assert_eq!((changes[0].before, changes[0].after), (Some(50.0), None));
}

#[test]
fn an_override_takes_what_it_leaves_out_from_the_step() {
    let text = "rule = 'winsorise'\nwinmax = 3\nskewness = 1\n[steps.indicators]\n\
        RD = { kurtosis = 9 }\nGDP = { rule = 'none' }\nAREA = { rule = 'trim_iqr' }";
    let text = format!("[[steps]]\nstep = 'treat'\n{text}\n{AVERAGE}");
    let crate::Step::Treat(step) = &method(&text).steps[0] else {
        panic!("no treatment");
    };
    let rd = step.of("RD").unwrap();
    assert_eq!((rd.test.skewness, rd.test.kurtosis), (1.0, 9.0));
    assert!(matches!(&rd.rule, TreatRule::Winsorise(rule) if rule.winmax == 3));
    assert_eq!(step.of("GDP").unwrap().rule, TreatRule::None);
    let area = step.of("AREA").unwrap();
    assert_eq!((area.when, area.test), (When::Always, Test::default()));
    let again = method(&toml::to_string(&method(&text)).unwrap());
    assert_eq!(again, method(&text));
}

#[test]
fn a_panel_is_treated_by_period_or_over_all_of_them() {
    let (first, second) = (some(HIGH), some([2.0; 9]));
    let index = treat(&[&first, &second], "rule = 'winsorise'").unwrap();
    assert_eq!(index.treatments().len(), 2);
    assert_eq!(treated(&index)[8], Some(8.0));
    let index = treat(
        &[&first, &second],
        "rule = 'winsorise'\nscope = 'all_periods'",
    )
    .unwrap();
    assert_eq!(index.treatments().len(), 1);
    assert_eq!(index.treatments()[0].before.n, 18);
    // The limits of the base period hold in every period.
    let later = some([3.0, 95.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0]);
    let index = treat(
        &[&first, &later],
        "rule = 'winsorise'\nscope = { base = '2021' }",
    )
    .unwrap();
    assert_eq!(
        (treated(&index)[8], treated(&index)[10]),
        (Some(8.0), Some(8.0))
    );
}

#[test]
fn a_figure_below_the_base_period_has_no_logarithm() {
    let (first, second) = (some(HIGH), some([-9.0; 9]));
    let rule = "rule = 'log'\nscope = { base = '2021' }";
    let error = treat(&[&first, &second], rule).unwrap_err().to_string();
    let start = "step treat, rule log, RD, period 2022, unit A: -9.11 has no logarithm";
    assert!(error.starts_with(start), "{error}");
    let empty = treat(&[&[None; 9], &second], rule).unwrap_err().to_string();
    assert!(
        empty.contains("nobody has a figure in the base period 2021"),
        "{empty}"
    );
}

#[test]
fn columns_without_shape_pass_and_always_names_what_is_wrong() {
    let two = some([1.0, 900.0]);
    for cells in [&two[..], &some([7.0; 6]), &[None; 5], &some([3.0])] {
        for rule in ["winsorise", "log", "box_cox", "log_signed", "log_gii"] {
            assert_eq!(column(cells, &format!("rule = '{rule}'")), cells, "{rule}");
        }
        for rule in ["'trim_iqr'", "'trim_percentiles'\nlow = 0\nhigh = 1"] {
            assert_eq!(column(cells, &format!("rule = {rule}")), cells, "{rule}");
        }
    }
    let error = treat(&[&some([7.0; 6])], "rule = 'log'\nwhen = 'always'").unwrap_err();
    let start = "step treat, rule log, RD, period 2021: every value is 7";
    assert!(error.to_string().starts_with(start), "{error}");
    let small = treat(&[&some([0.1, 0.2])], "rule = 'log_gii'\nwhen = 'always'").unwrap_err();
    assert!(
        small
            .to_string()
            .contains("must be above 1; raise `factor`"),
        "{small}"
    );
    let wide = some([f64::MIN, f64::MAX]);
    let wide = treat(&[&wide], "rule = 'log'\nwhen = 'always'").unwrap_err();
    assert!(
        wide.to_string().contains("too large for a number"),
        "{wide}"
    );
}

#[test]
fn ties_everywhere_and_negative_values_are_treated_or_left() {
    // Nineteen zeros and a one: no step of winsorising is possible, the logarithm changes the scale only.
    let mut cells = [Some(0.0); 20];
    cells[19] = Some(1.0);
    let found = column(&cells, "rule = 'winsorise'");
    assert!(found[0].is_some() && found[0] < found[19]);
    let negative = some(SKEWED.map(|x| -x));
    let index = treat(&[&negative], "rule = 'winsorise'\nfallback = 'none'").unwrap();
    let found = treated(&index);
    assert!(found.iter().zip(found.iter().skip(1)).all(|(a, b)| a >= b));
}

#[test]
fn every_changed_cell_stands_in_the_log_and_in_the_explanation() {
    let index = treat(&[&some(HIGH)], "rule = 'winsorise'").unwrap();
    let changes: Vec<_> = index.changes().collect();
    assert_eq!(changes.len(), 1);
    let change = changes[0];
    assert_eq!((change.step, change.rule), ("treat", "winsorise"));
    assert_eq!(
        (change.indicator, change.period, change.unit),
        ("RD", "2021", "I")
    );
    assert_eq!((change.before, change.after), (Some(90.0), Some(8.0)));
    assert_eq!(change.kind, ChangeKind::Treated);
    let json = serde_json::to_value(change).unwrap();
    assert_eq!(json["kind"], "treated");
    let explained = index.explain(0, 8);
    assert_eq!(
        (explained[0].changed.treated, explained[0].changed.of),
        (1, 1)
    );
    let stages = &explained[1].stages;
    assert_eq!((stages[0].value, stages[0].change), (Some(90.0), None));
    assert_eq!(stages[1].change, Some(ChangeKind::Treated));
    let high: Vec<_> = stages[1]
        .parameters
        .iter()
        .map(|it| (&*it.name, it.value))
        .collect();
    assert_eq!(high, [("high", 8.0)]);
    // A figure that the step left as it was has no stage of it.
    assert_eq!(index.explain(0, 0)[1].stages.len(), 1);
}

#[test]
fn what_is_wrong_with_a_treatment_is_said() {
    let faults = |parameters: &str| {
        let text = format!("[[steps]]\nstep = 'treat'\n{parameters}\n{AVERAGE}");
        let frame = frame(&["RD"], &[&[&[None]]]);
        let faults = method(&text).validate(&flat(&[("RD", 1.0)]), &frame);
        faults.unwrap_err().to_string()
    };
    let found = faults("rule = 'log'\noffset = 0\nskewness = -1\nscope = { base = '2020' }");
    assert!(
        found.contains("`2020` is no period of the frame (did you mean `2021`?)"),
        "{found}"
    );
    assert!(
        found.contains("rule log, indicator RD: `offset` is 0"),
        "{found}"
    );
    assert!(
        found.contains("`skewness` is -1: it must be from 0"),
        "{found}"
    );
    let found = faults("rule = 'winsorise'\nfallback = { rule = 'log_gii', factor = -1 }");
    assert!(found.contains("`factor` is -1"), "{found}");
    let read = |parameters: &str| {
        let text = format!("[[steps]]\nstep = 'treat'\n{parameters}");
        toml::from_str::<crate::Method>(&text)
            .unwrap_err()
            .to_string()
    };
    let slip = read("rule = 'winsorize'");
    assert!(slip.contains("did you mean `winsorise`?"), "{slip}");
    let slip = read("rule = 'winsorise'\nfallback = 'boxcox'");
    assert!(
        slip.contains("steps[0].fallback.rule: unknown word `boxcox` (did you mean `box_cox`?)"),
        "{slip}"
    );
    let slip = read("rule = 'winsorise'\nwinmx = 3");
    assert!(
        slip.contains("steps[0].winmx: unknown key (did you mean `winmax`?)"),
        "{slip}"
    );
    let slip = read("rule = 'log'\nskew = 3");
    assert!(slip.contains("skewness"), "{slip}");
}
