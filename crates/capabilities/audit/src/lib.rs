//! Who did what, and when?
//!
//! Every change of state writes one [`Event`] into the log *in the transaction of the change*: if the entry
//! cannot be written, the change does not happen. Each entry carries the hash of the one before, so that an
//! entry that was altered, dropped, inserted or moved is found by [`rules::Verification`]. A chain alone does
//! not show that its tail was cut off, that an earlier state was put back or that it was rewritten as a whole: a
//! signed [`rules::Checkpoint`] kept elsewhere does. [`export::sealed`] writes the log as a file that is verified anywhere.
//!
//! An entry says who did what to what, in which organisation, how it ended (a refused attempt is an entry too), and
//! where the request came from. The log has no way to delete or update.

mod error;
pub mod export;
pub mod migrations;
mod model;
pub mod routes;
pub mod rules;
mod service;
mod store;

pub use error::AuditError;
pub use model::{Entry, Event, Format, Outcome, Page, Search};
pub use service::{begin_export, entries, last_moment, record, search, verify, write_out};
