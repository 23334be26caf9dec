//! Signing on through the provider of the organisation.

use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use secrecy::SecretString;
use serde::Deserialize;
use utoipa::IntoParams;
use yanzhi_web_kit::{ApiQuery, Problem, ProblemBody, Showing, Visitor};

use super::{Site, asking::agent, session::unkept};
use crate::{CameBack, IdentityError, SignOnRefused};

/// Where a browser goes after it has signed on.
const WELCOME: &str = "/";

/// What comes back by way of the browser.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Back {
    /// What was sent along.
    #[serde(default)]
    state: String,
    /// What the provider gives for a token.
    #[param(value_type = Option<String>)]
    code: Option<SecretString>,
}

/// Sends the browser to the provider.
#[utoipa::path(
    get, path = "/session/sign-on", tag = "sign-in", operation_id = "begin_sign_on",
    responses((status = 303, description = "To the provider"), Showing)
)]
pub(crate) async fn begin(State(site): State<Site>) -> Result<Response, Problem> {
    let begun = site.identity.begin_sign_on().await?;
    let begun = begun.ok_or(IdentityError::Gone("provider to sign on with"))?;
    let mut response = towards(&begun.address);
    if let Some(cookie) = site.cookie.giving_for_sign_on(begun.browser.reveal()) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    Ok(unkept(response))
}

/// Takes the browser back from the provider, signed in.
#[utoipa::path(
    get, path = "/session/sign-on/callback", tag = "sign-in", operation_id = "finish_sign_on", params(Back),
    responses(
        (status = 303, description = "Signed in"),
        (status = 422, description = "Signing on did not work", body = ProblemBody, content_type = "application/problem+json"),
        Showing
    )
)]
pub(crate) async fn finish(
    State(site): State<Site>,
    visitor: Visitor,
    headers: HeaderMap,
    ApiQuery(back): ApiQuery<Back>,
) -> Result<Response, Problem> {
    let code = back
        .code
        .ok_or(IdentityError::SignOn(SignOnRefused::Provider))?;
    let back = CameBack {
        state: back.state,
        code,
        browser: site.cookie.sent_for_sign_on(&headers),
        agent: agent(&headers),
    };
    let signed_in = site
        .identity
        .finish_sign_on(back, visitor.scope.origin())
        .await?;
    let mut response = towards(WELCOME);
    let cookies = [
        site.cookie.giving(signed_in.secret.reveal()),
        site.cookie.taking_for_sign_on(),
    ];
    for cookie in cookies.into_iter().flatten() {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(unkept(response))
}

fn towards(address: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(address) = HeaderValue::from_str(address) {
        response.headers_mut().insert(header::LOCATION, address);
    }
    response
}
