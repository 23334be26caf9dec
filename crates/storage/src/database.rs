//! Opening the database.

use std::{path::Path, time::Duration};

use sea_orm::{
    AccessMode, ConnectOptions, Database, DatabaseConnection, DbBackend, IsolationLevel,
    SqliteTransactionMode, TransactionOptions, TransactionTrait,
    sqlx::{
        Connection as _,
        sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous},
    },
};

use crate::{DatabaseUrl, ReadTx, SelfCheck, StorageError, WriteTx};

/// How long a writer waits for another one.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
/// Readers at once. On SQLite each is a thread; on PostgreSQL a server process.
const READERS: u32 = 8;
/// Writers at once on PostgreSQL; SQLite has exactly one.
const POSTGRES_WRITERS: u32 = 4;

/// Whether a missing SQLite file may be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// Make it.
    CreateIfMissing,
    /// It must be there.
    Existing,
}

/// An open database: a pool that reads and a pool that writes.
#[derive(Clone, Debug)]
pub struct Db {
    readers: DatabaseConnection,
    writers: DatabaseConnection,
}

impl Db {
    /// Opens the database and checks that it can be trusted with figures.
    ///
    /// # Errors
    /// [`StorageError::Missing`], [`StorageError::Unreachable`], [`StorageError::Locked`], or
    /// [`StorageError::Untrustworthy`] for a library or setting that may lose what it acknowledged.
    pub async fn open(url: &DatabaseUrl, opening: Opening) -> Result<Self, StorageError> {
        let db = match url {
            DatabaseUrl::Sqlite(path) => Self::open_sqlite(path, opening).await,
            DatabaseUrl::Postgres(address) => Self::open_postgres(address).await,
        };
        let db = db.map_err(|error| unreachable_at(url, error))?;
        db.self_check().await?;
        Ok(db)
    }

    async fn open_sqlite(path: &Path, opening: Opening) -> Result<Self, StorageError> {
        let create = opening == Opening::CreateIfMissing;
        if !create && !path.exists() {
            return Err(StorageError::Missing {
                place: format!("sqlite:{}", path.display()),
            });
        }
        if create {
            make_private(path)?;
        }
        // The writer comes first: it makes the file and its write-ahead log, which a reader cannot.
        let writers = sqlite_pool(path, 1, move |file| file.create_if_missing(create)).await?;
        let readers = sqlite_pool(path, READERS, |file| file.read_only(true)).await?;
        Ok(Self { readers, writers })
    }

    async fn open_postgres(address: &str) -> Result<Self, StorageError> {
        let pool = |connections| {
            let mut options = ConnectOptions::new(address);
            options
                .max_connections(connections)
                .sqlx_logging(false)
                .connect_timeout(BUSY_TIMEOUT);
            options
        };
        let writers = Database::connect(pool(POSTGRES_WRITERS)).await?;
        let readers = Database::connect(pool(READERS)).await?;
        Ok(Self { readers, writers })
    }

    /// What the database says of itself, checked.
    ///
    /// # Errors
    /// [`StorageError::Untrustworthy`] with the setting that is wrong.
    pub async fn self_check(&self) -> Result<SelfCheck, StorageError> {
        SelfCheck::of(&self.readers).await?;
        SelfCheck::of(&self.writers).await
    }

    /// Begins a transaction that reads one steady view of everything.
    ///
    /// # Errors
    /// Whatever the database says.
    pub async fn read(&self) -> Result<ReadTx, StorageError> {
        // SQLite's readers are opened read-only, and each of its transactions is a steady view anyway.
        let options = match self.readers.get_database_backend() {
            DbBackend::Sqlite => TransactionOptions {
                sqlite_transaction_mode: Some(SqliteTransactionMode::Deferred),
                ..TransactionOptions::default()
            },
            _ => TransactionOptions {
                isolation_level: Some(IsolationLevel::RepeatableRead),
                access_mode: Some(AccessMode::ReadOnly),
                ..TransactionOptions::default()
            },
        };
        Ok(ReadTx::new(self.readers.begin_with_options(options).await?))
    }

    /// Begins a transaction that may write. On SQLite it takes the write lock at once: a transaction that
    /// began by reading could not be made a writing one without a risk of failing.
    ///
    /// # Errors
    /// [`StorageError::Locked`] when another program holds the database for longer than five seconds.
    pub async fn write(&self) -> Result<WriteTx, StorageError> {
        let options = TransactionOptions {
            isolation_level: None,
            access_mode: None,
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        };
        Ok(WriteTx::new(
            self.writers.begin_with_options(options).await?,
        ))
    }

    pub(crate) const fn writers(&self) -> &DatabaseConnection {
        &self.writers
    }

    /// Closes all connections; on SQLite this folds the write-ahead log into the file.
    ///
    /// # Errors
    /// Whatever the database says.
    pub async fn close(self) -> Result<(), StorageError> {
        self.readers.close().await?;
        Ok(self.writers.close().await?)
    }
}

/// Makes the file when it is not there, for this account alone; the files that SQLite puts beside it take
/// over its rights.
fn make_private(path: &Path) -> Result<(), StorageError> {
    let mut options = std::fs::OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => Ok(()),
        Err(error) => Err(StorageError::Unreachable {
            place: format!("sqlite:{}", path.display()),
            reason: error.to_string(),
        }),
    }
}

async fn sqlite_pool(
    path: &Path,
    connections: u32,
    adjust: impl Fn(SqliteConnectOptions) -> SqliteConnectOptions + Send + Sync + 'static,
) -> Result<DatabaseConnection, StorageError> {
    let file = path.to_owned();
    let mut options = ConnectOptions::new("sqlite:");
    options
        .max_connections(connections)
        .min_connections(1)
        .idle_timeout(None)
        .max_lifetime(None)
        .sqlx_logging(false)
        .map_sqlx_sqlite_pool_opts(|pool| {
            pool.after_release(|connection, _| Box::pin(has_ended_its_transaction(connection)))
        })
        .map_sqlx_sqlite_opts(move |_| {
            let settings = SqliteConnectOptions::new()
                .filename(&file)
                .foreign_keys(true)
                .busy_timeout(BUSY_TIMEOUT)
                .synchronous(SqliteSynchronous::Full)
                .journal_mode(SqliteJournalMode::Wal)
                .pragma("secure_delete", "ON")
                .pragma("trusted_schema", "OFF");
            adjust(settings)
        });
    Ok(Database::connect(options).await?)
}

/// Whether a connection may be used again. A commit that failed (the disk is full, or broken) may leave a transaction
/// that the library can neither roll back nor forget: the next one would be a part of it, acknowledged and never
/// written. Such a connection is closed.
async fn has_ended_its_transaction(
    connection: &mut SqliteConnection,
) -> Result<bool, sea_orm::sqlx::Error> {
    // A rollback may still be waiting for the connection's thread; whatever is asked now comes after it.
    connection.ping().await?;
    Ok(!connection.is_in_transaction())
}

fn unreachable_at(url: &DatabaseUrl, error: StorageError) -> StorageError {
    match error {
        StorageError::Database(reason) => StorageError::Unreachable {
            place: url.to_string(),
            reason: reason.to_string(),
        },
        other => other,
    }
}
