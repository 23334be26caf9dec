//! Bringing a backup into an empty database.

use std::fs::File;

use sea_orm::{
    ConnectionTrait as _, DbBackend, Statement, Value,
    sea_query::{Alias, Query},
};
use yanzhi_kernel::Digesting;

use super::{
    BackupError, FORMAT, Header, TableDigest, TableHead,
    archive::ArchiveReader,
    digests, row,
    table::{self, Table},
};
use crate::{Db, Schema, StorageError, WriteTx, bulk::VALUES_PER_STATEMENT};

/// Restores a backup into an empty database: makes the tables as they were, brings all rows in as one
/// transaction, compares the digests with those of the backup, and then brings the tables up to date.
///
/// # Errors
/// [`BackupError::Damaged`] before anything is written when the file is not whole;
/// [`BackupError::NotEmpty`], [`BackupError::Newer`], [`BackupError::Storage`].
pub async fn restore(
    db: &Db,
    schema: &Schema,
    file: File,
) -> Result<(Header, Vec<TableDigest>), BackupError> {
    let mut archive = ArchiveReader::open(file)?;
    let header: Header = read(archive.next_line()?)?;
    if header.format != FORMAT {
        return Err(BackupError::damaged(format!(
            "its format is {:?}",
            header.format
        )));
    }
    let known = schema.names();
    let unknown = header
        .schema
        .iter()
        .zip(known.iter().map(Some).chain(std::iter::repeat(None)));
    if let Some((newest, _)) = unknown
        .into_iter()
        .find(|(theirs, ours)| Some(*theirs) != *ours)
    {
        return Err(BackupError::Newer {
            newest: newest.clone(),
        });
    }
    if !schema.bring_up_to(db, header.schema.len()).await? {
        let table = table::MIGRATIONS.to_owned();
        return Err(BackupError::NotEmpty { table });
    }
    let tx = db.write().await?;
    let tables = table::all(&tx).await?;
    refuse_rows(&tx).await?;
    defer_foreign_keys(&tx).await?;
    let restored = read_tables(&tx, &tables, &mut archive).await?;
    check_foreign_keys(&tx).await?;
    if digests(&tx).await? != restored {
        return Err(BackupError::damaged(
            "what was written is not what was read",
        ));
    }
    tx.commit().await?;
    schema.bring_up_to_date(db).await?;
    Ok((header, restored))
}

fn read<T: serde::de::DeserializeOwned>(line: Option<String>) -> Result<T, BackupError> {
    let line = line.ok_or_else(|| BackupError::damaged("it ends too early"))?;
    serde_json::from_str(&line)
        .map_err(|error| BackupError::damaged(format!("a line is not as it should be ({error})")))
}

async fn refuse_rows(tx: &WriteTx) -> Result<(), BackupError> {
    let full = digests(tx).await?.into_iter().find(|table| table.rows > 0);
    full.map_or(Ok(()), |table| {
        Err(BackupError::NotEmpty { table: table.table })
    })
}

async fn read_tables(
    tx: &WriteTx,
    tables: &[Table],
    archive: &mut ArchiveReader,
) -> Result<Vec<TableDigest>, BackupError> {
    let mut restored = Vec::new();
    for table in tables {
        let head: TableHead = read(archive.next_line()?)?;
        let expected = TableHead {
            table: table.name.clone(),
            columns: table.column_names(),
        };
        if head != expected {
            let what = format!(
                "it has the table {} where {} belongs",
                head.table, table.name
            );
            return Err(BackupError::damaged(what));
        }
        restored.push(read_table(tx, table, archive).await?);
    }
    match archive.next_line()? {
        None => Ok(restored),
        Some(_) => Err(BackupError::damaged("it goes on after its last table")),
    }
}

async fn read_table(
    tx: &WriteTx,
    table: &Table,
    archive: &mut ArchiveReader,
) -> Result<TableDigest, BackupError> {
    let per_statement = VALUES_PER_STATEMENT / table.columns.len().max(1);
    let (mut rows, mut digesting) = (0, Digesting::default());
    let mut waiting: Vec<Vec<Value>> = Vec::new();
    loop {
        let line = archive
            .next_line()?
            .ok_or_else(|| BackupError::damaged("it ends too early"))?;
        if !line.starts_with('[') {
            insert(tx, table, waiting).await?;
            let stated: TableDigest = read(Some(line))?;
            let found = TableDigest {
                table: table.name.clone(),
                rows,
                digest: digesting.finish(),
            };
            return if stated == found {
                Ok(found)
            } else {
                Err(BackupError::damaged(format!(
                    "the rows of {} are not those it states",
                    table.name
                )))
            };
        }
        digesting.add(&line);
        digesting.add("\n");
        rows += 1;
        waiting.push(row::from_line(table, &line)?);
        if waiting.len() == per_statement {
            insert(tx, table, std::mem::take(&mut waiting)).await?;
        }
    }
}

async fn insert(tx: &WriteTx, table: &Table, rows: Vec<Vec<Value>>) -> Result<(), StorageError> {
    if rows.is_empty() {
        return Ok(());
    }
    let mut statement = Query::insert();
    statement.into_table(Alias::new(&table.name));
    statement.columns(table.columns.iter().map(|column| Alias::new(&column.name)));
    for row in rows {
        let written = statement.values(row.into_iter().map(Into::into));
        written
            .map_err(|error| StorageError::Database(sea_orm::DbErr::Custom(error.to_string())))?;
    }
    tx.connection().execute(&statement).await?;
    Ok(())
}

/// Rows come by table and key; what they point to may come later.
async fn defer_foreign_keys(tx: &WriteTx) -> Result<(), StorageError> {
    if table::backend(tx) == DbBackend::Sqlite {
        return execute(tx, "PRAGMA defer_foreign_keys = ON").await;
    }
    for (table, constraint) in foreign_keys(tx).await? {
        let sql = format!("ALTER TABLE \"{table}\" ALTER CONSTRAINT \"{constraint}\" DEFERRABLE");
        execute(tx, &sql).await?;
    }
    execute(tx, "SET CONSTRAINTS ALL DEFERRED").await
}

/// Checks them all, before the commit.
async fn check_foreign_keys(tx: &WriteTx) -> Result<(), StorageError> {
    if table::backend(tx) == DbBackend::Sqlite {
        // The commit does.
        return Ok(());
    }
    execute(tx, "SET CONSTRAINTS ALL IMMEDIATE").await?;
    for (table, constraint) in foreign_keys(tx).await? {
        let sql =
            format!("ALTER TABLE \"{table}\" ALTER CONSTRAINT \"{constraint}\" NOT DEFERRABLE");
        execute(tx, &sql).await?;
    }
    Ok(())
}

async fn foreign_keys(tx: &WriteTx) -> Result<Vec<(String, String)>, StorageError> {
    let question = "SELECT conrelid::regclass::text, conname::text FROM pg_constraint \
                    WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY 2";
    let rows = tx
        .connection()
        .query_all_raw(Statement::from_string(DbBackend::Postgres, question))
        .await?;
    let pair = |row: sea_orm::QueryResult| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?));
    rows.into_iter().map(pair).collect()
}

async fn execute(tx: &WriteTx, sql: &str) -> Result<(), StorageError> {
    let statement = Statement::from_string(table::backend(tx), sql);
    tx.connection().execute_raw(statement).await?;
    Ok(())
}
