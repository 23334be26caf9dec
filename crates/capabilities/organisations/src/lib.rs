//! Whose strategy is it, and which units are there?
//!
//! A [`Strategy`] is what one government runs: its name, its publisher, its time zone. A [`Unit`] is what is
//! scored or what reports: the city, its districts and zones, its departments, their townships; units form a
//! tree. A [`Group`] puts units side by side that are fairly compared. All are known by their codes.

mod error;
pub mod migrations;
mod model;
mod rules;
mod service;
mod store;

pub use error::OrganisationsError;
pub use model::{Directory, Group, NewGroup, NewStrategy, NewUnit, Strategy, Tile, Unit};
pub use service::{Import, import, strategies, strategy, units};
