//! Names to sign in with.

use std::fmt;

use unicode_normalization::UnicodeNormalization as _;
use unicode_security::MixedScript as _;

/// A name to sign in with, in the one form in which names are compared: NFKC, case-folded, of one script (Han and
/// Latin count as one, as in `张wei`), 2 to 64 letters, digits, `.`, `_`, `-` and `@`. `ＡDMIN` and `admin` are the
/// same name, and a Cyrillic `аdmin` is none.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Login(String);

/// The text is no name to sign in with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "this is not a name to sign in with: use {min} to {max} letters, digits, `.`, `_`, `-` or `@`, all of one script",
    min = Login::MIN_CHARS,
    max = Login::MAX_CHARS
)]
pub struct InvalidLogin;

impl Login {
    /// Shortest name in characters.
    pub const MIN_CHARS: usize = 2;
    /// Longest name in characters.
    pub const MAX_CHARS: usize = 64;

    /// Reads a name as typed.
    ///
    /// # Errors
    /// [`InvalidLogin`].
    pub fn new(typed: &str) -> Result<Self, InvalidLogin> {
        // A name of four bytes a character and no more is all that has to be looked at.
        if typed.len() > 4 * Self::MAX_CHARS {
            return Err(InvalidLogin);
        }
        let folded: String =
            caseless::default_case_fold_str(&typed.trim().nfkc().collect::<String>())
                .nfkc()
                .collect();
        let length = folded.chars().count();
        let is_allowed = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '@');
        let is_fine = (Self::MIN_CHARS..=Self::MAX_CHARS).contains(&length)
            && folded.chars().all(is_allowed)
            && folded.starts_with(char::is_alphanumeric)
            && folded.as_str().is_single_script();
        is_fine.then_some(Self(folded)).ok_or(InvalidLogin)
    }

    /// The name in the form in which it is compared.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn login(text: &str) -> Option<String> {
        Login::new(text).ok().map(|login| login.to_string())
    }

    #[test]
    fn one_person_has_one_name_however_it_is_typed() {
        for typed in ["admin", "ADMIN", "ＡＤＭＩＮ", " Admin ", "ａdmin"] {
            assert_eq!(login(typed).as_deref(), Some("admin"), "{typed:?}");
        }
        assert_eq!(login("Straße"), login("STRASSE"));
        assert_eq!(login("张伟").as_deref(), Some("张伟"));
        assert_eq!(login("wang.wei@stb-1").as_deref(), Some("wang.wei@stb-1"));
    }

    #[test]
    fn look_alikes_and_the_rest_are_refused() {
        let long = "a".repeat(65);
        for typed in [
            "",
            "a",
            "аdmin",
            "αdmin",
            "ad min",
            "a\tb",
            "<script>",
            "a/b",
            "-ab",
            "a\u{202e}b",
            "a\u{200b}b",
            long.as_str(),
        ] {
            assert_eq!(login(typed), None, "{typed:?}");
        }
    }
}
