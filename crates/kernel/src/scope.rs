//! Whose eyes a query has.

use std::{collections::BTreeSet, fmt, net::IpAddr, sync::Arc};

use crate::{
    Timestamp,
    access::{AccountId, Action, Authority, OrganisationId, Span},
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
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Reach {
    /// What is released: no figure under embargo at this moment, but for those of some organisations.
    Released {
        /// The moment of asking.
        at: Timestamp,
        /// The organisations whose figures are seen before their release; none for the public.
        but_all_of: BTreeSet<OrganisationId>,
    },
    /// Everything: for the operator's own commands, and for whoever may see unreleased figures everywhere.
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
    /// The moment of asking: what is under embargo then is not there.
    at: Timestamp,
    power: Power,
    origin: Origin,
}

impl Scope {
    /// What anybody may see at a moment.
    pub fn public(at: Timestamp) -> Self {
        Self {
            actor: Actor::Public,
            at,
            power: Power::Nothing,
            origin: Origin::default(),
        }
    }

    /// What the operator at the console may see: everything.
    pub fn operator() -> Self {
        Self {
            actor: Actor::Operator,
            at: Timestamp::EPOCH, // nothing is withheld from the operator, whenever it is
            power: Power::Everything,
            origin: Origin::default(),
        }
    }

    /// What somebody who has signed in may do at a moment.
    pub fn of(authority: Authority, at: Timestamp, origin: Origin) -> Self {
        Self {
            actor: Actor::Account(authority.account),
            at,
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
    pub fn reach(&self) -> Reach {
        match self.span(Action::FigureRead) {
            Span::Everywhere => Reach::Everything,
            Span::Organisations(but_all_of) => Reach::Released {
                at: self.at,
                but_all_of,
            },
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Id,
        access::{Held, Role},
    };

    fn reach_of(role: Role, is_everywhere: bool, limits: Option<&[Action]>) -> Reach {
        let authority = Authority {
            account: Id::from_uuid(uuid::Uuid::from_u128(1)),
            held: vec![Held {
                role,
                reach: [office()].into(),
                is_everywhere,
                withheld: None,
            }],
            limits: limits.map(|limits| limits.iter().copied().collect()),
        };
        #[expect(clippy::disallowed_methods, reason = "the test is the authenticator")]
        let scope = Scope::of(authority, Timestamp::EPOCH, Origin::default());
        scope.reach()
    }

    fn office() -> OrganisationId {
        Id::from_uuid(uuid::Uuid::from_u128(9))
    }

    #[test]
    fn unreleased_figures_are_seen_by_who_may_read_figures_and_only_there() {
        let released = |but_all_of: &[OrganisationId]| Reach::Released {
            at: Timestamp::EPOCH,
            but_all_of: but_all_of.iter().copied().collect(),
        };
        assert_eq!(Scope::public(Timestamp::EPOCH).reach(), released(&[]));
        assert_eq!(reach_of(Role::Reporter, false, None), released(&[office()]));
        assert_eq!(reach_of(Role::Reporter, true, None), Reach::Everything);
        assert_eq!(reach_of(Role::SystemAdmin, true, None), released(&[]));
        let other = [Action::OrganisationRead];
        assert_eq!(reach_of(Role::Reporter, true, Some(&other)), released(&[]));
    }
}
