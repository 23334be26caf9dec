//! Changing organisations: each handler is one use case in one transaction.

use axum::{extract::State, http::StatusCode};
use yanzhi_kernel::Code;
use yanzhi_storage::WriteTx;
use yanzhi_web_kit::{ApiJson, ApiPath, Changing, Creating, IfMatch, Problem, Versioned, Visitor};

use super::{
    Site,
    shapes::{AddOrganisation, Codes, EditOrganisation, OrganisationShape, OtherOrganisation},
};
use crate::{
    NewOrganisation, Organisation, OrganisationChange, OrganisationsError, organisations, service,
};

/// Adds an organisation.
#[utoipa::path(
    post, path = "/organisations", tag = "organisations", operation_id = "create_organisation", request_body = AddOrganisation,
    responses((status = 201, body = OrganisationShape), Creating)
)]
pub(crate) async fn create(
    State(site): State<Site>,
    visitor: Visitor,
    ApiJson(asked): ApiJson<AddOrganisation>,
) -> Result<(StatusCode, Versioned<OrganisationShape>), Problem> {
    let new = NewOrganisation::try_from(asked).map_err(OrganisationsError::from)?;
    let tx = begin(&site).await?;
    let now = site.clock.now();
    let added = service::create(&tx, &visitor.scope, site.ids.as_ref(), now, new).await?;
    let answer = commit(tx, &visitor, &added).await?;
    Ok((StatusCode::CREATED, answer))
}

/// Changes name, kind or unit of an organisation. A new name counts from now on; the one before stays known.
#[utoipa::path(
    patch, path = "/organisations/{code}", tag = "organisations", operation_id = "edit_organisation", request_body = EditOrganisation,
    params(("code" = String, Path, description = "Its code", example = "STB"), ("if-match" = String, Header, description = "The version that was read", example = "\"v3\"")),
    responses((status = 200, body = OrganisationShape), Changing)
)]
pub(crate) async fn edit(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath(code): ApiPath<Code>,
    IfMatch(version): IfMatch,
    ApiJson(asked): ApiJson<EditOrganisation>,
) -> Result<Versioned<OrganisationShape>, Problem> {
    let change = OrganisationChange::try_from(asked)?;
    let tx = begin(&site).await?;
    let (now, seen) = (site.clock.now(), (&code, version));
    let changed = service::change(&tx, &visitor.scope, now, seen, change).await?;
    commit(tx, &visitor, &changed).await
}

/// Puts an organisation under another one, with all that stands below it.
#[utoipa::path(
    post, path = "/organisations/{code}/move", tag = "organisations", operation_id = "move_organisation", request_body = OtherOrganisation,
    params(("code" = String, Path, description = "Its code", example = "STB"), ("if-match" = String, Header, description = "The version that was read", example = "\"v3\"")),
    responses((status = 200, body = OrganisationShape), Changing)
)]
pub(crate) async fn put_under(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath(code): ApiPath<Code>,
    IfMatch(version): IfMatch,
    ApiJson(place): ApiJson<OtherOrganisation>,
) -> Result<Versioned<OrganisationShape>, Problem> {
    let tx = begin(&site).await?;
    let (now, seen) = (site.clock.now(), (&code, version));
    let moved = service::put_under(&tx, &visitor.scope, now, seen, &place.code).await?;
    commit(tx, &visitor, &moved).await
}

/// Merges an organisation into another one: what stands under it moves over, and it is closed.
#[utoipa::path(
    post, path = "/organisations/{code}/merge", tag = "organisations", operation_id = "merge_organisation", request_body = OtherOrganisation,
    params(("code" = String, Path, description = "Its code", example = "STB"), ("if-match" = String, Header, description = "The version that was read", example = "\"v3\"")),
    responses((status = 200, body = OrganisationShape), Changing)
)]
pub(crate) async fn merge(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath(code): ApiPath<Code>,
    IfMatch(version): IfMatch,
    ApiJson(heir): ApiJson<OtherOrganisation>,
) -> Result<Versioned<OrganisationShape>, Problem> {
    let tx = begin(&site).await?;
    let (now, seen) = (site.clock.now(), (&code, version));
    let merged = service::merge(&tx, &visitor.scope, now, seen, &heir.code).await?;
    commit(tx, &visitor, &merged).await
}

/// Closes an organisation under which no open one stands.
#[utoipa::path(
    post, path = "/organisations/{code}/close", tag = "organisations", operation_id = "close_organisation",
    params(("code" = String, Path, description = "Its code", example = "STB"), ("if-match" = String, Header, description = "The version that was read", example = "\"v3\"")),
    responses((status = 200, body = OrganisationShape), Changing)
)]
pub(crate) async fn close(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath(code): ApiPath<Code>,
    IfMatch(version): IfMatch,
) -> Result<Versioned<OrganisationShape>, Problem> {
    let tx = begin(&site).await?;
    let (now, seen) = (site.clock.now(), (&code, version));
    let closed = service::close(&tx, &visitor.scope, now, seen).await?;
    commit(tx, &visitor, &closed).await
}

async fn begin(site: &Site) -> Result<WriteTx, OrganisationsError> {
    Ok(site.db.write().await?)
}

/// Makes the change last, and shows what it made.
async fn commit(
    tx: WriteTx,
    visitor: &Visitor,
    changed: &Organisation,
) -> Result<Versioned<OrganisationShape>, Problem> {
    let seen = organisations(&tx, &visitor.scope).await?;
    let codes: Codes = seen.into_iter().map(|it| (it.id, it.code)).collect();
    tx.commit().await.map_err(OrganisationsError::from)?;
    let shape = OrganisationShape::of(changed, &codes);
    Ok(Versioned(changed.version, shape))
}
