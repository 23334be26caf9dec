//! Which figure, in which version, known since when?
//!
//! A figure is the value of an indicator for a unit, a caliber and a period: its [`Cell`]; or the reason why there
//! is none. Figures are only ever added: a correction is a new version of the cell with its reason, and the version
//! that counts at a moment is the last one recorded by then. So "as known on" any day is the same query with another day, and
//! nothing of the past can change unseen. A version under embargo is not there for those who may not see it.

mod error;
pub mod export;
pub mod migrations;
mod model;
pub mod routes;
mod rules;
mod service;
mod store;

pub use error::{FiguresError, Subject};
pub use model::{
    Absence, AsOf, Cell, Content, Count, Derivation, Figure, FigurePage, InvalidAsOf, NewFigure,
    Provenance, Reading, Recorded, Selection, UnknownProvenance, Value,
};
pub use rules::caliber::one_caliber;
pub use service::{
    Recording, count_by_indicator, derivations_of, derive_again, figures, history, list, readings,
    record,
};
