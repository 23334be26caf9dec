//! The tables of identity, change by change.

mod m20261124_0008_identity_account;
mod m20261124_0009_identity_session;
mod m20261124_0010_identity_sign_on;
mod m20261124_0025_identity_sign_on_back;
mod m20261124_0026_identity_former_password;

use sea_orm_migration::MigrationTrait;

/// The changes, in their order.
pub fn all() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(m20261124_0008_identity_account::Migration),
        Box::new(m20261124_0009_identity_session::Migration),
        Box::new(m20261124_0010_identity_sign_on::Migration),
        Box::new(m20261124_0025_identity_sign_on_back::Migration),
        Box::new(m20261124_0026_identity_former_password::Migration),
    ]
}
