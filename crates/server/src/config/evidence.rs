//! `[evidence]`

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use yanzhi_collection::EvidenceFolder;
use yanzhi_storage::DatabaseUrl;

use super::ConfigError;

const MEBIBYTE: u64 = 1024 * 1024;

/// Where the files are kept that show where figures come from, and how much of them there may be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EvidenceSection {
    /// The folder; beside the database when it is not given.
    pub folder: Option<PathBuf>,
    /// Largest file in MiB.
    pub file_mib: u64,
    /// Most of one organisation in MiB.
    pub organisation_mib: u64,
}

impl Default for EvidenceSection {
    fn default() -> Self {
        Self {
            folder: None,
            file_mib: 20,
            organisation_mib: 500,
        }
    }
}

impl EvidenceSection {
    pub(super) fn validate(&self) -> Result<(), ConfigError> {
        for (key, value) in [
            ("evidence.file_mib", self.file_mib),
            ("evidence.organisation_mib", self.organisation_mib),
        ] {
            if !(1..=1_000_000).contains(&value) {
                return Err(ConfigError::NotAllowed {
                    key,
                    value: value.to_string(),
                    reason: "it must be from 1 to 1,000,000 MiB".to_owned(),
                });
            }
        }
        Ok(())
    }

    /// The folder with its limits.
    pub(crate) fn settings(&self, database: &DatabaseUrl) -> EvidenceFolder {
        let beside = || match database {
            DatabaseUrl::Sqlite(file) => file.with_extension("evidence"),
            DatabaseUrl::Postgres(_) => PathBuf::from("data/evidence"),
        };
        EvidenceFolder {
            path: self.folder.clone().unwrap_or_else(beside),
            most_bytes: self.file_mib * MEBIBYTE,
            quota_bytes: self.organisation_mib * MEBIBYTE,
        }
    }
}
