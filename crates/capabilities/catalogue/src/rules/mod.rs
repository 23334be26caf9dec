//! Decisions that need no database: what may be published, what is wrong with a draft, what differs.

mod check;
mod compare;
mod definition;
mod publication;
mod weights;

pub use check::{Checked, Known, check};
pub use compare::{Compared, compare};
pub(crate) use definition::{check_details, invalid, reason};
pub(crate) use publication::{check_editors, check_size, check_unchanged, digest_of};
pub use weights::effective_weights;
