//! The product's table of contents.

use axum::{Router, middleware::from_fn};
use utoipa_axum::router::OpenApiRouter;
use yanzhi_scoring::Scoring;
use yanzhi_web_kit::etag;

use crate::{HttpSection, Platform, front_door, health, openapi, web_pages};

/// Every address the product answers to.
pub fn router(platform: &Platform, http: &HttpSection) -> Router {
    let (api, document) = api(platform).split_for_parts();
    let api = api.layer(from_fn(etag::tag));
    let pages = Router::new()
        .merge(health::routes(platform.clone()))
        .merge(openapi::routes(document))
        .merge(api)
        .fallback(web_pages::serve);
    front_door::guard(pages, platform, http)
}

/// The API: one line a capability.
pub(crate) fn api(platform: &Platform) -> OpenApiRouter {
    let scoring = Scoring::new(platform.db.clone(), platform.threads);
    let capabilities = OpenApiRouter::new().merge(yanzhi_scoring::routes::router(scoring));
    OpenApiRouter::with_openapi(openapi::base()).nest("/api/v1", capabilities)
}
