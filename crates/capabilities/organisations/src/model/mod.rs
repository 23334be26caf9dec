//! The words of the capability.

mod organisation;
mod strategy;

pub use organisation::{
    InvalidName, NewOrganisation, Organisation, OrganisationChange, OrganisationName, name_at,
};
pub use strategy::{Directory, Group, NewGroup, NewStrategy, NewUnit, Strategy, Tile, Unit};
