//! Passwords that an account had before.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, pk_uuid, text, uuid},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut owner = ForeignKey::create()
            .from("identity_former_password", "account_id")
            .to("identity_account", "id")
            .to_owned();
        let former = Table::create()
            .table("identity_former_password")
            .col(pk_uuid("id"))
            .col(uuid("account_id"))
            .col(text("hash"))
            .col(big_integer("replaced_at"))
            .foreign_key(&mut owner)
            .to_owned();
        let of_account = Index::create()
            .name("identity_former_password_account")
            .table("identity_former_password")
            .col("account_id")
            .to_owned();
        manager.create_table(former).await?;
        manager.create_index(of_account).await
    }
}
