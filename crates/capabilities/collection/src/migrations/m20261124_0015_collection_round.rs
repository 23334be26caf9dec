//! Rounds.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, integer, pk_uuid, text, text_null, uuid},
};

const TABLE: &str = "collection_round";

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(round()).await?;
        let code = Index::create()
            .name("collection_round_code")
            .table(TABLE)
            .col("strategy_id")
            .col("code")
            .unique()
            .to_owned();
        manager.create_index(code).await
    }
}

fn round() -> TableCreateStatement {
    let mut table = Table::create();
    table
        .table(TABLE)
        .col(pk_uuid("id"))
        .col(uuid("strategy_id"))
        .col(uuid("organisation_id"))
        .col(text("code"))
        .col(text("title_zh"))
        .col(text("title_en"))
        .col(text("state"))
        .col(text("plan"))
        .col(integer("levels"))
        .col(text("recurrence"))
        .col(text("deadline_local"))
        .col(big_integer("deadline_at"))
        .col(text_null("repeat_reason"))
        .col(big_integer("version"))
        .col(big_integer_null("opened_at"))
        .col(big_integer_null("closed_at"));
    for (column, other) in [
        ("strategy_id", "organisations_strategy"),
        ("organisation_id", "organisations_organisation"),
    ] {
        table.foreign_key(ForeignKey::create().from(TABLE, column).to(other, "id"));
    }
    table.take()
}
