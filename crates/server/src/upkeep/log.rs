//! The audit log as a whole: is it the one that was written, and a statement about it to keep elsewhere.

use std::{fs::OpenOptions, io::BufWriter, path::Path};

use yanzhi_audit::{
    Event,
    rules::{Checkpoint, Key, Verdict},
};
use yanzhi_kernel::{Digest, Scope};
use yanzhi_storage::backup::BackupError;

use super::{UpkeepError, record};
use crate::Platform;

/// Goes through the log of the database and compares it with a checkpoint where there is one.
///
/// # Errors
/// [`UpkeepError::Storage`], [`UpkeepError::Audit`]. What was tampered with is in the verdict.
pub async fn verify_log(
    platform: &Platform,
    checkpoint: Option<&Checkpoint>,
) -> Result<Verdict, UpkeepError> {
    let tx = platform.db.read().await?;
    Ok(yanzhi_audit::verify(&tx, checkpoint).await?)
}

/// A signed statement about the log as it is now, and that it was made is an entry.
///
/// # Errors
/// [`UpkeepError::Tampered`] when the log does not hang together: nothing is signed then.
pub async fn sign_log(
    platform: &Platform,
    operator: &Scope,
    key: &Key,
) -> Result<(Checkpoint, String), UpkeepError> {
    let verdict = verify_log(platform, None).await?;
    if let Some(tampering) = verdict.tampering {
        return Err(UpkeepError::Tampered(tampering.to_string()));
    }
    let checkpoint = Checkpoint::of(key, &verdict.tree, verdict.head);
    let signed = checkpoint.sign(key)?;
    let done = Event::done("audit.sign", "audit");
    record(platform, operator, done, &Digest::of(&signed)).await?;
    Ok((checkpoint, signed))
}

/// Writes the log to a new file that is verified anywhere; that it was is an entry. Returns the number of
/// entries in the file.
///
/// # Errors
/// [`UpkeepError::Exists`], [`UpkeepError::Audit`].
pub async fn write_log(
    platform: &Platform,
    operator: &Scope,
    file: &Path,
) -> Result<u64, UpkeepError> {
    if file.exists() {
        return Err(UpkeepError::Exists(file.to_owned()));
    }
    let out = OpenOptions::new().write(true).create_new(true).open(file);
    let out = out.map_err(BackupError::Unwritable)?;
    let tx = platform.db.read().await?;
    let entries = yanzhi_audit::write_out(&tx, &mut BufWriter::new(&out)).await?;
    drop(tx);
    out.sync_all().map_err(BackupError::Unwritable)?;
    let done = Event::done("audit.export", "audit");
    record(platform, operator, done, &Digest::of(entries.to_string())).await?;
    Ok(entries)
}
