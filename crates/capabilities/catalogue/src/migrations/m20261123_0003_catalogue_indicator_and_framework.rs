//! Sources, calibers, indicators and frameworks.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, integer, pk_uuid, text, text_null, uuid},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (mut table, name, key) in [
            (source(), "catalogue_source", "code"),
            (caliber(), "catalogue_caliber", "code"),
            (indicator(), "catalogue_indicator", "code"),
            (framework(), "catalogue_framework", "version"),
        ] {
            table.table(name).foreign_key(
                ForeignKey::create()
                    .from(name, "strategy_id")
                    .to("organisations_strategy", "id"),
            );
            manager.create_table(table).await?;
            let unique = Index::create()
                .name(format!("{name}_{key}"))
                .table(name)
                .col("strategy_id")
                .col(key)
                .unique()
                .to_owned();
            manager.create_index(unique).await?;
        }
        Ok(())
    }
}

fn source() -> TableCreateStatement {
    Table::create()
        .col(pk_uuid("id"))
        .col(uuid("strategy_id"))
        .col(text("code"))
        .col(text("title_zh"))
        .col(text("title_en"))
        .col(text_null("publisher"))
        .col(text_null("url"))
        .to_owned()
}

fn caliber() -> TableCreateStatement {
    Table::create()
        .col(pk_uuid("id"))
        .col(uuid("strategy_id"))
        .col(text("code"))
        .col(text("name_zh"))
        .col(text("name_en"))
        .col(text("definition_zh"))
        .col(text("definition_en"))
        .to_owned()
}

fn indicator() -> TableCreateStatement {
    Table::create()
        .col(pk_uuid("id"))
        .col(uuid("strategy_id"))
        .col(text("code"))
        .col(text("name_zh"))
        .col(text("name_en"))
        .col(text("measure_unit_zh"))
        .col(text("measure_unit_en"))
        .col(text("direction"))
        .col(text("class"))
        .col(text("frequency"))
        .col(text_null("owner_code"))
        .col(integer("decimals"))
        .col(text("definition_zh"))
        .col(text("definition_en"))
        .col(text("formula_zh"))
        .col(text("formula_en"))
        .col(text_null("source_code"))
        .to_owned()
}

fn framework() -> TableCreateStatement {
    Table::create()
        .col(pk_uuid("id"))
        .col(uuid("strategy_id"))
        .col(text("version"))
        .col(big_integer("published_at"))
        .col(text("digest"))
        .col(text("content"))
        .to_owned()
}
