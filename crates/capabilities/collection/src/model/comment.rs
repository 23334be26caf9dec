//! What people say about a cell or a submission.

use yanzhi_kernel::{Id, Timestamp};

use super::Submission;

/// Something said: 1 to 2,000 characters, no control characters but line breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark(String);

impl Remark {
    /// Longest remark in characters.
    pub const MAX_CHARS: usize = 2_000;

    /// A remark; surrounding blanks are left out. `None` when it says nothing or too much.
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        let is_fine = !text.is_empty()
            && text.chars().count() <= Self::MAX_CHARS
            && !text.chars().any(|it| it.is_control() && it != '\n');
        is_fine.then(|| Self(text.to_owned()))
    }

    /// What was said.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A remark about a cell, or about the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Its id.
    pub id: Id<Comment>,
    /// The submission.
    pub submission: Id<Submission>,
    /// The cell, by its number.
    pub cell: Option<i64>,
    /// What was said.
    pub remark: Remark,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: String,
}
