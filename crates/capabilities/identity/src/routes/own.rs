//! One's own account.

use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use yanzhi_kernel::Lang;
use yanzhi_web_kit::{
    ApiJson, ApiPath, Changing, Creating, IfMatch, Problem, Showing, Versioned, Visitor,
};

use super::{
    Site,
    asking::Asking,
    session::{CodeShape, welcome, with_cookie},
    shapes::{AccountShape, SessionShape},
};
use crate::{AccountDetail, DisplayName, IdentityError, OwnChange, Session};

/// One's own account.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OwnAccount {
    account: AccountShape,
    /// Recovery codes that were not used yet.
    recovery_codes_left: u64,
}

/// What is to be another one; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EditOwnAccount {
    #[schema(example = "王伟")]
    name: Option<String>,
    /// `zh` or `en`: what the pages are shown in after signing in.
    #[schema(value_type = Option<String>, example = "en")]
    language: Option<Lang>,
}

/// One's sessions.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SessionList {
    items: Vec<SessionShape>,
}

/// The current password and another one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChangePassword {
    #[schema(value_type = String, format = Password)]
    current: SecretString,
    #[schema(value_type = String, format = Password)]
    wanted: SecretString,
}

/// The current password, given again before something that matters.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProvePassword {
    #[schema(value_type = String, format = Password)]
    password: SecretString,
}

/// The current password and a code.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProveBoth {
    #[schema(value_type = String, format = Password)]
    password: SecretString,
    #[schema(example = "287082")]
    code: String,
}

/// A second factor that is being set up.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EnrolmentShape {
    /// The address that an app reads, shown once.
    #[schema(example = "otpauth://totp/yanzhi:wang.wei?secret=…&issuer=yanzhi")]
    uri: String,
}

/// Recovery codes, shown once.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RecoveryCodes {
    codes: Vec<String>,
    /// The token of the session, which has got another secret.
    csrf_token: String,
}

/// One's own account.
#[utoipa::path(get, path = "/me", tag = "my-account", operation_id = "show_my_account", responses((status = 200, body = OwnAccount), Showing))]
pub(crate) async fn show(
    State(site): State<Site>,
    Asking(session): Asking,
) -> Result<Versioned<OwnAccount>, Problem> {
    let detail = site.identity.own_detail(&session).await?;
    shown(&site, &session, &detail).await
}

/// Changes name or language of one's own account.
#[utoipa::path(
    patch, path = "/me", tag = "my-account", operation_id = "edit_my_account", request_body = EditOwnAccount,
    params(("if-match" = String, Header, description = "The version that was read", example = "\"v3\"")),
    responses((status = 200, body = OwnAccount), Changing)
)]
pub(crate) async fn edit(
    State(site): State<Site>,
    visitor: Visitor,
    Asking(session): Asking,
    IfMatch(version): IfMatch,
    ApiJson(asked): ApiJson<EditOwnAccount>,
) -> Result<Versioned<OwnAccount>, Problem> {
    let name = asked.name.as_deref().map(DisplayName::new).transpose();
    let name = name.map_err(IdentityError::from)?;
    let lang = asked.language;
    let change = OwnChange { name, lang };
    let seen = (&session, version);
    let changed = site.identity.change_own(&visitor.scope, seen, change);
    shown(&site, &session, &changed.await?).await
}

async fn shown(
    site: &Site,
    session: &Session,
    detail: &AccountDetail,
) -> Result<Versioned<OwnAccount>, Problem> {
    let shape = OwnAccount {
        account: AccountShape::of_detail(detail, site.identity.now()),
        recovery_codes_left: site.identity.recovery_codes_left(session).await?,
    };
    Ok(Versioned(detail.account.version, shape))
}

/// Where one is signed in.
#[utoipa::path(get, path = "/me/sessions", tag = "my-account", operation_id = "list_my_sessions", responses((status = 200, body = SessionList), Showing))]
pub(crate) async fn sessions(
    State(site): State<Site>,
    Asking(session): Asking,
) -> Result<Json<SessionList>, Problem> {
    let sessions = site.identity.own_sessions(&session).await?;
    let items = sessions.iter().map(|it| SessionShape::of(it, &session));
    Ok(Json(SessionList {
        items: items.collect(),
    }))
}

/// Ends a session of one's own.
#[utoipa::path(
    delete, path = "/me/sessions/{id}", tag = "my-account", operation_id = "end_my_session",
    params(("id" = String, Path, description = "Its id")),
    responses((status = 204, description = "Ended"), Showing)
)]
pub(crate) async fn end_session(
    State(site): State<Site>,
    visitor: Visitor,
    Asking(session): Asking,
    ApiPath(id): ApiPath<Uuid>,
) -> Result<StatusCode, Problem> {
    site.identity
        .end_own_session(&visitor.scope, &session, id)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Changes one's own password. Every other session ends, and this one gets another secret.
#[utoipa::path(
    put, path = "/me/password", tag = "my-account", operation_id = "change_my_password", request_body = ChangePassword,
    responses((status = 200, body = super::session::SessionState), Creating)
)]
pub(crate) async fn change_password(
    State(site): State<Site>,
    visitor: Visitor,
    Asking(session): Asking,
    ApiJson(asked): ApiJson<ChangePassword>,
) -> Result<Response, Problem> {
    let (current, wanted, origin) = (&asked.current, &asked.wanted, visitor.scope.origin());
    let signed_in = site
        .identity
        .change_password(&session, current, wanted, origin)
        .await?;
    Ok(welcome(&site, &signed_in))
}

/// Begins to set a second factor up. It counts once a code of it has come back.
#[utoipa::path(
    post, path = "/me/second-factor", tag = "my-account", operation_id = "begin_second_factor", request_body = ProvePassword,
    responses((status = 200, body = EnrolmentShape), Creating)
)]
pub(crate) async fn begin_second_factor(
    State(site): State<Site>,
    visitor: Visitor,
    Asking(session): Asking,
    ApiJson(proof): ApiJson<ProvePassword>,
) -> Result<Json<EnrolmentShape>, Problem> {
    let origin = visitor.scope.origin();
    let enrolment = site
        .identity
        .begin_second_factor(&session, &proof.password, origin)
        .await?;
    Ok(Json(EnrolmentShape { uri: enrolment.uri }))
}

/// Takes the first code of a second factor. Every other session ends, and this one gets another secret.
#[utoipa::path(
    post, path = "/me/second-factor/confirm", tag = "my-account", operation_id = "confirm_second_factor", request_body = CodeShape,
    responses((status = 200, body = RecoveryCodes), Creating)
)]
pub(crate) async fn confirm_second_factor(
    State(site): State<Site>,
    visitor: Visitor,
    Asking(session): Asking,
    ApiJson(given): ApiJson<CodeShape>,
) -> Result<Response, Problem> {
    let origin = visitor.scope.origin();
    let confirmed = site
        .identity
        .confirm_second_factor(&session, &given.code, origin)
        .await;
    let (signed_in, codes) = confirmed?;
    let csrf_token = signed_in.secret.csrf_token();
    let answer = Json(RecoveryCodes { codes, csrf_token }).into_response();
    Ok(with_cookie(&site, &signed_in, answer))
}

/// Takes one's own second factor away. Roles that need one are held back from then on.
#[utoipa::path(
    post, path = "/me/second-factor/remove", tag = "my-account", operation_id = "remove_second_factor", request_body = ProveBoth,
    responses((status = 200, body = super::session::SessionState), Creating)
)]
pub(crate) async fn remove_second_factor(
    State(site): State<Site>,
    visitor: Visitor,
    Asking(session): Asking,
    ApiJson(proof): ApiJson<ProveBoth>,
) -> Result<Response, Problem> {
    let (password, code, origin) = (&proof.password, &proof.code, visitor.scope.origin());
    let removed = site
        .identity
        .remove_second_factor(&session, password, code, origin)
        .await;
    Ok(welcome(&site, &removed?))
}
