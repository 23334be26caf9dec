//! Cronbach's alpha: whether the indicators of a group measure one thing.
//!
//! `α = k/(k−1) · (1 − Σ variances / Σ all covariances)`, covariances over the rows a pair has in
//! common. Source: L. J. Cronbach (1951), *Psychometrika* 16; OECD/JRC *Handbook* (2008), 4.2.

use super::covariance;
use crate::numbers::count;

/// Alpha of some columns. None with fewer than two, where a pair has fewer than two rows in common, or
/// where the sum of the columns does not vary.
///
/// ```
/// use yanzhi_engine::statistics::cronbach_alpha;
///
/// let (x, y) = ([1.0, 2.0, 3.0].map(Some), [2.0, 3.0, 4.0].map(Some));
/// assert_eq!(cronbach_alpha(&[&x, &y]), Some(1.0));
/// assert_eq!(cronbach_alpha(&[&x]), None);
/// ```
pub fn cronbach_alpha(columns: &[&[Option<f64>]]) -> Option<f64> {
    if columns.len() < 2 {
        return None;
    }
    let (mut own, mut all) = (0.0, 0.0);
    for (row, x) in columns.iter().enumerate() {
        let variance = covariance(x, x)?;
        own += variance;
        all += variance;
        for y in columns.iter().skip(row + 1) {
            all += 2.0 * covariance(x, y)?;
        }
    }
    let k = count(columns.len());
    let spreads = all.abs() > own * 1e-12;
    super::finite(k / (k - 1.0) * (1.0 - own / all)).filter(|_| spreads)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alpha_is_that_of_the_formula_by_hand() {
        // Variances 1 and 4, covariance 1: α = 2·(1 − 5/7) = 4/7.
        let (x, y) = ([1.0, 2.0, 3.0].map(Some), [2.0, 6.0, 4.0].map(Some));
        let found = cronbach_alpha(&[&x, &y]).unwrap();
        assert!((found - 4.0 / 7.0).abs() < 1e-12, "{found}");
    }

    #[test]
    fn what_does_not_vary_has_no_alpha() {
        let (same, x) = ([2.0; 3].map(Some), [1.0, 2.0, 3.0].map(Some));
        let turned = x.map(|it| it.map(|it: f64| -it));
        assert_eq!(cronbach_alpha(&[&same, &same]), None);
        assert_eq!(cronbach_alpha(&[&x, &turned]), None);
        assert_eq!(cronbach_alpha(&[&x, &[None; 3]]), None);
    }
}
