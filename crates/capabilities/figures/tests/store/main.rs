//! Figures on both databases: recorded, read, corrected, withheld.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

mod as_of;
mod askers;
mod derived;
mod migration;
mod support;
mod versions;
