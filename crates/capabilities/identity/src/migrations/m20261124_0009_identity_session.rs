//! Who is signed in, which machines act for whom, and who has failed to sign in.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, integer, pk_uuid, text, text_null, text_uniq, uuid},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [session(), token(), attempt()] {
            manager.create_table(table).await?;
        }
        for table in ["identity_session", "identity_token"] {
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

fn session() -> TableCreateStatement {
    Table::create()
        .table("identity_session")
        .col(pk_uuid("id"))
        .col(uuid("account_id"))
        .col(text_uniq("fingerprint"))
        .col(text("assurance"))
        .col(big_integer("stamp"))
        .col(big_integer("created_at"))
        .col(big_integer("seen_at"))
        .col(big_integer("expires_at"))
        .col(big_integer_null("ended_at"))
        .col(text_null("address"))
        .col(text_null("agent"))
        .foreign_key(&mut owner("identity_session"))
        .to_owned()
}

fn token() -> TableCreateStatement {
    Table::create()
        .table("identity_token")
        .col(pk_uuid("id"))
        .col(uuid("account_id"))
        .col(text("name"))
        .col(text_uniq("fingerprint"))
        .col(text("actions"))
        .col(text("assurance"))
        .col(big_integer("stamp"))
        .col(big_integer("created_at"))
        .col(big_integer("expires_at"))
        .col(big_integer_null("used_at"))
        .col(big_integer_null("revoked_at"))
        .foreign_key(&mut owner("identity_token"))
        .to_owned()
}

/// Keys are fingerprints of names and addresses as typed, whether there is such an account or not.
fn attempt() -> TableCreateStatement {
    Table::create()
        .table("identity_attempt")
        .col(text("key").primary_key().take())
        .col(integer("failures"))
        .col(big_integer("last_at"))
        .col(big_integer_null("blocked_until"))
        .to_owned()
}

fn owner(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(table, "account_id")
        .to("identity_account", "id")
        .to_owned()
}
