//! The use cases: record figures, look them up.

mod read;
mod record;

pub use read::{count_by_indicator, figures, history, list, readings};
pub use record::{Recording, record};
