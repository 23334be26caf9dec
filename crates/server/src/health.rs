//! Is the process alive, can it work, and what has it done?

use axum::{
    Extension, Json, Router,
    extract::State,
    http::{StatusCode, header},
    response::IntoResponse,
    routing::get,
};
use serde_json::json;

use crate::{Platform, SCHEMA, metrics::Metrics};

/// `/healthz`, `/readyz` and `/metrics`.
pub(crate) fn routes(platform: Platform) -> Router {
    Router::new()
        .route("/readyz", get(ready))
        .with_state(platform)
        .route(
            "/healthz",
            get(|| async { Json(json!({ "status": "alive" })) }),
        )
        .route("/metrics", get(measured))
}

async fn ready(State(platform): State<Platform>) -> impl IntoResponse {
    let trusted = platform.db.self_check().await.map(drop);
    let checked = match trusted {
        Ok(()) => SCHEMA.check(&platform.db).await,
        Err(error) => Err(error),
    };
    match checked {
        Ok(()) => (StatusCode::OK, Json(json!({ "status": "ready" }))).into_response(),
        Err(error) => {
            tracing::error!(%error, "not ready");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

async fn measured(Extension(metrics): Extension<Metrics>) -> impl IntoResponse {
    match metrics.text() {
        Ok(text) => {
            let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
            ([(header::CONTENT_TYPE, kind)], text).into_response()
        }
        Err(error) => {
            tracing::error!(%error, "metrics cannot be written");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
