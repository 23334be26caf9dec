//! One door to the database, the same for SQLite and PostgreSQL.
//!
//! [`Db`] opens it, checks that it can be trusted (version, durability, foreign keys) and hands out two kinds
//! of transactions: [`ReadTx`], a steady view, and [`WriteTx`], which alone can change anything. A store
//! function that takes a `&ReadTx` therefore cannot write, whatever its body says. [`Schema`] brings the
//! tables up to date and refuses a database that a newer program has touched.
//!
//! Whatever differs between the two databases is decided here and nowhere else.

mod append_only;
pub mod backup;
mod bulk;
mod database;
mod error;
mod schema;
mod self_check;
mod transaction;
mod url;

pub use append_only::{keep_append_only, lift_append_only};
pub use bulk::insert_all;
pub use database::{Db, Opening};
pub use error::StorageError;
pub use schema::Schema;
pub use self_check::SelfCheck;
pub use transaction::{ReadTx, Turn, WriteTx};
pub use url::{DatabaseUrl, InvalidDatabaseUrl};
