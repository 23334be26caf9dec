//! Delimited text (CSV, TSV), read strictly: the encoding is decided and never guessed, a quote where none belongs is
//! reported and never taken for something, and every field knows its line and column.
//!
//! [`look_at`] a file, give it to a [`TextReader`], and let [`Fields`] split what comes out into [`Record`]s. The crate
//! knows no file format beyond that, and no other crate of ours: packs and uploaded sheets are both read with it.
#![warn(missing_docs)]

mod decode;
mod records;

pub use decode::{DecodeError, Shape, TextReader, look_at};
pub use records::{Fields, Record, Split};
