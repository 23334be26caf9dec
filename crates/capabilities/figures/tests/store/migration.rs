//! Figures of an older program are all there in the new table, in their order.

use crate::support::{SCHEMA, cell, operator};
use sea_orm::{ConnectionTrait as _, FromQueryResult, Statement};
use sea_orm_migration::MigrationTrait;
use yanzhi_figures::{Cell, Selection, figures};
use yanzhi_storage::{Schema, WriteTx};
use yanzhi_testkit::each_database;

/// Everything but what this capability did to its table since its first change.
fn before() -> Vec<Box<dyn MigrationTrait>> {
    let mut before = crate::support::migrations();
    before
        .retain(|change| !change.name().contains("_figures_") || change.name().contains("_0004_"));
    before
}

const OLD_ROW: &str = "INSERT INTO figures_version (id, strategy_id, indicator_id, unit_id, caliber_code, period, value, \
     value_text, status, is_synthetic, embargo_until, recorded_at, recorded_by) \
     SELECT $1, strategy_id, id, $2, 'ALL', $3, $4, $5, 'final', false, $6, $7, 'operator' FROM catalogue_indicator";

async fn insert(tx: &WriteTx, cell: &Cell, id: u128, period: &str, value: f64, recorded_at: i64) {
    let values = [
        uuid::Uuid::from_u128(id).into(),
        cell.unit.uuid().into(),
        period.into(),
        value.into(),
        value.to_string().into(),
        Some(recorded_at + 5).into(),
        recorded_at.into(),
    ];
    let backend = tx.connection().get_database_backend();
    let statement = Statement::from_sql_and_values(backend, OLD_ROW, values);
    tx.connection().execute_raw(statement).await.unwrap();
}

#[derive(FromQueryResult, Debug, PartialEq)]
struct Row {
    period: String,
    sequence: i32,
    value_text: String,
    embargo_until: i64,
    recorded_at: i64,
    origin: String,
}

#[tokio::test]
async fn versions_of_an_older_program_are_numbered_and_kept() {
    each_database(&Schema::new(before), async |database| {
        let tx = database.write().await;
        let (strategy, cell) = cell(database, &tx).await;
        insert(&tx, &cell, 1, "2023", 2.5, 20).await;
        insert(&tx, &cell, 2, "2023", 2.25, 10).await;
        insert(&tx, &cell, 3, "2024", 7.0, 20).await;
        tx.commit().await.unwrap();
        SCHEMA.bring_up_to_date(&database.db).await.unwrap();
        let tx = database.read().await;
        let question = "SELECT period, sequence, value_text, embargo_until, recorded_at, origin \
                        FROM figures_version ORDER BY period, sequence";
        let statement = Statement::from_string(tx.connection().get_database_backend(), question);
        let rows = Row::find_by_statement(statement).all(tx.connection()).await;
        let row = |period: &str, sequence, value_text: &str, recorded_at| Row {
            period: period.into(),
            sequence,
            value_text: value_text.into(),
            embargo_until: recorded_at + 5,
            recorded_at,
            origin: "import".into(),
        };
        let expected = [
            row("2023", 1, "2.25", 10),
            row("2023", 2, "2.5", 20),
            row("2024", 1, "7", 20),
        ];
        assert_eq!(rows.unwrap(), expected);
        let read = figures(&tx, &operator(), strategy, &Selection::default()).await;
        let texts: Vec<String> = read
            .unwrap()
            .iter()
            .map(|figure| figure.value().unwrap().text().to_owned())
            .collect();
        assert_eq!(texts, ["2.5", "7"]);
    })
    .await;
}
