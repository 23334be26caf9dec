//! A version says a value or why there is none, and how it came about; versions of a cell are numbered, and no row
//! is changed any more. Missing needs a table in which the value may be left out, so it is made anew: the versions
//! that are there keep their ids.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, boolean, double_null, integer, pk_uuid, text, text_null,
        uuid,
    },
};
use yanzhi_storage::keep_append_only;

const TABLE: &str = "figures_version";

const PUT_ASIDE: &str =
    "CREATE TEMPORARY TABLE figures_version_before AS SELECT * FROM figures_version";

/// Versions of a cell in the order they were recorded; those of the same moment, in the order of their ids.
const BRING_BACK: &str = "INSERT INTO figures_version \
    (id, strategy_id, indicator_id, unit_id, caliber_code, period, sequence, value, value_text, status, source_code, \
     is_synthetic, note, reason, embargo_until, origin, recorded_at, recorded_by, approved_by) \
    SELECT id, strategy_id, indicator_id, unit_id, caliber_code, period, \
     ROW_NUMBER() OVER (PARTITION BY indicator_id, unit_id, caliber_code, period ORDER BY recorded_at, id), \
     value, value_text, status, source_code, is_synthetic, note, reason, embargo_until, 'import', recorded_at, \
     recorded_by, approved_by \
    FROM figures_version_before";

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        connection.execute_unprepared(PUT_ASIDE).await?;
        manager
            .drop_table(Table::drop().table(TABLE).to_owned())
            .await?;
        manager.create_table(version()).await?;
        connection.execute_unprepared(BRING_BACK).await?;
        manager.create_index(cell()).await?;
        let aside = Table::drop().table("figures_version_before").to_owned();
        manager.drop_table(aside).await?;
        keep_append_only(connection, TABLE).await
    }
}

fn cell() -> IndexCreateStatement {
    Index::create()
        .name("figures_version_cell")
        .table(TABLE)
        .col("strategy_id")
        .col("indicator_id")
        .col("unit_id")
        .col("caliber_code")
        .col("period")
        .col("sequence")
        .unique()
        .to_owned()
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
        .col(integer("sequence"))
        .col(double_null("value"))
        .col(text_null("value_text"))
        .col(text_null("missing_reason"))
        .col(text_null("missing_note"))
        .col(text("status"))
        .col(text_null("source_code"))
        .col(boolean("is_synthetic"))
        .col(text_null("note"))
        .col(text_null("explanation"))
        .col(text_null("reason"))
        .col(big_integer_null("embargo_until"))
        .col(text("origin"))
        .col(big_integer("recorded_at"))
        .col(text("recorded_by"))
        .col(text_null("approved_by"))
        .check(is_either());
    for (column, other) in [
        ("strategy_id", "organisations_strategy"),
        ("indicator_id", "catalogue_indicator"),
        ("unit_id", "organisations_unit"),
    ] {
        table.foreign_key(ForeignKey::create().from(TABLE, column).to(other, "id"));
    }
    table.take()
}

/// A value with its text, or the reason why there is none.
fn is_either() -> Expr {
    let value = Expr::col("value")
        .is_not_null()
        .and(Expr::col("value_text").is_not_null())
        .and(Expr::col("missing_reason").is_null());
    let missing = Expr::col("value")
        .is_null()
        .and(Expr::col("value_text").is_null())
        .and(Expr::col("missing_reason").is_not_null());
    value.or(missing)
}
