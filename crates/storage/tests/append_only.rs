//! A table that only grows, on both databases.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

use sea_orm::ConnectionTrait as _;
use yanzhi_storage::{Schema, keep_append_only, lift_append_only};
use yanzhi_testkit::{TestDatabase, each_database};

const NO_TABLES: Schema = Schema::new(Vec::new);

/// What the database says to a statement.
async fn say(database: &TestDatabase, statement: &str) -> Result<u64, String> {
    let tx = database.write().await;
    let done = tx.connection().execute_unprepared(statement).await;
    let rows = done.map_err(|error| error.to_string())?.rows_affected();
    tx.commit().await.unwrap();
    Ok(rows)
}

#[tokio::test]
async fn rows_are_added_and_neither_changed_nor_removed() {
    each_database(&NO_TABLES, async |database| {
        let tx = database.write().await;
        for table in ["kept", "free"] {
            let make = format!("CREATE TABLE {table} (number BIGINT)");
            tx.connection().execute_unprepared(&make).await.unwrap();
        }
        for table in ["kept", "free"] {
            keep_append_only(tx.connection(), table).await.unwrap();
        }
        lift_append_only(tx.connection(), "free").await.unwrap();
        tx.commit().await.unwrap();
        for table in ["kept", "free"] {
            let add = format!("INSERT INTO {table} VALUES (1), (2)");
            assert_eq!(say(database, &add).await, Ok(2));
        }
        for change in ["UPDATE kept SET number = 3", "DELETE FROM kept"] {
            let refusal = say(database, change).await.unwrap_err();
            assert!(refusal.contains("kept is append-only"), "{refusal}");
        }
        for change in ["UPDATE free SET number = 3", "DELETE FROM free"] {
            assert_eq!(say(database, change).await, Ok(2));
        }
        let again = "INSERT INTO kept VALUES (4)";
        assert_eq!(say(database, again).await, Ok(1));
    })
    .await;
}
