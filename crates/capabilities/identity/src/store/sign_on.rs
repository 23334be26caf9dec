//! Sign-ons that have begun, and who a provider's people are here.

use sea_orm::{ActiveValue::Set, entity::prelude::*};
use yanzhi_kernel::{Digest, Id, Timestamp, access::AccountId};
use yanzhi_storage::{ReadTx, StorageError, WriteTx};

use super::{failed, moment};

mod begun {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "identity_sign_on")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub state: String,
        pub browser: String,
        pub nonce: String,
        pub verifier: String,
        pub expires_at: i64,
        pub back: Option<String>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

mod external {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "identity_external")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub fingerprint: String,
        pub account_id: Uuid,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A sign-on that has begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Begun {
    /// The fingerprint of what the browser keeps.
    pub browser: Digest,
    pub nonce: String,
    pub verifier: String,
    pub expires_at: Timestamp,
    /// Where on this site they wanted to go.
    pub back: Option<String>,
}

pub(crate) async fn add(tx: &WriteTx, state: &Digest, begun: &Begun) -> Result<(), StorageError> {
    let row = begun::ActiveModel {
        state: Set(state.to_string()),
        browser: Set(begun.browser.to_string()),
        nonce: Set(begun.nonce.clone()),
        verifier: Set(begun.verifier.clone()),
        expires_at: Set(begun.expires_at.as_micros()),
        back: Set(begun.back.clone()),
    };
    begun::Entity::insert(row)
        .exec_without_returning(tx.connection())
        .await
        .map_err(failed)?;
    Ok(())
}

/// What was begun with a state; it is gone afterwards.
pub(crate) async fn take(tx: &WriteTx, state: &Digest) -> Result<Option<Begun>, StorageError> {
    let find = begun::Entity::find_by_id(state.to_string());
    let Some(row) = find.one(tx.connection()).await.map_err(failed)? else {
        return Ok(None);
    };
    let gone = begun::Entity::delete_by_id(state.to_string())
        .exec(tx.connection())
        .await
        .map_err(failed)?;
    if gone.rows_affected != 1 {
        return Ok(None);
    }
    Ok(Some(Begun {
        browser: Digest::from_stored(row.browser),
        nonce: row.nonce,
        verifier: row.verifier,
        expires_at: moment("identity_sign_on", "expires_at", row.expires_at)?,
        back: row.back,
    }))
}

/// Forgets what was begun and never finished.
pub(crate) async fn forget(tx: &WriteTx, now: Timestamp) -> Result<(), StorageError> {
    begun::Entity::delete_many()
        .filter(begun::Column::ExpiresAt.lte(now.as_micros()))
        .exec(tx.connection())
        .await
        .map_err(failed)?;
    Ok(())
}

/// Forgets every sign-on that was begun.
pub(crate) async fn forget_every(tx: &WriteTx) -> Result<(), StorageError> {
    begun::Entity::delete_many()
        .exec(tx.connection())
        .await
        .map_err(failed)?;
    Ok(())
}

/// The account of somebody of a provider.
pub(crate) async fn account_of(
    tx: &ReadTx,
    fingerprint: &Digest,
) -> Result<Option<AccountId>, StorageError> {
    let find = external::Entity::find_by_id(fingerprint.to_string());
    let row = find.one(tx.connection()).await.map_err(failed)?;
    Ok(row.map(|row| Id::from_uuid(row.account_id)))
}

/// Remembers whose account it is.
pub(crate) async fn remember(
    tx: &WriteTx,
    fingerprint: &Digest,
    account: AccountId,
) -> Result<(), StorageError> {
    let row = external::ActiveModel {
        fingerprint: Set(fingerprint.to_string()),
        account_id: Set(account.uuid()),
    };
    external::Entity::insert(row)
        .exec_without_returning(tx.connection())
        .await
        .map_err(failed)?;
    Ok(())
}
