//! Invitations: the fingerprint of a link, and until when it can be taken up, once.

use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};
use yanzhi_kernel::{Digest, Id, Timestamp, access::AccountId};
use yanzhi_storage::{ReadTx, StorageError, WriteTx};

use super::{failed, moment};

const TABLE: &str = "identity_invitation";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "identity_invitation")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub account_id: Uuid,
    #[sea_orm(unique)]
    pub fingerprint: String,
    pub created_at: i64,
    pub expires_at: i64,
    pub used_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}

/// An invitation that was found by its fingerprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Invitation {
    pub id: Uuid,
    pub account: AccountId,
    pub expires_at: Timestamp,
    pub is_used: bool,
}

pub(crate) async fn by_fingerprint(
    tx: &ReadTx,
    fingerprint: &Digest,
) -> Result<Option<Invitation>, StorageError> {
    let find = Entity::find().filter(Column::Fingerprint.eq(fingerprint.as_str()));
    let Some(row) = find.one(tx.connection()).await.map_err(failed)? else {
        return Ok(None);
    };
    Ok(Some(Invitation {
        id: row.id,
        account: Id::from_uuid(row.account_id),
        expires_at: moment(TABLE, "expires_at", row.expires_at)?,
        is_used: row.used_at.is_some(),
    }))
}

pub(crate) async fn add(
    tx: &WriteTx,
    id: Uuid,
    account: AccountId,
    fingerprint: &Digest,
    (created_at, expires_at): (Timestamp, Timestamp),
) -> Result<(), StorageError> {
    let row = ActiveModel {
        id: Set(id),
        account_id: Set(account.uuid()),
        fingerprint: Set(fingerprint.to_string()),
        created_at: Set(created_at.as_micros()),
        expires_at: Set(expires_at.as_micros()),
        used_at: Set(None),
    };
    Entity::insert(row)
        .exec_without_returning(tx.connection())
        .await
        .map_err(failed)?;
    Ok(())
}

/// Takes an invitation up; `false` when somebody did before.
pub(crate) async fn take_up(tx: &WriteTx, id: Uuid, now: Timestamp) -> Result<bool, StorageError> {
    let find = Entity::update_many().filter(Column::Id.eq(id));
    use_up(tx, find, now).await.map(|used| used == 1)
}

/// The accounts that were invited since a moment.
pub(crate) fn made_since(since: Timestamp) -> Select<Entity> {
    Entity::find()
        .select_only()
        .column(Column::AccountId)
        .filter(Column::CreatedAt.gte(since.as_micros()))
}

/// Makes all links of an account useless, before it gets another one or is disabled.
pub(crate) async fn withdraw(
    tx: &WriteTx,
    account: AccountId,
    now: Timestamp,
) -> Result<(), StorageError> {
    let find = Entity::update_many().filter(Column::AccountId.eq(account.uuid()));
    use_up(tx, find, now).await.map(drop)
}

/// Makes every link useless and says how many there were.
pub(crate) async fn withdraw_every(tx: &WriteTx, now: Timestamp) -> Result<u64, StorageError> {
    use_up(tx, Entity::update_many(), now).await
}

async fn use_up(
    tx: &WriteTx,
    find: sea_orm::UpdateMany<Entity>,
    now: Timestamp,
) -> Result<u64, StorageError> {
    let used = ActiveModel {
        used_at: Set(Some(now.as_micros())),
        ..Default::default()
    };
    let done = find
        .set(used)
        .filter(Column::UsedAt.is_null())
        .exec(tx.connection())
        .await
        .map_err(failed)?;
    Ok(done.rows_affected)
}
