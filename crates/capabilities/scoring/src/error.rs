//! Why an index could not be computed or read.

use yanzhi_audit::AuditError;
use yanzhi_catalogue::CatalogueError;
use yanzhi_engine::{ComputeError, FrameError, FrameworkErrors};
use yanzhi_figures::FiguresError;
use yanzhi_kernel::{Code, Timestamp};
use yanzhi_organisations::OrganisationsError;
use yanzhi_storage::StorageError;

use crate::Gap;

/// A failure that somebody can act on, or one of the database.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ScoringError {
    /// No figure of the caliber for any scored unit.
    #[error(
        "there is no figure of caliber {caliber} for any scored unit: add figures, or correct [scoring] of the strategy"
    )]
    NoFigures {
        /// The caliber.
        caliber: Code,
    },
    /// There is no such strategy.
    #[error("there is no strategy {0}")]
    UnknownStrategy(Code),
    /// There is no such unit in the index.
    #[error("there is no scored unit {0}")]
    UnknownUnit(String),
    /// There is no such node in the framework.
    #[error("there is no node {0} in the framework")]
    UnknownNode(String),
    /// There is no such indicator.
    #[error("there is no indicator {0}")]
    UnknownIndicator(String),
    /// There is no such period.
    #[error("there are no figures for the period {period}: choose one of {}", known.join(", "))]
    UnknownPeriod {
        /// The period asked for.
        period: String,
        /// The periods there are.
        known: Vec<String>,
    },
    /// There is no such group.
    #[error("there is no group {0}")]
    UnknownGroup(Code),
    /// Nothing has been computed yet.
    #[error("strategy {0} has no index yet: import its pack with `yanzhi import`")]
    NoRun(Code),
    /// There was no index yet at that moment.
    #[error("there was no index yet at {0}: choose a later day")]
    NothingThen(Timestamp),
    /// The result does not come out again.
    #[error(
        "run {run} does not come out again: {stored} is stored, {computed} was computed; figures or framework were changed behind the program's back"
    )]
    NotReproducible {
        /// The run.
        run: String,
        /// The hash that is stored.
        stored: String,
        /// The hash that came out.
        computed: String,
    },
    /// A version of the framework gives no index with the figures that there are.
    #[error("version {version} gives no index: {why}")]
    NotComputable {
        /// The version.
        version: String,
        /// Why not.
        why: Box<Self>,
    },
    /// A version of the framework leaves places without a score.
    #[error("version {version} leaves {} places without a score", gaps.len())]
    ScoresMissing {
        /// The version.
        version: String,
        /// The places.
        gaps: Vec<Gap>,
    },
    /// The result could not be written for hashing.
    #[error("the result could not be hashed: {0}")]
    Hash(String),
    /// A file could not be written.
    #[error("the table could not be written: {0}")]
    Export(String),
    /// The computation was broken off.
    #[error("the computation was broken off")]
    BrokenOff,
    /// The figures do not make a frame.
    #[error(transparent)]
    Frame(#[from] FrameError),
    /// The nodes do not make a tree.
    #[error(transparent)]
    Framework(#[from] FrameworkErrors),
    /// The engine refused.
    #[error(transparent)]
    Compute(#[from] ComputeError),
    /// Units failed.
    #[error(transparent)]
    Organisations(#[from] OrganisationsError),
    /// The catalogue failed.
    #[error(transparent)]
    Catalogue(#[from] CatalogueError),
    /// The figures failed.
    #[error(transparent)]
    Figures(#[from] FiguresError),
    /// The audit log failed.
    #[error(transparent)]
    Audit(#[from] AuditError),
    /// The database failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}
