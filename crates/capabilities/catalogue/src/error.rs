//! What may be wrong with the catalogue.

use yanzhi_audit::AuditError;
use yanzhi_kernel::{Code, Lang, Text, access::Refusal};
use yanzhi_organisations::OrganisationsError;
use yanzhi_storage::StorageError;

use crate::Finding;

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
    /// Expressions of derived indicators make no sense among the indicators there are.
    #[error("{}", told(.0))]
    Expressions(Vec<yanzhi_formula::Refusal>),
    /// A check cannot be written as JSON.
    #[error("the check {check}: {reason}")]
    Unwritable {
        /// The check.
        check: Code,
        /// What the writer said.
        reason: String,
    },
    /// There is no such strategy.
    #[error("there is no strategy {0}")]
    UnknownStrategy(Code),
    /// There is no such indicator.
    #[error("there is no indicator {0}: choose one of the catalogue")]
    UnknownIndicator(Code),
    /// There is no such version of the framework.
    #[error("there is no version {0} of the framework: choose one of the list")]
    UnknownFramework(String),
    /// The asker may not do this.
    #[error("not allowed: {}", .0.text().en)]
    Refused(Refusal),
    /// Somebody else changed it since it was read.
    #[error("{what} was changed by somebody else: read it again (it is at version {version})")]
    Stale {
        /// The code or version of what was changed.
        what: String,
        /// The version it is at.
        version: i64,
    },
    /// The code is taken.
    #[error("there is an indicator {0} already: choose another code")]
    CodeTaken(Code),
    /// The version is taken.
    #[error("there is a version {0} of the framework already: choose another one")]
    VersionTaken(String),
    /// The version has been published: it never changes.
    #[error("version {0} is published and never changes: copy it to a new draft")]
    NotADraft(String),
    /// The version is still a draft.
    #[error("version {0} is a draft: discard it, or publish it first")]
    StillADraft(String),
    /// It is the version that is in force.
    #[error("version {0} is in force: publish another one before retiring it")]
    InForce(String),
    /// It is retired already.
    #[error("{0} is retired already")]
    AlreadyRetired(String),
    /// The asker has edited the draft.
    #[error("you have edited version {0} yourself: somebody else has to publish it")]
    OwnDraft(String),
    /// Something is wrong with the draft.
    #[error("version {version} cannot be published: {} errors were found", findings.len())]
    Unsound {
        /// The version.
        version: String,
        /// The errors.
        findings: Vec<Finding>,
    },
    /// The indicator is used by the version in force or by a draft.
    #[error("indicator {indicator} is used by {}: take it out there first", versions.join(", "))]
    IndicatorInUse {
        /// The indicator.
        indicator: Code,
        /// The versions.
        versions: Vec<String>,
    },
    /// A field says something that cannot be.
    #[error("{field}: {}", why.en)]
    InvalidField {
        /// The field.
        field: &'static str,
        /// What is wrong with it, and what to do.
        why: Text,
    },
    /// A file could not be written.
    #[error("the file could not be written: {0}")]
    Export(String),
    /// Organisations failed.
    #[error(transparent)]
    Organisations(#[from] OrganisationsError),
    /// The audit log failed.
    #[error(transparent)]
    Audit(#[from] AuditError),
    /// The database failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

fn told(refusals: &[yanzhi_formula::Refusal]) -> String {
    let each = refusals.iter();
    let each = each.map(|it| format!("{}: {}", it.indicator, it.fault.render(Lang::En)));
    each.collect::<Vec<_>>().join("; ")
}
