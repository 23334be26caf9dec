//! The numbers alone, read row by row: a computation takes hundreds of thousands of them.

use std::collections::HashMap;

use futures_util::TryStreamExt as _;
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};
use yanzhi_kernel::{Id, Period, Timestamp};
use yanzhi_organisations::Strategy;
use yanzhi_storage::{ReadTx, StorageError};

use super::{Column, Entity, wanted, word};
use crate::{FiguresError, Reading, Selection};

/// Indicator, unit, period, number and whether it was generated.
type Row = (Uuid, Uuid, String, f64, bool);

/// The readings that count, ordered by indicator, unit and period.
pub(crate) async fn readings(
    tx: &ReadTx,
    strategy: Id<Strategy>,
    selection: &Selection,
    released_at: Option<Timestamp>,
) -> Result<Vec<Reading>, FiguresError> {
    let columns = [
        Column::IndicatorId,
        Column::UnitId,
        Column::Period,
        Column::Value,
        Column::IsSynthetic,
    ];
    let mut rows = Entity::find()
        .filter(wanted(strategy, selection, released_at))
        .order_by_asc(Column::RecordedAt)
        .order_by_asc(Column::Id)
        .select_only()
        .columns(columns)
        .into_tuple::<Row>()
        .stream(tx.connection())
        .await
        .map_err(StorageError::from)?;
    let mut last: HashMap<(Uuid, Uuid, Period), (f64, bool)> = HashMap::new();
    while let Some(row) = rows.try_next().await.map_err(StorageError::from)? {
        let (indicator, unit, period, number, is_synthetic) = row;
        let period = word::<Period>("period", period)?;
        last.insert((indicator, unit, period), (number, is_synthetic));
    }
    let mut readings: Vec<Reading> = last
        .into_iter()
        .map(
            |((indicator, unit, period), (number, is_synthetic))| Reading {
                indicator: Id::from_uuid(indicator),
                unit: Id::from_uuid(unit),
                period,
                number,
                is_synthetic,
            },
        )
        .collect();
    readings.sort_unstable_by_key(|it| (it.indicator, it.unit, it.period));
    Ok(readings)
}
