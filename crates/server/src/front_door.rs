//! What every request passes: limits, names and guards.

use std::{any::Any, sync::Arc};

use axum::{
    Extension, Router,
    extract::{DefaultBodyLimit, Request, State},
    http::{HeaderName, HeaderValue, StatusCode, header},
    middleware::{Next, from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
};
use tokio::sync::Semaphore;
use tower::ServiceBuilder;
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::CompressionLayer,
    request_id::{MakeRequestId, PropagateRequestIdLayer, RequestId, SetRequestIdLayer},
    set_header::SetResponseHeaderLayer,
    timeout::TimeoutLayer,
    trace::TraceLayer,
};
use yanzhi_kernel::{Clock, IdSource};
use yanzhi_web_kit::{Problem, problem};

use crate::{
    HttpSection, Platform,
    entrance::{self, Entrance},
    metrics::{self, Metrics},
};

/// Bodies are short: a name, a password. A route that takes more says so itself.
const BODY_LIMIT: usize = 64 * 1024;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// What a browser is told with every answer. Styles are written by the component library while it runs.
const GUARDS: [(HeaderName, &str); 6] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
         object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "no-referrer"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=()",
    ),
];

/// Puts the front door before the pages.
pub(crate) fn guard(pages: Router, platform: &Platform, http: &HttpSection) -> Router {
    let metrics = Metrics::new();
    let places = Arc::new(Semaphore::new(http.max_requests));
    let inner = ServiceBuilder::new()
        .layer(from_fn(problem::render))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(places, within_limits))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            http.request_timeout(),
        ))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(from_fn_with_state(
            Entrance::new(platform, http),
            entrance::name_visitor,
        ));
    let mut door = pages
        .layer(inner)
        .layer(CompressionLayer::new())
        .layer(Extension(metrics.clone()))
        .layer(from_fn_with_state(metrics, metrics::count));
    for (name, value) in GUARDS {
        let value = HeaderValue::from_static(value);
        // A route may be stricter than the pages: a file that somebody handed in runs and shows nothing at all.
        door = if name == header::CONTENT_SECURITY_POLICY {
            door.layer(SetResponseHeaderLayer::if_not_present(name, value))
        } else {
            door.layer(SetResponseHeaderLayer::overriding(name, value))
        };
    }
    if http.is_behind_tls() {
        let year = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        let name = header::STRICT_TRANSPORT_SECURITY;
        door = door.layer(SetResponseHeaderLayer::overriding(name, year));
    }
    let make_id = RequestIds {
        clock: Arc::clone(&platform.clock),
        ids: Arc::clone(&platform.ids),
    };
    door.layer(
        ServiceBuilder::new()
            .layer(from_fn(forget_foreign_id))
            .layer(SetRequestIdLayer::new(REQUEST_ID, make_id))
            .layer(TraceLayer::new_for_http().make_span_with(span))
            .layer(PropagateRequestIdLayer::new(REQUEST_ID)),
    )
}

/// The span of a request: its id, method and path. The query may hold what does not belong in a log.
fn span(request: &Request) -> tracing::Span {
    let id = request
        .extensions()
        .get::<RequestId>()
        .and_then(|id| id.header_value().to_str().ok());
    tracing::info_span!("request", id, method = %request.method(), path = request.uri().path())
}

/// Ids of requests are ours: one that a client sends is not believed.
async fn forget_foreign_id(mut request: Request, next: Next) -> Response {
    request.headers_mut().remove(REQUEST_ID);
    next.run(request).await
}

#[derive(Clone)]
struct RequestIds {
    clock: Arc<dyn Clock>,
    ids: Arc<dyn IdSource>,
}

impl MakeRequestId for RequestIds {
    fn make_request_id<B>(&mut self, _request: &axum::http::Request<B>) -> Option<RequestId> {
        let id = self.ids.next_uuid(self.clock.now()).to_string();
        HeaderValue::from_str(&id).ok().map(RequestId::new)
    }
}

/// Answers 503 rather than queueing without end.
async fn within_limits(
    State(places): State<Arc<Semaphore>>,
    request: Request,
    next: Next,
) -> Response {
    match places.try_acquire() {
        Ok(_place) => next.run(request).await,
        Err(_) => Problem::busy().into_response(),
    }
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "the layer hands the reason over"
)]
fn panicked(reason: Box<dyn Any + Send + 'static>) -> Response {
    let text = reason.downcast_ref::<&str>().map(ToString::to_string);
    let text = text
        .or_else(|| reason.downcast_ref::<String>().cloned())
        .unwrap_or_default();
    tracing::error!(reason = text, "a request panicked");
    Problem::internal().into_response()
}
