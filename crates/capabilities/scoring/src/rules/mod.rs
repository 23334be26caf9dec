//! Pure decisions: what goes into the engine, and what its results mean for a reader.

pub(crate) mod compare;
pub(crate) mod input;
pub(crate) mod words;
