//! The tables of strategies, groups, units and organisations.

pub(crate) mod group;
pub(crate) mod name;
pub(crate) mod organisation;
pub(crate) mod strategy;
pub(crate) mod unit;

use yanzhi_kernel::{Code, Timestamp};
use yanzhi_storage::StorageError;

/// A code as stored.
fn code(table: &'static str, value: String) -> Result<Code, StorageError> {
    value.parse().map_err(|_| StorageError::Inconsistent {
        table,
        column: "code",
        value,
    })
}

/// A moment as stored.
fn moment(
    table: &'static str,
    column: &'static str,
    micros: i64,
) -> Result<Timestamp, StorageError> {
    Timestamp::from_micros(micros).ok_or_else(|| StorageError::Inconsistent {
        table,
        column,
        value: micros.to_string(),
    })
}
