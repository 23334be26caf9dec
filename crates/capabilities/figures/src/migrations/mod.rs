//! The table of figures, change by change.

mod m20261123_0004_figures_version;
mod m20261124_0012_figures_missing_and_history;
mod m20261124_0024_figures_derivation;

use sea_orm_migration::MigrationTrait;

/// The changes, in their order.
pub fn all() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(m20261123_0004_figures_version::Migration),
        Box::new(m20261124_0012_figures_missing_and_history::Migration),
        Box::new(m20261124_0024_figures_derivation::Migration),
    ]
}
