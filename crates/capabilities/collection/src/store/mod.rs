//! The tables of rounds and submissions.

pub(crate) mod ask;
pub(crate) mod comment;
pub(crate) mod entry;
pub(crate) mod evidence;
pub(crate) mod hand;
pub(crate) mod recomputation;
pub(crate) mod round;
pub(crate) mod submission;
pub(crate) mod transition;

use std::str::FromStr;

use yanzhi_kernel::Timestamp;
use yanzhi_storage::StorageError;

/// A stored word, code or period, or where it makes no sense.
fn read<T: FromStr>(
    table: &'static str,
    column: &'static str,
    value: &str,
) -> Result<T, StorageError> {
    value.parse().map_err(|_| senseless(table, column, &value))
}

fn senseless(table: &'static str, column: &'static str, value: &impl ToString) -> StorageError {
    StorageError::Inconsistent {
        table,
        column,
        value: value.to_string(),
    }
}

fn moment(
    table: &'static str,
    column: &'static str,
    micros: i64,
) -> Result<Timestamp, StorageError> {
    Timestamp::from_micros(micros).ok_or_else(|| senseless(table, column, &micros))
}

fn perhaps(
    table: &'static str,
    column: &'static str,
    micros: Option<i64>,
) -> Result<Option<Timestamp>, StorageError> {
    micros.map(|at| moment(table, column, at)).transpose()
}
