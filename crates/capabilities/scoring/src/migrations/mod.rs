//! The table of runs, change by change.

mod m20261123_0005_scoring_run;

use sea_orm_migration::MigrationTrait;

/// The changes, in their order.
pub fn all() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(m20261123_0005_scoring_run::Migration)]
}
