//! Adding versions: which one is the next depends on the last of the cell, so that is looked up first.

use std::collections::HashMap;

use sea_orm::{
    ActiveValue::Set,
    ExprTrait as _, QuerySelect,
    entity::prelude::*,
    sea_query::{Asterisk, Expr, Query, ValueTuple},
};
use yanzhi_kernel::{Code, Id, IdSource, Timestamp};
use yanzhi_organisations::Strategy;
use yanzhi_storage::{ReadTx, StorageError, WriteTx, insert_all};

use super::{ActiveModel, Column, Entity, TABLE, Visible, current::counts};
use crate::{
    Absence, Cell, Content, Figure, FiguresError, NewFigure, Recording, Value,
    rules::recording::Place,
};

/// How many cells are looked up at once: four values each, within what a statement may bind.
pub(crate) const CELLS_PER_LOOKUP: usize = 4_000;

/// Whether a strategy has any version: the first import need not look for what it cannot find.
pub(crate) async fn has_any(tx: &ReadTx, strategy: Id<Strategy>) -> Result<bool, FiguresError> {
    let first = Entity::find()
        .filter(Column::StrategyId.eq(strategy.uuid()))
        .select_only()
        .column(Column::Id)
        .limit(1)
        .into_tuple::<Uuid>()
        .one(tx.connection())
        .await
        .map_err(StorageError::from)?;
    Ok(first.is_some())
}

/// The last version of each of these cells, whoever may see it. At most [`CELLS_PER_LOOKUP`] of them.
pub(crate) async fn last_of(
    tx: &ReadTx,
    strategy: Id<Strategy>,
    offered: &[NewFigure],
) -> Result<HashMap<Cell, Figure>, FiguresError> {
    let cells = offered.iter().map(|figure| {
        ValueTuple::Many(vec![
            figure.cell.indicator.uuid().into(),
            figure.cell.unit.uuid().into(),
            figure.cell.caliber.as_str().into(),
            figure.cell.period.to_string().into(),
        ])
    });
    let mut these = Query::select();
    these.column(Asterisk).from_values(cells, "cell");
    let cell = Expr::tuple([
        Expr::col((TABLE, Column::IndicatorId)),
        Expr::col((TABLE, Column::UnitId)),
        Expr::col((TABLE, Column::CaliberCode)),
        Expr::col((TABLE, Column::Period)),
    ]);
    let rows = Entity::find()
        .filter(counts(strategy, &Visible::Everything, None))
        .filter(cell.in_subquery(these))
        .all(tx.connection())
        .await
        .map_err(StorageError::from)?;
    let mut last = HashMap::with_capacity(rows.len());
    for row in rows {
        let figure = Figure::try_from(row)?;
        last.insert(figure.said.cell.clone(), figure);
    }
    Ok(last)
}

/// Adds versions at their places.
pub(crate) async fn append(
    tx: &WriteTx,
    ids: &dyn IdSource,
    strategy: Id<Strategy>,
    recording: &Recording<'_>,
    recorded_by: &str,
    versions: impl Iterator<Item = (NewFigure, Place)>,
) -> Result<(), FiguresError> {
    let approved_by = recording.approved_by.map(ToString::to_string);
    let origin = recording.provenance.to_string();
    let rows = versions.map(|(figure, place)| {
        let (value, absence) = match figure.content {
            Content::Value(value) => (Some(value), None),
            Content::Missing(absence) => (None, Some(absence)),
        };
        let (missing_reason, missing_note) = match absence {
            Some(Absence { reason, note }) => (Some(reason.to_string()), note),
            None => (None, None),
        };
        let reason = figure
            .reason
            .or_else(|| recording.reason.map(str::to_owned));
        ActiveModel {
            id: Set(ids.next_uuid(recording.now)),
            strategy_id: Set(strategy.uuid()),
            indicator_id: Set(figure.cell.indicator.uuid()),
            unit_id: Set(figure.cell.unit.uuid()),
            caliber_code: Set(figure.cell.caliber.to_string()),
            period: Set(figure.cell.period.to_string()),
            sequence: Set(i32::try_from(place.sequence).unwrap_or(i32::MAX)),
            value: Set(value.as_ref().map(Value::number)),
            value_text: Set(value.map(Value::into_text)),
            missing_reason: Set(missing_reason),
            missing_note: Set(missing_note),
            status: Set(figure.status.to_string()),
            source_code: Set(figure.source.as_ref().map(Code::to_string)),
            is_synthetic: Set(figure.is_synthetic),
            note: Set(figure.note),
            explanation: Set(figure.explanation),
            reason: Set(reason),
            embargo_until: Set(figure.embargo_until.map(Timestamp::as_micros)),
            origin: Set(origin.clone()),
            recorded_at: Set(place.recorded_at.as_micros()),
            recorded_by: Set(recorded_by.to_owned()),
            approved_by: Set(approved_by.clone()),
        }
    });
    Ok(insert_all(tx, rows).await?)
}
