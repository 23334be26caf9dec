//! Rounds on both databases: asked, filled in, handed in, decided.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

mod filling;
mod races;
mod review;
mod rounds;
mod support;
