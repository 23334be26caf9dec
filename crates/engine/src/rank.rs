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
    ranks(scores, |_, place| place)
}

/// Dense ranks ("1223"): a unit's rank is 1 plus the number of different scores above its own. A
/// missing score has no rank (nor has NaN), and counts for nobody.
///
/// ```
/// use yanzhi_engine::dense_ranks;
///
/// let scores = [Some(70.0), Some(90.0), None, Some(70.0), Some(50.0)];
/// assert_eq!(dense_ranks(&scores), [Some(2), Some(1), None, Some(2), Some(3)]);
/// ```
pub fn dense_ranks(scores: &[Option<f64>]) -> Vec<Option<u32>> {
    ranks(scores, |last, _| last + 1)
}

/// `next(rank before, place)` is the rank of a score lower than the one before it.
fn ranks(scores: &[Option<f64>], next: impl Fn(u32, u32) -> u32) -> Vec<Option<u32>> {
    let mut order: Vec<(u64, usize)> = Vec::with_capacity(scores.len());
    for (unit, score) in scores.iter().enumerate() {
        order.extend(
            score
                .filter(|score| !score.is_nan())
                .map(|score| (key(score), unit)),
        );
    }
    let mut ranks = vec![None; scores.len()];
    rank_into(&mut order, next, |unit, rank| {
        if let Some(slot) = ranks.get_mut(unit) {
            *slot = Some(rank);
        }
    });
    ranks
}

/// Ranks units by their scores' [`key`]s, in the memory of the list: gives every unit its rank.
/// `next(rank before, place)` is the rank of a score lower than the one before it.
pub(crate) fn rank_into(
    order: &mut [(u64, usize)],
    next: impl Fn(u32, u32) -> u32,
    mut give: impl FnMut(usize, u32),
) {
    order.sort_unstable();
    let mut last: Option<(u64, u32)> = None;
    for (&(key, unit), place) in order.iter().zip(1..) {
        let rank = match last {
            Some((equal, rank)) if equal == key => rank,
            Some((_, rank)) => next(rank, place),
            None => place,
        };
        last = Some((key, rank));
        give(unit, rank);
    }
}

/// A whole number that is the smaller the higher the score, and equal for equal scores (0 and −0 too).
pub(crate) fn key(score: f64) -> u64 {
    let bits = (score + 0.0).to_bits();
    let is_negative = bits >> 63 == 1;
    if is_negative {
        bits
    } else {
        !bits & !(1 << 63)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_scores_share_the_rank_and_the_next_is_skipped() {
        let scores = [10.0, 30.0, 20.0, 30.0, 0.0, -0.0].map(Some);
        let ranks = [4, 1, 3, 1, 5, 5].map(Some);
        assert_eq!(competition_ranks(&scores), ranks);
        assert_eq!(dense_ranks(&scores), [3, 1, 2, 1, 4, 4].map(Some));
    }

    #[test]
    fn the_order_is_that_of_the_numbers() {
        let falling = [
            f64::INFINITY,
            f64::MAX,
            1.5,
            1.0,
            f64::MIN_POSITIVE,
            0.0,
            -f64::MIN_POSITIVE,
            -1.0,
            -1.5,
            f64::MIN,
        ];
        let ranks: Vec<Option<u32>> = (1..=10).map(Some).collect();
        assert_eq!(competition_ranks(&falling.map(Some)), ranks);
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
