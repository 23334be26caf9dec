//! Ranks in rising order: 1 is the smallest value.

use serde::{Deserialize, Serialize};

use crate::numbers::count;

/// The rank equal values share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TieRule {
    /// The smallest of their places.
    Min,
    /// The mean of their places.
    #[default]
    Average,
    /// The largest of their places.
    Max,
}

/// The ranks of the values, in rising order, 1 the smallest. A missing value has no rank and counts
/// for nobody.
///
/// ```
/// use yanzhi_engine::statistics::{TieRule, ranks};
///
/// let values = [Some(3.0), None, Some(1.0), Some(3.0)];
/// assert_eq!(ranks(&values, TieRule::Average), [Some(2.5), None, Some(1.0), Some(2.5)]);
/// ```
pub fn ranks(values: &[Option<f64>], ties: TieRule) -> Vec<Option<f64>> {
    let mut order: Vec<(f64, usize)> = Vec::with_capacity(values.len());
    let there = values.iter().enumerate();
    // Adding 0 makes −0 the same value as 0.
    order.extend(
        there.filter_map(|(row, value)| Some((value.filter(|it| !it.is_nan())? + 0.0, row))),
    );
    order.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let mut ranks = vec![None; values.len()];
    let mut first = 1;
    for run in order.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
        let last = first + run.len() - 1;
        let rank = match ties {
            TieRule::Min => count(first),
            TieRule::Average => f64::midpoint(count(first), count(last)),
            TieRule::Max => count(last),
        };
        for &(_, row) in run {
            if let Some(slot) = ranks.get_mut(row) {
                *slot = Some(rank);
            }
        }
        first = last + 1;
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_share_the_rank_their_rule_says() {
        let values = [5.0, 2.0, 5.0, 5.0, 0.0, -0.0].map(Some);
        let by = |ties| {
            ranks(&values, ties)
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
        };
        assert_eq!(by(TieRule::Min), [4.0, 3.0, 4.0, 4.0, 1.0, 1.0]);
        assert_eq!(by(TieRule::Average), [5.0, 3.0, 5.0, 5.0, 1.5, 1.5]);
        assert_eq!(by(TieRule::Max), [6.0, 3.0, 6.0, 6.0, 2.0, 2.0]);
    }
}
