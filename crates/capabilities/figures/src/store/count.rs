//! How many figures there are.

use std::collections::BTreeMap;

use sea_orm::{ExprTrait as _, QuerySelect, entity::prelude::*, sea_query::Expr};
use yanzhi_catalogue::Indicator;
use yanzhi_kernel::{Id, Timestamp};
use yanzhi_organisations::Strategy;
use yanzhi_storage::{ReadTx, StorageError};

use super::{Column, Entity, Visible, current::counts, inconsistent};
use crate::{Count, FiguresError};

/// Indicator, whether there is a value, whether it was generated, how many cells.
type Row = (Uuid, bool, bool, i64);

pub(crate) async fn by_indicator(
    tx: &ReadTx,
    strategy: Id<Strategy>,
    visible: &Visible,
    as_of: Timestamp,
) -> Result<BTreeMap<Id<Indicator>, Count>, FiguresError> {
    let has_value = || Expr::col(Column::Value).is_not_null();
    let rows = Entity::find()
        .filter(counts(strategy, visible, Some(as_of)))
        .select_only()
        .column(Column::IndicatorId)
        .expr_as(has_value(), "has_value")
        .column(Column::IsSynthetic)
        .expr_as(Expr::col(Column::Id).count(), "cells")
        .group_by(Column::IndicatorId)
        .group_by(has_value())
        .group_by(Column::IsSynthetic)
        .into_tuple::<Row>()
        .all(tx.connection())
        .await
        .map_err(StorageError::from)?;
    let mut counts: BTreeMap<Id<Indicator>, Count> = BTreeMap::new();
    for (indicator, has_value, is_synthetic, cells) in rows {
        let cells = usize::try_from(cells).map_err(|_| inconsistent("id", &cells))?;
        let count = counts.entry(Id::from_uuid(indicator)).or_default();
        if has_value {
            count.figures += cells;
            count.synthetic += if is_synthetic { cells } else { 0 };
        } else {
            count.missing += cells;
        }
    }
    Ok(counts)
}
