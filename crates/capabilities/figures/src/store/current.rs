//! Which version of a cell counts: the last of those that the asker may see and that were recorded by the moment
//! asked for. One condition says so in every query.

use futures_util::TryStreamExt as _;
use sea_orm::{
    Condition, ExprTrait as _,
    entity::prelude::*,
    sea_query::{Expr, Query, SelectStatement},
};
use yanzhi_kernel::{Id, Timestamp};
use yanzhi_organisations::{Strategy, Unit};
use yanzhi_storage::{ReadTx, StorageError};

use super::{Column, Entity, TABLE};
use crate::{Figure, FiguresError, Selection};

/// A second look at the table, for versions that come after.
const LATER: &str = "later";

/// What of the figures an asker may see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Visible {
    /// All of them.
    Everything,
    /// Those not under embargo at a moment, and all of some units.
    Released {
        /// The moment.
        at: Timestamp,
        /// The units.
        but_all_of: Vec<Id<Unit>>,
    },
}

/// What a version in `table` has to be to count at all: visible, and recorded by then.
fn is_known(table: &'static str, visible: &Visible, as_of: Option<Timestamp>) -> Condition {
    let column = |column: Column| Expr::col((table, column));
    let mut known = Condition::all();
    if let Some(as_of) = as_of {
        known = known.add(column(Column::RecordedAt).lte(as_of.as_micros()));
    }
    if let Visible::Released { at, but_all_of } = visible {
        let mut released = Condition::any()
            .add(column(Column::EmbargoUntil).is_null())
            .add(column(Column::EmbargoUntil).lte(at.as_micros()));
        if !but_all_of.is_empty() {
            let units = but_all_of.iter().map(|unit| unit.uuid());
            released = released.add(column(Column::UnitId).is_in(units));
        }
        known = known.add(released);
    }
    known
}

/// Later versions of the same cell that are known as well.
fn later(visible: &Visible, as_of: Option<Timestamp>) -> SelectStatement {
    let mut later = Query::select();
    later.expr(Expr::val(1)).from_as(Entity, LATER);
    for column in [
        Column::StrategyId,
        Column::IndicatorId,
        Column::UnitId,
        Column::CaliberCode,
        Column::Period,
    ] {
        later.and_where(Expr::col((LATER, column)).equals((TABLE, column)));
    }
    later
        .and_where(Expr::col((LATER, Column::Sequence)).gt(Expr::col((TABLE, Column::Sequence))))
        .cond_where(is_known(LATER, visible, as_of));
    later
}

/// The versions of a strategy that count, one a cell.
pub(super) fn counts(
    strategy: Id<Strategy>,
    visible: &Visible,
    as_of: Option<Timestamp>,
) -> Condition {
    Condition::all()
        .add(Column::StrategyId.eq(strategy.uuid()))
        .add(is_known(TABLE, visible, as_of))
        .add(Expr::not_exists(later(visible, as_of)))
}

/// The cells that are asked for.
pub(super) fn is_selected(selection: &Selection) -> Condition {
    let mut wanted = Condition::all();
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
    if let Some(period) = selection.period {
        wanted = wanted.add(Column::Period.eq(period.to_string()));
    }
    if let Some(status) = selection.status {
        wanted = wanted.add(Column::Status.eq(status.as_str()));
    }
    wanted
}

/// The versions that count, ordered by cell.
pub(crate) async fn figures(
    tx: &ReadTx,
    strategy: Id<Strategy>,
    visible: &Visible,
    selection: &Selection,
) -> Result<Vec<Figure>, FiguresError> {
    let mut rows = Entity::find()
        .filter(counts(strategy, visible, selection.as_of))
        .filter(is_selected(selection))
        .stream(tx.connection())
        .await
        .map_err(StorageError::from)?;
    let mut figures = Vec::new();
    while let Some(row) = rows.try_next().await.map_err(StorageError::from)? {
        figures.push(Figure::try_from(row)?);
    }
    figures.sort_unstable_by(|a, b| a.said.cell.cmp(&b.said.cell));
    Ok(figures)
}
