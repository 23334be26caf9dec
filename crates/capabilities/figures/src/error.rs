//! What may be wrong with figures.

use std::fmt;

use yanzhi_audit::AuditError;
use yanzhi_catalogue::CatalogueError;
use yanzhi_identity::IdentityError;
use yanzhi_kernel::{Code, Period, access::Refusal};
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
    /// A figure of an indicator that is computed was reported.
    #[error(
        "{0} is a derived indicator: it is computed and not reported; report the figures it rests on"
    )]
    Derived(Code),
    /// Figures of two calibers were to be put together.
    #[error(
        "figures of the calibers {first} and {other} are not summed: they overlap; choose the figures of one caliber"
    )]
    CalibersMixed {
        /// The caliber of the first figure.
        first: Code,
        /// The other one.
        other: Code,
    },
    /// There is no such strategy, indicator, unit or caliber, or none of them may be seen.
    #[error("there is no {what} {code}")]
    Unknown {
        /// What was looked for.
        what: Subject,
        /// Its code.
        code: Code,
    },
    /// The time zone of the strategy is unknown, or the day ends beyond the calendar.
    #[error("the end of that day in the time zone {0} cannot be found: give a moment instead")]
    TimeZone(String),
    /// It is not allowed.
    #[error("{}", .0.text().en)]
    Refused(Refusal),
    /// More figures than a file may hold.
    #[error("more than {most} figures: narrow what is asked for")]
    TooMany {
        /// How many it may hold.
        most: usize,
    },
    /// The file could not be written.
    #[error("the file could not be written: {0}")]
    Export(String),
    /// The catalogue could not be read.
    #[error(transparent)]
    Catalogue(#[from] CatalogueError),
    /// Names could not be read.
    #[error(transparent)]
    Identity(#[from] IdentityError),
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

/// What figures are looked up by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A strategy.
    Strategy,
    /// An indicator.
    Indicator,
    /// A unit.
    Unit,
    /// A caliber.
    Caliber,
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Strategy => "strategy",
            Self::Indicator => "indicator",
            Self::Unit => "unit",
            Self::Caliber => "caliber",
        })
    }
}
