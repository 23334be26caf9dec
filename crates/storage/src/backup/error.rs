//! Why a backup cannot be made or restored.

use std::io;

use crate::StorageError;

/// Why a backup cannot be made or restored. After a failed restore the database has no rows.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BackupError {
    /// The database failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The file cannot be written.
    #[error("the backup cannot be written: {0}. Check the folder, its rights and the space left")]
    Unwritable(#[source] io::Error),
    /// The file cannot be read.
    #[error("the backup cannot be read: {0}. Check the path and its rights")]
    Unreadable(#[source] io::Error),
    /// The file is not what was written.
    #[error("the file is no whole backup: {what}. Take another copy of it, or an earlier backup")]
    Damaged {
        /// What is wrong with it.
        what: String,
    },
    /// The backup is of a newer program.
    #[error(
        "the backup was made by a newer yanzhi (it knows {newest}): restore it with that version"
    )]
    Newer {
        /// The first change that this program does not know.
        newest: String,
    },
    /// There is something in the database already.
    #[error(
        "the table {table} of the database has rows already: restore into a new, empty database"
    )]
    NotEmpty {
        /// The table.
        table: String,
    },
    /// A column of a type that no backup knows.
    #[error(
        "column {column} of table {table} has the type {kind}, which no backup knows: add it to storage's backup"
    )]
    UnknownType {
        /// The table.
        table: String,
        /// The column.
        column: String,
        /// Its type, in the database's words.
        kind: String,
    },
}

impl BackupError {
    pub(super) fn damaged(what: impl Into<String>) -> Self {
        Self::Damaged { what: what.into() }
    }
}
