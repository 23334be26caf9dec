//! What must hold for the scores of any figures.

use proptest::prelude::*;
use yanzhi_engine::{Index, Method, Options, compute_with};

use crate::setting::{
    Figures, GOALPOSTS, INDICATORS, MIN_MAX, bytes, figures, frame, frame_in_order, framework,
    index, method, weights,
};

/// Score and rank of every cell by the codes of period, node and unit.
fn by_code(index: &Index) -> Vec<(String, Option<u64>, Option<u32>)> {
    let mut cells = Vec::new();
    for (period, year) in index.periods().iter().enumerate() {
        for (node, of) in index.nodes().iter().enumerate() {
            for (unit, whose) in index.units().iter().enumerate() {
                let score = index.score(period, node, unit).map(f64::to_bits);
                let name = format!("{year} {} {}", of.code, whose.code);
                cells.push((name, score, index.rank(period, node, unit)));
            }
        }
    }
    cells.sort();
    cells
}

pub(crate) fn assert_contributions_sum(index: &Index) -> Result<(), TestCaseError> {
    for period in 0..index.periods().len() {
        for unit in 0..index.units().len() {
            let explained = index.explain(period, unit);
            for node in &explained {
                let of = |it: &&_| {
                    let it: &yanzhi_engine::NodeExplanation = it;
                    it.parent.as_ref() == Some(&node.node)
                };
                let points = explained
                    .iter()
                    .filter(of)
                    .filter_map(|child| child.contribution);
                let (Some(score), Some(_)) = (node.score, points.clone().next()) else {
                    continue;
                };
                let sum: f64 = points.clone().sum();
                let size: f64 = points.map(f64::abs).sum();
                prop_assert!(
                    (sum - score).abs() <= 1e-12 * size,
                    "{} {sum} {score}",
                    node.node
                );
            }
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn contributions_sum_to_the_score(figures in figures(0.0, 1000.0), weights in weights()) {
        for rule in ["arithmetic", "geometric"] {
            let index = index(&frame(&figures), &framework(&weights), &method(GOALPOSTS, rule));
            assert_contributions_sum(&index.unwrap())?;
        }
    }

    #[test]
    fn the_order_of_units_and_indicators_does_not_matter(
        (figures, units) in figures(0.0, 1000.0).prop_flat_map(|figures| {
            let units: Vec<usize> = (0..figures[0].len()).collect();
            (Just(figures), Just(units).prop_shuffle())
        }),
        indicators in Just((0..INDICATORS).collect::<Vec<_>>()).prop_shuffle(),
        weights in weights(),
    ) {
        let (tree, method) = (framework(&weights), method(MIN_MAX, "arithmetic"));
        let straight = index(&frame(&figures), &tree, &method);
        let shuffled = index(&frame_in_order(&figures, &units, &indicators), &tree, &method);
        prop_assert_eq!(straight.as_ref().map(by_code), shuffled.as_ref().map(by_code));
    }

    #[test]
    fn the_measure_unit_does_not_matter_under_min_max(
        figures in figures(0.0, 1000.0), weights in weights(), column in 0..INDICATORS, factor in 0.001_f64..1000.0,
    ) {
        let mut scaled = figures.clone();
        for row in scaled.iter_mut().flatten() {
            row[column] = row[column].map(|value| value * factor);
        }
        let (tree, method) = (framework(&weights), method(MIN_MAX, "arithmetic"));
        let (before, after) = (index(&frame(&figures), &tree, &method), index(&frame(&scaled), &tree, &method));
        prop_assert_eq!(before.is_some(), after.is_some());
        let (Some(before), Some(after)) = (before, after) else { return Ok(()) };
        for period in 0..figures.len() {
            for unit in 0..figures[0].len() {
                for node in 0..before.nodes().len() {
                    let (was, is) = (before.score(period, node, unit), after.score(period, node, unit));
                    prop_assert_eq!(was.is_some(), is.is_some());
                    let (was, is) = (was.unwrap_or(0.0), is.unwrap_or(0.0));
                    prop_assert!((was - is).abs() <= 1e-9, "{was} {is}");
                }
            }
        }
    }

    #[test]
    fn a_better_figure_never_lowers_the_score(
        figures in figures(0.0, 900.0), weights in weights(), column in 0..INDICATORS, more in 0.0_f64..100.0,
    ) {
        let mut raised = figures.clone();
        let better = if column % 2 == 0 { more } else { -more };
        raised[0][0][column] = raised[0][0][column].map(|value| value + better);
        let tree = framework(&weights);
        for rule in ["arithmetic", "geometric"] {
            let method = method(GOALPOSTS, rule);
            let before = index(&frame(&figures), &tree, &method).unwrap();
            let Some(after) = index(&frame(&raised), &tree, &method) else { continue };
            let (was, is) = (before.score(0, 0, 0), after.score(0, 0, 0));
            prop_assert!(is >= was.map(|was| was - was.abs() * 1e-14), "{was:?} {is:?}");
            prop_assert!(after.rank(0, 0, 0) <= before.rank(0, 0, 0));
        }
    }

    #[test]
    fn ranks_count_the_units_that_score_higher(figures in figures(0.0, 20.0), weights in weights()) {
        let whole: Figures = figures
            .iter()
            .map(|rows| rows.iter().map(|row| row.iter().map(|cell| cell.map(f64::round)).collect()).collect())
            .collect();
        let index = index(&frame(&whole), &framework(&weights), &method(GOALPOSTS, "arithmetic")).unwrap();
        let units = 0..index.units().len();
        for period in 0..index.periods().len() {
            for node in 0..index.nodes().len() {
                for unit in units.clone() {
                    let score = index.score(period, node, unit);
                    let higher = units.clone().filter(|other| index.score(period, node, *other) > score).count();
                    let expected = score.map(|_| u32::try_from(higher + 1).unwrap());
                    prop_assert_eq!(index.rank(period, node, unit), expected);
                }
            }
        }
    }

    #[test]
    fn every_missing_score_has_a_reason_and_every_score_is_finite(
        figures in figures(0.0, 1000.0), weights in weights(),
    ) {
        let index = index(&frame(&figures), &framework(&weights), &method(GOALPOSTS, "geometric")).unwrap();
        for period in 0..index.periods().len() {
            for node in 0..index.nodes().len() {
                for unit in 0..index.units().len() {
                    let score = index.score(period, node, unit);
                    prop_assert!(score.is_none_or(f64::is_finite));
                    prop_assert_eq!(score.is_none(), index.missing(period, node, unit).is_some());
                }
            }
        }
    }
}

proptest! {
    // Starting threads is slow, and the cases are alike.
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_number_of_threads_gives_the_same_bytes(figures in figures(0.0, 1000.0), weights in weights()) {
        let (frame, tree, method) = (frame(&figures), framework(&weights), method(GOALPOSTS, "geometric"));
        let with = |threads| compute_with(&frame, &tree, &method, &Options { threads }).unwrap();
        let one = with(1);
        for threads in [2, 3] {
            prop_assert_eq!(bytes(&one), bytes(&with(threads)));
            prop_assert_eq!(one.explain(0, 0), with(threads).explain(0, 0));
        }
    }

    #[test]
    fn any_number_of_threads_gives_the_same_error(figures in figures(-100.0, 100.0), weights in weights()) {
        let (frame, tree) = (frame(&figures), framework(&weights));
        let text = "[[steps]]\nstep = 'normalise'\nrule = 'goalposts'\nlow = 1\nhigh = 50\nlog = true\n\
                    [[steps]]\nstep = 'aggregate'\nrule = 'geometric'\n";
        let method: Method = toml::from_str(text).unwrap();
        let with = |threads| compute_with(&frame, &tree, &method, &Options { threads });
        let (one, two) = (with(1), with(2));
        prop_assert_eq!(one.as_ref().err(), two.as_ref().err());
        prop_assert_eq!(one.ok().as_ref().map(bytes), two.ok().as_ref().map(bytes));
    }
}
