//! Signing on through a real provider (`e2e/support/provider.js`), over TCP on both sides: what works, and what has to
//! be refused.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

mod accepted;
mod browser;
#[path = "../access/city.rs"]
#[expect(dead_code, reason = "the city has more than is needed here")]
mod city;
mod provider;
mod refused;
#[path = "../support/mod.rs"]
mod support;
mod world;
