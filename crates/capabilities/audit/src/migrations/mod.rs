//! The tables of the audit log, change by change.

mod m20261123_0001_audit_entry;
mod m20261124_0006_audit_where_and_outcome;
mod m20261124_0011_audit_append_only;

use sea_orm_migration::MigrationTrait;

/// The changes, in their order.
pub fn all() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(m20261123_0001_audit_entry::Migration),
        Box::new(m20261124_0006_audit_where_and_outcome::Migration),
        Box::new(m20261124_0011_audit_append_only::Migration),
    ]
}
