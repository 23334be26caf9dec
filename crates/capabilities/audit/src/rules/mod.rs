//! How entries hang together, and how a signed checkpoint shows what a chain alone cannot.

mod chain;
mod checkpoint;
mod merkle;
mod verify;

pub(crate) use chain::hashed_text;
pub use chain::{Link, first_broken, hash_of};
pub use checkpoint::{Checkpoint, CheckpointError, Key, PublicKey};
pub use merkle::MerkleTree;
pub use verify::{Tampering, Verdict, Verification, Why};
