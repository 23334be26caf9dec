//! Whose eyes a query has.

use std::{collections::BTreeSet, fmt, net::IpAddr, sync::Arc};

use crate::{
    Timestamp,
    access::{AccountId, Action, Authority, Span},
};

/// Who acts: a person, a machine, or the operator at the console.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Actor {
    /// Anybody on the public site.
    Public,
    /// Whoever runs the command line on the machine that holds the database.
    Operator,
    /// Somebody who has signed in, or a machine that acts for them.
    Account(AccountId),
}

impl fmt::Display for Actor {
    /// The actor as the audit log writes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Public => f.write_str("public"),
            Self::Operator => f.write_str("operator"),
            Self::Account(id) => write!(f, "account:{id}"),
        }
    }
}

/// What a scope lets through of the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reach {
    /// What is released: no figure under embargo at this moment.
    Released {
        /// The moment of asking.
        at: Timestamp,
    },
    /// Everything, for the operator's own commands.
    Everything,
}

/// Where a request came from, for the audit log.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Origin {
    /// The network address.
    pub address: Option<IpAddr>,
    /// The id of the request.
    pub request: Option<String>,
    /// The session or token that it was made with: `session:…`, `token:…`.
    pub via: Option<String>,
}

/// What a scope may do.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Power {
    Nothing,
    Held(Arc<Authority>),
    Everything,
}

/// The reach of one actor, asked of by every query that returns data.
///
/// Its fields are private. The public scope is the narrowest and is made by the web front door; a wider
/// scope is made by the authenticator or the command line and nowhere else: the lint's list of disallowed
/// methods holds that line, and each exception names its reason.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Scope {
    actor: Actor,
    reach: Reach,
    power: Power,
    origin: Origin,
}

impl Scope {
    /// What anybody may see at a moment.
    pub fn public(at: Timestamp) -> Self {
        Self {
            actor: Actor::Public,
            reach: Reach::Released { at },
            power: Power::Nothing,
            origin: Origin::default(),
        }
    }

    /// What the operator at the console may see: everything.
    pub fn operator() -> Self {
        Self {
            actor: Actor::Operator,
            reach: Reach::Everything,
            power: Power::Everything,
            origin: Origin::default(),
        }
    }

    /// What somebody who has signed in may do at a moment.
    pub fn of(authority: Authority, at: Timestamp, origin: Origin) -> Self {
        Self {
            actor: Actor::Account(authority.account),
            reach: Reach::Released { at },
            power: Power::Held(Arc::new(authority)),
            origin,
        }
    }

    /// The same scope, asking from somewhere.
    #[must_use]
    pub fn from_origin(self, origin: Origin) -> Self {
        Self { origin, ..self }
    }

    /// Who asks.
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The account that asks.
    pub const fn account(&self) -> Option<AccountId> {
        match self.actor {
            Actor::Account(id) => Some(id),
            Actor::Public | Actor::Operator => None,
        }
    }

    /// What the asker may see of the figures.
    pub const fn reach(&self) -> Reach {
        self.reach
    }

    /// Where the request came from.
    pub const fn origin(&self) -> &Origin {
        &self.origin
    }

    /// What the asker holds; `None` for the public and for the operator.
    pub fn authority(&self) -> Option<&Authority> {
        match &self.power {
            Power::Held(authority) => Some(authority),
            Power::Nothing | Power::Everything => None,
        }
    }

    /// The organisations in which the asker may do an action. A list is filtered by it in the query.
    pub fn span(&self, action: Action) -> Span {
        match &self.power {
            Power::Nothing => Span::Organisations(BTreeSet::new()),
            Power::Held(authority) => authority.span(action),
            Power::Everything => Span::Everywhere,
        }
    }

    pub(crate) const fn power(&self) -> &Power {
        &self.power
    }
}
