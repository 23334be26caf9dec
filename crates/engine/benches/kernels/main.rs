//! Times of the kernels, and one table of them beside what the machine could do: `make bench`.
//!
//! To add a kernel: a function that benches it in a module here, a line in `criterion_group!`, and a line
//! in [`table::KERNELS`] that says how much it does, how many bytes it has to move, and what it aims at.

#![expect(
    clippy::expect_used,
    reason = "a bench that cannot build its input must stop"
)]

mod aggregate;
mod input;
mod memory;
mod replicates;
mod table;
mod whole_index;

use std::time::Duration;

use criterion::{Criterion, criterion_group};

criterion_group! {
    name = kernels;
    config = Criterion::default()
        .output_directory(&table::folder())
        .sample_size(50)
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(2));
    targets =
        memory::streams,
        aggregate::copeland,
        aggregate::normalise_and_average,
        whole_index::whole_index,
        replicates::uncertainty,
        replicates::sensitivity,
}

fn main() {
    table::forget();
    kernels();
    Criterion::default().configure_from_args().final_summary();
    table::print();
}
