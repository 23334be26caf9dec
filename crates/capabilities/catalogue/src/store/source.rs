//! Sources.

use std::collections::BTreeMap;

use sea_orm::{ActiveValue::Set, entity::prelude::*, sea_query::OnConflict};
use yanzhi_kernel::{Code, Id, Text};
use yanzhi_organisations::Strategy;
use yanzhi_storage::{ReadTx, StorageError, WriteTx};

use super::word;
use crate::{CatalogueError, Source};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "catalogue_source")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub strategy_id: Uuid,
    pub code: String,
    pub title_zh: String,
    pub title_en: String,
    pub publisher: Option<String>,
    pub url: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

pub(crate) async fn all(
    tx: &ReadTx,
    strategy: Id<Strategy>,
) -> Result<BTreeMap<Code, Source>, CatalogueError> {
    let find = Entity::find().filter(Column::StrategyId.eq(strategy.uuid()));
    let rows = find
        .all(tx.connection())
        .await
        .map_err(StorageError::from)?;
    let mut sources = BTreeMap::new();
    for row in rows {
        let code: Code = word("catalogue_source", "code", row.code)?;
        let title = Text::new(row.title_zh, row.title_en);
        let source = Source {
            code: code.clone(),
            title,
            publisher: row.publisher,
            url: row.url,
        };
        sources.insert(code, source);
    }
    Ok(sources)
}

pub(crate) async fn save(
    tx: &WriteTx,
    strategy: Id<Strategy>,
    sources: &[Source],
    mut next_id: impl FnMut() -> Uuid,
) -> Result<(), CatalogueError> {
    for chunk in sources.chunks(1_000) {
        let rows = chunk.iter().map(|source| ActiveModel {
            id: Set(next_id()),
            strategy_id: Set(strategy.uuid()),
            code: Set(source.code.to_string()),
            title_zh: Set(source.title.zh.clone()),
            title_en: Set(source.title.en.clone()),
            publisher: Set(source.publisher.clone()),
            url: Set(source.url.clone()),
        });
        let replace = OnConflict::columns([Column::StrategyId, Column::Code])
            .update_columns([
                Column::TitleZh,
                Column::TitleEn,
                Column::Publisher,
                Column::Url,
            ])
            .to_owned();
        Entity::insert_many(rows)
            .on_conflict(replace)
            .exec_without_returning(tx.connection())
            .await
            .map_err(StorageError::from)?;
    }
    Ok(())
}
