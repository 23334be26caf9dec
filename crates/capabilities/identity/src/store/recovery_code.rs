//! Recovery codes: fingerprints, each good once.

use sea_orm::{ActiveValue::Set, PaginatorTrait as _, entity::prelude::*};
use yanzhi_kernel::{Digest, Timestamp, access::AccountId};
use yanzhi_storage::{ReadTx, StorageError, WriteTx, insert_all};

use super::failed;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "identity_recovery_code")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub fingerprint: String,
    pub account_id: Uuid,
    pub used_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}

/// Gives an account other codes; those before are worth nothing.
pub(crate) async fn replace(
    tx: &WriteTx,
    account: AccountId,
    fingerprints: &[Digest],
) -> Result<(), StorageError> {
    Entity::delete_many()
        .filter(Column::AccountId.eq(account.uuid()))
        .exec(tx.connection())
        .await
        .map_err(failed)?;
    let rows: Vec<ActiveModel> = fingerprints
        .iter()
        .map(|fingerprint| ActiveModel {
            fingerprint: Set(fingerprint.to_string()),
            account_id: Set(account.uuid()),
            used_at: Set(None),
        })
        .collect();
    insert_all(tx, rows).await
}

/// Takes a code; `false` when it is none of this account's or was taken before.
pub(crate) async fn take(
    tx: &WriteTx,
    account: AccountId,
    fingerprint: &Digest,
    now: Timestamp,
) -> Result<bool, StorageError> {
    let taken = ActiveModel {
        used_at: Set(Some(now.as_micros())),
        ..Default::default()
    };
    let done = Entity::update_many()
        .set(taken)
        .filter(Column::Fingerprint.eq(fingerprint.as_str()))
        .filter(Column::AccountId.eq(account.uuid()))
        .filter(Column::UsedAt.is_null())
        .exec(tx.connection())
        .await
        .map_err(failed)?;
    Ok(done.rows_affected == 1)
}

/// How many codes an account has left.
pub(crate) async fn left(tx: &ReadTx, account: AccountId) -> Result<u64, StorageError> {
    Entity::find()
        .filter(Column::AccountId.eq(account.uuid()))
        .filter(Column::UsedAt.is_null())
        .count(tx.connection())
        .await
        .map_err(failed)
}
