//! Backup: everything in the database as one file, and back again, on either database.
//!
//! A backup is one steady view of all tables, read while others go on writing. The file is gzip of lines of
//! JSON (a [`Header`]; of every table its name and columns, its rows as arrays in the order of the key, its
//! number of rows and digest) with a seal behind it: the SHA-256 of all bytes before. A file with any byte
//! changed is refused before anything is written. Rows look the same whichever database they came from, so a
//! backup of SQLite may be restored into PostgreSQL and the other way round, and [`digests`] compares.
//!
//! The file holds what the database holds, password hashes and figures under embargo included: keep it as
//! carefully.

mod archive;
mod error;
mod restore;
mod row;
mod table;

use std::io::Write;

use futures_util::TryStreamExt as _;
use sea_orm::StreamTrait as _;
use serde::{Deserialize, Serialize};
use yanzhi_kernel::{Digest, Digesting, Timestamp};

pub use error::BackupError;
pub use restore::restore;

use archive::ArchiveWriter;
use table::Table;

use crate::{ReadTx, Schema, StorageError};

/// The first line of a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// Always `yanzhi-backup/1`.
    pub format: String,
    /// When the view was taken, in microseconds UTC.
    pub made_at: i64,
    /// The changes that had made the tables.
    pub schema: Vec<String>,
}

/// How many rows a table has, and the digest of them all in the order of the key: the same on both databases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableDigest {
    /// The table.
    pub table: String,
    /// Its number of rows.
    pub rows: u64,
    /// The SHA-256 of its rows, one JSON array a line.
    pub digest: Digest,
}

/// What a table's rows are preceded by.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TableHead {
    table: String,
    columns: Vec<String>,
}

const FORMAT: &str = "yanzhi-backup/1";

/// Writes a backup of one steady view and returns the digests of its tables.
///
/// # Errors
/// [`BackupError::Storage`], [`BackupError::Unwritable`], or a column of a type that no backup knows.
pub async fn back_up(
    tx: &ReadTx,
    schema: &Schema,
    at: Timestamp,
    out: impl Write,
) -> Result<Vec<TableDigest>, BackupError> {
    let mut archive = ArchiveWriter::new(out);
    archive.line(&Header {
        format: FORMAT.to_owned(),
        made_at: at.as_micros(),
        schema: schema.names(),
    })?;
    let mut digests = Vec::new();
    for table in table::all(tx).await? {
        archive.line(&TableHead {
            table: table.name.clone(),
            columns: table.column_names(),
        })?;
        let digest = read_rows(tx, &table, |line| archive.text(line)).await?;
        archive.line(&digest)?;
        digests.push(digest);
    }
    archive.finish()?;
    Ok(digests)
}

/// The digests of all tables: two databases with the same digests hold the same.
///
/// # Errors
/// [`BackupError::Storage`], or a column of a type that no backup knows.
pub async fn digests(tx: &ReadTx) -> Result<Vec<TableDigest>, BackupError> {
    let mut digests = Vec::new();
    for table in table::all(tx).await? {
        digests.push(read_rows(tx, &table, |_| Ok(())).await?);
    }
    Ok(digests)
}

/// Hands every row of a table on as a line of JSON, in the order of the key.
async fn read_rows(
    tx: &ReadTx,
    table: &Table,
    mut take: impl FnMut(&str) -> Result<(), BackupError>,
) -> Result<TableDigest, BackupError> {
    let (mut rows, mut digesting) = (0, Digesting::default());
    let question = table.select_all(tx);
    let mut found = tx
        .connection()
        .stream_raw(question)
        .await
        .map_err(StorageError::from)?;
    while let Some(found) = found.try_next().await.map_err(StorageError::from)? {
        let line = row::to_line(table, &found)?;
        digesting.add(&line);
        digesting.add("\n");
        take(&line)?;
        rows += 1;
    }
    Ok(TableDigest {
        table: table.name.clone(),
        rows,
        digest: digesting.finish(),
    })
}
