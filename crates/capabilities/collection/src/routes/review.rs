//! Reviewing: endorse, decide, take up again.

use std::collections::{BTreeMap, BTreeSet};

use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;
use yanzhi_kernel::Code;
use yanzhi_web_kit::{ApiJson, ApiPath, Changing, IfMatch, Problem, Versioned, Visitor};

use super::{Site, idempotency::IdempotencyKey, submission_shapes::StepShape, submissions::commit};
use crate::{Approved, CollectionError, Remark, Request, Verdict, service};

/// Endorsing a submission.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Endorsement {
    /// What there is to say about the whole.
    comment: Option<String>,
}

/// A decision: each cell that waits is approved or returned. The first of two reviews only returns.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Decision {
    /// `"all"` that are not returned, or the cells.
    approve: Option<ApproveShape>,
    /// The cells that are returned, each with what is wrong with it.
    #[serde(default, rename = "return")]
    returned: Vec<ReturnShape>,
    /// What there is to say about the whole.
    comment: Option<String>,
}

/// What is approved.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(untagged)]
#[schema(as = Approve)]
pub(crate) enum ApproveShape {
    /// All that are not returned.
    All(AllWord),
    /// These cells, by number.
    Cells(BTreeSet<i64>),
}

/// The word.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AllWord {
    /// All that are not returned.
    All,
}

/// A cell that is returned.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ReturnedCell)]
pub(crate) struct ReturnShape {
    #[schema(example = 1)]
    cell: i64,
    /// What is wrong with it.
    #[schema(example = "与统计年鉴不符，请核对")]
    comment: String,
}

/// Taking up again what was approved.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Reopening {
    /// The cells, by number.
    cells: BTreeSet<i64>,
    /// Why.
    #[schema(example = "经济普查后修订")]
    reason: String,
}

/// Passes a submission on to the second review. Whoever endorses it does not approve it.
#[utoipa::path(
    post, path = "/strategies/{strategy}/rounds/{round}/submissions/{organisation}/endorse", tag = "collection", operation_id = "endorse_submission", request_body = Endorsement,
    params(("strategy" = String, Path, description = "Its code", example = "ningbo"), ("round" = String, Path, description = "Its code", example = "annual-2025"), ("organisation" = String, Path, description = "The code of who was asked", example = "330203"), ("if-match" = String, Header, description = "The version that was read", example = "\"v3\""), ("idempotency-key" = Option<String>, Header, description = "However often it is sent, it is done once")),
    responses((status = 200, body = StepShape), Changing)
)]
pub(crate) async fn endorse(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((strategy, round, organisation)): ApiPath<(Code, Code, Code)>,
    IfMatch(version): IfMatch,
    IdempotencyKey(key): IdempotencyKey,
    ApiJson(said): ApiJson<Endorsement>,
) -> Result<Versioned<StepShape>, Problem> {
    let comment = perhaps(said.comment)?;
    let tx = site.begin().await?;
    let (doing, codes) = (site.doing(&visitor), (&strategy, &round, &organisation));
    let request = Request { version, key };
    let taken = service::endorse(&tx, doing, codes, request, comment.as_ref()).await?;
    commit(tx, &taken).await
}

/// Approves and returns cells. What is approved counts from then on and the index is computed anew; what is returned may
/// be filled in again.
#[utoipa::path(
    post, path = "/strategies/{strategy}/rounds/{round}/submissions/{organisation}/decision", tag = "collection", operation_id = "decide_submission", request_body = Decision,
    params(("strategy" = String, Path, description = "Its code", example = "ningbo"), ("round" = String, Path, description = "Its code", example = "annual-2025"), ("organisation" = String, Path, description = "The code of who was asked", example = "330203"), ("if-match" = String, Header, description = "The version that was read", example = "\"v3\""), ("idempotency-key" = Option<String>, Header, description = "However often it is sent, it is done once")),
    responses((status = 200, body = StepShape), Changing)
)]
pub(crate) async fn decide(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((strategy, round, organisation)): ApiPath<(Code, Code, Code)>,
    IfMatch(version): IfMatch,
    IdempotencyKey(key): IdempotencyKey,
    ApiJson(said): ApiJson<Decision>,
) -> Result<Versioned<StepShape>, Problem> {
    let verdict = Verdict::try_from(said)?;
    let tx = site.begin().await?;
    let (doing, codes) = (site.doing(&visitor), (&strategy, &round, &organisation));
    let request = Request { version, key };
    let taken = service::decide(&tx, doing, codes, request, verdict).await?;
    let answer = commit(tx, &taken).await?;
    site.after_approval.run().await;
    Ok(answer)
}

/// Takes approved cells up again, so that they may be corrected. Their figures stay until another value is approved.
#[utoipa::path(
    post, path = "/strategies/{strategy}/rounds/{round}/submissions/{organisation}/reopen", tag = "collection", operation_id = "reopen_submission", request_body = Reopening,
    params(("strategy" = String, Path, description = "Its code", example = "ningbo"), ("round" = String, Path, description = "Its code", example = "annual-2025"), ("organisation" = String, Path, description = "The code of who was asked", example = "330203"), ("if-match" = String, Header, description = "The version that was read", example = "\"v3\""), ("idempotency-key" = Option<String>, Header, description = "However often it is sent, it is done once")),
    responses((status = 200, body = StepShape), Changing)
)]
pub(crate) async fn reopen(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((strategy, round, organisation)): ApiPath<(Code, Code, Code)>,
    IfMatch(version): IfMatch,
    IdempotencyKey(key): IdempotencyKey,
    ApiJson(said): ApiJson<Reopening>,
) -> Result<Versioned<StepShape>, Problem> {
    let reason = needed(&said.reason)?;
    let tx = site.begin().await?;
    let (doing, codes) = (site.doing(&visitor), (&strategy, &round, &organisation));
    let (request, cells) = (Request { version, key }, (&said.cells, &reason));
    let taken = service::reopen(&tx, doing, codes, request, cells).await?;
    commit(tx, &taken).await
}

impl TryFrom<Decision> for Verdict {
    type Error = CollectionError;

    fn try_from(said: Decision) -> Result<Self, CollectionError> {
        let mut returned = BTreeMap::new();
        for cell in said.returned {
            returned.insert(cell.cell, needed(&cell.comment)?);
        }
        let approved = said.approve.map(|it| match it {
            ApproveShape::All(AllWord::All) => Approved::Rest,
            ApproveShape::Cells(cells) => Approved::Cells(cells),
        });
        Ok(Self {
            approved,
            returned,
            comment: perhaps(said.comment)?,
        })
    }
}

/// What has to be said.
pub(super) fn needed(text: &str) -> Result<Remark, CollectionError> {
    Remark::new(text).ok_or(CollectionError::ReasonMissing)
}

/// What may be said; blank is nothing.
fn perhaps(text: Option<String>) -> Result<Option<Remark>, CollectionError> {
    let text = text.filter(|it| !it.trim().is_empty());
    text.map(|it| needed(&it)).transpose()
}
