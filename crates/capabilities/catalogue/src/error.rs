//! What may be wrong with the catalogue.

use yanzhi_storage::StorageError;

/// A failure that somebody can act on, or one of the database.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CatalogueError {
    /// The version is published and says something else.
    #[error(
        "framework version {version} is already published with other nodes, weights, method or scope: give the changed framework a new version"
    )]
    PublishedVersionDiffers {
        /// The version.
        version: String,
    },
    /// The method or scope cannot be written or read as JSON.
    #[error("framework version {version}: {reason}")]
    Unreadable {
        /// The version.
        version: String,
        /// What the parser said.
        reason: String,
    },
    /// The database failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}
