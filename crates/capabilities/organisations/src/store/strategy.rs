//! Strategies.

use sea_orm::{ActiveValue::Set, Iterable, QueryOrder, entity::prelude::*, sea_query::OnConflict};
use yanzhi_kernel::{Code, Id, Text};
use yanzhi_storage::{ReadTx, StorageError, WriteTx};

use super::code;
use crate::{NewStrategy, OrganisationsError, Strategy};

const TABLE: &str = "organisations_strategy";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisations_strategy")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(unique)]
    pub code: String,
    pub name_zh: String,
    pub name_en: String,
    pub description_zh: String,
    pub description_en: String,
    pub publisher_zh: String,
    pub publisher_en: String,
    pub time_zone: String,
    pub source_title: Option<String>,
    pub source_url: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Strategy {
    type Error = StorageError;

    fn try_from(row: Model) -> Result<Self, StorageError> {
        Ok(Self {
            id: Id::from_uuid(row.id),
            code: code(TABLE, row.code)?,
            name: Text::new(row.name_zh, row.name_en),
            description: Text::new(row.description_zh, row.description_en),
            publisher: Text::new(row.publisher_zh, row.publisher_en),
            time_zone: row.time_zone,
            source_title: row.source_title,
            source_url: row.source_url,
        })
    }
}

pub(crate) async fn all(tx: &ReadTx) -> Result<Vec<Strategy>, OrganisationsError> {
    let find = Entity::find().order_by_asc(Column::Code);
    let rows = find
        .all(tx.connection())
        .await
        .map_err(StorageError::from)?;
    Ok(rows
        .into_iter()
        .map(Strategy::try_from)
        .collect::<Result<_, _>>()?)
}

pub(crate) async fn by_code(
    tx: &ReadTx,
    code: &Code,
) -> Result<Option<Strategy>, OrganisationsError> {
    let find = Entity::find().filter(Column::Code.eq(code.as_str()));
    let row = find
        .one(tx.connection())
        .await
        .map_err(StorageError::from)?;
    Ok(row.map(Strategy::try_from).transpose()?)
}

pub(crate) async fn save(
    tx: &WriteTx,
    id: Id<Strategy>,
    strategy: &NewStrategy,
) -> Result<(), OrganisationsError> {
    let row = ActiveModel {
        id: Set(id.uuid()),
        code: Set(strategy.code.to_string()),
        name_zh: Set(strategy.name.zh.clone()),
        name_en: Set(strategy.name.en.clone()),
        description_zh: Set(strategy.description.zh.clone()),
        description_en: Set(strategy.description.en.clone()),
        publisher_zh: Set(strategy.publisher.zh.clone()),
        publisher_en: Set(strategy.publisher.en.clone()),
        time_zone: Set(strategy.time_zone.clone()),
        source_title: Set(strategy.source_title.clone()),
        source_url: Set(strategy.source_url.clone()),
    };
    let replace = OnConflict::column(Column::Id)
        .update_columns(Column::iter().filter(|column| !matches!(column, Column::Id)))
        .to_owned();
    Entity::insert(row)
        .on_conflict(replace)
        .exec_without_returning(tx.connection())
        .await
        .map_err(StorageError::from)?;
    Ok(())
}
