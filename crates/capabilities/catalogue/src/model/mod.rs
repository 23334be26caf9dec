//! The words of the capability.

mod comparison;
mod finding;
mod framework;
mod indicator;

pub use comparison::{
    Comparison, DefinitionChange, NodeChange, NodeDifference, NodeSide, ValueChange,
};
pub use finding::{DraftPart, Finding, Severity};
pub use framework::{
    AnyFramework, Draft, DraftContent, DraftNode, DraftScoring, Framework, FrameworkContent,
    FrameworkNode, FrameworkState, Origins, Retirement, Scoring,
};
pub use indicator::{
    Caliber, Catalogue, FieldChange, Indicator, IndicatorDetails, IndicatorRecord,
    IndicatorVersion, Source, Uses, version_at,
};
