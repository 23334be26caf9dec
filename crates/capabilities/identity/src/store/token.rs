//! Tokens of machines.

use std::collections::BTreeSet;

use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*};
use yanzhi_kernel::{
    Digest, Id, Timestamp,
    access::{AccountId, Action},
};
use yanzhi_storage::{ReadTx, StorageError, WriteTx};

use super::{LastUsed, failed, last_of_each, maybe_moment, moment, senseless};
use crate::{Assurance, Token};

const TABLE: &str = "identity_token";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "identity_token")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub account_id: Uuid,
    pub name: String,
    #[sea_orm(unique)]
    pub fingerprint: String,
    pub actions: String,
    pub assurance: String,
    pub stamp: i64,
    pub created_at: i64,
    pub expires_at: i64,
    pub used_at: Option<i64>,
    pub revoked_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Token {
    type Error = StorageError;

    fn try_from(row: Model) -> Result<Self, StorageError> {
        let actions: Result<BTreeSet<Action>, _> =
            row.actions.split_whitespace().map(str::parse).collect();
        let assurance = Assurance::of_word(&row.assurance);
        Ok(Self {
            id: row.id,
            account: Id::from_uuid(row.account_id),
            name: row.name,
            actions: actions.map_err(|_| senseless(TABLE, "actions", &row.actions))?,
            assurance: assurance.ok_or_else(|| senseless(TABLE, "assurance", &row.assurance))?,
            stamp: row.stamp,
            created_at: moment(TABLE, "created_at", row.created_at)?,
            expires_at: moment(TABLE, "expires_at", row.expires_at)?,
            used_at: maybe_moment(TABLE, "used_at", row.used_at)?,
            revoked_at: maybe_moment(TABLE, "revoked_at", row.revoked_at)?,
        })
    }
}

pub(crate) async fn by_fingerprint(
    tx: &ReadTx,
    fingerprint: &Digest,
) -> Result<Option<Token>, StorageError> {
    let find = Entity::find().filter(Column::Fingerprint.eq(fingerprint.as_str()));
    let row = find.one(tx.connection()).await.map_err(failed)?;
    row.map(Token::try_from).transpose()
}

/// The tokens of an account that were not taken back, the newest first.
pub(crate) async fn of_account(
    tx: &ReadTx,
    account: AccountId,
) -> Result<Vec<Token>, StorageError> {
    let rows = Entity::find()
        .filter(Column::AccountId.eq(account.uuid()))
        .filter(Column::RevokedAt.is_null())
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id)
        .all(tx.connection())
        .await
        .map_err(failed)?;
    rows.into_iter().map(Token::try_from).collect()
}

pub(crate) async fn add(
    tx: &WriteTx,
    token: &Token,
    fingerprint: &Digest,
) -> Result<(), StorageError> {
    let words: Vec<&str> = token.actions.iter().map(|action| action.as_str()).collect();
    let row = ActiveModel {
        id: Set(token.id),
        account_id: Set(token.account.uuid()),
        name: Set(token.name.clone()),
        fingerprint: Set(fingerprint.to_string()),
        actions: Set(words.join(" ")),
        assurance: Set(token.assurance.as_str().to_owned()),
        stamp: Set(token.stamp),
        created_at: Set(token.created_at.as_micros()),
        expires_at: Set(token.expires_at.as_micros()),
        used_at: Set(None),
        revoked_at: Set(None),
    };
    Entity::insert(row)
        .exec_without_returning(tx.connection())
        .await
        .map_err(failed)?;
    Ok(())
}

/// The accounts that a machine has acted for since a moment.
pub(crate) fn used_since(since: Timestamp) -> Select<Entity> {
    Entity::find()
        .select_only()
        .column(Column::AccountId)
        .filter(Column::UsedAt.gte(since.as_micros()))
}

/// When a machine has last acted for each of some accounts.
pub(crate) async fn last_used(
    tx: &ReadTx,
    accounts: &[AccountId],
) -> Result<LastUsed, StorageError> {
    let find = Entity::find().filter(Column::UsedAt.is_not_null());
    let find = find.filter(Column::AccountId.is_in(accounts.iter().map(|id| id.uuid())));
    let find = find.select_only().column(Column::AccountId);
    let find = find.column_as(Column::UsedAt.max(), "last_at");
    last_of_each(tx, find.group_by(Column::AccountId), (TABLE, "used_at")).await
}

/// Notes that a token was used.
pub(crate) async fn see(tx: &WriteTx, id: Uuid, now: Timestamp) -> Result<(), StorageError> {
    let used = ActiveModel {
        used_at: Set(Some(now.as_micros())),
        ..Default::default()
    };
    Entity::update_many()
        .set(used)
        .filter(Column::Id.eq(id))
        .exec(tx.connection())
        .await
        .map_err(failed)?;
    Ok(())
}

/// Takes a token of an account back; `false` when there is none that was not.
pub(crate) async fn revoke(
    tx: &WriteTx,
    account: AccountId,
    id: Uuid,
    now: Timestamp,
) -> Result<bool, StorageError> {
    let revoked = ActiveModel {
        revoked_at: Set(Some(now.as_micros())),
        ..Default::default()
    };
    let done = Entity::update_many()
        .set(revoked)
        .filter(Column::Id.eq(id))
        .filter(Column::AccountId.eq(account.uuid()))
        .filter(Column::RevokedAt.is_null())
        .exec(tx.connection())
        .await
        .map_err(failed)?;
    Ok(done.rows_affected == 1)
}

/// Takes every token back and says how many there were.
pub(crate) async fn revoke_every(tx: &WriteTx, now: Timestamp) -> Result<u64, StorageError> {
    let revoked = ActiveModel {
        revoked_at: Set(Some(now.as_micros())),
        ..Default::default()
    };
    let done = Entity::update_many()
        .set(revoked)
        .filter(Column::RevokedAt.is_null())
        .exec(tx.connection())
        .await
        .map_err(failed)?;
    Ok(done.rows_affected)
}
