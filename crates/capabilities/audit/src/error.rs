//! Why the log could not be written or read.

use yanzhi_storage::StorageError;

/// A failure of the audit log. Whoever meets it must not go on with the change.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AuditError {
    /// The database failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}
