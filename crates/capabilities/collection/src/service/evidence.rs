//! Files that show where a figure comes from.

use yanzhi_kernel::{Code, Id, Scope, access::Action};
use yanzhi_storage::{ReadTx, WriteTx};

use super::{
    Asked, Doing,
    access::{submission, submission_for},
    files::{EvidenceFolder, Kept},
    record,
    taking::{hold, state_after},
};
use crate::{CollectionError, Evidence, FileName, Step, store};

/// How many bytes a file may have that somebody is about to add.
///
/// # Errors
/// [`CollectionError::QuotaUsedUp`], [`CollectionError::SubmissionIs`], a refusal, a failure of the database.
pub async fn room_for_evidence(
    tx: &ReadTx,
    scope: &Scope,
    codes: (&Code, &Code, &Code),
    folder: &EvidenceFolder,
) -> Result<u64, CollectionError> {
    let asked = submission_for(tx, scope, Action::SubmissionEdit, codes).await?;
    state_after(&asked, Step::Edit)?;
    room(tx, &asked, folder).await
}

async fn room(tx: &ReadTx, asked: &Asked, folder: &EvidenceFolder) -> Result<u64, CollectionError> {
    let used = store::evidence::bytes_of(tx, asked.submission.organisation).await?;
    let used = u64::try_from(used).unwrap_or_default();
    match folder.quota_bytes.saturating_sub(used) {
        0 => Err(CollectionError::QuotaUsedUp(folder.quota_bytes)),
        left => Ok(left.min(folder.most_bytes)),
    }
}

/// Adds a file that is kept already to a submission, or to one of its cells.
///
/// # Errors
/// [`CollectionError::QuotaUsedUp`], [`CollectionError::UnknownCell`], [`CollectionError::SubmissionIs`], a refusal, a
/// failure of the database.
pub async fn add_evidence(
    tx: &WriteTx,
    doing: Doing<'_>,
    codes: (&Code, &Code, &Code),
    folder: &EvidenceFolder,
    (cell, name, kept): (Option<i64>, FileName, Kept),
) -> Result<Evidence, CollectionError> {
    let asked = submission_for(tx, doing.scope, Action::SubmissionEdit, codes).await?;
    let held = hold(tx, &asked).await?;
    state_after(&held, Step::Edit)?;
    if room(tx, &held, folder).await? < kept.bytes {
        return Err(CollectionError::QuotaUsedUp(folder.quota_bytes));
    }
    if let Some(cell) = cell {
        let asks = store::ask::of_submission(tx, held.submission.id).await?;
        let is_there = asks.iter().any(|it| it.number == cell);
        is_there
            .then_some(())
            .ok_or(CollectionError::UnknownCell(cell))?;
    }
    let actor = doing.scope.actor().to_string();
    let evidence = Evidence {
        id: doing.ids.next(doing.now),
        submission: held.submission.id,
        organisation: held.submission.organisation,
        cell,
        name,
        digest: kept.digest,
        bytes: i64::try_from(kept.bytes).unwrap_or(i64::MAX),
        at: doing.now,
        actor: actor.clone(),
    };
    store::evidence::add(tx, std::slice::from_ref(&evidence)).await?;
    store::hand::note(tx, held.submission.id, &actor, doing.now).await?;
    record::added(tx, doing, &held, &evidence).await?;
    Ok(evidence)
}

/// The files of a submission, in the order in which they came.
///
/// # Errors
/// [`CollectionError::UnknownSubmission`]; a failure of the database.
pub async fn evidence(
    tx: &ReadTx,
    scope: &Scope,
    codes: (&Code, &Code, &Code),
) -> Result<Vec<Evidence>, CollectionError> {
    let asked = submission(tx, scope, codes).await?;
    store::evidence::of(tx, asked.submission.id).await
}

/// One file of a submission.
///
/// # Errors
/// [`CollectionError::UnknownEvidence`], [`CollectionError::UnknownSubmission`]; a failure of the database.
pub async fn evidence_file(
    tx: &ReadTx,
    scope: &Scope,
    codes: (&Code, &Code, &Code),
    id: Id<Evidence>,
) -> Result<Evidence, CollectionError> {
    let mut all = evidence(tx, scope, codes).await?.into_iter();
    let found = all.find(|it| it.id == id);
    found.ok_or(CollectionError::UnknownEvidence)
}
