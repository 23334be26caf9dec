//! The strategies whose index is to be computed anew: asked for in the transaction that approved figures, so that it is
//! not forgotten whatever happens after.

use sea_orm::{ActiveValue::Set, entity::prelude::*, sea_query::OnConflict};
use yanzhi_kernel::{Id, Timestamp};
use yanzhi_organisations::Strategy;
use yanzhi_storage::{ReadTx, StorageError, WriteTx};

use super::moment;
use crate::CollectionError;

const TABLE: &str = "collection_recomputation";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "collection_recomputation")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub strategy_id: Uuid,
    pub since: i64,
}

impl ActiveModelBehavior for ActiveModel {}

/// Asks for it. To be called last in a transaction: whoever computes holds the log first, and then this row.
pub(crate) async fn ask(
    tx: &WriteTx,
    strategy: Id<Strategy>,
    since: Timestamp,
) -> Result<(), CollectionError> {
    let row = ActiveModel {
        strategy_id: Set(strategy.uuid()),
        since: Set(since.as_micros()),
    };
    let newer = OnConflict::column(Column::StrategyId)
        .update_column(Column::Since)
        .to_owned();
    Entity::insert(row)
        .on_conflict(newer)
        .exec_without_returning(tx.connection())
        .await
        .map_err(StorageError::from)?;
    Ok(())
}

pub(crate) async fn all(tx: &ReadTx) -> Result<Vec<(Id<Strategy>, Timestamp)>, CollectionError> {
    let rows = Entity::find().all(tx.connection()).await;
    let rows = rows.map_err(StorageError::from)?.into_iter();
    let asked = rows.map(|row| {
        let since = moment(TABLE, "since", row.since)?;
        Ok((Id::from_uuid(row.strategy_id), since))
    });
    asked.collect()
}

/// Forgets what was asked for at a moment; what was asked for later stays.
pub(crate) async fn settle(
    tx: &WriteTx,
    (strategy, since): (Id<Strategy>, Timestamp),
) -> Result<(), CollectionError> {
    Entity::delete_many()
        .filter(Column::StrategyId.eq(strategy.uuid()))
        .filter(Column::Since.eq(since.as_micros()))
        .exec(tx.connection())
        .await
        .map_err(StorageError::from)?;
    Ok(())
}
