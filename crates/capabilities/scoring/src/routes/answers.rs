//! League tables made once: the table of a run never changes, and most visitors ask for the same few.

use std::sync::Arc;

use axum::extract::FromRef;
use moka::future::Cache;
use yanzhi_kernel::{Digest, Id};
use yanzhi_web_kit::{Problem, Rendered};

use super::league_table::{Asked, LeagueTable};
use crate::{LoadedRun, Run, Scoring, ScoringError};

/// The most memory that kept answers may take.
const LIMIT: u64 = 64 * 1024 * 1024;

/// What the routes work with.
#[derive(Clone, FromRef)]
pub(super) struct Site {
    scoring: Scoring,
    answers: Answers,
}

impl Site {
    pub(super) fn new(scoring: Scoring) -> Self {
        let answers = Answers::new();
        Self { scoring, answers }
    }
}

/// The league tables asked for lately, by run, what came out of it, and question.
#[derive(Clone)]
pub(super) struct Answers(Cache<(Id<Run>, Digest, Asked), Arc<Rendered>>);

impl Answers {
    fn new() -> Self {
        let size = |_: &_, answer: &Arc<Rendered>| u32::try_from(answer.size()).unwrap_or(u32::MAX);
        let cache = Cache::builder().max_capacity(LIMIT).weigher(size);
        Self(cache.build())
    }

    /// The table of a run. Those who ask for the same at the same time wait for one to be made.
    pub(super) async fn league_table(
        &self,
        run: Arc<LoadedRun>,
        asked: Asked,
    ) -> Result<Arc<Rendered>, Problem> {
        let key = (run.run.id, run.run.content_hash.clone(), asked.clone());
        let made = self.0.try_get_with(key, async move {
            let made = tokio::task::spawn_blocking(move || {
                let table = LeagueTable::of(&run, &asked)?;
                Rendered::json(&table).map(Arc::new)
            });
            made.await
                .unwrap_or_else(|_| Err(ScoringError::BrokenOff.into()))
        });
        made.await.map_err(Arc::unwrap_or_clone)
    }
}
