//! Where an entry's request came from, in which organisation it was done, and how it ended. Entries that are
//! there keep the hash they have; `format` says how it was made.

use sea_orm_migration::{
    prelude::*,
    schema::{small_integer, text, text_null, uuid_null},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = [
            small_integer("format").default(1).take(),
            text_null("via"),
            uuid_null("organisation_id"),
            text("outcome").default("done").take(),
            text_null("reason"),
            text_null("address"),
            text_null("request"),
        ];
        // SQLite adds one column a statement.
        for column in columns {
            let change = Table::alter()
                .table("audit_entry")
                .add_column(column)
                .to_owned();
            manager.alter_table(change).await?;
        }
        for (name, column) in [
            ("audit_entry_actor", "actor"),
            ("audit_entry_subject", "subject"),
        ] {
            let index = Index::create()
                .name(name)
                .table("audit_entry")
                .col(column)
                .col("sequence")
                .to_owned();
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
