//! The tables of the catalogue.

pub(crate) mod caliber;
pub(crate) mod check;
pub(crate) mod expression;
pub(crate) mod framework;
pub(crate) mod indicator;
pub(crate) mod source;

use yanzhi_storage::StorageError;

/// A stored word of the field: a code, a direction, a frequency.
fn word<T: std::str::FromStr>(
    table: &'static str,
    column: &'static str,
    value: String,
) -> Result<T, StorageError> {
    value.parse().map_err(|_| StorageError::Inconsistent {
        table,
        column,
        value,
    })
}
