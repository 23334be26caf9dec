//! Which published versions are retired. Rows are added and never changed.

use std::collections::BTreeMap;

use sea_orm::{ActiveValue::Set, entity::prelude::*};
use yanzhi_kernel::Id;
use yanzhi_storage::{ReadTx, StorageError, WriteTx};

use super::moment;
use crate::{CatalogueError, Framework, Retirement};

const TABLE: &str = "catalogue_retirement";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "catalogue_retirement")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub framework_id: Uuid,
    pub retired_at: i64,
    pub retired_by: String,
    pub reason: String,
}

impl ActiveModelBehavior for ActiveModel {}

/// The retirements of some versions.
pub(crate) async fn of(
    tx: &ReadTx,
    frameworks: impl Iterator<Item = Id<Framework>>,
) -> Result<BTreeMap<Id<Framework>, Retirement>, CatalogueError> {
    let rows = Entity::find()
        .filter(Column::FrameworkId.is_in(frameworks.map(Id::uuid)))
        .all(tx.connection())
        .await
        .map_err(StorageError::from)?;
    let mut found = BTreeMap::new();
    for row in rows {
        let retirement = Retirement {
            at: moment(TABLE, "retired_at", row.retired_at)?,
            by: row.retired_by,
            reason: row.reason,
        };
        found.insert(Id::from_uuid(row.framework_id), retirement);
    }
    Ok(found)
}

pub(crate) async fn add(
    tx: &WriteTx,
    framework: Id<Framework>,
    retirement: &Retirement,
) -> Result<(), CatalogueError> {
    let row = ActiveModel {
        framework_id: Set(framework.uuid()),
        retired_at: Set(retirement.at.as_micros()),
        retired_by: Set(retirement.by.clone()),
        reason: Set(retirement.reason.clone()),
    };
    Entity::insert(row)
        .exec_without_returning(tx.connection())
        .await
        .map_err(StorageError::from)?;
    Ok(())
}
