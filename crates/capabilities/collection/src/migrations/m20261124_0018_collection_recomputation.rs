//! The strategies whose index is to be computed anew.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, pk_uuid},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("collection_recomputation")
            .col(pk_uuid("strategy_id"))
            .col(big_integer("since"))
            .foreign_key(
                ForeignKey::create()
                    .from("collection_recomputation", "strategy_id")
                    .to("organisations_strategy", "id"),
            )
            .to_owned();
        manager.create_table(table).await
    }
}
