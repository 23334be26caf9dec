//! The statistics against counting, and draws against their distributions.

use super::*;
use crate::statistics::{mean, standard_deviation, variance};

#[test]
fn the_statistics_are_those_of_the_ranks() {
    let setting = Setting::new();
    let found = setting
        .analyse("[[assumptions]]\nassumption = 'weights'\nspread = 1")
        .unwrap();
    assert_eq!(found.replicates, 1_000);
    for (position, unit) in found.units.iter().enumerate() {
        let ranks: Vec<u32> = found.ranks(position).flatten().collect();
        let mean = ranks.iter().map(|&it| f64::from(it)).sum::<f64>() / 1_000.0;
        assert!((unit.mean.unwrap() - mean).abs() < 1e-12);
        let at_most = |k: u32| ranks.iter().filter(|&&it| it <= k).count();
        for top in &unit.top {
            let shown = crate::numbers::count(at_most(top.k)) / 1_000.0;
            assert!((top.probability - shown).abs() < 1e-12);
        }
        for (other, beats) in found.beats[position].iter().enumerate() {
            let pairs = found.ranks(position).zip(found.ranks(other));
            let wins = pairs.filter(|(a, b)| a < b).count();
            let expected = crate::numbers::count(wins) / 1_000.0;
            let agrees = beats.map(|it| (it - expected).abs() < 1e-12);
            assert_eq!(agrees, (other != position).then_some(true));
        }
    }
    assert_eq!(found.neighbours.len(), 4);
    for pair in &found.neighbours {
        assert_eq!(pair.is_robust, pair.probability.unwrap() >= 0.95);
    }
}

#[test]
fn certain_assumptions_leave_every_rank_as_it_is() {
    let setting = Setting::new();
    let found = setting
        .analyse("replicates = 50\n[[assumptions]]\nassumption = 'weight_sets'\nsets = [{}]")
        .unwrap();
    for unit in &found.units {
        let nominal = unit.nominal.map(f64::from);
        assert_eq!([unit.q05, unit.median, unit.mean, unit.q95], [nominal; 4]);
    }
    assert!(
        found
            .neighbours
            .iter()
            .all(|pair| pair.is_tied || pair.is_robust)
    );
}

#[test]
fn weights_stay_within_their_spread() {
    // Scores of a unit with one indicator at 100 and one at 0 are the first's share of weight.
    let rows: &[&[Option<f64>]] = &[&[Some(100.0), Some(0.0)], &[Some(0.0), Some(100.0)]];
    let frame = frame(&["RD", "STAFF"], &[rows]);
    let setting = Setting {
        frame,
        framework: flat(&[("RD", 1.0), ("STAFF", 1.0)]),
        method: method("[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'"),
    };
    let points: Vec<Vec<f64>> = (0..2_000).map(|it| vec![f64::from(it) / 2_000.0]).collect();
    let shares = |assumption: &str| {
        let replay = setting.replay(
            &format!("[[assumptions]]\nassumption = {assumption}"),
            &points,
        );
        let scores = (0..2_000).map(|it| replay.score(it, 0).unwrap() / 100.0);
        scores.collect::<Vec<f64>>()
    };
    let near = shares("'weights'\nspread = 0.2");
    assert!(
        near.iter()
            .all(|share| (0.8 / 2.0..=1.2 / 2.0).contains(share))
    );
    assert!(near.iter().any(|share| *share < 0.42) && near.iter().any(|share| *share > 0.58));
    // Uniform on the simplex: the variance of a share is 1/12; of Dirichlet(50, 50) it is 1/404.
    for (assumption, expected) in [
        ("'dirichlet'", 1.0 / 12.0),
        ("'dirichlet'\nconcentration = 50", 1.0 / 404.0),
    ] {
        let shares = shares(assumption);
        let found = variance(&shares).unwrap();
        assert!(
            (found / expected - 1.0).abs() < 0.1,
            "{assumption}: {found}"
        );
        assert!((mean(&shares).unwrap() - 0.5).abs() < 0.02);
    }
}

#[test]
fn errors_of_figures_have_their_size() {
    let rows: &[&[Option<f64>]] = &[&[Some(100.0)], &[Some(-50.0)], &[None], &[Some(0.0)]];
    let setting = Setting {
        frame: frame(&["RD"], &[rows]),
        framework: flat(&[("RD", 1.0)]),
        method: method("[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'"),
    };
    let points: Vec<Vec<f64>> = (0..4_000).map(|it| vec![f64::from(it) / 4_000.0]).collect();
    for (error, spread) in [
        ("size = 0.1", [10.0, 5.0, 0.0]),
        ("size = 3\nscale = 'absolute'", [3.0; 3]),
        (
            "size = 3\nscale = 'absolute'\ndistribution = 'uniform'",
            [3_f64.sqrt(); 3],
        ),
    ] {
        let text = format!("[[assumptions]]\nassumption = 'measurement_error'\n{error}");
        let replay = setting.replay(&text, &points);
        assert_eq!(replay.score(0, 2), None, "missing stays missing");
        for (unit, expected) in [0, 1, 3].into_iter().zip(spread) {
            let scores: Vec<f64> = (0..4_000)
                .map(|it| replay.score(it, unit).unwrap())
                .collect();
            let found = standard_deviation(&scores).unwrap();
            assert!(
                (found - expected).abs() <= 0.05 * expected,
                "{error}: {found}"
            );
        }
    }
}

#[test]
fn the_smallest_frames_have_ranks() {
    let rows: &[&[Option<f64>]] = &[&[Some(1.0)], &[Some(2.0)]];
    let setting = Setting {
        frame: frame(&["RD"], &[rows]),
        framework: flat(&[("RD", 1.0)]),
        method: method("[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'"),
    };
    let found = setting
        .analyse("[[assumptions]]\nassumption = 'weights'\nspread = 0.5")
        .unwrap();
    assert_eq!(found.units[0].q05, Some(2.0));
    assert_eq!(found.beats[1][0], Some(1.0));
    let nothing = setting.analyse("[[assumptions]]\nassumption = 'drop'");
    assert!(nothing.unwrap_err().to_string().contains("nothing is left"));
}

#[test]
fn a_unit_without_figures_has_no_ranks_and_beats_nobody() {
    let rows: &[&[Option<f64>]] = &[&[Some(1.0)], &[None], &[Some(1.0)]];
    let setting = Setting {
        frame: frame(&["RD"], &[rows]),
        framework: flat(&[("RD", 1.0)]),
        method: method("[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'"),
    };
    let found = setting
        .analyse("[[assumptions]]\nassumption = 'dirichlet'")
        .unwrap();
    let empty = &found.units[1];
    assert_eq!((empty.ranked, empty.median, empty.mean), (0.0, None, None));
    assert_eq!(found.at_most(1, 3), Some(0.0));
    assert_eq!(found.beats[1], [None, None, None]);
    // The two with equal figures are tied in every replicate: neither beats the other.
    assert_eq!(found.beats[0][2], Some(0.0));
    assert!(found.neighbours[0].is_tied && !found.neighbours[0].is_robust);
}
