//! What every request passes, and what is described and generated.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

use std::path::Path;

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Method, Request, Response, StatusCode},
};
use tower::ServiceExt as _;
use yanzhi_kernel::access::Action;
use yanzhi_server::{Config, HttpSection, SCHEMA, router};
use yanzhi_testkit::{TestDatabase, each_database};

mod abuse;
mod first_start;
mod running;
mod slow;
#[path = "../support/mod.rs"]
mod support;

fn app(database: &TestDatabase) -> Router {
    router(&support::platform(database, 1), &HttpSection::default())
}

async fn ask(app: &Router, method: Method, path: &str) -> Response<Body> {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header("x-request-id", "mine");
    app.clone()
        .oneshot(request.body(Body::empty()).unwrap())
        .await
        .unwrap()
}

#[tokio::test]
async fn every_answer_carries_the_guards_and_an_id_of_ours() {
    each_database(&SCHEMA, async |database| {
        let app = app(database);
        for (path, status) in [
            ("/healthz", StatusCode::OK),
            ("/readyz", StatusCode::OK),
            ("/metrics", StatusCode::OK),
            ("/openapi.json", StatusCode::OK),
            ("/api/v1/strategies", StatusCode::OK),
            ("/api/v1/strategies/none", StatusCode::NOT_FOUND),
            ("/api/v1/none", StatusCode::NOT_FOUND),
            ("/assets/../../Cargo.toml", StatusCode::NOT_FOUND),
            ("/any/page", StatusCode::OK),
        ] {
            let response = ask(&app, Method::GET, path).await;
            assert_eq!(response.status(), status, "{path}");
            let headers = response.headers();
            let policy = headers["content-security-policy"].to_str().unwrap();
            assert!(
                policy.contains("script-src 'self';") && policy.contains("frame-ancestors 'none'"),
                "{path}"
            );
            assert_eq!(headers["x-content-type-options"], "nosniff", "{path}");
            assert_eq!(headers["referrer-policy"], "no-referrer", "{path}");
            assert_ne!(headers["x-request-id"], "mine", "{path}");
            assert!(!headers.contains_key("server"), "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_pages_are_served_where_they_were_built() {
    let built = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../web/dist/index.html")
        .exists();
    each_database(&SCHEMA, async |database| {
        let app = app(database);
        for path in ["/", "/ningbo", "/ningbo/units/330203"] {
            let response = ask(&app, Method::GET, path).await;
            let kind = response.headers()["content-type"]
                .to_str()
                .unwrap()
                .to_owned();
            let wanted = if built { "text/html" } else { "text/plain" };
            assert!(kind.starts_with(wanted), "{path}: {kind}");
            let body = to_bytes(response.into_body(), 1_000_000).await.unwrap();
            let text = String::from_utf8(body.to_vec()).unwrap();
            assert!(
                text.contains(if built {
                    "<div id=\"root\">"
                } else {
                    "npm run build"
                }),
                "{text}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_only_read_cannot_be_written() {
    each_database(&SCHEMA, async |database| {
        let app = app(database);
        for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
            for path in [
                "/",
                "/api/v1/strategies",
                "/api/v1/strategies/x/league-table",
                "/healthz",
            ] {
                let response = ask(&app, method.clone(), path).await;
                assert_eq!(
                    response.status(),
                    StatusCode::METHOD_NOT_ALLOWED,
                    "{method} {path}"
                );
                assert_eq!(
                    response.headers()["content-type"],
                    "application/problem+json; charset=utf-8"
                );
            }
        }
    })
    .await;
}

#[tokio::test]
async fn requests_are_counted_by_route_and_not_by_path() {
    each_database(&SCHEMA, async |database| {
        let app = app(database);
        for strategy in ["a", "b"] {
            ask(&app, Method::GET, &format!("/api/v1/strategies/{strategy}")).await;
        }
        let response = ask(&app, Method::GET, "/metrics").await;
        let text = to_bytes(response.into_body(), 100_000).await.unwrap();
        let text = String::from_utf8(text.to_vec()).unwrap();
        let line = "yanzhi_http_requests_total{method=\"GET\",route=\"/api/v1/strategies/{strategy}\",status=\"404\"} 2";
        assert!(text.contains(line), "{text}");
    })
    .await;
}

#[test]
fn the_committed_description_is_that_of_the_routes() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../openapi/api.json");
    let committed = std::fs::read_to_string(file).unwrap();
    let generated = yanzhi_server::openapi_document().unwrap();
    assert!(
        committed == generated,
        "openapi/api.json is stale: run `yanzhi openapi > openapi/api.json`"
    );
}

#[test]
fn every_operation_has_a_name_of_its_own_and_describes_its_problems() {
    let document: serde_json::Value =
        serde_json::from_str(&yanzhi_server::openapi_document().unwrap()).unwrap();
    let mut names = std::collections::BTreeSet::new();
    for (path, operations) in document["paths"].as_object().unwrap() {
        assert!(path.starts_with("/api/v1/"), "{path}");
        for (method, operation) in operations.as_object().unwrap() {
            let name = operation["operationId"].as_str().unwrap();
            assert!(names.insert(name.to_owned()), "{name} stands twice");
            let action = operation["x-action"].as_str().unwrap_or_default();
            let is_known = action == "public" || action.parse::<Action>().is_ok();
            assert!(
                is_known,
                "{method} {path} says neither its action nor that it is public: {action:?}"
            );
            let has_parameters = !operation["parameters"].is_null();
            let problems = &operation["responses"];
            assert!(!has_parameters || !problems["404"].is_null(), "{name}");
            assert!(action == "public" || !problems["401"].is_null(), "{name}");
            assert!(action == "public" || !problems["403"].is_null(), "{name}");
        }
    }
    assert!(names.len() > 40, "{}", names.len());
}

#[test]
fn a_configuration_with_a_slip_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("yanzhi.toml");
    for (text, part) in [
        ("[http]\nlissten = \"127.0.0.1:1\"\n", "lissten"),
        ("[http]\nlisten = 5\nmax_requests = \"many\"\n", "many"),
        ("[http\n", "http"),
    ] {
        std::fs::write(&file, text).unwrap();
        let error = Config::load(Some(&file)).unwrap_err().to_string();
        assert!(
            error.contains(part) && error.contains("operations.md"),
            "{error}"
        );
    }
    std::fs::write(
        &file,
        "[http]\nlisten = \"nowhere\"\n[engine]\nthreads = 2\n",
    )
    .unwrap();
    let config = Config::load(Some(&file)).unwrap();
    assert_eq!(config.engine.threads, 2);
    let error = config.validate().unwrap_err().to_string();
    assert!(
        error.contains("http.listen") && error.contains("nowhere"),
        "{error}"
    );
    assert!(Config::load(Some(&folder.path().join("none.toml"))).is_err());
}
