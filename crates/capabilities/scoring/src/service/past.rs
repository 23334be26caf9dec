//! The index as it was known then: computed again from the framework that stood and the figures of that moment. What is
//! under embargo now is left out, also where it was recorded by then; the answer says no more than one may know today.

use std::{sync::Arc, time::Duration};

use moka::future::Cache;
use tokio::sync::Mutex;
use yanzhi_figures::AsOf;
use yanzhi_kernel::{Code, Id, Scope, Timestamp};
use yanzhi_storage::ReadTx;

use super::{Scoring, load};
use crate::{LoadedRun, Run, ScoringError, store};

/// How many moments are kept, and how long: an embargo that ends shows after that time at the latest.
const KEPT: u64 = 8;
const KEPT_FOR: Duration = Duration::from_mins(1);

/// Moments of the past that were asked for lately.
#[derive(Clone)]
pub(super) struct Past {
    known: Cache<(Id<Run>, Timestamp), Arc<LoadedRun>>,
    /// One is computed at a time, apart from the run that stands: who asks for the past does not hold up the present.
    computing: Arc<Mutex<()>>,
}

impl Default for Past {
    fn default() -> Self {
        let known = Cache::builder()
            .max_capacity(KEPT)
            .time_to_live(KEPT_FOR)
            .build();
        Self {
            known,
            computing: Arc::default(),
        }
    }
}

impl Scoring {
    /// The run of a strategy that stands, or the index as it was known on a day or at a moment. From the present on, it
    /// is the run that stands.
    ///
    /// # Errors
    /// Those of [`Scoring::standing`]; [`ScoringError::NothingThen`] before the first run.
    pub async fn known_at(
        &self,
        tx: &ReadTx,
        scope: &Scope,
        strategy: &Code,
        as_of: Option<AsOf>,
    ) -> Result<Arc<LoadedRun>, ScoringError> {
        let Some(as_of) = as_of else {
            return self.standing(tx, scope, strategy).await;
        };
        let found = yanzhi_organisations::strategy(tx, scope, strategy).await?;
        let found = found.ok_or_else(|| ScoringError::UnknownStrategy(strategy.clone()))?;
        let (moment, now) = (as_of.moment(&found.time_zone)?, self.clock.now());
        if moment >= now {
            return self.standing(tx, scope, strategy).await;
        }
        let run = store::latest_by(tx, scope, found.id, Some(moment)).await?;
        let run = run.ok_or(ScoringError::NothingThen(moment))?;
        let key = (run.id, moment);
        if let Some(known) = self.past.known.get(&key).await {
            return Ok(known);
        }
        let _turn = self.past.computing.lock().await;
        if let Some(known) = self.past.known.get(&key).await {
            return Ok(known);
        }
        let then = Run {
            as_of: moment,
            ..run
        };
        let recalled = Arc::new(load::recall(tx, found, then, now, self.threads).await?);
        self.past.known.insert(key, Arc::clone(&recalled)).await;
        Ok(recalled)
    }
}
