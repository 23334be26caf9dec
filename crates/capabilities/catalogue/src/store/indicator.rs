//! Indicators.

use std::collections::BTreeMap;

use sea_orm::{ActiveValue::Set, Iterable, entity::prelude::*, sea_query::OnConflict};
use yanzhi_kernel::{Code, Id, Text};
use yanzhi_organisations::Strategy;
use yanzhi_storage::{ReadTx, StorageError, WriteTx};

use super::word;
use crate::{CatalogueError, Indicator, IndicatorDetails};

const TABLE: &str = "catalogue_indicator";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "catalogue_indicator")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub strategy_id: Uuid,
    pub code: String,
    pub name_zh: String,
    pub name_en: String,
    pub measure_unit_zh: String,
    pub measure_unit_en: String,
    pub direction: String,
    pub class: String,
    pub frequency: String,
    pub owner_code: Option<String>,
    pub decimals: i32,
    pub definition_zh: String,
    pub definition_en: String,
    pub formula_zh: String,
    pub formula_en: String,
    pub source_code: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Indicator {
    type Error = StorageError;

    fn try_from(row: Model) -> Result<Self, StorageError> {
        let decimals = u8::try_from(row.decimals).map_err(|_| StorageError::Inconsistent {
            table: TABLE,
            column: "decimals",
            value: row.decimals.to_string(),
        })?;
        let details = IndicatorDetails {
            code: word(TABLE, "code", row.code)?,
            name: Text::new(row.name_zh, row.name_en),
            measure_unit: Text::new(row.measure_unit_zh, row.measure_unit_en),
            direction: word(TABLE, "direction", row.direction)?,
            class: word(TABLE, "class", row.class)?,
            frequency: word(TABLE, "frequency", row.frequency)?,
            owner: row
                .owner_code
                .map(|code| word(TABLE, "owner_code", code))
                .transpose()?,
            decimals,
            definition: Text::new(row.definition_zh, row.definition_en),
            formula: Text::new(row.formula_zh, row.formula_en),
            source: row
                .source_code
                .map(|code| word(TABLE, "source_code", code))
                .transpose()?,
        };
        Ok(Self {
            id: Id::from_uuid(row.id),
            details,
        })
    }
}

fn row(strategy: Id<Strategy>, id: Id<Indicator>, indicator: &IndicatorDetails) -> ActiveModel {
    ActiveModel {
        id: Set(id.uuid()),
        strategy_id: Set(strategy.uuid()),
        code: Set(indicator.code.to_string()),
        name_zh: Set(indicator.name.zh.clone()),
        name_en: Set(indicator.name.en.clone()),
        measure_unit_zh: Set(indicator.measure_unit.zh.clone()),
        measure_unit_en: Set(indicator.measure_unit.en.clone()),
        direction: Set(indicator.direction.to_string()),
        class: Set(indicator.class.to_string()),
        frequency: Set(indicator.frequency.to_string()),
        owner_code: Set(indicator.owner.as_ref().map(Code::to_string)),
        decimals: Set(i32::from(indicator.decimals)),
        definition_zh: Set(indicator.definition.zh.clone()),
        definition_en: Set(indicator.definition.en.clone()),
        formula_zh: Set(indicator.formula.zh.clone()),
        formula_en: Set(indicator.formula.en.clone()),
        source_code: Set(indicator.source.as_ref().map(Code::to_string)),
    }
}

pub(crate) async fn all(
    tx: &ReadTx,
    strategy: Id<Strategy>,
) -> Result<BTreeMap<Code, Indicator>, CatalogueError> {
    let find = Entity::find().filter(Column::StrategyId.eq(strategy.uuid()));
    let rows = find
        .all(tx.connection())
        .await
        .map_err(StorageError::from)?;
    let mut indicators = BTreeMap::new();
    for row in rows {
        let indicator = Indicator::try_from(row)?;
        indicators.insert(indicator.details.code.clone(), indicator);
    }
    Ok(indicators)
}

/// Adds new indicators and makes known ones say the same.
pub(crate) async fn save(
    tx: &WriteTx,
    strategy: Id<Strategy>,
    indicators: &[IndicatorDetails],
    ids: &BTreeMap<Code, Id<Indicator>>,
) -> Result<(), CatalogueError> {
    let rows: Vec<ActiveModel> = indicators
        .iter()
        .filter_map(|indicator| {
            ids.get(&indicator.code)
                .map(|id| row(strategy, *id, indicator))
        })
        .collect();
    let fixed = |column: &Column| matches!(column, Column::Id | Column::StrategyId | Column::Code);
    for chunk in rows.chunks(1_000) {
        let replace = OnConflict::column(Column::Id)
            .update_columns(Column::iter().filter(|column| !fixed(column)))
            .to_owned();
        Entity::insert_many(chunk.iter().cloned())
            .on_conflict(replace)
            .exec_without_returning(tx.connection())
            .await
            .map_err(StorageError::from)?;
    }
    Ok(())
}
