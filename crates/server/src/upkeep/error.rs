//! Why an operator's task on the whole database failed.

use std::path::PathBuf;

use yanzhi_audit::{AuditError, rules::CheckpointError};
use yanzhi_identity::IdentityError;
use yanzhi_storage::{StorageError, backup::BackupError};

use crate::{ConfigError, ServeError};

/// Why the database could not be backed up or restored.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum UpkeepError {
    /// The backup itself.
    #[error(transparent)]
    Backup(#[from] BackupError),
    /// The database.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The configuration.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The platform cannot be put together.
    #[error(transparent)]
    Platform(#[from] Box<ServeError>),
    /// What proved people cannot be ended.
    #[error(transparent)]
    Identity(#[from] IdentityError),
    /// The entry in the log.
    #[error(transparent)]
    Audit(#[from] AuditError),
    /// The checkpoint of the log.
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
    /// The log does not hang together.
    #[error("the audit log was tampered with, so nothing was signed: {0}")]
    Tampered(String),
    /// There is a file of that name.
    #[error("{0} is there already: a backup replaces nothing, choose another name")]
    Exists(PathBuf),
}
