//! What an account holds at one moment.

use std::collections::BTreeSet;

use super::{AccountId, Action, Holders, OrganisationId, Role};

/// Why a role that somebody holds is not in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Withheld {
    /// The role needs a second factor, and this session has none.
    SecondFactorMissing,
    /// The password has to be changed first.
    PasswordExpired,
}

/// A role held in an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Held {
    /// The role.
    pub role: Role,
    /// The organisation it is held in, and all that stand below it at this moment.
    pub reach: BTreeSet<OrganisationId>,
    /// Whether it is held in the organisation that all others stand under: it reaches what belongs to none, too.
    pub is_everywhere: bool,
    /// Why it is not in force; `None` when it is.
    pub withheld: Option<Withheld>,
}

/// What an account holds at one moment, with the subtree of each role spelled out. Whoever makes one has read
/// the account's state, its grants with their dates, and the tree of organisations just then.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Authority {
    /// The account.
    pub account: AccountId,
    /// The roles that it holds.
    pub held: Vec<Held>,
    /// What a token is limited to; `None` for a person's session.
    pub limits: Option<BTreeSet<Action>>,
}

/// Where an action may be done: a list is asked for with it, so that what is outside never leaves the database.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Span {
    /// Everywhere, and for what belongs to no organisation: the operator at the console, and whoever holds a role in the
    /// organisation that all others stand under.
    Everywhere,
    /// In these organisations; in none when it is empty.
    Organisations(BTreeSet<OrganisationId>),
}

impl Span {
    /// Whether an organisation is within.
    pub fn contains(&self, organisation: OrganisationId) -> bool {
        match self {
            Self::Everywhere => true,
            Self::Organisations(within) => within.contains(&organisation),
        }
    }

    /// Whether nothing is within.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Organisations(within) if within.is_empty())
    }
}

impl Authority {
    /// Whether a token's limits let an action through; a session has none.
    pub fn is_within_limits(&self, action: Action) -> bool {
        self.limits
            .as_ref()
            .is_none_or(|limits| limits.contains(&action))
    }

    /// The organisations in which an action may be done.
    pub fn span(&self, action: Action) -> Span {
        if !self.is_within_limits(action) {
            return Span::Organisations(BTreeSet::new());
        }
        let in_force = || self.carrying(action).filter(|held| held.withheld.is_none());
        if in_force().any(|held| held.is_everywhere) {
            return Span::Everywhere;
        }
        let reach = in_force().flat_map(|held| held.reach.iter().copied());
        Span::Organisations(reach.collect())
    }

    /// The roles that carry an action, in force or not.
    pub fn carrying(&self, action: Action) -> impl Iterator<Item = &Held> {
        self.held
            .iter()
            .filter(move |held| action.is_carried_by(held.role))
    }

    /// Whether an action is done with one's own account.
    pub(super) const fn is_own(action: Action) -> bool {
        matches!(action.holders(), Holders::Oneself)
    }
}
