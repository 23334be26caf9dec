//! Roles held in organisations. A grant that was taken back stays, with the moment.

use sea_orm::{ActiveValue::Set, JoinType, QueryOrder, QuerySelect, entity::prelude::*};
use yanzhi_kernel::{
    Id, Timestamp,
    access::{AccountId, Role},
};
use yanzhi_storage::{ReadTx, StorageError, WriteTx};

use super::{failed, maybe_moment, moment, senseless};
use crate::{AccountState, Grant};

const TABLE: &str = "identity_grant";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "identity_grant")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub account_id: Uuid,
    pub role: String,
    pub organisation_id: Uuid,
    pub from_at: i64,
    pub until_at: Option<i64>,
    pub granted_by: String,
    pub granted_at: i64,
    pub ended_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Grant {
    type Error = StorageError;

    fn try_from(row: Model) -> Result<Self, StorageError> {
        Ok(Self {
            id: row.id,
            account: Id::from_uuid(row.account_id),
            role: role(&row.role)?,
            organisation: Id::from_uuid(row.organisation_id),
            from: moment(TABLE, "from_at", row.from_at)?,
            until: maybe_moment(TABLE, "until_at", row.until_at)?,
            granted_by: row.granted_by,
            granted_at: moment(TABLE, "granted_at", row.granted_at)?,
            ended_at: maybe_moment(TABLE, "ended_at", row.ended_at)?,
        })
    }
}

fn role(word: &str) -> Result<Role, StorageError> {
    word.parse().map_err(|_| senseless(TABLE, "role", &word))
}

/// What some accounts hold, have held and will hold, in the order in which it was granted.
pub(crate) async fn of_accounts(
    tx: &ReadTx,
    accounts: impl IntoIterator<Item = AccountId>,
) -> Result<Vec<Grant>, StorageError> {
    let accounts: Vec<Uuid> = accounts.into_iter().map(Id::uuid).collect();
    let find = Entity::find().filter(Column::AccountId.is_in(accounts));
    read_all(tx, find).await
}

/// What is not taken back, whoever holds it.
pub(crate) async fn standing(tx: &ReadTx) -> Result<Vec<Grant>, StorageError> {
    read_all(tx, Entity::find().filter(Column::EndedAt.is_null())).await
}

async fn read_all(tx: &ReadTx, find: Select<Entity>) -> Result<Vec<Grant>, StorageError> {
    let find = find
        .order_by_asc(Column::GrantedAt)
        .order_by_asc(Column::Id);
    let rows = find.all(tx.connection()).await.map_err(failed)?;
    rows.into_iter().map(Grant::try_from).collect()
}

/// The active accounts that hold a role at a moment.
pub(crate) async fn active_holders(
    tx: &ReadTx,
    now: Timestamp,
) -> Result<Vec<(AccountId, Role)>, StorageError> {
    let to_account = Entity::belongs_to(super::account::Entity)
        .from(Column::AccountId)
        .to(super::account::Column::Id)
        .into();
    let rows = Entity::find()
        .join(JoinType::InnerJoin, to_account)
        .filter(super::account::Column::State.eq(AccountState::Active.as_str()))
        .filter(Column::EndedAt.is_null())
        .all(tx.connection())
        .await
        .map_err(failed)?;
    let mut holders = Vec::new();
    for row in rows {
        let grant = Grant::try_from(row)?;
        if grant.is_held_at(now) {
            holders.push((grant.account, grant.role));
        }
    }
    Ok(holders)
}

pub(crate) async fn add(tx: &WriteTx, grant: &Grant) -> Result<(), StorageError> {
    let row = ActiveModel {
        id: Set(grant.id),
        account_id: Set(grant.account.uuid()),
        role: Set(grant.role.to_string()),
        organisation_id: Set(grant.organisation.uuid()),
        from_at: Set(grant.from.as_micros()),
        until_at: Set(grant.until.map(Timestamp::as_micros)),
        granted_by: Set(grant.granted_by.clone()),
        granted_at: Set(grant.granted_at.as_micros()),
        ended_at: Set(grant.ended_at.map(Timestamp::as_micros)),
    };
    Entity::insert(row)
        .exec_without_returning(tx.connection())
        .await
        .map_err(failed)?;
    Ok(())
}

/// Takes a grant back; `false` when it was taken back before.
pub(crate) async fn end(tx: &WriteTx, id: Uuid, now: Timestamp) -> Result<bool, StorageError> {
    let ended = ActiveModel {
        ended_at: Set(Some(now.as_micros())),
        ..Default::default()
    };
    let done = Entity::update_many()
        .set(ended)
        .filter(Column::Id.eq(id))
        .filter(Column::EndedAt.is_null())
        .exec(tx.connection())
        .await
        .map_err(failed)?;
    Ok(done.rows_affected == 1)
}
