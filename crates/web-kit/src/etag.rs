//! Entity tags: an answer that the visitor already has is not sent again.

use axum::{
    body::Body,
    extract::Request,
    http::{
        HeaderMap, HeaderValue, Method, StatusCode,
        header::{self, InvalidHeaderValue},
    },
    middleware::Next,
    response::{IntoResponse, Response},
};
use http_body_util::BodyExt as _;
use yanzhi_kernel::Digest;

use crate::Problem;

/// The tag of an answer with this fingerprint.
pub(crate) fn of(digest: &Digest) -> Result<HeaderValue, InvalidHeaderValue> {
    let tag = digest.as_str().get(..32).unwrap_or_default();
    HeaderValue::from_str(&format!("\"{tag}\""))
}

/// Middleware: tags each successful answer to a GET with the fingerprint of its bytes, unless it brings its
/// tag with it, and answers `304 Not Modified` when `If-None-Match` names it.
pub async fn tag(request: Request, next: Next) -> Response {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let known = request.headers().get(header::IF_NONE_MATCH).cloned();
    let response = next.run(request).await;
    if !is_read || response.status() != StatusCode::OK {
        return response;
    }
    let Some(mut response) = tagged(response).await else {
        return Problem::internal().into_response();
    };
    let headers = response.headers_mut();
    // What is not for everybody is not kept anywhere; the guard of its route has said so.
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-cache"));
    let varies = HeaderValue::from_static("accept-language, accept-encoding");
    headers.insert(header::VARY, varies);
    let own = headers.get(header::ETAG);
    if known
        .zip(own)
        .is_some_and(|(known, own)| names(&known, own))
    {
        return not_modified(headers);
    }
    response
}

/// The answer with its tag; none when its body breaks off.
async fn tagged(response: Response) -> Option<Response> {
    if response.headers().contains_key(header::ETAG) {
        return Some(response);
    }
    let (mut parts, body) = response.into_parts();
    let bytes = body.collect().await.ok()?.to_bytes();
    if let Ok(tag) = of(&Digest::of(&bytes)) {
        parts.headers.insert(header::ETAG, tag);
    }
    Some(Response::from_parts(parts, Body::from(bytes)))
}

fn names(known: &HeaderValue, tag: &HeaderValue) -> bool {
    let (Ok(list), Ok(tag)) = (known.to_str(), tag.to_str()) else {
        return false;
    };
    list.split(',')
        .map(str::trim)
        .any(|one| one == "*" || one.trim_start_matches("W/") == tag)
}

fn not_modified(headers: &HeaderMap) -> Response {
    let mut response = StatusCode::NOT_MODIFIED.into_response();
    for name in [header::ETAG, header::CACHE_CONTROL, header::VARY] {
        if let Some(value) = headers.get(&name) {
            response.headers_mut().insert(name, value.clone());
        }
    }
    response
}

#[cfg(test)]
mod tests {
    use axum::{Router, middleware::from_fn, routing::get};
    use tower::ServiceExt as _;

    use super::*;

    async fn ask(known: Option<&str>) -> Response {
        let routes = Router::new()
            .route("/", get(|| async { "宁波" }))
            .layer(from_fn(tag));
        let mut request = Request::get("/");
        if let Some(known) = known {
            request = request.header("if-none-match", known);
        }
        routes
            .oneshot(request.body(Body::empty()).unwrap())
            .await
            .unwrap()
    }

    #[tokio::test]
    async fn what_the_visitor_has_is_not_sent_again() {
        let first = ask(None).await;
        assert_eq!(first.status(), StatusCode::OK);
        let tag = first.headers()["etag"].to_str().unwrap().to_owned();
        assert_eq!(ask(Some(&tag)).await.status(), StatusCode::NOT_MODIFIED);
        assert_eq!(
            ask(Some(&format!("\"x\", W/{tag}"))).await.status(),
            StatusCode::NOT_MODIFIED
        );
        assert_eq!(ask(Some("\"other\"")).await.status(), StatusCode::OK);
    }
}
