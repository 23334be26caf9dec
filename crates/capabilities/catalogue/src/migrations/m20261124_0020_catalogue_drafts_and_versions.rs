//! Drafts of the framework, how a version was published and retired, and what each indicator said when.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, integer, pk_uuid, text, text_null, uuid},
};
use yanzhi_storage::keep_append_only;

const INDICATOR: &str = "catalogue_indicator";
const VERSION: &str = "catalogue_indicator_version";
const FRAMEWORK: &str = "catalogue_framework";
const RETIREMENT: &str = "catalogue_retirement";

/// What an indicator says: the columns that its versions have too.
const SAID: [&str; 15] = [
    "name_zh",
    "name_en",
    "measure_unit_zh",
    "measure_unit_en",
    "direction",
    "class",
    "frequency",
    "owner_code",
    "decimals",
    "definition_zh",
    "definition_en",
    "formula_zh",
    "formula_en",
    "source_code",
    "code",
];

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        add(manager, INDICATOR, big_integer("version").default(1)).await?;
        add(manager, INDICATOR, &mut big_integer_null("retired_at")).await?;
        add(manager, FRAMEWORK, &mut text_null("copy_of")).await?;
        add(manager, FRAMEWORK, &mut text_null("published_by")).await?;
        manager.create_table(indicator_version()).await?;
        manager.execute(versions_of_what_is_there()).await?;
        manager.create_table(draft()).await?;
        manager.create_index(draft_version()).await?;
        manager.create_table(retirement()).await?;
        for table in [FRAMEWORK, VERSION, RETIREMENT] {
            keep_append_only(manager.get_connection(), table).await?;
        }
        Ok(())
    }
}

async fn add(
    manager: &SchemaManager<'_>,
    table: &'static str,
    column: &mut ColumnDef,
) -> Result<(), DbErr> {
    let change = Table::alter().table(table).add_column(column).to_owned();
    manager.alter_table(change).await
}

fn indicator_version() -> TableCreateStatement {
    Table::create()
        .table(VERSION)
        .col(uuid("indicator_id"))
        .col(big_integer("version"))
        .col(big_integer("since"))
        .col(text("said_by"))
        .col(text("reason"))
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
        .primary_key(Index::create().col("indicator_id").col("version"))
        .foreign_key(
            ForeignKey::create()
                .from(VERSION, "indicator_id")
                .to(INDICATOR, "id"),
        )
        .to_owned()
}

/// What is there has said so from the beginning, as far as is known.
fn versions_of_what_is_there() -> InsertStatement {
    let mut columns: Vec<Alias> = ["indicator_id", "version", "since", "said_by", "reason"]
        .map(Alias::new)
        .into();
    columns.extend(SAID.map(Alias::new));
    let mut known = Query::select()
        .column("id")
        .expr(Expr::val(1_i64))
        .expr(Expr::val(0_i64))
        .expr(Expr::val("import"))
        .expr(Expr::val(""))
        .from(INDICATOR)
        .to_owned();
    known.columns(SAID.map(Alias::new));
    let mut insert = Query::insert().into_table(VERSION).to_owned();
    insert.columns(columns);
    // The columns above and those of the query are the same list.
    let _ = insert.select_from(known);
    insert
}

fn draft() -> TableCreateStatement {
    Table::create()
        .table("catalogue_draft")
        .col(pk_uuid("id"))
        .col(uuid("strategy_id"))
        .col(text("version"))
        .col(text_null("copy_of"))
        .col(text("content"))
        .col(big_integer("revision"))
        .col(big_integer("created_at"))
        .col(big_integer("edited_at"))
        .col(text("editors"))
        .foreign_key(
            ForeignKey::create()
                .from("catalogue_draft", "strategy_id")
                .to("organisations_strategy", "id"),
        )
        .to_owned()
}

fn draft_version() -> IndexCreateStatement {
    Index::create()
        .name("catalogue_draft_version")
        .table("catalogue_draft")
        .col("strategy_id")
        .col("version")
        .unique()
        .to_owned()
}

fn retirement() -> TableCreateStatement {
    Table::create()
        .table(RETIREMENT)
        .col(pk_uuid("framework_id"))
        .col(big_integer("retired_at"))
        .col(text("retired_by"))
        .col(text("reason"))
        .foreign_key(
            ForeignKey::create()
                .from(RETIREMENT, "framework_id")
                .to(FRAMEWORK, "id"),
        )
        .to_owned()
}
