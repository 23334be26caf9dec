//! Figures before their release: seen by those who read the figures of the unit, and by nobody else.

use std::time::Duration;

use axum::http::StatusCode;
use serde_json::Value;
use yanzhi_kernel::{Text, UnitKind};
use yanzhi_organisations::{NewOrganisation, OrganisationName};
use yanzhi_server::SCHEMA;
use yanzhi_testkit::{Person, TestDatabase, each_database};

use crate::{
    city::City,
    small::{self, code, operator},
};

/// Organisations that are scored as the units A and B, below the city.
async fn offices(database: &TestDatabase) {
    let office = |unit: &str| NewOrganisation {
        code: code(&format!("OFFICE-{unit}")),
        parent: None,
        kind: UnitKind::District,
        name: OrganisationName::new(&Text::same(unit)).unwrap(),
        unit: Some(code(unit)),
    };
    let offices = ["A", "B"].map(office);
    let tx = database.write().await;
    let (ids, now) = (database.ids(), database.now());
    yanzhi_organisations::import_organisations(&tx, &operator(), ids, now, &offices)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// A corrected value of A, recorded a moment later and withheld for a day.
async fn withhold(database: &TestDatabase) {
    database.clock.advance_micros(1_000_000);
    let until = database.now().after(Duration::from_hours(24));
    let tx = database.write().await;
    let figures = [("RD", "A", "2023", "9.75")];
    small::import_under_embargo(database, &tx, &figures, Some(until)).await;
    tx.commit().await.unwrap();
}

const LIST: &str = "/api/v1/strategies/small/figures?indicator=RD&period=2023";
const EXPORT: &str = "/api/v1/strategies/small/figures/export?indicator=RD&period=2023&format=csv";
const HISTORY: &str =
    "/api/v1/strategies/small/figures/history?indicator=RD&unit=A&caliber=ALL&period=2023";

/// The texts of the values of a list, by unit.
fn values(answer: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let items = answer["items"].as_array().unwrap().iter();
    items
        .map(|item| (text(&item["unit"]["code"]), text(&item["value_text"])))
        .collect()
}

fn pair(unit: &str, value: &str) -> (String, String) {
    (unit.to_owned(), value.to_owned())
}

#[tokio::test]
async fn a_withheld_figure_is_seen_by_those_of_its_unit_with_who_and_why() {
    each_database(&SCHEMA, async |database| {
        let mut city = City::set_up(database).await;
        let tx = database.write().await;
        let imported = small::import(database, &tx, small::FIGURES).await;
        small::score(database, &tx, &imported).await;
        tx.commit().await.unwrap();
        offices(database).await;
        withhold(database).await;
        let mut of_a = city.somebody("of-a", ("reporter", "OFFICE-A"), true).await;
        let mut of_b = city.somebody("of-b", ("reporter", "OFFICE-B"), true).await;
        let seen = of_a.get(LIST).await.expect(StatusCode::OK).body;
        assert_eq!(values(&seen), [pair("A", "9.75")]);
        let seen = of_b.get(LIST).await.expect(StatusCode::OK).body;
        assert_eq!(values(&seen), [pair("B", "2.0")]);
        let file = of_a.get(EXPORT).await.expect(StatusCode::OK);
        assert!(
            file.text.contains("9.75") && !file.text.contains("2.0,"),
            "{}",
            file.text
        );
        let history = of_a.get(HISTORY).await.expect(StatusCode::OK).body;
        let versions: Vec<(&Value, &Value)> = history["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| (&it["version"], &it["value_text"]))
            .collect();
        assert_eq!(
            versions,
            [(&1.into(), &"2.4".into()), (&2.into(), &"9.75".into())]
        );
        assert_eq!(history["items"][1]["recorded_by"]["actor"], "operator");
        assert_eq!(history["items"][1]["reason"], "test");
        assert!(history["items"][1]["embargo_until"].is_string());
        let refused = of_b.get(HISTORY).await;
        assert_eq!(
            (refused.status, refused.code()),
            (StatusCode::FORBIDDEN, "out-of-reach")
        );
    })
    .await;
}

#[tokio::test]
async fn as_known_on_an_earlier_day_is_asked_by_day_and_by_moment() {
    each_database(&SCHEMA, async |database| {
        let city = City::set_up(database).await;
        let tx = database.write().await;
        let imported = small::import(database, &tx, small::FIGURES).await;
        small::score(database, &tx, &imported).await;
        tx.commit().await.unwrap();
        database.clock.advance_micros(2 * 86_400_000_000);
        let tx = database.write().await;
        let imported = small::import(database, &tx, &[("RD", "A", "2023", "0.5")]).await;
        small::score(database, &tx, &imported).await;
        tx.commit().await.unwrap();
        let mut public = Person::new(city.app.clone());
        let now = table(&mut public, "").await;
        let then = table(&mut public, "?as_of=2026-01-05").await;
        assert_ne!(now["rows"], then["rows"]);
        assert_ne!(now["run"]["content_hash"], then["run"]["content_hash"]);
        let moment = table(&mut public, "?as_of=2026-01-06T00:00:00Z").await;
        assert_eq!(moment, then);
        assert_eq!(table(&mut public, "?as_of=2099-01-01").await, now);
        let path = "/api/v1/strategies/small/league-table?as_of=2026-01-01";
        let none = public.get(path).await;
        assert_eq!(
            (none.status, none.code()),
            (StatusCode::NOT_FOUND, "index-not-computed-then")
        );
        let wrong = public
            .get("/api/v1/strategies/small/league-table?as_of=yesterday")
            .await;
        assert_eq!(
            (wrong.status, wrong.code()),
            (StatusCode::BAD_REQUEST, "invalid-query")
        );
        let explained = "/api/v1/strategies/small/units/A/explanation?node=RD&as_of=2026-01-05";
        let explained = public.get(explained).await.expect(StatusCode::OK).body;
        assert!(
            explained.to_string().contains("\"value_text\":\"2.4\""),
            "{explained}"
        );
    })
    .await;
}

async fn table(public: &mut Person, query: &str) -> Value {
    let path = format!("/api/v1/strategies/small/league-table{query}");
    public.get(&path).await.expect(StatusCode::OK).body
}
