//! What may be wrong with figures.

use yanzhi_audit::AuditError;
use yanzhi_kernel::{Code, Period};
use yanzhi_organisations::OrganisationsError;
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
    /// The same cell twice in one recording.
    #[error(
        "one cell is given twice, for period {period} and caliber {caliber}: leave one of the two out"
    )]
    OfferedTwice {
        /// Its caliber.
        caliber: Code,
        /// Its period.
        period: Period,
    },
    /// The organisations could not be read.
    #[error(transparent)]
    Organisations(#[from] OrganisationsError),
    /// The audit log failed; nothing may be committed.
    #[error(transparent)]
    Audit(#[from] AuditError),
    /// The database failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}
