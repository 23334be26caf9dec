//! The log in the database: whatever is changed behind the program's back is found and named.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

use sea_orm::{ConnectionTrait as _, Statement};
use yanzhi_audit::{
    Event,
    export::sealed,
    record,
    rules::{Checkpoint, Key, PublicKey, Tampering, Verification, Why},
    verify, write_out,
};
use yanzhi_kernel::Scope;
use yanzhi_storage::Schema;
use yanzhi_testkit::{TestDatabase, each_database};

const SCHEMA: Schema = Schema::new(yanzhi_audit::migrations::all);

#[expect(clippy::disallowed_methods, reason = "a test acts as the operator")]
fn operator() -> Scope {
    Scope::operator()
}

async fn write(database: &TestDatabase, entries: usize) {
    for number in 0..entries {
        let tx = database.write().await;
        let event = Event::done("test.write", number.to_string());
        record(&tx, &operator(), database.now(), event)
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }
}

async fn execute(database: &TestDatabase, sql: &str) {
    let tx = database.write().await;
    let statement = Statement::from_string(tx.connection().get_database_backend(), sql);
    tx.connection().execute_raw(statement).await.unwrap();
    tx.commit().await.unwrap();
}

async fn tampering(database: &TestDatabase, checkpoint: Option<&Checkpoint>) -> Option<Tampering> {
    let tx = database.read().await;
    verify(&tx, checkpoint).await.unwrap().tampering
}

/// Every column of the table, with another value of its type.
const COLUMNS: [(&str, &str); 16] = [
    ("sequence", "77"),
    ("at", "5"),
    ("actor", "'x'"),
    ("action", "'x'"),
    ("subject", "'x'"),
    ("before_digest", "'x'"),
    ("after_digest", "'x'"),
    ("previous_hash", "'x'"),
    ("hash", "'x'"),
    ("format", "1"),
    ("format", "9"),
    ("via", "'x'"),
    ("outcome", "'refused'"),
    ("reason", "'x'"),
    ("address", "'x'"),
    ("request", "'x'"),
];

#[tokio::test]
async fn any_column_of_any_row_changed_is_found_at_its_entry() {
    for (column, value) in COLUMNS {
        each_database(&SCHEMA, async |database| {
            write(database, 5).await;
            assert_eq!(tampering(database, None).await, None);
            database.lift_append_only("audit_entry").await;
            let sql = format!("UPDATE audit_entry SET {column} = {value} WHERE sequence = 3");
            execute(database, &sql).await;
            let found = tampering(database, None).await;
            assert_eq!(
                found.as_ref().map(Tampering::sequence),
                Some(3),
                "{column}: {found:?}"
            );
        })
        .await;
    }
}

#[tokio::test]
async fn the_organisation_of_an_entry_is_covered_too() {
    each_database(&SCHEMA, async |database| {
        write(database, 2).await;
        database.lift_append_only("audit_entry").await;
        let id = match database.read().await.connection().get_database_backend() {
            sea_orm::DbBackend::Sqlite => "x'00000000000000000000000000000001'",
            _ => "'00000000-0000-0000-0000-000000000001'",
        };
        execute(
            database,
            &format!("UPDATE audit_entry SET organisation_id = {id} WHERE sequence = 2"),
        )
        .await;
        let content = Tampering::Broken {
            sequence: 2,
            why: Why::Content,
        };
        assert_eq!(tampering(database, None).await, Some(content));
    })
    .await;
}

#[tokio::test]
async fn a_tail_cut_off_is_found_against_a_signed_checkpoint_and_only_then() {
    each_database(&SCHEMA, async |database| {
        write(database, 6).await;
        let (key, public) = Key::new(&mut rand_core::OsRng, "test").unwrap();
        let verdict = verify(&database.read().await, None).await.unwrap();
        let signed = Checkpoint::of(&key, &verdict.tree, verdict.head)
            .sign(&key)
            .unwrap();
        let checkpoint = Checkpoint::open(&signed, &PublicKey::read(&public).unwrap()).unwrap();
        write(database, 2).await;
        assert_eq!(tampering(database, Some(&checkpoint)).await, None);
        database.lift_append_only("audit_entry").await;
        execute(database, "DELETE FROM audit_entry WHERE sequence > 4").await;
        assert_eq!(tampering(database, None).await, None);
        let cut = Tampering::CutOff {
            signed: 6,
            found: 4,
        };
        assert_eq!(tampering(database, Some(&checkpoint)).await, Some(cut));
        write(database, 3).await;
        let rewritten = Tampering::Rewritten { signed: 6 };
        assert_eq!(
            tampering(database, Some(&checkpoint)).await,
            Some(rewritten)
        );
    })
    .await;
}

#[tokio::test]
async fn the_file_written_out_verifies_without_the_database() {
    each_database(&SCHEMA, async |database| {
        write(database, 4).await;
        let mut file = Vec::new();
        let written = write_out(&database.read().await, &mut file).await.unwrap();
        assert_eq!(written, 4);
        let mut verification = Verification::default();
        let text = String::from_utf8(file).unwrap();
        for line in text.lines() {
            verification.take(sealed::link(line));
        }
        let verdict = verification.finish(None);
        assert_eq!((verdict.entries, verdict.tampering), (4, None));
    })
    .await;
}
