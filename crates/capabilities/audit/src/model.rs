//! The words of the log.

use yanzhi_kernel::{Digest, Timestamp};

/// A change of state that is about to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The use case: `strategy.import`.
    pub action: &'static str,
    /// What it was done to: a code or an id.
    pub subject: String,
    /// The digest of the subject as it was; `None` when it was not there.
    pub before: Option<Digest>,
    /// The digest of the subject as it is now.
    pub after: Option<Digest>,
}

/// An event as the log keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// 1, 2, 3, … without a gap.
    pub sequence: i64,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: String,
    /// Which use case.
    pub action: String,
    /// What it was done to.
    pub subject: String,
    /// The digest before.
    pub before: Option<Digest>,
    /// The digest after.
    pub after: Option<Digest>,
    /// The hash of the entry before, [`Digest::zero`] for the first.
    pub previous: Digest,
    /// The hash of this entry.
    pub hash: Digest,
}
