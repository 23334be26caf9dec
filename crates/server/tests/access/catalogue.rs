//! A framework is copied, changed, tried and published by two people; the league table follows, and what was
//! published before stays as it was.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};
use yanzhi_server::SCHEMA;
use yanzhi_testkit::{Answer, Person, TestDatabase, each_database};

use crate::{city::City, small};

const FRAMEWORKS: &str = "/api/v1/strategies/small/catalogue/frameworks";
const INDICATORS: &str = "/api/v1/strategies/small/catalogue/indicators";
const TABLE: &str = "/api/v1/strategies/small/league-table";

/// A city with the small strategy and its run, an analyst and a publisher.
async fn at_work(database: &TestDatabase) -> (City<'_>, Person, Person) {
    let mut city = City::set_up(database).await;
    let tx = database.write().await;
    let imported = small::import(database, &tx, small::FIGURES).await;
    small::score(database, &tx, &imported).await;
    tx.commit().await.unwrap();
    database.clock.advance_micros(1_000_000);
    let analyst = city.somebody("analyst", ("analyst", "330200"), true).await;
    let publisher = city
        .somebody("publisher", ("publisher", "330200"), true)
        .await;
    (city, analyst, publisher)
}

async fn copy(analyst: &mut Person, version: &str) -> Value {
    let body = json!({ "version": version, "copy_of": "1" });
    let made = analyst.post(FRAMEWORKS, body).await;
    made.expect(StatusCode::CREATED).body
}

async fn save(analyst: &mut Person, draft: &Value) -> Answer {
    let path = format!("{FRAMEWORKS}/{}", draft["version"].as_str().unwrap());
    let nodes = draft["nodes"].as_array().unwrap().iter().map(|node| {
        let mut node = node.clone();
        node.as_object_mut().unwrap().remove("effective_weight");
        node
    });
    let body = json!({
        "nodes": nodes.collect::<Vec<_>>(), "method": draft["method"], "scoring": draft["scoring"],
    });
    analyst
        .change(Method::PATCH, &path, &draft["revision"], Some(body))
        .await
}

fn node<'a>(draft: &'a mut Value, code: &str) -> &'a mut Value {
    let nodes = draft["nodes"].as_array_mut().unwrap();
    nodes.iter_mut().find(|it| it["code"] == code).unwrap()
}

fn ranks(table: &Value) -> Vec<(&str, Option<u64>)> {
    let rows = table["rows"].as_array().unwrap().iter();
    rows.map(|row| (row["unit"]["code"].as_str().unwrap(), row["rank"].as_u64()))
        .collect()
}

/// A draft `2` in which one dimension weighs more and an indicator has moved, at revision 2.
async fn changed_copy(analyst: &mut Person) -> Value {
    let mut draft = copy(analyst, "2").await;
    assert_eq!(
        (&draft["state"], &draft["is_own"]),
        (&json!("draft"), &json!(true))
    );
    node(&mut draft, "OUTPUT")["weight"] = json!(6.0);
    node(&mut draft, "PATENT")["weight"] = json!(50.0);
    node(&mut draft, "STAFF")["parent"] = json!("OUTPUT");
    let saved = save(analyst, &draft).await.expect(StatusCode::OK);
    assert_eq!(saved.headers["etag"], "\"v2\"");
    let stale = save(analyst, &draft).await;
    let stale = stale.expect(StatusCode::PRECONDITION_FAILED);
    assert_eq!(stale.code(), "changed-meanwhile");
    saved.body
}

async fn publish(publisher: &mut Person, revision: i64, body: Value) -> Answer {
    let path = format!("{FRAMEWORKS}/2/publish");
    publisher
        .change(Method::POST, &path, &json!(revision), Some(body))
        .await
}

async fn shown(person: &mut Person, path: &str) -> Value {
    person.get(path).await.expect(StatusCode::OK).body
}

#[tokio::test]
async fn a_changed_copy_is_tried_published_and_becomes_the_league_table() {
    each_database(&SCHEMA, async |database| {
        let (_city, mut analyst, mut publisher) = at_work(database).await;
        let before = shown(&mut analyst, TABLE).await;
        assert_eq!(before["run"]["framework_version"], "1");
        let mut saved = changed_copy(&mut analyst).await;
        assert_eq!(node(&mut saved, "OUTPUT")["effective_weight"], 0.75);
        let path = format!("{FRAMEWORKS}/2");
        let check = shown(&mut publisher, &format!("{path}/check")).await;
        assert_eq!(check["is_sound"], true, "{check}");
        let tried = publisher.post(&format!("{path}/try"), Value::Null).await;
        let tried = tried.expect(StatusCode::OK).body;
        assert_eq!(tried["gaps_total"], 0);
        let moves = tried["moves"].as_array().unwrap();
        assert!(moves.iter().any(|it| it["rank_change"] != 0), "{tried}");
        assert_eq!(
            shown(&mut analyst, TABLE).await,
            before,
            "trying records nothing"
        );

        let own = publish(&mut analyst, 2, json!({})).await;
        assert_eq!(own.expect(StatusCode::FORBIDDEN).code(), "role-missing");
        let old = publish(&mut publisher, 1, json!({})).await;
        assert_eq!(
            old.expect(StatusCode::PRECONDITION_FAILED).code(),
            "changed-meanwhile"
        );
        let done = publish(&mut publisher, 2, json!({}))
            .await
            .expect(StatusCode::OK)
            .body;
        let after = shown(&mut publisher, TABLE).await;
        assert_eq!(after["run"]["framework_version"], "2");
        assert_eq!(after["run"]["content_hash"], done["content_hash"]);
        let promised: Vec<_> = moves
            .iter()
            .map(|it| {
                (
                    it["unit"]["code"].as_str().unwrap(),
                    it["rank_after"].as_u64(),
                )
            })
            .collect();
        assert_eq!(
            ranks(&after),
            promised,
            "what was tried is what was published"
        );
    })
    .await;
}

#[tokio::test]
async fn the_comparison_says_what_changed_and_the_old_version_is_as_it_was() {
    each_database(&SCHEMA, async |database| {
        let (_city, mut analyst, mut publisher) = at_work(database).await;
        changed_copy(&mut analyst).await;
        let _ = publish(&mut publisher, 2, json!({}))
            .await
            .expect(StatusCode::OK);
        let differs = shown(&mut analyst, &format!("{FRAMEWORKS}/2/compare/1")).await;
        let nodes = differs["nodes"].as_array().unwrap().iter();
        let said: Vec<(&str, &Value)> = nodes
            .map(|it| (it["code"].as_str().unwrap(), &it["differences"]))
            .collect();
        assert!(
            said.contains(&("STAFF", &json!(["moved", "share_changed"]))),
            "{said:?}"
        );
        assert!(
            said.contains(&("OUTPUT", &json!(["reweighted", "share_changed"]))),
            "{said:?}"
        );
        let mut first = shown(&mut analyst, &format!("{FRAMEWORKS}/1")).await;
        assert_eq!(node(&mut first, "STAFF")["parent"], "INPUT");
        assert_eq!(
            (&first["state"], &first["is_in_force"]),
            (&json!("published"), &json!(false))
        );
    })
    .await;
}

#[tokio::test]
async fn what_gives_no_complete_index_is_refused_before_it_is_published() {
    each_database(&SCHEMA, async |database| {
        let (_city, mut analyst, mut publisher) = at_work(database).await;
        let body = json!({
            "code": "NEW", "name": { "zh": "新指标", "en": "New" }, "measure_unit": { "zh": "%", "en": "%" },
            "direction": "higher_is_better", "class": "expected", "frequency": "yearly", "owner": "330200",
            "decimals": 1, "definition": { "zh": "", "en": "" }, "formula": { "zh": "", "en": "" },
        });
        let added = analyst.post(INDICATORS, body).await.expect(StatusCode::CREATED);
        assert_eq!(added.headers["etag"], "\"v1\"");
        let mut draft = copy(&mut analyst, "2").await;
        node(&mut draft, "STAFF")["indicator"] = json!("NEW");
        draft["method"]["steps"][0]["indicators"]["NEW"] = json!({ "standard": 1.0 });
        let _ = save(&mut analyst, &draft).await.expect(StatusCode::OK);
        let path = format!("{FRAMEWORKS}/2");
        let tried = analyst.post(&format!("{path}/try"), Value::Null).await;
        let tried = tried.expect(StatusCode::OK).body;
        assert_eq!(tried["gaps_total"], 6, "{tried}");
        let refused = publish(&mut publisher, 2, json!({})).await;
        assert_eq!(refused.expect(StatusCode::UNPROCESSABLE_ENTITY).code(), "scores-missing");
        let is_draft = analyst.get(&path).await.expect(StatusCode::OK).body;
        assert_eq!(is_draft["state"], "draft", "nothing is half published");
        let allow = json!({ "allow_missing": true });
        let done = publish(&mut publisher, 2, allow).await;
        assert_eq!(done.expect(StatusCode::OK).body["gaps_total"], 6);
    })
    .await;
}

#[tokio::test]
async fn a_run_comes_out_again_after_a_definition_was_turned_round() {
    each_database(&SCHEMA, async |database| {
        let (city, mut analyst, mut publisher) = at_work(database).await;
        let before = analyst.get(TABLE).await.expect(StatusCode::OK).body;
        let body =
            json!({ "direction": "lower_is_better", "owner": "330200", "reason": "更正方向" });
        let path = format!("{INDICATORS}/RD");
        let changed = analyst
            .change(Method::PATCH, &path, &json!(1), Some(body))
            .await;
        assert_eq!(changed.expect(StatusCode::OK).body["version"], 2);
        // A server that has just started computes the run anew.
        let app =
            yanzhi_server::router(&crate::support::platform(database, 1), &crate::city::http());
        let again = Person::new(app)
            .get(TABLE)
            .await
            .expect(StatusCode::OK)
            .body;
        assert_eq!(again, before);
        drop(city);
        let history = publisher
            .get(&format!("{path}/history"))
            .await
            .expect(StatusCode::OK)
            .body;
        assert_eq!(history["items"][1]["reason"], "更正方向");
    })
    .await;
}
