//! Signing in, the second factor, invitations.

use axum::{
    Extension, Json,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use yanzhi_kernel::access::Authority;
use yanzhi_web_kit::{ApiJson, Creating, LocalText, Problem, Showing, Visitor};

use super::{
    Site,
    asking::{Asking, agent},
    shapes::{word_of, word_of_withheld},
};
use crate::{Account, Assurance, Session, SignIn, SignedIn};

/// Who is signed in.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SessionState {
    /// `anonymous`, `awaits_code` (the second factor is still to come), `signed_in`.
    #[schema(example = "signed_in")]
    state: &'static str,
    account: Option<Myself>,
    /// To be sent as `x-csrf-token` with every request that changes something.
    csrf_token: Option<String>,
    /// When the session ends however much it is used.
    expires_at: Option<String>,
    /// The roles that are held, and why one is not in force.
    roles: Vec<HeldShape>,
}

/// The one who is signed in.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Myself {
    id: String,
    login: String,
    name: String,
    language: &'static str,
    has_second_factor: bool,
}

/// A role that is held.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = HeldRole)]
pub(crate) struct HeldShape {
    #[schema(example = "system_admin")]
    role: &'static str,
    name: LocalText,
    /// Why it is not in force: `second_factor_missing`, `password_expired`.
    withheld: Option<&'static str>,
}

/// Name and password.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignInShape {
    #[schema(example = "wang.wei")]
    login: String,
    #[schema(value_type = String, format = Password)]
    password: SecretString,
}

/// A code of the second factor, or a recovery code.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CodeShape {
    #[schema(example = "287082")]
    pub(super) code: String,
}

/// What the link of an invitation carries.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct LinkShape {
    #[schema(example = "yz_inv_…")]
    secret: String,
}

/// An invitation taken up.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AcceptShape {
    #[schema(example = "yz_inv_…")]
    secret: String,
    #[schema(value_type = String, format = Password)]
    password: SecretString,
}

/// Who is signed in. Anybody may ask.
#[utoipa::path(
    get, path = "/session", tag = "sign-in", operation_id = "show_session",
    responses((status = 200, body = SessionState), Showing)
)]
pub(crate) async fn show(
    State(site): State<Site>,
    visitor: Visitor,
    session: Option<Extension<Session>>,
    token: Option<Extension<CsrfToken>>,
) -> Result<Response, Problem> {
    let state = match session {
        None => SessionState::anonymous(),
        Some(Extension(session)) => {
            let account = site.identity.own_account(&session).await?;
            let token = token.map(|Extension(CsrfToken(token))| token);
            SessionState::of(&account, &session, token, visitor.scope.authority())
        }
    };
    Ok(unkept(Json(state).into_response()))
}

/// Signs in by name and password. With a second factor, its code comes next.
#[utoipa::path(
    post, path = "/session", tag = "sign-in", operation_id = "sign_in", request_body = SignInShape,
    responses((status = 200, body = SessionState), Creating)
)]
pub(crate) async fn sign_in(
    State(site): State<Site>,
    visitor: Visitor,
    headers: HeaderMap,
    ApiJson(asked): ApiJson<SignInShape>,
) -> Result<Response, Problem> {
    let asked = SignIn {
        login: asked.login,
        password: asked.password,
        agent: agent(&headers),
    };
    let signed_in = site.identity.sign_in(asked, visitor.scope.origin()).await?;
    Ok(welcome(&site, &signed_in))
}

/// Gives the code of the second factor.
#[utoipa::path(
    post, path = "/session/second-factor", tag = "sign-in", operation_id = "give_code", request_body = CodeShape,
    responses((status = 200, body = SessionState), Creating)
)]
pub(crate) async fn give_code(
    State(site): State<Site>,
    visitor: Visitor,
    Asking(session): Asking,
    ApiJson(given): ApiJson<CodeShape>,
) -> Result<Response, Problem> {
    let origin = visitor.scope.origin();
    let signed_in = site
        .identity
        .give_code(&session, &given.code, origin)
        .await?;
    Ok(welcome(&site, &signed_in))
}

/// Signs out: the session ends.
#[utoipa::path(
    delete, path = "/session", tag = "sign-in", operation_id = "sign_out",
    responses((status = 204, description = "Signed out"), Showing)
)]
pub(crate) async fn sign_out(
    State(site): State<Site>,
    visitor: Visitor,
    Asking(session): Asking,
) -> Result<Response, Problem> {
    site.identity
        .sign_out(&session, visitor.scope.origin())
        .await?;
    let mut response = StatusCode::NO_CONTENT.into_response();
    let headers = response.headers_mut();
    if let Some(cookie) = site.cookie.taking() {
        headers.insert(header::SET_COOKIE, cookie);
    }
    // What the browser has kept of this site goes too; the pages themselves may stay.
    headers.insert("clear-site-data", HeaderValue::from_static("\"storage\""));
    Ok(unkept(response))
}

/// Whom a link invites.
#[utoipa::path(
    post, path = "/invitations/look-up", tag = "sign-in", operation_id = "look_up_invitation", request_body = LinkShape,
    responses((status = 200, body = Myself), Creating)
)]
pub(crate) async fn look_at_invitation(
    State(site): State<Site>,
    ApiJson(link): ApiJson<LinkShape>,
) -> Result<Response, Problem> {
    let account = site.identity.invited(&link.secret).await?;
    Ok(unkept(Json(Myself::of(&account)).into_response()))
}

/// Takes an invitation up with a password of one's own. The link counts once; signing in comes next.
#[utoipa::path(
    post, path = "/invitations/accept", tag = "sign-in", operation_id = "accept_invitation", request_body = AcceptShape,
    responses((status = 200, body = Myself), Creating)
)]
pub(crate) async fn accept_invitation(
    State(site): State<Site>,
    visitor: Visitor,
    ApiJson(asked): ApiJson<AcceptShape>,
) -> Result<Response, Problem> {
    let (secret, password, origin) = (&asked.secret, &asked.password, visitor.scope.origin());
    let account = site
        .identity
        .accept_invitation(secret, password, origin)
        .await?;
    Ok(unkept(Json(Myself::of(&account)).into_response()))
}

/// What a write has to bring along, attached to a request by the front door.
#[derive(Clone, Debug)]
pub struct CsrfToken(pub String);

/// The answer to somebody who has signed in, with the cookie.
pub(super) fn welcome(site: &Site, signed_in: &SignedIn) -> Response {
    let token = Some(signed_in.secret.csrf_token());
    let state = SessionState::of(&signed_in.account, &signed_in.session, token, None);
    with_cookie(site, signed_in, Json(state).into_response())
}

/// An answer with the cookie of a session.
pub(super) fn with_cookie(site: &Site, signed_in: &SignedIn, mut response: Response) -> Response {
    if let Some(cookie) = site.cookie.giving(signed_in.secret.reveal()) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    unkept(response)
}

pub(super) fn unkept(mut response: Response) -> Response {
    let not_kept = HeaderValue::from_static("no-store");
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, not_kept);
    response
}

impl Myself {
    fn of(account: &Account) -> Self {
        Self {
            id: account.id.to_string(),
            login: account.login.to_string(),
            name: account.name.as_str().to_owned(),
            language: word_of(account.lang),
            has_second_factor: account.second_factor_at.is_some(),
        }
    }
}

impl SessionState {
    const fn anonymous() -> Self {
        Self {
            state: "anonymous",
            account: None,
            csrf_token: None,
            expires_at: None,
            roles: Vec::new(),
        }
    }

    fn of(
        account: &Account,
        session: &Session,
        csrf_token: Option<String>,
        authority: Option<&Authority>,
    ) -> Self {
        let held = authority.into_iter().flat_map(|authority| &authority.held);
        let roles = held.map(|held| HeldShape {
            role: held.role.as_str(),
            name: held.role.name().into(),
            withheld: held.withheld.map(word_of_withheld),
        });
        let state = match session.assurance {
            Assurance::AwaitsCode => "awaits_code",
            Assurance::Password | Assurance::TwoFactors => "signed_in",
        };
        Self {
            state,
            account: Some(Myself::of(account)),
            csrf_token,
            expires_at: Some(session.expires_at.to_string()),
            roles: roles.collect(),
        }
    }
}
