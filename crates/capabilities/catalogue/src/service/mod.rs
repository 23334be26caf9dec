//! The use cases: bring a catalogue in and look it up, edit indicators, draft and publish versions of the framework.

mod derivations;
mod drafts;
mod frameworks;
mod import;
mod indicators;
mod place;
mod publication;
mod read;

pub use derivations::{Derivations, checks, graph, import_derivations};
pub use drafts::{NewDraft, create_draft, discard_draft, edit_draft};
pub use frameworks::{
    FrameworkView, any_framework, check_framework, compare_frameworks, frameworks,
};
pub use import::{Import, Imported, import};
pub use indicators::{
    IndicatorView, add_indicator, change_indicator, indicator_history, indicators, retire_indicator,
};
pub(crate) use place::strategy_named;
pub use publication::{publish, retire_framework};
pub use read::{catalogue, catalogue_of, current_framework, framework};
