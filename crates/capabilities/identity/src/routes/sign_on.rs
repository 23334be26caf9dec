//! Signing on through the provider of the organisation.

use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use form_urlencoded::Serializer;
use secrecy::SecretString;
use serde::Deserialize;
use utoipa::IntoParams;
use yanzhi_web_kit::{ApiQuery, Problem, Showing, Visitor};

use super::{Site, asking::agent, session::unkept};
use crate::{CameBack, IdentityError, NoCode, SignOnRefused, SignedOn};

/// Where a browser goes afterwards: the page leads on whoever is signed in, asks for a second factor, or says what was
/// refused.
const SIGN_IN_PAGE: &str = "/sign-in";

/// What the browser wants afterwards.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Afterwards {
    /// Where to go on this site; anything else is left out.
    back: Option<String>,
}

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
    /// Why there is none.
    error: Option<String>,
    /// Who says so.
    iss: Option<String>,
}

impl Back {
    fn answer(&self) -> Result<SecretString, NoCode> {
        let code = self.code.clone();
        code.ok_or(match self.error.as_deref() {
            Some("access_denied") => NoCode::Declined,
            _ => NoCode::Failed,
        })
    }
}

/// Sends the browser to the provider.
#[utoipa::path(
    get, path = "/session/sign-on", tag = "sign-in", operation_id = "begin_sign_on", params(Afterwards),
    responses((status = 303, description = "To the provider; back to the page for signing in when it does not answer"), Showing)
)]
pub(crate) async fn begin(
    State(site): State<Site>,
    ApiQuery(afterwards): ApiQuery<Afterwards>,
) -> Result<Response, Problem> {
    let begun = match site.identity.begin_sign_on(afterwards.back).await {
        Err(IdentityError::SignOn(why)) => return Ok(refused(&site, why)),
        begun => begun?.ok_or(IdentityError::Gone("provider to sign on with"))?,
    };
    let mut response = towards(&begun.address);
    if let Some(cookie) = site.cookie.giving_for_sign_on(begun.browser.reveal()) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    Ok(unkept(response))
}

/// Takes the browser back from the provider: signed in, or to the page for signing in with the reason.
#[utoipa::path(
    get, path = "/session/sign-on/callback", tag = "sign-in", operation_id = "finish_sign_on", params(Back),
    responses(
        (status = 303, description = "Signed in, or to the page for signing in, which says what was refused"),
        Showing
    )
)]
pub(crate) async fn finish(
    State(site): State<Site>,
    visitor: Visitor,
    headers: HeaderMap,
    ApiQuery(back): ApiQuery<Back>,
) -> Result<Response, Problem> {
    let back = CameBack {
        answer: back.answer(),
        state: back.state,
        issuer: back.iss,
        browser: site.cookie.sent_for_sign_on(&headers),
        agent: agent(&headers),
    };
    let origin = visitor.scope.origin();
    match site.identity.finish_sign_on(back, origin).await {
        Err(IdentityError::SignOn(why)) => Ok(refused(&site, why)),
        signed_on => Ok(welcome(&site, &signed_on?)),
    }
}

/// The page for signing in leads on whoever is signed in.
fn welcome(site: &Site, signed_on: &SignedOn) -> Response {
    let mut response = towards(&in_page("back", signed_on.back.as_deref()));
    let cookies = [
        site.cookie.giving(signed_on.signed_in.secret.reveal()),
        site.cookie.taking_for_sign_on(),
    ];
    for cookie in cookies.into_iter().flatten() {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    unkept(response)
}

/// The sign-on is over; the page for signing in says why, in the visitor's language.
fn refused(site: &Site, why: SignOnRefused) -> Response {
    let mut response = towards(&in_page("refused", Some(told(why))));
    if let Some(cookie) = site.cookie.taking_for_sign_on() {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    unkept(response)
}

/// The reason as far as somebody can act on it. Why an answer was not believed stands in the audit log only.
const fn told(why: SignOnRefused) -> &'static str {
    match why {
        SignOnRefused::NotBegunHere
        | SignOnRefused::Provider
        | SignOnRefused::Declined
        | SignOnRefused::Organisation
        | SignOnRefused::LoginTaken
        | SignOnRefused::NotActive => why.word(),
        _ => "sign-on-not-believed",
    }
}

/// The page for signing in, with something said to it.
fn in_page(name: &str, value: Option<&str>) -> String {
    let Some(value) = value else {
        return SIGN_IN_PAGE.to_owned();
    };
    let said = Serializer::new(String::new())
        .append_pair(name, value)
        .finish();
    format!("{SIGN_IN_PAGE}?{said}")
}

fn towards(address: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(address) = HeaderValue::from_str(address) {
        response.headers_mut().insert(header::LOCATION, address);
    }
    response
}
