//! Whose eyes a query has.

use crate::Timestamp;

/// Who acts: a person, a machine, or the operator at the console.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Actor {
    /// Anybody on the public site.
    Public,
    /// Whoever runs the command line on the machine that holds the database.
    Operator,
}

impl Actor {
    /// The actor as the audit log writes it.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Operator => "operator",
        }
    }
}

/// What a scope lets through.
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

/// The reach of one actor, asked of by every query that returns data.
///
/// Its fields are private. The public scope is the narrowest and is made by the web front door; a wider
/// scope is made by the authenticator or the command line and nowhere else: the lint's list of disallowed
/// methods holds that line, and each exception names its reason.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Scope {
    actor: Actor,
    reach: Reach,
}

impl Scope {
    /// What anybody may see at a moment.
    pub const fn public(at: Timestamp) -> Self {
        Self {
            actor: Actor::Public,
            reach: Reach::Released { at },
        }
    }

    /// What the operator at the console may see: everything.
    pub const fn operator() -> Self {
        Self {
            actor: Actor::Operator,
            reach: Reach::Everything,
        }
    }

    /// Who asks.
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }

    /// What the asker may see.
    pub const fn reach(&self) -> Reach {
        self.reach
    }
}
