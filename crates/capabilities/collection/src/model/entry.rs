//! What stands in a cell.

use yanzhi_kernel::{Id, MissingReason, Timestamp, word_list};

use super::Ask;

word_list! {
    /// Whether a cell may be changed, and what was decided of it.
    Standing, "standing" {
        /// It was never submitted.
        Open = "open",
        /// It waits for a decision.
        Held = "held",
        /// It was returned.
        Returned = "returned",
        /// It is a figure now.
        Approved = "approved",
    }
}

impl Standing {
    /// Whether it may be filled in, as far as the cell is concerned.
    pub const fn is_editable(self) -> bool {
        matches!(self, Self::Open | Self::Returned)
    }
}

/// What is said of a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Content {
    /// As typed.
    pub text: String,
    /// The number that the text says, where it says one.
    pub number: Option<f64>,
    /// Why there is no figure.
    pub missing: Option<MissingReason>,
    /// What a reviewer or reader should know.
    pub explanation: Option<String>,
    /// Whether it was generated for demonstration: 演示数据.
    pub is_synthetic: bool,
}

impl Content {
    /// Longest text of a cell in characters.
    pub const MAX_TEXT: usize = 200;
    /// Longest explanation in characters.
    pub const MAX_SENTENCE: usize = 1_000;

    /// Whether it says anything: a text, or why there is none.
    pub fn is_filled(&self) -> bool {
        !self.text.is_empty() || self.missing.is_some()
    }
}

/// A cell as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The cell.
    pub ask: Id<Ask>,
    /// What is said.
    pub content: Content,
    /// What may be done with it.
    pub standing: Standing,
    /// 0 until it is filled in; raised by every change.
    pub version: i64,
    /// When it was changed last.
    pub edited_at: Option<Timestamp>,
    /// Who changed it last.
    pub edited_by: Option<String>,
}
