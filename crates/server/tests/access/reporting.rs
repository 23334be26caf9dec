//! From a cell that somebody types to the league table that everybody reads.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};
use yanzhi_server::SCHEMA;
use yanzhi_testkit::{Person, TestDatabase, each_database};

use crate::{city::City, rounds, small};

const ROUND: &str = "/api/v1/strategies/small/rounds/census";
const GRID: &str = "/api/v1/strategies/small/rounds/census/submissions/330203";
const LEAGUE: &str = "/api/v1/strategies/small/league-table?period=2023";

struct People {
    analyst: Person,
    reporter: Person,
    reviewer: Person,
}

/// A round that asks 330203 for two figures of 2023 that are known already.
async fn with_round(database: &TestDatabase) -> People {
    let mut city = City::set_up(database).await;
    let tx = database.write().await;
    let imported = small::import(database, &tx, small::FIGURES).await;
    small::score(database, &tx, &imported).await;
    tx.commit().await.unwrap();
    rounds::score_as(database, &[("330203", "A"), ("330205", "B")]).await;
    let mut people = People {
        analyst: city.somebody("analyst", ("analyst", "330200"), true).await,
        reporter: city
            .somebody("reporter", ("reporter", "330203"), true)
            .await,
        reviewer: city
            .somebody("reviewer", ("reviewer", "330203"), true)
            .await,
    };
    let item =
        |indicator| json!({ "indicator": indicator, "caliber": "ALL", "reported_by": "unit" });
    let round = json!({
        "code": "census", "title": { "zh": "普查", "en": "Census" }, "organisation": "330200",
        "items": [item("RD"), item("STAFF")], "units": ["A"], "periods": ["2023"], "deadline": "2026-01-31",
    });
    let rounds = "/api/v1/strategies/small/rounds";
    let made = people
        .analyst
        .post(rounds, round)
        .await
        .expect(StatusCode::CREATED);
    let open = format!("{ROUND}/open");
    let analyst = &mut people.analyst;
    let seen = &made.body["version"];
    let refused = analyst
        .change(Method::POST, &open, seen, Some(json!({})))
        .await;
    assert_eq!(refused.expect(StatusCode::CONFLICT).code(), "asked-twice");
    let why = Some(json!({ "reason": "经济普查" }));
    let _ = analyst
        .change(Method::POST, &open, seen, why)
        .await
        .expect(StatusCode::OK);
    people
}

async fn grid(person: &mut Person) -> Value {
    person.get(GRID).await.expect(StatusCode::OK).body
}

async fn step(person: &mut Person, step: &str, body: Option<Value>) -> yanzhi_testkit::Answer {
    let seen = grid(person).await["submission"]["version"].clone();
    let path = format!("{GRID}/{step}");
    person.change(Method::POST, &path, &seen, body).await
}

async fn fill(person: &mut Person, cells: Value) -> Value {
    let path = format!("{GRID}/cells");
    let typed = person.send(Method::PUT, &path, Some(json!({ "cells": cells })), None);
    typed.await.expect(StatusCode::OK).body
}

#[tokio::test]
async fn what_a_reviewer_approves_moves_the_league_table() {
    each_database(&SCHEMA, async |database| {
        let mut people = with_round(database).await;
        let People {
            analyst,
            reporter,
            reviewer,
        } = &mut people;
        let before = analyst.get(LEAGUE).await.expect(StatusCode::OK).body;
        let bench = reporter
            .get("/api/v1/workbench")
            .await
            .expect(StatusCode::OK)
            .body;
        assert_eq!(
            bench["report"][0]["submission"]["organisation"]["code"],
            "330203"
        );
        let seen = grid(reporter).await;
        assert_eq!(seen["cells"][0]["previous"]["value_text"], "2.0");
        assert_eq!(seen["findings"][0]["code"], "required");
        let saved = fill(
            reporter,
            json!([
                { "cell": 1, "version": 0, "text": "9.99", "explanation": "普查" },
                { "cell": 2, "version": 0, "text": "", "missing": "not_yet_available" },
            ]),
        )
        .await;
        assert_eq!(saved["cells"][0]["result"], "saved");
        let _ = step(reporter, "submit", None).await.expect(StatusCode::OK);
        let all = json!({ "approve": "all" });
        let own = step(reporter, "decision", Some(all)).await;
        assert_eq!(own.expect(StatusCode::FORBIDDEN).code(), "role-missing");
        database.clock.advance_micros(1_000_000);
        let partly = json!({ "approve": "all", "return": [{ "cell": 2, "comment": "应有数据" }] });
        let decided = step(reviewer, "decision", Some(partly))
            .await
            .expect(StatusCode::OK);
        assert_eq!(decided.body["state"], "returned");
        let after = analyst.get(LEAGUE).await.expect(StatusCode::OK).body;
        assert_ne!(before["run"], after["run"], "the index is computed anew");
        assert_ne!(before["rows"], after["rows"]);
        let seen = grid(reporter).await;
        assert_eq!(seen["cells"][0]["standing"], "approved");
        assert_eq!(seen["cells"][1]["standing"], "returned");
        said_and_done(reporter, reviewer).await;
    })
    .await;
}

/// What was said is beside the cell, and what was done is in the history.
async fn said_and_done(reporter: &mut Person, reviewer: &mut Person) {
    let said = reporter
        .get(&format!("{GRID}/comments"))
        .await
        .expect(StatusCode::OK)
        .body;
    assert_eq!(
        (&said["items"][0]["text"], &said["items"][0]["by"]),
        (&json!("应有数据"), &json!("reviewer"))
    );
    let steps = reviewer
        .get(&format!("{GRID}/history"))
        .await
        .expect(StatusCode::OK)
        .body;
    let words: Vec<_> = steps["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["step"].clone())
        .collect();
    assert_eq!(words, ["open", "submit", "return"]);
}

/// A reporter cannot say more than what is asked (no mass assignment).
#[tokio::test]
async fn a_body_says_only_what_it_may() {
    each_database(&SCHEMA, async |database| {
        let mut people = with_round(database).await;
        let reporter = &mut people.reporter;
        let before = grid(reporter).await;
        for cells in [
            json!([{ "cell": 1, "version": 0, "text": "1", "standing": "approved" }]),
            json!([{ "cell": 1, "version": 0, "text": "1", "is_synthetic": false }]),
            json!([{ "cell": 1, "version": 0, "text": "1", "missing": "because" }]),
        ] {
            let path = format!("{GRID}/cells");
            let body = Some(json!({ "cells": cells }));
            let refused = reporter.send(Method::PUT, &path, body, None).await;
            let _ = refused.expect(StatusCode::UNPROCESSABLE_ENTITY);
        }
        assert_eq!(grid(reporter).await, before);
    })
    .await;
}
