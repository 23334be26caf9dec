//! The estimators against functions whose indices are known in closed form.

use std::f64::consts::PI;

use super::*;
use crate::robustness::{AnalysisOptions, Uncertainty};
use crate::testing::{flat, frame, method};

/// T. Ishigami and T. Homma (1990): sin z₁ + 7 sin² z₂ + 0.1 z₃⁴ sin z₁, z uniform on −π…π.
fn ishigami(x: &[f64]) -> f64 {
    let z: Vec<f64> = x.iter().map(|x| PI * (2.0 * x - 1.0)).collect();
    z[0].sin() + 7.0 * z[1].sin().powi(2) + 0.1 * z[2].powi(4) * z[0].sin()
}

/// First order and total from a = 7, b = 0.1.
fn ishigami_indices() -> [(f64, f64); 3] {
    let (a, b) = (7.0_f64, 0.1_f64);
    let first = 0.5 * (1.0 + b * PI.powi(4) / 5.0).powi(2);
    let second = a * a / 8.0;
    let both = b * b * PI.powi(8) * 8.0 / 225.0;
    let all = first + second + both;
    [(first, first + both), (second, second), (0.0, both)].map(|(s, t)| (s / all, t / all))
}

const G: [f64; 6] = [0.0, 0.5, 3.0, 9.0, 99.0, 99.0];

/// A. Saltelli and I. M. Sobol' (1995): Π (|4xᵢ − 2| + aᵢ) ÷ (1 + aᵢ).
fn g(x: &[f64]) -> f64 {
    let factors = x
        .iter()
        .zip(G)
        .map(|(x, a)| ((4.0 * x - 2.0).abs() + a) / (1.0 + a));
    factors.product()
}

fn g_indices() -> Vec<(f64, f64)> {
    let partial = G.map(|a| 1.0 / (3.0 * (1.0 + a) * (1.0 + a)));
    let all: f64 = partial.iter().map(|v| 1.0 + v).product::<f64>() - 1.0;
    let index = |v: f64| (v / all, v * (1.0 + all) / (1.0 + v) / all);
    partial.map(index).to_vec()
}

fn options(points: usize, sampler: Sampler) -> SensitivityOptions {
    let bootstrap = 0;
    SensitivityOptions {
        points,
        sampler,
        bootstrap,
        ..SensitivityOptions::default()
    }
}

fn largest_error(found: &[FactorIndices], expected: &[(f64, f64)]) -> f64 {
    assert_eq!(found.len(), expected.len());
    let errors = found.iter().zip(expected).map(|(found, (first, total))| {
        let first = (found.first_order.value - first).abs();
        first.max((found.total.value - total).abs())
    });
    errors.fold(0.0, f64::max)
}

#[test]
fn ishigami_is_found_within_one_per_cent() {
    for seed in [1, 2, 3] {
        let options = options(8_192, Sampler::Sobol);
        let found = indices(ishigami, 3, seed, &options).unwrap().unwrap();
        let error = largest_error(&found, &ishigami_indices());
        assert!(error < 0.01, "seed {seed}: {error}");
    }
}

#[test]
fn the_g_function_is_found_within_one_per_cent() {
    for seed in [1, 2, 3] {
        let options = options(8_192, Sampler::Sobol);
        let found = indices(g, 6, seed, &options).unwrap().unwrap();
        let error = largest_error(&found, &g_indices());
        assert!(error < 0.01, "seed {seed}: {error}");
    }
}

#[test]
fn random_points_find_them_within_five_per_cent() {
    let options = options(16_384, Sampler::Random);
    let found = indices(ishigami, 3, 1, &options).unwrap().unwrap();
    let error = largest_error(&found, &ishigami_indices());
    assert!(error < 0.05, "{error}");
    let found = indices(g, 6, 1, &options).unwrap().unwrap();
    assert!(largest_error(&found, &g_indices()) < 0.05);
}

#[test]
fn a_mean_far_from_zero_does_not_make_the_estimate_drift() {
    let options = options(1_024, Sampler::Random);
    let near = indices(ishigami, 3, 1, &options).unwrap().unwrap();
    let far = indices(|x| ishigami(x) + 1e6, 3, 1, &options)
        .unwrap()
        .unwrap();
    for (near, far) in near.iter().zip(&far) {
        assert!((near.first_order.value - far.first_order.value).abs() < 1e-6);
        assert!((near.total.value - far.total.value).abs() < 1e-6);
    }
}

#[test]
fn the_intervals_hold_the_truth() {
    let options = SensitivityOptions {
        sampler: Sampler::Random,
        confidence: 0.99,
        ..options(2_048, Sampler::Random)
    };
    let options = SensitivityOptions {
        bootstrap: 300,
        ..options
    };
    let found = indices(ishigami, 3, 4, &options).unwrap().unwrap();
    for (found, (first, total)) in found.iter().zip(ishigami_indices()) {
        for (estimate, truth) in [(found.first_order, first), (found.total, total)] {
            let (low, high) = (estimate.low.unwrap(), estimate.high.unwrap());
            assert!(low <= estimate.value && estimate.value <= high);
            assert!(low <= truth && truth <= high, "{estimate:?}, {truth}");
            assert!(high - low < 0.5);
        }
    }
}

#[test]
fn what_does_not_vary_or_is_no_number_has_no_indices() {
    let options = options(64, Sampler::Sobol);
    assert_eq!(indices(|_| 0.1, 2, 1, &options).unwrap(), None);
    assert_eq!(
        indices(|x| 1.0 / (x[0] - x[0]), 2, 1, &options).unwrap(),
        None
    );
    let uneven = Runs {
        a: vec![1.0, 2.0],
        b: vec![1.0],
        ab: vec![],
    };
    assert_eq!(uneven.indices(), None);
    let one = Runs {
        a: vec![1.0],
        b: vec![2.0],
        ab: vec![],
    };
    assert_eq!(one.indices(), None);
}

#[test]
fn designs_beyond_the_sampler_are_refused() {
    let says = |factors, seed, options: SensitivityOptions| {
        let error = indices(|_| 0.0, factors, seed, &options).unwrap_err();
        error.to_string()
    };
    assert!(says(2, 1, options(65_537, Sampler::Sobol)).contains("sampler = \"random\""));
    assert!(says(200, 1, options(64, Sampler::Sobol)).contains("`assumptions` is 200"));
    assert!(says(2, 1, options(1, Sampler::Random)).contains("`points` is 1"));
    assert!(says(2, 0, options(64, Sampler::Random)).contains("`seed` is 0"));
    let unsure = SensitivityOptions {
        confidence: 2.0,
        ..options(64, Sampler::Sobol)
    };
    assert!(says(2, 1, unsure).contains("`confidence` is 2"));
}

const DESCRIPTION: &str = "
    [sensitivity]
    points = 256
    bootstrap = 50
    [[assumptions]]
    assumption = 'weights'
    spread = 0.8
    [[assumptions]]
    assumption = 'weight_sets'
    sets = [{}]
";

fn analyse(
    threads: usize,
    memory_bytes: u64,
) -> Result<Sensitivity, crate::robustness::RobustnessError> {
    let rows: &[&[Option<f64>]] = &[
        &[Some(10.0), Some(60.0)],
        &[Some(80.0), Some(10.0)],
        &[Some(40.0), Some(42.0)],
        &[Some(0.0), Some(0.0)],
        &[None, None],
    ];
    let frame = frame(&["RD", "STAFF"], &[rows]);
    let framework = flat(&[("RD", 1.0), ("STAFF", 1.0)]);
    let method = method("[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'");
    let described: Uncertainty = toml::from_str(DESCRIPTION).unwrap();
    let options = AnalysisOptions {
        threads,
        memory_bytes,
    };
    sensitivity_analysis(&frame, &framework, &method, &described, &options, &())
}

#[test]
fn the_only_uncertain_assumption_explains_everything() {
    let found = analyse(1, 1 << 30).unwrap();
    assert_eq!((found.points, found.runs), (256, 1_024));
    for contributions in [
        &found.rank_shift,
        &found.units[0].rank,
        &found.units[0].score,
    ] {
        let [weights, sets] = &contributions.as_ref().unwrap()[..] else {
            panic!("two assumptions");
        };
        assert!((weights.first_order.value - 1.0).abs() < 0.2, "{weights:?}");
        assert!((weights.total.value - 1.0).abs() < 0.1, "{weights:?}");
        assert_eq!((sets.first_order.value, sets.total.value), (0.0, 0.0));
    }
    // The last never moves; the unit without figures has neither rank nor score.
    assert_eq!(
        (&found.units[3].rank, &found.units[3].score),
        (&None, &None)
    );
    assert_eq!(
        (&found.units[4].rank, &found.units[4].score),
        (&None, &None)
    );
}

#[test]
fn the_same_seed_gives_the_same_bytes_for_any_number_of_threads() {
    let bytes = |threads| serde_json::to_string(&analyse(threads, 1 << 30).unwrap()).unwrap();
    assert_eq!(bytes(1), bytes(2));
    assert_eq!(bytes(1), bytes(8));
    assert!(analyse(1, 1_000).is_err(), "memory is limited");
}
