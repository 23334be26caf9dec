//! What tests share.
//!
//! [`each_database`] runs one test body on SQLite and on PostgreSQL, each time on a fresh database with a clock
//! that stands still and ids that are the same on every run. A [`Person`] asks the API as a browser does. The house's law is held by this crate's own test,
//! `cargo test -p yanzhi-testkit --test architecture`.

mod database;
mod person;

pub use database::{ChangeCount, TestDatabase, each_database, seeded_ids, seeded_secrets};
pub use person::{Answer, Person};
