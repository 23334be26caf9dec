//! Whether anything was written, told without reading every table again.

use sea_orm::{ConnectionTrait, DbBackend};

use super::TestDatabase;

const COUNT: &str = ChangeCount::TABLE;

/// Counts the rows that are added, changed or removed in every table but some: a trigger of each raises one number.
/// What is rolled back does not count.
#[derive(Debug)]
pub struct ChangeCount<'a>(&'a TestDatabase);

impl ChangeCount<'_> {
    /// The table that the count stands in.
    pub const TABLE: &'static str = "testkit_change";
}

impl<'a> ChangeCount<'a> {
    /// Begins to count.
    ///
    /// # Panics
    /// When the database does not let it.
    pub async fn begin(database: &'a TestDatabase, except: &[&str]) -> Self {
        let tx = database.read().await;
        let backend = tx.connection().get_database_backend();
        let tables = texts(database, tables_of(backend)).await;
        drop(tx);
        let counted = tables.iter().filter(|it| !except.contains(&it.as_str()));
        let counted: Vec<&String> = counted.collect();
        assert!(counted.len() > 10, "only {counted:?} are there");
        database
            .meddle(&format!("CREATE TABLE {COUNT} (changes BIGINT NOT NULL)"))
            .await;
        database
            .meddle(&format!("INSERT INTO {COUNT} VALUES (0)"))
            .await;
        for statement in before(backend) {
            database.meddle(&statement).await;
        }
        for table in counted {
            for statement in triggers(backend, table) {
                database.meddle(&statement).await;
            }
        }
        Self(database)
    }

    /// How many rows have changed since it began.
    ///
    /// # Panics
    /// When the database does not say.
    pub async fn now(&self) -> u64 {
        let statement = format!("SELECT CAST(changes AS TEXT) FROM {COUNT}");
        let said = texts(self.0, &statement).await;
        let number = said.first().and_then(|text| text.parse().ok());
        number.unwrap_or_else(|| panic!("the changes are not counted: {said:?}"))
    }
}

async fn texts(database: &TestDatabase, statement: &str) -> Vec<String> {
    let tx = database.read().await;
    let rows = tx
        .connection()
        .query_all_raw(statement_of(&tx, statement))
        .await;
    let rows = rows.unwrap_or_else(|error| panic!("{statement}: {error}"));
    let text = |row: &sea_orm::QueryResult| row.try_get_by_index(0);
    let texts: Result<Vec<String>, _> = rows.iter().map(text).collect();
    texts.unwrap_or_else(|error| panic!("{statement}: {error}"))
}

fn statement_of(tx: &yanzhi_storage::ReadTx, text: &str) -> sea_orm::Statement {
    sea_orm::Statement::from_string(tx.connection().get_database_backend(), text)
}

fn tables_of(backend: DbBackend) -> &'static str {
    match backend {
        DbBackend::Postgres => {
            "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()"
        }
        _ => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    }
}

fn before(backend: DbBackend) -> Vec<String> {
    match backend {
        DbBackend::Postgres => vec![format!(
            "CREATE FUNCTION {COUNT}_one() RETURNS trigger LANGUAGE plpgsql AS \
             $$ BEGIN UPDATE {COUNT} SET changes = changes + 1; RETURN NULL; END $$"
        )],
        _ => Vec::new(),
    }
}

fn triggers(backend: DbBackend, table: &str) -> Vec<String> {
    let of = |event: &str| match backend {
        DbBackend::Postgres => format!(
            "CREATE TRIGGER {COUNT}_{event} AFTER {event} ON {table} FOR EACH ROW EXECUTE FUNCTION {COUNT}_one()"
        ),
        _ => format!(
            "CREATE TRIGGER {COUNT}_{table}_{event} AFTER {event} ON {table} \
             BEGIN UPDATE {COUNT} SET changes = changes + 1; END"
        ),
    };
    ["INSERT", "UPDATE", "DELETE"].map(of).into()
}
