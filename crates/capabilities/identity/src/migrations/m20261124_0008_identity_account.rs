//! Accounts, what they hold, and how they prove who they are.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, pk_uuid, text, text_null, text_uniq, uuid},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [account(), grant(), invitation(), recovery_code(), setup()] {
            manager.create_table(table).await?;
        }
        for table in [
            "identity_grant",
            "identity_invitation",
            "identity_recovery_code",
        ] {
            let of_account = Index::create()
                .name(format!("{table}_account"))
                .table(table)
                .col("account_id")
                .to_owned();
            manager.create_index(of_account).await?;
        }
        Ok(())
    }
}

fn account() -> TableCreateStatement {
    Table::create()
        .table("identity_account")
        .col(pk_uuid("id"))
        .col(text_uniq("login"))
        .col(text("name"))
        .col(uuid("organisation_id"))
        .col(text("state"))
        .col(text("lang"))
        .col(big_integer("version"))
        .col(big_integer("rights_version"))
        .col(text_null("password_hash"))
        .col(big_integer_null("password_at"))
        .col(text_null("totp_secret"))
        .col(big_integer_null("totp_at"))
        .col(big_integer_null("totp_last_step"))
        .foreign_key(&mut organisation("identity_account"))
        .to_owned()
}

fn grant() -> TableCreateStatement {
    Table::create()
        .table("identity_grant")
        .col(pk_uuid("id"))
        .col(uuid("account_id"))
        .col(text("role"))
        .col(uuid("organisation_id"))
        .col(big_integer("from_at"))
        .col(big_integer_null("until_at"))
        .col(text("granted_by"))
        .col(big_integer("granted_at"))
        .col(big_integer_null("ended_at"))
        .foreign_key(&mut owner("identity_grant"))
        .foreign_key(&mut organisation("identity_grant"))
        .to_owned()
}

fn invitation() -> TableCreateStatement {
    Table::create()
        .table("identity_invitation")
        .col(pk_uuid("id"))
        .col(uuid("account_id"))
        .col(text_uniq("fingerprint"))
        .col(big_integer("created_at"))
        .col(big_integer("expires_at"))
        .col(big_integer_null("used_at"))
        .foreign_key(&mut owner("identity_invitation"))
        .to_owned()
}

fn recovery_code() -> TableCreateStatement {
    Table::create()
        .table("identity_recovery_code")
        .col(text("fingerprint").primary_key().take())
        .col(uuid("account_id"))
        .col(big_integer_null("used_at"))
        .foreign_key(&mut owner("identity_recovery_code"))
        .to_owned()
}

/// The code of the first start: one row.
fn setup() -> TableCreateStatement {
    Table::create()
        .table("identity_setup")
        .col(big_integer("id").primary_key().take())
        .col(text("fingerprint"))
        .col(big_integer("expires_at"))
        .to_owned()
}

fn owner(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(table, "account_id")
        .to("identity_account", "id")
        .to_owned()
}

fn organisation(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(table, "organisation_id")
        .to("organisations_organisation", "id")
        .to_owned()
}
