//! Deciding: endorse, approve, return, take up again.

use std::collections::{BTreeMap, BTreeSet};

use yanzhi_kernel::{
    Code,
    access::{Action, Resource, policy},
};
use yanzhi_storage::WriteTx;

use super::{
    Asked, Doing, Request,
    access::submission,
    grid::{GridCell, cells},
    publish,
    taking::{Made, Taken, finish, state_after, take},
};
use crate::{
    Approved, CollectionError, Comment, Decided, Levels, Remark, Standing, Step, SubmissionState,
    Transition,
    rules::{
        decision::divide,
        steps::{DecidedIn, decided_in, four_eyes},
    },
    store,
};

/// What a reviewer says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// What is approved.
    pub approved: Option<Approved>,
    /// What is returned, each cell with what is wrong with it.
    pub returned: BTreeMap<i64, Remark>,
    /// What there is to say about the whole.
    pub comment: Option<Remark>,
}

/// Passes a submission on to the second review.
///
/// # Errors
/// [`CollectionError::OneHand`], [`CollectionError::SubmissionIs`], [`CollectionError::Stale`], a refusal, a failure of the
/// database.
pub async fn endorse(
    tx: &WriteTx,
    doing: Doing<'_>,
    codes: (&Code, &Code, &Code),
    request: Request,
    comment: Option<&Remark>,
) -> Result<Transition, CollectionError> {
    let asked = submission(tx, doing.scope, codes).await?;
    let held = match take(tx, doing, &asked, &request, &[Step::Endorse]).await? {
        Taken::Before(transition) => return Ok(transition),
        Taken::Now(held) => held,
    };
    may_decide(tx, doing, &held).await?;
    let mut after = held.submission.clone();
    after.state = state_after(&held, Step::Endorse)?;
    after.endorsed_by = Some(doing.scope.actor().to_string());
    let made = Made {
        step: Step::Endorse,
        action: Action::SubmissionDecide,
        comment: comment.map(|it| it.as_str().to_owned()),
        decided: Decided::default(),
        key: request.key,
        after,
    };
    finish(tx, doing, &held, made).await
}

/// Approves and returns cells. What is approved is a version of a figure from then on, in the same transaction; what is
/// returned may be filled in again, with what is wrong with it beside it; whatever is neither stays as it is.
///
/// # Errors
/// [`CollectionError::OneHand`], [`CollectionError::Decision`], [`CollectionError::EndorsementFirst`],
/// [`CollectionError::SubmissionIs`], [`CollectionError::Stale`], a refusal, a failure of the database.
pub async fn decide(
    tx: &WriteTx,
    doing: Doing<'_>,
    codes: (&Code, &Code, &Code),
    request: Request,
    verdict: Verdict,
) -> Result<Transition, CollectionError> {
    let asked = submission(tx, doing.scope, codes).await?;
    let steps = [Step::Approve, Step::Return];
    let held = match take(tx, doing, &asked, &request, &steps).await? {
        Taken::Before(transition) => return Ok(transition),
        Taken::Now(held) => held,
    };
    may_decide(tx, doing, &held).await?;
    let step = if verdict.returned.is_empty() {
        Step::Approve
    } else {
        Step::Return
    };
    let is_first_of_two =
        held.round.levels == Levels::Two && held.submission.state == SubmissionState::Submitted;
    if is_first_of_two && verdict.approved.is_some() {
        return Err(CollectionError::EndorsementFirst);
    }
    let state = state_after(&held, step)?;
    let cells = cells(tx, doing.scope, &held).await?;
    let decided = divided(&cells, &verdict, is_first_of_two)?;
    let approved = with_numbers(&cells, &decided.approved);
    publish::record(tx, doing, &held, &approved, verdict.comment.as_ref()).await?;
    settle(tx, &held, &cells, &decided).await?;
    remark(tx, doing, &held, &verdict.returned).await?;
    let is_approved = !decided.approved.is_empty();
    let mut after = held.submission.clone();
    after.state = state;
    after.endorsed_by = None;
    after.decided_at = Some(doing.now);
    let made = Made {
        step,
        action: Action::SubmissionDecide,
        comment: verdict.comment.map(|it| it.as_str().to_owned()),
        decided,
        key: request.key,
        after,
    };
    let transition = finish(tx, doing, &held, made).await?;
    if is_approved {
        store::recomputation::ask(tx, held.strategy.id, doing.now).await?;
    }
    Ok(transition)
}

/// Takes approved cells up again, with the reason why. Their figures stay as they are until another value is approved.
///
/// # Errors
/// [`CollectionError::UnknownCell`], [`CollectionError::SubmissionIs`], [`CollectionError::RoundIs`],
/// [`CollectionError::Stale`], a refusal, a failure of the database.
pub async fn reopen(
    tx: &WriteTx,
    doing: Doing<'_>,
    codes: (&Code, &Code, &Code),
    request: Request,
    (wanted, reason): (&BTreeSet<i64>, &Remark),
) -> Result<Transition, CollectionError> {
    let asked = submission(tx, doing.scope, codes).await?;
    let held = match take(tx, doing, &asked, &request, &[Step::Reopen]).await? {
        Taken::Before(transition) => return Ok(transition),
        Taken::Now(held) => held,
    };
    may_decide(tx, doing, &held).await?;
    let state = state_after(&held, Step::Reopen)?;
    let cells = cells(tx, doing.scope, &held).await?;
    let known: BTreeSet<i64> = cells.iter().map(|it| it.ask.number).collect();
    if let Some(unknown) = wanted.difference(&known).next() {
        return Err(CollectionError::UnknownCell(*unknown));
    }
    if wanted.is_empty() {
        return Err(CollectionError::Decision(crate::DecisionFault::Empty));
    }
    let decided = Decided {
        approved: Vec::new(),
        returned: wanted.iter().copied().collect(),
    };
    let ids = ids(&with_numbers(&cells, &decided.returned));
    let standings = ([Standing::Approved].as_slice(), Standing::Returned);
    store::entry::set_standing(tx, held.submission.id, &ids, standings).await?;
    let mut after = held.submission.clone();
    after.state = state;
    let made = Made {
        step: Step::Reopen,
        action: Action::SubmissionDecide,
        comment: Some(reason.as_str().to_owned()),
        decided,
        key: request.key,
        after,
    };
    finish(tx, doing, &held, made).await
}

/// Whoever decides holds the role where the submission is decided now, and had no hand in it.
async fn may_decide(tx: &WriteTx, doing: Doing<'_>, held: &Asked) -> Result<(), CollectionError> {
    let place = match decided_in(held.submission.state) {
        DecidedIn::Asked => held.answers,
        DecidedIn::Asking => held.round.organisation,
    };
    let place = Resource::Organisation(place);
    policy::check(doing.scope, Action::SubmissionDecide, place)
        .map_err(CollectionError::Refused)?;
    let hands = store::hand::of(tx, held.submission.id).await?;
    let endorsed_by = held.submission.endorsed_by.as_deref();
    let actor = doing.scope.actor().to_string();
    four_eyes(&actor, &hands, endorsed_by).map_err(CollectionError::OneHand)
}

/// What is decided of which cell. The first of two reviews only returns: what it does not return goes on waiting.
fn divided(
    cells: &[GridCell],
    verdict: &Verdict,
    is_first_of_two: bool,
) -> Result<Decided, CollectionError> {
    let waiting = cells
        .iter()
        .filter(|it| it.entry.standing == Standing::Held);
    let waiting: BTreeSet<i64> = waiting.map(|it| it.ask.number).collect();
    let returned: BTreeSet<i64> = verdict.returned.keys().copied().collect();
    let nothing = Approved::Cells(BTreeSet::new());
    let approved = verdict.approved.as_ref().unwrap_or(&nothing);
    let waiting = if is_first_of_two {
        waiting.intersection(&returned).copied().collect()
    } else {
        waiting
    };
    divide(&waiting, approved, &returned).map_err(CollectionError::Decision)
}

async fn settle(
    tx: &WriteTx,
    held: &Asked,
    cells: &[GridCell],
    decided: &Decided,
) -> Result<(), CollectionError> {
    for (numbers, standing) in [
        (&decided.approved, Standing::Approved),
        (&decided.returned, Standing::Returned),
    ] {
        let ids = ids(&with_numbers(cells, numbers));
        let standings = ([Standing::Held].as_slice(), standing);
        let settled = store::entry::set_standing(tx, held.submission.id, &ids, standings).await?;
        if settled != u64::try_from(ids.len()).unwrap_or(u64::MAX) {
            return Err(CollectionError::Stale);
        }
    }
    Ok(())
}

async fn remark(
    tx: &WriteTx,
    doing: Doing<'_>,
    held: &Asked,
    remarks: &BTreeMap<i64, Remark>,
) -> Result<(), CollectionError> {
    let comments: Vec<_> = remarks
        .iter()
        .map(|(cell, remark)| Comment {
            id: doing.ids.next(doing.now),
            submission: held.submission.id,
            cell: Some(*cell),
            remark: remark.clone(),
            at: doing.now,
            actor: doing.scope.actor().to_string(),
        })
        .collect();
    store::comment::add(tx, &comments).await
}

fn with_numbers<'a>(cells: &'a [GridCell], numbers: &[i64]) -> Vec<&'a GridCell> {
    let is_wanted = |it: &&GridCell| numbers.contains(&it.ask.number);
    cells.iter().filter(is_wanted).collect()
}

fn ids(cells: &[&GridCell]) -> BTreeSet<yanzhi_kernel::Id<crate::Ask>> {
    cells.iter().map(|it| it.ask.id).collect()
}
