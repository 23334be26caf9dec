//! What a decision makes of the cells.

use std::collections::BTreeSet;

use crate::Decided;

/// What a reviewer says of the cells that wait for a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Approved {
    /// All that are not returned.
    Rest,
    /// These.
    Cells(BTreeSet<i64>),
}

/// Why a decision is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecisionFault {
    /// It names cells that do not wait for a decision.
    NotWaiting(Vec<i64>),
    /// It both approves and returns some.
    Both(Vec<i64>),
    /// It leaves some open.
    Undecided(Vec<i64>),
    /// It decides nothing.
    Empty,
}

/// Divides the cells that wait: each of them is approved or returned, and none is left open.
pub(crate) fn divide(
    waiting: &BTreeSet<i64>,
    approved: &Approved,
    returned: &BTreeSet<i64>,
) -> Result<Decided, DecisionFault> {
    let approved: BTreeSet<i64> = match approved {
        Approved::Rest => waiting.difference(returned).copied().collect(),
        Approved::Cells(cells) => cells.clone(),
    };
    let list = |cells: &mut dyn Iterator<Item = i64>| cells.collect::<Vec<_>>();
    let named = || approved.union(returned).copied();
    let strange = list(&mut named().filter(|cell| !waiting.contains(cell)));
    if !strange.is_empty() {
        return Err(DecisionFault::NotWaiting(strange));
    }
    let both = list(&mut approved.intersection(returned).copied());
    if !both.is_empty() {
        return Err(DecisionFault::Both(both));
    }
    let named: BTreeSet<i64> = named().collect();
    if named.is_empty() {
        return Err(DecisionFault::Empty);
    }
    let open = list(&mut waiting.difference(&named).copied());
    if !open.is_empty() {
        return Err(DecisionFault::Undecided(open));
    }
    Ok(Decided {
        approved: approved.into_iter().collect(),
        returned: returned.iter().copied().collect(),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cells(numbers: &[i64]) -> BTreeSet<i64> {
        numbers.iter().copied().collect()
    }

    #[test]
    fn the_rest_is_approved_when_some_are_returned() {
        let decided = divide(&cells(&[1, 2, 3]), &Approved::Rest, &cells(&[2])).unwrap();
        assert_eq!((decided.approved, decided.returned), (vec![1, 3], vec![2]));
    }

    #[test]
    fn a_decision_names_each_waiting_cell_once_and_no_other() {
        let waiting = cells(&[1, 2]);
        let decide = |approved: &[i64], returned: &[i64]| {
            divide(
                &waiting,
                &Approved::Cells(cells(approved)),
                &cells(returned),
            )
        };
        assert_eq!(decide(&[1], &[]), Err(DecisionFault::Undecided(vec![2])));
        assert_eq!(decide(&[1, 2], &[2]), Err(DecisionFault::Both(vec![2])));
        assert_eq!(
            decide(&[1, 2, 9], &[]),
            Err(DecisionFault::NotWaiting(vec![9]))
        );
        assert_eq!(decide(&[], &[]), Err(DecisionFault::Empty));
        assert_eq!(
            divide(&cells(&[]), &Approved::Rest, &cells(&[])),
            Err(DecisionFault::Empty)
        );
        assert!(decide(&[1], &[2]).is_ok());
    }

    proptest! {
        #[test]
        fn what_is_decided_is_exactly_what_waits(
            waiting in proptest::collection::btree_set(1..20_i64, 0..12),
            approved in proptest::option::of(proptest::collection::btree_set(1..20_i64, 0..12)),
            returned in proptest::collection::btree_set(1..20_i64, 0..12),
        ) {
            let approved = approved.map_or(Approved::Rest, Approved::Cells);
            if let Ok(decided) = divide(&waiting, &approved, &returned) {
                let mut all = decided.approved.clone();
                all.extend(&decided.returned);
                all.sort_unstable();
                prop_assert_eq!(all, waiting.into_iter().collect::<Vec<_>>());
            }
        }
    }
}
