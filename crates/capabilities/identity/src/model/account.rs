//! Accounts.

use yanzhi_kernel::{
    Lang, Timestamp,
    access::{AccountId, OrganisationId, Refusal},
};

use super::{Login, Secret};

/// Somebody who may sign in, or will.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// The name to sign in with. It is never given to somebody else.
    pub login: Login,
    /// The name to show.
    pub name: DisplayName,
    /// Where the person belongs.
    pub organisation: OrganisationId,
    /// Whether it may sign in.
    pub state: AccountState,
    /// The language of its owner.
    pub lang: Lang,
    /// Raised by every change: who changes it says which version they saw.
    pub version: i64,
    /// Raised by every change of what it may do and how it proves itself. Sessions and tokens carry the number they
    /// were made with and are refused when it differs.
    pub rights_version: i64,
    /// When its password was set; `None` before it has one.
    pub password_at: Option<Timestamp>,
    /// When its second factor was set up.
    pub second_factor_at: Option<Timestamp>,
}

/// Whether an account may sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AccountState {
    /// Its invitation has not been taken up.
    Invited,
    /// It may.
    Active,
    /// It may not, until it is enabled again.
    Disabled,
}

impl AccountState {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::Invited, Self::Active, Self::Disabled];

    /// Its word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Active => "active",
            Self::Disabled => "disabled",
        }
    }

    /// The state of a word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == word)
    }
}

/// A name to show: 1 to 60 characters without control characters or marks that turn the direction of writing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisplayName(String);

/// The text is no name to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "this is not a name to show: use 1 to {max} characters without control characters",
    max = DisplayName::MAX_CHARS
)]
pub struct InvalidDisplayName;

impl DisplayName {
    /// Longest name in characters.
    pub const MAX_CHARS: usize = 60;

    /// A name; surrounding blanks are left out.
    ///
    /// # Errors
    /// [`InvalidDisplayName`].
    pub fn new(text: &str) -> Result<Self, InvalidDisplayName> {
        let name = text.trim();
        let turns = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        let is_fine = (1..=Self::MAX_CHARS).contains(&name.chars().count())
            && !name.chars().any(|c| c.is_control() || turns(c));
        is_fine
            .then(|| Self(name.to_owned()))
            .ok_or(InvalidDisplayName)
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Somebody to be invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAccount {
    /// The name to sign in with.
    pub login: Login,
    /// The name to show.
    pub name: DisplayName,
    /// Where the person belongs.
    pub organisation: OrganisationId,
    /// The language of its owner.
    pub lang: Lang,
}

/// Somebody who has been invited.
#[derive(Debug)]
pub struct Invited {
    /// The account.
    pub account: Account,
    /// What the link carries. It is shown once; only its fingerprint is kept.
    pub secret: Secret,
    /// Until when it can be taken up.
    pub expires_at: Timestamp,
}

/// An account that is not there, or not to be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownAccount {
    /// What the asker would need to see it.
    pub refusal: Refusal,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_deceive_are_refused() {
        for text in ["", "  ", "a\nb", "王\u{202e}伟", "王\u{200b}伟", "\u{7}"] {
            assert!(DisplayName::new(text).is_err(), "{text:?}");
        }
        assert!(DisplayName::new(&"王".repeat(61)).is_err());
        assert_eq!(DisplayName::new(" 王伟 ").unwrap().as_str(), "王伟");
    }

    #[test]
    fn states_are_read_as_they_are_written() {
        for state in AccountState::ALL {
            assert_eq!(AccountState::of_word(state.as_str()), Some(state));
        }
    }
}
