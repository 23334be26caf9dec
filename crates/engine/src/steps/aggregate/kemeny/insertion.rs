//! The insertion search for groups too large to be solved exactly.

use std::cmp::Ordering;

use super::Solved;
use crate::numbers::count;
use crate::steps::aggregate::outranking::Outranking;

/// A move has to gain more than this.
const GAIN: f64 = 1e-9;

/// Starts from `members` in their order and moves one unit at a time to where it agrees most, until no
/// single move helps. Every move gains, so the search ends.
pub(super) fn solve(
    matrix: &Outranking,
    members: &[usize],
    compare: impl Fn(usize, usize) -> Ordering,
) -> Solved {
    let mut order = members.to_vec();
    while improve(matrix, &mut order) {}
    let pairs = order.iter().enumerate();
    let pairs = pairs.flat_map(|(place, a)| order.iter().skip(place + 1).map(move |b| (*a, *b)));
    let margins = pairs.map(|(a, b)| matrix.margin(a, b));
    let (agreed, bound) = margins.fold((0.0, 0.0), |(agreed, bound), margin| {
        (agreed + margin, bound + margin.abs())
    });
    Solved {
        places: places(members, &order, compare),
        agreed,
        bound,
    }
}

/// Moves every unit once to its best place; whether any moved.
fn improve(matrix: &Outranking, order: &mut [usize]) -> bool {
    let mut has_moved = false;
    let units = Vec::from(&*order);
    for unit in units {
        let Some(place) = order.iter().position(|it| *it == unit) else {
            continue;
        };
        let (before, after) = order.split_at(place);
        let earlier = before.iter().enumerate().rev();
        let earlier = best_move(earlier, |rival| matrix.margin(unit, rival));
        let later = after.iter().enumerate().skip(1);
        let later = later.map(|(at, rival)| (place + at, rival));
        let later = best_move(later, |rival| matrix.margin(rival, unit));
        let target = if earlier.0 >= later.0 { earlier } else { later };
        if let (true, Some(to)) = (target.0 > GAIN, target.1) {
            has_moved = true;
            if to < place {
                order[to..=place].rotate_right(1);
            } else {
                order[place..=to].rotate_left(1);
            }
        }
    }
    has_moved
}

/// The greatest sum of gains on the way past rivals, and the place where it is reached.
fn best_move<'a>(
    rivals: impl Iterator<Item = (usize, &'a usize)>,
    gain: impl Fn(usize) -> f64,
) -> (f64, Option<usize>) {
    let (mut sum, mut best) = (0.0, (0.0, None));
    for (place, rival) in rivals {
        sum += gain(*rival);
        if sum > best.0 {
            best = (sum, Some(place));
        }
    }
    best
}

/// The place of each member in the order; those that compare as equal share the mean of theirs.
fn places(
    members: &[usize],
    order: &[usize],
    compare: impl Fn(usize, usize) -> Ordering,
) -> Vec<f64> {
    let mut sorted: Vec<(usize, usize)> = order.iter().copied().zip(0..).collect();
    sorted.sort_by(|a, b| compare(a.0, b.0).then(a.1.cmp(&b.1)));
    let mut places = std::collections::BTreeMap::new();
    for equal in sorted.chunk_by(|a, b| compare(a.0, b.0).is_eq()) {
        let sum: usize = equal.iter().map(|(_, place)| place).sum();
        let mean = count(sum) / count(equal.len());
        places.extend(equal.iter().map(|(unit, _)| (*unit, mean)));
    }
    let place = |unit: &usize| places.get(unit).copied().unwrap_or_default();
    members.iter().map(place).collect()
}
