//! The use cases: compute a run, load the one that stands.

mod absence;
mod compute;
mod load;
mod past;
mod publish;

use std::{
    collections::BTreeMap,
    sync::{Arc, PoisonError, RwLock},
};

pub(crate) use absence::is_absent;
pub use absence::{Absences, absences};
pub use compute::{Computing, compute, gaps};
use past::Past;
pub use publish::{Move, PublishedIndex, Trial, publish_index};
use tokio::sync::Mutex;
use yanzhi_kernel::{Clock, Code, Scope};
use yanzhi_organisations::Strategy;
use yanzhi_storage::{Db, ReadTx, WriteTx};

use crate::{LoadedRun, Run, ScoringError, store};

/// Reads runs. Loading one recomputes it and checks that the same result comes out, so the last one of each
/// strategy is kept.
#[derive(Clone)]
pub struct Scoring {
    db: Db,
    clock: Arc<dyn Clock>,
    threads: usize,
    past: Past,
    loaded: Arc<RwLock<BTreeMap<Code, Arc<LoadedRun>>>>,
    /// One loads at a time: the others find what it has loaded.
    loading: Arc<Mutex<()>>,
}

impl Scoring {
    /// A reader of runs that recomputes with so many threads.
    pub fn new(db: Db, clock: Arc<dyn Clock>, threads: usize) -> Self {
        Self {
            db,
            clock,
            threads,
            past: Past::default(),
            loaded: Arc::default(),
            loading: Arc::default(),
        }
    }

    /// A steady view of the database.
    ///
    /// # Errors
    /// A failure of the database.
    pub async fn read(&self) -> Result<ReadTx, ScoringError> {
        Ok(self.db.read().await?)
    }

    /// A transaction that may write.
    ///
    /// # Errors
    /// A failure of the database.
    pub async fn write(&self) -> Result<WriteTx, ScoringError> {
        Ok(self.db.write().await?)
    }

    /// How many threads compute.
    pub(crate) const fn threads(&self) -> usize {
        self.threads
    }

    /// The run of a strategy that stands.
    ///
    /// # Errors
    /// [`ScoringError::UnknownStrategy`], [`ScoringError::NoRun`], [`ScoringError::NotReproducible`]; a failure
    /// of the database.
    pub async fn standing(
        &self,
        tx: &ReadTx,
        scope: &Scope,
        strategy: &Code,
    ) -> Result<Arc<LoadedRun>, ScoringError> {
        let (strategy, run) = Self::find(tx, scope, strategy).await?;
        let run = run.ok_or_else(|| ScoringError::NoRun(strategy.code.clone()))?;
        if let Some(known) = self.known(&strategy.code, &run) {
            return Ok(known);
        }
        let _turn = self.loading.lock().await;
        if let Some(known) = self.known(&strategy.code, &run) {
            return Ok(known);
        }
        let code = strategy.code.clone();
        let loaded = Arc::new(load::load(tx, strategy, run, self.threads).await?);
        let mut kept = self.loaded.write().unwrap_or_else(PoisonError::into_inner);
        kept.insert(code, Arc::clone(&loaded));
        Ok(loaded)
    }

    async fn find(
        tx: &ReadTx,
        scope: &Scope,
        code: &Code,
    ) -> Result<(Strategy, Option<Run>), ScoringError> {
        let strategy = yanzhi_organisations::strategy(tx, scope, code).await?;
        let strategy = strategy.ok_or_else(|| ScoringError::UnknownStrategy(code.clone()))?;
        let run = store::latest(tx, scope, strategy.id).await?;
        Ok((strategy, run))
    }

    fn known(&self, strategy: &Code, run: &Run) -> Option<Arc<LoadedRun>> {
        let kept = self.loaded.read().unwrap_or_else(PoisonError::into_inner);
        kept.get(strategy)
            .filter(|known| known.run.id == run.id)
            .cloned()
    }
}
