//! What somebody may not see makes no difference to what they are answered.
//!
//! Two worlds are the same platform before and after something that those who ask may not see: other organisations
//! and their accounts, roles, sessions and entries of the log, figures under embargo. Every route that reads answers
//! each of them byte for byte the same. The clock stands still, so that nothing has to be masked but the request's id.

use std::time::Duration;

use axum::http::{Method, StatusCode};
use rand_chacha::{
    ChaCha12Rng,
    rand_core::{Rng as _, SeedableRng as _},
};
use serde_json::json;
use yanzhi_server::SCHEMA;
use yanzhi_testkit::{Answer, Person, TestDatabase, each_database};

use crate::{
    city::{City, PASSWORD},
    rounds, small,
};

/// How many pairs of worlds are compared; `INTERFERENCE_PAIRS` says another number.
const PAIRS: u32 = 50;
/// Which chances are taken.
const SEED: u64 = 20_261_124;

const OWN: &str = "330203";
const HIDDEN: &str = "330205";

/// What is asked: `{place}` and `{account}` are filled with places and accounts, seen and unseen.
const READS: &[&str] = &[
    "/api/v1/organisations",
    "/api/v1/organisations/{place}",
    "/api/v1/accounts?limit=200",
    "/api/v1/accounts?limit=2",
    "/api/v1/accounts?limit=200&unused_days=1",
    "/api/v1/accounts/{account}",
    "/api/v1/accounts/{account}/rights",
    "/api/v1/access/holders?action=account.read&organisation={place}",
    "/api/v1/audit/entries?limit=500",
    "/api/v1/audit/entries?action=account.invite",
    "/api/v1/me",
    "/api/v1/me/sessions",
    "/api/v1/me/tokens",
    "/api/v1/session",
    "/api/v1/session/sign-on",
    "/api/v1/session/sign-on/callback?state=x&code=x",
    "/api/v1/setup",
    "/api/v1/password-policy",
    "/api/v1/strategies",
    "/api/v1/strategies/small",
    "/api/v1/strategies/small/figures",
    "/api/v1/strategies/small/figures?indicator=RD&as_of=2027-01-01",
    "/api/v1/strategies/small/figures/export?format=csv",
    "/api/v1/strategies/small/figures/history?indicator=RD&unit=A&caliber=ALL&period=2023",
    "/api/v1/strategies/small/catalogue",
    "/api/v1/strategies/small/catalogue/frameworks",
    "/api/v1/strategies/small/catalogue/frameworks/1",
    "/api/v1/strategies/small/catalogue/frameworks/1/check",
    "/api/v1/strategies/small/catalogue/frameworks/1/compare/1",
    "/api/v1/strategies/small/catalogue/frameworks/1/export?format=pack",
    "/api/v1/strategies/small/catalogue/indicators",
    "/api/v1/strategies/small/catalogue/indicators/RD",
    "/api/v1/strategies/small/catalogue/indicators/RD/history",
    "/api/v1/strategies/small/framework",
    "/api/v1/strategies/small/indicators",
    "/api/v1/strategies/small/indicators/RD",
    "/api/v1/strategies/small/league-table",
    "/api/v1/strategies/small/league-table/export?format=csv",
    "/api/v1/strategies/small/periods",
    "/api/v1/strategies/small/rounds",
    "/api/v1/strategies/small/rounds/O-{place}",
    "/api/v1/strategies/small/rounds/SHARED",
    "/api/v1/strategies/small/rounds/SHARED/design",
    "/api/v1/strategies/small/rounds/SHARED/progress",
    "/api/v1/strategies/small/rounds/SHARED/submissions",
    "/api/v1/strategies/small/rounds/SHARED/submissions/{place}",
    "/api/v1/strategies/small/rounds/SHARED/submissions/{place}/comments",
    "/api/v1/strategies/small/rounds/SHARED/submissions/{place}/evidence",
    "/api/v1/strategies/small/rounds/SHARED/submissions/{place}/evidence/{account}",
    "/api/v1/strategies/small/rounds/SHARED/submissions/{place}/history",
    "/api/v1/strategies/small/units",
    "/api/v1/strategies/small/units/A/explanation",
    "/api/v1/strategies/small/units/A/profile",
    "/api/v1/workbench",
];
/// The routes that read and belong in `READS`, by what their path begins with.
const POSTS_THAT_READ: &[&str] = &["/api/v1/audit/export"];

#[tokio::test]
async fn what_may_not_be_seen_makes_no_difference() {
    each_database(&SCHEMA, async |database| {
        let mut worlds = Worlds::new(database).await;
        let mut before = worlds.answers().await;
        let pairs = pairs();
        for number in 0..pairs {
            let done = worlds.change_what_is_hidden(number).await;
            let after = worlds.answers().await;
            for ((asked, was), (_, is)) in before.iter().zip(&after) {
                assert_eq!(was, is, "pair {number}, after {done:?}: {asked}");
            }
            before = after;
        }
        assert!(worlds.hidden_things() > 10, "the worlds differed");
        eprintln!("{pairs} pairs, {} answers each", before.len());
    })
    .await;
}

#[test]
fn every_route_that_reads_is_asked() {
    let described: serde_json::Value =
        serde_json::from_str(&yanzhi_server::openapi_document().unwrap()).unwrap();
    for (path, methods) in described["paths"].as_object().unwrap() {
        if methods["get"].is_null() {
            continue;
        }
        let wanted: Vec<&str> = path.split('/').collect();
        let is_it = |read: &&str| {
            let read: Vec<&str> = read.split('?').next().unwrap().split('/').collect();
            read.len() == wanted.len()
                && read
                    .iter()
                    .zip(&wanted)
                    .all(|(a, b)| a == b || b.starts_with('{'))
        };
        assert!(READS.iter().any(is_it), "{path} is not asked");
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "how long a test may take is the environment's business"
)]
fn pairs() -> u32 {
    let said = std::env::var("INTERFERENCE_PAIRS").ok();
    said.map_or(PAIRS, |said| said.parse().unwrap())
}

/// A platform, those who ask, and what they may not see.
struct Worlds<'a> {
    city: City<'a>,
    asking: Vec<(&'static str, Person)>,
    chance: ChaCha12Rng,
    /// Hidden organisations by code, and hidden accounts by name and id.
    places: Vec<String>,
    accounts: Vec<(String, String)>,
    own_account: String,
}

impl<'a> Worlds<'a> {
    async fn new(database: &'a TestDatabase) -> Self {
        let mut city = City::set_up(database).await;
        city.add_organisation("330203-1", "段塘", "township", OWN)
            .await;
        let own_account = city.invite("own", "330203-1").await;
        let tx = database.write().await;
        let imported = small::import(database, &tx, small::FIGURES).await;
        small::score(database, &tx, &imported).await;
        tx.commit().await.unwrap();
        let places = [(OWN, "A"), (HIDDEN, "B")];
        rounds::score_as(database, &places).await;
        rounds::in_each(database, &places).await;
        rounds::shared(database, "330200", &["A", "B"]).await;
        rounds::score_as_nothing(database).await;
        let mut asking = vec![("nobody", Person::new(city.app.clone()))];
        for role in [
            "reporter",
            "reviewer",
            "analyst",
            "system_admin",
            "security_admin",
            "auditor",
        ] {
            let login = role.replace('_', "-");
            asking.push((role, city.somebody(&login, (role, OWN), true).await));
        }
        let mut worlds = Self {
            city,
            asking,
            chance: ChaCha12Rng::seed_from_u64(SEED),
            places: vec![HIDDEN.to_owned()],
            accounts: Vec::new(),
            own_account,
        };
        worlds.invite("first").await;
        worlds
    }

    /// What everybody is answered to everything.
    async fn answers(&mut self) -> Vec<(String, String)> {
        let seen = self.accounts[0].1.clone();
        let mut answers = Vec::new();
        for (who, person) in &mut self.asking {
            for read in READS {
                for (place, account) in [
                    (OWN, &self.own_account),
                    (HIDDEN, &seen),
                    ("LATER-7", &seen),
                ] {
                    let path = read.replace("{place}", place).replace("{account}", account);
                    let answer = person.clone().get(&path).await;
                    answers.push((format!("{who} {path}"), said(&answer)));
                    if !read.contains('{') {
                        break;
                    }
                }
            }
            for path in POSTS_THAT_READ {
                let answer = person
                    .clone()
                    .post(path, json!({ "format": "jsonl" }))
                    .await;
                answers.push((format!("{who} {path}"), said(&answer)));
            }
        }
        answers
    }

    fn draw(&mut self, below: usize) -> usize {
        usize::try_from(self.chance.next_u32()).unwrap() % below
    }

    fn some_place(&mut self) -> String {
        let place = self.draw(self.places.len());
        self.places[place].clone()
    }

    fn some_account(&mut self) -> (String, String) {
        let account = self.draw(self.accounts.len());
        self.accounts[account].clone()
    }

    fn hidden_things(&self) -> usize {
        self.places.len() + self.accounts.len()
    }

    /// One to four things that nobody who asks may see.
    async fn change_what_is_hidden(&mut self, number: u32) -> Vec<&'static str> {
        let mut done = Vec::new();
        for part in 0..=self.draw(4) {
            let name = format!("{number}-{part}");
            done.push(match self.draw(10) {
                0 => self.add_place(&name).await,
                1 => self.rename_place(&name).await,
                2 => self.close_place().await,
                3 => self.invite(&format!("hidden-{name}")).await,
                4 => self.grant().await,
                5 => self.disable().await,
                6 => self.sign_in().await,
                7 => self.be_refused().await,
                8 => self.report(&name).await,
                _ => self.record_under_embargo(&name).await,
            });
        }
        done
    }

    /// The hidden place reports in the round that asks both.
    async fn report(&mut self, name: &str) -> &'static str {
        rounds::fill(self.city.database, rounds::SHARED, HIDDEN, name).await;
        "report"
    }

    async fn add_place(&mut self, name: &str) -> &'static str {
        // One of them has the code that was asked for before it was there.
        let is_first = !self.places.iter().any(|it| it == "LATER-7");
        let code = if is_first {
            "LATER-7".to_owned()
        } else {
            format!("LATER-{name}")
        };
        let under = if is_first {
            HIDDEN.to_owned()
        } else {
            self.some_place()
        };
        let body = json!({ "code": code, "name": { "zh": code, "en": "" }, "kind": "township", "parent": under });
        let added = self
            .city
            .system_admin
            .post("/api/v1/organisations", body)
            .await;
        if added.status == StatusCode::CREATED {
            self.places.push(code);
        }
        "add place"
    }

    async fn rename_place(&mut self, name: &str) -> &'static str {
        let path = format!("/api/v1/organisations/{}", self.some_place());
        let body = json!({ "name": { "zh": name, "en": name } });
        self.change(Method::PATCH, &path, "", Some(body)).await;
        "rename place"
    }

    async fn close_place(&mut self) -> &'static str {
        let place = self.some_place();
        if place != HIDDEN {
            self.change(
                Method::POST,
                &format!("/api/v1/organisations/{place}"),
                "/close",
                None,
            )
            .await;
        }
        "close place"
    }

    async fn invite(&mut self, login: &str) -> &'static str {
        let id = self.city.invite(login, HIDDEN).await;
        self.accounts.push((login.to_owned(), id));
        "invite"
    }

    async fn grant(&mut self) -> &'static str {
        let (_, id) = self.some_account();
        let roles = ["viewer", "reporter", "auditor", "analyst"];
        let role = roles[self.draw(roles.len())];
        let _ = self.city.grant(&id, role, HIDDEN).await; // it may be held already
        "grant"
    }

    async fn disable(&mut self) -> &'static str {
        let (_, id) = self.some_account();
        self.change(
            Method::POST,
            &format!("/api/v1/accounts/{id}"),
            "/disable",
            None,
        )
        .await;
        "disable"
    }

    async fn sign_in(&mut self) -> &'static str {
        let (login, _) = self.some_account();
        let _ = Person::new(self.city.app.clone())
            .sign_in(&login, PASSWORD)
            .await;
        "sign in"
    }

    async fn be_refused(&mut self) -> &'static str {
        let path = format!("/api/v1/organisations/{HIDDEN}");
        let _ = Person::new(self.city.app.clone()).get(&path).await;
        "be refused"
    }

    /// Another value of a figure, under embargo.
    async fn record_under_embargo(&mut self, name: &str) -> &'static str {
        let value = format!("9{}", name.replace('-', "."));
        let database = self.city.database;
        let until = database.now().after(Duration::from_secs(1_000_000));
        let figures = [("RD", "A", "2023", value.as_str())];
        let tx = database.write().await;
        let imported = small::import_under_embargo(database, &tx, &figures, Some(until)).await;
        assert_eq!(imported.recorded.corrected, 1);
        tx.commit().await.unwrap();
        "record under embargo"
    }

    /// Changes something as it is now; what its state does not allow stays.
    async fn change(
        &mut self,
        method: Method,
        path: &str,
        deed: &str,
        body: Option<serde_json::Value>,
    ) {
        let admin = &mut self.city.system_admin;
        let seen = admin.get(path).await.expect(StatusCode::OK);
        let answer = admin
            .change(
                method,
                &format!("{path}{deed}"),
                &seen.body["version"],
                body,
            )
            .await;
        assert!(
            !answer.status.is_server_error(),
            "{path}{deed}: {}",
            answer.text
        );
    }
}

/// All of an answer but the id of its request.
fn said(answer: &Answer) -> String {
    let mut headers = answer.headers.clone();
    headers.remove("x-request-id");
    format!("{} {headers:?}\n{}", answer.status, answer.text)
}
