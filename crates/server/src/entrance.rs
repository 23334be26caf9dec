//! Who asks? Worked out before any route of the API, and every refused attempt written into the audit log after it.

use std::{net::IpAddr, sync::Arc};

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use tower_http::request_id::RequestId;
use yanzhi_audit::{Event, Outcome};
use yanzhi_identity::{Authentication, Credential, Identity, routes::CsrfToken};
use yanzhi_kernel::{Clock, Origin, Scope, Text};
use yanzhi_storage::Db;
use yanzhi_web_kit::{Problem, Proof, SessionCookie, Visitor};

use crate::{
    HttpSection, Platform,
    client::{self, Peer},
    limits::Limits,
};

const CSRF: HeaderName = HeaderName::from_static("x-csrf-token");
const API: &str = "/api/";

/// What the entrance works with.
#[derive(Clone)]
pub(crate) struct Entrance {
    db: Db,
    clock: Arc<dyn Clock>,
    identity: Identity,
    cookie: SessionCookie,
    limits: Limits,
    proxies: Arc<[IpAddr]>,
}

impl Entrance {
    pub(crate) fn new(platform: &Platform, http: &HttpSection) -> Self {
        Self {
            db: platform.db.clone(),
            clock: Arc::clone(&platform.clock),
            identity: platform.identity.clone(),
            cookie: http.session_cookie(),
            limits: Limits::new(http),
            proxies: http.trusted_proxies.as_slice().into(),
        }
    }

    fn origin(&self, request: &Request) -> Origin {
        let peer = request.extensions().get::<Peer>().copied();
        let id = request.extensions().get::<RequestId>();
        let id = id.and_then(|id| id.header_value().to_str().ok());
        Origin {
            address: client::address(peer, request.headers(), &self.proxies),
            request: id.map(str::to_owned),
            via: None,
        }
    }

    async fn authenticate(
        &self,
        headers: &HeaderMap,
        origin: Origin,
    ) -> Result<Authentication, Problem> {
        let cookie = self.cookie.sent(headers);
        let credential = match bearer(headers) {
            Some(token) => Some(Credential::Bearer(token)),
            None => cookie.as_deref().map(Credential::Cookie),
        };
        Ok(self.identity.authenticate(credential, origin).await?)
    }

    async fn write_down(&self, scope: &Scope, event: Event) -> Result<(), Problem> {
        let failed = |error: &dyn std::fmt::Display| {
            tracing::error!(%error, "a refused attempt could not be written into the audit log");
            Problem::internal()
        };
        let tx = self.db.write().await.map_err(|error| failed(&error))?;
        let now = self.clock.now();
        yanzhi_audit::record(&tx, scope, now, event)
            .await
            .map_err(|error| failed(&error))?;
        tx.commit().await.map_err(|error| failed(&error))
    }
}

/// Middleware: attaches the visitor. Pages and health are for everybody, so nobody is looked up for them.
pub(crate) async fn name_visitor(
    State(entrance): State<Entrance>,
    mut request: Request,
    next: Next,
) -> Response {
    let headers = request.headers();
    if !request.uri().path().starts_with(API) {
        let visitor = Visitor::new(Scope::public(entrance.clock.now()), headers);
        request.extensions_mut().insert(visitor);
        return next.run(request).await;
    }
    // PostgreSQL stores no such character, and no name or code has one.
    if request.uri().to_string().contains("%00") {
        return StatusCode::BAD_REQUEST.into_response();
    }
    let origin = entrance.origin(&request);
    let path = request.uri().path();
    if let Some(wait) = entrance.limits.wait(origin.address, request.method(), path) {
        return Problem::too_many(wait).into_response();
    }
    let subject = format!("{} {path}", request.method());
    let found = match entrance.authenticate(headers, origin).await {
        Ok(found) => found,
        Err(problem) => return problem.into_response(),
    };
    let scope = found.scope.clone();
    if client::is_cross_site(request.method(), request.uri(), headers) {
        return refuse_cross_site(&entrance, &scope, subject).await;
    }
    attach(found, &mut request);
    let response = next.run(request).await;
    write_refusal_down(&entrance, &scope, subject, response).await
}

/// Lets the routes know who asks, by which session, and what the request has shown.
fn attach(found: Authentication, request: &mut Request) {
    let proof = proof(&found, request.headers());
    let visitor = Visitor::new(found.scope, request.headers()).with_proof(proof);
    let attached = request.extensions_mut();
    attached.insert(visitor);
    if let Some(session) = found.session {
        attached.insert(session);
    }
    if let Some(token) = found.csrf_token {
        attached.insert(CsrfToken(token));
    }
}

/// What a request with a cookie has shown: the token is compared by digest, which takes the same time for any guess.
fn proof(found: &Authentication, headers: &HeaderMap) -> Proof {
    let Some(wanted) = &found.csrf_token else {
        return Proof::NotNeeded;
    };
    let sent = headers.get(CSRF).and_then(|value| value.to_str().ok());
    let digest = yanzhi_kernel::Digest::of;
    if sent.is_some_and(|sent| digest(sent) == digest(wanted)) {
        Proof::Given
    } else {
        Proof::Missing
    }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// An attempt that was refused is an entry of the log; if it cannot be written, the answer is a failure of ours.
async fn write_refusal_down(
    entrance: &Entrance,
    scope: &Scope,
    subject: String,
    response: Response,
) -> Response {
    let problem = response.extensions().get::<Problem>();
    let Some(refusal) = problem.and_then(Problem::refusal) else {
        return response;
    };
    let event = Event::refused(refusal, subject);
    match entrance.write_down(scope, event).await {
        Ok(()) => response,
        Err(problem) => problem.into_response(),
    }
}

async fn refuse_cross_site(entrance: &Entrance, scope: &Scope, subject: String) -> Response {
    let event = Event {
        outcome: Outcome::Refused,
        reason: Some("cross-site"),
        ..Event::done("request.cross_site", subject)
    };
    if let Err(problem) = entrance.write_down(scope, event).await {
        return problem.into_response();
    }
    let problem = Problem::new(
        StatusCode::FORBIDDEN,
        "cross-site",
        Text::new("来自其他网站的请求", "Request from another site"),
        Text::new(
            "请求来自其他网站的页面，已拒绝：请在本系统的页面中操作。",
            "A page of another site made this request, so it was refused: use the pages of this system.",
        ),
    );
    problem.into_response()
}
