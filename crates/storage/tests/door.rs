//! The door of the database: what opens it, and what does not.
#![expect(clippy::unwrap_used, reason = "a test that cannot ask must stop")]

use sea_orm::{ConnectionTrait as _, Statement};
use sea_orm_migration::{
    MigrationTrait,
    prelude::{DbErr, DeriveMigrationName, SchemaManager, Table, async_trait},
    schema::integer,
};
use yanzhi_storage::{DatabaseUrl, Db, Opening, Schema, StorageError};
use yanzhi_testkit::{TestDatabase, each_database};

#[derive(DeriveMigrationName)]
struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("thing")
                    .col(integer("number"))
                    .to_owned(),
            )
            .await
    }
}

const SCHEMA: Schema = Schema::new(|| vec![Box::new(Migration)]);
const EMPTY: Schema = Schema::new(Vec::new);

async fn execute(connection: &impl sea_orm::ConnectionTrait, sql: &str) -> Result<(), DbErr> {
    let statement = Statement::from_string(connection.get_database_backend(), sql);
    connection.execute_raw(statement).await.map(drop)
}

async fn count(database: &TestDatabase) -> i64 {
    let tx = database.read().await;
    let backend = tx.connection().get_database_backend();
    let statement = Statement::from_string(backend, "SELECT COUNT(*) FROM thing");
    let row = tx
        .connection()
        .query_one_raw(statement)
        .await
        .unwrap()
        .unwrap();
    row.try_get_by_index(0).unwrap()
}

fn file(folder: &tempfile::TempDir) -> DatabaseUrl {
    DatabaseUrl::Sqlite(folder.path().join("yanzhi.sqlite"))
}

#[tokio::test]
async fn a_database_that_is_not_there_is_not_made_by_looking() {
    let folder = tempfile::tempdir().unwrap();
    let error = Db::open(&file(&folder), Opening::Existing)
        .await
        .unwrap_err();
    assert!(matches!(error, StorageError::Missing { .. }), "{error}");
    assert!(error.to_string().contains("yanzhi import"), "{error}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[tokio::test]
async fn a_server_that_does_not_answer_is_named_without_its_password() {
    let url: DatabaseUrl = "postgres://u:secret@127.0.0.1:1/none".parse().unwrap();
    let error = Db::open(&url, Opening::Existing).await.unwrap_err();
    assert!(matches!(error, StorageError::Unreachable { .. }), "{error}");
    assert!(error.to_string().contains("127.0.0.1:1/none"), "{error}");
    assert!(!error.to_string().contains("secret"), "{error}");
}

/// What a broken disk does: a commit fails, and the library neither rolls back nor forgets the transaction. Were its
/// connection used again, the next transaction would be a part of one that nobody ends: acknowledged, and never written.
#[tokio::test]
async fn a_connection_whose_transaction_has_not_ended_is_not_used_again() {
    each_database(&SCHEMA, async |database| {
        if !matches!(database.url(), DatabaseUrl::Sqlite(_)) {
            return; // PostgreSQL's server ends it
        }
        let tx = database.write().await;
        execute(tx.connection(), "ROLLBACK").await.unwrap();
        drop(tx);
        let tx = database.write().await;
        let inner = execute(tx.connection(), "RELEASE _sqlx_savepoint_1").await;
        assert!(
            inner.is_err(),
            "the transaction is a part of the one before"
        );
        drop(tx);
        let tx = database.write().await;
        execute(tx.connection(), "INSERT INTO thing VALUES (1)")
            .await
            .unwrap();
        tx.commit().await.unwrap();
        assert_eq!(count(database).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join("yanzhi.sqlite"),
        "not a database, but long enough".repeat(99),
    )
    .unwrap();
    let error = Db::open(&file(&folder), Opening::Existing)
        .await
        .unwrap_err();
    assert!(matches!(error, StorageError::Unreachable { .. }), "{error}");
}

#[tokio::test]
async fn what_is_not_committed_was_never_there() {
    each_database(&SCHEMA, async |database| {
        let tx = database.write().await;
        execute(tx.connection(), "INSERT INTO thing (number) VALUES (1)")
            .await
            .unwrap();
        drop(tx);
        assert_eq!(count(database).await, 0);
        let tx = database.write().await;
        execute(tx.connection(), "INSERT INTO thing (number) VALUES (1)")
            .await
            .unwrap();
        tx.commit().await.unwrap();
        assert_eq!(count(database).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_reading_transaction_cannot_write() {
    each_database(&SCHEMA, async |database| {
        let tx = database.read().await;
        execute(tx.connection(), "INSERT INTO thing (number) VALUES (1)")
            .await
            .unwrap_err();
    })
    .await;
}

#[tokio::test]
async fn a_reading_transaction_sees_one_steady_view() {
    each_database(&SCHEMA, async |database| {
        let steady = database.read().await;
        let backend = steady.connection().get_database_backend();
        let ask = Statement::from_string(backend, "SELECT COUNT(*) FROM thing");
        let before = steady
            .connection()
            .query_one_raw(ask.clone())
            .await
            .unwrap()
            .unwrap();
        let tx = database.write().await;
        execute(tx.connection(), "INSERT INTO thing (number) VALUES (1)")
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let after = steady
            .connection()
            .query_one_raw(ask)
            .await
            .unwrap()
            .unwrap();
        let counts: [i64; 2] = [before, after].map(|row| row.try_get_by_index(0).unwrap());
        assert_eq!(counts, [0, 0]);
    })
    .await;
}

#[tokio::test]
async fn a_schema_of_a_newer_program_is_left_alone() {
    each_database(&SCHEMA, async |database| {
        let error = EMPTY.bring_up_to_date(&database.db).await.unwrap_err();
        assert!(matches!(error, StorageError::NewerSchema { .. }), "{error}");
        let error = EMPTY.check(&database.db).await.unwrap_err();
        assert!(matches!(error, StorageError::NewerSchema { .. }), "{error}");
        assert_eq!(count(database).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_schema_of_an_older_program_says_what_to_do() {
    each_database(&EMPTY, async |database| {
        let error = SCHEMA.check(&database.db).await.unwrap_err();
        assert!(
            matches!(error, StorageError::OlderSchema { pending: 1 }),
            "{error}"
        );
        SCHEMA.bring_up_to_date(&database.db).await.unwrap();
        SCHEMA.check(&database.db).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_database_that_another_program_holds_is_locked() {
    let folder = tempfile::tempdir().unwrap();
    let first = Db::open(&file(&folder), Opening::CreateIfMissing)
        .await
        .unwrap();
    let second = Db::open(&file(&folder), Opening::Existing).await.unwrap();
    let held = first.write().await.unwrap();
    let error = second.write().await.unwrap_err();
    assert!(matches!(error, StorageError::Locked), "{error}");
    drop(held);
    second.write().await.unwrap();
}
