//! Ranks: 1 is the highest score.

/// Competition ranks ("1224"): a unit's rank is 1 plus the number of units with a higher score, so
/// equal scores share a rank. A missing score has no rank (nor has NaN), and counts for nobody.
///
/// For ranks within a group, give the group's scores only.
///
/// ```
/// use yanzhi_engine::competition_ranks;
///
/// let scores = [Some(70.0), Some(90.0), None, Some(70.0), Some(50.0)];
/// assert_eq!(competition_ranks(&scores), [Some(2), Some(1), None, Some(2), Some(4)]);
/// ```
pub fn competition_ranks(scores: &[Option<f64>]) -> Vec<Option<u32>> {
    let present = scores.iter().enumerate();
    let present =
        present.filter_map(|(unit, score)| Some((unit, score.filter(|it| !it.is_nan())?)));
    let mut order: Vec<(usize, f64)> = present.collect();
    order.sort_unstable_by(|(left_unit, left), (right_unit, right)| {
        let by_score = right.partial_cmp(left).unwrap_or(std::cmp::Ordering::Equal);
        by_score.then(left_unit.cmp(right_unit))
    });
    let mut ranks = vec![None; scores.len()];
    let mut last: Option<(f64, u32)> = None;
    for ((unit, score), place) in order.into_iter().zip(1..) {
        let rank = match last {
            Some((equal, rank)) if equal <= score => rank,
            _ => place,
        };
        last = Some((score, rank));
        if let Some(slot) = ranks.get_mut(unit) {
            *slot = Some(rank);
        }
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_scores_share_the_rank_and_the_next_is_skipped() {
        let scores = [10.0, 30.0, 20.0, 30.0, 0.0, -0.0].map(Some);
        let ranks = [4, 1, 3, 1, 5, 5].map(Some);
        assert_eq!(competition_ranks(&scores), ranks);
    }

    #[test]
    fn the_missing_have_no_rank() {
        assert_eq!(
            competition_ranks(&[None, Some(1.0), None]),
            [None, Some(1), None]
        );
        assert_eq!(
            competition_ranks(&[Some(f64::NAN), Some(1.0)]),
            [None, Some(1)]
        );
        assert_eq!(competition_ranks(&[]), []);
    }
}
