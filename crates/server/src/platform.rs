//! What every use case needs: the database, the present, and new ids.

use std::sync::Arc;

use rand::{SeedableRng, rngs::StdRng, rngs::SysRng};
use yanzhi_kernel::{Clock, IdSource, Ids, SystemClock};
use yanzhi_storage::{Db, Opening, StorageError};

use crate::{Config, ConfigError, SCHEMA, ServeError};

/// What to do about tables that are missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tables {
    /// Make them.
    BringUpToDate,
    /// Refuse to work without them.
    Check,
}

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
    /// A database that is not there, is locked, is of another schema or cannot be trusted.
    pub async fn open(
        config: &Config,
        opening: Opening,
        tables: Tables,
    ) -> Result<Self, ServeError> {
        let address = config.database.address()?;
        let db = Db::open(&address, opening).await?;
        match tables {
            Tables::BringUpToDate => SCHEMA.bring_up_to_date(&db).await?,
            Tables::Check => SCHEMA.check(&db).await?,
        }
        Ok(Self::on(db, config)?)
    }

    /// A platform on a database that is open already.
    pub(crate) fn on(db: Db, config: &Config) -> Result<Self, ConfigError> {
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
