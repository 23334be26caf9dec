//! Kemeny–Young: the order of the units that agrees with most of the weight, pair by pair.
//!
//! An order agrees with the entry `e(a, b)` of the [outranking matrix](super::outranking) for every pair in
//! which it puts `a` before `b`; the best order has the greatest sum. Source: Kemeny, "Mathematics without
//! numbers", *Daedalus* 88 (1959); Young and Levenglick (1978); for composite indices Munda and Nardo (2009).
//! No parameters. The score is the number of units that stand behind: n − 1 for the first, 0 for the last.
//!
//! - Units fall into groups of which every unit of an earlier one beats every unit of a later one; in
//!   the best orders the groups follow each other, so each is solved by itself.
//! - A group of up to 12 units is solved exactly, by dynamic programming over its subsets. Where several
//!   orders are best, a unit's place is its mean place in all of them: the order in which units are given
//!   does not matter, and equal units share their place.
//! - A larger group is ordered by the **insertion search**: start from the Copeland order, and move one
//!   unit at a time to where it agrees most, until no single move helps. The explanation reports
//!   `agreement` (the mean share of weight that the order agrees with, over all pairs) and
//!   `agreement_bound`, which no order can exceed; where they are equal the order is proved best. Units
//!   with the same scores share their mean place.
//!
//! A missing score compares with nothing, pair by pair; two units with nothing in common are level. At most
//! 4,096 units ([`Fault::TooManyUnits`]).
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     vec![Unit::new("A"), Unit::new("B"), Unit::new("C")],
//!     vec![Indicator::new("RD"), Indicator::new("STAFF")],
//! )?;
//! for (unit, scores) in [[9.0, 1.0], [5.0, 2.0], [4.0, 8.0]].iter().enumerate() {
//!     frame.set(0, unit, 0, scores[0])?;
//!     frame.set(0, unit, 1, scores[1])?;
//! }
//! let framework = Framework::new(vec![
//!     Node::root("index"),
//!     Node::leaf("RD", "index", 3.0),
//!     Node::leaf("STAFF", "index", 2.0),
//! ])?;
//! let method: Method = toml::from_str("[[steps]]\nstep = 'aggregate'\nrule = 'kemeny'")?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! assert_eq!([0, 1, 2].map(|unit| index.score(0, 0, unit)), [Some(2.0), Some(1.0), Some(0.0)]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod exact;
mod insertion;

use std::cmp::Ordering;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::field::Field;
use super::outranking::{MOST_UNITS, Outranking};
use super::rule::{Basis, Child, Found, Opened, Rule};
use crate::column::PartMut;
use crate::error::{Fault, RowFault};
use crate::numbers::count;

/// The most units that are ordered exactly.
const MOST_EXACT: usize = 12;

/// The order that agrees with most; see the [module](self).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kemeny {}

/// A best order, or one that the insertion search found.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct KemenyOrder {
    /// The mean number of units behind each unit.
    pub behind: Vec<f64>,
    /// The mean share of weight that the order agrees with, over all pairs; 1 where there is no pair.
    pub agreement: f64,
    /// What no order can exceed.
    pub bound: f64,
    /// Whether every group was small enough to be solved exactly.
    pub is_exact: bool,
}

/// A group of units that is ordered by itself: sums of margins over its pairs.
struct Solved {
    /// Mean place of each unit of the group, from 0.
    places: Vec<f64>,
    agreed: f64,
    bound: f64,
}

impl KemenyOrder {
    /// Orders the units of an outranking matrix. Ties that the comparisons of an insertion search
    /// leave open are broken by position.
    pub fn of(matrix: &Outranking) -> Self {
        Self::with(matrix, |a, b| a.cmp(&b))
    }

    /// `compare` orders units that no comparison tells apart; those it calls equal share their place.
    fn with(matrix: &Outranking, compare: impl Fn(usize, usize) -> Ordering + Copy) -> Self {
        let units = matrix.units();
        let copeland = matrix.copeland();
        let mut order: Vec<usize> = (0..units).collect();
        let ahead = |unit: &usize| copeland.get(*unit).copied().unwrap_or_default();
        order.sort_by(|a, b| ahead(b).cmp(&ahead(a)).then_with(|| compare(*a, *b)));
        let scores: Vec<i64> = order.iter().map(ahead).collect();
        let (mut behind, mut is_exact) = (vec![0.0; units], true);
        // Across groups every pair is agreed with; margins within are added group by group.
        let (mut agreed, mut bound) = (0.0, 0.0);
        for group in groups(&scores) {
            let Some(members) = order.get(group.clone()) else {
                continue;
            };
            let solved = if members.len() <= MOST_EXACT {
                exact::solve(matrix, members)
            } else {
                is_exact = false;
                insertion::solve(matrix, members, compare)
            };
            for (&unit, place) in members.iter().zip(solved.places) {
                if let Some(behind) = behind.get_mut(unit) {
                    *behind = count(units - 1 - group.start) - place;
                }
            }
            let later = order.get(group.end..).unwrap_or_default();
            let across = members
                .iter()
                .flat_map(|a| later.iter().map(|b| matrix.margin(*a, *b)));
            let across: f64 = across.sum();
            agreed += solved.agreed + across;
            bound += solved.bound + across;
        }
        let pairs = count(units) * (count(units) - 1.0) / 2.0;
        let share = |margins: f64| {
            if pairs > 0.0 {
                0.5 + margins / (2.0 * pairs)
            } else {
                1.0
            }
        };
        Self {
            behind,
            agreement: share(agreed),
            bound: share(bound),
            is_exact,
        }
    }
}

/// Runs of units, in falling order of their Copeland scores, that beat everybody behind them. A run that
/// ends at `k` of `n` beats the rest exactly when the scores up to it sum to `k·(n − k)`: pairs inside cancel.
fn groups(scores: &[i64]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut sum) = (0, 0);
    for (end, score) in (1..).zip(scores) {
        sum += score;
        let beaten = i64::try_from(end * (scores.len() - end));
        if beaten.is_ok_and(|beaten| beaten == sum) {
            found.push(start..end);
            start = end;
        }
    }
    found
}

fn order(field: &Field<'_>) -> Result<KemenyOrder, RowFault> {
    let units = field.rows().len();
    if units > MOST_UNITS {
        let most = MOST_UNITS;
        return Err(RowFault::of_all(Fault::TooManyUnits { units, most }));
    }
    let matrix = Outranking::from_pairs(units, &field.pairs());
    Ok(KemenyOrder::with(&matrix, |a, b| field.compare(a, b)))
}

impl Rule for Kemeny {
    fn word(&self) -> &'static str {
        "kemeny"
    }

    fn formula(&self) -> &'static str {
        "units behind in the order with the greatest Σ (w(a > b) + ½·w(a = b)) over pairs a before b"
    }

    fn basis(&self) -> Basis {
        Basis::None
    }

    fn aggregate(
        &self,
        children: &[Child<'_>],
        needed: usize,
        scores: &mut PartMut<'_>,
    ) -> Result<(), RowFault> {
        let field = Field::of(children, needed);
        field.write(order(&field)?.behind, scores);
        Ok(())
    }

    fn found(&self, opened: Opened<'_>) -> Found {
        let field = Field::of(opened.children, opened.needed);
        let place = field.place(opened.row);
        let (Some(place), Ok(order)) = (place, order(&field)) else {
            return Found::default();
        };
        let [wins, ties, losses] = field.pairs().standing(place).map(count);
        Found::details([
            ("wins", wins),
            ("ties", ties),
            ("losses", losses),
            ("agreement", order.agreement),
            ("agreement_bound", order.bound),
        ])
    }
}

#[cfg(test)]
mod tests;
