//! The table of versions. Rows are added and never changed.

pub(crate) mod count;
pub(crate) mod reading;

use sea_orm::{ActiveValue::Set, Condition, QueryOrder, entity::prelude::*};
use yanzhi_kernel::{Code, Id, IdSource, Period, Scope, Timestamp};
use yanzhi_organisations::Strategy;
use yanzhi_storage::{ReadTx, StorageError, WriteTx, insert_all};

use crate::{Cell, Figure, FiguresError, NewFigure, Recording, Selection, Value};

const TABLE: &str = "figures_version";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "figures_version")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub strategy_id: Uuid,
    pub indicator_id: Uuid,
    pub unit_id: Uuid,
    pub caliber_code: String,
    pub period: String,
    pub value: f64,
    pub value_text: String,
    pub status: String,
    pub source_code: Option<String>,
    pub is_synthetic: bool,
    pub note: Option<String>,
    pub reason: Option<String>,
    pub embargo_until: Option<i64>,
    pub recorded_at: i64,
    pub recorded_by: String,
    pub approved_by: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

/// A stored word of the field, or where it makes no sense.
fn word<T: std::str::FromStr>(column: &'static str, value: String) -> Result<T, StorageError> {
    value.parse().map_err(|_| StorageError::Inconsistent {
        table: TABLE,
        column,
        value,
    })
}

impl TryFrom<Model> for Figure {
    type Error = StorageError;

    fn try_from(row: Model) -> Result<Self, StorageError> {
        let inconsistent = |column, value: String| StorageError::Inconsistent {
            table: TABLE,
            column,
            value,
        };
        let cell = Cell {
            indicator: Id::from_uuid(row.indicator_id),
            unit: Id::from_uuid(row.unit_id),
            caliber: word("caliber_code", row.caliber_code)?,
            period: word::<Period>("period", row.period)?,
        };
        let value = Value::new(row.value, row.value_text)
            .map_err(|_| inconsistent("value", row.value.to_string()))?;
        let recorded_at = Timestamp::from_micros(row.recorded_at)
            .ok_or_else(|| inconsistent("recorded_at", row.recorded_at.to_string()))?;
        let said = NewFigure {
            cell,
            value,
            status: word("status", row.status)?,
            source: row
                .source_code
                .map(|code| word("source_code", code))
                .transpose()?,
            is_synthetic: row.is_synthetic,
            note: row.note,
        };
        Ok(Self { said, recorded_at })
    }
}

/// What is asked for, of what the asker may see.
fn wanted(
    strategy: Id<Strategy>,
    selection: &Selection,
    released_at: Option<Timestamp>,
) -> Condition {
    let mut wanted = Condition::all().add(Column::StrategyId.eq(strategy.uuid()));
    if !selection.indicators.is_empty() {
        let indicators = selection
            .indicators
            .iter()
            .map(|indicator| indicator.uuid());
        wanted = wanted.add(Column::IndicatorId.is_in(indicators));
    }
    if let Some(unit) = selection.unit {
        wanted = wanted.add(Column::UnitId.eq(unit.uuid()));
    }
    if let Some(caliber) = &selection.caliber {
        wanted = wanted.add(Column::CaliberCode.eq(caliber.as_str()));
    }
    if let Some(as_of) = selection.as_of {
        wanted = wanted.add(Column::RecordedAt.lte(as_of.as_micros()));
    }
    if let Some(at) = released_at {
        let released = Condition::any()
            .add(Column::EmbargoUntil.is_null())
            .add(Column::EmbargoUntil.lte(at.as_micros()));
        wanted = wanted.add(released);
    }
    wanted
}

/// Versions in the order they were recorded.
pub(crate) async fn versions(
    tx: &ReadTx,
    strategy: Id<Strategy>,
    selection: &Selection,
    released_at: Option<Timestamp>,
) -> Result<Vec<Figure>, FiguresError> {
    let rows = Entity::find()
        .filter(wanted(strategy, selection, released_at))
        .order_by_asc(Column::RecordedAt)
        .order_by_asc(Column::Id)
        .all(tx.connection())
        .await
        .map_err(StorageError::from)?;
    Ok(rows
        .into_iter()
        .map(Figure::try_from)
        .collect::<Result<_, _>>()?)
}

pub(crate) async fn append(
    tx: &WriteTx,
    scope: &Scope,
    ids: &dyn IdSource,
    strategy: Id<Strategy>,
    recording: Recording<'_>,
    versions: Vec<NewFigure>,
) -> Result<(), FiguresError> {
    let rows = versions.into_iter().map(|figure| ActiveModel {
        id: Set(ids.next_uuid(recording.now)),
        strategy_id: Set(strategy.uuid()),
        indicator_id: Set(figure.cell.indicator.uuid()),
        unit_id: Set(figure.cell.unit.uuid()),
        caliber_code: Set(figure.cell.caliber.to_string()),
        period: Set(figure.cell.period.to_string()),
        value: Set(figure.value.number()),
        value_text: Set(figure.value.text().to_owned()),
        status: Set(figure.status.to_string()),
        source_code: Set(figure.source.as_ref().map(Code::to_string)),
        is_synthetic: Set(figure.is_synthetic),
        note: Set(figure.note),
        reason: Set(recording.reason.map(str::to_owned)),
        embargo_until: Set(None),
        recorded_at: Set(recording.now.as_micros()),
        recorded_by: Set(scope.actor().to_string()),
        approved_by: Set(None),
    });
    Ok(insert_all(tx, rows).await?)
}
