//! What every use case needs: the database, the present, and new ids.

use std::sync::Arc;

use rand::{SeedableRng, rngs::StdRng, rngs::SysRng};
use yanzhi_collection::EvidenceFolder;
use yanzhi_identity::{Identity, IdentitySettings, SignOn};
use yanzhi_kernel::{Clock, IdSource, Ids, SecretSource, Secrets, SystemClock};
use yanzhi_storage::{Db, Opening, StorageError};

use crate::{Config, ConfigError, SCHEMA, ServeError, SignOnSection, key_file, provider::Provider};

/// What to do about tables that are missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tables {
    /// Make them.
    BringUpToDate,
    /// Refuse to work without them.
    Check,
}

/// Where the present, new ids and secrets come from.
pub struct Parts {
    /// The present.
    pub clock: Arc<dyn Clock>,
    /// New ids.
    pub ids: Arc<dyn IdSource>,
    /// What nobody can guess.
    pub secrets: Arc<dyn SecretSource>,
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
    /// Accounts, proofs and rights.
    pub identity: Identity,
    /// Where the files are kept that show where figures come from.
    pub evidence: EvidenceFolder,
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
        Self::on(db, config)
    }

    /// A platform on a database that is open already.
    ///
    /// # Errors
    /// A key that cannot be read, settings with which no password can be hashed.
    pub(crate) fn on(db: Db, config: &Config) -> Result<Self, ServeError> {
        let secrets: Arc<dyn SecretSource> = Arc::new(Secrets::new(generator()?));
        let key = key_file::read_or_make(config, secrets.as_ref())?;
        let parts = Parts {
            clock: Arc::new(SystemClock),
            ids: Arc::new(Ids::new(generator()?)),
            secrets,
        };
        let settings = config.identity.settings(key);
        let evidence = config.evidence.settings(&config.database.address()?);
        let threads = config.engine.threads;
        let platform = Self::assemble(db, parts, settings, evidence, threads)?;
        match &config.identity.sign_on {
            Some(section) => platform.with_sign_on(section),
            None => Ok(platform),
        }
    }

    /// The same platform, on which people may sign on through a provider, asked over the network.
    ///
    /// # Errors
    /// A secret that cannot be read, a system without certificates.
    pub fn with_sign_on(self, section: &SignOnSection) -> Result<Self, ServeError> {
        let sign_on = SignOn {
            settings: section.settings()?,
            fetch: Arc::new(Provider::new()?),
        };
        let identity = self.identity.with_sign_on(sign_on);
        Ok(Self { identity, ..self })
    }

    /// Puts a platform together from its parts.
    ///
    /// # Errors
    /// Settings with which no password can be hashed.
    pub fn assemble(
        db: Db,
        parts: Parts,
        settings: IdentitySettings,
        evidence: EvidenceFolder,
        threads: usize,
    ) -> Result<Self, ServeError> {
        let Parts {
            clock,
            ids,
            secrets,
        } = parts;
        let (same_clock, same_ids) = (Arc::clone(&clock), Arc::clone(&ids));
        let identity = Identity::new(db.clone(), same_clock, same_ids, secrets, settings)?;
        Ok(Self {
            db,
            clock,
            ids,
            identity,
            evidence,
            threads,
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
