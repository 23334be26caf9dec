//! Decisions without a database: what recording amounts to, and what may be put together.

pub(crate) mod caliber;
pub(crate) mod derivation;
pub(crate) mod recording;
