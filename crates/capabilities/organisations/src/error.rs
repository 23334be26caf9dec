//! What may be wrong with strategies, units and organisations.

use yanzhi_audit::AuditError;
use yanzhi_kernel::{Code, InvalidCode, access::Refusal};
use yanzhi_storage::StorageError;

use crate::InvalidName;

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
    /// There is no such organisation, or none that the asker may see: the answer is the same.
    #[error("there is no organisation {code}")]
    UnknownOrganisation {
        /// The code asked for.
        code: Code,
        /// What the asker would need to see it.
        refusal: Refusal,
    },
    /// The asker may see it and not do this to it.
    #[error("not allowed: {}", .0.text().en)]
    Refused(Refusal),
    /// The code is taken.
    #[error("there is an organisation {0} already: choose another code")]
    CodeTaken(Code),
    /// Somebody else changed it since it was read.
    #[error(
        "organisation {code} was changed by somebody else: read it again (it is at version {version})"
    )]
    Stale {
        /// The organisation.
        code: Code,
        /// The version it is at.
        version: i64,
    },
    /// It would stand below itself.
    #[error(
        "an organisation cannot stand below itself or what stands below it: choose another place"
    )]
    UnderItself,
    /// It is closed.
    #[error("organisation {0} is closed: choose one that is open")]
    Closed(Code),
    /// Others stand under it.
    #[error("others stand under organisation {0}: move or close them first")]
    HasParts(Code),
    /// Only the first organisation stands under nobody.
    #[error("there is a first organisation already: say what the new one stands under")]
    ParentMissing,
    /// The first organisation cannot be closed, moved or merged.
    #[error("{0} is the organisation that all others stand under: it stays where it is")]
    IsRoot(Code),
    /// The name is none.
    #[error(transparent)]
    Name(#[from] InvalidName),
    /// A code is none.
    #[error(transparent)]
    Code(InvalidCode),
    /// The audit log failed.
    #[error(transparent)]
    Audit(#[from] AuditError),
    /// The database failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}
