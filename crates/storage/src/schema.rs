//! Bringing the tables up to date.

use sea_orm_migration::{MigrationTrait, MigratorTraitSelf};

use crate::{Db, StorageError};

/// The changes that make the tables, in their order; each capability owns some of them.
pub struct Schema(fn() -> Vec<Box<dyn MigrationTrait>>);

impl Schema {
    /// A schema from the list of its changes.
    pub const fn new(migrations: fn() -> Vec<Box<dyn MigrationTrait>>) -> Self {
        Self(migrations)
    }

    /// Applies what is missing. Each change is one transaction: it happens as a whole or not at all.
    ///
    /// # Errors
    /// [`StorageError::NewerSchema`] when a newer program has been here; [`StorageError::Locked`].
    pub async fn bring_up_to_date(&self, db: &Db) -> Result<(), StorageError> {
        self.refuse_newer(db).await?;
        Ok(self.up(db.writers(), None).await?)
    }

    /// The names of the changes, in their order.
    pub fn names(&self) -> Vec<String> {
        let changes = self.migrations();
        changes
            .iter()
            .map(|change| change.name().to_owned())
            .collect()
    }

    /// Applies the first changes only, those of an older program. False when more have been applied already.
    pub(crate) async fn bring_up_to(&self, db: &Db, changes: usize) -> Result<bool, StorageError> {
        self.refuse_newer(db).await?;
        let applied = self.get_migration_models(db.writers()).await?.len();
        let Some(missing) = changes.checked_sub(applied) else {
            return Ok(false);
        };
        let missing = u32::try_from(missing).unwrap_or(u32::MAX);
        self.up(db.writers(), Some(missing)).await?;
        Ok(true)
    }

    /// Checks that the database has exactly this schema.
    ///
    /// # Errors
    /// [`StorageError::NewerSchema`] or [`StorageError::OlderSchema`].
    pub async fn check(&self, db: &Db) -> Result<(), StorageError> {
        self.refuse_newer(db).await?;
        let applied = self.get_migration_models(db.writers()).await?.len();
        match self.migrations().len().saturating_sub(applied) {
            0 => Ok(()),
            pending => Err(StorageError::OlderSchema { pending }),
        }
    }

    async fn refuse_newer(&self, db: &Db) -> Result<(), StorageError> {
        let known = self.names();
        let applied = self.get_migration_models(db.writers()).await?;
        match applied
            .into_iter()
            .rev()
            .find(|row| !known.contains(&row.version))
        {
            Some(unknown) => Err(StorageError::NewerSchema {
                newest: unknown.version,
            }),
            None => Ok(()),
        }
    }
}

impl MigratorTraitSelf for Schema {
    fn migrations(&self) -> Vec<Box<dyn MigrationTrait>> {
        (self.0)()
    }
}
