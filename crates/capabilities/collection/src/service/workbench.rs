//! What somebody has to report, mend and review, and by when.

use std::collections::{BTreeMap, BTreeSet};

use yanzhi_kernel::{Id, Scope, Timestamp, access::Action};
use yanzhi_storage::ReadTx;

use super::{Asked, access::Answering, taking::state_after};
use crate::{
    CollectionError, Levels, Round, RoundState, Step, Submission, SubmissionState,
    rules::{
        Reminder,
        reminder::reminder,
        steps::{DecidedIn, decided_in},
    },
    store,
};

/// Something to do.
#[derive(Clone, Debug)]
pub struct Duty {
    /// What it is about.
    pub asked: Asked,
    /// How many cells it has.
    pub cells: usize,
    /// In how many of them something stands.
    pub filled: usize,
    /// How many were returned.
    pub returned: usize,
    /// How pressing it is.
    pub reminder: Reminder,
}

/// What somebody has to do, the most pressing first.
#[derive(Clone, Debug, Default)]
pub struct Workbench {
    /// To be filled in.
    pub report: Vec<Duty>,
    /// To be filled in again: it was returned.
    pub mend: Vec<Duty>,
    /// To be decided, by those who had no hand in it.
    pub review: Vec<Duty>,
}

/// What somebody has to report, mend and review in all strategies.
///
/// # Errors
/// A failure of the database.
pub async fn workbench(
    tx: &ReadTx,
    scope: &Scope,
    now: Timestamp,
) -> Result<Workbench, CollectionError> {
    let asked = in_reach(tx, scope).await?;
    let hands = store::hand::of_actor(tx, &scope.actor().to_string()).await?;
    let ids = asked.iter().map(|it| it.submission.id).collect();
    let cells = Cells::of(tx, &ids).await?;
    let reports = scope.span(Action::SubmissionEdit);
    let mut workbench = Workbench::default();
    for asked in asked {
        let state = asked.submission.state;
        let duty = cells.duty(asked, now);
        let may_report = reports.contains(duty.asked.answers);
        if may_report && is_done(&duty.asked, Step::Submit) {
            match state {
                SubmissionState::Returned => workbench.mend.push(duty),
                _ => workbench.report.push(duty),
            }
        } else if decides(scope, &duty.asked) && !hands.contains(&duty.asked.submission.id) {
            workbench.review.push(duty);
        }
    }
    for duties in [
        &mut workbench.report,
        &mut workbench.mend,
        &mut workbench.review,
    ] {
        duties.sort_by_key(|it| {
            (
                due(it),
                it.asked.round.code.clone(),
                it.asked.organisation.code.clone(),
            )
        });
    }
    Ok(workbench)
}

fn due(duty: &Duty) -> Timestamp {
    duty.asked.submission.due(&duty.asked.round).moment()
}

fn is_done(asked: &Asked, step: Step) -> bool {
    state_after(asked, step).is_ok()
}

/// Whether the asker decides it now, as far as roles are concerned and they did not endorse it.
fn decides(scope: &Scope, asked: &Asked) -> bool {
    let step = match (asked.round.levels, asked.submission.state) {
        (Levels::Two, SubmissionState::Submitted) => Step::Endorse,
        _ => Step::Approve,
    };
    let place = match decided_in(asked.submission.state) {
        DecidedIn::Asked => asked.answers,
        DecidedIn::Asking => asked.round.organisation,
    };
    let actor = scope.actor().to_string();
    is_done(asked, step)
        && scope.span(Action::SubmissionDecide).contains(place)
        && asked.submission.endorsed_by.as_ref() != Some(&actor)
}

/// What is not settled yet and may be seen, in all strategies.
async fn in_reach(tx: &ReadTx, scope: &Scope) -> Result<Vec<Asked>, CollectionError> {
    let strategies = yanzhi_organisations::strategies(tx, scope).await?;
    let strategies: BTreeMap<_, _> = strategies.into_iter().map(|it| (it.id, it)).collect();
    let submissions = store::submission::unsettled(tx).await?;
    let rounds: BTreeSet<_> = submissions.iter().map(|it| it.round).collect();
    let rounds = store::round::by_ids(tx, &rounds).await?;
    let rounds: BTreeMap<_, Round> = rounds.into_iter().map(|it| (it.id, it)).collect();
    let ids = submissions.iter().map(|it| it.organisation).collect();
    let answering = Answering::of(tx, ids).await?;
    let span = scope.span(Action::SubmissionRead);
    let asked = submissions
        .into_iter()
        .filter_map(|submission: Submission| {
            let round = rounds.get(&submission.round)?;
            let answers = answering.answers(submission.organisation);
            let is_seen = round.state != RoundState::Draft && span.contains(answers);
            is_seen.then_some(())?;
            Some(Asked {
                strategy: strategies.get(&round.strategy)?.clone(),
                round: round.clone(),
                organisation: answering.get(submission.organisation)?.clone(),
                submission,
                answers,
            })
        });
    Ok(asked.collect())
}

/// How many cells of each submission there are, are filled, were returned.
struct Cells(BTreeMap<Id<Submission>, (usize, usize, usize)>);

impl Cells {
    async fn of(tx: &ReadTx, ids: &BTreeSet<Id<Submission>>) -> Result<Self, CollectionError> {
        Ok(Self(store::entry::count(tx, ids).await?))
    }

    fn duty(&self, asked: Asked, now: Timestamp) -> Duty {
        let counts = self.0.get(&asked.submission.id).copied();
        let (cells, filled, returned) = counts.unwrap_or_default();
        let due = asked.submission.due(&asked.round).moment();
        Duty {
            reminder: reminder(due, now),
            asked,
            cells,
            filled,
            returned,
        }
    }
}
