//! Changing things over HTTP: versions, what may not be seen, and what the log says of it.

use axum::http::{Method, StatusCode};
use serde_json::json;
use yanzhi_audit::Outcome;
use yanzhi_server::SCHEMA;
use yanzhi_testkit::{Person, each_database};

use crate::city::City;

#[tokio::test]
async fn a_change_names_the_version_that_was_seen() {
    each_database(&SCHEMA, async |database| {
        let mut city = City::set_up(database).await;
        let path = "/api/v1/organisations/330203";
        let admin = &mut city.system_admin;
        let seen = admin.get(path).await.expect(StatusCode::OK);
        assert_eq!(seen.headers["etag"], "\"v1\"");
        let rename = |zh: &str| Some(json!({ "name": { "zh": zh, "en": "" } }));
        let without = admin.send(Method::PATCH, path, rename("甲"), None).await;
        let _ = without.expect(StatusCode::PRECONDITION_REQUIRED);
        let unreadable = admin
            .send(Method::PATCH, path, rename("甲"), Some("*"))
            .await;
        let _ = unreadable.expect(StatusCode::BAD_REQUEST);
        let version = &seen.body["version"];
        let first = admin
            .change(Method::PATCH, path, version, rename("甲"))
            .await;
        assert_eq!(first.expect(StatusCode::OK).headers["etag"], "\"v2\"");
        let second = admin
            .change(Method::PATCH, path, version, rename("乙"))
            .await;
        assert_eq!(
            second.expect(StatusCode::PRECONDITION_FAILED).code(),
            "changed-meanwhile"
        );
        let now = admin.get(path).await;
        assert_eq!(now.body["name"]["zh"], "甲");
        assert_eq!(now.body["names"].as_array().unwrap().len(), 2);
        let under = json!({ "code": "330203" });
        let circle = admin
            .change(
                Method::POST,
                &format!("{path}/move"),
                &now.body["version"],
                Some(under),
            )
            .await;
        assert_eq!(circle.expect(StatusCode::CONFLICT).code(), "under-itself");
    })
    .await;
}

const IF_MATCH: Option<&str> = Some("\"v1\"");

/// The same text about an organisation and an account that are not there.
fn elsewhere(text: &str, account: &str) -> String {
    let text = text.replace("330205", "999999");
    text.replace(account, "00000000-0000-7000-8000-000000000000")
}

#[tokio::test]
async fn what_may_not_be_seen_is_not_there_and_the_attempt_is_written_down() {
    each_database(&SCHEMA, async |database| {
        let mut city = City::set_up(database).await;
        let stranger = city.invite("stranger", "330205").await;
        let mut admin = city
            .somebody("district", ("system_admin", "330203"), true)
            .await;
        let before = yanzhi_audit::entries(&database.read().await)
            .await
            .unwrap()
            .len();
        let organisation = json!({ "name": { "zh": "x", "en": "x" } });
        let attempts = [
            (Method::GET, "/api/v1/organisations/330205".to_owned(), None),
            (
                Method::PATCH,
                "/api/v1/organisations/330205".to_owned(),
                Some(organisation),
            ),
            (
                Method::POST,
                "/api/v1/organisations/330205/close".to_owned(),
                None,
            ),
            (Method::GET, format!("/api/v1/accounts/{stranger}"), None),
            (
                Method::POST,
                format!("/api/v1/accounts/{stranger}/disable"),
                None,
            ),
            (
                Method::POST,
                format!("/api/v1/accounts/{stranger}/end-sessions"),
                None,
            ),
        ];
        for (method, path, body) in &attempts {
            let nowhere = elsewhere(path, &stranger);
            let hidden = admin
                .send(method.clone(), path, body.clone(), IF_MATCH)
                .await;
            let nothing = admin
                .send(method.clone(), &nowhere, body.clone(), IF_MATCH)
                .await;
            let hidden = hidden.expect(StatusCode::NOT_FOUND).body.to_string();
            let nothing = nothing.expect(StatusCode::NOT_FOUND).body.to_string();
            assert_eq!(elsewhere(&hidden, &stranger), nothing, "{method} {path}");
        }
        let log = yanzhi_audit::entries(&database.read().await).await.unwrap();
        let written = &log[before..];
        assert_eq!(written.len(), 2 * attempts.len());
        assert!(
            written
                .iter()
                .all(|it| it.outcome == Outcome::Refused && it.request.is_some())
        );
    })
    .await;
}

#[tokio::test]
async fn a_refusal_changes_nothing_and_says_who_can_help() {
    each_database(&SCHEMA, async |database| {
        let mut city = City::set_up(database).await;
        let mut viewer = city.somebody("viewer", ("viewer", "330203"), false).await;
        let body = json!({ "login": "new", "name": "new", "organisation": "330203" });
        let refused = viewer
            .post("/api/v1/accounts", body)
            .await
            .expect(StatusCode::FORBIDDEN);
        assert_eq!(refused.code(), "role-missing");
        let detail = refused.body["detail"].as_str().unwrap();
        assert!(
            detail.contains("系统管理员") && detail.contains("安全管理员授予"),
            "{detail}"
        );
        let list = city.system_admin.get("/api/v1/accounts").await;
        assert_eq!(list.body["items"].as_array().unwrap().len(), 3);
    })
    .await;
}

#[tokio::test]
async fn fields_that_nobody_asked_for_are_refused() {
    each_database(&SCHEMA, async |database| {
        let mut city = City::set_up(database).await;
        for (path, body) in [
            (
                "/api/v1/accounts",
                json!({ "login": "x1", "name": "x", "organisation": "330203", "state": "active" }),
            ),
            (
                "/api/v1/organisations",
                json!({ "code": "X", "name": { "zh": "x", "en": "" }, "kind": "district",
                "parent": "330200", "version": 9 }),
            ),
            (
                "/api/v1/session",
                json!({ "login": "x", "password": "y", "role": "system_admin" }),
            ),
        ] {
            let refused = city.system_admin.post(path, body).await;
            assert_eq!(
                refused.expect(StatusCode::UNPROCESSABLE_ENTITY).code(),
                "invalid-body",
                "{path}"
            );
        }
        let huge = json!({ "login": "x".repeat(70_000), "password": "y" });
        let refused = city.system_admin.post("/api/v1/session", huge).await;
        let _ = refused.expect(StatusCode::PAYLOAD_TOO_LARGE);
        let nul = city
            .system_admin
            .get("/api/v1/audit/entries?actor=%00")
            .await;
        let _ = nul.expect(StatusCode::BAD_REQUEST);
    })
    .await;
}

#[tokio::test]
async fn auditors_read_and_take_away_what_they_may_see() {
    each_database(&SCHEMA, async |database| {
        let mut city = City::set_up(database).await;
        let mut of_city = city.somebody("auditor", ("auditor", "330200"), true).await;
        let mut of_district = city.somebody("auditor2", ("auditor", "330203"), true).await;
        city.invite("stranger", "330205").await;
        let path = "/api/v1/audit/entries?action=account.invite";
        let all = of_city.get(path).await.expect(StatusCode::OK);
        assert_eq!(all.body["items"].as_array().unwrap().len(), 3);
        let own = of_district.get(path).await.expect(StatusCode::OK);
        assert_eq!(own.body["items"].as_array().unwrap().len(), 1);
        let first = of_city.get("/api/v1/audit/entries?limit=2").await;
        let next = first.body["next"].as_i64().unwrap();
        let second = of_city
            .get(&format!("/api/v1/audit/entries?limit=2&before={next}"))
            .await;
        assert_eq!(second.body["items"][0]["sequence"], next - 1);
        let _ = city
            .system_admin
            .get(path)
            .await
            .expect(StatusCode::FORBIDDEN);
        for format in ["jsonl", "csv"] {
            let file = of_city
                .post("/api/v1/audit/export", json!({ "format": format }))
                .await;
            let file = file.expect(StatusCode::OK);
            let named = file.headers["content-disposition"]
                .to_str()
                .unwrap()
                .to_owned();
            assert!(named.starts_with("attachment"), "{named}");
        }
        let exports = of_city
            .get("/api/v1/audit/entries?action=audit.export")
            .await;
        assert_eq!(exports.body["items"].as_array().unwrap().len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_machine_acts_by_its_token_and_makes_no_session_of_it() {
    each_database(&SCHEMA, async |database| {
        let mut city = City::set_up(database).await;
        let made = json!({ "name": "machine", "actions": ["organisation.read"], "days": 1 });
        let made = city.system_admin.post("/api/v1/me/tokens", made).await;
        let made = made.expect(StatusCode::CREATED);
        let secret = made.body["secret"].as_str().unwrap();
        let mut machine = Person::with_token(city.app.clone(), secret);
        let _ = machine
            .get("/api/v1/organisations")
            .await
            .expect(StatusCode::OK);
        let more = machine
            .get("/api/v1/accounts")
            .await
            .expect(StatusCode::FORBIDDEN);
        assert_eq!(more.code(), "token-scope");
        let own = machine
            .get("/api/v1/me")
            .await
            .expect(StatusCode::FORBIDDEN);
        assert_eq!(own.code(), "token-scope");
        assert_eq!(
            machine.get("/api/v1/session").await.body["state"],
            "anonymous"
        );
        let listed = city.system_admin.get("/api/v1/me/tokens").await;
        assert!(!listed.body.to_string().contains(secret), "shown once");
        let id = made.body["token"]["id"].as_str().unwrap();
        let path = format!("/api/v1/me/tokens/{id}");
        let revoked = city
            .system_admin
            .send(Method::DELETE, &path, None, None)
            .await;
        let _ = revoked.expect(StatusCode::NO_CONTENT);
        let _ = machine
            .get("/api/v1/organisations")
            .await
            .expect(StatusCode::UNAUTHORIZED);
    })
    .await;
}

#[tokio::test]
async fn who_may_do_what_and_why_is_answered() {
    each_database(&SCHEMA, async |database| {
        let mut city = City::set_up(database).await;
        let id = city.invite("zhao", "330203").await;
        let _ = city
            .grant(&id, "system_admin", "330203")
            .await
            .expect(StatusCode::CREATED);
        let security = &mut city.security_admin;
        let rights = security.get(&format!("/api/v1/accounts/{id}/rights")).await;
        let rights = rights.expect(StatusCode::OK);
        let invite = rights.body["items"].as_array().unwrap().iter();
        let invite = invite
            .clone()
            .find(|it| it["action"] == "account.invite")
            .unwrap();
        assert_eq!(invite["because"][0]["role"]["role"], "system_admin");
        assert_eq!(invite["because"][0]["withheld"], "second_factor_missing");
        let path = "/api/v1/access/holders?action=account.invite&organisation=";
        let of = security
            .get(&format!("{path}330203"))
            .await
            .expect(StatusCode::OK);
        let logins: Vec<&str> = of.body["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it["login"].as_str().unwrap())
            .collect();
        assert_eq!(logins, ["sysadmin", "zhao"]);
        let of = security.get(&format!("{path}330205")).await;
        assert_eq!(of.body["items"].as_array().unwrap().len(), 1);
        let _ = security
            .get("/api/v1/access/holders?action=none&organisation=330203")
            .await
            .expect(StatusCode::BAD_REQUEST);
    })
    .await;
}
