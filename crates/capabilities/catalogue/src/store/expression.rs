//! The expressions of derived indicators.

use std::collections::BTreeMap;

use sea_orm::{ActiveValue::Set, entity::prelude::*};
use yanzhi_kernel::Id;
use yanzhi_organisations::Strategy;
use yanzhi_storage::{ReadTx, StorageError, WriteTx, insert_all};

use crate::{CatalogueError, Indicator};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "catalogue_expression")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub indicator_id: Uuid,
    pub strategy_id: Uuid,
    pub expression: String,
}

impl ActiveModelBehavior for ActiveModel {}

pub(crate) async fn all(
    tx: &ReadTx,
    strategy: Id<Strategy>,
) -> Result<BTreeMap<Id<Indicator>, String>, CatalogueError> {
    let rows = Entity::find()
        .filter(Column::StrategyId.eq(strategy.uuid()))
        .all(tx.connection())
        .await
        .map_err(StorageError::from)?;
    let each = rows.into_iter();
    Ok(each
        .map(|row| (Id::from_uuid(row.indicator_id), row.expression))
        .collect())
}

/// Makes these the expressions of a strategy, and all there are.
pub(crate) async fn replace(
    tx: &WriteTx,
    strategy: Id<Strategy>,
    expressions: &BTreeMap<Id<Indicator>, String>,
) -> Result<(), CatalogueError> {
    Entity::delete_many()
        .filter(Column::StrategyId.eq(strategy.uuid()))
        .exec(tx.connection())
        .await
        .map_err(StorageError::from)?;
    let rows = expressions.iter().map(|(indicator, text)| ActiveModel {
        indicator_id: Set(indicator.uuid()),
        strategy_id: Set(strategy.uuid()),
        expression: Set(text.clone()),
    });
    Ok(insert_all(tx, rows).await?)
}
