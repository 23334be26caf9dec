//! Writing down what was done.

use serde_json::json;
use yanzhi_audit::Event;
use yanzhi_kernel::{Digest, access::Action};
use yanzhi_storage::WriteTx;

use super::{Asked, Doing};
use crate::{CollectionError, Deadline, Evidence, Remark, Round, Submission};

/// An entry about a round.
pub(super) async fn of_round(
    tx: &WriteTx,
    doing: Doing<'_>,
    before: Option<&Round>,
    after: &Round,
) -> Result<(), CollectionError> {
    let event = Event::done(
        Action::RoundManage.as_str(),
        format!("round:{}", after.code),
    )
    .within(after.organisation)
    .changing(before.map(round_digest), Some(round_digest(after)));
    yanzhi_audit::record(tx, doing.scope, doing.now, event).await?;
    Ok(())
}

/// An entry about a submission.
pub(super) async fn of_submission(
    tx: &WriteTx,
    doing: Doing<'_>,
    action: Action,
    asked: &Asked,
    (before, after): (Digest, Digest),
) -> Result<(), CollectionError> {
    let subject = format!(
        "submission:{}/{}",
        asked.round.code, asked.organisation.code
    );
    let event = Event::done(action.as_str(), subject)
        .within(asked.submission.organisation)
        .changing(Some(before), Some(after));
    yanzhi_audit::record(tx, doing.scope, doing.now, event).await?;
    Ok(())
}

/// The fingerprint of a round.
fn round_digest(round: &Round) -> Digest {
    let title = round.title.text();
    let fields = json!([
        round.code,
        title.zh,
        title.en,
        round.state,
        round.plan,
        round.levels.number(),
        round.recurrence,
        round.deadline.moment(),
        round.repeat_reason,
        round.version,
    ]);
    Digest::of(fields.to_string())
}

/// The fingerprint of how far a submission is.
pub(super) fn submission_digest(submission: &Submission) -> Digest {
    let fields = json!([
        submission.id.uuid(),
        submission.state,
        submission.version,
        submission.is_late,
        submission.extended.as_ref().map(Deadline::moment),
        submission.submitted_at,
        submission.endorsed_by,
        submission.decided_at,
    ]);
    Digest::of(fields.to_string())
}

/// An entry about something said.
pub(super) async fn said(
    tx: &WriteTx,
    doing: Doing<'_>,
    asked: &Asked,
    remark: &Remark,
) -> Result<(), CollectionError> {
    let subject = format!("comment:{}/{}", asked.round.code, asked.organisation.code);
    let event = Event::done(Action::SubmissionComment.as_str(), subject)
        .within(asked.submission.organisation)
        .changing(None, Some(Digest::of(remark.as_str())));
    yanzhi_audit::record(tx, doing.scope, doing.now, event).await?;
    Ok(())
}

/// An entry about a file.
pub(super) async fn added(
    tx: &WriteTx,
    doing: Doing<'_>,
    asked: &Asked,
    evidence: &Evidence,
) -> Result<(), CollectionError> {
    let subject = format!("evidence:{}/{}", asked.round.code, asked.organisation.code);
    let event = Event::done(Action::SubmissionEdit.as_str(), subject)
        .within(asked.submission.organisation)
        .changing(None, Some(evidence.digest.clone()));
    yanzhi_audit::record(tx, doing.scope, doing.now, event).await?;
    Ok(())
}
