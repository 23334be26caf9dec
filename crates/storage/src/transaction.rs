//! Two kinds of transactions: one reads, one may write.

use std::{fmt, ops::Deref};

use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, Statement};

use crate::StorageError;

/// A steady view of the database. Nothing can be written through it.
pub struct ReadTx(DatabaseTransaction);

/// A transaction that may write. Dropped without [`WriteTx::commit`], it leaves the database as it was.
pub struct WriteTx(ReadTx);

impl ReadTx {
    pub(crate) const fn new(transaction: DatabaseTransaction) -> Self {
        Self(transaction)
    }

    /// The connection, for a store's own queries.
    pub const fn connection(&self) -> &DatabaseTransaction {
        &self.0
    }
}

impl WriteTx {
    pub(crate) const fn new(transaction: DatabaseTransaction) -> Self {
        Self(ReadTx::new(transaction))
    }

    /// Makes everything written so far last.
    ///
    /// # Errors
    /// Whatever the database says; then nothing was written.
    pub async fn commit(self) -> Result<(), StorageError> {
        Ok(self.0.0.commit().await?)
    }

    /// Waits until no other transaction holds the same turn, and holds it until the end of this one.
    /// SQLite has one writer, so the turn is already taken; PostgreSQL keeps a lock by name.
    ///
    /// # Errors
    /// Whatever the database says.
    pub async fn take_turn(&self, turn: Turn) -> Result<(), StorageError> {
        let connection = self.connection();
        if connection.get_database_backend() == DbBackend::Postgres {
            let lock = Statement::from_sql_and_values(
                DbBackend::Postgres,
                "SELECT pg_advisory_xact_lock($1)",
                [turn.key().into()],
            );
            connection.execute_raw(lock).await?;
        }
        Ok(())
    }
}

/// What only one transaction at a time may do. Who takes several takes them in the order of this list, the audit
/// chain last, or two transactions may wait for each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Importing a strategy.
    Import,
    /// Changing the tree of organisations.
    Organisations,
    /// Changing who holds which role, and who may sign in at all.
    Rights,
    /// Asking for figures: two rounds that ask for the same ones see each other.
    Asking,
    /// Changing indicators or versions of the framework.
    Catalogue,
    /// Recording figures: which version of a cell is the next depends on the last.
    Figures,
    /// Adding to the end of the audit chain.
    AuditChain,
}

impl Turn {
    /// Numbers of PostgreSQL's advisory locks, any but equal.
    const fn key(self) -> i64 {
        match self {
            Self::AuditChain => 0x7961_6e7a_6869_0001,
            Self::Import => 0x7961_6e7a_6869_0002,
            Self::Organisations => 0x7961_6e7a_6869_0003,
            Self::Rights => 0x7961_6e7a_6869_0004,
            Self::Figures => 0x7961_6e7a_6869_0005,
            Self::Asking => 0x7961_6e7a_6869_0006,
            Self::Catalogue => 0x7961_6e7a_6869_0020,
        }
    }
}

impl Deref for WriteTx {
    type Target = ReadTx;

    fn deref(&self) -> &ReadTx {
        &self.0
    }
}

impl fmt::Debug for ReadTx {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReadTx")
    }
}

impl fmt::Debug for WriteTx {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WriteTx")
    }
}
