//! The tables of strategies, groups and units.

pub(crate) mod group;
pub(crate) mod strategy;
pub(crate) mod unit;

use yanzhi_kernel::Code;
use yanzhi_storage::StorageError;

/// A code as stored.
fn code(table: &'static str, value: String) -> Result<Code, StorageError> {
    value.parse().map_err(|_| StorageError::Inconsistent {
        table,
        column: "code",
        value,
    })
}
