//! The reviewed decisions, and what they say of a cell.

use serde::Deserialize;

use super::people::{Principal, Proof, Relation};

/// What may be done with one operation of the API.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Operation {
    pub(super) name: String,
    pub(super) kind: Kind,
    asks: Option<String>,
    pub(super) at: Option<String>,
    pub(super) sends: Option<String>,
    shows: Option<String>,
    #[serde(default)]
    roles: Vec<String>,
    #[serde(default)]
    places: Vec<Relation>,
    allowed: String,
    hidden: Option<String>,
    outside: Option<String>,
    token: Option<String>,
}

/// What an operation is about.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub(super) enum Kind {
    Place,
    List,
    Session,
    SignOut,
    Open,
}

/// What a cell expects, as status and code.
pub(super) enum Expected {
    Allowed(String),
    /// An answer in which something stands, or does not.
    Shown(String, bool),
    Refused(String),
}

#[derive(Deserialize)]
struct Table {
    operation: Vec<Operation>,
}

pub(super) fn decisions() -> Vec<Operation> {
    let table: Table = toml::from_str(include_str!("decisions.toml")).unwrap();
    table.operation
}

impl Operation {
    pub(super) fn method(&self) -> &str {
        self.name.split_once(' ').unwrap().0
    }

    pub(super) fn path(&self) -> &str {
        let plain = self.name.split_once(' ').unwrap().1;
        self.asks.as_deref().unwrap_or(plain)
    }

    pub(super) fn expect(&self, principal: &Principal, relation: Relation) -> Expected {
        let refused = |said: &str| Expected::Refused(said.to_owned());
        if self.kind == Kind::Open {
            return Expected::Allowed(self.allowed.clone());
        }
        let Some(role) = principal.role else {
            return refused("401 sign-in-required");
        };
        let lacks_proof = principal.proof == Proof::Session(false) && self.method() != "GET";
        if matches!(self.kind, Kind::Session | Kind::SignOut) {
            return match principal.proof {
                Proof::Token => refused(self.token.as_deref().unwrap_or("403 token-scope")),
                _ if lacks_proof => refused("403 csrf-token-missing"),
                _ => Expected::Allowed(self.allowed.clone()),
            };
        }
        if !principal.standing.counts() || !self.roles.iter().any(|it| it == role.as_str()) {
            return refused("403 role-missing");
        }
        if principal.proof == Proof::PasswordOnly && role.needs_second_factor() {
            return refused("403 second-factor-required");
        }
        if lacks_proof {
            return refused("403 csrf-token-missing");
        }
        self.expect_in_place(relation)
    }

    /// For somebody who holds a role that may.
    fn expect_in_place(&self, relation: Relation) -> Expected {
        let may = self.places.contains(&relation);
        match (&self.shows, may) {
            (Some(shows), may) => Expected::Shown(shows.clone(), may),
            (None, true) => Expected::Allowed(self.allowed.clone()),
            (None, false) => {
                let is_hidden = matches!(relation, Relation::Sibling | Relation::Parent);
                let said = if is_hidden {
                    &self.hidden
                } else {
                    &self.outside
                };
                Expected::Refused(said.clone().unwrap())
            }
        }
    }
}

impl Expected {
    pub(super) const fn is_allowed(&self) -> bool {
        !matches!(self, Self::Refused(_))
    }
}
