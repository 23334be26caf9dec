//! How many figures there are.

use std::collections::BTreeMap;

use sea_orm::{ConnectionTrait, FromQueryResult, Statement, prelude::Uuid};
use yanzhi_catalogue::Indicator;
use yanzhi_kernel::{Id, Timestamp};
use yanzhi_organisations::Strategy;
use yanzhi_storage::{ReadTx, StorageError};

use crate::{Count, FiguresError};

#[derive(FromQueryResult)]
struct Row {
    indicator_id: Uuid,
    figures: i64,
    synthetic: i64,
}

pub(crate) async fn by_indicator(
    tx: &ReadTx,
    strategy: Id<Strategy>,
    released_at: Option<Timestamp>,
    as_of: Timestamp,
) -> Result<BTreeMap<Id<Indicator>, Count>, FiguresError> {
    let released_at = released_at.map_or(i64::MAX, Timestamp::as_micros);
    let query = Statement::from_sql_and_values(
        tx.connection().get_database_backend(),
        include_str!("queries/count_by_indicator.sql"),
        [
            strategy.uuid().into(),
            released_at.into(),
            as_of.as_micros().into(),
        ],
    );
    let rows = Row::find_by_statement(query).all(tx.connection()).await;
    let rows = rows.map_err(StorageError::from)?;
    let count = |row: &Row| Count {
        figures: usize::try_from(row.figures).unwrap_or_default(),
        synthetic: usize::try_from(row.synthetic).unwrap_or_default(),
    };
    Ok(rows
        .iter()
        .map(|row| (Id::from_uuid(row.indicator_id), count(row)))
        .collect())
}
