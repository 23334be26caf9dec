//! What a derived version was computed by, and from which versions.

use sea_orm_migration::{
    prelude::*,
    schema::{pk_uuid, text, uuid},
};
use yanzhi_storage::keep_append_only;

const DERIVATION: &str = "figures_derivation";
const INPUT: &str = "figures_derivation_input";
const VERSION: &str = "figures_version";

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut derivation = Table::create();
        derivation
            .table(DERIVATION)
            .col(pk_uuid("version_id"))
            .col(text("expression"))
            .foreign_key(&mut to_version(DERIVATION, "version_id"));
        manager.create_table(derivation).await?;
        let mut input = Table::create();
        input
            .table(INPUT)
            .col(uuid("version_id"))
            .col(uuid("input_id"))
            .primary_key(Index::create().col("version_id").col("input_id"))
            .foreign_key(&mut to_version(INPUT, "version_id"))
            .foreign_key(&mut to_version(INPUT, "input_id"));
        manager.create_table(input).await?;
        for table in [DERIVATION, INPUT] {
            keep_append_only(manager.get_connection(), table).await?;
        }
        Ok(())
    }
}

fn to_version(table: &'static str, column: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(table, column)
        .to(VERSION, "id")
        .to_owned()
}
