//! The use cases: bring a strategy in and look it up; see and change organisations.

mod change;
mod read;
mod strategy;
mod take_in;

pub use change::{change, close, create, merge, put_under};
pub use read::{names, organisation, organisations, organisations_by_ids, tree};
pub use strategy::{Import, import, strategies, strategy, units, units_scored_as};
pub use take_in::import_organisations;
