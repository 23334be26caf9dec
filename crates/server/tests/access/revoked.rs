//! Whatever changes what somebody may do, what they were signed in with before is refused at its next request.

use std::time::Duration;

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};
use totp_rs::Totp;
use yanzhi_server::SCHEMA;
use yanzhi_testkit::{Answer, Person, each_database};

use crate::city::{City, PASSWORD, code_of, enrol, wait};

/// A change of rights, and what goes with it.
struct Change {
    what: &'static str,
    /// The session that was signed in first; it is the one that changes its own account.
    first: Fate,
    /// Another session of the same account.
    second: Fate,
    /// A token of the same account.
    token: Fate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Ends,
    Stays,
}

use Fate::{Ends, Stays};

/// The table: everything that was made before ends, unless it is one thing alone that is taken back.
const CHANGES: &[Change] = &[
    Change {
        what: "grant",
        first: Ends,
        second: Ends,
        token: Ends,
    },
    Change {
        what: "end grant",
        first: Ends,
        second: Ends,
        token: Ends,
    },
    Change {
        what: "move account",
        first: Ends,
        second: Ends,
        token: Ends,
    },
    Change {
        what: "move organisation",
        first: Ends,
        second: Ends,
        token: Ends,
    },
    Change {
        what: "merge organisation",
        first: Ends,
        second: Ends,
        token: Ends,
    },
    Change {
        what: "disable",
        first: Ends,
        second: Ends,
        token: Ends,
    },
    Change {
        what: "disable and enable",
        first: Ends,
        second: Ends,
        token: Ends,
    },
    Change {
        what: "reset second factor",
        first: Ends,
        second: Ends,
        token: Ends,
    },
    Change {
        what: "change password",
        first: Ends,
        second: Ends,
        token: Ends,
    },
    Change {
        what: "remove second factor",
        first: Ends,
        second: Ends,
        token: Ends,
    },
    Change {
        what: "end sessions",
        first: Ends,
        second: Ends,
        token: Stays,
    },
    Change {
        what: "end one session",
        first: Stays,
        second: Ends,
        token: Stays,
    },
    Change {
        what: "sign out",
        first: Ends,
        second: Stays,
        token: Stays,
    },
    Change {
        what: "revoke token",
        first: Stays,
        second: Stays,
        token: Ends,
    },
];

#[tokio::test]
async fn every_change_of_rights_ends_what_was_signed_in_before() {
    each_database(&SCHEMA, async |database| {
        let mut city = City::set_up(database).await;
        for (number, change) in CHANGES.iter().enumerate() {
            let mut subject = Subject::new(&mut city, number).await;
            for (person, name) in subject.with_names() {
                let works = fate(person).await;
                assert_eq!(works, Stays, "{name} before {}", change.what);
            }
            subject.suffer(&mut city, change.what).await;
            let expected = [change.first, change.second, change.token];
            for ((person, name), expected) in subject.with_names().into_iter().zip(expected) {
                assert_eq!(fate(person).await, expected, "{name} after {}", change.what);
            }
        }
        eprintln!(
            "{} changes, {} credentials",
            CHANGES.len(),
            3 * CHANGES.len()
        );
    })
    .await;
}

#[tokio::test]
async fn whoever_changes_their_own_password_goes_on_with_another_secret() {
    each_database(&SCHEMA, async |database| {
        let mut city = City::set_up(database).await;
        let mut subject = Subject::new(&mut city, 0).await;
        let old = subject.first.clone();
        let body = json!({ "current": PASSWORD, "wanted": "amber heron ferry 42" });
        let changed = subject
            .first
            .send(Method::PUT, "/api/v1/me/password", Some(body), None)
            .await;
        let _ = changed.expect(StatusCode::OK);
        assert_ne!(subject.first.cookie(), old.cookie());
        assert_eq!(fate(&subject.first).await, Stays);
        assert_eq!(fate(&old).await, Ends);
    })
    .await;
}

/// Somebody with a role that needs a second factor, signed in twice, with a token.
struct Subject {
    id: String,
    office: String,
    totp: Totp,
    first: Person,
    second: Person,
    token: Person,
    token_id: String,
}

impl Subject {
    async fn new(city: &mut City<'_>, number: usize) -> Self {
        let (office, login) = (format!("OFFICE-{number}"), format!("subject-{number}"));
        city.add_organisation(&office, &office, "department", "330203")
            .await;
        let id = city.invite(&login, &office).await;
        let _ = city
            .grant(&id, "reviewer", &office)
            .await
            .expect(StatusCode::CREATED);
        let mut first = city.signed_in(&login).await;
        let totp = enrol(city.database, &mut first).await;
        wait(city.database, Duration::from_secs(30)); // a code counts once
        let mut second = city.signed_in(&login).await;
        let code = json!({ "code": code_of(&totp, city.database) });
        let _ = second
            .post("/api/v1/session/second-factor", code)
            .await
            .expect(StatusCode::OK);
        let body = json!({ "name": "machine", "actions": ["organisation.read"], "days": 1 });
        let made = first
            .post("/api/v1/me/tokens", body)
            .await
            .expect(StatusCode::CREATED)
            .body;
        let token = Person::with_token(city.app.clone(), made["secret"].as_str().unwrap());
        let token_id = made["token"]["id"].as_str().unwrap().to_owned();
        Self {
            id,
            office,
            totp,
            first,
            second,
            token,
            token_id,
        }
    }

    fn with_names(&self) -> [(&Person, &'static str); 3] {
        [
            (&self.first, "the first session"),
            (&self.second, "the second session"),
            (&self.token, "the token"),
        ]
    }

    async fn suffer(&mut self, city: &mut City<'_>, what: &str) {
        let account = format!("/api/v1/accounts/{}", self.id);
        let office = format!("/api/v1/organisations/{}", self.office);
        let elsewhere = || Some(json!({ "code": "330205" }));
        let admin = &mut city.system_admin;
        match what {
            "grant" => {
                let _ = city
                    .grant(&self.id, "viewer", "330205")
                    .await
                    .expect(StatusCode::CREATED);
            }
            "end grant" => {
                let admin = &mut city.security_admin;
                let seen = admin.get(&account).await.body;
                let deed = format!("/roles/{}", seen["roles"][0]["id"].as_str().unwrap());
                change(admin, Method::DELETE, (&account, &deed), None).await;
            }
            "move account" => {
                let body = Some(json!({ "organisation": "330205" }));
                change(admin, Method::PATCH, (&account, ""), body).await;
            }
            "move organisation" => {
                change(admin, Method::POST, (&office, "/move"), elsewhere()).await;
            }
            "merge organisation" => {
                change(admin, Method::POST, (&office, "/merge"), elsewhere()).await;
            }
            "disable" => change(admin, Method::POST, (&account, "/disable"), None).await,
            "disable and enable" => {
                change(admin, Method::POST, (&account, "/disable"), None).await;
                change(admin, Method::POST, (&account, "/enable"), None).await;
            }
            "reset second factor" => {
                change(
                    admin,
                    Method::POST,
                    (&account, "/reset-second-factor"),
                    None,
                )
                .await;
            }
            "end sessions" => {
                let path = format!("{account}/end-sessions");
                let _ = admin
                    .send(Method::POST, &path, None, None)
                    .await
                    .expect(StatusCode::OK);
            }
            own => self.change_own(city, own).await,
        }
    }

    /// What somebody does with their own account: their browser gets another secret, and the old one is asked with.
    async fn change_own(&self, city: &City<'_>, what: &str) {
        let mut person = self.first.clone();
        let answer = match what {
            "change password" => {
                let body = json!({ "current": PASSWORD, "wanted": "amber heron ferry 42" });
                person
                    .send(Method::PUT, "/api/v1/me/password", Some(body), None)
                    .await
            }
            "remove second factor" => {
                wait(city.database, Duration::from_secs(30)); // a code counts once
                let code = code_of(&self.totp, city.database);
                let body = json!({ "password": PASSWORD, "code": code });
                person.post("/api/v1/me/second-factor/remove", body).await
            }
            "end one session" => {
                let sessions = person.get("/api/v1/me/sessions").await.body;
                let others = sessions["items"].as_array().unwrap().iter();
                let mut others = others.filter(|it| it["is_this"] == false);
                let other = others.next_back().unwrap();
                delete(&mut person, "/api/v1/me/sessions", &other["id"]).await
            }
            "sign out" => {
                person
                    .send(Method::DELETE, "/api/v1/session", None, None)
                    .await
            }
            "revoke token" => delete(&mut person, "/api/v1/me/tokens", &json!(self.token_id)).await,
            other => panic!("{other}"),
        };
        assert!(answer.status.is_success(), "{what}: {}", answer.text);
    }
}

async fn delete(person: &mut Person, path: &str, id: &Value) -> Answer {
    let path = format!("{path}/{}", id.as_str().unwrap());
    person.send(Method::DELETE, &path, None, None).await
}

/// Changes something as it is now.
async fn change(
    admin: &mut Person,
    method: Method,
    (path, deed): (&str, &str),
    body: Option<Value>,
) {
    let seen = admin.get(path).await.expect(StatusCode::OK);
    let answer = admin
        .change(
            method,
            &format!("{path}{deed}"),
            &seen.body["version"],
            body,
        )
        .await;
    assert!(answer.status.is_success(), "{path}{deed}: {}", answer.text);
}

/// Whether what somebody was signed in with still counts.
async fn fate(person: &Person) -> Fate {
    let answer = person.clone().get("/api/v1/organisations").await;
    match answer.status {
        StatusCode::OK => Stays,
        StatusCode::UNAUTHORIZED => Ends,
        other => panic!("{other}: {}", answer.text),
    }
}
