//! The use cases: record figures, look them up.

mod derive;
mod read;
mod record;

pub use derive::{derivations_of, derive_again};
pub use read::{count_by_indicator, figures, history, list, readings};
pub use record::{Recording, record};
