//! Failures in a row, by key: a fingerprint of what was typed or of where from.

use sea_orm::{
    ActiveValue::Set, ExprTrait as _, Iterable as _, entity::prelude::*, sea_query::OnConflict,
};
use yanzhi_kernel::{Digest, Timestamp};
use yanzhi_storage::{ReadTx, StorageError, WriteTx};

use super::{failed, maybe_moment};
use crate::rules::Attempts;

const TABLE: &str = "identity_attempt";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "identity_attempt")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    pub failures: i32,
    pub last_at: i64,
    pub blocked_until: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}

pub(crate) async fn of_key(tx: &ReadTx, key: &Digest) -> Result<Attempts, StorageError> {
    let row = Entity::find_by_id(key.to_string())
        .one(tx.connection())
        .await
        .map_err(failed)?;
    row.map_or(Ok(Attempts::default()), |row| {
        Ok(Attempts {
            failures: row.failures,
            blocked_until: maybe_moment(TABLE, "blocked_until", row.blocked_until)?,
        })
    })
}

pub(crate) async fn note(
    tx: &WriteTx,
    key: &Digest,
    attempts: Attempts,
    now: Timestamp,
) -> Result<(), StorageError> {
    let row = ActiveModel {
        key: Set(key.to_string()),
        failures: Set(attempts.failures),
        last_at: Set(now.as_micros()),
        blocked_until: Set(attempts.blocked_until.map(Timestamp::as_micros)),
    };
    let replace = OnConflict::column(Column::Key)
        .update_columns(Column::iter().filter(|column| !matches!(column, Column::Key)))
        .to_owned();
    Entity::insert(row)
        .on_conflict(replace)
        .exec_without_returning(tx.connection())
        .await
        .map_err(failed)?;
    Ok(())
}

/// Forgets the failures of a key, and of those that nobody has used for a day.
pub(crate) async fn forget(tx: &WriteTx, key: &Digest, now: Timestamp) -> Result<(), StorageError> {
    let a_day_ago = now.as_micros() - 86_400_000_000;
    Entity::delete_many()
        .filter(
            Column::Key
                .eq(key.as_str())
                .or(Column::LastAt.lt(a_day_ago)),
        )
        .exec(tx.connection())
        .await
        .map_err(failed)?;
    Ok(())
}
