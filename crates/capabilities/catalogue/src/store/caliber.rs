//! Calibers.

use std::collections::BTreeMap;

use sea_orm::{ActiveValue::Set, entity::prelude::*, sea_query::OnConflict};
use yanzhi_kernel::{Code, Id, Text};
use yanzhi_organisations::Strategy;
use yanzhi_storage::{ReadTx, StorageError, WriteTx};

use super::word;
use crate::{Caliber, CatalogueError};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "catalogue_caliber")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub strategy_id: Uuid,
    pub code: String,
    pub name_zh: String,
    pub name_en: String,
    pub definition_zh: String,
    pub definition_en: String,
}

impl ActiveModelBehavior for ActiveModel {}

pub(crate) async fn all(
    tx: &ReadTx,
    strategy: Id<Strategy>,
) -> Result<BTreeMap<Code, Caliber>, CatalogueError> {
    let find = Entity::find().filter(Column::StrategyId.eq(strategy.uuid()));
    let rows = find
        .all(tx.connection())
        .await
        .map_err(StorageError::from)?;
    let mut calibers = BTreeMap::new();
    for row in rows {
        let code: Code = word("catalogue_caliber", "code", row.code)?;
        let name = Text::new(row.name_zh, row.name_en);
        let definition = Text::new(row.definition_zh, row.definition_en);
        calibers.insert(
            code.clone(),
            Caliber {
                code,
                name,
                definition,
            },
        );
    }
    Ok(calibers)
}

pub(crate) async fn save(
    tx: &WriteTx,
    strategy: Id<Strategy>,
    calibers: &[Caliber],
    mut next_id: impl FnMut() -> Uuid,
) -> Result<(), CatalogueError> {
    for chunk in calibers.chunks(1_000) {
        let rows = chunk.iter().map(|caliber| ActiveModel {
            id: Set(next_id()),
            strategy_id: Set(strategy.uuid()),
            code: Set(caliber.code.to_string()),
            name_zh: Set(caliber.name.zh.clone()),
            name_en: Set(caliber.name.en.clone()),
            definition_zh: Set(caliber.definition.zh.clone()),
            definition_en: Set(caliber.definition.en.clone()),
        });
        let said = [
            Column::NameZh,
            Column::NameEn,
            Column::DefinitionZh,
            Column::DefinitionEn,
        ];
        let replace = OnConflict::columns([Column::StrategyId, Column::Code])
            .update_columns(said)
            .to_owned();
        Entity::insert_many(rows)
            .on_conflict(replace)
            .exec_without_returning(tx.connection())
            .await
            .map_err(StorageError::from)?;
    }
    Ok(())
}
