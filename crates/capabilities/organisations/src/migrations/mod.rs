//! The tables of organisations, change by change.

mod m20261123_0002_organisations_strategy_and_unit;

use sea_orm_migration::MigrationTrait;

/// The changes, in their order.
pub fn all() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(
        m20261123_0002_organisations_strategy_and_unit::Migration,
    )]
}
