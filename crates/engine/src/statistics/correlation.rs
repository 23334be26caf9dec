//! Correlation of two columns over the rows where both have a value.
//!
//! | word | formula | two-sided p-value |
//! |---|---|---|
//! | `pearson` | `Σdx·dy / √(Σdx²·Σdy²)` | Student t with n − 2 degrees of freedom, `t = r·√((n−2)/(1−r²))` |
//! | `spearman` | Pearson's of the ranks (ties: average), ranked among the common rows | the same approximation |
//! | `kendall` | tau-b `(C − D)/√((N−Tx)(N−Ty))`, N = n(n−1)/2 | normal, variance corrected for ties |
//!
//! A pair with fewer than two common rows, or a column constant over them, has no correlation; below
//! three rows there is no p-value. Sources: M. G. Kendall (1970), *Rank Correlation Methods*, 4th ed.,
//! chapters 3 and 4; R `cor(use = "pairwise.complete.obs")` and `cor.test`.

use serde::{Deserialize, Serialize};

use super::kendall::tau_b;
use super::moments::{is_constant, mean};
use super::{TieRule, finite, pairs, ranks, student_two_sided};
use crate::numbers::count;

/// Which correlation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Correlate {
    /// Linear, of the values.
    #[default]
    Pearson,
    /// Linear, of the ranks.
    Spearman,
    /// Kendall's tau-b, of the pairs of rows.
    Kendall,
}

/// A correlation, the number of rows it is taken over, and its two-sided p-value.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Correlation {
    /// Between −1 and 1.
    pub value: f64,
    /// Number of rows where both columns have a value.
    pub n: usize,
    /// Probability of a correlation at least as far from 0 when there is none; none below three rows.
    pub p_value: Option<f64>,
}

/// The correlation of two columns, none below two common rows or where a column does not vary.
///
/// ```
/// use yanzhi_engine::statistics::{Correlate, correlate};
///
/// let x = [Some(1.0), Some(2.0), Some(3.0), None, Some(4.0)];
/// let y = [Some(1.0), Some(3.0), Some(2.0), Some(9.0), Some(4.0)];
/// let found = correlate(&x, &y, Correlate::Pearson).unwrap();
/// assert!((found.value - 0.8).abs() < 1e-12 && found.n == 4);
/// assert!((found.p_value.unwrap() - 0.2).abs() < 1e-12);
/// ```
pub fn correlate(x: &[Option<f64>], y: &[Option<f64>], by: Correlate) -> Option<Correlation> {
    let (x, y) = pairs(x, y);
    match by {
        Correlate::Pearson => linear(&x, &y),
        Correlate::Spearman => linear(&ranked(&x), &ranked(&y)),
        Correlate::Kendall => tau_b(&x, &y),
    }
}

/// Pearson's correlation.
pub fn pearson(x: &[Option<f64>], y: &[Option<f64>]) -> Option<Correlation> {
    correlate(x, y, Correlate::Pearson)
}

/// Spearman's rank correlation.
pub fn spearman(x: &[Option<f64>], y: &[Option<f64>]) -> Option<Correlation> {
    correlate(x, y, Correlate::Spearman)
}

/// Kendall's tau-b.
pub fn kendall(x: &[Option<f64>], y: &[Option<f64>]) -> Option<Correlation> {
    correlate(x, y, Correlate::Kendall)
}

/// The sample covariance over the common rows `Σdx·dy/(n−1)`, none below two of them.
pub fn covariance(x: &[Option<f64>], y: &[Option<f64>]) -> Option<f64> {
    let (x, y) = pairs(x, y);
    if x.len() < 2 {
        return None;
    }
    finite(products(&x, &y)? / (count(x.len()) - 1.0))
}

fn products(x: &[f64], y: &[f64]) -> Option<f64> {
    let (mean_x, mean_y) = (mean(x)?, mean(y)?);
    let products = x.iter().zip(y).map(|(x, y)| (x - mean_x) * (y - mean_y));
    Some(products.sum())
}

fn linear(x: &[f64], y: &[f64]) -> Option<Correlation> {
    if x.len() < 2 || is_constant(x) || is_constant(y) {
        return None;
    }
    let (square_x, square_y) = (products(x, x)?, products(y, y)?);
    let product = square_x * square_y;
    // Two roots where the product leaves the range of numbers.
    let spread = if product.is_normal() {
        product.sqrt()
    } else {
        square_x.sqrt() * square_y.sqrt()
    };
    let value = finite(products(x, y)? / finite(spread)?)?.clamp(-1.0, 1.0);
    Some(Correlation {
        value,
        n: x.len(),
        p_value: p_value(value, x.len()),
    })
}

fn p_value(value: f64, n: usize) -> Option<f64> {
    let freedom = count(n.checked_sub(2).filter(|&it| it > 0)?);
    let rest = (1.0 - value) * (1.0 + value);
    if rest <= 0.0 {
        return Some(0.0);
    }
    student_two_sided(value * (freedom / rest).sqrt(), freedom)
}

fn ranked(values: &[f64]) -> Vec<f64> {
    let values: Vec<Option<f64>> = values.iter().copied().map(Some).collect();
    ranks(&values, TieRule::Average)
        .into_iter()
        .flatten()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(values: &[f64]) -> Vec<Option<f64>> {
        values.iter().copied().map(Some).collect()
    }

    #[test]
    fn anscombe_has_his_correlation() {
        // F. J. Anscombe (1973), data set I: r = 0.8164205; R cor.test: p = 0.00216962887307879.
        let x = all(&[10.0, 8.0, 13.0, 9.0, 11.0, 14.0, 6.0, 4.0, 12.0, 7.0, 5.0]);
        let y = all(&[
            8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68,
        ]);
        let found = pearson(&x, &y).unwrap();
        assert!((found.value - 0.816_420_516_344_840).abs() < 1e-12);
        assert!((found.p_value.unwrap() - 0.002_169_628_873_078_79).abs() < 1e-13);
    }

    #[test]
    fn what_does_not_vary_has_no_correlation() {
        let x = all(&[1.0, 2.0, 3.0]);
        for by in [Correlate::Pearson, Correlate::Spearman, Correlate::Kendall] {
            assert_eq!(correlate(&x, &all(&[4.0; 3]), by), None);
            assert_eq!(correlate(&x, &[None, None, None], by), None);
            assert_eq!(correlate(&x, &[None, Some(1.0), None], by), None);
            let two = correlate(&x, &[Some(1.0), Some(2.0), None], by).unwrap();
            assert_eq!((two.value, two.n), (1.0, 2));
        }
    }

    #[test]
    fn sums_beyond_the_largest_number_have_no_correlation() {
        let (x, y) = (all(&[1e200, -1e200, 3e199]), all(&[1.0, 2.0, 4.0]));
        assert_eq!(pearson(&x, &y), None);
        assert!(spearman(&x, &y).is_some());
        let large = all(&[1e150, -1e150, 3e149]);
        assert!(pearson(&large, &large).is_some_and(|it| it.value > 0.999));
    }

    #[test]
    fn covariance_is_over_the_common_rows() {
        let (x, y) = (
            [Some(1.0), Some(3.0), None],
            [Some(2.0), Some(6.0), Some(50.0)],
        );
        assert_eq!(covariance(&x, &y), Some(4.0));
        assert_eq!(covariance(&x, &[Some(1.0), None, None]), None);
    }
}
