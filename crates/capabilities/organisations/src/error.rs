//! What may be wrong with strategies and units.

use yanzhi_kernel::Code;
use yanzhi_storage::StorageError;

/// A failure that somebody can act on, or one of the database.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OrganisationsError {
    /// A unit names a parent that is not there.
    #[error(
        "unit {unit} names the parent {parent}, which is not a unit of this strategy: add the parent or leave it empty"
    )]
    UnknownParent {
        /// The unit.
        unit: Code,
        /// What it names.
        parent: Code,
    },
    /// A unit stands below itself.
    #[error("unit {unit} stands below itself: correct its parent")]
    Circle {
        /// One of the units of the circle.
        unit: Code,
    },
    /// The database failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}
