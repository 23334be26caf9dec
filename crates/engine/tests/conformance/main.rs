//! Agreement with COINr 1.1.14: each folder of the reference data is one module and one test.
//!
//! A test compares files of its folder cell by cell, prints a table (file, values compared, largest
//! relative difference) and fails when a file of the folder's manifest is neither compared nor stands
//! with its reason in `deviations.toml`. Without the reference data a test prints `skipped`.

#![expect(clippy::unwrap_used, reason = "a test stops where its setting fails")]

#[path = "../reference/mod.rs"]
mod reference;
mod report;
mod setting;

mod agg;
mod asem;
mod asem_audit;
mod asem_data;
mod corr;
mod impute;
mod norm;
mod panel;
mod pca;
mod pipeline;
mod sens;
mod standing;
mod treat;
mod vectors;
mod weights;
mod whatif;
mod whole_method;
