//! The tables of collection, change by change.

mod m20261124_0015_collection_round;
mod m20261124_0016_collection_submission;
mod m20261124_0017_collection_comment_and_evidence;
mod m20261124_0018_collection_recomputation;

use sea_orm_migration::MigrationTrait;

/// The changes, in their order.
pub fn all() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(m20261124_0015_collection_round::Migration),
        Box::new(m20261124_0016_collection_submission::Migration),
        Box::new(m20261124_0017_collection_comment_and_evidence::Migration),
        Box::new(m20261124_0018_collection_recomputation::Migration),
    ]
}
