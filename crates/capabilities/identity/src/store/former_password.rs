//! Passwords that an account had before, as they were kept: so that they do not come back.

use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*};
use yanzhi_kernel::{Timestamp, access::AccountId};
use yanzhi_storage::{ReadTx, StorageError, WriteTx};

use super::failed;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "identity_former_password")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub account_id: Uuid,
    pub hash: String,
    pub replaced_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}

/// The last ones of an account, the newest first.
pub(crate) async fn last(
    tx: &ReadTx,
    account: AccountId,
    how_many: u64,
) -> Result<Vec<String>, StorageError> {
    let rows = of(account).limit(how_many).all(tx.connection()).await;
    Ok(rows
        .map_err(failed)?
        .into_iter()
        .map(|row| row.hash)
        .collect())
}

/// Keeps one that was replaced, and of those before only so many that there are `how_many`.
pub(crate) async fn keep(
    tx: &WriteTx,
    (id, account): (Uuid, AccountId),
    hash: String,
    replaced_at: Timestamp,
    how_many: u64,
) -> Result<(), StorageError> {
    let row = ActiveModel {
        id: Set(id),
        account_id: Set(account.uuid()),
        hash: Set(hash),
        replaced_at: Set(replaced_at.as_micros()),
    };
    Entity::insert(row)
        .exec_without_returning(tx.connection())
        .await
        .map_err(failed)?;
    let rows = of(account).limit(how_many).all(tx.connection()).await;
    let kept = rows.map_err(failed)?.into_iter().map(|row| row.id);
    Entity::delete_many()
        .filter(Column::AccountId.eq(account.uuid()))
        .filter(Column::Id.is_not_in(kept))
        .exec(tx.connection())
        .await
        .map_err(failed)?;
    Ok(())
}

fn of(account: AccountId) -> Select<Entity> {
    Entity::find()
        .filter(Column::AccountId.eq(account.uuid()))
        .order_by_desc(Column::ReplacedAt)
        .order_by_desc(Column::Id)
}
