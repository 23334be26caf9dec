//! What a reader makes of scores: ranks within a group, averages, strengths, better or worse.

use yanzhi_kernel::Direction;

/// Competition ranks ("1224") of those that have a score, the highest first.
pub(crate) fn ranks(scores: &[Option<f64>]) -> Vec<Option<u32>> {
    yanzhi_engine::competition_ranks(scores)
}

/// The mean of those that have a score.
pub(crate) fn average(scores: impl IntoIterator<Item = Option<f64>>) -> Option<f64> {
    let (mut sum, mut count) = (0.0, 0_u32);
    for score in scores.into_iter().flatten() {
        sum += score;
        count += 1;
    }
    (count > 0).then(|| sum / f64::from(count))
}

/// Whether a change of the raw value is for the better; `None` when nothing changed.
pub(crate) fn is_improvement(direction: Direction, change: f64) -> Option<bool> {
    if change == 0.0 {
        return None;
    }
    Some((change > 0.0) == (direction == Direction::HigherIsBetter))
}

/// Positions of the best and the worst by rank, at most `count` each and none in both; ties by position.
/// A rank in the better half is a strength, one in the worse half a weakness.
pub(crate) fn strengths_and_weaknesses(
    ranks: &[Option<u32>],
    ranked: usize,
    count: usize,
) -> (Vec<usize>, Vec<usize>) {
    let half = u32::try_from(ranked.div_ceil(2)).unwrap_or(u32::MAX);
    let mut placed: Vec<(u32, usize)> = ranks
        .iter()
        .enumerate()
        .filter_map(|(position, rank)| rank.map(|rank| (rank, position)))
        .collect();
    placed.sort_unstable();
    let strengths = placed.iter().filter(|(rank, _)| *rank <= half).take(count);
    let strengths = strengths.map(|(_, position)| *position).collect();
    let weaknesses = placed
        .iter()
        .rev()
        .filter(|(rank, _)| *rank > half)
        .take(count);
    (
        strengths,
        weaknesses.map(|(_, position)| *position).collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_are_competition_ranks_of_those_with_a_score() {
        let scores = [Some(2.0), None, Some(3.0), Some(2.0), Some(1.0)];
        assert_eq!(ranks(&scores), [Some(2), None, Some(1), Some(2), Some(4)]);
    }

    #[test]
    fn an_average_of_nothing_is_missing() {
        assert_eq!(average([None, None]), None);
        assert_eq!(average([Some(1.0), None, Some(2.0)]), Some(1.5));
    }

    #[test]
    fn less_is_better_where_less_is_better() {
        assert_eq!(is_improvement(Direction::HigherIsBetter, 1.0), Some(true));
        assert_eq!(is_improvement(Direction::LowerIsBetter, 1.0), Some(false));
        assert_eq!(is_improvement(Direction::LowerIsBetter, -1.0), Some(true));
        assert_eq!(is_improvement(Direction::LowerIsBetter, 0.0), None);
    }

    #[test]
    fn nothing_is_a_strength_and_a_weakness_at_once() {
        let ranks = [Some(1), Some(12), Some(6), None, Some(2), Some(11)];
        assert_eq!(
            strengths_and_weaknesses(&ranks, 12, 2),
            (vec![0, 4], vec![1, 5])
        );
        assert_eq!(
            strengths_and_weaknesses(&ranks, 12, 9),
            (vec![0, 4, 2], vec![1, 5])
        );
        assert_eq!(
            strengths_and_weaknesses(&[Some(1)], 1, 3),
            (vec![0], vec![])
        );
    }
}
