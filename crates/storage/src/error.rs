//! What can go wrong at the door of the database.

use sea_orm::{DbErr, RuntimeErr};

/// A failure of the database. The texts name the place and the remedy; they are for the operator, never for
/// the public.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StorageError {
    /// There is no database at that place.
    #[error(
        "there is no database at {place}: create one with `yanzhi import PACK` or `yanzhi serve --migrate`, or name another with --database"
    )]
    Missing {
        /// The address without its password.
        place: String,
    },
    /// The address is right in form, but nobody answers there.
    #[error(
        "the database at {place} cannot be opened: {reason}. Check that the address is right, the server runs and this account may use it"
    )]
    Unreachable {
        /// The address without its password.
        place: String,
        /// What the driver said.
        reason: String,
    },
    /// Another program holds the database.
    #[error(
        "the database is locked by another program: wait until it has finished, or end it, and try again"
    )]
    Locked,
    /// A newer program has changed the tables.
    #[error(
        "the database has the schema of a newer yanzhi (it knows {newest}): use that version, or restore a backup made before the upgrade"
    )]
    NewerSchema {
        /// The newest change that this program does not know.
        newest: String,
    },
    /// Tables are missing: the database was made by an older program.
    #[error(
        "the database has an older schema ({pending} changes are missing): run `yanzhi import` or `yanzhi serve --migrate` once to bring it up to date"
    )]
    OlderSchema {
        /// How many changes are missing.
        pending: usize,
    },
    /// The library or a setting cannot be trusted with figures.
    #[error("the database cannot be trusted with figures: {0}")]
    Untrustworthy(String),
    /// A row that makes no sense.
    #[error(
        "table {table}, column {column}: the stored value {value:?} makes no sense; the database was changed by another program or is damaged"
    )]
    Inconsistent {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// The value as stored.
        value: String,
    },
    /// Anything else the database says.
    #[error("the database refused: {0}")]
    Database(#[source] DbErr),
}

impl From<DbErr> for StorageError {
    fn from(error: DbErr) -> Self {
        if is_locked(&error) {
            Self::Locked
        } else {
            Self::Database(error)
        }
    }
}

/// SQLite: `SQLITE_BUSY` (5) and `SQLITE_LOCKED` (6) with their extended codes. PostgreSQL: `lock_not_available`.
fn is_locked(error: &DbErr) -> bool {
    let (DbErr::Exec(RuntimeErr::SqlxError(source))
    | DbErr::Query(RuntimeErr::SqlxError(source))
    | DbErr::Conn(RuntimeErr::SqlxError(source))) = error
    else {
        return false;
    };
    let code = source
        .as_database_error()
        .and_then(sea_orm::sqlx::error::DatabaseError::code);
    match code.as_deref() {
        Some("55P03") => true,
        Some(code) => code
            .parse::<u32>()
            .is_ok_and(|code| matches!(code & 0xff, 5 | 6)),
        None => false,
    }
}
