//! What an operator does with the database as a whole: back it up, restore it, ask whether it is well,
//! and whether its log is the one that was written.

mod backup;
mod doctor;
mod error;
mod log;

pub use backup::{BackedUp, Restored, back_up, restore};
pub use doctor::{Finding, Severity, examine};
pub use error::UpkeepError;
pub use log::{sign_log, verify_log, write_log};

use yanzhi_audit::Event;
use yanzhi_kernel::{Digest, Scope};

use crate::Platform;

/// Writes down what the operator did, with the digest of what came of it.
async fn record(
    platform: &Platform,
    operator: &Scope,
    done: Event,
    digest: &Digest,
) -> Result<(), UpkeepError> {
    let event = done.changing(None, Some(digest.clone()));
    let tx = platform.db.write().await?;
    yanzhi_audit::record(&tx, operator, platform.clock.now(), event).await?;
    Ok(tx.commit().await?)
}
