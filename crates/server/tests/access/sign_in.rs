//! From the first start to a guarded route, and everything that must not open it.

use std::time::Duration;

use crate::city::{City, PASSWORD, code_of, enrol, enrol_with_codes, wait};
use axum::http::{Method, StatusCode};
use serde_json::json;
use yanzhi_audit::Outcome;
use yanzhi_server::SCHEMA;
use yanzhi_testkit::{Person, each_database};

#[tokio::test]
async fn the_first_start_leads_to_the_list_of_accounts() {
    each_database(&SCHEMA, async |database| {
        let mut city = City::set_up(database).await;
        let list = city.system_admin.get("/api/v1/accounts").await.expect(StatusCode::OK);
        let logins: Vec<&str> = list.body["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it["login"].as_str().unwrap())
            .collect();
        assert_eq!(logins, ["secadmin", "sysadmin"]);
        assert_eq!(list.headers["cache-control"], "no-store");
        let mut nobody = Person::new(city.app.clone());
        let refused = nobody.get("/api/v1/accounts").await.expect(StatusCode::UNAUTHORIZED);
        assert_eq!(refused.code(), "sign-in-required");
        let said = json!({ "code": "x", "system_admin": { "login": "me", "name": "me" }, "password": PASSWORD,
            "security_admin": { "login": "you", "name": "you" } });
        let again = nobody.post("/api/v1/setup", said).await.expect(StatusCode::CONFLICT);
        assert_eq!(again.code(), "set-up-already");
        let log = yanzhi_audit::entries(&database.read().await).await.unwrap();
        assert_eq!(yanzhi_audit::rules::first_broken(&log), None);
        let refusals = log.iter().filter(|it| it.outcome == Outcome::Refused);
        let subjects: Vec<&str> = refusals.map(|it| it.subject.as_str()).collect();
        assert_eq!(subjects, ["GET /api/v1/accounts"]);
    })
    .await;
}

#[tokio::test]
async fn an_administrator_without_a_second_factor_is_told_so() {
    each_database(&SCHEMA, async |database| {
        let mut city = City::set_up(database).await;
        let id = city.invite("auditor", "330200").await;
        let _ = city
            .grant(&id, "auditor", "330200")
            .await
            .expect(StatusCode::CREATED);
        let mut auditor = city.signed_in("auditor").await;
        let refused = auditor
            .get("/api/v1/accounts")
            .await
            .expect(StatusCode::FORBIDDEN);
        assert_eq!(refused.code(), "second-factor-required");
        enrol(database, &mut auditor).await;
        let _ = auditor.get("/api/v1/accounts").await.expect(StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn a_code_of_the_second_factor_counts_once() {
    each_database(&SCHEMA, async |database| {
        let city = City::set_up(database).await;
        let mut person = city.signed_in("sysadmin").await;
        let state = person.get("/api/v1/session").await;
        assert_eq!(state.body["state"], "awaits_code");
        let _ = person
            .get("/api/v1/accounts")
            .await
            .expect(StatusCode::UNAUTHORIZED);
        let wrong = person
            .post("/api/v1/session/second-factor", json!({ "code": "000000" }))
            .await;
        assert_eq!(
            wrong.expect(StatusCode::UNPROCESSABLE_ENTITY).code(),
            "wrong-code"
        );
    })
    .await;
}

#[tokio::test]
async fn a_code_that_was_taken_is_refused() {
    each_database(&SCHEMA, async |database| {
        let mut city = City::set_up(database).await;
        city.invite("wang", "330203").await;
        let mut person = city.signed_in("wang").await;
        let totp = enrol(database, &mut person).await;
        let path = "/api/v1/session/second-factor";
        let code = code_of(&totp, database);
        let mut other = city.signed_in("wang").await;
        let used = other.post(path, json!({ "code": code })).await;
        let _ = used.expect(StatusCode::UNPROCESSABLE_ENTITY);
        wait(database, Duration::from_secs(30));
        let code = code_of(&totp, database);
        let before = other.cookie().unwrap().to_owned();
        let given = other
            .post(path, json!({ "code": code }))
            .await
            .expect(StatusCode::OK);
        assert_eq!(given.body["state"], "signed_in");
        assert_ne!(
            other.cookie(),
            Some(before.as_str()),
            "the session has another secret"
        );
        let mut thief = Person::new(city.app.clone());
        thief.set_cookie(Some(before));
        let state = thief.get("/api/v1/session").await;
        assert_eq!(state.body["state"], "anonymous");
        let mut replaying = city.signed_in("wang").await;
        let replayed = replaying.post(path, json!({ "code": code })).await;
        let _ = replayed.expect(StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn a_recovery_code_helps_once() {
    each_database(&SCHEMA, async |database| {
        let mut city = City::set_up(database).await;
        let id = city.invite("wang", "330203").await;
        let mut person = city.signed_in("wang").await;
        let (_, codes) = enrol_with_codes(database, &mut person).await;
        let path = "/api/v1/session/second-factor";
        let mut outcomes = Vec::new();
        for _ in 0..3 {
            let mut without_phone = city.signed_in("wang").await;
            let given = without_phone.post(path, json!({ "code": codes[0] })).await;
            outcomes.push((given.status, given.code().to_owned()));
        }
        let refused = (StatusCode::UNPROCESSABLE_ENTITY, "wrong-code".to_owned());
        assert_eq!(
            outcomes,
            [(StatusCode::OK, String::new()), refused.clone(), refused]
        );
        let mut other = city.signed_in("wang").await;
        let typed = codes[1].to_uppercase().replace('-', " ");
        let given = other.post(path, json!({ "code": typed })).await;
        let _ = given.expect(StatusCode::OK);
        let mine = other.get("/api/v1/me").await.expect(StatusCode::OK);
        assert_eq!(mine.body["recovery_codes_left"], 8);
        let log = yanzhi_audit::entries(&database.read().await).await.unwrap();
        let of_codes = log.iter().filter(|it| it.action == "session.second_factor");
        let written: Vec<_> = of_codes
            .map(|it| (it.subject.clone(), it.outcome))
            .collect();
        let subject = format!("account:{id}");
        assert_eq!(
            written,
            [
                Outcome::Done,
                Outcome::Failed,
                Outcome::Failed,
                Outcome::Done
            ]
            .map(|outcome| (subject.clone(), outcome))
        );
    })
    .await;
}

#[tokio::test]
async fn a_write_needs_the_token_of_its_session_and_its_own_site() {
    each_database(&SCHEMA, async |database| {
        let mut city = City::set_up(database).await;
        let body = json!({ "login": "li", "name": "李", "organisation": "330203" });
        let admin = &mut city.system_admin;
        for token in [None, Some("x".repeat(43)), Some(String::new())] {
            let mut forged = admin.clone();
            forged.set_csrf_token(token);
            let refused = forged.post("/api/v1/accounts", body.clone()).await;
            assert_eq!(
                refused.expect(StatusCode::FORBIDDEN).code(),
                "csrf-token-missing"
            );
        }
        let _ = admin
            .post("/api/v1/accounts", body)
            .await
            .expect(StatusCode::CREATED);
    })
    .await;
}

#[tokio::test]
async fn a_role_taken_back_is_gone_at_the_next_request() {
    each_database(&SCHEMA, async |database| {
        let mut city = City::set_up(database).await;
        let mut viewer = city.somebody("zhao", ("viewer", "330203"), false).await;
        let seen = viewer
            .get("/api/v1/organisations")
            .await
            .expect(StatusCode::OK);
        assert_eq!(seen.body["items"].as_array().unwrap().len(), 1);
        let list = city.security_admin.get("/api/v1/accounts").await;
        let account = list.body["items"]
            .as_array()
            .unwrap()
            .iter()
            .find(|it| it["login"] == "zhao")
            .unwrap();
        let (id, grant) = (
            account["id"].as_str().unwrap(),
            account["roles"][0]["id"].as_str().unwrap(),
        );
        let path = format!("/api/v1/accounts/{id}/roles/{grant}");
        let version = &account["version"];
        let ended = city
            .security_admin
            .change(Method::DELETE, &path, version, None)
            .await;
        let _ = ended.expect(StatusCode::OK);
        let gone = viewer
            .get("/api/v1/organisations")
            .await
            .expect(StatusCode::UNAUTHORIZED);
        assert_eq!(gone.code(), "sign-in-required");
    })
    .await;
}
