//! More time, and the next round.

use axum::{extract::State, http::StatusCode};
use serde::Deserialize;
use utoipa::ToSchema;
use yanzhi_kernel::Code;
use yanzhi_web_kit::{ApiJson, ApiPath, Creating, LocalText, Problem, Versioned, Visitor};

use super::{
    Site, review::needed, round_shapes::RoundShape, rounds, submission_shapes::SubmissionShape,
};
use crate::{CollectionError, Title, service};

/// More time for an organisation.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Extension {
    /// The code of who was asked.
    #[schema(value_type = String, example = "330203")]
    organisation: Code,
    /// In the strategy's zone: the end of a day, or a minute.
    #[schema(example = "2027-01-15")]
    until: String,
    /// Why.
    #[schema(example = "统计数据尚未核定")]
    reason: String,
}

/// The round that follows.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NextRound {
    #[schema(value_type = String, example = "annual-2026")]
    code: Code,
    title: LocalText,
}

/// Gives an organisation more time, with the reason why.
#[utoipa::path(
    post, path = "/strategies/{strategy}/rounds/{round}/extensions", tag = "collection", operation_id = "extend_submission", request_body = Extension,
    params(("strategy" = String, Path, description = "Its code", example = "ningbo"), ("round" = String, Path, description = "Its code", example = "annual-2025")),
    responses((status = 201, body = SubmissionShape), Creating)
)]
pub(crate) async fn extend(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((strategy, round)): ApiPath<(Code, Code)>,
    ApiJson(said): ApiJson<Extension>,
) -> Result<(StatusCode, Versioned<SubmissionShape>), Problem> {
    let reason = needed(&said.reason)?;
    let tx = site.begin().await?;
    let (codes, more) = (
        (&strategy, &round, &said.organisation),
        (said.until.as_str(), &reason),
    );
    let (asked, _) = service::extend(&tx, site.doing(&visitor), codes, more).await?;
    tx.commit().await.map_err(CollectionError::from)?;
    let shape = SubmissionShape::of(&asked);
    Ok((
        StatusCode::CREATED,
        Versioned(asked.submission.version, shape),
    ))
}

/// Designs the round that follows, as its recurrence says: the same indicators of the same units for the periods that
/// come next, due as much later.
#[utoipa::path(
    post, path = "/strategies/{strategy}/rounds/{round}/next", tag = "collection", operation_id = "create_next_round", request_body = NextRound,
    params(("strategy" = String, Path, description = "Its code", example = "ningbo"), ("round" = String, Path, description = "Its code", example = "annual-2025")),
    responses((status = 201, body = RoundShape), Creating)
)]
pub(crate) async fn next(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((strategy, round)): ApiPath<(Code, Code)>,
    ApiJson(said): ApiJson<NextRound>,
) -> Result<(StatusCode, Versioned<RoundShape>), Problem> {
    let title = Title::new(&said.title.into()).map_err(CollectionError::from)?;
    let tx = site.begin().await?;
    let (codes, named) = ((&strategy, &round), (said.code, title));
    let added = service::next(&tx, site.doing(&visitor), codes, named).await?;
    Ok((StatusCode::CREATED, rounds::commit(tx, &added).await?))
}
