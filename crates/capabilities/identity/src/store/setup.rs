//! The code of the first start.

use sea_orm::{ActiveValue::Set, entity::prelude::*};
use yanzhi_kernel::{Digest, Timestamp};
use yanzhi_storage::{ReadTx, StorageError, WriteTx};

use super::{failed, moment};

const ONLY: i64 = 1;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "identity_setup")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i64,
    pub fingerprint: String,
    pub expires_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}

/// The fingerprint of the code that is out, and until when it can be used.
pub(crate) async fn code(tx: &ReadTx) -> Result<Option<(Digest, Timestamp)>, StorageError> {
    let row = Entity::find_by_id(ONLY)
        .one(tx.connection())
        .await
        .map_err(failed)?;
    let code = row.map(|row| {
        let expires_at = moment("identity_setup", "expires_at", row.expires_at)?;
        Ok((Digest::from_stored(row.fingerprint), expires_at))
    });
    code.transpose()
}

/// Puts a code out; the one before is worth nothing.
pub(crate) async fn put_out(
    tx: &WriteTx,
    fingerprint: &Digest,
    expires_at: Timestamp,
) -> Result<(), StorageError> {
    take_in(tx).await?;
    let row = ActiveModel {
        id: Set(ONLY),
        fingerprint: Set(fingerprint.to_string()),
        expires_at: Set(expires_at.as_micros()),
    };
    Entity::insert(row)
        .exec_without_returning(tx.connection())
        .await
        .map_err(failed)?;
    Ok(())
}

/// Takes the code in: it has been used.
pub(crate) async fn take_in(tx: &WriteTx) -> Result<(), StorageError> {
    Entity::delete_many()
        .exec(tx.connection())
        .await
        .map_err(failed)?;
    Ok(())
}
