//! Sessions of people and tokens of machines.

use std::collections::BTreeSet;

use uuid::Uuid;
use yanzhi_kernel::{
    Timestamp,
    access::{AccountId, Action},
};

/// How the owner of a session has proved who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Assurance {
    /// By password; the code of the second factor is still to come, and nothing is allowed before.
    AwaitsCode,
    /// By password; the account has no second factor.
    Password,
    /// By password and second factor, or by a sign-on that vouches for two.
    TwoFactors,
}

impl Assurance {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::AwaitsCode, Self::Password, Self::TwoFactors];

    /// Its word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AwaitsCode => "awaits_code",
            Self::Password => "password",
            Self::TwoFactors => "two_factors",
        }
    }

    /// The kind of a word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == word)
    }
}

/// Somebody who is signed in somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its id.
    pub id: Uuid,
    /// Who it is.
    pub account: AccountId,
    /// How they proved it.
    pub assurance: Assurance,
    /// What the account's rights were when it was made; see [`crate::rules::rights_stamp`].
    pub stamp: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last used, to the minute.
    pub seen_at: Timestamp,
    /// When it ends however much it is used.
    pub expires_at: Timestamp,
    /// When it was ended.
    pub ended_at: Option<Timestamp>,
    /// The network address that it was made from.
    pub address: Option<String>,
    /// What the browser called itself.
    pub agent: Option<String>,
}

/// A machine that acts for somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its id.
    pub id: Uuid,
    /// For whom it acts.
    pub account: AccountId,
    /// What its owner calls it.
    pub name: String,
    /// What it may do, as far as its owner may.
    pub actions: BTreeSet<Action>,
    /// How its owner had proved who they are.
    pub assurance: Assurance,
    /// What the account's rights were when it was made.
    pub stamp: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
    /// When it was last used, to the minute.
    pub used_at: Option<Timestamp>,
    /// When it was taken back.
    pub revoked_at: Option<Timestamp>,
}
