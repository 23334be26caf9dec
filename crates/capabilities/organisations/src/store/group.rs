//! Groups.

use std::collections::BTreeMap;

use sea_orm::{ActiveValue::Set, entity::prelude::*, sea_query::OnConflict};
use yanzhi_kernel::{Code, Id, Text};
use yanzhi_storage::{ReadTx, StorageError, WriteTx};

use super::code;
use crate::{Group, OrganisationsError, Strategy};

const TABLE: &str = "organisations_group";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisations_group")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub strategy_id: Uuid,
    pub code: String,
    pub name_zh: String,
    pub name_en: String,
}

impl ActiveModelBehavior for ActiveModel {}

pub(crate) async fn all(
    tx: &ReadTx,
    strategy: Id<Strategy>,
) -> Result<BTreeMap<Code, Group>, OrganisationsError> {
    let find = Entity::find().filter(Column::StrategyId.eq(strategy.uuid()));
    let rows = find
        .all(tx.connection())
        .await
        .map_err(StorageError::from)?;
    let mut groups = BTreeMap::new();
    for row in rows {
        let code = code(TABLE, row.code)?;
        let name = Text::new(row.name_zh, row.name_en);
        groups.insert(code.clone(), Group { code, name });
    }
    Ok(groups)
}

pub(crate) async fn save(
    tx: &WriteTx,
    strategy: Id<Strategy>,
    groups: &[Group],
    mut next_id: impl FnMut() -> Uuid,
) -> Result<(), OrganisationsError> {
    let rows = groups.iter().map(|group| ActiveModel {
        id: Set(next_id()),
        strategy_id: Set(strategy.uuid()),
        code: Set(group.code.to_string()),
        name_zh: Set(group.name.zh.clone()),
        name_en: Set(group.name.en.clone()),
    });
    let rows: Vec<_> = rows.collect();
    if rows.is_empty() {
        return Ok(());
    }
    let replace = OnConflict::columns([Column::StrategyId, Column::Code])
        .update_columns([Column::NameZh, Column::NameEn])
        .to_owned();
    Entity::insert_many(rows)
        .on_conflict(replace)
        .exec_without_returning(tx.connection())
        .await
        .map_err(StorageError::from)?;
    Ok(())
}
