//! The web pages, built into the program.

use axum::{
    http::{HeaderValue, Method, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use rust_embed::RustEmbed;

/// `web/dist` as it was when the program was built; the build makes it when it is not there, empty then.
#[derive(RustEmbed)]
#[folder = "../../web/dist"]
struct Pages;

const INDEX: &str = "index.html";
/// Files under this folder have their fingerprint in their name.
const FINGERPRINTED: &str = "assets/";

/// A file of the pages; every other address is the page itself, which finds its way by the address.
pub(crate) async fn serve(method: Method, uri: Uri) -> Response {
    if method != Method::GET && method != Method::HEAD {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let path = uri.path().trim_start_matches('/');
    if path.starts_with("api/") || path.starts_with(FINGERPRINTED) && Pages::get(path).is_none() {
        return StatusCode::NOT_FOUND.into_response();
    }
    match Pages::get(path) {
        Some(file) if !path.is_empty() => answer(path, file.data.into_owned()),
        _ => page(),
    }
}

fn page() -> Response {
    match Pages::get(INDEX) {
        Some(file) => answer(INDEX, file.data.into_owned()),
        None => not_built(),
    }
}

fn answer(path: &str, bytes: Vec<u8>) -> Response {
    let kind = mime_guess::from_path(path).first_or_octet_stream();
    let kind = if kind.type_() == "text" {
        format!("{kind}; charset=utf-8")
    } else {
        kind.to_string()
    };
    let kind = HeaderValue::from_str(&kind)
        .unwrap_or(HeaderValue::from_static("application/octet-stream"));
    let keep = if path.starts_with(FINGERPRINTED) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, HeaderValue::from_static(keep)),
    ];
    (headers, bytes).into_response()
}

/// A program that was built before its pages says so.
fn not_built() -> Response {
    let text = "网页尚未构建：请在 web/ 目录运行 npm ci && npm run build，然后重新编译；接口位于 /api/v1。\n\
                The web pages were not built: run `npm ci && npm run build` in web/ and build the program again; \
                the API is at /api/v1.\n";
    (
        StatusCode::OK,
        [(header::CONTENT_TYPE, "text/plain; charset=utf-8")],
        text,
    )
        .into_response()
}
