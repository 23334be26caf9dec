//! Whose strategy is it, which units are there, and who belongs to whom?
//!
//! A [`Strategy`] is what one government runs: its name, its publisher, its time zone. A [`Unit`] is what is
//! scored or what reports: the city, its districts and zones, its departments, their townships; units form a
//! tree. A [`Group`] puts units side by side that are fairly compared. All are known by their codes.
//!
//! An [`Organisation`] is where people belong and roles are held: the city, its departments and districts, their
//! townships. Organisations form a [`Tree`] too; one of them may be scored as a unit. They are renamed, moved,
//! merged and closed, never removed, and [`name_at`] gives the name of a day.

mod error;
pub mod migrations;
mod model;
pub mod routes;
mod rules;
mod service;
mod store;

pub use error::OrganisationsError;
pub use model::{
    Directory, Group, InvalidName, NewGroup, NewOrganisation, NewStrategy, NewUnit, Organisation,
    OrganisationChange, OrganisationName, Strategy, Tile, Unit, name_at,
};
pub use rules::{Place, Tree};
pub use service::{
    Import, change, close, create, import, import_organisations, merge, names, organisation,
    organisations, organisations_by_ids, put_under, strategies, strategy, tree, units,
    units_scored_as,
};
