//! What is decided without a database: which passwords are good enough, how long to wait after a wrong one, what
//! somebody may do at a moment, whether a session still counts, whether a code is right.

mod authority;
mod backoff;
mod password;
mod remaining;
mod second_factor;
mod session;
mod sign_on;

pub use authority::rights_stamp;
pub(crate) use authority::{Circumstances, authority};
pub(crate) use backoff::{Attempts, Backoff, OF_ADDRESS, OF_LOGIN, OF_PAIR};
pub use password::{PasswordFlaw, PasswordPolicy, PasswordProfile};
pub(crate) use remaining::must_remain;
pub(crate) use second_factor::{matching_step, recovery_code, recovery_fingerprint, totp_uri};
pub use session::SessionPolicy;
pub(crate) use session::{shown_agent, why_ended};
pub(crate) use sign_on::{GRANTED_BY, claimed, differences, fill_in, is_of_this_site, lacks_any};
