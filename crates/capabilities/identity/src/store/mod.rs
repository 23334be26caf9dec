//! The tables of identity.

pub(crate) mod account;
pub(crate) mod attempt;
pub(crate) mod former_password;
pub(crate) mod grant;
pub(crate) mod invitation;
pub(crate) mod recovery_code;
pub(crate) mod session;
pub(crate) mod setup;
pub(crate) mod sign_on;
pub(crate) mod token;

use std::collections::BTreeMap;

use sea_orm::{DbErr, EntityTrait, Select};
use uuid::Uuid;
use yanzhi_kernel::{Id, Timestamp, access::AccountId};
use yanzhi_storage::{ReadTx, StorageError};

/// When each account was last used.
pub(crate) type LastUsed = BTreeMap<AccountId, Timestamp>;

/// The answers of a query for an account and its last moment.
async fn last_of_each<E: EntityTrait>(
    tx: &ReadTx,
    find: Select<E>,
    (table, column): (&'static str, &'static str),
) -> Result<LastUsed, StorageError> {
    let rows: Vec<(Uuid, i64)> = find
        .into_tuple()
        .all(tx.connection())
        .await
        .map_err(failed)?;
    rows.into_iter()
        .map(|(account, micros)| Ok((Id::from_uuid(account), moment(table, column, micros)?)))
        .collect()
}

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
