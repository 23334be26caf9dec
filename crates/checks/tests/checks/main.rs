//! Checks from JSON to findings.

#![expect(clippy::unwrap_used, reason = "a test stops where its setting fails")]

mod city;
mod findings;
mod properties;
mod reading;
