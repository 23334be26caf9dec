//! The table of figures, change by change.

mod m20261123_0004_figures_version;

use sea_orm_migration::MigrationTrait;

/// The changes, in their order.
pub fn all() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(m20261123_0004_figures_version::Migration)]
}
