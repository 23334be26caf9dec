//! Who gets in, what they may do, and what they must not: over HTTP, on both databases.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

mod catalogue;
mod changing;
mod city;
mod figures;
mod interference;
mod matrix;
mod racing;
mod reporting;
mod revoked;
mod rounds;
mod sign_in;
#[path = "../../../capabilities/scoring/tests/support/mod.rs"]
#[expect(dead_code, reason = "the small strategy has more than is needed here")]
mod small;
#[path = "../support/mod.rs"]
mod support;
