//! The index follows the figures: what an approval has left to be computed is computed.

use std::sync::Arc;

use async_trait::async_trait;
use yanzhi_catalogue::CatalogueError;
use yanzhi_collection::{
    CollectionError, recomputations, routes::AfterApproval, settle_recomputation,
};
use yanzhi_kernel::{Clock, Id, IdSource, Scope, Timestamp};
use yanzhi_organisations::{OrganisationsError, Strategy};
use yanzhi_scoring::{Computing, ScoringError};
use yanzhi_storage::{Db, StorageError};

use crate::Platform;

/// Computes the index of strategies anew whose figures were approved. What is to be done stands in the database: it is
/// done after each approval and at each start, so that neither a failure nor an end in between loses it.
pub(crate) struct Recompute {
    db: Db,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn IdSource>,
    threads: usize,
}

/// Why an index was not computed.
#[derive(Debug, thiserror::Error)]
enum RecomputeError {
    #[error(transparent)]
    Collection(#[from] CollectionError),
    #[error(transparent)]
    Organisations(#[from] OrganisationsError),
    #[error(transparent)]
    Catalogue(#[from] CatalogueError),
    #[error(transparent)]
    Scoring(#[from] ScoringError),
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl Recompute {
    pub(crate) fn new(platform: &Platform) -> Self {
        Self {
            db: platform.db.clone(),
            clock: Arc::clone(&platform.clock),
            ids: Arc::clone(&platform.ids),
            threads: platform.threads,
        }
    }

    async fn asked(&self) -> Result<Vec<(Id<Strategy>, Timestamp)>, RecomputeError> {
        let tx = self.db.read().await?;
        Ok(recomputations(&tx).await?)
    }

    /// Computes an index and forgets that it was asked for, in one transaction.
    async fn compute(&self, asked: (Id<Strategy>, Timestamp)) -> Result<(), RecomputeError> {
        let tx = self.db.write().await?;
        let scope = operator();
        let strategies = yanzhi_organisations::strategies(&tx, &scope).await?;
        let found = strategies.into_iter().find(|it| it.id == asked.0);
        if let Some(strategy) = found {
            let framework = yanzhi_catalogue::current_framework(&tx, &scope, strategy.id).await?;
            if let Some(framework) = framework {
                let computing = Computing {
                    now: self.clock.now(),
                    ids: self.ids.as_ref(),
                    threads: self.threads,
                };
                yanzhi_scoring::compute(&tx, &scope, computing, &strategy, &framework).await?;
            }
        }
        settle_recomputation(&tx, asked).await?;
        Ok(tx.commit().await?)
    }
}

#[async_trait]
impl AfterApproval for Recompute {
    async fn run(&self) {
        let asked = match self.asked().await {
            Ok(asked) => asked,
            Err(error) => {
                tracing::error!(%error, "what is to be computed anew cannot be read");
                return;
            }
        };
        for (strategy, since) in asked {
            if let Err(error) = self.compute((strategy, since)).await {
                tracing::error!(%error, %strategy, "the index is not computed anew; it is tried again after the next approval and at the next start");
            }
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the index is computed from what is released, on nobody's behalf; what was approved was decided before"
)]
fn operator() -> Scope {
    Scope::operator()
}
