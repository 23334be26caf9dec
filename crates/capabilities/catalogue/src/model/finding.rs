//! What a check finds in a draft.

use yanzhi_kernel::Text;

/// Whether it keeps a draft from being published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It does.
    Error,
    /// It is only worth a look.
    Warning,
}

/// Which part of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftPart {
    /// The tree.
    Tree,
    /// The method.
    Method,
    /// What scores are computed on.
    Scoring,
}

impl DraftPart {
    /// The word that the API uses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Tree => "tree",
            Self::Method => "method",
            Self::Scoring => "scoring",
        }
    }
}

/// One thing that a check found: where, what, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Whether it keeps the draft from being published.
    pub severity: Severity,
    /// Which part it is in.
    pub part: DraftPart,
    /// The code of a node, a path in the method such as `steps[0].cap`, or a field; `None` for the whole part.
    pub place: Option<String>,
    /// The stable word for this kind of finding.
    pub code: &'static str,
    /// What is wrong.
    pub what: Text,
    /// What to do about it.
    pub remedy: Text,
}
