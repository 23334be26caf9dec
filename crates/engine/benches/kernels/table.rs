//! One table of the kernels of a run: time, throughput, share of the roof, aim.
//!
//! The roof is the time in which the machine moves the bytes that the kernel has to move at least, at the
//! bandwidth measured in the same run. A kernel at 100 % could not be faster on this machine; one far
//! below it spends its time computing, or moves more than it must. Time, throughput, share and aim are by
//! the median; the fastest sample stands beside it, for a machine that does other work meanwhile.

use std::fs;
use std::path::{Path, PathBuf};

use crate::memory::{NEAR_BYTES, STREAM_BYTES};

/// What a kernel is measured against.
pub(crate) struct Kernel {
    /// Group and name of the bench.
    id: &'static str,
    /// How much it does.
    work: f64,
    /// Of what.
    unit: &'static str,
    /// Bytes it has to move at least.
    bytes: f64,
    roof: Roof,
    /// What it should take at most, in milliseconds.
    aim_ms: Option<f64>,
}

/// Where the bytes come from.
#[derive(Clone, Copy)]
enum Roof {
    /// As far as a frame of 3,000 × 100 is: `memory/frame`.
    Frame,
    /// The first cache: `memory/near`.
    Near,
}

const PAIRS_OF_3000: f64 = 3_000.0 * 2_999.0 / 2.0 * 100.0;
const PAIRS_OF_300: f64 = 300.0 * 299.0 / 2.0 * 100.0;
const CELLS: f64 = 3_000.0 * 100.0;
const PANEL: f64 = 20.0 * 300.0 * 15.0;
const REPLICATES: f64 = 10_000.0 * 51.0 * 49.0;

/// Every kernel of the table, in its order. A comparison reads 8 bytes that are near; a cell that is
/// normalised and averaged is read, written and read again; one of a replicate is read once, with its mark
/// of presence.
pub(crate) const KERNELS: &[Kernel] = &[
    kernel(
        "copeland/3000x100",
        PAIRS_OF_3000,
        "comparisons",
        8.0,
        Roof::Near,
        Some(1_000.0),
    ),
    kernel(
        "copeland/300x100",
        PAIRS_OF_300,
        "comparisons",
        8.0,
        Roof::Near,
        Some(10.0),
    ),
    kernel(
        "normalise_and_average_3000x100/arithmetic_1_thread",
        CELLS,
        "cells",
        24.0,
        Roof::Frame,
        Some(3.0),
    ),
    kernel(
        "normalise_and_average_3000x100/arithmetic_2_threads",
        CELLS,
        "cells",
        24.0,
        Roof::Frame,
        Some(3.0),
    ),
    kernel(
        "normalise_and_average_3000x100/geometric_1_thread",
        CELLS,
        "cells",
        24.0,
        Roof::Frame,
        None,
    ),
    kernel(
        "index_300_units_15_indicators_20_periods/compute_1_threads",
        PANEL,
        "cells",
        24.0,
        Roof::Frame,
        None,
    ),
    kernel(
        "robustness_51x49/10000_of_four_assumptions_1_threads",
        REPLICATES,
        "cells",
        9.0,
        Roof::Near,
        Some(1_000.0),
    ),
    kernel(
        "robustness_51x49/10000_of_four_assumptions_2_threads",
        REPLICATES,
        "cells",
        9.0,
        Roof::Near,
        Some(1_000.0),
    ),
    kernel(
        "robustness_51x49/10000_with_geometric_mean_2_threads",
        REPLICATES,
        "cells",
        9.0,
        Roof::Near,
        Some(1_000.0),
    ),
    kernel(
        "robustness_51x49/1000_with_errors_of_figures_2_threads",
        REPLICATES / 10.0,
        "cells",
        9.0,
        Roof::Near,
        None,
    ),
    kernel(
        "sensitivity_51x49/1024_points_2_threads",
        6_144.0 * 51.0 * 49.0,
        "cells",
        9.0,
        Roof::Near,
        None,
    ),
];

const fn kernel(
    id: &'static str,
    work: f64,
    unit: &'static str,
    bytes_each: f64,
    roof: Roof,
    aim_ms: Option<f64>,
) -> Kernel {
    Kernel {
        id,
        work,
        unit,
        bytes: work * bytes_each,
        roof,
        aim_ms,
    }
}

/// Where criterion keeps its estimates: `criterion` in the folder of builds.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("../criterion")
}

fn estimates(id: &str) -> PathBuf {
    folder().join(id).join("new/estimates.json")
}

/// Forgets the estimates of earlier runs, so that the table shows this one only.
pub(crate) fn forget() {
    let roofs = ["memory/frame", "memory/near"].into_iter();
    for id in KERNELS.iter().map(|kernel| kernel.id).chain(roofs) {
        match fs::remove_file(estimates(id)) {
            Ok(()) => {}
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => panic!("{}: {error}", estimates(id).display()),
        }
    }
}

fn json(path: &Path) -> Option<serde_json::Value> {
    let text = fs::read_to_string(path).ok()?;
    Some(serde_json::from_str(&text).expect("criterion writes JSON"))
}

/// The median time in nanoseconds; none when the bench was not part of the run.
fn median_ns(id: &str) -> Option<f64> {
    let read = json(&estimates(id))?;
    read.pointer("/median/point_estimate")?.as_f64()
}

/// The time of the fastest sample in nanoseconds.
fn fastest_ns(id: &str) -> Option<f64> {
    let read = json(&estimates(id).with_file_name("sample.json"))?;
    let numbers = |name: &str| {
        let list = read.get(name).and_then(serde_json::Value::as_array);
        list.into_iter()
            .flatten()
            .filter_map(serde_json::Value::as_f64)
    };
    let samples = numbers("times").zip(numbers("iters"));
    samples
        .map(|(time, iterations)| time / iterations)
        .reduce(f64::min)
}

/// Prints the table of what was measured.
#[expect(clippy::print_stdout, reason = "the table is what the bench reports")]
pub(crate) fn print() {
    let per_ns = |id: &str, bytes: f64| median_ns(id).map(|ns| bytes / ns);
    let (frame, near) = (
        per_ns("memory/frame", STREAM_BYTES),
        per_ns("memory/near", NEAR_BYTES),
    );
    let measured: Vec<(&Kernel, f64)> = KERNELS
        .iter()
        .filter_map(|kernel| Some((kernel, median_ns(kernel.id)?)))
        .collect();
    if measured.is_empty() {
        return;
    }
    let gigabytes = |found: Option<f64>| found.map_or("–".into(), |it| format!("{it:.1} GB/s"));
    println!(
        "\nBandwidth of this run: frame of 3,000 × 100 {}, first cache {}\n",
        gigabytes(frame),
        gigabytes(near)
    );
    println!(
        "{:<62} {:>12} {:>12} {:>24} {:>8} {:>10}  met",
        "kernel", "time", "fastest", "throughput", "roofline", "aim"
    );
    for (kernel, ns) in measured {
        let bandwidth = match kernel.roof {
            Roof::Frame => frame,
            Roof::Near => near,
        };
        let share = bandwidth.map(|bandwidth| kernel.bytes / bandwidth / ns);
        let milliseconds = ns / 1e6;
        let met = kernel.aim_ms.map(|aim| milliseconds <= aim);
        println!(
            "{:<62} {:>9.3} ms {:>12} {:>24} {:>8} {:>10}  {}",
            kernel.id,
            milliseconds,
            fastest_ns(kernel.id).map_or("–".into(), |ns| format!("{:.3} ms", ns / 1e6)),
            format!("{:.0} M {}/s", kernel.work / ns * 1e3, kernel.unit),
            share.map_or("–".into(), |share| format!("{:.1} %", share * 100.0)),
            kernel.aim_ms.map_or("–".into(), |aim| format!("{aim} ms")),
            met.map_or("–", |met| if met { "yes" } else { "no" }),
        );
    }
}
