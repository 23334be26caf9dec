//! Mean, standard deviation, skewness and kurtosis.
//!
//! | statistic | formula (d = x − mean, n values) | needs |
//! |---|---|---|
//! | mean | `Σx/n` | n ≥ 1 |
//! | variance | `Σd²/(n−1)` | n ≥ 2 |
//! | skewness G1 | `√(n(n−1))/(n−2) · (Σd³/n)/(Σd²/n)^1.5` | n ≥ 3, not constant |
//! | excess kurtosis G2 | `(n−1)/((n−2)(n−3)) · ((n+1)(n·Σd⁴/(Σd²)² − 3) + 6)` | n ≥ 4, not constant |
//!
//! Source: D. N. Joanes and C. A. Gill (1998), Comparing measures of sample skewness and kurtosis,
//! *The Statistician* 47, types 2 (G1, G2).

use serde::Serialize;

use super::finite;
use crate::numbers::count;

/// The moments of a column; a statistic that cannot be computed is none.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Moments {
    /// Number of values that are there.
    pub n: usize,
    /// Arithmetic mean.
    pub mean: Option<f64>,
    /// Sample standard deviation (n − 1).
    pub sd: Option<f64>,
    /// Adjusted skewness G1.
    pub skewness: Option<f64>,
    /// Adjusted excess kurtosis G2.
    pub kurtosis: Option<f64>,
}

impl Moments {
    /// Whether |skewness| and kurtosis are both beyond their thresholds: a test for outliers.
    pub fn has_outliers(&self, skewness: f64, kurtosis: f64) -> bool {
        matches!((self.skewness, self.kurtosis), (Some(g1), Some(g2)) if g1.abs() > skewness && g2 > kurtosis)
    }
}

/// The moments of the values that are there.
///
/// ```
/// use yanzhi_engine::statistics::moments;
///
/// let found = moments(&[2.0, 4.0, 4.0, 10.0]);
/// assert_eq!((found.n, found.mean), (4, Some(5.0)));
/// assert_eq!(moments(&[7.0, 7.0, 7.0, 7.0]).skewness, None); // a constant has no shape
/// ```
pub fn moments(values: &[f64]) -> Moments {
    let n = count(values.len());
    let Some(mean) = mean(values) else {
        return Moments::default();
    };
    let sum = |power: fn(f64) -> f64| values.iter().map(|x| power(x - mean)).sum::<f64>();
    let (squares, cubes) = (sum(|d| d * d), sum(|d| d * d * d));
    let fourths = sum(|d| d * d * d * d);
    let spreads = !is_constant(values) && squares > 0.0;
    let second = squares / n;
    let g1 = (n * (n - 1.0)).sqrt() / (n - 2.0) * ((cubes / n) / (second * second.sqrt()));
    let peak = (n + 1.0) * (n * fourths / (squares * squares) - 3.0) + 6.0;
    let g2 = (n - 1.0) / ((n - 2.0) * (n - 3.0)) * peak;
    Moments {
        n: values.len(),
        mean: Some(mean),
        sd: standard_deviation(values),
        skewness: finite(g1).filter(|_| spreads && values.len() >= 3),
        kurtosis: finite(g2).filter(|_| spreads && values.len() >= 4),
    }
}

/// The arithmetic mean, none without values. Taken twice: the second pass adds the mean of what the
/// first left over, which keeps the last digits of long columns.
pub fn mean(values: &[f64]) -> Option<f64> {
    let n = count(values.len());
    let first = values.iter().sum::<f64>() / n;
    let rest = values.iter().map(|x| x - first).sum::<f64>() / n;
    finite(first + rest)
}

/// The sample variance `Σ(x − mean)²/(n − 1)`, none below two values.
pub fn variance(values: &[f64]) -> Option<f64> {
    if values.len() < 2 {
        return None;
    }
    if is_constant(values) {
        return Some(0.0);
    }
    let mean = mean(values)?;
    let squares: f64 = values.iter().map(|x| (x - mean) * (x - mean)).sum();
    finite(squares / (count(values.len()) - 1.0))
}

/// The sample standard deviation, none below two values.
pub fn standard_deviation(values: &[f64]) -> Option<f64> {
    variance(values).map(f64::sqrt)
}

/// Whether all values are the same number.
pub(crate) fn is_constant(values: &[f64]) -> bool {
    let first = values.first();
    values
        .iter()
        .all(|value| Some(value).partial_cmp(&first) == Some(std::cmp::Ordering::Equal))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(found: Option<f64>, expected: f64) {
        let found = found.unwrap();
        assert!((found - expected).abs() < 1e-12, "{found} {expected}");
    }

    #[test]
    fn shape_is_that_of_the_formula_by_hand() {
        // d = −3, −1, −1, 5 of 2, 4, 4, 10: Σd² = 36, Σd³ = 96, Σd⁴ = 708.
        let found = moments(&[2.0, 4.0, 4.0, 10.0]);
        close(found.sd, 12.0_f64.sqrt());
        close(found.skewness, 12.0_f64.sqrt() / 2.0 * 24.0 / 27.0);
        close(
            found.kurtosis,
            3.0 / 2.0 * (5.0 * (4.0 * 708.0 / 1296.0 - 3.0) + 6.0),
        );
    }

    #[test]
    fn what_is_too_short_or_constant_has_no_shape() {
        assert_eq!(moments(&[]), Moments::default());
        let two = moments(&[1.0, 2.0]);
        assert_eq!((two.skewness, two.kurtosis), (None, None));
        assert!(two.sd.is_some());
        assert_eq!(moments(&[1.0]).sd, None);
        let same = moments(&[0.1; 7]);
        assert_eq!(
            (same.sd, same.skewness, same.kurtosis),
            (Some(0.0), None, None)
        );
    }

    #[test]
    fn an_overflow_is_missing_and_no_infinity() {
        let found = moments(&[f64::MAX, -f64::MAX, f64::MAX, 1.0]);
        assert_eq!(
            (found.sd, found.skewness, found.kurtosis),
            (None, None, None)
        );
    }
}
