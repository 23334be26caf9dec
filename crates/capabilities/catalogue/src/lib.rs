//! What is measured, how is it defined, and how does it add up?
//!
//! An [`Indicator`] carries its definition, measure unit, direction and owner; a [`Caliber`] says which scope a
//! value covers; a [`Source`] says where figures come from. A [`Framework`] is one version of the tree that
//! adds indicators up to an index, with its weights, its method and what it is computed on. A published
//! version never changes: other content needs another version.
//!
//! A version begins as a [`Draft`], which may say what is wrong until [`check`] finds nothing; somebody who has not
//! edited it publishes it, and it may be retired once another one is in force. A changed indicator is another
//! [`IndicatorVersion`]: a published framework goes on with the definitions of its day, see [`catalogue_of`].

mod error;
pub mod export;
pub mod migrations;
mod model;
pub mod routes;
mod rules;
mod service;
mod store;

pub use error::CatalogueError;
pub use model::{
    AnyFramework, Caliber, Catalogue, Comparison, DefinitionChange, Draft, DraftContent, DraftNode,
    DraftPart, DraftScoring, FieldChange, Finding, Framework, FrameworkContent, FrameworkNode,
    FrameworkState, Indicator, IndicatorDetails, IndicatorRecord, IndicatorVersion, NodeChange,
    NodeDifference, NodeSide, Origins, Retirement, Scoring, Severity, Source, Uses, ValueChange,
    version_at,
};
pub use rules::{Checked, Compared, Known, check, compare, effective_weights};
pub use service::{
    Derivations, FrameworkView, Import, Imported, IndicatorView, NewDraft, add_indicator,
    any_framework, catalogue, catalogue_of, change_indicator, check_framework, checks,
    compare_frameworks, create_draft, current_framework, discard_draft, edit_draft, framework,
    frameworks, graph, import, import_derivations, indicator_history, indicators, publish,
    retire_framework, retire_indicator,
};
