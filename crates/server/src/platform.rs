//! What every use case needs: the database, the present, and new ids.

use std::sync::Arc;

use rand::{SeedableRng, rngs::StdRng, rngs::SysRng};
use yanzhi_kernel::{Clock, IdSource, Ids, SystemClock};
use yanzhi_storage::{Db, Opening, StorageError};

use crate::{Config, ConfigError, SCHEMA, ServeError};

/// An open platform.
#[derive(Clone)]
pub struct Platform {
    /// The database.
    pub db: Db,
    /// The present.
    pub clock: Arc<dyn Clock>,
    /// New ids.
    pub ids: Arc<dyn IdSource>,
    /// Threads of a computation.
    pub threads: usize,
}

impl Platform {
    /// Opens the database as configured, with the system's clock and randomness.
    ///
    /// # Errors
    /// A database that is not there, is locked, is of a newer schema or cannot be trusted.
    pub async fn open(config: &Config, opening: Opening) -> Result<Self, ServeError> {
        let address = config.database.address()?;
        let db = Db::open(&address, opening).await?;
        match opening {
            Opening::CreateIfMissing => SCHEMA.bring_up_to_date(&db).await?,
            Opening::Existing => SCHEMA.check(&db).await?,
        }
        Ok(Self {
            db,
            clock: Arc::new(SystemClock),
            ids: Arc::new(Ids::new(generator()?)),
            threads: config.engine.threads,
        })
    }

    /// Closes the database.
    ///
    /// # Errors
    /// Whatever the database says.
    pub async fn close(self) -> Result<(), StorageError> {
        self.db.close().await
    }
}

fn generator() -> Result<StdRng, ConfigError> {
    StdRng::try_from_rng(&mut SysRng).map_err(|reason| ConfigError::NotAllowed {
        key: "randomness of the system",
        value: String::new(),
        reason: reason.to_string(),
    })
}
