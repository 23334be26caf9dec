//! Versions of figures: append-only.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, boolean, double, pk_uuid, text, text_null, uuid},
};

const TABLE: &str = "figures_version";

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(version()).await?;
        let cell = Index::create()
            .name("figures_version_cell")
            .table(TABLE)
            .col("indicator_id")
            .col("unit_id")
            .col("caliber_code")
            .col("period")
            .col("recorded_at")
            .unique()
            .to_owned();
        manager.create_index(cell).await
    }
}

fn version() -> TableCreateStatement {
    let mut table = Table::create();
    table
        .table(TABLE)
        .col(pk_uuid("id"))
        .col(uuid("strategy_id"))
        .col(uuid("indicator_id"))
        .col(uuid("unit_id"))
        .col(text("caliber_code"))
        .col(text("period"))
        .col(double("value"))
        .col(text("value_text"))
        .col(text("status"))
        .col(text_null("source_code"))
        .col(boolean("is_synthetic"))
        .col(text_null("note"))
        .col(text_null("reason"))
        .col(big_integer_null("embargo_until"))
        .col(big_integer("recorded_at"))
        .col(text("recorded_by"))
        .col(text_null("approved_by"));
    for (column, other) in [
        ("strategy_id", "organisations_strategy"),
        ("indicator_id", "catalogue_indicator"),
        ("unit_id", "organisations_unit"),
    ] {
        table.foreign_key(ForeignKey::create().from(TABLE, column).to(other, "id"));
    }
    table.take()
}
