//! `[database]`

use std::fmt;

use serde::{Deserialize, Serialize};
use yanzhi_storage::DatabaseUrl;

use super::ConfigError;

/// Where figures are kept.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DatabaseSection {
    /// `sqlite:PATH`, or `postgres://user:password@host/name`.
    pub url: String,
}

impl Default for DatabaseSection {
    fn default() -> Self {
        Self {
            url: "sqlite:data/yanzhi.sqlite".to_owned(),
        }
    }
}

impl DatabaseSection {
    /// The address.
    ///
    /// # Errors
    /// [`ConfigError::NotAllowed`].
    pub fn address(&self) -> Result<DatabaseUrl, ConfigError> {
        // The text may hold a password, so it is not repeated.
        self.url
            .parse()
            .map_err(
                |reason: yanzhi_storage::InvalidDatabaseUrl| ConfigError::NotAllowed {
                    key: "database.url",
                    value: "…".to_owned(),
                    reason: reason.to_string(),
                },
            )
    }

    pub(super) fn validate(&self) -> Result<(), ConfigError> {
        self.address().map(drop)
    }
}

impl fmt::Debug for DatabaseSection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.address() {
            Ok(address) => write!(f, "{address}"),
            Err(_) => f.write_str("not an address"),
        }
    }
}
