//! What an operator does with the database as a whole: back it up, restore it, ask whether it is well,
//! and whether its log is the one that was written.

mod backup;
mod doctor;
mod log;

pub use backup::{BackedUp, UpkeepError, back_up, restore};
pub use doctor::{Finding, Severity, examine};
pub use log::{sign_log, verify_log, write_log};
