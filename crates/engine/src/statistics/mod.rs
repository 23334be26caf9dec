//! Statistics of columns with missing values: pure functions over slices.
//!
//! A missing value is `None`; every function looks only at what is there, pairs of columns only at the
//! rows where both are there. What cannot be computed (too few values, a constant column) is `None`,
//! never a NaN. Sums run in the order of the slice; logarithms and exponentials come from `libm`, so a
//! result is the same to the bit on any machine.

mod components;
mod correlation;
mod kendall;
mod moments;
mod quantile;
mod ranks;
mod reliability;
mod student;
mod trend;

pub use components::{Components, eigen, principal_components};
pub use correlation::{Correlate, Correlation, correlate, covariance, kendall, pearson, spearman};
pub(crate) use moments::is_constant;
pub use moments::{Moments, mean, moments, standard_deviation, variance};
pub use quantile::{median, quantile, quantile_sorted};
pub use ranks::{TieRule, ranks};
pub use reliability::cronbach_alpha;
pub use student::{normal_two_sided, student_two_sided};
pub use trend::{compound_growth, interpolated, linear_change};

/// The values that are there, in order.
pub fn present(values: &[Option<f64>]) -> Vec<f64> {
    values.iter().copied().flatten().collect()
}

/// The rows where both columns have a value.
pub(crate) fn pairs(x: &[Option<f64>], y: &[Option<f64>]) -> (Vec<f64>, Vec<f64>) {
    let both = x.iter().zip(y).filter_map(|(x, y)| Some(((*x)?, (*y)?)));
    both.unzip()
}

/// A result that is a number, else none.
pub(crate) fn finite(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}
