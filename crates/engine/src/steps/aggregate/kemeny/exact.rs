//! The best orders of up to 12 units, all of them at once: dynamic programming over subsets.
//!
//! `front[S]` is the most that an order of the units of `S` alone can agree with, `back[S]` the most that an
//! order of the units outside `S` can. A unit follows `S` in a best order when the two, joined by it, reach
//! the best; how many best orders pass there is the product of the numbers of ways on both sides. So a
//! unit's mean place over all best orders is exact.

use super::Solved;
use crate::steps::aggregate::outranking::Outranking;

/// Sums of margins that differ by less than this are equally good.
const EQUAL: f64 = 1e-9;

/// The best sum for each subset, and the number of orders that reach it.
type Ways = Vec<(f64, f64)>;

/// Margins of the group, `[a][b]`, and the sums over subsets that follow from them.
struct Group {
    margins: Vec<Vec<f64>>,
}

pub(super) fn solve(matrix: &Outranking, members: &[usize]) -> Solved {
    let row = |a: &usize| members.iter().map(|b| matrix.margin(*a, *b)).collect();
    let group = Group {
        margins: members.iter().map(row).collect(),
    };
    let whole = (1_usize << members.len()) - 1;
    let (front, back) = (group.front(whole), group.back(whole));
    let (agreed, orders) = front.get(whole).copied().unwrap_or_default();
    let mut places = vec![0.0; members.len()];
    for set in 0..=whole {
        for unit in outside(set, whole) {
            let ways = group.step(set, unit);
            let (before, after) = (at(&front, set), at(&back, set | 1 << unit));
            let is_best = before.0 + ways + after.0 >= agreed - EQUAL;
            if let (true, Some(place)) = (is_best, places.get_mut(unit)) {
                let share = before.1 * after.1 / orders;
                *place += share * f64::from(set.count_ones());
            }
        }
    }
    Solved {
        places,
        agreed,
        bound: agreed,
    }
}

fn at(ways: &Ways, set: usize) -> (f64, f64) {
    ways.get(set).copied().unwrap_or_default()
}

fn inside(set: usize) -> impl Iterator<Item = usize> + Clone {
    (0..super::MOST_EXACT).filter(move |unit| set >> unit & 1 == 1)
}

fn outside(set: usize, whole: usize) -> impl Iterator<Item = usize> + Clone {
    inside(whole & !set)
}

impl Group {
    /// What is agreed with when `unit` comes behind all of `set`.
    fn step(&self, set: usize, unit: usize) -> f64 {
        let ahead = |it: usize| self.margins.get(it).and_then(|row| row.get(unit));
        inside(set).filter_map(ahead).sum()
    }

    fn front(&self, whole: usize) -> Ways {
        let mut ways = vec![(0.0, 1.0)];
        for set in 1..=whole {
            let last = inside(set).map(|unit| {
                let rest = set & !(1 << unit);
                let (sum, orders) = at(&ways, rest);
                (sum + self.step(rest, unit), orders)
            });
            ways.push(best(last));
        }
        ways
    }

    fn back(&self, whole: usize) -> Ways {
        let mut ways = vec![(0.0, 1.0); whole + 1];
        for set in (0..whole).rev() {
            let next = outside(set, whole).map(|unit| {
                let (sum, orders) = at(&ways, set | 1 << unit);
                (sum + self.step(set, unit), orders)
            });
            let found = best(next);
            if let Some(place) = ways.get_mut(set) {
                *place = found;
            }
        }
        ways
    }
}

/// The best sum, and the number of orders of all that reach it.
fn best(found: impl Iterator<Item = (f64, f64)> + Clone) -> (f64, f64) {
    let most = found.clone().map(|(sum, _)| sum);
    let most = most.fold(f64::NEG_INFINITY, f64::max);
    let reach = found.filter(|(sum, _)| *sum >= most - EQUAL);
    (most, reach.map(|(_, orders)| orders).sum())
}
