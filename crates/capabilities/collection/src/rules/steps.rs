//! Which step is done in which state, where, and by whom not.

use std::collections::BTreeSet;

use crate::{Levels, RoundState, Step, SubmissionState};

/// The state that a step leads to; `None` where the step is not done.
pub(crate) fn after(step: Step, from: SubmissionState, levels: Levels) -> Option<SubmissionState> {
    use SubmissionState::{Approved, Draft, Endorsed, Returned, Submitted};
    match (step, from, levels) {
        (Step::Edit | Step::Extend, Draft | Returned, _) => Some(from),
        (Step::Submit, Draft | Returned, _) => Some(Submitted),
        (Step::Endorse, Submitted, Levels::Two) => Some(Endorsed),
        (Step::Approve, Submitted, Levels::One) | (Step::Approve, Endorsed, Levels::Two) => {
            Some(Approved)
        }
        (Step::Return, Submitted | Endorsed, _) | (Step::Reopen, Approved, _) => Some(Returned),
        _ => None,
    }
}

/// Whether a round takes a step. A closed one takes nothing more, but what was handed in may still be approved: it
/// cannot be returned, because nobody could mend it.
pub(crate) const fn is_taken(step: Step, round: RoundState) -> bool {
    match round {
        RoundState::Draft => false,
        RoundState::Open => true,
        RoundState::Closed => matches!(step, Step::Endorse | Step::Approve),
    }
}

/// Where somebody has to hold the role that decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DecidedIn {
    /// In the organisation that was asked, or above it.
    Asked,
    /// In the organisation that asks, or above it.
    Asking,
}

/// Where a submission is decided now: what was endorsed is decided by those who asked for it.
pub(crate) const fn decided_in(state: SubmissionState) -> DecidedIn {
    match state {
        SubmissionState::Endorsed => DecidedIn::Asking,
        _ => DecidedIn::Asked,
    }
}

/// Why somebody may not decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OneHand {
    /// They filled it in or submitted it.
    Reported,
    /// They endorsed it.
    Endorsed,
}

/// Four eyes: whoever ever filled in or submitted any of it decides nothing of it, and whoever endorsed it does not
/// approve it. People are their accounts; which role they use does not matter.
pub(crate) fn four_eyes(
    actor: &str,
    reported: &BTreeSet<String>,
    endorsed_by: Option<&str>,
) -> Result<(), OneHand> {
    if reported.contains(actor) {
        return Err(OneHand::Reported);
    }
    if endorsed_by == Some(actor) {
        return Err(OneHand::Endorsed);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The reviewed table: every step, every state, both levels. What is not here is not done.
    #[test]
    fn each_step_leads_where_the_table_says_and_nowhere_else() {
        use Levels::{One, Two};
        use SubmissionState::{Approved, Draft, Endorsed, Returned, Submitted};
        let table = [
            (Step::Edit, Draft, One, Draft),
            (Step::Edit, Draft, Two, Draft),
            (Step::Edit, Returned, One, Returned),
            (Step::Edit, Returned, Two, Returned),
            (Step::Extend, Draft, One, Draft),
            (Step::Extend, Draft, Two, Draft),
            (Step::Extend, Returned, One, Returned),
            (Step::Extend, Returned, Two, Returned),
            (Step::Submit, Draft, One, Submitted),
            (Step::Submit, Draft, Two, Submitted),
            (Step::Submit, Returned, One, Submitted),
            (Step::Submit, Returned, Two, Submitted),
            (Step::Endorse, Submitted, Two, Endorsed),
            (Step::Approve, Submitted, One, Approved),
            (Step::Approve, Endorsed, Two, Approved),
            (Step::Return, Submitted, One, Returned),
            (Step::Return, Submitted, Two, Returned),
            (Step::Return, Endorsed, One, Returned),
            (Step::Return, Endorsed, Two, Returned),
            (Step::Reopen, Approved, One, Returned),
            (Step::Reopen, Approved, Two, Returned),
        ];
        for step in Step::ALL {
            for from in SubmissionState::ALL {
                for levels in [One, Two] {
                    let row = table
                        .iter()
                        .find(|row| (row.0, row.1, row.2) == (*step, *from, levels));
                    let expected = row.map(|row| row.3);
                    assert_eq!(
                        after(*step, *from, levels),
                        expected,
                        "{step} {from} {levels:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_closed_round_only_finishes_what_it_has() {
        for step in Step::ALL {
            let finishes = matches!(step, Step::Endorse | Step::Approve);
            assert!(!is_taken(*step, RoundState::Draft), "{step}");
            assert!(is_taken(*step, RoundState::Open), "{step}");
            assert_eq!(is_taken(*step, RoundState::Closed), finishes, "{step}");
        }
    }

    #[test]
    fn nobody_decides_what_went_through_their_hands() {
        let reported = BTreeSet::from(["account:a".to_owned(), "account:b".to_owned()]);
        for (actor, endorsed_by, expected) in [
            ("account:a", None, Err(OneHand::Reported)),
            ("account:b", Some("account:b"), Err(OneHand::Reported)),
            ("account:c", Some("account:c"), Err(OneHand::Endorsed)),
            ("account:c", Some("account:d"), Ok(())),
            ("account:c", None, Ok(())),
        ] {
            assert_eq!(
                four_eyes(actor, &reported, endorsed_by),
                expected,
                "{actor}"
            );
        }
    }
}
