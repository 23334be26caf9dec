//! The log: one row an entry, hash-chained.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, text, text_null, text_uniq},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("audit_entry")
                    .col(big_integer("sequence").primary_key())
                    .col(big_integer("at"))
                    .col(text("actor"))
                    .col(text("action"))
                    .col(text("subject"))
                    .col(text_null("before_digest"))
                    .col(text_null("after_digest"))
                    .col(text("previous_hash"))
                    .col(text_uniq("hash"))
                    .to_owned(),
            )
            .await
    }
}
