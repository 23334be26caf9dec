//! What must hold under every rule of normalisation, weighting and aggregation.

use proptest::prelude::*;
use yanzhi_engine::{Basis, Frame, Framework, Index, Method, Options, compute, compute_with};

use crate::scores::assert_contributions_sum;
use crate::setting::{
    Figures, GOALPOSTS, INDICATORS, MIN_MAX, bytes, figures, frame, frame_in_order, framework,
    weights,
};

/// A rule of normalisation with what it needs for figures from 1 to 1000; indicators 1, 3 and 5 are
/// better when lower.
struct Scale {
    text: &'static str,
    /// Multiplying a column by a positive number changes nothing.
    is_scale_free: bool,
}

const fn free(text: &'static str) -> Scale {
    let is_scale_free = true;
    Scale {
        text,
        is_scale_free,
    }
}

const fn fixed(text: &'static str) -> Scale {
    let is_scale_free = false;
    Scale {
        text,
        is_scale_free,
    }
}

const SCALES: [Scale; 20] = [
    free("rule = 'min_max'"),
    free("rule = 'z_score'\nmean = 50\nsd = 10"),
    free("rule = 'distance_to_max'"),
    free("rule = 'distance_to_reference'\nunit = 'u1'"),
    free("rule = 'fraction_of_max'"),
    free("rule = 'percentile_rank'"),
    free("rule = 'rank'"),
    free("rule = 'borda'\nties = 'average'"),
    free("rule = 'position_score'"),
    free("rule = 'index_number'\nscope = { base = '2020' }"),
    free("rule = 'efficacy'"),
    free("rule = 'growth_score'"),
    free("rule = 'level_progress'"),
    fixed("rule = 'scaled'\nlow = -1000\nhigh = 1000"),
    fixed("rule = 'goalposts'\nlow = 0\nhigh = 1000"),
    fixed("rule = 'standard_ratio'\nstandard = 500"),
    fixed("rule = 'target_completion'\ntarget = 500"),
    fixed(
        "rule = 'distance_to_target'\ntarget = 1200\n[steps.indicators]\n\
         i1 = { target = 0.5 }\ni3 = { target = 0.5 }\ni5 = { target = 0.5 }",
    ),
    fixed(
        "rule = 'schedule_progress'\nbase = 0\nbase_period = '2019'\ntarget = 1200\n\
         target_period = '2030'\n[steps.indicators]\ni1 = { base = 1200, target = 0.5 }\n\
         i3 = { base = 1200, target = 0.5 }\ni5 = { base = 1200, target = 0.5 }",
    ),
    fixed(
        "rule = 'piecewise'\nanchors = [[0, 0], [500, 60], [1000, 100]]\n[steps.indicators]\n\
         i1 = { anchors = [[0, 100], [1000, 0]] }\ni3 = { anchors = [[0, 100], [1000, 0]] }\n\
         i5 = { anchors = [[0, 100], [1000, 0]] }",
    ),
];

const AGGREGATES: [&str; 16] = [
    "rule = 'arithmetic'",
    "rule = 'geometric'",
    "rule = 'harmonic'",
    "rule = 'generalised'\np = 2",
    "rule = 'generalised'\np = -2",
    "rule = 'median'",
    "rule = 'mazziotta_pareto'",
    "rule = 'weighted_sum'",
    "rule = 'weighted_product'",
    "rule = 'weighted_product'\nrelative = true",
    "rule = 'topsis'",
    "rule = 'vikor'",
    "rule = 'grey_relational'",
    "rule = 'copeland'",
    "rule = 'borda'",
    "rule = 'kemeny'",
];

/// Those under which a higher child never lowers the score of its own unit.
const MONOTONE: [&str; 9] = [
    "rule = 'arithmetic'",
    "rule = 'geometric'",
    "rule = 'harmonic'",
    "rule = 'generalised'\np = 2",
    "rule = 'median'",
    "rule = 'weighted_sum'",
    "rule = 'weighted_product'",
    "rule = 'copeland'",
    "rule = 'borda'",
];

const WEIGHTS: [&str; 5] = [
    "rule = 'given'",
    "rule = 'equal'",
    "rule = 'entropy'",
    "rule = 'critic'",
    "rule = 'pca'",
];

fn method(steps: &str) -> Method {
    toml::from_str(steps).unwrap()
}

fn normalised(scale: &Scale) -> String {
    format!("[[steps]]\nstep = 'normalise'\n{}\n", scale.text)
}

fn aggregated(rule: &str) -> String {
    format!("[[steps]]\nstep = 'aggregate'\n{rule}\n")
}

fn weighted(rule: &str) -> String {
    let rule = format!("[[steps]]\nstep = 'weight'\n{rule}\n");
    MIN_MAX.to_owned() + &rule + &aggregated("rule = 'arithmetic'")
}

/// Every rule of every step, in the company of plain ones.
fn every_method() -> Vec<String> {
    let scales = SCALES
        .iter()
        .map(|scale| normalised(scale) + &aggregated("rule = 'arithmetic'"));
    let aggregates = AGGREGATES
        .iter()
        .map(|rule| GOALPOSTS.to_owned() + &aggregated(rule));
    let weights = WEIGHTS.iter().map(|rule| weighted(rule));
    let own = "[[steps]]\nstep = 'weight'\nrule = 'benefit_of_the_doubt'\n";
    let own = GOALPOSTS.to_owned() + own + &aggregated("rule = 'weighted_sum'");
    let all = scales.chain(aggregates).chain(weights);
    all.chain(std::iter::once(own)).collect()
}

/// Three periods and enough units for every rule; no gaps where a rule cannot do with them.
fn dense() -> impl Strategy<Value = Figures> {
    let unit = prop::collection::vec((1.0..1000.0_f64).prop_map(Some), INDICATORS);
    (4_usize..8).prop_flat_map(move |units| {
        prop::collection::vec(prop::collection::vec(unit.clone(), units), 3)
    })
}

fn figures_of_any_kind() -> impl Strategy<Value = Figures> {
    prop_oneof![dense(), figures(1.0, 1000.0)]
}

fn index(frame: &Frame, tree: &Framework, text: &str) -> Option<Index> {
    compute(frame, tree, &method(text)).ok()
}

/// Score of every cell by the codes of period, node and unit.
fn scores(index: &Index) -> Vec<(String, Option<f64>)> {
    let mut cells = Vec::new();
    for (period, year) in index.periods().iter().enumerate() {
        for (node, of) in index.nodes().iter().enumerate() {
            for (unit, whose) in index.units().iter().enumerate() {
                let name = format!("{year} {} {}", of.code, whose.code);
                cells.push((name, index.score(period, node, unit)));
            }
        }
    }
    cells.sort_by(|one, other| one.0.cmp(&other.0));
    cells
}

fn assert_same(one: &Index, other: &Index, text: &str) -> Result<(), TestCaseError> {
    for ((name, was), (_, is)) in scores(one).into_iter().zip(scores(other)) {
        prop_assert_eq!(was.is_some(), is.is_some(), "{} {}", name, text);
        let (was, is) = (was.unwrap_or(0.0), is.unwrap_or(0.0));
        let near = 1e-8 * was.abs().max(1.0);
        prop_assert!((was - is).abs() <= near, "{name}: {was} {is} under\n{text}");
    }
    Ok(())
}

/// Otherwise the properties below would hold of nothing.
#[test]
fn every_method_computes() {
    // Figures without any order to them, cubes modulo a prime; the reference unit is in the middle.
    let cell = |period: usize, unit: usize, indicator: usize| {
        let cube = (period * 101 + unit * 13 + indicator * 29 + 5).pow(3) % 997 + 1;
        let figure = if unit == 1 { 500 + period } else { cube };
        Some(f64::from(u32::try_from(figure).unwrap()))
    };
    let row = |period, unit| (0..INDICATORS).map(|it| cell(period, unit, it)).collect();
    let rows = |period| (0..6).map(|unit| row(period, unit)).collect();
    let figures: Figures = (0..3).map(rows).collect();
    let (frame, tree) = (frame(&figures), framework(&[1.0; INDICATORS + 3]));
    for text in every_method() {
        let computed = compute(&frame, &tree, &method(&text));
        let index = computed.unwrap_or_else(|error| panic!("{error} under\n{text}"));
        assert!(index.score(2, 0, 0).is_some(), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn contributions_sum_to_the_score(figures in figures_of_any_kind(), weights in weights()) {
        let (frame, tree) = (frame(&figures), framework(&weights));
        for text in every_method() {
            let Some(index) = index(&frame, &tree, &text) else { continue };
            let explained = index.explain(0, 0);
            if explained.iter().all(|it| it.basis != Some(Basis::None)) {
                assert_contributions_sum(&index)?;
            }
        }
    }

    #[test]
    fn the_order_of_units_and_indicators_does_not_matter(
        (figures, units) in figures_of_any_kind().prop_flat_map(|figures| {
            let units: Vec<usize> = (0..figures[0].len()).collect();
            (Just(figures), Just(units).prop_shuffle())
        }),
        indicators in Just((0..INDICATORS).collect::<Vec<_>>()).prop_shuffle(),
        weights in weights(),
    ) {
        let tree = framework(&weights);
        let (straight, shuffled) = (frame(&figures), frame_in_order(&figures, &units, &indicators));
        for text in every_method() {
            let (one, other) = (index(&straight, &tree, &text), index(&shuffled, &tree, &text));
            prop_assert_eq!(one.is_some(), other.is_some(), "{}", text);
            if let (Some(one), Some(other)) = (one, other) {
                assert_same(&one, &other, &text)?;
            }
        }
    }

    #[test]
    fn the_measure_unit_does_not_matter_where_it_should_not(
        figures in figures_of_any_kind(), weights in weights(),
        column in 0..INDICATORS, power in -10..10_i32,
    ) {
        // A power of two, so that no figure is rounded.
        let factor = 2.0_f64.powi(power);
        let mut scaled = figures.clone();
        for row in scaled.iter_mut().flatten() {
            row[column] = row[column].map(|value| value * factor);
        }
        let (plain, scaled, tree) = (frame(&figures), frame(&scaled), framework(&weights));
        let free = SCALES.iter().filter(|scale| scale.is_scale_free).map(normalised);
        let arithmetic = free.map(|scale| scale + &aggregated("rule = 'arithmetic'"));
        let weighted = WEIGHTS.iter().map(|rule| weighted(rule));
        for text in arithmetic.chain(weighted) {
            let (one, other) = (index(&plain, &tree, &text), index(&scaled, &tree, &text));
            prop_assert_eq!(one.is_some(), other.is_some(), "{}", text);
            if let (Some(one), Some(other)) = (one, other) {
                assert_same(&one, &other, &text)?;
            }
        }
    }

    #[test]
    fn a_better_figure_never_lowers_the_score(
        figures in figures_of_any_kind(), weights in weights(),
        column in 0..INDICATORS, more in 0.0_f64..1.0,
    ) {
        let mut raised = figures.clone();
        raised[0][0][column] = raised[0][0][column].map(|value| {
            // Towards 1000 where more is better, towards 1 where less is.
            if column % 2 == 0 { value + more * (1000.0 - value) } else { value - more * (value - 1.0) }
        });
        let (plain, raised, tree) = (frame(&figures), frame(&raised), framework(&weights));
        let scales = SCALES.iter().map(|it| normalised(it) + &aggregated("rule = 'arithmetic'"));
        let aggregates = MONOTONE.iter().map(|rule| GOALPOSTS.to_owned() + &aggregated(rule));
        for text in scales.chain(aggregates) {
            let (before, after) = (index(&plain, &tree, &text), index(&raised, &tree, &text));
            let (Some(before), Some(after)) = (before, after) else { continue };
            for node in 0..before.nodes().len() {
                let (was, is) = (before.score(0, node, 0), after.score(0, node, 0));
                let slack = was.map(|was| was - 1e-9 * was.abs().max(1.0));
                prop_assert!(is >= slack, "{was:?} {is:?} at {} under\n{text}", before.nodes()[node].code);
            }
        }
    }
}

proptest! {
    // Starting threads is slow, and the cases are alike.
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn any_number_of_threads_gives_the_same_bytes(figures in figures_of_any_kind(), weights in weights()) {
        let (frame, tree) = (frame(&figures), framework(&weights));
        for text in every_method() {
            let method = method(&text);
            let with = |threads| compute_with(&frame, &tree, &method, &Options { threads });
            let one = with(1);
            for threads in [2, 8] {
                let many = with(threads);
                prop_assert_eq!(one.as_ref().err(), many.as_ref().err(), "{}", text);
                prop_assert_eq!(one.as_ref().ok().map(bytes), many.as_ref().ok().map(bytes), "{}", text);
            }
        }
    }
}
