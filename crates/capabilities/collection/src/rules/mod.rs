//! Decisions that need no database.

pub(crate) mod decision;
mod findings;
pub(crate) mod plan;
pub(crate) mod progress;
pub(crate) mod recurrence;
pub(crate) mod reminder;
pub(crate) mod steps;
mod typed;

pub use decision::{Approved, DecisionFault};
pub(crate) use findings::blocking;
pub use findings::{CellContext, Finding, Severity, findings};
pub use plan::{Burden, PlanFault};
pub use progress::{Progress, Tally};
pub use reminder::Reminder;
pub use steps::OneHand;
pub use typed::{TypedFault, read_typed};
