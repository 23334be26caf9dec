//! Backup and restore: nothing is lost on the way, and nothing broken comes in.
#![expect(clippy::unwrap_used, reason = "a test that cannot ask must stop")]

use std::fs::{self, File};

use sea_orm::{ConnectionTrait as _, Statement, Value, prelude::Uuid};
use sea_orm_migration::{
    MigrationTrait,
    prelude::{DbErr, DeriveMigrationName, ForeignKey, SchemaManager, Table, async_trait},
    schema::{
        big_integer, blob_null, boolean, double_null, integer, pk_uuid, small_integer, text,
        uuid_null,
    },
};
use yanzhi_kernel::Timestamp;
use yanzhi_storage::{
    DatabaseUrl, Db, Opening, Schema, WriteTx,
    backup::{BackupError, TableDigest, back_up, digests, restore},
};
use yanzhi_testkit::{TestDatabase, each_database};

#[derive(DeriveMigrationName)]
struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let parent = ForeignKey::create()
            .name("fk_place_parent")
            .from("place", "parent_id")
            .to("place", "id")
            .to_owned();
        let place = Table::create()
            .table("place")
            .col(pk_uuid("id"))
            .col(uuid_null("parent_id"))
            .col(text("name"))
            .col(boolean("is_open"))
            .col(small_integer("kind"))
            .foreign_key(&mut parent.clone())
            .to_owned();
        manager.create_table(place).await?;
        // Its name comes before that of the table it points to.
        let of = ForeignKey::create()
            .name("fk_figure_place")
            .from("figure", "place_id")
            .to("place", "id")
            .to_owned();
        let figure = Table::create()
            .table("figure")
            .col(big_integer("at").primary_key())
            .col(uuid_null("place_id"))
            .col(integer("version"))
            .col(double_null("value"))
            .col(blob_null("seal"))
            .foreign_key(&mut of.clone())
            .to_owned();
        manager.create_table(figure).await
    }
}

const SCHEMA: Schema = Schema::new(|| vec![Box::new(Migration)]);
const OLDER: Schema = Schema::new(Vec::new);

const MOMENT: i64 = 1_767_578_400_000_000;

async fn insert(tx: &WriteTx, sql: &str, values: Vec<Value>) {
    let backend = tx.connection().get_database_backend();
    let statement = Statement::from_sql_and_values(backend, sql, values);
    tx.connection().execute_raw(statement).await.unwrap();
}

/// A child that sorts before its parent, every type, and values that are easily spoiled on the way.
async fn fill(database: &TestDatabase) {
    let (child, parent) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let tx = database.write().await;
    let place = "INSERT INTO place (id, parent_id, name, is_open, kind) VALUES ($1, $2, $3, $4, 3)";
    let name = "宁波\n\"海曙\"\u{0}".replace('\u{0}', "");
    insert(
        &tx,
        place,
        vec![parent.into(), Value::Uuid(None), name.into(), true.into()],
    )
    .await;
    insert(
        &tx,
        place,
        vec![child.into(), parent.into(), "".into(), false.into()],
    )
    .await;
    let figure =
        "INSERT INTO figure (at, place_id, version, value, seal) VALUES ($1, $2, $3, $4, $5)";
    for (at, value) in (0_i64..).zip([0.1 + 0.2, 1e-308, -0.5, 1e300, 3.0]) {
        let seal: Value = vec![0_u8, 255, b'"'].into();
        insert(
            &tx,
            figure,
            vec![at.into(), child.into(), 7_i32.into(), value.into(), seal],
        )
        .await;
    }
    let nothing = vec![
        i64::MAX.into(),
        Value::Uuid(None),
        i32::MIN.into(),
        Value::Double(None),
        Value::Bytes(None),
    ];
    insert(&tx, figure, nothing).await;
    tx.commit().await.unwrap();
}

async fn digests_of(database: &TestDatabase) -> Vec<TableDigest> {
    digests(&database.read().await).await.unwrap()
}

async fn backup_of(database: &TestDatabase) -> Vec<u8> {
    let mut bytes = Vec::new();
    let at = Timestamp::from_micros(MOMENT).unwrap();
    let tx = database.read().await;
    let stated = back_up(&tx, &SCHEMA, at, &mut bytes).await.unwrap();
    assert_eq!(stated, digests(&tx).await.unwrap());
    bytes
}

fn file_of(bytes: &[u8]) -> File {
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), bytes).unwrap();
    file.reopen().unwrap()
}

async fn rows_of(database: &TestDatabase) -> u64 {
    digests_of(database)
        .await
        .iter()
        .map(|table| table.rows)
        .sum()
}

#[tokio::test]
async fn a_backup_comes_back_whole_on_the_same_and_on_the_other_database() {
    let backups = std::sync::Mutex::new(Vec::new());
    each_database(&SCHEMA, async |database| {
        fill(database).await;
        let backup = (backup_of(database).await, digests_of(database).await);
        backups.lock().unwrap().push(backup);
    })
    .await;
    let backups = backups.into_inner().unwrap();
    assert!(
        backups.iter().all(|(_, digests)| *digests == backups[0].1),
        "both databases digest alike"
    );
    each_database(&OLDER, async |database| {
        for (bytes, expected) in &backups[..1] {
            let (header, restored) = restore(&database.db, &SCHEMA, file_of(bytes))
                .await
                .unwrap();
            assert_eq!(header.made_at, MOMENT);
            assert_eq!(restored, *expected);
            assert_eq!(digests_of(database).await, *expected);
        }
    })
    .await;
    each_database(&OLDER, async |database| {
        for (bytes, expected) in backups.iter().skip(1) {
            restore(&database.db, &SCHEMA, file_of(bytes))
                .await
                .unwrap();
            assert_eq!(digests_of(database).await, *expected);
        }
    })
    .await;
}

#[tokio::test]
async fn after_a_restore_foreign_keys_hold_again() {
    each_database(&SCHEMA, async |source| {
        fill(source).await;
        let bytes = backup_of(source).await;
        each_database(&OLDER, async |database| {
            restore(&database.db, &SCHEMA, file_of(&bytes))
                .await
                .unwrap();
            let tx = database.write().await;
            let backend = tx.connection().get_database_backend();
            let sql = "INSERT INTO figure (at, place_id, version) VALUES (99, $1, 1)";
            let orphan = Statement::from_sql_and_values(backend, sql, [Uuid::from_u128(9).into()]);
            assert!(tx.connection().execute_raw(orphan).await.is_err());
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_file_with_any_byte_changed_is_refused_and_nothing_is_written() {
    each_database(&SCHEMA, async |database| {
        fill(database).await;
        let whole = backup_of(database).await;
        let folder = tempfile::tempdir().unwrap();
        let url = DatabaseUrl::Sqlite(folder.path().join("other.sqlite"));
        let other = Db::open(&url, Opening::CreateIfMissing).await.unwrap();
        for place in 0..whole.len() {
            let mut changed = whole.clone();
            changed[place] ^= 1;
            let error = restore(&other, &SCHEMA, file_of(&changed))
                .await
                .unwrap_err();
            assert!(
                matches!(error, BackupError::Damaged { .. }),
                "byte {place}: {error}"
            );
        }
        for length in [0, 10, whole.len() - 1] {
            let error = restore(&other, &SCHEMA, file_of(&whole[..length]))
                .await
                .unwrap_err();
            assert!(
                matches!(error, BackupError::Damaged { .. }),
                "{length} bytes: {error}"
            );
        }
        assert!(
            digests(&other.read().await.unwrap())
                .await
                .unwrap()
                .is_empty()
        );
    })
    .await;
}

#[tokio::test]
async fn a_database_with_rows_is_left_alone() {
    each_database(&SCHEMA, async |database| {
        fill(database).await;
        let (bytes, before) = (backup_of(database).await, digests_of(database).await);
        let error = restore(&database.db, &SCHEMA, file_of(&bytes))
            .await
            .unwrap_err();
        assert!(
            matches!(&error, BackupError::NotEmpty { table } if table == "figure"),
            "{error}"
        );
        assert_eq!(digests_of(database).await, before);
    })
    .await;
}

#[tokio::test]
async fn a_backup_of_a_newer_program_is_refused_by_name() {
    each_database(&SCHEMA, async |source| {
        fill(source).await;
        let bytes = backup_of(source).await;
        each_database(&OLDER, async |database| {
            let error = restore(&database.db, &OLDER, file_of(&bytes))
                .await
                .unwrap_err();
            assert!(
                matches!(&error, BackupError::Newer { newest } if newest == "backup"),
                "{error}"
            );
            assert_eq!(rows_of(database).await, 0);
        })
        .await;
    })
    .await;
}
