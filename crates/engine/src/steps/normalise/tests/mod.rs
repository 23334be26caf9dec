//! What the tests of single rules share, and the tests of how rules are chosen.

mod explaining;
mod reading;

use super::scaler::AnyRule;
use super::*;
use crate::error::Fault;
use crate::frame::Frame;

fn apply(
    rule: &dyn AnyRule,
    direction: Direction,
    periods: &[&[Option<f64>]],
) -> Result<Column, Broken> {
    let frame = over(direction, periods);
    let source = Source {
        column: frame.column(0).unwrap(),
        direction,
        frame: &frame,
    };
    let mut scores = Column::missing(periods.len(), periods[0].len());
    let mut scaler = rule.scaler();
    scaler.score(&source, &mut scores)?;
    // Scored again with the same room, nothing may be left over from the first time.
    let mut again = scores.clone();
    scaler.score(&source, &mut again)?;
    assert_eq!(scores, again);
    Ok(scores)
}

/// A frame of one indicator in the periods 2021, 2022, …, of the units A, B, ….
pub(super) fn over(direction: Direction, periods: &[&[Option<f64>]]) -> Frame {
    let name = match direction {
        Direction::HigherIsBetter => "X",
        Direction::LowerIsBetter => "-X",
    };
    let rows: Vec<Vec<Vec<Option<f64>>>> = periods
        .iter()
        .map(|cells| cells.iter().map(|cell| vec![*cell]).collect())
        .collect();
    let rows: Vec<Vec<&[Option<f64>]>> = rows
        .iter()
        .map(|cells| cells.iter().map(Vec::as_slice).collect())
        .collect();
    let rows: Vec<&[&[Option<f64>]]> = rows.iter().map(Vec::as_slice).collect();
    crate::testing::frame(&[name], &rows)
}

/// Where and why a rule cannot be applied.
pub(super) fn broken(
    rule: &dyn AnyRule,
    direction: Direction,
    periods: &[&[Option<f64>]],
) -> Broken {
    apply(rule, direction, periods).unwrap_err()
}

/// The scores of every period's cells.
pub(super) fn panel(
    rule: &dyn AnyRule,
    direction: Direction,
    periods: &[&[Option<f64>]],
) -> Vec<Vec<Option<f64>>> {
    let found = apply(rule, direction, periods).unwrap();
    let of = |period| (0..periods[0].len()).map(move |unit| (period, unit));
    let get = |(period, unit)| found.get(period, unit);
    (0..periods.len())
        .map(|period| of(period).map(get).collect())
        .collect()
}

/// The scores of one period's cells.
pub(super) fn scores(
    rule: &dyn AnyRule,
    direction: Direction,
    cells: &[Option<f64>],
) -> Vec<Option<f64>> {
    panel(rule, direction, &[cells]).remove(0)
}

/// The fault of a rule that cannot be applied.
pub(super) fn fault(rule: &dyn AnyRule, direction: Direction, cells: &[Option<f64>]) -> Fault {
    apply(rule, direction, &[cells]).unwrap_err().fault
}

fn read(text: &str) -> Result<Normalise, ReadError> {
    let value: serde_json::Value = toml::from_str(text).unwrap();
    Normalise::read(Table::new("steps[0]", value).unwrap())
}

#[test]
fn an_override_takes_from_the_step_what_it_leaves_out() {
    let step = read("rule = 'standard_ratio'\ncap = 1.2\nindicators.RD.standard = 2.5").unwrap();
    let own = StandardRatio {
        standard: Some(2.5),
        cap: 1.2,
        ..StandardRatio::default()
    };
    assert_eq!(step.rule_of("RD"), Some(&NormaliseRule::StandardRatio(own)));
    let all = StandardRatio {
        cap: 1.2,
        ..StandardRatio::default()
    };
    assert_eq!(
        step.rule_of("GDP"),
        Some(&NormaliseRule::StandardRatio(all))
    );
}

#[test]
fn an_override_with_another_rule_starts_from_that_rules_defaults() {
    let text =
        "rule = 'min_max'\nlower = 1\n[indicators.LIFE]\nrule = 'goalposts'\nlow = 20\nhigh = 85";
    let own = Goalposts {
        low: Some(20.0),
        high: Some(85.0),
        ..Goalposts::default()
    };
    assert_eq!(
        read(text).unwrap().rule_of("LIFE"),
        Some(&NormaliseRule::Goalposts(own))
    );
}

#[test]
fn a_step_without_a_rule_for_all_leaves_the_others_without_one() {
    let step = read("[indicators.LIFE]\nrule = 'min_max'").unwrap();
    assert!(step.rule_of("LIFE").is_some());
    assert!(step.rule_of("RD").is_none());
}

#[test]
fn scopes_are_words_or_a_base() {
    let scope = |text: &str| match read(&format!("rule = 'min_max'\nscope = {text}")) {
        Ok(Normalise {
            rule: Some(NormaliseRule::MinMax(rule)),
            ..
        }) => Ok(rule.scope),
        Ok(other) => panic!("{other:?}"),
        Err(error) => Err(error.to_string()),
    };
    assert_eq!(scope("'period'"), Ok(Scope::Period));
    assert_eq!(scope("'all_periods'"), Ok(Scope::AllPeriods));
    assert_eq!(scope("{ base = '2019' }"), Ok(Scope::Base("2019".into())));
    assert!(
        scope("'yearly'")
            .unwrap_err()
            .starts_with("steps[0].scope: ")
    );
}

#[test]
fn slips_are_named_with_path_and_suggestion() {
    let message = |text: &str| read(text).unwrap_err().to_string();
    let capp = message("rule = 'standard_ratio'\nindicators.RD.capp = 1");
    assert!(
        capp.starts_with("steps[0].indicators.RD.capp: unknown key (did you mean `cap`?)"),
        "{capp}"
    );
    let rule = message("rule = 'standard_ration'");
    assert!(rule.contains("(did you mean `standard_ratio`?)"), "{rule}");
    let indicators = message("rule = 'min_max'\n[indicator.RD]\nlower = 1");
    assert!(
        indicators.contains("(did you mean `indicators`?)"),
        "{indicators}"
    );
    let kind = message("rule = 'min_max'\nlower = 'low'");
    assert!(
        kind.starts_with("steps[0].lower: invalid type: string"),
        "{kind}"
    );
    let lost = message("lower = 1");
    assert_eq!(lost, "steps[0].rule: this key is missing: give it");
}

/// The scores of one indicator of which less is better, in 2021 (A 10, B 20), 2022 (A 15, B 30) and
/// 2023 (nobody).
fn over_time(scope: &str) -> Result<crate::Index, ComputeError> {
    let frame = crate::testing::frame(
        &["-ENERGY"],
        &[
            &[&[Some(10.0)], &[Some(20.0)]],
            &[&[Some(15.0)], &[Some(30.0)]],
            &[&[None], &[None]],
        ],
    );
    let text = format!(
        "[[steps]]\nstep = 'normalise'\nrule = 'min_max'\nscope = {scope}\n\
         [[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'"
    );
    let tree = crate::testing::flat(&[("ENERGY", 1.0)]);
    crate::compute(&frame, &tree, &crate::testing::method(&text))
}

#[test]
fn the_scope_says_where_min_and_max_come_from() {
    let scores = |scope: &str| {
        let index = over_time(scope).unwrap();
        let cells = [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0)];
        cells.map(|(period, unit)| index.score(period, 0, unit))
    };
    let [best, worst] = [Some(100.0), Some(0.0)];
    assert_eq!(scores("'period'"), [best, worst, best, worst, None]);
    assert_eq!(
        scores("'all_periods'"),
        [best, Some(50.0), Some(75.0), worst, None]
    );
    assert_eq!(
        scores("{ base = '2021' }"),
        [best, worst, Some(50.0), Some(-100.0), None]
    );
}

#[test]
fn a_base_without_figures_is_a_fault_that_names_everything() {
    let message = over_time("{ base = '2023' }").unwrap_err().to_string();
    let start =
        "step normalise, rule min_max, ENERGY, period 2023: nobody has a figure in the base";
    assert!(message.starts_with(start), "{message}");
}

#[test]
fn a_fault_names_step_rule_indicator_period_and_unit() {
    let frame = crate::testing::frame(&["RD"], &[&[&[Some(1.0)], &[Some(-2.0)]]]);
    let text = "[[steps]]\nstep = 'normalise'\nrule = 'goalposts'\nlow = 1\nhigh = 9\nlog = true\n\
                [[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'";
    let tree = crate::testing::flat(&[("RD", 1.0)]);
    let error = crate::compute(&frame, &tree, &crate::testing::method(text)).unwrap_err();
    let expected = "step normalise, rule goalposts, RD, period 2021, unit B: -2 has no logarithm; \
                    correct the figure, or set log = false";
    assert_eq!(error.to_string(), expected);
}
