//! A panel of 20 years from figures to ranks, explanations and bytes.

use std::hint::black_box;

use criterion::{BatchSize, Criterion};
use yanzhi_engine::{Options, compute_with};

use crate::input::{frame, framework, normalised};

pub(crate) fn whole_index(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("index_300_units_15_indicators_20_periods");
    let (frame, framework) = (frame(20, 300, 15), framework(15, true));
    let method = normalised("geometric");
    for threads in [1, 2] {
        let options = Options { threads };
        group.bench_function(format!("compute_{threads}_threads"), |bencher| {
            bencher.iter(|| compute_with(black_box(&frame), &framework, &method, &options));
        });
    }
    let index = compute_with(&frame, &framework, &method, &Options::default()).expect("an index");
    group.bench_function("rank_every_node", |bencher| {
        bencher.iter_batched(
            || compute_with(&frame, &framework, &method, &Options::default()).expect("an index"),
            |index| {
                (0..index.nodes().len())
                    .map(|node| index.rank(0, node, 0))
                    .max()
            },
            BatchSize::SmallInput,
        );
    });
    group.bench_function("explain_one_unit", |bencher| {
        bencher.iter(|| black_box(&index).explain(19, 150));
    });
    group.bench_function("write_canonical", |bencher| {
        bencher.iter(|| {
            let mut bytes = Vec::new();
            black_box(&index)
                .write_canonical(&mut bytes)
                .expect("memory");
            bytes
        });
    });
    group.finish();
}
