//! The numbers alone, read row by row: a computation takes hundreds of thousands of them.

use futures_util::TryStreamExt as _;
use sea_orm::{QuerySelect, entity::prelude::*};
use yanzhi_kernel::{Id, Period};
use yanzhi_organisations::Strategy;
use yanzhi_storage::{ReadTx, StorageError};

use super::{
    Column, Entity, Visible,
    current::{counts, is_selected},
    word,
};
use crate::{FiguresError, Reading, Selection};

/// Indicator, unit, period, number where there is one, and whether it was generated.
type Row = (Uuid, Uuid, String, Option<f64>, bool);

/// The readings that count, ordered by indicator, unit and period. What is missing is not among them.
pub(crate) async fn readings(
    tx: &ReadTx,
    strategy: Id<Strategy>,
    visible: &Visible,
    selection: &Selection,
) -> Result<Vec<Reading>, FiguresError> {
    let columns = [
        Column::IndicatorId,
        Column::UnitId,
        Column::Period,
        Column::Value,
        Column::IsSynthetic,
    ];
    let mut rows = Entity::find()
        .filter(counts(strategy, visible, selection.as_of))
        .filter(is_selected(selection))
        .select_only()
        .columns(columns)
        .into_tuple::<Row>()
        .stream(tx.connection())
        .await
        .map_err(StorageError::from)?;
    let mut readings = Vec::new();
    while let Some(row) = rows.try_next().await.map_err(StorageError::from)? {
        let (indicator, unit, period, number, is_synthetic) = row;
        let Some(number) = number else { continue };
        readings.push(Reading {
            indicator: Id::from_uuid(indicator),
            unit: Id::from_uuid(unit),
            period: word::<Period>("period", &period)?,
            number,
            is_synthetic,
        });
    }
    readings.sort_unstable_by_key(|it| (it.indicator, it.unit, it.period));
    Ok(readings)
}
