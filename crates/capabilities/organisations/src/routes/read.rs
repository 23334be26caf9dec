//! Which organisations there are.

use axum::{Json, extract::State};
use yanzhi_kernel::Code;
use yanzhi_web_kit::{ApiPath, Problem, Showing, Versioned, Visitor};

use super::{
    Site,
    shapes::{Codes, NameShape, OrganisationDetail, OrganisationList, OrganisationShape},
};
use crate::{OrganisationsError, names, organisation, organisations};

/// The organisations that one may see, by code.
#[utoipa::path(
    get, path = "/organisations", tag = "organisations", operation_id = "list_organisations",
    responses((status = 200, body = OrganisationList), Showing)
)]
pub(crate) async fn list(
    State(site): State<Site>,
    visitor: Visitor,
) -> Result<Json<OrganisationList>, Problem> {
    let tx = site.db.read().await.map_err(OrganisationsError::from)?;
    let seen = organisations(&tx, &visitor.scope).await?;
    let codes: Codes = seen.iter().map(|it| (it.id, it.code.clone())).collect();
    let items = seen.iter().map(|it| OrganisationShape::of(it, &codes));
    Ok(Json(OrganisationList {
        items: items.collect(),
    }))
}

/// One organisation, with the names that it has had.
#[utoipa::path(
    get, path = "/organisations/{code}", tag = "organisations", operation_id = "show_organisation",
    params(("code" = String, Path, description = "Its code", example = "STB")),
    responses((status = 200, body = OrganisationDetail), Showing)
)]
pub(crate) async fn show(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath(code): ApiPath<Code>,
) -> Result<Versioned<OrganisationDetail>, Problem> {
    let tx = site.db.read().await.map_err(OrganisationsError::from)?;
    let found = organisation(&tx, &visitor.scope, &code).await?;
    let names = names(&tx, &found).await?;
    let seen = organisations(&tx, &visitor.scope).await?;
    let codes: Codes = seen.into_iter().map(|it| (it.id, it.code)).collect();
    let detail = OrganisationDetail {
        organisation: OrganisationShape::of(&found, &codes),
        names: names.iter().map(NameShape::of).collect(),
    };
    Ok(Versioned(found.version, detail))
}
