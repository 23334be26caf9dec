//! Puts the product together.
//!
//! [`Config`] is read here and nowhere else; [`Platform`] holds the open database, the clock and the source of
//! ids; [`router`] is the product's table of contents; [`serve`] answers requests;
//! [`import`] brings a pack in as one transaction.

mod client;
mod config;
pub mod demo;
mod entrance;
mod front_door;
mod health;
pub mod import;
mod key_file;
mod limits;
mod listener;
mod logging;
mod metrics;
mod openapi;
mod platform;
mod provider;
mod recompute;
mod router;
mod schema;
mod serve;
pub mod upkeep;
mod web_pages;

pub use config::{
    Config, ConfigError, DatabaseSection, EngineSection, EvidenceSection, HttpSection,
    IdentitySection, LogFormat, LogSection, SignOnSection,
};
pub use logging::start as start_logging;
pub use openapi::document as openapi_document;
pub use platform::{Parts, Platform, Tables};
pub use router::router;
pub use schema::SCHEMA;
pub use serve::{Ready, ServeError, serve};
