//! What each indicator said when. Rows are added and never changed.

use std::collections::BTreeMap;

use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*};
use yanzhi_kernel::{Code, Id, Text};
use yanzhi_storage::{ReadTx, StorageError, WriteTx, insert_all};

use super::{moment, word};
use crate::{CatalogueError, Indicator, IndicatorDetails, IndicatorVersion};

const TABLE: &str = "catalogue_indicator_version";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "catalogue_indicator_version")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub indicator_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i64,
    pub since: i64,
    pub said_by: String,
    pub reason: String,
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

impl TryFrom<Model> for IndicatorVersion {
    type Error = StorageError;

    fn try_from(row: Model) -> Result<Self, StorageError> {
        let decimals = u8::try_from(row.decimals).map_err(|_| StorageError::Inconsistent {
            table: TABLE,
            column: "decimals",
            value: row.decimals.to_string(),
        })?;
        let code =
            |column, code: Option<String>| code.map(|it| word(TABLE, column, it)).transpose();
        Ok(Self {
            version: row.version,
            since: moment(TABLE, "since", row.since)?,
            by: row.said_by,
            reason: row.reason,
            details: IndicatorDetails {
                code: word(TABLE, "code", row.code)?,
                name: Text::new(row.name_zh, row.name_en),
                measure_unit: Text::new(row.measure_unit_zh, row.measure_unit_en),
                direction: word(TABLE, "direction", row.direction)?,
                class: word(TABLE, "class", row.class)?,
                frequency: word(TABLE, "frequency", row.frequency)?,
                owner: code("owner_code", row.owner_code)?,
                decimals,
                definition: Text::new(row.definition_zh, row.definition_en),
                formula: Text::new(row.formula_zh, row.formula_en),
                source: code("source_code", row.source_code)?,
            },
        })
    }
}

fn row(indicator: Id<Indicator>, said: &IndicatorVersion) -> ActiveModel {
    let details = &said.details;
    ActiveModel {
        indicator_id: Set(indicator.uuid()),
        version: Set(said.version),
        since: Set(said.since.as_micros()),
        said_by: Set(said.by.clone()),
        reason: Set(said.reason.clone()),
        code: Set(details.code.to_string()),
        name_zh: Set(details.name.zh.clone()),
        name_en: Set(details.name.en.clone()),
        measure_unit_zh: Set(details.measure_unit.zh.clone()),
        measure_unit_en: Set(details.measure_unit.en.clone()),
        direction: Set(details.direction.to_string()),
        class: Set(details.class.to_string()),
        frequency: Set(details.frequency.to_string()),
        owner_code: Set(details.owner.as_ref().map(Code::to_string)),
        decimals: Set(i32::from(details.decimals)),
        definition_zh: Set(details.definition.zh.clone()),
        definition_en: Set(details.definition.en.clone()),
        formula_zh: Set(details.formula.zh.clone()),
        formula_en: Set(details.formula.en.clone()),
        source_code: Set(details.source.as_ref().map(Code::to_string)),
    }
}

/// The versions of some indicators, each in their order.
pub(crate) async fn of(
    tx: &ReadTx,
    indicators: impl Iterator<Item = Id<Indicator>>,
) -> Result<BTreeMap<Id<Indicator>, Vec<IndicatorVersion>>, CatalogueError> {
    let rows = Entity::find()
        .filter(Column::IndicatorId.is_in(indicators.map(Id::uuid)))
        .order_by_asc(Column::IndicatorId)
        .order_by_asc(Column::Version)
        .all(tx.connection())
        .await
        .map_err(StorageError::from)?;
    let mut found: BTreeMap<_, Vec<IndicatorVersion>> = BTreeMap::new();
    for row in rows {
        let indicator = Id::from_uuid(row.indicator_id);
        let versions = found.entry(indicator).or_default();
        versions.push(row.try_into()?);
    }
    Ok(found)
}

pub(crate) async fn add<'a>(
    tx: &WriteTx,
    said: impl Iterator<Item = (Id<Indicator>, &'a IndicatorVersion)>,
) -> Result<(), CatalogueError> {
    let rows: Vec<ActiveModel> = said.map(|(indicator, said)| row(indicator, said)).collect();
    Ok(insert_all(tx, rows).await?)
}
