//! The words of the log.

use yanzhi_kernel::{
    Digest, Timestamp,
    access::{OrganisationId, Refusal},
};

/// How an attempt ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It was done.
    #[default]
    Done,
    /// It was not allowed.
    Refused,
    /// It was allowed and went wrong: a password that is not right, a link that has expired.
    Failed,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Self; 3] = [Self::Done, Self::Refused, Self::Failed];

    /// Its word in the log.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Refused => "refused",
            Self::Failed => "failed",
        }
    }

    /// The outcome of a word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == word)
    }
}

/// Something that is about to be made lasting, or was refused. Who, when and from where is the scope's to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Event {
    /// The use case: `strategy.import`.
    pub action: &'static str,
    /// What it was done to: a code, or a kind and an id.
    pub subject: String,
    /// The organisation it was done in, where it was in one.
    pub organisation: Option<OrganisationId>,
    /// How it ended.
    pub outcome: Outcome,
    /// Why it ended so, as a stable word: `role-missing`.
    pub reason: Option<&'static str>,
    /// The digest of the subject as it was; `None` when it was not there.
    pub before: Option<Digest>,
    /// The digest of the subject as it is now.
    pub after: Option<Digest>,
}

impl Event {
    /// Something done.
    pub fn done(action: &'static str, subject: impl Into<String>) -> Self {
        Self {
            action,
            subject: subject.into(),
            ..Self::default()
        }
    }

    /// Something that went wrong.
    pub fn failed(action: &'static str, subject: impl Into<String>, reason: &'static str) -> Self {
        Self {
            outcome: Outcome::Failed,
            reason: Some(reason),
            ..Self::done(action, subject)
        }
    }

    /// Something that was not allowed.
    pub fn refused(refusal: &Refusal, subject: impl Into<String>) -> Self {
        Self {
            outcome: Outcome::Refused,
            reason: Some(refusal.code()),
            ..Self::done(refusal.action.as_str(), subject)
        }
    }

    /// The same, in an organisation.
    #[must_use]
    pub fn within(self, organisation: impl Into<Option<OrganisationId>>) -> Self {
        Self {
            organisation: organisation.into(),
            ..self
        }
    }

    /// The same, with what the subject was and is.
    #[must_use]
    pub fn changing(self, before: Option<Digest>, after: Option<Digest>) -> Self {
        Self {
            before,
            after,
            ..self
        }
    }
}

/// How the fields of an entry go into its hash; see [`crate::rules::hash_of`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Eight fields: what happened, to what, by whom, when.
    First,
    /// Fourteen: organisation, outcome and where the request came from as well.
    Second,
}

/// An event as the log keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// How its hash was made.
    pub format: Format,
    /// 1, 2, 3, … without a gap.
    pub sequence: i64,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: String,
    /// The session or token it was done with.
    pub via: Option<String>,
    /// Which use case.
    pub action: String,
    /// What it was done to.
    pub subject: String,
    /// The organisation it was done in.
    pub organisation: Option<OrganisationId>,
    /// How it ended.
    pub outcome: Outcome,
    /// Why it ended so.
    pub reason: Option<String>,
    /// The network address it came from.
    pub address: Option<String>,
    /// The id of the request.
    pub request: Option<String>,
    /// The digest before.
    pub before: Option<Digest>,
    /// The digest after.
    pub after: Option<Digest>,
    /// The hash of the entry before, [`Digest::zero`] for the first.
    pub previous: Digest,
    /// The hash of this entry.
    pub hash: Digest,
}

/// Which entries are looked for; what is `None` does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// Who, as the log writes it.
    pub actor: Option<String>,
    /// Which use case.
    pub action: Option<String>,
    /// What it was done to.
    pub subject: Option<String>,
    /// The organisation it was done in.
    pub organisation: Option<OrganisationId>,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// From this moment.
    pub from: Option<Timestamp>,
    /// Before this moment.
    pub until: Option<Timestamp>,
    /// Older than the entry of this sequence number.
    pub before: Option<i64>,
}

/// Some of the entries, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The entries.
    pub entries: Vec<Entry>,
    /// Whether older ones follow.
    pub has_more: bool,
}
