//! Is this database one that keeps what it acknowledged?

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};

use crate::StorageError;

/// The first SQLite without the write-ahead-log fault that could lose committed pages (found 2026-03).
const SQLITE_AT_LEAST: [u32; 3] = [3, 51, 3];
/// The first PostgreSQL that the tests run on.
const POSTGRES_AT_LEAST: u32 = 15;

/// What the database said of itself; every line was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelfCheck {
    /// `sqlite` or `postgres`.
    pub engine: &'static str,
    /// The version of the library or server.
    pub version: String,
}

impl SelfCheck {
    pub(crate) async fn of(connection: &DatabaseConnection) -> Result<Self, StorageError> {
        match connection.get_database_backend() {
            DbBackend::Sqlite => Self::of_sqlite(connection).await,
            _ => Self::of_postgres(connection).await,
        }
    }

    async fn of_sqlite(connection: &DatabaseConnection) -> Result<Self, StorageError> {
        let version = ask(connection, "SELECT sqlite_version()").await?;
        if !is_at_least(&version, &SQLITE_AT_LEAST) {
            return Err(untrustworthy(
                "SQLite",
                &version,
                "3.51.3 or newer, older ones can lose committed writes",
            ));
        }
        for (question, wanted) in [
            ("SELECT journal_mode FROM pragma_journal_mode", "wal"),
            (
                "SELECT CAST(synchronous AS TEXT) FROM pragma_synchronous",
                "2",
            ),
            (
                "SELECT CAST(foreign_keys AS TEXT) FROM pragma_foreign_keys",
                "1",
            ),
        ] {
            let found = ask(connection, question).await?;
            if found != wanted {
                return Err(untrustworthy(question, &found, wanted));
            }
        }
        Ok(Self {
            engine: "sqlite",
            version,
        })
    }

    async fn of_postgres(connection: &DatabaseConnection) -> Result<Self, StorageError> {
        let version = ask(connection, "SELECT current_setting('server_version')").await?;
        if !is_at_least(&version, &[POSTGRES_AT_LEAST]) {
            return Err(untrustworthy("PostgreSQL", &version, "15 or newer"));
        }
        let encoding = ask(connection, "SELECT current_setting('server_encoding')").await?;
        if encoding != "UTF8" {
            return Err(untrustworthy(
                "PostgreSQL server_encoding",
                &encoding,
                "UTF8",
            ));
        }
        Ok(Self {
            engine: "postgres",
            version,
        })
    }
}

fn untrustworthy(what: &str, found: &str, wanted: &str) -> StorageError {
    StorageError::Untrustworthy(format!("{what} is {found}; it must be {wanted}"))
}

async fn ask(connection: &DatabaseConnection, question: &str) -> Result<String, StorageError> {
    let statement = Statement::from_string(connection.get_database_backend(), question);
    let row = connection.query_one_raw(statement).await?;
    match row {
        Some(row) => Ok(row.try_get_by_index(0)?),
        None => Err(untrustworthy(question, "silent", "answered")),
    }
}

/// Compares `3.51.3` or `15.18 (Debian 15.18-0)` with the least version, number by number.
fn is_at_least(version: &str, least: &[u32]) -> bool {
    let numbers: Vec<u32> = version
        .split(|c: char| !c.is_ascii_digit())
        .map_while(|part| part.parse().ok())
        .take(least.len())
        .collect();
    numbers.as_slice() >= least
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_by_number_and_not_by_letter() {
        assert!(is_at_least("3.51.3", &SQLITE_AT_LEAST));
        assert!(is_at_least("3.100.0", &SQLITE_AT_LEAST));
        assert!(!is_at_least("3.51.2", &SQLITE_AT_LEAST));
        assert!(!is_at_least("3.9.9", &SQLITE_AT_LEAST));
        assert!(is_at_least(
            "15.18 (Debian 15.18-0+deb12u1)",
            &[POSTGRES_AT_LEAST]
        ));
        assert!(!is_at_least("9.6", &[POSTGRES_AT_LEAST]));
        assert!(!is_at_least("", &[POSTGRES_AT_LEAST]));
    }
}
