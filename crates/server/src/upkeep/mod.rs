//! What an operator does with the database as a whole: back it up, restore it, ask whether it is well.

mod backup;
mod doctor;

pub use backup::{BackedUp, UpkeepError, back_up, restore};
pub use doctor::{Finding, Severity, examine};
