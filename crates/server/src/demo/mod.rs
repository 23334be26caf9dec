//! What makes the product worth trying: accounts of every role, and a round to report in.

mod accounts;
mod round;

pub use accounts::{DemoAccount, make_accounts};
pub use round::open_round;
