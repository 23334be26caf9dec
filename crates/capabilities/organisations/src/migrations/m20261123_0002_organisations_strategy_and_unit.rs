//! Strategies, groups and units.

use sea_orm_migration::{
    prelude::*,
    schema::{integer_null, pk_uuid, text, text_null, text_uniq, uuid},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(strategy()).await?;
        manager.create_table(group()).await?;
        manager.create_table(unit()).await?;
        for table in ["organisations_group", "organisations_unit"] {
            let code = Index::create()
                .name(format!("{table}_code"))
                .table(table)
                .col("strategy_id")
                .col("code")
                .unique()
                .to_owned();
            manager.create_index(code).await?;
        }
        Ok(())
    }
}

fn strategy() -> TableCreateStatement {
    Table::create()
        .table("organisations_strategy")
        .col(pk_uuid("id"))
        .col(text_uniq("code"))
        .col(text("name_zh"))
        .col(text("name_en"))
        .col(text("description_zh"))
        .col(text("description_en"))
        .col(text("publisher_zh"))
        .col(text("publisher_en"))
        .col(text("time_zone"))
        .col(text_null("source_title"))
        .col(text_null("source_url"))
        .to_owned()
}

fn group() -> TableCreateStatement {
    Table::create()
        .table("organisations_group")
        .col(pk_uuid("id"))
        .col(uuid("strategy_id"))
        .col(text("code"))
        .col(text("name_zh"))
        .col(text("name_en"))
        .foreign_key(
            ForeignKey::create()
                .from("organisations_group", "strategy_id")
                .to("organisations_strategy", "id"),
        )
        .to_owned()
}

fn unit() -> TableCreateStatement {
    Table::create()
        .table("organisations_unit")
        .col(pk_uuid("id"))
        .col(uuid("strategy_id"))
        .col(text("code"))
        .col(text_null("parent_code"))
        .col(text("name_zh"))
        .col(text("name_en"))
        .col(text("short_name_zh"))
        .col(text("short_name_en"))
        .col(text("kind"))
        .col(text_null("group_code"))
        .col(text_null("gb2260"))
        .col(integer_null("tile_x"))
        .col(integer_null("tile_y"))
        .col(text_null("note"))
        .foreign_key(
            ForeignKey::create()
                .from("organisations_unit", "strategy_id")
                .to("organisations_strategy", "id"),
        )
        .to_owned()
}
