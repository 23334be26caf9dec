//! How derived indicators are computed, and what figures are checked by.

use sea_orm_migration::{
    prelude::*,
    schema::{integer, pk_uuid, text, uuid},
};

const EXPRESSION: &str = "catalogue_expression";
const CHECK: &str = "catalogue_check";

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(expression()).await?;
        manager.create_table(check()).await
    }
}

fn expression() -> TableCreateStatement {
    Table::create()
        .table(EXPRESSION)
        .col(pk_uuid("indicator_id"))
        .col(uuid("strategy_id"))
        .col(text("expression"))
        .foreign_key(
            ForeignKey::create()
                .from(EXPRESSION, "indicator_id")
                .to("catalogue_indicator", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from(EXPRESSION, "strategy_id")
                .to("organisations_strategy", "id"),
        )
        .to_owned()
}

fn check() -> TableCreateStatement {
    Table::create()
        .table(CHECK)
        .col(uuid("strategy_id"))
        .col(text("code"))
        .col(integer("place"))
        .col(text("definition"))
        .primary_key(Index::create().col("strategy_id").col("code"))
        .foreign_key(
            ForeignKey::create()
                .from(CHECK, "strategy_id")
                .to("organisations_strategy", "id"),
        )
        .to_owned()
}
