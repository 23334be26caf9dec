//! What must hold of every rule of normalisation, for any figures.

#![expect(clippy::unwrap_used, reason = "a test stops where its setting fails")]

use proptest::prelude::*;
use yanzhi_engine::{FrameBuilder, Framework, Indicator, Method, Node, Unit, compute};

/// Figures by period and unit: eighths above 0, with ties, most of them there.
type Figures = Vec<Vec<Option<f64>>>;

/// Rules that take all they need from the data, so that the measure unit does not matter.
const SCALE_FREE: &[&str] = &[
    "rule = 'min_max'",
    "rule = 'min_max'\nscope = 'all_periods'",
    "rule = 'z_score'\nmean = 50\nsd = 10",
    "rule = 'z_score'\nscope = 'all_periods'",
    "rule = 'distance_to_max'\nscope = { base = '2020' }",
    "rule = 'distance_to_reference'\nunit = 'u0'",
    "rule = 'distance_to_reference'\nunit = 'u0'\ncapped = true\nscope = 'all_periods'",
    "rule = 'fraction_of_max'",
    "rule = 'percentile_rank'\nties = 'average'",
    "rule = 'rank'\nscope = 'all_periods'",
    "rule = 'rank'\nties = 'max'\nscope = { base = '2020' }",
    "rule = 'borda'",
    "rule = 'position_score'",
    "rule = 'efficacy'",
    "rule = 'index_number'\nscope = { base = '2020' }",
    "rule = 'index_number'\nof = 'mean'",
    "rule = 'growth_score'",
    "rule = 'level_progress'\nalpha = 0.7\nlevel = { rule = 'min_max' }",
    "rule = 'level_progress'\nchange = 'growth'\nlevel = { rule = 'z_score' }",
];

/// Rules with values of their own, which figures of up to 125 meet on either side.
const WITH_VALUES: &[&str] = &[
    "rule = 'scaled'\nlow = -200\nhigh = 200",
    "rule = 'goalposts'\nlow = 20\nhigh = 100",
    "rule = 'standard_ratio'\nstandard = 60",
    "rule = 'target_completion'\ntarget = 60\ncap = 1.2",
    "rule = 'target_completion'\ntarget = 60\ninverse = 'difference'",
];

/// Rules whose values say themselves which way is better.
const UPWARDS: &[&str] = &[
    "rule = 'efficacy'\nbad = 20\ngood = 100\ncapped = true",
    "rule = 'piecewise'\nanchors = [[10, 0], [60, 60], [110, 100]]",
    "rule = 'distance_to_target'\ntarget = 200\ncapped = true",
    "rule = 'schedule_progress'\nbase_period = '2020'\ntarget = 200\ntarget_period = '2024'",
    "rule = 'schedule_progress'\nbase = 1\nbase_period = '2019'\ntarget = 90\ntarget_period = '2027'",
];

fn figures() -> impl Strategy<Value = Figures> {
    let figure = (1_u16..=1000).prop_map(|eighths| Some(f64::from(eighths) / 8.0));
    let cell = prop_oneof![1 => Just(None), 7 => figure];
    (2_usize..4, 2_usize..9).prop_flat_map(move |(periods, units)| {
        prop::collection::vec(prop::collection::vec(cell.clone(), units), periods)
    })
}

/// The scores by a rule, of the units in a given order; none where the rule cannot be applied.
fn scores_in_order(
    figures: &Figures,
    units: &[usize],
    rule: &str,
    lower_is_better: bool,
) -> Option<Figures> {
    let indicator = Indicator::new("X");
    let indicator = if lower_is_better {
        indicator.lower_is_better()
    } else {
        indicator
    };
    let periods = (2020..)
        .take(figures.len())
        .map(|year: u32| year.to_string());
    let named = units.iter().map(|unit| Unit::new(format!("u{unit}")));
    let mut frame = FrameBuilder::new(periods.collect(), named.collect(), vec![indicator]).unwrap();
    for (period, cells) in figures.iter().enumerate() {
        for (row, unit) in units.iter().enumerate() {
            if let Some(value) = cells[*unit] {
                frame.set(period, row, 0, value).unwrap();
            }
        }
    }
    let text = format!(
        "[[steps]]\nstep = 'normalise'\n{rule}\n[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'"
    );
    let method: Method = toml::from_str(&text).unwrap();
    let tree = Framework::new(vec![Node::root("index"), Node::leaf("X", "index", 1.0)]).unwrap();
    let index = compute(&frame.build(), &tree, &method).ok()?;
    let found = index.dataset("normalise").unwrap();
    let place = |unit: &usize| units.iter().position(|it| it == unit).unwrap();
    let of_period = |period| {
        let units = 0..units.len();
        units
            .map(|unit| found.get("X", period, place(&unit)))
            .collect()
    };
    Some((0..figures.len()).map(of_period).collect())
}

fn scores(figures: &Figures, rule: &str, lower_is_better: bool) -> Option<Figures> {
    let units: Vec<usize> = (0..figures[0].len()).collect();
    scores_in_order(figures, &units, rule, lower_is_better)
}

fn close(one: Option<f64>, other: Option<f64>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => (one - other).abs() <= 1e-9 * (1.0 + one.abs()),
        (one, other) => one.is_none() && other.is_none(),
    }
}

fn assert_close(
    one: Option<&Figures>,
    other: Option<&Figures>,
    rule: &str,
) -> Result<(), TestCaseError> {
    prop_assert_eq!(one.is_some(), other.is_some(), "{}", rule);
    let cells = one.into_iter().flatten().flatten();
    for (one, other) in cells.zip(other.into_iter().flatten().flatten()) {
        prop_assert!(close(*one, *other), "{rule}: {one:?} {other:?}");
    }
    Ok(())
}

fn every_rule() -> impl Iterator<Item = &'static &'static str> {
    SCALE_FREE.iter().chain(WITH_VALUES).chain(UPWARDS)
}

proptest! {
    // Each case goes through every rule.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_measure_unit_does_not_matter_under_scale_free_rules(
        figures in figures(), factor in 0.001_f64..1000.0, lower in any::<bool>(),
    ) {
        let scaled: Figures = figures
            .iter()
            .map(|cells| cells.iter().map(|cell| cell.map(|x| x * factor)).collect())
            .collect();
        for rule in SCALE_FREE {
            let (before, after) = (scores(&figures, rule, lower), scores(&scaled, rule, lower));
            assert_close(before.as_ref(), after.as_ref(), rule)?;
        }
    }

    #[test]
    fn the_order_of_the_units_does_not_matter(
        (figures, units) in figures().prop_flat_map(|figures| {
            let units: Vec<usize> = (0..figures[0].len()).collect();
            (Just(figures), Just(units).prop_shuffle())
        }),
        lower in any::<bool>(),
    ) {
        for rule in every_rule() {
            let straight = scores(&figures, rule, lower);
            let shuffled = scores_in_order(&figures, &units, rule, lower);
            assert_close(straight.as_ref(), shuffled.as_ref(), rule)?;
        }
    }

    #[test]
    fn a_better_figure_never_scores_less(
        figures in figures(), unit in any::<prop::sample::Index>(), more in 0_u16..400, lower in any::<bool>(),
    ) {
        let last = figures.len() - 1;
        let unit = unit.index(figures[0].len());
        let better = f64::from(more) / 8.0;
        let mut raised = figures.clone();
        raised[last][unit] = raised[last][unit].map(|x| if lower { x / (1.0 + better) } else { x + better });
        let rules = every_rule().filter(|rule| !lower || !UPWARDS.contains(rule));
        for rule in rules {
            let (Some(before), Some(after)) = (scores(&figures, rule, lower), scores(&raised, rule, lower)) else {
                continue;
            };
            let (was, is) = (before[last][unit], after[last][unit]);
            prop_assert_eq!(was.is_some(), is.is_some());
            let (was, is) = (was.unwrap_or_default(), is.unwrap_or_default());
            prop_assert!(is >= was - 1e-9 * (1.0 + was.abs()), "{rule}: {was} {is}");
        }
    }

    #[test]
    fn a_missing_figure_stays_missing_and_scores_are_finite(figures in figures(), lower in any::<bool>()) {
        for rule in every_rule() {
            let Some(found) = scores(&figures, rule, lower) else { continue };
            for (score, figure) in found.iter().flatten().zip(figures.iter().flatten()) {
                prop_assert!(score.is_none_or(f64::is_finite), "{rule}: {score:?}");
                prop_assert!(figure.is_some() || score.is_none(), "{rule}: {score:?}");
            }
        }
    }
}

#[test]
fn every_rule_scores_an_ordinary_panel() {
    let figures: Figures = vec![
        vec![Some(30.0), Some(20.0), Some(45.0), Some(25.0)],
        vec![Some(32.0), Some(22.0), Some(50.0), Some(36.0)],
    ];
    for rule in every_rule() {
        let found = scores(&figures, rule, false).unwrap();
        assert!(found[1].iter().all(Option::is_some), "{rule}: {found:?}");
        let lower = scores(&figures, rule, true);
        let is_upwards = UPWARDS.contains(rule) && !rule.contains("piecewise");
        assert_eq!(lower.is_none(), is_upwards, "{rule}");
    }
}

#[test]
fn a_column_without_figures_and_one_of_ties_have_scores_or_a_fault() {
    let (nothing, ties) = (vec![vec![None; 3]; 2], vec![vec![Some(5.0); 3]; 2]);
    for rule in every_rule() {
        let empty = scores(&nothing, rule, false).unwrap();
        assert_eq!(empty, nothing, "{rule}");
        if let Some(found) = scores(&ties, rule, false) {
            let of_period = |period: &Vec<Option<f64>>| period.iter().all(|it| *it == period[0]);
            assert!(found.iter().all(of_period), "{rule}: {found:?}");
        }
    }
}
