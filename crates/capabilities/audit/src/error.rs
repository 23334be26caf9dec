//! Why the log could not be written or read.

use yanzhi_kernel::access::Refusal;
use yanzhi_storage::StorageError;

/// A failure of the audit log. Whoever meets it must not go on with the change.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AuditError {
    /// The asker may not do this.
    #[error("not allowed: {}", .0.text().en)]
    Refused(Refusal),
    /// A file could not be written.
    #[error("the entries could not be written: {0}")]
    Export(String),
    /// The database failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The file of the log cannot be written.
    #[error("the log cannot be written: {0}. Check the folder, its rights and the space left")]
    Unwritable(#[from] std::io::Error),
}
