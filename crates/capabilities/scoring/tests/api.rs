//! The read API as a visitor meets it.
#![expect(clippy::unwrap_used, reason = "a test that cannot ask must stop")]

mod support;

use axum::{
    Extension, Router,
    body::{Body, to_bytes},
    http::{Request, StatusCode},
    middleware::from_fn,
};
use calamine::{Reader as _, Xlsx};
use serde_json::Value;
use support::{FIGURES, SCHEMA, import, score};
use tower::ServiceExt as _;
use yanzhi_kernel::{Lang, Scope};
use yanzhi_scoring::{Scoring, routes::router};
use yanzhi_testkit::{TestDatabase, each_database};
use yanzhi_web_kit::{Proof, Visitor, problem};

async fn app(database: &TestDatabase, figures: &[(&str, &str, &str, &str)]) -> Router {
    let tx = database.write().await;
    let imported = import(database, &tx, figures).await;
    assert_eq!(imported.recorded.added, figures.len());
    score(database, &tx, &imported).await;
    tx.commit().await.unwrap();
    let visitor = Visitor {
        scope: Scope::public(database.now()),
        lang: Lang::En,
        proof: Proof::NotNeeded,
    };
    let (routes, _) =
        router(Scoring::new(database.db.clone(), database.clock.clone(), 1)).split_for_parts();
    routes
        .layer(Extension(visitor))
        .layer(from_fn(problem::render))
}

async fn get(app: &Router, path: &str) -> (StatusCode, Vec<u8>) {
    let request = Request::get(format!("/strategies{path}")).header("accept-language", "en");
    let response = app
        .clone()
        .oneshot(request.body(Body::empty()).unwrap())
        .await
        .unwrap();
    let status = response.status();
    (
        status,
        to_bytes(response.into_body(), 1_000_000)
            .await
            .unwrap()
            .to_vec(),
    )
}

async fn json(app: &Router, path: &str) -> Value {
    let (status, body) = get(app, path).await;
    assert_eq!(
        status,
        StatusCode::OK,
        "{path}: {}",
        String::from_utf8_lossy(&body)
    );
    serde_json::from_slice(&body).unwrap()
}

#[tokio::test]
async fn the_league_table_ranks_and_says_what_it_rests_on() {
    each_database(&SCHEMA, async |database| {
        let app = app(database, FIGURES).await;
        let table = json(&app, "/small/league-table").await;
        assert_eq!(table["period"], "2023");
        assert_eq!(table["previous_period"], "2022");
        assert_eq!(table["node"]["code"], "INDEX");
        let codes: Vec<&str> = table["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["unit"]["code"].as_str().unwrap())
            .collect();
        assert_eq!(codes, ["A", "B", "C"]);
        assert!((table["rows"][0]["score"].as_f64().unwrap() - 89.25).abs() < 1e-9);
        assert_eq!(table["rows"][0]["rank_change"], 1);
        assert_eq!(table["rows"][1]["rank_change"], -1);
        assert_eq!(table["rows"][0]["series"].as_array().unwrap().len(), 2);
        assert_eq!(table["rows"][2]["is_synthetic"], true);
        assert_eq!(table["is_synthetic"], true);
        assert_eq!(table["run"]["framework_version"], "1");
        assert_eq!(table["run"]["content_hash"].as_str().unwrap().len(), 64);
        let average = table["average"].as_f64().unwrap();
        let scores = table["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["score"].as_f64().unwrap());
        assert!((average - scores.sum::<f64>() / 3.0).abs() < 1e-9);
    })
    .await;
}

#[tokio::test]
async fn a_table_kept_ready_is_that_of_the_run_which_stands() {
    each_database(&SCHEMA, async |database| {
        let app = app(database, FIGURES).await;
        let (before, again) = (
            json(&app, "/small/league-table").await,
            json(&app, "/small/league-table").await,
        );
        assert_eq!(before, again);
        database.clock.advance_micros(1);
        let tx = database.write().await;
        let corrected = import(database, &tx, &[("RD", "C", "2023", "2.5")]).await;
        let run = score(database, &tx, &corrected).await.run;
        tx.commit().await.unwrap();
        let after = json(&app, "/small/league-table").await;
        assert_ne!(before["rows"], after["rows"]);
        assert_eq!(after["run"]["id"], run.id.to_string());
        let earlier = json(&app, "/small/league-table?period=2022").await;
        assert_eq!(earlier["period"], "2022");
    })
    .await;
}

#[tokio::test]
async fn a_dimension_and_a_group_have_tables_of_their_own() {
    each_database(&SCHEMA, async |database| {
        let app = app(database, FIGURES).await;
        let table = json(
            &app,
            "/small/league-table?period=2022&node=OUTPUT&group=CORE",
        )
        .await;
        assert_eq!(table["node"]["name"]["zh"], "OUTPUT力");
        assert_eq!(table["previous_period"], Value::Null);
        let rows = table["rows"].as_array().unwrap();
        assert_eq!(rows.len(), 2);
        // Output 2022: A (50 + 80)/2 = 65, B (62.5 + 53.3)/2 = 57.9, C (75 + 40)/2 = 57.5.
        assert_eq!(
            (&rows[0]["unit"]["code"], &rows[0]["group_rank"]),
            (&"A".into(), &1.into())
        );
        assert_eq!(
            (&rows[1]["unit"]["code"], &rows[1]["group_rank"]),
            (&"B".into(), &2.into())
        );
        assert_eq!(table["children"].as_array().unwrap().len(), 2);
    })
    .await;
}

#[tokio::test]
async fn contributions_add_up_to_the_score_and_end_at_the_figures() {
    each_database(&SCHEMA, async |database| {
        let app = app(database, FIGURES).await;
        let explained = json(&app, "/small/units/B/explanation?period=2023").await;
        let nodes = explained["nodes"].as_array().unwrap();
        for parent in ["INDEX", "INPUT", "OUTPUT"] {
            let node = nodes.iter().find(|node| node["code"] == parent).unwrap();
            let sum: f64 = nodes
                .iter()
                .filter(|node| node["parent"] == parent)
                .map(|node| node["contribution"].as_f64().unwrap())
                .sum();
            assert!(
                (sum - node["score"].as_f64().unwrap()).abs() < 1e-9,
                "{parent}"
            );
        }
        let delay = nodes.iter().find(|node| node["code"] == "DELAY").unwrap();
        assert_eq!(delay["figure"]["value_text"], "40");
        assert_eq!(delay["figure"]["status"], "final");
        assert_eq!(delay["figure"]["source"]["title"]["en"], "Yearbook");
        // Lower is better: standard 16 ÷ 40.
        assert!((delay["score"].as_f64().unwrap() - 40.0).abs() < 1e-9);
        let last = delay["stages"].as_array().unwrap().last().unwrap();
        assert_eq!(last["rule"], "standard_ratio");
        assert!(!last["parameters"].as_array().unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_profile_knows_what_got_better() {
    each_database(&SCHEMA, async |database| {
        let app = app(database, FIGURES).await;
        let profile = json(&app, "/small/units/A/profile?period=2023").await;
        assert_eq!((&profile["rank"], &profile["of"]), (&1.into(), &3.into()));
        let indicators = profile["indicators"].as_array().unwrap();
        let delay = indicators
            .iter()
            .find(|it| it["indicator"] == "DELAY")
            .unwrap();
        assert_eq!(delay["change"], -4.0);
        assert_eq!(delay["is_improvement"], true);
        assert_eq!(delay["average_value"], 88.0 / 3.0);
        let points: f64 = profile["dimensions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|dimension| dimension["contribution"].as_f64().unwrap())
            .sum();
        assert!((points - profile["score"].as_f64().unwrap()).abs() < 1e-9);
        assert_eq!(profile["series"].as_array().unwrap().len(), 6);
    })
    .await;
}

#[tokio::test]
async fn an_indicator_ranks_by_its_direction() {
    each_database(&SCHEMA, async |database| {
        let app = app(database, FIGURES).await;
        let page = json(&app, "/small/indicators/DELAY?period=2023").await;
        let ranking = page["ranking"].as_array().unwrap();
        let order: Vec<&str> = ranking
            .iter()
            .map(|row| row["unit"]["code"].as_str().unwrap())
            .collect();
        assert_eq!(order, ["A", "C", "B"]);
        assert_eq!(page["normalisation"]["rule"], "standard_ratio");
        assert_eq!(page["periods"].as_array().unwrap().len(), 2);
        let list = json(&app, "/small/indicators").await;
        assert_eq!(list["items"].as_array().unwrap().len(), 4);
        assert_eq!(list["items"][0]["observations"], 6);
    })
    .await;
}

#[tokio::test]
async fn a_missing_score_says_why_in_both_languages() {
    each_database(&SCHEMA, async |database| {
        let without: Vec<_> = FIGURES
            .iter()
            .copied()
            .filter(|(_, unit, period, _)| (*unit, *period) != ("C", "2023"))
            .collect();
        let app = app(database, &without).await;
        let table = json(&app, "/small/league-table?period=2023").await;
        let last = &table["rows"][2];
        assert_eq!(last["unit"]["code"], "C");
        assert_eq!(
            (&last["score"], &last["rank"]),
            (&Value::Null, &Value::Null)
        );
        assert!(last["missing"]["zh"].as_str().unwrap().contains("补报"));
        assert!(last["missing"]["en"].as_str().unwrap().contains("report"));
    })
    .await;
}

#[tokio::test]
async fn what_is_not_there_is_a_problem_that_says_so() {
    each_database(&SCHEMA, async |database| {
        let app = app(database, FIGURES).await;
        for (path, status, code) in [
            ("/none", 404, "strategy-not-found"),
            ("/small/league-table?period=1999", 404, "period-not-found"),
            ("/small/league-table?period=abc", 404, "period-not-found"),
            ("/small/league-table?node=NONE", 404, "node-not-found"),
            ("/small/league-table?group=NONE", 404, "group-not-found"),
            ("/small/league-table?group=a%20b", 400, "invalid-query"),
            ("/small/league-table?sort=name;drop", 400, "invalid-query"),
            ("/small/units/NONE/profile", 404, "unit-not-found"),
            ("/small/units/CITY/explanation", 404, "unit-not-found"),
            ("/small/indicators/NONE", 404, "indicator-not-found"),
            ("/small/indicators/RD?period=1999", 404, "period-not-found"),
            ("/small/indicators/RD?period=x", 400, "invalid-query"),
            (
                "/small/league-table/export?format=pdf",
                400,
                "invalid-query",
            ),
            ("/sm%27all", 404, "not-found"),
        ] {
            let (found, body) = get(&app, path).await;
            let body: Value = serde_json::from_slice(&body).unwrap();
            assert_eq!(
                (found.as_u16(), body["code"].as_str().unwrap()),
                (status, code),
                "{path}"
            );
            assert!(!body["detail"].as_str().unwrap().is_empty(), "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn files_hold_what_the_screen_shows() {
    each_database(&SCHEMA, async |database| {
        let app = app(database, FIGURES).await;
        let (status, csv) = get(&app, "/small/league-table/export?format=csv&lang=zh").await;
        assert_eq!(status, StatusCode::OK);
        let text = String::from_utf8(csv).unwrap();
        assert!(text.starts_with("\u{feff}位次,代码,名称,得分"), "{text}");
        assert!(text.contains("1,A,A区,89.25,1,"), "{text}");
        assert!(text.contains("演示数据"), "{text}");
        let (status, xlsx) = get(&app, "/small/league-table/export?format=xlsx&lang=en").await;
        assert_eq!(status, StatusCode::OK);
        let mut workbook = Xlsx::new(std::io::Cursor::new(xlsx)).unwrap();
        let sheet = workbook.worksheet_range("League table").unwrap();
        let cells: Vec<String> = sheet.rows().flatten().map(ToString::to_string).collect();
        assert!(cells.iter().any(|cell| cell == "District A"), "{cells:?}");
        assert!(
            cells.iter().any(|cell| cell.starts_with("89.25")),
            "{cells:?}"
        );
    })
    .await;
}
