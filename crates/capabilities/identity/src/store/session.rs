//! Sessions.

use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*};
use yanzhi_kernel::{Digest, Id, Timestamp, access::AccountId};
use yanzhi_storage::{ReadTx, StorageError, WriteTx};

use super::{LastUsed, failed, last_of_each, maybe_moment, moment, senseless};
use crate::{Assurance, Session};

const TABLE: &str = "identity_session";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "identity_session")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub account_id: Uuid,
    #[sea_orm(unique)]
    pub fingerprint: String,
    pub assurance: String,
    pub stamp: i64,
    pub created_at: i64,
    pub seen_at: i64,
    pub expires_at: i64,
    pub ended_at: Option<i64>,
    pub address: Option<String>,
    pub agent: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Session {
    type Error = StorageError;

    fn try_from(row: Model) -> Result<Self, StorageError> {
        let assurance = Assurance::of_word(&row.assurance);
        Ok(Self {
            id: row.id,
            account: Id::from_uuid(row.account_id),
            assurance: assurance.ok_or_else(|| senseless(TABLE, "assurance", &row.assurance))?,
            stamp: row.stamp,
            created_at: moment(TABLE, "created_at", row.created_at)?,
            seen_at: moment(TABLE, "seen_at", row.seen_at)?,
            expires_at: moment(TABLE, "expires_at", row.expires_at)?,
            ended_at: maybe_moment(TABLE, "ended_at", row.ended_at)?,
            address: row.address,
            agent: row.agent,
        })
    }
}

pub(crate) async fn by_fingerprint(
    tx: &ReadTx,
    fingerprint: &Digest,
) -> Result<Option<Session>, StorageError> {
    let find = Entity::find().filter(Column::Fingerprint.eq(fingerprint.as_str()));
    let row = find.one(tx.connection()).await.map_err(failed)?;
    row.map(Session::try_from).transpose()
}

/// The sessions of an account that were not ended, the newest first.
pub(crate) async fn of_account(
    tx: &ReadTx,
    account: AccountId,
) -> Result<Vec<Session>, StorageError> {
    let rows = Entity::find()
        .filter(Column::AccountId.eq(account.uuid()))
        .filter(Column::EndedAt.is_null())
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id)
        .all(tx.connection())
        .await
        .map_err(failed)?;
    rows.into_iter().map(Session::try_from).collect()
}

pub(crate) async fn add(
    tx: &WriteTx,
    session: &Session,
    fingerprint: &Digest,
) -> Result<(), StorageError> {
    let row = ActiveModel {
        id: Set(session.id),
        account_id: Set(session.account.uuid()),
        fingerprint: Set(fingerprint.to_string()),
        assurance: Set(session.assurance.as_str().to_owned()),
        stamp: Set(session.stamp),
        created_at: Set(session.created_at.as_micros()),
        seen_at: Set(session.seen_at.as_micros()),
        expires_at: Set(session.expires_at.as_micros()),
        ended_at: Set(session.ended_at.map(Timestamp::as_micros)),
        address: Set(session.address.clone()),
        agent: Set(session.agent.clone()),
    };
    Entity::insert(row)
        .exec_without_returning(tx.connection())
        .await
        .map_err(failed)?;
    Ok(())
}

/// The accounts that somebody has signed in to or used since a moment. Ended sessions stay, so the last one says when
/// an account was last used.
pub(crate) fn used_since(since: Timestamp) -> Select<Entity> {
    whole()
        .select_only()
        .column(Column::AccountId)
        .filter(Column::SeenAt.gte(since.as_micros()))
}

/// When each of some accounts was last signed in to or used in a browser.
pub(crate) async fn last_used(
    tx: &ReadTx,
    accounts: &[AccountId],
) -> Result<LastUsed, StorageError> {
    let find = whole().filter(Column::AccountId.is_in(accounts.iter().map(|id| id.uuid())));
    let find = find.select_only().column(Column::AccountId);
    let find = find.column_as(Column::SeenAt.max(), "last_at");
    last_of_each(tx, find.group_by(Column::AccountId), (TABLE, "seen_at")).await
}

/// Those in which nothing is still to be proved.
fn whole() -> Select<Entity> {
    Entity::find().filter(Column::Assurance.ne(Assurance::AwaitsCode.as_str()))
}

/// Notes that a session was used.
pub(crate) async fn see(tx: &WriteTx, id: Uuid, now: Timestamp) -> Result<(), StorageError> {
    let seen = ActiveModel {
        seen_at: Set(now.as_micros()),
        ..Default::default()
    };
    Entity::update_many()
        .set(seen)
        .filter(Column::Id.eq(id))
        .exec(tx.connection())
        .await
        .map_err(failed)?;
    Ok(())
}

/// Ends one session of an account; `false` when there is none that has not ended.
pub(crate) async fn end(
    tx: &WriteTx,
    account: AccountId,
    id: Uuid,
    now: Timestamp,
) -> Result<bool, StorageError> {
    let find = Entity::update_many().filter(Column::Id.eq(id));
    Ok(end_of(tx, find, account, now).await? == 1)
}

/// Ends all sessions of an account and says how many there were.
pub(crate) async fn end_all(
    tx: &WriteTx,
    account: AccountId,
    now: Timestamp,
) -> Result<u64, StorageError> {
    end_of(tx, Entity::update_many(), account, now).await
}

async fn end_of(
    tx: &WriteTx,
    find: sea_orm::UpdateMany<Entity>,
    account: AccountId,
    now: Timestamp,
) -> Result<u64, StorageError> {
    let ended = ActiveModel {
        ended_at: Set(Some(now.as_micros())),
        ..Default::default()
    };
    let done = find
        .set(ended)
        .filter(Column::AccountId.eq(account.uuid()))
        .filter(Column::EndedAt.is_null())
        .exec(tx.connection())
        .await
        .map_err(failed)?;
    Ok(done.rows_affected)
}

/// Ends every session of everybody and says how many there were.
pub(crate) async fn end_every(tx: &WriteTx, now: Timestamp) -> Result<u64, StorageError> {
    let ended = ActiveModel {
        ended_at: Set(Some(now.as_micros())),
        ..Default::default()
    };
    let done = Entity::update_many()
        .set(ended)
        .filter(Column::EndedAt.is_null())
        .exec(tx.connection())
        .await
        .map_err(failed)?;
    Ok(done.rows_affected)
}
