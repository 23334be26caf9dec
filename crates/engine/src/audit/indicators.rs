//! Descriptive statistics of each indicator, and flags.
//!
//! | flag | raised when |
//! |---|---|
//! | `few_available` | share of units with a figure < `available` |
//! | `many_zeros` | figures other than 0 ÷ units < `non_zero` |
//! | `few_unique` | different values ÷ units < `unique` |
//! | `outliers` | \|G1\| > `skewness` and G2 > `kurtosis` |

use serde::Serialize;

use super::AuditOptions;
use super::view::View;
use crate::numbers::count;
use crate::statistics::{median, moments, present};

/// Statistics of one indicator. Shares are of the units; those of an indicator without figures are
/// none, as is what too few figures do not give.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IndicatorStatistics {
    /// The code of the leaf.
    pub code: String,
    /// Number of units.
    pub units: usize,
    /// Number of figures.
    pub n: usize,
    /// Share of units without a figure.
    pub missing_share: Option<f64>,
    /// Number of figures other than 0.
    pub non_zero: usize,
    /// Their share of the figures.
    pub non_zero_share: Option<f64>,
    /// Number of different figures.
    pub unique: usize,
    /// Their share of the figures.
    pub unique_share: Option<f64>,
    /// How often the most frequent figure stands.
    pub same: usize,
    /// Its share of the figures.
    pub same_share: Option<f64>,
    /// The smallest.
    pub min: Option<f64>,
    /// The largest.
    pub max: Option<f64>,
    /// Arithmetic mean.
    pub mean: Option<f64>,
    /// Median.
    pub median: Option<f64>,
    /// Sample standard deviation.
    pub sd: Option<f64>,
    /// Adjusted skewness G1.
    pub skewness: Option<f64>,
    /// Adjusted excess kurtosis G2.
    pub kurtosis: Option<f64>,
    /// What deserves a second look.
    pub flags: Flags,
}

/// What deserves a second look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each flag stands for itself")]
pub struct Flags {
    /// Too few units have a figure.
    pub few_available: bool,
    /// Too many figures are 0.
    pub many_zeros: bool,
    /// Too few different figures.
    pub few_unique: bool,
    /// Skewness and kurtosis speak of outliers.
    pub outliers: bool,
}

pub(super) fn statistics(view: &View<'_>, options: &AuditOptions) -> Vec<IndicatorStatistics> {
    let leaves = view.leaves().into_iter();
    leaves
        .map(|leaf| of_column(view.code(leaf), view.plain(leaf), options))
        .collect()
}

fn of_column(code: String, cells: &[Option<f64>], options: &AuditOptions) -> IndicatorStatistics {
    let mut values = present(cells);
    let found = moments(&values);
    let median = median(&values);
    // Adding 0 makes −0 the same value as 0.
    for value in &mut values {
        *value += 0.0;
    }
    values.sort_unstable_by(f64::total_cmp);
    let runs = || values.chunk_by(|a, b| a.total_cmp(b).is_eq());
    let zeros = runs()
        .find(|run| run.first() == Some(&0.0))
        .map_or(0, <[f64]>::len);
    let (units, n, unique) = (cells.len(), values.len(), runs().count());
    let same = runs().map(<[f64]>::len).max().unwrap_or_default();
    let share = |part: usize, whole: usize| (whole > 0).then(|| count(part) / count(whole));
    let is_low = |part: usize, least: f64| share(part, units).is_none_or(|share| share < least);
    IndicatorStatistics {
        code,
        units,
        n,
        missing_share: share(units - n, units),
        non_zero: n - zeros,
        non_zero_share: share(n - zeros, n),
        unique,
        unique_share: share(unique, n),
        same,
        same_share: share(same, n),
        min: values.first().copied(),
        max: values.last().copied(),
        mean: found.mean,
        median,
        sd: found.sd,
        skewness: found.skewness,
        kurtosis: found.kurtosis,
        flags: Flags {
            few_available: is_low(n, options.available),
            many_zeros: is_low(n - zeros, options.non_zero),
            few_unique: is_low(unique, options.unique),
            outliers: found.has_outliers(options.skewness, options.kurtosis),
        },
    }
}
