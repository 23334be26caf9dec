//! The catalogue as its editors see it.

mod compare;
mod export;
mod frameworks;
mod indicators;
mod problems;
mod shapes;

use std::sync::Arc;

use utoipa::openapi::OpenApi;
use utoipa_axum::{router::OpenApiRouter, routes};
use yanzhi_kernel::{Clock, IdSource, access::Action};
use yanzhi_storage::{Db, ReadTx, WriteTx};
use yanzhi_web_kit::guarded;

use crate::CatalogueError;

/// What the handlers work with.
#[derive(Clone)]
pub struct Site {
    /// The database.
    pub db: Db,
    /// The present.
    pub clock: Arc<dyn Clock>,
    /// New ids.
    pub ids: Arc<dyn IdSource>,
}

impl Site {
    async fn read(&self) -> Result<ReadTx, CatalogueError> {
        Ok(self.db.read().await?)
    }

    async fn write(&self) -> Result<WriteTx, CatalogueError> {
        Ok(self.db.write().await?)
    }
}

async fn commit(tx: WriteTx) -> Result<(), CatalogueError> {
    Ok(tx.commit().await?)
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
    use Action::{CatalogueEdit as Edit, CataloguePublish as Publish, CatalogueRead as Read};
    OpenApiRouter::new()
        .routes(guarded(Read, routes!(indicators::lists)))
        .routes(guarded(Read, routes!(indicators::list)))
        .routes(guarded(Edit, routes!(indicators::create)))
        .routes(guarded(Read, routes!(indicators::show)))
        .routes(guarded(Edit, routes!(indicators::edit)))
        .routes(guarded(Edit, routes!(indicators::retire)))
        .routes(guarded(Read, routes!(indicators::history)))
        .routes(guarded(Read, routes!(frameworks::list)))
        .routes(guarded(Edit, routes!(frameworks::create)))
        .routes(guarded(Read, routes!(frameworks::show)))
        .routes(guarded(Edit, routes!(frameworks::edit)))
        .routes(guarded(Edit, routes!(frameworks::discard)))
        .routes(guarded(Read, routes!(frameworks::check)))
        .routes(guarded(Publish, routes!(frameworks::retire)))
        .routes(guarded(Read, routes!(compare::show)))
        .routes(guarded(Read, routes!(export::framework)))
}
