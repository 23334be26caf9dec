//! Quantiles, type 7 of R. J. Hyndman and Y. Fan (1996), Sample quantiles in statistical packages,
//! *The American Statistician* 50: linear between the order statistics at `(n − 1)·p`.

use crate::numbers::count;

/// The quantile at a probability, of values in any order; none without values or where `p` is not
/// between 0 and 1.
///
/// ```
/// use yanzhi_engine::statistics::{median, quantile};
///
/// assert_eq!(quantile(&[4.0, 1.0, 2.0, 3.0], 0.25), Some(1.75));
/// assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), Some(2.5));
/// assert_eq!(median(&[]), None);
/// ```
pub fn quantile(values: &[f64], p: f64) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    quantile_sorted(&sorted, p)
}

/// As [`quantile`], of values in rising order.
pub fn quantile_sorted(sorted: &[f64], p: f64) -> Option<f64> {
    if sorted.is_empty() || !(0.0..=1.0).contains(&p) {
        return None;
    }
    let place = count(sorted.len() - 1) * p;
    let below = place.floor();
    let share = place - below;
    // The floor of a place in a slice is a whole number that fits.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and the length"
    )]
    let position = below as usize;
    let low = *sorted.get(position)?;
    match sorted.get(position + 1) {
        Some(high) if share > 0.0 => Some((1.0 - share) * low + share * high),
        _ => Some(low),
    }
}

/// The median: the mean of the two middle values when their number is even.
pub fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    let high = *sorted.get(middle)?;
    if sorted.len() % 2 == 1 {
        return Some(high);
    }
    let low = *sorted.get(middle.checked_sub(1)?)?;
    Some(low / 2.0 + high / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_type_seven() {
        // R: quantile(c(1, 3, 4, 8, 11), c(0, .1, .5, .9, 1))
        let values = [11.0, 1.0, 8.0, 3.0, 4.0];
        for (p, expected) in [(0.0, 1.0), (0.1, 1.8), (0.5, 4.0), (0.9, 9.8), (1.0, 11.0)] {
            let found = quantile(&values, p).unwrap();
            assert!((found - expected).abs() < 1e-12, "{p}: {found}");
        }
    }

    #[test]
    fn a_probability_outside_has_no_quantile() {
        assert_eq!(quantile(&[1.0], 1.5), None);
        assert_eq!(quantile(&[1.0], f64::NAN), None);
        assert_eq!(quantile(&[1.0], 1.0), Some(1.0));
        assert_eq!(quantile(&[f64::MAX, -f64::MAX], 0.5), Some(0.0));
    }
}
