//! Organisations, and every name that they have had.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, pk_uuid, text, text_null, text_uniq, uuid, uuid_null},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(organisation()).await?;
        manager.create_table(name()).await
    }
}

fn organisation() -> TableCreateStatement {
    Table::create()
        .table("organisations_organisation")
        .col(pk_uuid("id"))
        .col(text_uniq("code"))
        .col(uuid_null("parent_id"))
        .col(text("kind"))
        .col(text("name_zh"))
        .col(text("name_en"))
        .col(text_null("unit_code"))
        .col(big_integer("version"))
        .col(big_integer("rearranged"))
        .col(big_integer_null("closed_at"))
        .col(uuid_null("merged_into"))
        .foreign_key(&mut own("parent_id"))
        .foreign_key(&mut own("merged_into"))
        .to_owned()
}

fn own(column: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from("organisations_organisation", column)
        .to("organisations_organisation", "id")
        .to_owned()
}

fn name() -> TableCreateStatement {
    Table::create()
        .table("organisations_name")
        .col(uuid("organisation_id"))
        .col(big_integer("version"))
        .col(big_integer("since"))
        .col(text("name_zh"))
        .col(text("name_en"))
        .primary_key(Index::create().col("organisation_id").col("version"))
        .foreign_key(
            ForeignKey::create()
                .from("organisations_name", "organisation_id")
                .to("organisations_organisation", "id"),
        )
        .to_owned()
}
