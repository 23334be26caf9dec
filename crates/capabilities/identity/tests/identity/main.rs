//! Accounts, proofs and rights on both databases.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

mod endings;
mod fake_provider;
mod own;
mod proofs;
mod rights;
mod sign_on;
mod support;
