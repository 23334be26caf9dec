//! Index runs: what was computed, from what, with which result.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, pk_uuid, text, uuid},
};

const TABLE: &str = "scoring_run";

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(run()).await?;
        let latest = Index::create()
            .name("scoring_run_latest")
            .table(TABLE)
            .col("strategy_id")
            .col("created_at")
            .to_owned();
        manager.create_index(latest).await
    }
}

fn run() -> TableCreateStatement {
    Table::create()
        .table(TABLE)
        .col(pk_uuid("id"))
        .col(uuid("strategy_id"))
        .col(uuid("framework_id"))
        .col(big_integer("as_of"))
        .col(text("data_version"))
        .col(text("content_hash"))
        .col(text("engine_version"))
        .col(big_integer("created_at"))
        .col(text("created_by"))
        .foreign_key(
            ForeignKey::create()
                .from(TABLE, "strategy_id")
                .to("organisations_strategy", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from(TABLE, "framework_id")
                .to("catalogue_framework", "id"),
        )
        .to_owned()
}
