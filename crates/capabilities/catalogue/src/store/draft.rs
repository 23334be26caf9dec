//! Versions of the framework that are being edited.

use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*};
use serde::{Serialize, de::DeserializeOwned};
use yanzhi_kernel::Id;
use yanzhi_organisations::Strategy;
use yanzhi_storage::{ReadTx, StorageError, WriteTx};

use super::moment;
use crate::{CatalogueError, Draft};

const TABLE: &str = "catalogue_draft";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "catalogue_draft")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub strategy_id: Uuid,
    pub version: String,
    pub copy_of: Option<String>,
    /// [`crate::DraftContent`] as JSON.
    pub content: String,
    pub revision: i64,
    pub created_at: i64,
    pub edited_at: i64,
    /// A list as JSON.
    pub editors: String,
}

impl ActiveModelBehavior for ActiveModel {}

fn read<T: DeserializeOwned>(version: &str, json: &str) -> Result<T, CatalogueError> {
    serde_json::from_str(json).map_err(|reason| CatalogueError::Unreadable {
        version: version.to_owned(),
        reason: reason.to_string(),
    })
}

fn write(version: &str, value: &impl Serialize) -> Result<String, CatalogueError> {
    serde_json::to_string(value).map_err(|reason| CatalogueError::Unreadable {
        version: version.to_owned(),
        reason: reason.to_string(),
    })
}

impl TryFrom<Model> for Draft {
    type Error = CatalogueError;

    fn try_from(row: Model) -> Result<Self, CatalogueError> {
        Ok(Self {
            id: Id::from_uuid(row.id),
            content: read(&row.version, &row.content)?,
            editors: read(&row.version, &row.editors)?,
            version: row.version,
            copy_of: row.copy_of,
            revision: row.revision,
            created_at: moment(TABLE, "created_at", row.created_at)?,
            edited_at: moment(TABLE, "edited_at", row.edited_at)?,
        })
    }
}

fn row(strategy: Id<Strategy>, draft: &Draft) -> Result<ActiveModel, CatalogueError> {
    Ok(ActiveModel {
        id: Set(draft.id.uuid()),
        strategy_id: Set(strategy.uuid()),
        version: Set(draft.version.clone()),
        copy_of: Set(draft.copy_of.clone()),
        content: Set(write(&draft.version, &draft.content)?),
        revision: Set(draft.revision),
        created_at: Set(draft.created_at.as_micros()),
        edited_at: Set(draft.edited_at.as_micros()),
        editors: Set(write(&draft.version, &draft.editors)?),
    })
}

/// The drafts of a strategy, the oldest first.
pub(crate) async fn all(tx: &ReadTx, strategy: Id<Strategy>) -> Result<Vec<Draft>, CatalogueError> {
    let rows = Entity::find()
        .filter(Column::StrategyId.eq(strategy.uuid()))
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::Id)
        .all(tx.connection())
        .await
        .map_err(StorageError::from)?;
    rows.into_iter().map(Draft::try_from).collect()
}

pub(crate) async fn by_version(
    tx: &ReadTx,
    strategy: Id<Strategy>,
    version: &str,
) -> Result<Option<Draft>, CatalogueError> {
    let row = Entity::find()
        .filter(Column::StrategyId.eq(strategy.uuid()))
        .filter(Column::Version.eq(version))
        .one(tx.connection())
        .await
        .map_err(StorageError::from)?;
    row.map(Draft::try_from).transpose()
}

pub(crate) async fn add(
    tx: &WriteTx,
    strategy: Id<Strategy>,
    draft: &Draft,
) -> Result<(), CatalogueError> {
    Entity::insert(row(strategy, draft)?)
        .exec_without_returning(tx.connection())
        .await
        .map_err(StorageError::from)?;
    Ok(())
}

/// Writes a draft that was at the revision before its own; `false` when it is not there any more.
pub(crate) async fn save(
    tx: &WriteTx,
    strategy: Id<Strategy>,
    changed: &Draft,
) -> Result<bool, CatalogueError> {
    let done = Entity::update_many()
        .set(row(strategy, changed)?)
        .filter(Column::Id.eq(changed.id.uuid()))
        .filter(Column::Revision.eq(changed.revision - 1))
        .exec(tx.connection())
        .await
        .map_err(StorageError::from)?;
    Ok(done.rows_affected == 1)
}

/// Takes a draft away at the revision that was seen; `false` when it is at another one.
pub(crate) async fn remove(tx: &WriteTx, draft: &Draft) -> Result<bool, CatalogueError> {
    let done = Entity::delete_many()
        .filter(Column::Id.eq(draft.id.uuid()))
        .filter(Column::Revision.eq(draft.revision))
        .exec(tx.connection())
        .await
        .map_err(StorageError::from)?;
    Ok(done.rows_affected == 1)
}
