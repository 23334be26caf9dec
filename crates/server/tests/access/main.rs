//! Who gets in, what they may do, and what they must not: over HTTP, on both databases.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

mod changing;
mod city;
mod sign_in;
#[path = "../support/mod.rs"]
mod support;
