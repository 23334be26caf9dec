//! Seeing and editing indicators: each handler is one use case in one transaction.

use axum::{Json, extract::State, http::StatusCode};
use yanzhi_kernel::Code;
use yanzhi_web_kit::{
    ApiJson, ApiPath, Changing, Creating, IfMatch, Problem, Showing, Versioned, Visitor,
};

use super::{
    Site, commit,
    shapes::{
        AddIndicator, CatalogueIndicator, CatalogueIndicatorList, CatalogueLists,
        DefinitionHistory, EditIndicator, Retire,
    },
};
use crate::{CatalogueError, IndicatorView, service};

/// The calibers and sources that indicators and frameworks refer to.
#[utoipa::path(
    get, path = "/strategies/{strategy}/catalogue", tag = "catalogue", operation_id = "show_catalogue_lists",
    params(("strategy" = String, Path, description = "The code of the strategy", example = "ningbo")),
    responses((status = 200, body = CatalogueLists), Showing)
)]
pub(crate) async fn lists(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath(strategy): ApiPath<Code>,
) -> Result<Json<CatalogueLists>, Problem> {
    let tx = site.read().await?;
    let strategy = service::strategy_named(&tx, &visitor.scope, &strategy).await?;
    let known = service::catalogue(&tx, &visitor.scope, strategy.id).await?;
    Ok(Json(CatalogueLists {
        calibers: known.calibers.values().map(Into::into).collect(),
        sources: known.sources.values().map(Into::into).collect(),
    }))
}

/// The indicators of the catalogue by code, retired ones too.
#[utoipa::path(
    get, path = "/strategies/{strategy}/catalogue/indicators", tag = "catalogue", operation_id = "list_catalogue_indicators",
    params(("strategy" = String, Path, description = "The code of the strategy", example = "ningbo")),
    responses((status = 200, body = CatalogueIndicatorList), Showing)
)]
pub(crate) async fn list(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath(strategy): ApiPath<Code>,
) -> Result<Json<CatalogueIndicatorList>, Problem> {
    let tx = site.read().await?;
    let strategy = service::strategy_named(&tx, &visitor.scope, &strategy).await?;
    let views = service::indicators(&tx, &visitor.scope, &strategy).await?;
    let items = views.iter().map(CatalogueIndicator::from).collect();
    Ok(Json(CatalogueIndicatorList { items }))
}

/// Adds an indicator.
#[utoipa::path(
    post, path = "/strategies/{strategy}/catalogue/indicators", tag = "catalogue", operation_id = "create_indicator", request_body = AddIndicator,
    params(("strategy" = String, Path, description = "The code of the strategy", example = "ningbo")),
    responses((status = 201, body = CatalogueIndicator), Creating)
)]
pub(crate) async fn create(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath(strategy): ApiPath<Code>,
    ApiJson(asked): ApiJson<AddIndicator>,
) -> Result<(StatusCode, Versioned<CatalogueIndicator>), Problem> {
    let tx = site.write().await?;
    let strategy = service::strategy_named(&tx, &visitor.scope, &strategy).await?;
    let (ids, now) = (site.ids.as_ref(), site.clock.now());
    let new = asked.into();
    let added = service::add_indicator(&tx, &visitor.scope, ids, now, &strategy, new).await?;
    commit(tx).await?;
    Ok((StatusCode::CREATED, answer(&added)))
}

/// One indicator of the catalogue.
#[utoipa::path(
    get, path = "/strategies/{strategy}/catalogue/indicators/{code}", tag = "catalogue", operation_id = "show_catalogue_indicator",
    params(("strategy" = String, Path, description = "The code of the strategy", example = "ningbo"), ("code" = String, Path, description = "The code of the indicator", example = "RD_GDP")),
    responses((status = 200, body = CatalogueIndicator), Showing)
)]
pub(crate) async fn show(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((strategy, code)): ApiPath<(Code, Code)>,
) -> Result<Versioned<CatalogueIndicator>, Problem> {
    let tx = site.read().await?;
    let strategy = service::strategy_named(&tx, &visitor.scope, &strategy).await?;
    let views = service::indicators(&tx, &visitor.scope, &strategy).await?;
    let found = views
        .iter()
        .find(|it| it.record.indicator.details.code == code);
    Ok(answer(found.ok_or(CatalogueError::UnknownIndicator(code))?))
}

/// Gives an indicator another definition from now on. Published frameworks go on with the one of their day.
#[utoipa::path(
    patch, path = "/strategies/{strategy}/catalogue/indicators/{code}", tag = "catalogue", operation_id = "edit_indicator", request_body = EditIndicator,
    params(("strategy" = String, Path, description = "The code of the strategy", example = "ningbo"), ("code" = String, Path, description = "The code of the indicator", example = "RD_GDP"), ("if-match" = String, Header, description = "The version that was read", example = "\"v3\"")),
    responses((status = 200, body = CatalogueIndicator), Changing)
)]
pub(crate) async fn edit(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((strategy, code)): ApiPath<(Code, Code)>,
    IfMatch(version): IfMatch,
    ApiJson(asked): ApiJson<EditIndicator>,
) -> Result<Versioned<CatalogueIndicator>, Problem> {
    let tx = site.write().await?;
    let strategy = service::strategy_named(&tx, &visitor.scope, &strategy).await?;
    let (now, seen, reason) = (site.clock.now(), (&code, version), asked.reason.clone());
    let changed = service::change_indicator(
        &tx,
        &visitor.scope,
        now,
        &strategy,
        seen,
        |details| asked.apply(details),
        &reason,
    )
    .await?;
    commit(tx).await?;
    Ok(answer(&changed))
}

/// Retires an indicator: it stays known, and takes no part in new versions of the framework.
#[utoipa::path(
    post, path = "/strategies/{strategy}/catalogue/indicators/{code}/retire", tag = "catalogue", operation_id = "retire_indicator", request_body = Retire,
    params(("strategy" = String, Path, description = "The code of the strategy", example = "ningbo"), ("code" = String, Path, description = "The code of the indicator", example = "RD_GDP"), ("if-match" = String, Header, description = "The version that was read", example = "\"v3\"")),
    responses((status = 200, body = CatalogueIndicator), Changing)
)]
pub(crate) async fn retire(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((strategy, code)): ApiPath<(Code, Code)>,
    IfMatch(version): IfMatch,
    ApiJson(asked): ApiJson<Retire>,
) -> Result<Versioned<CatalogueIndicator>, Problem> {
    let tx = site.write().await?;
    let strategy = service::strategy_named(&tx, &visitor.scope, &strategy).await?;
    let (now, seen) = (site.clock.now(), (&code, version));
    let scope = &visitor.scope;
    let retired =
        service::retire_indicator(&tx, scope, now, &strategy, seen, &asked.reason).await?;
    commit(tx).await?;
    Ok(answer(&retired))
}

/// What an indicator has said, since when and why.
#[utoipa::path(
    get, path = "/strategies/{strategy}/catalogue/indicators/{code}/history", tag = "catalogue", operation_id = "list_indicator_history",
    params(("strategy" = String, Path, description = "The code of the strategy", example = "ningbo"), ("code" = String, Path, description = "The code of the indicator", example = "RD_GDP")),
    responses((status = 200, body = DefinitionHistory), Showing)
)]
pub(crate) async fn history(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((strategy, code)): ApiPath<(Code, Code)>,
) -> Result<Json<DefinitionHistory>, Problem> {
    let tx = site.read().await?;
    let strategy = service::strategy_named(&tx, &visitor.scope, &strategy).await?;
    let versions = service::indicator_history(&tx, &visitor.scope, &strategy, &code).await?;
    let items = versions.iter().map(Into::into).collect();
    Ok(Json(DefinitionHistory { items }))
}

fn answer(view: &IndicatorView) -> Versioned<CatalogueIndicator> {
    Versioned(view.record.version, view.into())
}
