//! `[engine]`

use serde::{Deserialize, Serialize};

use super::ConfigError;

/// How the index is computed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EngineSection {
    /// Threads of a computation; 0 takes one a processor. The result is the same for any number.
    pub threads: usize,
}

impl EngineSection {
    pub(super) fn validate(&self) -> Result<(), ConfigError> {
        if self.threads <= 256 {
            return Ok(());
        }
        Err(ConfigError::NotAllowed {
            key: "engine.threads",
            value: self.threads.to_string(),
            reason: "it must be from 0 (one a processor) to 256".to_owned(),
        })
    }
}
