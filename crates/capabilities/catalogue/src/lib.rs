//! What is measured, how is it defined, and how does it add up?
//!
//! An [`Indicator`] carries its definition, measure unit, direction and owner; a [`Caliber`] says which scope a
//! value covers; a [`Source`] says where figures come from. A [`Framework`] is one version of the tree that
//! adds indicators up to an index, with its weights, its method and what it is computed on. A published
//! version never changes: other content needs another version.

mod error;
pub mod migrations;
mod model;
mod rules;
mod service;
mod store;

pub use error::CatalogueError;
pub use model::{
    Caliber, Catalogue, Framework, FrameworkContent, FrameworkNode, Indicator, IndicatorDetails,
    Scoring, Source,
};
pub use service::{
    Derivations, Import, Imported, catalogue, checks, current_framework, framework, graph, import,
    import_derivations,
};
