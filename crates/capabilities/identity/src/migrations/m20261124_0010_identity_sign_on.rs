//! Signing on through a provider.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, text, uuid},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let begun = Table::create()
            .table("identity_sign_on")
            .col(text("state").primary_key().take())
            .col(text("browser"))
            .col(text("nonce"))
            .col(text("verifier"))
            .col(big_integer("expires_at"))
            .to_owned();
        let external = Table::create()
            .table("identity_external")
            .col(text("fingerprint").primary_key().take())
            .col(uuid("account_id"))
            .foreign_key(
                ForeignKey::create()
                    .from("identity_external", "account_id")
                    .to("identity_account", "id"),
            )
            .to_owned();
        manager.create_table(begun).await?;
        manager.create_table(external).await
    }
}
