//! The tables of identity.

pub(crate) mod account;
pub(crate) mod attempt;
pub(crate) mod grant;
pub(crate) mod invitation;
pub(crate) mod recovery_code;
pub(crate) mod session;
pub(crate) mod setup;
pub(crate) mod sign_on;
pub(crate) mod token;

use sea_orm::DbErr;
use yanzhi_kernel::Timestamp;
use yanzhi_storage::StorageError;

/// A moment as stored.
fn moment(
    table: &'static str,
    column: &'static str,
    micros: i64,
) -> Result<Timestamp, StorageError> {
    Timestamp::from_micros(micros).ok_or_else(|| senseless(table, column, &micros))
}

/// A moment as stored, or none.
fn maybe_moment(
    table: &'static str,
    column: &'static str,
    micros: Option<i64>,
) -> Result<Option<Timestamp>, StorageError> {
    micros
        .map(|micros| moment(table, column, micros))
        .transpose()
}

fn senseless(table: &'static str, column: &'static str, value: &impl ToString) -> StorageError {
    StorageError::Inconsistent {
        table,
        column,
        value: value.to_string(),
    }
}

fn failed(error: DbErr) -> StorageError {
    error.into()
}
