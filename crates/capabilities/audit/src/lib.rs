//! Who did what, and when?
//!
//! Every change of state writes one [`Event`] into the log *in the transaction of the change*: if the entry
//! cannot be written, the change does not happen. Each entry carries the hash of the one before, so that an
//! entry that was altered, dropped, inserted or moved is found by [`rules::first_broken`]. A chain alone does
//! not show that its tail was cut off or that it was rewritten as a whole; that needs an anchor kept elsewhere.
//!
//! An entry says who did what to what, in which organisation, how it ended (a refused attempt is an entry too), and
//! where the request came from. The log has no way to delete or update.

mod error;
mod export;
pub mod migrations;
mod model;
pub mod routes;
pub mod rules;
mod service;
mod store;

pub use error::AuditError;
pub use model::{Entry, Event, Format, Outcome, Page, Search};
pub use service::{begin_export, entries, record, search};
