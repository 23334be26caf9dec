//! The read API of the public site.

mod answers;
mod explanation;
mod export;
mod indicators;
mod league_table;
mod places;
mod profile;
mod publication;
mod shapes;
mod strategies;

use answers::Site;
use axum::http::StatusCode;
pub use publication::Desk;
use utoipa::openapi::OpenApi;
use utoipa_axum::{router::OpenApiRouter, routes};
use yanzhi_figures::FiguresError;
use yanzhi_kernel::{Text, access::Action};
use yanzhi_web_kit::{Problem, guarded, open};

use crate::{Scoring, ScoringError, refusal};

/// The routes, below `/api/v1`.
pub fn router(scoring: Scoring) -> OpenApiRouter {
    routes().with_state(Site::new(scoring))
}

/// The description of the routes.
pub fn document() -> OpenApi {
    let mut document = routes().into_openapi();
    document.merge(desk_routes().into_openapi());
    document
}

/// The routes that publish an index, below `/api/v1`.
pub fn desk(desk: Desk) -> OpenApiRouter {
    desk_routes().with_state(desk)
}

fn desk_routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new()
        .routes(guarded(
            Action::CatalogueRead,
            routes!(publication::attempt),
        ))
        .routes(guarded(
            Action::CataloguePublish,
            routes!(publication::publish),
        ))
}

fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(open(routes!(strategies::list)))
        .routes(open(routes!(strategies::show)))
        .routes(open(routes!(strategies::framework)))
        .routes(open(routes!(strategies::periods)))
        .routes(open(routes!(strategies::units)))
        .routes(open(routes!(league_table::show)))
        .routes(open(routes!(export::league_table)))
        .routes(open(routes!(profile::show)))
        .routes(open(routes!(explanation::show)))
        .routes(open(routes!(indicators::list)))
        .routes(open(routes!(indicators::show)))
}

impl From<ScoringError> for Problem {
    fn from(error: ScoringError) -> Self {
        let error = match error {
            ScoringError::Figures(error @ FiguresError::TimeZone(_)) => return error.into(),
            ScoringError::Catalogue(error) => return error.into(),
            error => error,
        };
        let (code, title) = match &error {
            ScoringError::UnknownStrategy(_) => (
                "strategy-not-found",
                Text::new("没有这个战略", "No such strategy"),
            ),
            ScoringError::UnknownUnit(_) => (
                "unit-not-found",
                Text::new("没有这个评价对象", "No such unit"),
            ),
            ScoringError::UnknownNode(_) => (
                "node-not-found",
                Text::new("指标体系中没有这个节点", "No such node"),
            ),
            ScoringError::UnknownIndicator(_) => (
                "indicator-not-found",
                Text::new("没有这个指标", "No such indicator"),
            ),
            ScoringError::UnknownPeriod { .. } => (
                "period-not-found",
                Text::new("没有这个期别", "No such period"),
            ),
            ScoringError::UnknownGroup(_) => (
                "group-not-found",
                Text::new("没有这个分组", "No such group"),
            ),
            ScoringError::NoRun(_) => (
                "index-not-computed",
                Text::new("指数尚未计算", "The index is not computed yet"),
            ),
            ScoringError::NothingThen(_) => (
                "index-not-computed-then",
                Text::new("当时尚无指数", "There was no index yet"),
            ),
            ScoringError::NotComputable { .. } | ScoringError::ScoresMissing { .. } => {
                return not_publishable(&error);
            }
            _ => {
                tracing::error!(%error, "request failed");
                return Self::internal();
            }
        };
        Self::new(StatusCode::NOT_FOUND, code, title, refusal(&error))
    }
}

/// The figures that there are do not carry the version.
fn not_publishable(error: &ScoringError) -> Problem {
    let code = match error {
        ScoringError::ScoresMissing { .. } => "scores-missing",
        _ => "index-not-computable",
    };
    let title = Text::new("算不出完整的指数", "No complete index");
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    Problem::new(status, code, title, refusal(error))
}
