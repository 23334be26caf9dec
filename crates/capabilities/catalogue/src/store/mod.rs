//! The tables of the catalogue.

pub(crate) mod caliber;
pub(crate) mod check;
pub(crate) mod draft;
pub(crate) mod expression;
pub(crate) mod framework;
pub(crate) mod indicator;
pub(crate) mod indicator_version;
pub(crate) mod retirement;
pub(crate) mod source;

use yanzhi_kernel::Timestamp;
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

/// A stored moment.
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
