//! Pairwise comparison, and normalising and averaging.

use std::hint::black_box;

use criterion::Criterion;
use yanzhi_engine::{Options, compute_with};

use crate::input::{frame, framework, method, normalised};

pub(crate) fn copeland(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("copeland");
    group.sample_size(10);
    let method = method("[[steps]]\nstep = 'aggregate'\nrule = 'copeland'");
    let options = Options { threads: 1 };
    for units in [300, 3_000] {
        let (frame, framework) = (frame(1, units, 100), framework(100, false));
        group.bench_function(format!("{units}x100"), |bencher| {
            bencher.iter(|| compute_with(black_box(&frame), &framework, &method, &options));
        });
    }
    group.finish();
}

pub(crate) fn normalise_and_average(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("normalise_and_average_3000x100");
    let (frame, framework) = (frame(1, 3_000, 100), framework(100, false));
    for (name, rule, threads) in [
        ("arithmetic_1_thread", "arithmetic", 1),
        ("arithmetic_2_threads", "arithmetic", 2),
        ("geometric_1_thread", "geometric", 1),
    ] {
        let (method, options) = (normalised(rule), Options { threads });
        group.bench_function(name, |bencher| {
            bencher.iter(|| compute_with(black_box(&frame), &framework, &method, &options));
        });
    }
    group.finish();
}
