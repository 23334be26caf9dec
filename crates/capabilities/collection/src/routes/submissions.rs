//! Submissions: which there are, and handing one in.

use axum::{Json, extract::State};
use yanzhi_kernel::Code;
use yanzhi_storage::WriteTx;
use yanzhi_web_kit::{ApiPath, Changing, IfMatch, Problem, Showing, Versioned, Visitor};

use super::{
    Site,
    idempotency::IdempotencyKey,
    submission_shapes::{StepShape, SubmissionList, SubmissionShape},
};
use crate::{CollectionError, Request, Transition, service};

/// What the organisations in reach report in a round, by their codes.
#[utoipa::path(
    get, path = "/strategies/{strategy}/rounds/{round}/submissions", tag = "collection", operation_id = "list_submissions",
    params(("strategy" = String, Path, description = "Its code", example = "ningbo"), ("round" = String, Path, description = "Its code", example = "annual-2025")),
    responses((status = 200, body = SubmissionList), Showing)
)]
pub(crate) async fn list(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((strategy, round)): ApiPath<(Code, Code)>,
) -> Result<Json<SubmissionList>, Problem> {
    let tx = site.db.read().await.map_err(CollectionError::from)?;
    let asked = service::submissions(&tx, &visitor.scope, (&strategy, &round)).await?;
    Ok(Json(SubmissionList {
        items: asked.iter().map(SubmissionShape::of).collect(),
    }))
}

/// Hands a submission in. After the deadline it is taken while the round is open, and marked late. Errors, and warnings
/// without an explanation, keep it from being handed in.
#[utoipa::path(
    post, path = "/strategies/{strategy}/rounds/{round}/submissions/{organisation}/submit", tag = "collection", operation_id = "submit_submission",
    params(("strategy" = String, Path, description = "Its code", example = "ningbo"), ("round" = String, Path, description = "Its code", example = "annual-2025"), ("organisation" = String, Path, description = "The code of who was asked", example = "330203"), ("if-match" = String, Header, description = "The version that was read", example = "\"v3\""), ("idempotency-key" = Option<String>, Header, description = "However often it is sent, it is done once")),
    responses((status = 200, body = StepShape), Changing)
)]
pub(crate) async fn submit(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((strategy, round, organisation)): ApiPath<(Code, Code, Code)>,
    IfMatch(version): IfMatch,
    IdempotencyKey(key): IdempotencyKey,
) -> Result<Versioned<StepShape>, Problem> {
    let tx = site.begin().await?;
    let codes = (&strategy, &round, &organisation);
    let request = Request { version, key };
    let taken = service::submit(&tx, site.doing(&visitor), codes, request).await?;
    commit(tx, &taken).await
}

/// Makes a step last, and shows what it made.
pub(super) async fn commit(
    tx: WriteTx,
    taken: &Transition,
) -> Result<Versioned<StepShape>, Problem> {
    tx.commit().await.map_err(CollectionError::from)?;
    Ok(Versioned(taken.version, StepShape::of(taken)))
}
