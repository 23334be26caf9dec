//! Files that show where a figure comes from.

use yanzhi_kernel::{Digest, Id, Timestamp, access::OrganisationId};

use super::Submission;

/// The name of a file as its sender calls it: shown, never used as a path. 1 to 120 characters; no control
/// characters, no path separators, none that turn the direction of writing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileName(String);

impl FileName {
    /// Longest name in characters.
    pub const MAX_CHARS: usize = 120;

    /// A name; `None` when it is none.
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        let turns = |it: char| matches!(it, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        let is_bad =
            |it: char| it.is_control() || matches!(it, '/' | '\\' | ':' | '"') || turns(it);
        let is_fine = !text.is_empty()
            && text.chars().count() <= Self::MAX_CHARS
            && !text.chars().all(|it| it == '.')
            && !text.chars().any(is_bad);
        is_fine.then(|| Self(text.to_owned()))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A file that was handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Its id.
    pub id: Id<Evidence>,
    /// The submission.
    pub submission: Id<Submission>,
    /// Whose quota it counts against.
    pub organisation: OrganisationId,
    /// The cell, by its number.
    pub cell: Option<i64>,
    /// What its sender calls it.
    pub name: FileName,
    /// Its fingerprint, and where it is kept.
    pub digest: Digest,
    /// Its size.
    pub bytes: i64,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_shown_and_leads_nowhere() {
        assert_eq!(
            FileName::new(" 决算表.pdf ").unwrap().as_str(),
            "决算表.pdf"
        );
        for name in [
            "",
            "..",
            "../x",
            "a\\b",
            "C:x",
            "a\"b",
            "a\nb",
            "exe\u{202e}fdp.pdf",
            &"长".repeat(121),
        ] {
            assert!(FileName::new(name).is_none(), "{name:?}");
        }
    }
}
