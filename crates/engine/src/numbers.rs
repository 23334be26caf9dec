//! Small numeric words used by every step.

/// A count as a number. Exact up to 2⁵³, far beyond any count of cells.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of units, children and cells stay below 2^53"
)]
pub(crate) fn count(n: usize) -> f64 {
    n as f64
}

/// The smallest number of children out of `of` whose share reaches `threshold`, at least one.
///
/// The share is compared as `present / of >= threshold`, so the threshold is inclusive.
pub(crate) fn needed(of: usize, threshold: f64) -> usize {
    (1..=of)
        .find(|&present| count(present) / count(of) >= threshold)
        .unwrap_or(of + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_threshold_is_inclusive_for_decimal_shares() {
        assert_eq!(needed(5, 0.6), 3);
        assert_eq!(needed(10, 0.7), 7);
        assert_eq!(needed(3, 0.67), 3);
        assert_eq!(needed(3, 0.66), 2);
    }

    #[test]
    fn a_score_needs_at_least_one_child() {
        assert_eq!(needed(4, 0.0), 1);
        assert_eq!(needed(1, 1.0), 1);
    }
}
