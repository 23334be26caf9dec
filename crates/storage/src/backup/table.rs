//! The tables as the database describes them.

use sea_orm::{ConnectionTrait as _, DbBackend, Statement, Value};

use super::BackupError;
use crate::{ReadTx, StorageError};

/// The runner of migrations keeps its own table; a restore makes it anew.
pub(super) const MIGRATIONS: &str = "seaql_migrations";

/// A table with its columns.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) name: String,
    pub(super) columns: Vec<Column>,
}

/// A column of a table.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) name: String,
    pub(super) kind: Kind,
    is_key: bool,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Boolean,
    Integer16,
    Integer32,
    Integer64,
    Real,
    Text,
    Uuid,
    Bytes,
}

impl Kind {
    fn of(declared: &str, backend: DbBackend) -> Option<Self> {
        Some(match declared.to_ascii_lowercase().as_str() {
            "boolean" => Self::Boolean,
            // SQLite has one kind of integer, and calls the key of a table so whatever was asked for.
            "integer" if backend == DbBackend::Sqlite => Self::Integer64,
            "smallint" => Self::Integer16,
            "integer" => Self::Integer32,
            "bigint" => Self::Integer64,
            "double" | "double precision" => Self::Real,
            "text" | "varchar" | "character varying" => Self::Text,
            "uuid" | "uuid_text" => Self::Uuid,
            "blob" | "bytea" => Self::Bytes,
            _ => return None,
        })
    }
}

const SQLITE_TABLES: &str = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
const POSTGRES_TABLES: &str = "SELECT table_name::text FROM information_schema.tables \
     WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'";
const SQLITE_COLUMNS: &str = "SELECT name, type, pk > 0 FROM pragma_table_info($1) ORDER BY name";
const POSTGRES_COLUMNS: &str = "SELECT c.column_name::text, c.data_type::text, EXISTS ( \
         SELECT 1 FROM information_schema.table_constraints t \
         JOIN information_schema.key_column_usage k USING (constraint_schema, constraint_name) \
         WHERE t.constraint_type = 'PRIMARY KEY' AND t.table_schema = current_schema() \
           AND t.table_name = c.table_name AND k.table_name = c.table_name AND k.column_name = c.column_name) \
     FROM information_schema.columns c \
     WHERE c.table_schema = current_schema() AND c.table_name = $1 ORDER BY c.column_name COLLATE \"C\"";

/// All tables but that of the migrations, by name; their columns by name.
pub(super) async fn all(tx: &ReadTx) -> Result<Vec<Table>, BackupError> {
    let question = match backend(tx) {
        DbBackend::Sqlite => SQLITE_TABLES,
        _ => POSTGRES_TABLES,
    };
    let mut names: Vec<String> = Vec::new();
    for row in ask(tx, question, vec![]).await? {
        names.push(row.try_get_by_index(0).map_err(StorageError::from)?);
    }
    names.retain(|name| name != MIGRATIONS);
    names.sort_unstable();
    let mut tables = Vec::new();
    for name in names {
        tables.push(Table::of(tx, name).await?);
    }
    Ok(tables)
}

impl Table {
    async fn of(tx: &ReadTx, name: String) -> Result<Self, BackupError> {
        let question = match backend(tx) {
            DbBackend::Sqlite => SQLITE_COLUMNS,
            _ => POSTGRES_COLUMNS,
        };
        let mut columns = Vec::new();
        for row in ask(tx, question, vec![name.clone().into()]).await? {
            let column: String = row.try_get_by_index(0).map_err(StorageError::from)?;
            let declared: String = row.try_get_by_index(1).map_err(StorageError::from)?;
            let Some(kind) = Kind::of(&declared, backend(tx)) else {
                return Err(BackupError::UnknownType {
                    table: name,
                    column,
                    kind: declared,
                });
            };
            let is_key = row.try_get_by_index(2).map_err(StorageError::from)?;
            columns.push(Column {
                name: column,
                kind,
                is_key,
            });
        }
        Ok(Self { name, columns })
    }

    pub(super) fn column_names(&self) -> Vec<String> {
        self.columns
            .iter()
            .map(|column| column.name.clone())
            .collect()
    }

    /// All rows in the order of the key, or of all columns where there is none: the same on both databases.
    pub(super) fn select_all(&self, tx: &ReadTx) -> Statement {
        let backend = backend(tx);
        let quoted: Vec<String> = self.columns.iter().map(Column::quoted).collect();
        let has_key = self.columns.iter().any(|column| column.is_key);
        let order = self
            .columns
            .iter()
            .filter(|column| column.is_key || !has_key);
        let order: Vec<String> = order.map(|column| column.order(backend)).collect();
        let (columns, order) = (quoted.join(", "), order.join(", "));
        let sql = format!("SELECT {columns} FROM \"{}\" ORDER BY {order}", self.name);
        Statement::from_string(backend, sql)
    }
}

impl Column {
    fn quoted(&self) -> String {
        format!("\"{}\"", self.name)
    }

    /// Text by its bytes, and what is missing first, on both.
    fn order(&self, backend: DbBackend) -> String {
        let quoted = self.quoted();
        match (backend, self.kind) {
            (DbBackend::Sqlite, _) => quoted,
            (_, Kind::Text) => format!("{quoted} COLLATE \"C\" NULLS FIRST"),
            _ => format!("{quoted} NULLS FIRST"),
        }
    }
}

pub(super) fn backend(tx: &ReadTx) -> DbBackend {
    tx.connection().get_database_backend()
}

async fn ask(
    tx: &ReadTx,
    question: &str,
    values: Vec<Value>,
) -> Result<Vec<sea_orm::QueryResult>, StorageError> {
    let statement = Statement::from_sql_and_values(backend(tx), question, values);
    Ok(tx.connection().query_all_raw(statement).await?)
}
