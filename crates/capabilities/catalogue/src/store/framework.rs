//! Published versions of frameworks. Rows are added and never changed.

use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*};
use yanzhi_kernel::{Digest, Id};
use yanzhi_organisations::Strategy;
use yanzhi_storage::{ReadTx, StorageError, WriteTx};

use super::moment;
use crate::{CatalogueError, Framework, FrameworkContent, Origins};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "catalogue_framework")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub strategy_id: Uuid,
    pub version: String,
    pub published_at: i64,
    pub digest: String,
    /// [`FrameworkContent`] as JSON: what the digest is taken of.
    pub content: String,
    pub copy_of: Option<String>,
    pub published_by: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Framework {
    type Error = CatalogueError;

    fn try_from(row: Model) -> Result<Self, CatalogueError> {
        let content: FrameworkContent =
            serde_json::from_str(&row.content).map_err(|reason| CatalogueError::Unreadable {
                version: row.version.clone(),
                reason: reason.to_string(),
            })?;
        Ok(Self {
            id: Id::from_uuid(row.id),
            published_at: moment("catalogue_framework", "published_at", row.published_at)?,
            digest: Digest::from_stored(row.digest),
            content,
            origins: Origins {
                copy_of: row.copy_of,
                published_by: row.published_by,
            },
        })
    }
}

pub(crate) async fn add(
    tx: &WriteTx,
    strategy: Id<Strategy>,
    framework: &Framework,
) -> Result<(), CatalogueError> {
    let version = framework.content.version.clone();
    let content =
        serde_json::to_string(&framework.content).map_err(|reason| CatalogueError::Unreadable {
            version: version.clone(),
            reason: reason.to_string(),
        })?;
    let row = ActiveModel {
        id: Set(framework.id.uuid()),
        strategy_id: Set(strategy.uuid()),
        version: Set(version),
        published_at: Set(framework.published_at.as_micros()),
        digest: Set(framework.digest.to_string()),
        content: Set(content),
        copy_of: Set(framework.origins.copy_of.clone()),
        published_by: Set(framework.origins.published_by.clone()),
    };
    Entity::insert(row)
        .exec_without_returning(tx.connection())
        .await
        .map_err(StorageError::from)?;
    Ok(())
}

pub(crate) async fn by_version(
    tx: &ReadTx,
    strategy: Id<Strategy>,
    version: &str,
) -> Result<Option<Framework>, CatalogueError> {
    let find = Entity::find()
        .filter(Column::StrategyId.eq(strategy.uuid()))
        .filter(Column::Version.eq(version));
    let row = find
        .one(tx.connection())
        .await
        .map_err(StorageError::from)?;
    row.map(Framework::try_from).transpose()
}

pub(crate) async fn by_id(
    tx: &ReadTx,
    id: Id<Framework>,
) -> Result<Option<Framework>, CatalogueError> {
    let find = Entity::find_by_id(id.uuid());
    let row = find
        .one(tx.connection())
        .await
        .map_err(StorageError::from)?;
    row.map(Framework::try_from).transpose()
}

pub(crate) async fn latest(
    tx: &ReadTx,
    strategy: Id<Strategy>,
) -> Result<Option<Framework>, CatalogueError> {
    let find = Entity::find()
        .filter(Column::StrategyId.eq(strategy.uuid()))
        .order_by_desc(Column::PublishedAt)
        .order_by_desc(Column::Id);
    let row = find
        .one(tx.connection())
        .await
        .map_err(StorageError::from)?;
    row.map(Framework::try_from).transpose()
}

/// Every published version, the oldest first.
pub(crate) async fn all(
    tx: &ReadTx,
    strategy: Id<Strategy>,
) -> Result<Vec<Framework>, CatalogueError> {
    let find = Entity::find()
        .filter(Column::StrategyId.eq(strategy.uuid()))
        .order_by_asc(Column::PublishedAt)
        .order_by_asc(Column::Id);
    let rows = find
        .all(tx.connection())
        .await
        .map_err(StorageError::from)?;
    rows.into_iter().map(Framework::try_from).collect()
}
