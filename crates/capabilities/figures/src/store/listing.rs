//! Figures page by page, and the versions of one.

use std::collections::BTreeSet;

use sea_orm::{
    Condition, ExprTrait as _, QueryOrder, QuerySelect, entity::prelude::*, sea_query::Expr,
};
use yanzhi_kernel::{Id, Timestamp};
use yanzhi_organisations::{Strategy, Unit};
use yanzhi_storage::{ReadTx, StorageError};

use super::{
    Column, Entity, Visible,
    current::{counts, is_selected},
};
use crate::{Cell, Figure, FiguresError, Selection};

/// The order of the index, so that a page is read and not sorted.
const CELL: [Column; 4] = [
    Column::IndicatorId,
    Column::UnitId,
    Column::CaliberCode,
    Column::Period,
];

/// The figures of these units, of all when it is `None`, after a cell.
pub(crate) async fn page(
    tx: &ReadTx,
    strategy: Id<Strategy>,
    units: Option<&[Id<Unit>]>,
    selection: &Selection,
    after: Option<&Cell>,
    limit: u64,
) -> Result<Vec<Figure>, FiguresError> {
    let mut find = Entity::find()
        .filter(counts(strategy, &Visible::Everything, selection.as_of))
        .filter(is_selected(selection));
    if let Some(units) = units {
        find = find.filter(Column::UnitId.is_in(units.iter().map(|unit| unit.uuid())));
    }
    if let Some(cell) = after {
        find = find.filter(Expr::tuple(CELL.map(Expr::col)).gt(tuple_of(cell)));
    }
    for column in CELL {
        find = find.order_by_asc(column);
    }
    read(tx, find.limit(limit)).await
}

/// The versions of a cell that were recorded by a moment, the oldest first.
pub(crate) async fn versions(
    tx: &ReadTx,
    strategy: Id<Strategy>,
    cell: &Cell,
    as_of: Option<Timestamp>,
) -> Result<Vec<Figure>, FiguresError> {
    let mut these = Condition::all()
        .add(Column::StrategyId.eq(strategy.uuid()))
        .add(Column::IndicatorId.eq(cell.indicator.uuid()))
        .add(Column::UnitId.eq(cell.unit.uuid()))
        .add(Column::CaliberCode.eq(cell.caliber.as_str()))
        .add(Column::Period.eq(cell.period.to_string()));
    if let Some(as_of) = as_of {
        these = these.add(Column::RecordedAt.lte(as_of.as_micros()));
    }
    let find = Entity::find().filter(these);
    read(tx, find.order_by_asc(Column::Sequence)).await
}

fn tuple_of(cell: &Cell) -> Expr {
    Expr::tuple([
        Expr::val(cell.indicator.uuid()),
        Expr::val(cell.unit.uuid()),
        Expr::val(cell.caliber.as_str()),
        Expr::val(cell.period.to_string()),
    ])
}

async fn read(tx: &ReadTx, find: Select<Entity>) -> Result<Vec<Figure>, FiguresError> {
    let rows = find.all(tx.connection()).await;
    let rows = rows.map_err(StorageError::from)?;
    let figures = rows.into_iter().map(Figure::try_from);
    Ok(figures.collect::<Result<_, _>>()?)
}

/// These versions, whoever may see them.
pub(crate) async fn by_id(
    tx: &ReadTx,
    versions: &BTreeSet<Id<Figure>>,
) -> Result<Vec<Figure>, FiguresError> {
    const PER_LOOKUP: usize = 10_000;
    let ids: Vec<_> = versions.iter().map(|id| id.uuid()).collect();
    let mut figures = Vec::with_capacity(ids.len());
    for some in ids.chunks(PER_LOOKUP) {
        let find = Entity::find().filter(Column::Id.is_in(some.iter().copied()));
        figures.extend(read(tx, find).await?);
    }
    Ok(figures)
}
