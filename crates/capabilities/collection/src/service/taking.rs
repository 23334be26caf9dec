//! What every step of a submission has in common: it is held, looked at, changed, and written down.

use yanzhi_kernel::{Timestamp, access::Action};
use yanzhi_storage::WriteTx;

use super::{Asked, Doing, record};
use crate::{
    CollectionError, Decided, Step, Submission, SubmissionState, Transition,
    rules::steps::{after, is_taken},
    store,
};

/// What a request says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// The version that was seen.
    pub version: i64,
    /// A key of its own: however often it is sent, it is done once.
    pub key: Option<String>,
}

/// A submission that is held for a step, or what the request did when it came before.
pub(super) enum Taken {
    Before(Transition),
    Now(Box<Asked>),
}

/// Holds a submission and its round as they are now. Whoever else wants to change it waits until the end of this
/// transaction, and then sees what it has become.
pub(super) async fn hold(tx: &WriteTx, asked: &Asked) -> Result<Asked, CollectionError> {
    let round = store::round::keep(tx, asked.round.id).await?;
    let submission = store::submission::hold(tx, asked.submission.id).await?;
    let (round, submission) = round.zip(submission).ok_or(CollectionError::Stale)?;
    Ok(Asked {
        round,
        submission,
        ..asked.clone()
    })
}

/// Holds a submission for a step that a request asks for.
pub(super) async fn take(
    tx: &WriteTx,
    doing: Doing<'_>,
    asked: &Asked,
    request: &Request,
    steps: &[Step],
) -> Result<Taken, CollectionError> {
    let held = hold(tx, asked).await?;
    if let Some(key) = &request.key
        && let Some(before) = store::transition::of_request(tx, held.submission.id, key).await?
    {
        let is_it = before.actor == doing.scope.actor().to_string() && steps.contains(&before.step);
        return if is_it {
            Ok(Taken::Before(before))
        } else {
            Err(CollectionError::RequestReused)
        };
    }
    if held.submission.version != request.version {
        return Err(CollectionError::Stale);
    }
    Ok(Taken::Now(Box::new(held)))
}

/// The state that a step leads to now.
pub(super) fn state_after(asked: &Asked, step: Step) -> Result<SubmissionState, CollectionError> {
    let (round, submission) = (&asked.round, &asked.submission);
    let to = after(step, submission.state, round.levels)
        .ok_or(CollectionError::SubmissionIs(submission.state))?;
    if !is_taken(step, round.state) {
        return Err(CollectionError::RoundIs(round.state));
    }
    Ok(to)
}

/// What a step makes of a submission.
pub(super) struct Made {
    pub(super) step: Step,
    pub(super) action: Action,
    pub(super) comment: Option<String>,
    pub(super) decided: Decided,
    pub(super) key: Option<String>,
    pub(super) after: Submission,
}

/// Saves a submission after a step, and writes the step down.
pub(super) async fn finish(
    tx: &WriteTx,
    doing: Doing<'_>,
    before: &Asked,
    made: Made,
) -> Result<Transition, CollectionError> {
    let from = before.submission.state;
    let mut after = made.after;
    after.version = before.submission.version + 1;
    if !store::submission::save(tx, &after, from).await? {
        return Err(CollectionError::Stale);
    }
    let transition = Transition {
        id: doing.ids.next(doing.now),
        submission: after.id,
        version: after.version,
        step: made.step,
        from,
        to: after.state,
        at: doing.now,
        actor: doing.scope.actor().to_string(),
        comment: made.comment,
        is_late: made.step == Step::Submit && after.is_late,
        decided: made.decided,
        request: made.key,
    };
    store::transition::add(tx, std::slice::from_ref(&transition)).await?;
    let digests = (
        record::submission_digest(&before.submission),
        record::submission_digest(&after),
    );
    record::of_submission(tx, doing, made.action, before, digests).await?;
    Ok(transition)
}

/// Whether the deadline has passed.
pub(super) fn is_late(asked: &Asked, now: Timestamp) -> bool {
    now > asked.submission.due(&asked.round).moment()
}
