//! Rounds and submissions over HTTP.

mod again;
mod cells;
mod evidence;
mod grid;
mod history;
mod idempotency;
mod people;
mod problems;
mod progress;
mod review;
mod round_shapes;
mod rounds;
mod submission_shapes;
mod submissions;
mod workbench;

use std::sync::Arc;

use axum::extract::DefaultBodyLimit;
use utoipa::openapi::OpenApi;
use utoipa_axum::{
    router::{OpenApiRouter, UtoipaMethodRouter},
    routes,
};
use yanzhi_kernel::{Clock, IdSource, access::Action};
use yanzhi_storage::{Db, WriteTx};
use yanzhi_web_kit::{Visitor, guarded};

use crate::{CollectionError, Doing, EvidenceFolder};

/// Largest body that carries cells: a round has at most 20,000 of them, and a page sends what was pasted in parts.
const CELLS_LIMIT: usize = 2 * 1024 * 1024;

/// What the handlers work with.
#[derive(Clone)]
pub struct Site {
    /// The database.
    pub db: Db,
    /// The present.
    pub clock: Arc<dyn Clock>,
    /// New ids.
    pub ids: Arc<dyn IdSource>,
    /// Where files are kept.
    pub evidence: EvidenceFolder,
    /// What is done when figures were approved.
    pub after_approval: Arc<dyn AfterApproval>,
}

/// What follows an approval, once it lasts: the index is computed anew. What is to be done stands in the database, so that
/// it is done later when it fails or is broken off; see [`recomputations`](crate::recomputations).
#[async_trait::async_trait]
pub trait AfterApproval: Send + Sync {
    /// Does all that is to be done.
    async fn run(&self);
}

impl Site {
    async fn begin(&self) -> Result<WriteTx, CollectionError> {
        Ok(self.db.write().await?)
    }

    fn doing<'a>(&'a self, visitor: &'a Visitor) -> Doing<'a> {
        Doing {
            scope: &visitor.scope,
            ids: self.ids.as_ref(),
            now: self.clock.now(),
        }
    }
}

/// The routes, below `/api/v1`.
pub fn router(site: Site) -> OpenApiRouter {
    routes().with_state(site)
}

/// The description of the routes.
pub fn document() -> OpenApi {
    routes().into_openapi()
}

fn routes() -> OpenApiRouter<Site> {
    let cells = guarded(Action::SubmissionEdit, routes!(cells::save));
    OpenApiRouter::new()
        .routes(guarded(Action::RoundRead, routes!(rounds::list)))
        .routes(guarded(Action::RoundManage, routes!(rounds::create)))
        .routes(guarded(Action::RoundRead, routes!(rounds::show)))
        .routes(guarded(Action::RoundManage, routes!(rounds::edit)))
        .routes(guarded(Action::RoundManage, routes!(rounds::open)))
        .routes(guarded(Action::RoundManage, routes!(rounds::close)))
        .routes(guarded(Action::RoundManage, routes!(rounds::design)))
        .routes(guarded(Action::SubmissionRead, routes!(submissions::list)))
        .routes(guarded(Action::SubmissionRead, routes!(grid::show)))
        .routes(with_room_for(CELLS_LIMIT, cells))
        .routes(guarded(Action::RoundRead, routes!(progress::show)))
        .routes(guarded(Action::SubmissionRead, routes!(workbench::show)))
        .routes(guarded(Action::RoundManage, routes!(again::extend)))
        .routes(guarded(Action::RoundManage, routes!(again::next)))
        .routes(guarded(
            Action::SubmissionEdit,
            routes!(submissions::submit),
        ))
        .routes(guarded(Action::SubmissionDecide, routes!(review::endorse)))
        .routes(guarded(Action::SubmissionDecide, routes!(review::decide)))
        .routes(guarded(Action::SubmissionDecide, routes!(review::reopen)))
        .routes(guarded(Action::SubmissionRead, routes!(history::show)))
        .routes(guarded(Action::SubmissionRead, routes!(history::comments)))
        .routes(guarded(Action::SubmissionComment, routes!(history::add)))
        .routes(guarded(Action::SubmissionEdit, routes!(evidence::add)))
        .routes(guarded(Action::SubmissionRead, routes!(evidence::list)))
        .routes(guarded(Action::SubmissionRead, routes!(evidence::download)))
}

/// The same routes, taking bodies of so many bytes.
fn with_room_for<S: Clone + Send + Sync + 'static>(
    bytes: usize,
    (schemas, paths, methods): UtoipaMethodRouter<S>,
) -> UtoipaMethodRouter<S> {
    (schemas, paths, methods.layer(DefaultBodyLimit::max(bytes)))
}
