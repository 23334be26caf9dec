//! Rounds for the places of a city: one that is designed and one that is open in each, and one that asks two of them.

use yanzhi_collection::{
    Doing, Item, Levels, NewRound, Plan, Recurrence, ReportedBy, Title, Typed, create, open,
    save_cells,
};
use yanzhi_kernel::{Code, ObservationStatus, Text};
use yanzhi_storage::WriteTx;
use yanzhi_testkit::TestDatabase;

use crate::small::{code, operator};

/// The round that asks two places.
pub(crate) const SHARED: &str = "SHARED";

/// Says which organisations are scored as which units. Nobody has changed them since: their version stays.
pub(crate) async fn score_as(database: &TestDatabase, places: &[(&str, &str)]) {
    for (place, unit) in places {
        let statement = format!(
            "UPDATE organisations_organisation SET unit_code = '{unit}' WHERE code = '{place}'"
        );
        assert_eq!(database.meddle(&statement).await, 1, "{place}");
    }
}

/// Says that no organisation is scored any more: what rounds ask of them they ask, and figures of units belong to nobody.
pub(crate) async fn score_as_nothing(database: &TestDatabase) {
    let statement = "UPDATE organisations_organisation SET unit_code = NULL";
    assert!(database.meddle(statement).await > 0);
}

/// `R-…`, designed, and `O-…`, open, in each place: they ask for its unit.
pub(crate) async fn in_each(database: &TestDatabase, places: &[(&str, &str)]) {
    let tx = database.write().await;
    for (place, unit) in places {
        design(
            database,
            &tx,
            &format!("R-{place}"),
            place,
            (&[unit], "2031"),
        )
        .await;
        let opened = format!("O-{place}");
        design(database, &tx, &opened, place, (&[unit], "2030")).await;
        begin(database, &tx, &opened).await;
    }
    tx.commit().await.unwrap();
}

/// One open round of one place that asks for several units.
pub(crate) async fn shared(database: &TestDatabase, place: &str, units: &[&str]) {
    let tx = database.write().await;
    design(database, &tx, SHARED, place, (units, "2029")).await;
    begin(database, &tx, SHARED).await;
    tx.commit().await.unwrap();
}

/// Types something into every cell of a place.
pub(crate) async fn fill(database: &TestDatabase, round: &str, place: &str, text: &str) {
    let tx = database.write().await;
    let scope = operator();
    let (strategy, round, place) = (code("small"), code(round), code(place));
    let codes = (&strategy, &round, &place);
    let now = yanzhi_collection::grid(&tx, &scope, database.now(), codes)
        .await
        .unwrap();
    let typed = now.cells.iter().map(|cell| Typed {
        cell: cell.ask.number,
        version: cell.entry.version,
        text: text.to_owned(),
        ..Typed::default()
    });
    save_cells(&tx, doing(database, &scope), codes, typed.collect())
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

fn doing<'a>(database: &'a TestDatabase, scope: &'a yanzhi_kernel::Scope) -> Doing<'a> {
    Doing {
        scope,
        ids: database.ids(),
        now: database.now(),
    }
}

async fn design(
    database: &TestDatabase,
    tx: &WriteTx,
    name: &str,
    place: &str,
    (units, period): (&[&str], &str),
) {
    let item = Item {
        indicator: code("RD"),
        caliber: code("ALL"),
        reported_by: ReportedBy::Unit,
    };
    let new = NewRound {
        organisation: code(place),
        code: code(name),
        title: Title::new(&Text::same(name)).unwrap(),
        plan: Plan {
            items: vec![item],
            units: units.iter().map(|it| code(it)).collect::<Vec<Code>>(),
            periods: vec![period.parse().unwrap()],
            status: ObservationStatus::Final,
        },
        levels: Levels::One,
        recurrence: Recurrence::Once,
        deadline: "2026-12-31".to_owned(),
    };
    let scope = operator();
    create(tx, doing(database, &scope), &code("small"), new)
        .await
        .unwrap();
}

async fn begin(database: &TestDatabase, tx: &WriteTx, name: &str) {
    let scope = operator();
    let (strategy, round) = (code("small"), code(name));
    let seen = ((&strategy, &round), 1);
    open(tx, doing(database, &scope), seen, None).await.unwrap();
}
