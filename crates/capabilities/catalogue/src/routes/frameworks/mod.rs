//! Seeing, drafting, checking and retiring versions of the framework.

mod shapes;

use axum::{Json, extract::State, http::StatusCode};
use yanzhi_kernel::{Code, Id, Scope};
use yanzhi_organisations::Strategy;
use yanzhi_storage::ReadTx;
use yanzhi_web_kit::{
    ApiJson, ApiPath, Changing, Creating, IfMatch, Problem, Showing, Versioned, Visitor,
};

pub(crate) use self::shapes::VersionSummary;
use self::shapes::{CheckShape, CreateDraft, DraftBody, VersionDetail, VersionList};
use super::{Site, commit, shapes::Retire};
use crate::{AnyFramework, CatalogueError, Framework, FrameworkView, NewDraft, service};

/// The versions of the framework: what was published, the oldest first, then drafts.
#[utoipa::path(
    get, path = "/strategies/{strategy}/catalogue/frameworks", tag = "catalogue", operation_id = "list_frameworks",
    params(("strategy" = String, Path, description = "The code of the strategy", example = "ningbo")),
    responses((status = 200, body = VersionList), Showing)
)]
pub(crate) async fn list(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath(strategy): ApiPath<Code>,
) -> Result<Json<VersionList>, Problem> {
    let tx = site.read().await?;
    let strategy = service::strategy_named(&tx, &visitor.scope, &strategy).await?;
    let versions = service::frameworks(&tx, &visitor.scope, &strategy).await?;
    let in_force = in_force(&tx, &visitor.scope, &strategy).await?;
    let items = versions
        .iter()
        .map(|it| VersionSummary::of(it, in_force, &visitor.scope));
    Ok(Json(VersionList {
        items: items.collect(),
    }))
}

/// Begins a draft, empty or as a copy.
#[utoipa::path(
    post, path = "/strategies/{strategy}/catalogue/frameworks", tag = "catalogue", operation_id = "create_framework_draft", request_body = CreateDraft,
    params(("strategy" = String, Path, description = "The code of the strategy", example = "ningbo")),
    responses((status = 201, body = VersionDetail), Creating)
)]
pub(crate) async fn create(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath(strategy): ApiPath<Code>,
    ApiJson(asked): ApiJson<CreateDraft>,
) -> Result<(StatusCode, Versioned<VersionDetail>), Problem> {
    let new = NewDraft::try_from(asked)?;
    let tx = site.write().await?;
    let strategy = service::strategy_named(&tx, &visitor.scope, &strategy).await?;
    let (ids, now) = (site.ids.as_ref(), site.clock.now());
    let draft = service::create_draft(&tx, &visitor.scope, ids, now, &strategy, new).await?;
    let answer = answer(&tx, &visitor, &strategy, AnyFramework::Draft(draft)).await?;
    commit(tx).await?;
    Ok((StatusCode::CREATED, answer))
}

/// One version of the framework, with the definitions that it rests on.
#[utoipa::path(
    get, path = "/strategies/{strategy}/catalogue/frameworks/{version}", tag = "catalogue", operation_id = "show_framework_version",
    params(("strategy" = String, Path, description = "The code of the strategy", example = "ningbo"), ("version" = String, Path, description = "The version", example = "2024")),
    responses((status = 200, body = VersionDetail), Showing)
)]
pub(crate) async fn show(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((strategy, version)): ApiPath<(Code, String)>,
) -> Result<Versioned<VersionDetail>, Problem> {
    let tx = site.read().await?;
    let strategy = service::strategy_named(&tx, &visitor.scope, &strategy).await?;
    let found = service::any_framework(&tx, &visitor.scope, &strategy, &version).await?;
    answer(&tx, &visitor, &strategy, found).await
}

/// Makes a draft say something else: the whole of it. It may still be wrong.
#[utoipa::path(
    patch, path = "/strategies/{strategy}/catalogue/frameworks/{version}", tag = "catalogue", operation_id = "edit_framework_draft", request_body = DraftBody,
    params(("strategy" = String, Path, description = "The code of the strategy", example = "ningbo"), ("version" = String, Path, description = "The version", example = "2024"), ("if-match" = String, Header, description = "The revision that was read", example = "\"v3\"")),
    responses((status = 200, body = VersionDetail), Changing)
)]
pub(crate) async fn edit(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((strategy, version)): ApiPath<(Code, String)>,
    IfMatch(revision): IfMatch,
    ApiJson(asked): ApiJson<DraftBody>,
) -> Result<Versioned<VersionDetail>, Problem> {
    let tx = site.write().await?;
    let strategy = service::strategy_named(&tx, &visitor.scope, &strategy).await?;
    let (now, seen, scope) = (
        site.clock.now(),
        (version.as_str(), revision),
        &visitor.scope,
    );
    let draft = service::edit_draft(&tx, scope, now, &strategy, seen, asked.into()).await?;
    let answer = answer(&tx, &visitor, &strategy, AnyFramework::Draft(draft)).await?;
    commit(tx).await?;
    Ok(answer)
}

/// Takes a draft away.
#[utoipa::path(
    delete, path = "/strategies/{strategy}/catalogue/frameworks/{version}", tag = "catalogue", operation_id = "discard_framework_draft",
    params(("strategy" = String, Path, description = "The code of the strategy", example = "ningbo"), ("version" = String, Path, description = "The version", example = "2024"), ("if-match" = String, Header, description = "The revision that was read", example = "\"v3\"")),
    responses((status = 204, description = "It is gone"), Changing)
)]
pub(crate) async fn discard(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((strategy, version)): ApiPath<(Code, String)>,
    IfMatch(revision): IfMatch,
) -> Result<StatusCode, Problem> {
    let tx = site.write().await?;
    let strategy = service::strategy_named(&tx, &visitor.scope, &strategy).await?;
    let (now, seen) = (site.clock.now(), (version.as_str(), revision));
    service::discard_draft(&tx, &visitor.scope, now, &strategy, seen).await?;
    commit(tx).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What keeps a version from being published, and what is worth a look.
#[utoipa::path(
    get, path = "/strategies/{strategy}/catalogue/frameworks/{version}/check", tag = "catalogue", operation_id = "check_framework",
    params(("strategy" = String, Path, description = "The code of the strategy", example = "ningbo"), ("version" = String, Path, description = "The version", example = "2024")),
    responses((status = 200, body = CheckShape), Showing)
)]
pub(crate) async fn check(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((strategy, version)): ApiPath<(Code, String)>,
) -> Result<Versioned<CheckShape>, Problem> {
    let tx = site.read().await?;
    let strategy = service::strategy_named(&tx, &visitor.scope, &strategy).await?;
    let checked = service::check_framework(&tx, &visitor.scope, &strategy, &version).await?;
    let (framework, checked) = checked;
    let shape = CheckShape::of(&framework, &checked);
    Ok(Versioned(framework.revision(), shape))
}

/// Retires a published version that is not in force any more. It stays as it was published.
#[utoipa::path(
    post, path = "/strategies/{strategy}/catalogue/frameworks/{version}/retire", tag = "catalogue", operation_id = "retire_framework", request_body = Retire,
    params(("strategy" = String, Path, description = "The code of the strategy", example = "ningbo"), ("version" = String, Path, description = "The version", example = "2023"), ("if-match" = String, Header, description = "The revision that was read", example = "\"v1\"")),
    responses((status = 200, body = VersionDetail), Changing)
)]
pub(crate) async fn retire(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((strategy, version)): ApiPath<(Code, String)>,
    IfMatch(revision): IfMatch,
    ApiJson(asked): ApiJson<Retire>,
) -> Result<Versioned<VersionDetail>, Problem> {
    let tx = site.write().await?;
    let strategy = service::strategy_named(&tx, &visitor.scope, &strategy).await?;
    let (now, seen, scope) = (
        site.clock.now(),
        (version.as_str(), revision),
        &visitor.scope,
    );
    let reason = &asked.reason;
    let retired = service::retire_framework(&tx, scope, now, &strategy, seen, reason).await?;
    let answer = answer(&tx, &visitor, &strategy, retired).await?;
    commit(tx).await?;
    Ok(answer)
}

async fn in_force(
    tx: &ReadTx,
    scope: &Scope,
    strategy: &Strategy,
) -> Result<Option<Id<Framework>>, CatalogueError> {
    let in_force = service::current_framework(tx, scope, strategy.id).await?;
    Ok(in_force.map(|it| it.id))
}

async fn answer(
    tx: &ReadTx,
    visitor: &Visitor,
    strategy: &Strategy,
    framework: AnyFramework,
) -> Result<Versioned<VersionDetail>, Problem> {
    let in_force = in_force(tx, &visitor.scope, strategy).await?;
    let revision = framework.revision();
    let view = FrameworkView::of(tx, strategy, framework).await?;
    let shape = VersionDetail::of(&view, in_force, &visitor.scope);
    Ok(Versioned(revision, shape))
}
