//! Rounds: which there are, and what those who run them do.

use axum::{Json, extract::State, http::StatusCode};
use yanzhi_kernel::Code;
use yanzhi_storage::WriteTx;
use yanzhi_web_kit::{
    ApiJson, ApiPath, Changing, Creating, IfMatch, Problem, Showing, Versioned, Visitor,
};

use super::{
    Site,
    round_shapes::{AddRound, DesignShape, EditRound, OpenRound, RoundList, RoundShape},
};
use crate::{CollectionError, FoundRound, NewRound, RoundChange, service};

/// The rounds that one may see, the newest first.
#[utoipa::path(
    get, path = "/strategies/{strategy}/rounds", tag = "collection", operation_id = "list_rounds",
    params(("strategy" = String, Path, description = "Its code", example = "ningbo")),
    responses((status = 200, body = RoundList), Showing)
)]
pub(crate) async fn list(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath(strategy): ApiPath<Code>,
) -> Result<Json<RoundList>, Problem> {
    let tx = site.db.read().await.map_err(CollectionError::from)?;
    let rounds = service::rounds(&tx, &visitor.scope, &strategy).await?;
    Ok(Json(RoundList {
        items: rounds.iter().map(RoundShape::of).collect(),
    }))
}

/// Adds a round, to be designed. Nobody is asked before it is opened.
#[utoipa::path(
    post, path = "/strategies/{strategy}/rounds", tag = "collection", operation_id = "create_round", request_body = AddRound,
    params(("strategy" = String, Path, description = "Its code", example = "ningbo")),
    responses((status = 201, body = RoundShape), Creating)
)]
pub(crate) async fn create(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath(strategy): ApiPath<Code>,
    ApiJson(asked): ApiJson<AddRound>,
) -> Result<(StatusCode, Versioned<RoundShape>), Problem> {
    let new = NewRound::try_from(asked).map_err(CollectionError::from)?;
    let tx = site.begin().await?;
    let added = service::create(&tx, site.doing(&visitor), &strategy, new).await?;
    Ok((StatusCode::CREATED, commit(tx, &added).await?))
}

/// A round.
#[utoipa::path(
    get, path = "/strategies/{strategy}/rounds/{round}", tag = "collection", operation_id = "show_round",
    params(("strategy" = String, Path, description = "Its code", example = "ningbo"), ("round" = String, Path, description = "Its code", example = "annual-2025")),
    responses((status = 200, body = RoundShape), Showing)
)]
pub(crate) async fn show(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((strategy, round)): ApiPath<(Code, Code)>,
) -> Result<Versioned<RoundShape>, Problem> {
    let tx = site.db.read().await.map_err(CollectionError::from)?;
    let found = service::round(&tx, &visitor.scope, (&strategy, &round)).await?;
    Ok(Versioned(found.round.version, RoundShape::of(&found)))
}

/// Changes a round. Once it is open, only title and deadline change.
#[utoipa::path(
    patch, path = "/strategies/{strategy}/rounds/{round}", tag = "collection", operation_id = "edit_round", request_body = EditRound,
    params(("strategy" = String, Path, description = "Its code", example = "ningbo"), ("round" = String, Path, description = "Its code", example = "annual-2025"), ("if-match" = String, Header, description = "The version that was read", example = "\"v3\"")),
    responses((status = 200, body = RoundShape), Changing)
)]
pub(crate) async fn edit(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((strategy, round)): ApiPath<(Code, Code)>,
    IfMatch(version): IfMatch,
    ApiJson(asked): ApiJson<EditRound>,
) -> Result<Versioned<RoundShape>, Problem> {
    let change = RoundChange::try_from(asked).map_err(CollectionError::from)?;
    let tx = site.begin().await?;
    let seen = ((&strategy, &round), version);
    let changed = service::change(&tx, site.doing(&visitor), seen, change).await?;
    commit(tx, &changed).await
}

/// Opens a round: each cell is asked of one organisation. One that was closed is opened again with what it had.
#[utoipa::path(
    post, path = "/strategies/{strategy}/rounds/{round}/open", tag = "collection", operation_id = "open_round", request_body = OpenRound,
    params(("strategy" = String, Path, description = "Its code", example = "ningbo"), ("round" = String, Path, description = "Its code", example = "annual-2025"), ("if-match" = String, Header, description = "The version that was read", example = "\"v3\"")),
    responses((status = 200, body = RoundShape), Changing)
)]
pub(crate) async fn open(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((strategy, round)): ApiPath<(Code, Code)>,
    IfMatch(version): IfMatch,
    ApiJson(asked): ApiJson<OpenRound>,
) -> Result<Versioned<RoundShape>, Problem> {
    let tx = site.begin().await?;
    let (seen, reason) = (((&strategy, &round), version), asked.reason.as_deref());
    let opened = service::open(&tx, site.doing(&visitor), seen, reason).await?;
    commit(tx, &opened).await
}

/// Closes a round: nothing is handed in any more, and what was handed in may still be approved.
#[utoipa::path(
    post, path = "/strategies/{strategy}/rounds/{round}/close", tag = "collection", operation_id = "close_round",
    params(("strategy" = String, Path, description = "Its code", example = "ningbo"), ("round" = String, Path, description = "Its code", example = "annual-2025"), ("if-match" = String, Header, description = "The version that was read", example = "\"v3\"")),
    responses((status = 200, body = RoundShape), Changing)
)]
pub(crate) async fn close(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((strategy, round)): ApiPath<(Code, Code)>,
    IfMatch(version): IfMatch,
) -> Result<Versioned<RoundShape>, Problem> {
    let tx = site.begin().await?;
    let seen = ((&strategy, &round), version);
    let closed = service::close(&tx, site.doing(&visitor), seen).await?;
    commit(tx, &closed).await
}

/// What a round asks, of whom, what of it is asked elsewhere or known already, and what all of it costs the units.
#[utoipa::path(
    get, path = "/strategies/{strategy}/rounds/{round}/design", tag = "collection", operation_id = "show_round_design",
    params(("strategy" = String, Path, description = "Its code", example = "ningbo"), ("round" = String, Path, description = "Its code", example = "annual-2025")),
    responses((status = 200, body = DesignShape), Showing)
)]
pub(crate) async fn design(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((strategy, round)): ApiPath<(Code, Code)>,
) -> Result<Json<DesignShape>, Problem> {
    let tx = site.db.read().await.map_err(CollectionError::from)?;
    let design = service::design(&tx, &visitor.scope, (&strategy, &round)).await?;
    Ok(Json(DesignShape::of(&design)))
}

/// Makes the change last, and shows what it made.
pub(super) async fn commit(
    tx: WriteTx,
    changed: &FoundRound,
) -> Result<Versioned<RoundShape>, Problem> {
    tx.commit().await.map_err(CollectionError::from)?;
    Ok(Versioned(changed.round.version, RoundShape::of(changed)))
}
