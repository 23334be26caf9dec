//! Who asks, and what they ask about.

use std::fmt;

use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};
use yanzhi_kernel::access::{Action, Holders, Role};
use yanzhi_testkit::Person;

use super::lapsed::lapsed;
use crate::{
    city::{City, enrol},
    small::operator,
};

/// Where a thing stands to the organisation that a role is held in.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub(super) enum Relation {
    Own,
    Child,
    Sibling,
    Parent,
    /// The role is held in the organisation above all.
    Everywhere,
}

/// How somebody has shown who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Proof {
    /// In a browser with a second factor, with the session's token or without.
    Session(bool),
    /// In a browser, by password alone.
    PasswordOnly,
    /// A token for everything that tokens can be for.
    Token,
}

/// Whether a role counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    Held,
    /// It is held, and another one like it was taken back in the organisation beside.
    HeldAndTakenBackBeside,
    TakenBack,
    /// Taken back in the organisation beside; in one's own there never was one.
    TakenBackBeside,
    Expired,
    Later,
    /// The organisation that it was held in has been closed.
    PlaceClosed,
}

/// Every way in which a role does not count.
pub(super) const LAPSED: [Standing; 5] = [
    Standing::TakenBack,
    Standing::TakenBackBeside,
    Standing::Expired,
    Standing::Later,
    Standing::PlaceClosed,
];

impl Standing {
    pub(super) const fn counts(self) -> bool {
        matches!(self, Self::Held | Self::HeldAndTakenBackBeside)
    }
}

/// Somebody who asks.
pub(super) struct Principal {
    /// None for somebody who is not signed in.
    pub(super) role: Option<Role>,
    pub(super) standing: Standing,
    pub(super) proof: Proof,
    /// Whether the role is held in the organisation above all.
    pub(super) is_everywhere: bool,
    pub(super) person: Person,
    pub(super) login: String,
    /// As the log writes them.
    pub(super) actor: String,
}

/// An organisation, and an account that belongs to it.
pub(super) struct Subject {
    code: &'static str,
    organisation: String,
    account: String,
}

/// Everybody and everything.
pub(super) struct People {
    principals: Vec<std::rc::Rc<Principal>>,
    anonymous: std::rc::Rc<Principal>,
    /// Own, child, sibling, parent.
    subjects: Vec<Subject>,
}

pub(super) const OWN: &str = "330203";
const ROOT: &str = "330200";
pub(super) const BESIDE: &str = "330205";
pub(super) const TO_BE_CLOSED: &str = "330203-9";
const SUBJECTS: [&str; 4] = [OWN, "330203-1", "330205", ROOT];
/// Nothing has this id.
const NOBODY: &str = "00000000-0000-7000-8000-000000000000";

impl People {
    /// Adds what stands below, an account for each place, and people of every role.
    pub(super) async fn gather(city: &mut City<'_>) -> Self {
        for (code, parent) in [
            ("330203-1", OWN),
            ("330203-1-1", "330203-1"),
            ("330205-1", BESIDE),
            (TO_BE_CLOSED, OWN),
        ] {
            city.add_organisation(code, code, "township", parent).await;
        }
        let mut subjects = Vec::new();
        for code in SUBJECTS {
            subjects.push(subject(city, code).await);
        }
        let mut principals = Vec::new();
        for role in Role::ALL {
            for (place, is_everywhere) in [(OWN, false), (ROOT, true)] {
                principals.extend(principals_of(city, *role, place, is_everywhere).await);
            }
        }
        principals.extend(lapsed(city).await);
        let anonymous = Principal {
            role: None,
            standing: Standing::Held,
            proof: Proof::PasswordOnly,
            is_everywhere: false,
            person: Person::new(city.app.clone()),
            login: String::new(),
            actor: "public".to_owned(),
        };
        Self {
            principals: principals.into_iter().map(Into::into).collect(),
            anonymous: anonymous.into(),
            subjects,
        }
    }

    pub(super) fn principals(&self) -> Vec<std::rc::Rc<Principal>> {
        self.principals.clone()
    }

    pub(super) fn anonymous(&self) -> std::rc::Rc<Principal> {
        std::rc::Rc::clone(&self.anonymous)
    }

    pub(super) fn subject(&self, relation: Relation) -> &Subject {
        let place = match relation {
            Relation::Own | Relation::Everywhere => 0,
            Relation::Child => 1,
            Relation::Sibling => 2,
            Relation::Parent => 3,
        };
        &self.subjects[place]
    }
}

async fn subject(city: &mut City<'_>, code: &'static str) -> Subject {
    let account = city.invite(&format!("subject-{code}"), code).await;
    let tx = city.database.read().await;
    let found = yanzhi_organisations::organisation(&tx, &operator(), &code.parse().unwrap()).await;
    Subject {
        code,
        organisation: found.unwrap().id.to_string(),
        account,
    }
}

impl Subject {
    /// Puts the place into a text.
    pub(super) fn fill(&self, text: &str) -> String {
        text.replace("{code}", self.code)
            .replace("{organisation}", &self.organisation)
            .replace("{id}", &self.account)
            .replace("{grant}", NOBODY)
            .replace("{nobody}", NOBODY)
    }
}

/// Somebody with a second factor, in three ways, and somebody without one.
async fn principals_of(
    city: &mut City<'_>,
    role: Role,
    place: &str,
    is_everywhere: bool,
) -> Vec<Principal> {
    let word = role.as_str();
    let mut made = Vec::new();
    for with_factor in [true, false] {
        let login = format!("{}-{place}-{with_factor}", word.replace('_', "-"));
        let id = city.invite(&login, place).await;
        let _ = city
            .grant(&id, word, place)
            .await
            .expect(StatusCode::CREATED);
        let mut person = city.signed_in(&login).await;
        let mut proofs = vec![(Proof::PasswordOnly, person.clone())];
        if with_factor {
            enrol(city.database, &mut person).await;
            let token = token(city, &mut person).await;
            let mut without = person.clone();
            without.set_csrf_token(None);
            proofs = vec![
                (Proof::Session(true), person),
                (Proof::Session(false), without),
                (Proof::Token, token),
            ];
        }
        made.extend(proofs.into_iter().map(|(proof, person)| Principal {
            role: Some(role),
            standing: Standing::Held,
            proof,
            is_everywhere,
            person,
            login: login.clone(),
            actor: format!("account:{id}"),
        }));
    }
    made
}

/// A token for all that is not about one's own account. It is used once: its first use is written down.
async fn token(city: &City<'_>, person: &mut Person) -> Person {
    let of_roles = |it: &&Action| it.holders() != Holders::Oneself;
    let actions: Vec<&str> = Action::ALL
        .iter()
        .filter(of_roles)
        .map(|it| it.as_str())
        .collect();
    let body = json!({ "name": "machine", "actions": actions, "days": 30 });
    let made = person
        .post("/api/v1/me/tokens", body)
        .await
        .expect(StatusCode::CREATED);
    let secret = made.body["secret"].as_str().unwrap();
    let mut machine = Person::with_token(city.app.clone(), secret);
    let seen: Value = machine
        .get("/api/v1/session")
        .await
        .expect(StatusCode::OK)
        .body;
    assert_eq!(seen["state"], "anonymous", "a token is no session");
    machine
}

impl fmt::Display for Principal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let role = self.role.map_or("nobody", Role::as_str);
        write!(f, "{role} ({:?}, {:?})", self.standing, self.proof)
    }
}
