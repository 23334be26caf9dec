//! Writing to the log, and reading it.

use yanzhi_kernel::{Digest, Scope, Timestamp};
use yanzhi_storage::{ReadTx, Turn, WriteTx};

use crate::{AuditError, Entry, Event, rules, store};

/// Writes an event at the end of the log, in the transaction of the change that it records.
///
/// # Errors
/// [`AuditError::Storage`]; the change must then not be committed.
pub async fn record(
    tx: &WriteTx,
    scope: &Scope,
    at: Timestamp,
    event: Event,
) -> Result<Entry, AuditError> {
    tx.take_turn(Turn::AuditChain).await?;
    let last = store::last(tx).await?;
    let (sequence, previous) = match last {
        Some(last) => (last.sequence + 1, last.hash),
        None => (1, Digest::zero()),
    };
    let mut entry = Entry {
        sequence,
        at,
        actor: scope.actor().as_str().to_owned(),
        action: event.action.to_owned(),
        subject: event.subject,
        before: event.before,
        after: event.after,
        previous,
        hash: Digest::zero(),
    };
    entry.hash = rules::hash_of(&entry);
    store::append(tx, &entry).await?;
    Ok(entry)
}

/// The log from its beginning.
///
/// # Errors
/// [`AuditError::Storage`].
pub async fn entries(tx: &ReadTx) -> Result<Vec<Entry>, AuditError> {
    store::all(tx).await
}
