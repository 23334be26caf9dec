//! The tables of the catalogue, change by change.

mod m20261123_0003_catalogue_indicator_and_framework;
mod m20261124_0014_catalogue_expression_and_check;
mod m20261124_0020_catalogue_drafts_and_versions;

use sea_orm_migration::MigrationTrait;

/// The changes, in their order.
pub fn all() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(m20261123_0003_catalogue_indicator_and_framework::Migration),
        Box::new(m20261124_0014_catalogue_expression_and_check::Migration),
        Box::new(m20261124_0020_catalogue_drafts_and_versions::Migration),
    ]
}
