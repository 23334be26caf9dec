//! Writing to the log, and reading it.

use std::io::Write;

use yanzhi_kernel::{
    Digest, Scope, Timestamp,
    access::{Action, Resource, policy},
};
use yanzhi_storage::{ReadTx, Turn, WriteTx};

use crate::{
    AuditError, Entry, Event, Format, Page, Search,
    export::sealed,
    rules::{self, Checkpoint, Link, Verdict, Verification},
    store,
};

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

/// When the last entry was written.
///
/// # Errors
/// [`AuditError::Storage`].
pub async fn last_moment(tx: &ReadTx) -> Result<Option<Timestamp>, AuditError> {
    Ok(store::last(tx).await?.map(|last| last.at))
}

/// Goes through the whole log, however long it is, and compares it with a checkpoint where there is one.
///
/// # Errors
/// [`AuditError::Storage`] when the database fails. A log that was tampered with is no error but a verdict.
pub async fn verify(tx: &ReadTx, checkpoint: Option<&Checkpoint>) -> Result<Verdict, AuditError> {
    let mut verification = checkpoint.map_or_else(Verification::default, Verification::against);
    store::walk(tx, |entry| {
        let link = entry.map(|entry| Link::of(&entry));
        verification.take(link.map_err(|error| error.to_string()));
        Ok(())
    })
    .await?;
    Ok(verification.finish(checkpoint))
}

/// Writes the log as a file that is verified anywhere, see [`sealed`]; returns the number of entries.
///
/// # Errors
/// [`AuditError::Unwritable`]; [`AuditError::Storage`], also for an entry that makes no sense.
pub async fn write_out(tx: &ReadTx, out: &mut impl Write) -> Result<u64, AuditError> {
    let mut entries = 0;
    store::walk(tx, |entry| {
        writeln!(out, "{}", sealed::line(&entry?))?;
        entries += 1;
        Ok(())
    })
    .await?;
    out.flush()?;
    Ok(entries)
}
