//! What figures are checked by.

use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*};
use yanzhi_checks::Check;
use yanzhi_kernel::Id;
use yanzhi_organisations::Strategy;
use yanzhi_storage::{ReadTx, StorageError, WriteTx, insert_all};

use crate::CatalogueError;

const TABLE: &str = "catalogue_check";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "catalogue_check")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub strategy_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    pub place: i32,
    pub definition: String,
}

impl ActiveModelBehavior for ActiveModel {}

fn inconsistent(definition: &str) -> StorageError {
    StorageError::Inconsistent {
        table: TABLE,
        column: "definition",
        value: definition.to_owned(),
    }
}

pub(crate) async fn all(tx: &ReadTx, strategy: Id<Strategy>) -> Result<Vec<Check>, CatalogueError> {
    let rows = Entity::find()
        .filter(Column::StrategyId.eq(strategy.uuid()))
        .order_by_asc(Column::Place)
        .all(tx.connection())
        .await
        .map_err(StorageError::from)?;
    let mut checks = Vec::with_capacity(rows.len());
    for Model { definition, .. } in rows {
        let value = serde_json::from_str(&definition).map_err(|_| inconsistent(&definition))?;
        checks.push(Check::from_value(&value).map_err(|_| inconsistent(&definition))?);
    }
    Ok(checks)
}

/// Makes these the checks of a strategy, and all there are, in this order.
pub(crate) async fn replace(
    tx: &WriteTx,
    strategy: Id<Strategy>,
    checks: &[Check],
) -> Result<(), CatalogueError> {
    Entity::delete_many()
        .filter(Column::StrategyId.eq(strategy.uuid()))
        .exec(tx.connection())
        .await
        .map_err(StorageError::from)?;
    let mut rows = Vec::with_capacity(checks.len());
    for (place, check) in (0_i32..).zip(checks) {
        let definition =
            serde_json::to_string(check).map_err(|reason| CatalogueError::Unwritable {
                check: check.code.clone(),
                reason: reason.to_string(),
            })?;
        rows.push(ActiveModel {
            strategy_id: Set(strategy.uuid()),
            code: Set(check.code.to_string()),
            place: Set(place),
            definition: Set(definition),
        });
    }
    Ok(insert_all(tx, rows).await?)
}
