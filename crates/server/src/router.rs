//! The product's table of contents.

use std::sync::Arc;

use axum::{Router, middleware::from_fn};
use utoipa_axum::router::OpenApiRouter;
use yanzhi_scoring::Scoring;
use yanzhi_web_kit::etag;

use crate::{HttpSection, Platform, front_door, health, openapi, recompute::Recompute, web_pages};

/// Every address the product answers to.
pub fn router(platform: &Platform, http: &HttpSection) -> Router {
    let (api, document) = api(platform, http).split_for_parts();
    let api = api.layer(from_fn(etag::tag));
    let pages = Router::new()
        .merge(health::routes(platform.clone()))
        .merge(openapi::routes(document))
        .merge(api)
        .fallback(web_pages::serve);
    front_door::guard(pages, platform, http)
}

/// The API: one line a capability.
pub(crate) fn api(platform: &Platform, http: &HttpSection) -> OpenApiRouter {
    let organisations = yanzhi_organisations::routes::Site {
        db: platform.db.clone(),
        clock: Arc::clone(&platform.clock),
        ids: Arc::clone(&platform.ids),
    };
    let identity = yanzhi_identity::routes::Site {
        identity: platform.identity.clone(),
        cookie: http.session_cookie(),
    };
    let audit = yanzhi_audit::routes::Site {
        db: platform.db.clone(),
        clock: Arc::clone(&platform.clock),
    };
    let catalogue = yanzhi_catalogue::routes::Site {
        db: platform.db.clone(),
        clock: Arc::clone(&platform.clock),
        ids: Arc::clone(&platform.ids),
    };
    let figures = yanzhi_figures::routes::Site {
        db: platform.db.clone(),
    };
    let collection = yanzhi_collection::routes::Site {
        db: platform.db.clone(),
        clock: Arc::clone(&platform.clock),
        ids: Arc::clone(&platform.ids),
        evidence: platform.evidence.clone(),
        after_approval: Arc::new(Recompute::new(platform)),
    };
    let scoring = Scoring::new(
        platform.db.clone(),
        Arc::clone(&platform.clock),
        platform.threads,
    );
    let desk = yanzhi_scoring::routes::Desk {
        scoring: scoring.clone(),
        clock: Arc::clone(&platform.clock),
        ids: Arc::clone(&platform.ids),
    };
    let capabilities = OpenApiRouter::new()
        .merge(yanzhi_identity::routes::router(identity))
        .merge(yanzhi_organisations::routes::router(organisations))
        .merge(yanzhi_audit::routes::router(audit))
        .merge(yanzhi_catalogue::routes::router(catalogue))
        .merge(yanzhi_figures::routes::router(figures))
        .merge(yanzhi_collection::routes::router(collection))
        .merge(yanzhi_scoring::routes::router(scoring))
        .merge(yanzhi_scoring::routes::desk(desk));
    OpenApiRouter::with_openapi(openapi::base()).nest("/api/v1", capabilities)
}
