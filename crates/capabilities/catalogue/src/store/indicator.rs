//! Indicators.

use std::collections::BTreeMap;

use sea_orm::{ActiveValue::Set, Iterable, entity::prelude::*, sea_query::OnConflict};
use yanzhi_kernel::{Code, Id, Text, Timestamp};
use yanzhi_organisations::Strategy;
use yanzhi_storage::{ReadTx, StorageError, WriteTx};

use super::{moment, word};
use crate::{CatalogueError, Indicator, IndicatorDetails, IndicatorRecord};

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
    pub version: i64,
    pub retired_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for IndicatorRecord {
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
        let retired_at = row.retired_at.map(|at| moment(TABLE, "retired_at", at));
        Ok(Self {
            indicator: Indicator {
                id: Id::from_uuid(row.id),
                details,
            },
            version: row.version,
            retired_at: retired_at.transpose()?,
        })
    }
}

fn row(strategy: Id<Strategy>, record: &IndicatorRecord) -> ActiveModel {
    let indicator = &record.indicator.details;
    ActiveModel {
        id: Set(record.indicator.id.uuid()),
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
        version: Set(record.version),
        retired_at: Set(record.retired_at.map(Timestamp::as_micros)),
    }
}

pub(crate) async fn all(
    tx: &ReadTx,
    strategy: Id<Strategy>,
) -> Result<BTreeMap<Code, IndicatorRecord>, CatalogueError> {
    let find = Entity::find().filter(Column::StrategyId.eq(strategy.uuid()));
    let rows = find
        .all(tx.connection())
        .await
        .map_err(StorageError::from)?;
    let mut indicators = BTreeMap::new();
    for row in rows {
        let record = IndicatorRecord::try_from(row)?;
        indicators.insert(record.indicator.details.code.clone(), record);
    }
    Ok(indicators)
}

pub(crate) async fn by_code(
    tx: &ReadTx,
    strategy: Id<Strategy>,
    code: &Code,
) -> Result<Option<IndicatorRecord>, CatalogueError> {
    let row = Entity::find()
        .filter(Column::StrategyId.eq(strategy.uuid()))
        .filter(Column::Code.eq(code.as_str()))
        .one(tx.connection())
        .await
        .map_err(StorageError::from)?;
    Ok(row.map(IndicatorRecord::try_from).transpose()?)
}

/// Adds new indicators and makes known ones say the same.
pub(crate) async fn save_all(
    tx: &WriteTx,
    strategy: Id<Strategy>,
    indicators: &[IndicatorRecord],
) -> Result<(), CatalogueError> {
    let fixed = |column: &Column| matches!(column, Column::Id | Column::StrategyId | Column::Code);
    for chunk in indicators.chunks(1_000) {
        let rows = chunk.iter().map(|record| row(strategy, record));
        let replace = OnConflict::column(Column::Id)
            .update_columns(Column::iter().filter(|column| !fixed(column)))
            .to_owned();
        Entity::insert_many(rows)
            .on_conflict(replace)
            .exec_without_returning(tx.connection())
            .await
            .map_err(StorageError::from)?;
    }
    Ok(())
}

/// Writes an indicator that was at the version before its own; `false` when it is not there any more.
pub(crate) async fn save(
    tx: &WriteTx,
    strategy: Id<Strategy>,
    changed: &IndicatorRecord,
) -> Result<bool, CatalogueError> {
    let done = Entity::update_many()
        .set(row(strategy, changed))
        .filter(Column::Id.eq(changed.indicator.id.uuid()))
        .filter(Column::Version.eq(changed.version - 1))
        .exec(tx.connection())
        .await
        .map_err(StorageError::from)?;
    Ok(done.rows_affected == 1)
}
