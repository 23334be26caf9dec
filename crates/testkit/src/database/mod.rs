//! One test body, both databases.

mod changes;

use std::{
    panic::{AssertUnwindSafe, resume_unwind},
    path::Path,
    process,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
};

use futures_util::FutureExt;
use rand_chacha::{ChaCha12Rng, rand_core::SeedableRng};
use sea_orm::{ConnectionTrait, Database};
use yanzhi_kernel::{Clock, FixedClock, IdSource, Ids, Secrets, Timestamp};
use yanzhi_storage::{DatabaseUrl, Db, Opening, ReadTx, Schema, WriteTx};

pub use changes::ChangeCount;

/// Where the tests' PostgreSQL is; `script/postgres run` starts one and sets it.
const POSTGRES: &str = "TEST_DATABASE_URL";

/// A fresh database with its schema, a clock that stands still, and ids that are the same on every run.
#[derive(Debug)]
pub struct TestDatabase {
    /// The database.
    pub db: Db,
    /// The present, until the test moves it.
    pub clock: Arc<FixedClock>,
    ids: Ids<ChaCha12Rng>,
    url: DatabaseUrl,
}

impl TestDatabase {
    async fn open(url: DatabaseUrl, schema: &Schema) -> Self {
        let db = Db::open(&url, Opening::CreateIfMissing).await;
        let db = db.unwrap_or_else(|error| panic!("the test's database does not open: {error}"));
        if let Err(error) = schema.bring_up_to_date(&db).await {
            panic!("the schema cannot be made: {error}");
        }
        Self {
            db,
            clock: Arc::new(FixedClock::at(moment())),
            ids: seeded_ids(7),
            url,
        }
    }

    /// Where the database is, to open it a second time.
    pub const fn url(&self) -> &DatabaseUrl {
        &self.url
    }

    /// Where new ids come from.
    pub fn ids(&self) -> &dyn IdSource {
        &self.ids
    }

    /// The present moment.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Does to the database what no use case does, and says how many rows that was.
    ///
    /// # Panics
    /// When the database does not let it.
    pub async fn meddle(&self, statement: &str) -> u64 {
        let tx = self.write().await;
        let done = tx.connection().execute_unprepared(statement).await;
        let done = done.unwrap_or_else(|error| panic!("{statement}: {error}"));
        let committed = tx.commit().await;
        committed.unwrap_or_else(|error| panic!("{statement}: {error}"));
        done.rows_affected()
    }

    /// Takes away what keeps a table append-only, as whoever tampers with a database would first.
    ///
    /// # Panics
    /// When the database does not let it.
    pub async fn lift_append_only(&self, table: &str) {
        let tx = self.write().await;
        let lifted = yanzhi_storage::lift_append_only(tx.connection(), table).await;
        lifted.unwrap_or_else(|error| panic!("{table}: {error}"));
        let committed = tx.commit().await;
        committed.unwrap_or_else(|error| panic!("{table}: {error}"));
    }

    /// Begins a transaction that reads.
    ///
    /// # Panics
    /// When the database does not let it.
    pub async fn read(&self) -> ReadTx {
        let begun = self.db.read().await;
        begun.unwrap_or_else(|error| panic!("cannot read from {}: {error}", self.url))
    }

    /// Begins a transaction that may write.
    ///
    /// # Panics
    /// When the database does not let it.
    pub async fn write(&self) -> WriteTx {
        let begun = self.db.write().await;
        begun.unwrap_or_else(|error| panic!("cannot write to {}: {error}", self.url))
    }
}

/// Ids that are the same on every run.
pub fn seeded_ids(seed: u64) -> Ids<ChaCha12Rng> {
    Ids::new(ChaCha12Rng::seed_from_u64(seed))
}

/// Secrets that are the same on every run, and therefore none.
pub fn seeded_secrets(seed: u64) -> Secrets<ChaCha12Rng> {
    Secrets::new(ChaCha12Rng::seed_from_u64(seed))
}

/// Runs `test` on a new SQLite file, and on a new PostgreSQL database where `TEST_DATABASE_URL` names a server.
/// Both are gone afterwards, whether the test succeeds or not.
///
/// # Panics
/// When `test` does, or when a database cannot be made.
pub async fn each_database(schema: &Schema, test: impl AsyncFn(&TestDatabase)) {
    on_sqlite(schema, &test).await;
    match postgres_server() {
        Some(server) => on_postgres(&server, schema, &test).await,
        None => eprintln!("skipped: PostgreSQL ({POSTGRES} is not set)"),
    }
}

async fn on_sqlite(schema: &Schema, test: &impl AsyncFn(&TestDatabase)) {
    let folder = tempfile::tempdir();
    let folder = folder.unwrap_or_else(|error| panic!("no folder for the test's file: {error}"));
    let url = DatabaseUrl::Sqlite(folder.path().join(Path::new("test.sqlite")));
    let database = TestDatabase::open(url, schema).await;
    run(&database, "SQLite", test)
        .await
        .unwrap_or_else(|panic| resume_unwind(panic));
}

async fn on_postgres(server: &str, schema: &Schema, test: &impl AsyncFn(&TestDatabase)) {
    static MADE: AtomicU32 = AtomicU32::new(0);
    let made = MADE.fetch_add(1, Ordering::Relaxed);
    let name = format!("yanzhi_test_{}_{made}", process::id());
    drop_database(server, &name).await; // one that a killed run of the same number left behind
    // Like the databases that the documentation tells operators to make: C collation, so that order is by code.
    let create = format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'");
    execute(server, &create).await;
    let database = TestDatabase::open(DatabaseUrl::Postgres(address(server, &name)), schema).await;
    let outcome = run(&database, "PostgreSQL", test).await;
    drop(database);
    drop_database(server, &name).await;
    outcome.unwrap_or_else(|panic| resume_unwind(panic));
}

async fn run(
    database: &TestDatabase,
    name: &str,
    test: &impl AsyncFn(&TestDatabase),
) -> std::thread::Result<()> {
    let outcome = AssertUnwindSafe(test(database)).catch_unwind().await;
    if outcome.is_err() {
        eprintln!("that was on {name}");
    }
    outcome
}

async fn drop_database(server: &str, name: &str) {
    execute(
        server,
        &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
    )
    .await;
}

async fn execute(server: &str, statement: &str) {
    let done = match Database::connect(server).await {
        Ok(connection) => connection.execute_unprepared(statement).await.map(|_| ()),
        Err(error) => Err(error),
    };
    done.unwrap_or_else(|error| panic!("{POSTGRES}: {statement}: {error}"));
}

/// The same server, another database.
fn address(server: &str, name: &str) -> String {
    let (address, options) = server
        .split_once('?')
        .map_or((server, None), |(a, o)| (a, Some(o)));
    let host = address.rsplit_once('/').map_or(address, |(host, _)| host);
    options.map_or_else(
        || format!("{host}/{name}"),
        |options| format!("{host}/{name}?{options}"),
    )
}

#[expect(
    clippy::disallowed_methods,
    reason = "which server the tests use is the environment's business"
)]
fn postgres_server() -> Option<String> {
    std::env::var(POSTGRES)
        .ok()
        .filter(|server| !server.is_empty())
}

/// 2026-01-05T02:00:00Z, ten in the morning of a Monday in Shanghai.
fn moment() -> Timestamp {
    let moment = Timestamp::from_micros(1_767_578_400_000_000);
    moment.unwrap_or_else(|| unreachable!("the moment is within the calendar"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_database_is_exchanged_and_the_options_stay() {
        assert_eq!(
            address("postgres://u:p@h:1/postgres", "t"),
            "postgres://u:p@h:1/t"
        );
        assert_eq!(
            address("postgres://u@h/a?sslmode=disable", "t"),
            "postgres://u@h/t?sslmode=disable"
        );
    }

    #[test]
    fn the_clock_stands_on_a_monday_morning() {
        assert_eq!(moment().to_string(), "2026-01-05T02:00:00Z");
    }

    #[tokio::test]
    async fn every_run_sees_the_same_ids_and_an_empty_database() {
        let seen = std::sync::Mutex::new(Vec::new());
        let schema = Schema::new(Vec::new);
        for _ in 0..2 {
            each_database(&schema, async |database| {
                let id = database.ids().next_uuid(database.now());
                seen.lock().unwrap().push(id);
                database.write().await.commit().await.unwrap();
                database.read().await;
            })
            .await;
        }
        let seen = seen.into_inner().unwrap();
        assert!(seen.len() >= 2);
        assert!(seen.iter().all(|id| *id == seen[0]), "{seen:?}");
    }

    #[tokio::test]
    #[should_panic(expected = "as it must")]
    async fn a_failing_body_fails_the_test() {
        each_database(&Schema::new(Vec::new), async |_| panic!("as it must")).await;
    }
}
