//! What may be wrong with figures.

use yanzhi_storage::StorageError;

/// A failure that somebody can act on, or one of the database.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FiguresError {
    /// A value that is not a number.
    #[error("{0} is not a finite number: leave the figure out and say why, or correct it")]
    NotFinite(String),
    /// A correction without its reason.
    #[error("{corrected} figures are there with another value: a correction needs a reason")]
    ReasonMissing {
        /// How many would be corrected.
        corrected: usize,
    },
    /// The database failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}
