//! People whose role does not count any more, or not yet, or whose other role was taken back.

use std::time::Duration;

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};
use yanzhi_kernel::access::Role;

use super::people::{BESIDE, LAPSED, OWN, Principal, Proof, Standing, TO_BE_CLOSED};
use crate::city::{City, enrol};

/// Everybody whose role does not count, and somebody of each role who has lost another one.
pub(super) async fn lapsed(city: &mut City<'_>) -> Vec<Principal> {
    let mut granted = Vec::new();
    for role in Role::ALL {
        for standing in LAPSED.into_iter().chain([Standing::HeldAndTakenBackBeside]) {
            let login = format!("{}-{standing:?}", role.as_str().replace('_', "-")).to_lowercase();
            let id = city.invite(&login, OWN).await;
            give_and_take(city, &id, *role, standing).await;
            granted.push((login, id, *role, standing));
        }
    }
    close(city).await;
    let mut made = Vec::new();
    for (login, id, role, standing) in granted {
        let mut person = city.signed_in(&login).await;
        if role.needs_second_factor() {
            enrol(city.database, &mut person).await;
        }
        made.push(Principal {
            role: Some(role),
            standing,
            proof: Proof::Session(true),
            is_everywhere: false,
            person,
            login,
            actor: format!("account:{id}"),
        });
    }
    made
}

async fn give_and_take(city: &mut City<'_>, id: &str, role: Role, standing: Standing) {
    let now = city.database.now();
    let hours = |hours| now.after(Duration::from_hours(hours)).to_string();
    let place = match standing {
        Standing::TakenBackBeside | Standing::HeldAndTakenBackBeside => BESIDE,
        Standing::PlaceClosed => TO_BE_CLOSED,
        _ => OWN,
    };
    let dates = match standing {
        Standing::Expired => {
            json!({ "from": "2020-01-01T00:00:00Z", "until": "2021-01-01T00:00:00Z" })
        }
        Standing::Later => json!({ "from": hours(24 * 365), "until": null }),
        _ => json!({}),
    };
    let given = give(city, id, role, place, dates).await;
    if matches!(place, BESIDE) || standing == Standing::TakenBack {
        let grants = given["roles"].as_array().unwrap();
        let grant = grants.last().unwrap()["id"].as_str().unwrap();
        let path = format!("/api/v1/accounts/{id}/roles/{grant}");
        let taken = city
            .security_admin
            .change(Method::DELETE, &path, &given["version"], None);
        let _ = taken.await.expect(StatusCode::OK);
    }
    if standing == Standing::HeldAndTakenBackBeside {
        give(city, id, role, OWN, json!({})).await;
    }
}

/// Grants a role and gives back the account as it is then.
async fn give(city: &mut City<'_>, id: &str, role: Role, place: &str, dates: Value) -> Value {
    let path = format!("/api/v1/accounts/{id}");
    let seen = city.security_admin.get(&path).await.expect(StatusCode::OK);
    let mut body = json!({ "role": role.as_str(), "organisation": place });
    let said = body.as_object_mut().unwrap();
    said.extend(dates.as_object().unwrap().clone());
    let (path, version) = (format!("{path}/roles"), &seen.body["version"]);
    let given = city
        .security_admin
        .change(Method::POST, &path, version, Some(body));
    given.await.expect(StatusCode::CREATED).body
}

async fn close(city: &mut City<'_>) {
    let path = format!("/api/v1/organisations/{TO_BE_CLOSED}");
    let seen = city.system_admin.get(&path).await.expect(StatusCode::OK);
    let (path, version) = (format!("{path}/close"), &seen.body["version"]);
    let closed = city.system_admin.change(Method::POST, &path, version, None);
    let _ = closed.await.expect(StatusCode::OK);
}
