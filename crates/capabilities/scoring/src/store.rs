//! The table of runs. Rows are added and never changed.

use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*};
use yanzhi_kernel::{Digest, Id, Scope, Timestamp};
use yanzhi_organisations::Strategy;
use yanzhi_storage::{ReadTx, StorageError, WriteTx};

use crate::{Run, ScoringError};

const TABLE: &str = "scoring_run";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "scoring_run")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub strategy_id: Uuid,
    pub framework_id: Uuid,
    pub as_of: i64,
    pub data_version: String,
    pub content_hash: String,
    pub engine_version: String,
    pub created_at: i64,
    pub created_by: String,
}

impl ActiveModelBehavior for ActiveModel {}

fn moment(column: &'static str, micros: i64) -> Result<Timestamp, StorageError> {
    Timestamp::from_micros(micros).ok_or_else(|| StorageError::Inconsistent {
        table: TABLE,
        column,
        value: micros.to_string(),
    })
}

impl TryFrom<Model> for Run {
    type Error = StorageError;

    fn try_from(row: Model) -> Result<Self, StorageError> {
        Ok(Self {
            id: Id::from_uuid(row.id),
            strategy: Id::from_uuid(row.strategy_id),
            framework: Id::from_uuid(row.framework_id),
            as_of: moment("as_of", row.as_of)?,
            data_version: Digest::from_stored(row.data_version),
            content_hash: Digest::from_stored(row.content_hash),
            engine_version: row.engine_version,
            created_at: moment("created_at", row.created_at)?,
        })
    }
}

/// The run computed last. Runs hold only released figures, so every scope may see them.
pub(crate) async fn latest(
    tx: &ReadTx,
    scope: &Scope,
    strategy: Id<Strategy>,
) -> Result<Option<Run>, ScoringError> {
    latest_by(tx, scope, strategy, None).await
}

/// The run that was computed last by a moment.
pub(crate) async fn latest_by(
    tx: &ReadTx,
    _scope: &Scope,
    strategy: Id<Strategy>,
    moment: Option<Timestamp>,
) -> Result<Option<Run>, ScoringError> {
    let mut find = Entity::find().filter(Column::StrategyId.eq(strategy.uuid()));
    if let Some(moment) = moment {
        find = find.filter(Column::CreatedAt.lte(moment.as_micros()));
    }
    let row = find
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id)
        .one(tx.connection())
        .await
        .map_err(StorageError::from)?;
    Ok(row.map(Run::try_from).transpose()?)
}

pub(crate) async fn add(tx: &WriteTx, scope: &Scope, run: &Run) -> Result<(), ScoringError> {
    let row = ActiveModel {
        id: Set(run.id.uuid()),
        strategy_id: Set(run.strategy.uuid()),
        framework_id: Set(run.framework.uuid()),
        as_of: Set(run.as_of.as_micros()),
        data_version: Set(run.data_version.to_string()),
        content_hash: Set(run.content_hash.to_string()),
        engine_version: Set(run.engine_version.clone()),
        created_at: Set(run.created_at.as_micros()),
        created_by: Set(scope.actor().to_string()),
    };
    Entity::insert(row)
        .exec_without_returning(tx.connection())
        .await
        .map_err(StorageError::from)?;
    Ok(())
}
