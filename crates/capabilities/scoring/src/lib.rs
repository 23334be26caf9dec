//! How do the units stand, why, and from which figures?
//!
//! A [`Run`] is one computation of a strategy's index: it names the published framework, the moment up to
//! which figures count, the fingerprint of those figures and of the result. Runs are stored by this recipe;
//! because figures and frameworks only ever grow, a run comes out again whenever it is loaded, and it is
//! checked that it does. [`rules`](score) is the one way from figures to the engine, for the command line and
//! the server alike.

mod error;
pub mod export;
pub mod migrations;
mod model;
pub mod routes;
mod rules;
mod service;
mod store;

pub use error::ScoringError;
pub use model::{Computed, ENGINE_VERSION, Gap, LoadedRun, Run};
pub use rules::input::{Input, Parts, Scored, parts, score};
pub use rules::words::{explain_missing, refusal};
pub use service::{
    Absences, Computing, Move, PublishedIndex, Scoring, Trial, absences, compute, gaps,
    publish_index,
};
