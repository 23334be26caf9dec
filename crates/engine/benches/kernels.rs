//! Times of the kernels: `cargo bench -p yanzhi-engine`.
//!
//! The streams of `memory` move as many bytes as `normalise_and_average` must at least (values in, values
//! out, values in again), so the ratio of the two times says how far the kernel is from the roofline.

#![expect(
    clippy::expect_used,
    reason = "a bench that cannot build its input must stop"
)]

use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use yanzhi_engine::{
    Frame, FrameBuilder, Framework, Indicator, Method, Node, Options, Unit, compute_with,
};

/// Figures that look random and are the same in every run.
fn frame(periods: usize, units: usize, indicators: usize) -> Frame {
    let mut builder = FrameBuilder::new(
        (0..periods).map(|period| period.to_string()).collect(),
        (0..units).map(|unit| Unit::new(unit.to_string())).collect(),
        (0..indicators)
            .map(|it| Indicator::new(it.to_string()))
            .collect(),
    )
    .expect("axes are distinct");
    let mut state = 1_u32;
    for period in 0..periods {
        for unit in 0..units {
            for indicator in 0..indicators {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let value = f64::from(state >> 8);
                builder
                    .set(period, unit, indicator, value)
                    .expect("a new cell");
            }
        }
    }
    builder.build()
}

/// Dimensions of five indicators each, or all indicators directly under the index.
fn framework(indicators: usize, in_dimensions: bool) -> Framework {
    let mut nodes = vec![Node::root("index")];
    for indicator in 0..indicators {
        let dimension = format!("d{}", indicator / 5);
        let parent = if in_dimensions {
            dimension.clone()
        } else {
            "index".to_owned()
        };
        if in_dimensions && indicator % 5 == 0 {
            nodes.push(Node::branch(dimension, "index", 1.0));
        }
        nodes.push(Node::leaf(indicator.to_string(), parent, 1.0));
    }
    Framework::new(nodes).expect("a tree")
}

fn method(aggregate: &str) -> Method {
    let text = format!(
        "[[steps]]\nstep = 'normalise'\nrule = 'min_max'\nlower = 1\n\
         [[steps]]\nstep = 'aggregate'\nrule = '{aggregate}'\ndata_threshold = 0.6\n"
    );
    toml::from_str(&text).expect("a method")
}

fn normalise_and_average(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("normalise_and_average_3000x100");
    let (frame, framework) = (frame(1, 3_000, 100), framework(100, false));
    for (name, rule, threads) in [
        ("arithmetic_1_thread", "arithmetic", 1),
        ("arithmetic_2_threads", "arithmetic", 2),
        ("geometric_1_thread", "geometric", 1),
    ] {
        let (method, options) = (method(rule), Options { threads });
        group.bench_function(name, |bencher| {
            bencher.iter(|| compute_with(black_box(&frame), &framework, &method, &options));
        });
    }
    let source = vec![1.5_f64; 300_000];
    let mut target = vec![0.0_f64; 300_000];
    group.bench_function("memory", |bencher| {
        bencher.iter(|| {
            target.copy_from_slice(black_box(&source));
            black_box(target.iter().sum::<f64>())
        });
    });
    group.finish();
}

fn whole_index(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("index_300_units_15_indicators_20_periods");
    let (frame, framework) = (frame(20, 300, 15), framework(15, true));
    let method = method("geometric");
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

criterion_group!(kernels, normalise_and_average, whole_index);
criterion_main!(kernels);
