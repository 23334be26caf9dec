//! What happened to a submission, and what was said about it.

use yanzhi_kernel::{Code, Scope, access::Action};
use yanzhi_storage::{ReadTx, WriteTx};

use super::{
    Asked, Doing,
    access::{submission, submission_for},
    record,
};
use crate::{CollectionError, Comment, Remark, Transition, store};

/// What happened to a submission.
#[derive(Clone, Debug)]
pub struct History {
    /// The submission.
    pub asked: Asked,
    /// Its steps, in their order.
    pub transitions: Vec<Transition>,
}

/// The steps of a submission.
///
/// # Errors
/// [`CollectionError::UnknownSubmission`]; a failure of the database.
pub async fn history(
    tx: &ReadTx,
    scope: &Scope,
    codes: (&Code, &Code, &Code),
) -> Result<History, CollectionError> {
    let asked = submission(tx, scope, codes).await?;
    let transitions = store::transition::of(tx, asked.submission.id).await?;
    Ok(History { asked, transitions })
}

/// What was said about a submission and its cells, in its order.
///
/// # Errors
/// [`CollectionError::UnknownSubmission`]; a failure of the database.
pub async fn comments(
    tx: &ReadTx,
    scope: &Scope,
    codes: (&Code, &Code, &Code),
) -> Result<Vec<Comment>, CollectionError> {
    let asked = submission(tx, scope, codes).await?;
    store::comment::of(tx, asked.submission.id).await
}

/// Says something about a submission, or one of its cells. Those who report, those who review and those who run the
/// round do.
///
/// # Errors
/// [`CollectionError::UnknownCell`], a refusal, a failure of the database.
pub async fn comment(
    tx: &WriteTx,
    doing: Doing<'_>,
    codes: (&Code, &Code, &Code),
    (cell, remark): (Option<i64>, Remark),
) -> Result<Comment, CollectionError> {
    let asked = submission_for(tx, doing.scope, Action::SubmissionComment, codes).await?;
    if let Some(cell) = cell {
        let asks = store::ask::of_submission(tx, asked.submission.id).await?;
        let is_there = asks.iter().any(|it| it.number == cell);
        is_there
            .then_some(())
            .ok_or(CollectionError::UnknownCell(cell))?;
    }
    let comment = Comment {
        id: doing.ids.next(doing.now),
        submission: asked.submission.id,
        cell,
        remark,
        at: doing.now,
        actor: doing.scope.actor().to_string(),
    };
    store::comment::add(tx, std::slice::from_ref(&comment)).await?;
    record::said(tx, doing, &asked, &comment.remark).await?;
    Ok(comment)
}
