//! The tables of organisations, change by change.

mod m20261123_0002_organisations_strategy_and_unit;
mod m20261124_0007_organisations_organisation;

use sea_orm_migration::MigrationTrait;

/// The changes, in their order.
pub fn all() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(m20261123_0002_organisations_strategy_and_unit::Migration),
        Box::new(m20261124_0007_organisations_organisation::Migration),
    ]
}
