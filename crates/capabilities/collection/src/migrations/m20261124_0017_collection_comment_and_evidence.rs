//! What people say about a submission, and the files that they add to it.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, pk_uuid, text, uuid},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(comment()).await?;
        manager.create_table(evidence()).await?;
        for (name, table, column) in [
            (
                "collection_comment_submission",
                "collection_comment",
                "submission_id",
            ),
            (
                "collection_evidence_submission",
                "collection_evidence",
                "submission_id",
            ),
            (
                "collection_evidence_organisation",
                "collection_evidence",
                "organisation_id",
            ),
        ] {
            let index = Index::create()
                .name(name)
                .table(table)
                .col(column)
                .to_owned();
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

fn comment() -> TableCreateStatement {
    Table::create()
        .table("collection_comment")
        .col(pk_uuid("id"))
        .col(uuid("submission_id"))
        .col(big_integer_null("cell"))
        .col(text("remark"))
        .col(big_integer("at"))
        .col(text("actor"))
        .foreign_key(
            ForeignKey::create()
                .from("collection_comment", "submission_id")
                .to("collection_submission", "id"),
        )
        .to_owned()
}

fn evidence() -> TableCreateStatement {
    let mut table = Table::create();
    table
        .table("collection_evidence")
        .col(pk_uuid("id"))
        .col(uuid("submission_id"))
        .col(uuid("organisation_id"))
        .col(big_integer_null("cell"))
        .col(text("name"))
        .col(text("digest"))
        .col(big_integer("bytes"))
        .col(big_integer("at"))
        .col(text("actor"));
    for (column, other) in [
        ("submission_id", "collection_submission"),
        ("organisation_id", "organisations_organisation"),
    ] {
        table.foreign_key(
            ForeignKey::create()
                .from("collection_evidence", column)
                .to(other, "id"),
        );
    }
    table.take()
}
