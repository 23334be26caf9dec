//! Submissions: what is asked, what is said, who had a hand in it, and what happened.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, boolean, double_null, pk_uuid, text, text_null, uuid},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [submission(), ask(), entry(), hand(), transition()] {
            manager.create_table(table).await?;
        }
        for (name, table, columns) in [
            (
                "collection_submission_of",
                "collection_submission",
                &["round_id", "organisation_id"][..],
            ),
            (
                "collection_ask_number",
                "collection_ask",
                &["round_id", "number"],
            ),
            // 一数一源: a round asks for a cell once.
            (
                "collection_ask_once",
                "collection_ask",
                &[
                    "round_id",
                    "indicator_id",
                    "unit_id",
                    "caliber_code",
                    "period",
                ],
            ),
            (
                "collection_transition_version",
                "collection_transition",
                &["submission_id", "version"],
            ),
            // However often a request is sent, it is done once.
            (
                "collection_transition_request",
                "collection_transition",
                &["submission_id", "request"],
            ),
        ] {
            manager.create_index(unique(name, table, columns)).await?;
        }
        let asked = Index::create()
            .name("collection_ask_place")
            .table("collection_ask")
            .col("indicator_id")
            .col("unit_id")
            .to_owned();
        manager.create_index(asked).await?;
        let of = Index::create()
            .name("collection_ask_submission")
            .table("collection_ask")
            .col("submission_id")
            .to_owned();
        manager.create_index(of).await
    }
}

fn unique(name: &str, table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(name).table(table).unique();
    for column in columns {
        index.col(*column);
    }
    index.take()
}

fn submission() -> TableCreateStatement {
    let mut table = Table::create();
    table
        .table("collection_submission")
        .col(pk_uuid("id"))
        .col(uuid("round_id"))
        .col(uuid("organisation_id"))
        .col(text("state"))
        .col(big_integer("version"))
        .col(boolean("is_late"))
        .col(text_null("extended_local"))
        .col(big_integer_null("extended_until"))
        .col(big_integer_null("submitted_at"))
        .col(text_null("endorsed_by"))
        .col(big_integer_null("decided_at"));
    refer(
        &mut table,
        "collection_submission",
        "round_id",
        "collection_round",
    );
    refer(
        &mut table,
        "collection_submission",
        "organisation_id",
        "organisations_organisation",
    );
    table.take()
}

fn ask() -> TableCreateStatement {
    let mut table = Table::create();
    table
        .table("collection_ask")
        .col(pk_uuid("id"))
        .col(uuid("round_id"))
        .col(uuid("submission_id"))
        .col(big_integer("number"))
        .col(uuid("indicator_id"))
        .col(text("indicator_code"))
        .col(uuid("unit_id"))
        .col(text("unit_code"))
        .col(text("caliber_code"))
        .col(text("period"));
    for (column, other) in [
        ("round_id", "collection_round"),
        ("submission_id", "collection_submission"),
        ("indicator_id", "catalogue_indicator"),
        ("unit_id", "organisations_unit"),
    ] {
        refer(&mut table, "collection_ask", column, other);
    }
    table.take()
}

fn entry() -> TableCreateStatement {
    let mut table = Table::create();
    table
        .table("collection_entry")
        .col(pk_uuid("ask_id"))
        .col(uuid("submission_id"))
        .col(text("content"))
        .col(double_null("number"))
        .col(text_null("missing"))
        .col(text_null("explanation"))
        .col(boolean("is_synthetic"))
        .col(text("standing"))
        .col(big_integer("version"))
        .col(big_integer_null("edited_at"))
        .col(text_null("edited_by"));
    refer(&mut table, "collection_entry", "ask_id", "collection_ask");
    refer(
        &mut table,
        "collection_entry",
        "submission_id",
        "collection_submission",
    );
    table.take()
}

fn hand() -> TableCreateStatement {
    let mut table = Table::create();
    table
        .table("collection_hand")
        .col(uuid("submission_id"))
        .col(text("actor"))
        .col(big_integer("since"))
        .primary_key(Index::create().col("submission_id").col("actor"));
    refer(
        &mut table,
        "collection_hand",
        "submission_id",
        "collection_submission",
    );
    table.take()
}

fn transition() -> TableCreateStatement {
    let mut table = Table::create();
    table
        .table("collection_transition")
        .col(pk_uuid("id"))
        .col(uuid("submission_id"))
        .col(big_integer("version"))
        .col(text("step"))
        .col(text("from_state"))
        .col(text("to_state"))
        .col(big_integer("at"))
        .col(text("actor"))
        .col(text_null("comment"))
        .col(boolean("is_late"))
        .col(text("decided"))
        .col(text_null("request"));
    refer(
        &mut table,
        "collection_transition",
        "submission_id",
        "collection_submission",
    );
    table.take()
}

fn refer(
    table: &mut TableCreateStatement,
    own: &'static str,
    column: &'static str,
    other: &'static str,
) {
    table.foreign_key(ForeignKey::create().from(own, column).to(other, "id"));
}
