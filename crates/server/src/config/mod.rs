//! What the operator decides: from a file, then the environment, then the command line, the last one winning.

mod database;
mod engine;
mod evidence;
mod http;
mod identity;
mod log;
mod sign_on;

use std::path::Path;

use ::config::{Environment, File};
use serde::{Deserialize, Serialize};

pub use self::{
    database::DatabaseSection,
    engine::EngineSection,
    evidence::EvidenceSection,
    http::HttpSection,
    identity::IdentitySection,
    log::{LogFormat, LogSection},
    sign_on::SignOnSection,
};

/// The whole configuration. Every section has defaults that work on one machine.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Where figures are kept.
    pub database: DatabaseSection,
    /// How requests are answered.
    pub http: HttpSection,
    /// How people prove who they are.
    pub identity: IdentitySection,
    /// Where the files are kept that show where figures come from.
    pub evidence: EvidenceSection,
    /// How the index is computed.
    pub engine: EngineSection,
    /// What is logged.
    pub log: LogSection,
}

/// The configuration does not make sense.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ConfigError {
    /// A file or variable cannot be read.
    #[error("the configuration cannot be read: {0}. Compare it with docs/operations.md")]
    Unreadable(#[from] ::config::ConfigError),
    /// A value is not allowed.
    #[error("configuration {key} = {value:?}: {reason}")]
    NotAllowed {
        /// The key.
        key: &'static str,
        /// Its value.
        value: String,
        /// Why not, and what instead.
        reason: String,
    },
}

impl Config {
    /// Reads `file` (it must exist when it is named), then the environment: `DATABASE_URL`, and
    /// `YANZHI_HTTP__LISTEN` for `[http] listen`, and so on.
    ///
    /// # Errors
    /// [`ConfigError::Unreadable`] for an unknown key or a value of the wrong kind.
    pub fn load(file: Option<&Path>) -> Result<Self, ConfigError> {
        let mut layers = ::config::Config::builder();
        if let Some(file) = file {
            layers = layers.add_source(File::from(file).required(true));
        }
        let own = Environment::with_prefix("YANZHI")
            .prefix_separator("_")
            .separator("__");
        let mut config: Self = layers
            .add_source(own.try_parsing(true))
            .build()?
            .try_deserialize()?;
        let shared = ::config::Config::builder()
            .add_source(Environment::default())
            .build()?;
        if let Ok(url) = shared.get_string("database_url") {
            config.database.url = url;
        }
        Ok(config)
    }

    /// Checks each section.
    ///
    /// # Errors
    /// [`ConfigError::NotAllowed`] with the key, the value and what to write instead.
    pub fn validate(&self) -> Result<(), ConfigError> {
        self.database.validate()?;
        self.http.validate()?;
        self.identity.validate()?;
        self.evidence.validate()?;
        self.engine.validate()
    }
}
