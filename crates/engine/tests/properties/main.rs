//! What must hold for any figures.

#![expect(clippy::unwrap_used, reason = "a test stops where its setting fails")]

mod every_method;
mod scores;
mod setting;
mod what_if;
