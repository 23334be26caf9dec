//! A city with two districts, and the people who use its platform.

use std::time::Duration;

use axum::{
    Router,
    http::{Method, StatusCode},
};
use serde_json::{Value, json};
use totp_rs::Totp;
use yanzhi_kernel::Clock as _;
use yanzhi_server::{HttpSection, Platform, router};
use yanzhi_testkit::{Answer, Person, TestDatabase};

use crate::support::platform;

pub(crate) const PASSWORD: &str = "purple otter tram 88";

/// No limit on requests: tests ask a lot from one address.
pub(crate) fn http() -> HttpSection {
    HttpSection {
        requests_per_minute: 0,
        sign_ins_per_minute: 0,
        ..HttpSection::default()
    }
}

/// A platform that has been set up: a city with two districts, and who administers it.
pub(crate) struct City<'a> {
    pub(crate) database: &'a TestDatabase,
    pub(crate) app: Router,
    pub(crate) system_admin: Person,
    pub(crate) security_admin: Person,
}

impl<'a> City<'a> {
    pub(crate) async fn set_up(database: &'a TestDatabase) -> Self {
        Self::on(&platform(database, 1), database).await
    }

    pub(crate) async fn on(platform: &Platform, database: &'a TestDatabase) -> Self {
        let code = platform.identity.first_start_code().await.unwrap().unwrap();
        let app = router(platform, &http());
        let mut nobody = Person::new(app.clone());
        let said = json!({
            "code": code,
            "system_admin": { "login": "sysadmin", "name": "系统管理员" },
            "password": PASSWORD,
            "security_admin": { "login": "secadmin", "name": "安全管理员" },
            "organisation": { "code": "330200", "name": { "zh": "宁波市", "en": "Ningbo" } },
        });
        let answer = nobody
            .post("/api/v1/setup", said)
            .await
            .expect(StatusCode::CREATED);
        let _ = accept(&app, &answer.body).await.expect(StatusCode::OK);
        let mut city = Self {
            database,
            system_admin: Person::new(app.clone()),
            security_admin: Person::new(app.clone()),
            app,
        };
        city.system_admin = city.signed_in("sysadmin").await;
        enrol(database, &mut city.system_admin).await;
        city.security_admin = city.signed_in("secadmin").await;
        enrol(database, &mut city.security_admin).await;
        for (code, zh) in [("330203", "海曙区"), ("330205", "江北区")] {
            city.add_organisation(code, zh, "district", "330200").await;
        }
        city
    }

    pub(crate) async fn add_organisation(
        &mut self,
        code: &str,
        zh: &str,
        kind: &str,
        parent: &str,
    ) {
        let body =
            json!({ "code": code, "name": { "zh": zh, "en": "" }, "kind": kind, "parent": parent });
        let added = self.system_admin.post("/api/v1/organisations", body).await;
        let _ = added.expect(StatusCode::CREATED);
    }

    /// Invites somebody, who takes it up; their id.
    pub(crate) async fn invite(&mut self, login: &str, organisation: &str) -> String {
        let body = json!({ "login": login, "name": login, "organisation": organisation });
        let invited = self.system_admin.post("/api/v1/accounts", body).await;
        let invited = invited.expect(StatusCode::CREATED);
        let _ = accept(&self.app, &invited.body)
            .await
            .expect(StatusCode::OK);
        invited.body["account"]["id"].as_str().unwrap().to_owned()
    }

    /// Grants somebody a role.
    pub(crate) async fn grant(&mut self, id: &str, role: &str, organisation: &str) -> Answer {
        let path = format!("/api/v1/accounts/{id}");
        let seen = self.security_admin.get(&path).await.expect(StatusCode::OK);
        let body = json!({ "role": role, "organisation": organisation });
        let (path, version) = (format!("{path}/roles"), &seen.body["version"]);
        let method = Method::POST;
        self.security_admin
            .change(method, &path, version, Some(body))
            .await
    }

    /// Somebody who has signed in with the password that everybody has here.
    pub(crate) async fn signed_in(&self, login: &str) -> Person {
        let mut person = Person::new(self.app.clone());
        let answer = person.sign_in(login, PASSWORD).await;
        let _ = answer.expect(StatusCode::OK);
        person
    }

    /// Somebody new with a role, signed in, with a second factor where `with_factor`.
    pub(crate) async fn somebody(
        &mut self,
        login: &str,
        (role, organisation): (&str, &str),
        with_factor: bool,
    ) -> Person {
        let id = self.invite(login, organisation).await;
        let _ = self
            .grant(&id, role, organisation)
            .await
            .expect(StatusCode::CREATED);
        let mut person = self.signed_in(login).await;
        if with_factor {
            enrol(self.database, &mut person).await;
        }
        person
    }
}

/// Takes an invitation up with the password that everybody has here.
pub(crate) async fn accept(app: &Router, invited: &Value) -> Answer {
    let link = invited["link"].as_str().unwrap();
    let secret = link.split_once('#').unwrap().1;
    let body = json!({ "secret": secret, "password": PASSWORD });
    Person::new(app.clone())
        .post("/api/v1/invitations/accept", body)
        .await
}

/// Sets a second factor up; its secret.
pub(crate) async fn enrol(database: &TestDatabase, person: &mut Person) -> Totp {
    enrol_with_codes(database, person).await.0
}

/// Sets a second factor up; its secret and the recovery codes.
pub(crate) async fn enrol_with_codes(
    database: &TestDatabase,
    person: &mut Person,
) -> (Totp, Vec<String>) {
    let body = json!({ "password": PASSWORD });
    let begun = person
        .post("/api/v1/me/second-factor", body)
        .await
        .expect(StatusCode::OK);
    let totp = Totp::from_url(begun.body["uri"].as_str().unwrap()).unwrap();
    let code = code_of(&totp, database);
    let confirmed = person
        .post("/api/v1/me/second-factor/confirm", json!({ "code": code }))
        .await;
    let shown = confirmed.expect(StatusCode::OK).body;
    let codes = shown["codes"].as_array().unwrap().iter();
    let codes: Vec<String> = codes.map(|it| it.as_str().unwrap().to_owned()).collect();
    assert_eq!(codes.len(), 10);
    (totp, codes)
}

/// The code of this moment.
pub(crate) fn code_of(totp: &Totp, database: &TestDatabase) -> String {
    let seconds = u64::try_from(database.clock.now().as_millis() / 1_000).unwrap();
    totp.generate(seconds).to_string()
}

/// Moves the present.
pub(crate) fn wait(database: &TestDatabase, how_long: Duration) {
    let micros = i64::try_from(how_long.as_micros()).unwrap();
    database.clock.advance_micros(micros);
}
