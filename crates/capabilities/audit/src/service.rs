//! Writing to the log, and reading it.

use yanzhi_kernel::{
    Digest, Scope, Timestamp,
    access::{Action, Resource, policy},
};
use yanzhi_storage::{ReadTx, Turn, WriteTx};

use crate::{AuditError, Entry, Event, Format, Page, Search, rules, store};

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
    let origin = scope.origin();
    let mut entry = Entry {
        format: Format::Second,
        sequence,
        at,
        actor: scope.actor().to_string(),
        via: origin.via.clone(),
        action: event.action.to_owned(),
        subject: event.subject,
        organisation: event.organisation,
        outcome: event.outcome,
        reason: event.reason.map(str::to_owned),
        address: origin.address.map(|address| address.to_string()),
        request: origin.request.clone(),
        before: event.before,
        after: event.after,
        previous,
        hash: Digest::zero(),
    };
    entry.hash = rules::hash_of(&entry);
    store::append(tx, &entry).await?;
    Ok(entry)
}

/// The entries that the asker may see, the newest first.
///
/// # Errors
/// [`AuditError::Storage`].
pub async fn search(
    tx: &ReadTx,
    scope: &Scope,
    search: &Search,
    limit: u64,
) -> Result<Page, AuditError> {
    let span = scope.span(Action::AuditRead);
    let mut entries = store::search(tx, &span, search, limit + 1).await?;
    let wanted = usize::try_from(limit).unwrap_or(usize::MAX);
    let has_more = entries.len() > wanted;
    entries.truncate(wanted);
    Ok(Page { entries, has_more })
}

/// Writes down that the asker takes entries away; its own entry is the last that goes along.
///
/// # Errors
/// [`AuditError::Refused`], [`AuditError::Storage`].
pub async fn begin_export(tx: &WriteTx, scope: &Scope, at: Timestamp) -> Result<Entry, AuditError> {
    let action = Action::AuditExport;
    policy::check(scope, action, Resource::Nowhere).map_err(AuditError::Refused)?;
    record(tx, scope, at, Event::done(action.as_str(), "audit")).await
}

/// The log from its beginning.
///
/// # Errors
/// [`AuditError::Storage`].
pub async fn entries(tx: &ReadTx) -> Result<Vec<Entry>, AuditError> {
    store::all(tx).await
}
