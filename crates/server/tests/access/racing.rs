//! Two administrators at the same moment, and bodies that are too large for any operation.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};
use yanzhi_kernel::access::Role;
use yanzhi_server::SCHEMA;
use yanzhi_testkit::{Answer, Person, each_database};

use crate::city::City;

/// One byte more than the largest body that an operation takes.
const TOO_LARGE: usize = 64 * 1024 + 1;

#[tokio::test]
async fn of_two_administrators_who_edit_the_same_account_one_is_told_to_look_again() {
    each_database(&SCHEMA, async |database| {
        let mut city = City::set_up(database).await;
        let id = city.invite("wang", "330203").await;
        let admin = city.somebody("second", ("system_admin", "330200"), true);
        let mut other = admin.await;
        let path = format!("/api/v1/accounts/{id}");
        for round in 0..5 {
            let seen = other.get(&path).await.expect(StatusCode::OK).body;
            let (one, two) = (name(round, "一"), name(round, "二"));
            let (first, second) = tokio::join!(
                rename(&mut city.system_admin, &path, &seen, &one),
                rename(&mut other, &path, &seen, &two),
            );
            let (won, lost) = if first.status.is_success() {
                (&one, &second)
            } else {
                (&two, &first)
            };
            assert_eq!(
                lost.status,
                StatusCode::PRECONDITION_FAILED,
                "{}",
                lost.text
            );
            assert_eq!(lost.code(), "changed-meanwhile");
            let now = other.get(&path).await.expect(StatusCode::OK).body;
            assert_eq!(now["name"], won.as_str());
            assert_eq!(now["version"], seen["version"].as_i64().unwrap() + 1);
        }
        let log = yanzhi_audit::entries(&database.read().await).await.unwrap();
        let edits = log.iter().filter(|it| it.action == "account.edit");
        assert_eq!(
            edits.count(),
            5,
            "only what was done is written down as done"
        );
    })
    .await;
}

fn name(round: u32, who: &str) -> String {
    format!("第{round}次{who}")
}

async fn rename(admin: &mut Person, path: &str, seen: &Value, name: &str) -> Answer {
    let body = json!({ "name": name });
    admin
        .change(Method::PATCH, path, &seen["version"], Some(body))
        .await
}

#[tokio::test]
async fn the_last_two_system_administrators_do_not_disable_each_other() {
    each_database(&SCHEMA, async |database| {
        let mut city = City::set_up(database).await;
        let admin = city.somebody("second", ("system_admin", "330200"), true);
        let mut second = admin.await;
        let list = second
            .get("/api/v1/accounts")
            .await
            .expect(StatusCode::OK)
            .body;
        let account = |login: &str| {
            let items = list["items"].as_array().unwrap();
            let found = items.iter().find(|it| it["login"] == login).unwrap();
            let path = format!("/api/v1/accounts/{}/disable", found["id"].as_str().unwrap());
            (path, found["version"].clone())
        };
        let (of_first, of_second) = (account("sysadmin"), account("second"));
        let (one, two) = tokio::join!(
            city.system_admin
                .change(Method::POST, &of_second.0, &of_second.1, None),
            second.change(Method::POST, &of_first.0, &of_first.1, None),
        );
        let mut statuses = [one.status, two.status];
        statuses.sort();
        // Whoever comes second finds nobody else left, or is disabled already.
        assert_eq!(statuses[0], StatusCode::OK, "{} {}", one.text, two.text);
        let refused = [
            StatusCode::CONFLICT,
            StatusCode::UNAUTHORIZED,
            StatusCode::FORBIDDEN,
        ];
        assert!(refused.contains(&statuses[1]), "{statuses:?}");
        let (left, path) = if one.status.is_success() {
            (&mut city.system_admin, of_first.0)
        } else {
            (&mut second, of_second.0)
        };
        let shown = left.get(path.trim_end_matches("/disable")).await;
        let version = &shown.expect(StatusCode::OK).body["version"];
        let alone = left.change(Method::POST, &path, version, None).await;
        assert_eq!(alone.expect(StatusCode::CONFLICT).code(), "last-of-role");
    })
    .await;
}

#[tokio::test]
async fn no_operation_takes_a_body_that_is_too_large() {
    each_database(&SCHEMA, async |database| {
        let mut city = City::set_up(database).await;
        let mut people = Vec::new();
        for role in Role::ALL {
            let login = format!("large-{}", role.as_str().replace('_', "-"));
            let held = (role.as_str(), "330200");
            people.push(
                city.somebody(&login, held, role.needs_second_factor())
                    .await,
            );
        }
        let id = city.invite("wang", "330203").await;
        let mut asked = 0;
        for (method, path) in operations_with_a_body() {
            let address = path
                .replace("{id}", &id)
                .replace("{code}", "330203")
                .replace("{strategy}", "small")
                .replace("{round}", "annual")
                .replace("{organisation}", "330203")
                .replace("{version}", "1");
            // What is pasted into a grid is longer than anything else that is typed.
            let times = if path.ends_with("/cells") { 40 } else { 1 };
            let body = json!({ "name": "x".repeat(TOO_LARGE * times) });
            let mut codes = Vec::new();
            for person in &mut people {
                let body = Some(body.clone());
                let answer = person.send(method.clone(), &address, body, Some("\"v1\""));
                codes.push(answer.await.status.as_u16());
            }
            assert!(codes.contains(&413), "{method} {path}: {codes:?}");
            assert!(
                codes.iter().all(|it| matches!(it, 403 | 413)),
                "{method} {path}: {codes:?}"
            );
            asked += 1;
        }
        assert!(asked >= 15, "{asked} operations take a body");
    })
    .await;
}

/// As the description says.
fn operations_with_a_body() -> Vec<(Method, String)> {
    let described = yanzhi_server::openapi_document().unwrap();
    let described: Value = serde_json::from_str(&described).unwrap();
    let mut found = Vec::new();
    for (path, methods) in described["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            // A file comes in as a stream, and its own tests say how large it may be.
            if !operation["requestBody"]["content"]["application/json"].is_null() {
                found.push((method.to_uppercase().parse().unwrap(), path.clone()));
            }
        }
    }
    found
}
