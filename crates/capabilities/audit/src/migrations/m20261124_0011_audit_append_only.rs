//! Entries are only added, whoever asks: the database refuses to change or remove one.

use sea_orm_migration::prelude::*;
use yanzhi_storage::keep_append_only;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        keep_append_only(manager.get_connection(), "audit_entry").await
    }
}
