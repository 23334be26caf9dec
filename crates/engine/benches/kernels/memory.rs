//! What the machine moves in the same run: the roofs the kernels are held against.

use std::hint::black_box;

use criterion::Criterion;

/// Cells of 3,000 units × 100 indicators.
const FRAME: usize = 300_000;

/// Cells that fit in the first cache: 16 KiB.
const NEAR: usize = 2_048;

/// Copies a frame and reads the copy: three times its bytes.
pub(crate) const STREAM_BYTES: f64 = 3.0 * 8.0 * 300_000.0;

/// Reads the near cells.
pub(crate) const NEAR_BYTES: f64 = 8.0 * 2_048.0;

pub(crate) fn streams(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("memory");
    let source = vec![1.5_f64; FRAME];
    let mut target = vec![0.0_f64; FRAME];
    group.bench_function("frame", |bencher| {
        bencher.iter(|| {
            target.copy_from_slice(black_box(&source));
            largest(black_box(&target))
        });
    });
    group.bench_function("near", |bencher| {
        bencher.iter(|| largest(black_box(&source[..NEAR])));
    });
    group.finish();
}

/// Reads everything, several lanes side by side so that no sum waits for another.
fn largest(values: &[f64]) -> [f64; 16] {
    let mut lanes = [0.0_f64; 16];
    for chunk in values.as_chunks::<16>().0 {
        for (lane, &value) in lanes.iter_mut().zip(chunk) {
            *lane = if value > *lane { value } else { *lane };
        }
    }
    lanes
}
