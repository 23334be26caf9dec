//! Units.

use std::collections::BTreeMap;

use sea_orm::{ActiveValue::Set, IntoActiveModel, QueryOrder, QuerySelect, entity::prelude::*};
use yanzhi_kernel::{Code, Id, Text};
use yanzhi_storage::{ReadTx, StorageError, WriteTx, insert_all};

use super::code;
use crate::{NewUnit, OrganisationsError, Strategy, Tile, Unit};

const TABLE: &str = "organisations_unit";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisations_unit")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub strategy_id: Uuid,
    pub code: String,
    pub parent_code: Option<String>,
    pub name_zh: String,
    pub name_en: String,
    pub short_name_zh: String,
    pub short_name_en: String,
    pub kind: String,
    pub group_code: Option<String>,
    pub gb2260: Option<String>,
    pub tile_x: Option<i32>,
    pub tile_y: Option<i32>,
    pub note: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Unit {
    type Error = StorageError;

    fn try_from(row: Model) -> Result<Self, StorageError> {
        let kind = row.kind.parse().map_err(|_| StorageError::Inconsistent {
            table: TABLE,
            column: "kind",
            value: row.kind.clone(),
        })?;
        let details = NewUnit {
            code: code(TABLE, row.code)?,
            parent: row
                .parent_code
                .map(|parent| code(TABLE, parent))
                .transpose()?,
            name: Text::new(row.name_zh, row.name_en),
            short_name: Text::new(row.short_name_zh, row.short_name_en),
            kind,
            group: row.group_code.map(|group| code(TABLE, group)).transpose()?,
            gb2260: row.gb2260,
            tile: row.tile_x.zip(row.tile_y).map(|(x, y)| Tile { x, y }),
            note: row.note,
        };
        Ok(Self {
            id: Id::from_uuid(row.id),
            details,
        })
    }
}

fn row(strategy: Id<Strategy>, id: Id<Unit>, unit: &NewUnit) -> ActiveModel {
    ActiveModel {
        id: Set(id.uuid()),
        strategy_id: Set(strategy.uuid()),
        code: Set(unit.code.to_string()),
        parent_code: Set(unit.parent.as_ref().map(Code::to_string)),
        name_zh: Set(unit.name.zh.clone()),
        name_en: Set(unit.name.en.clone()),
        short_name_zh: Set(unit.short_name.zh.clone()),
        short_name_en: Set(unit.short_name.en.clone()),
        kind: Set(unit.kind.to_string()),
        group_code: Set(unit.group.as_ref().map(Code::to_string)),
        gb2260: Set(unit.gb2260.clone()),
        tile_x: Set(unit.tile.map(|tile| tile.x)),
        tile_y: Set(unit.tile.map(|tile| tile.y)),
        note: Set(unit.note.clone()),
    }
}

pub(crate) async fn all(
    tx: &ReadTx,
    strategy: Id<Strategy>,
) -> Result<BTreeMap<Code, Unit>, OrganisationsError> {
    let find = Entity::find().filter(Column::StrategyId.eq(strategy.uuid()));
    let rows = find
        .all(tx.connection())
        .await
        .map_err(StorageError::from)?;
    let mut units = BTreeMap::new();
    for row in rows {
        let unit = Unit::try_from(row)?;
        units.insert(unit.details.code.clone(), unit);
    }
    Ok(units)
}

/// The ids of the units with these codes.
pub(crate) async fn ids_of(
    tx: &ReadTx,
    strategy: Id<Strategy>,
    codes: impl IntoIterator<Item = Code>,
) -> Result<Vec<Id<Unit>>, OrganisationsError> {
    let codes = codes.into_iter().map(String::from);
    let ids = Entity::find()
        .filter(Column::StrategyId.eq(strategy.uuid()))
        .filter(Column::Code.is_in(codes))
        .select_only()
        .column(Column::Id)
        .order_by_asc(Column::Id)
        .into_tuple::<Uuid>()
        .all(tx.connection())
        .await
        .map_err(StorageError::from)?;
    Ok(ids.into_iter().map(Id::from_uuid).collect())
}

/// Adds the units that `known` lacks and rewrites those that differ from it.
pub(crate) async fn save(
    tx: &WriteTx,
    strategy: Id<Strategy>,
    units: &[NewUnit],
    ids: &BTreeMap<Code, Id<Unit>>,
    known: &BTreeMap<Code, Unit>,
) -> Result<(), OrganisationsError> {
    let mut added = Vec::new();
    for unit in units {
        let Some(id) = ids.get(&unit.code) else {
            continue;
        };
        let row = row(strategy, *id, unit);
        match known.get(&unit.code) {
            None => added.push(row),
            Some(same) if same.details == *unit => {}
            Some(_) => {
                let changed = row.into_active_model().reset_all();
                Entity::update(changed)
                    .exec(tx.connection())
                    .await
                    .map_err(StorageError::from)?;
            }
        }
    }
    Ok(insert_all(tx, added).await?)
}
