//! What may be wrong with the catalogue.

use yanzhi_formula::Refusal;
use yanzhi_kernel::{Code, Lang};
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
    /// Expressions of derived indicators make no sense among the indicators there are.
    #[error("{}", told(.0))]
    Expressions(Vec<Refusal>),
    /// A check cannot be written as JSON.
    #[error("the check {check}: {reason}")]
    Unwritable {
        /// The check.
        check: Code,
        /// What the writer said.
        reason: String,
    },
    /// The database failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

fn told(refusals: &[Refusal]) -> String {
    let each = refusals.iter();
    let each = each.map(|it| format!("{}: {}", it.indicator, it.fault.render(Lang::En)));
    each.collect::<Vec<_>>().join("; ")
}
