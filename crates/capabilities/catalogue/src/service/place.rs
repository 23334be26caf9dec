//! Where the catalogue stands in the tree of organisations.

use yanzhi_kernel::{
    Code, Scope,
    access::{Action, Resource, policy},
};
use yanzhi_organisations::Strategy;
use yanzhi_storage::ReadTx;

use crate::CatalogueError;

/// Whether the asker may see drafts: whoever works with figures, wherever they do.
pub(super) fn may_read(scope: &Scope) -> Result<(), CatalogueError> {
    policy::check(scope, Action::CatalogueRead, Resource::Nowhere).map_err(CatalogueError::Refused)
}

/// Whether the asker may change the catalogue. It is one for the whole strategy, so that it takes a role in the
/// organisation that all others stand under.
pub(super) async fn may_change(
    tx: &ReadTx,
    scope: &Scope,
    action: Action,
) -> Result<(), CatalogueError> {
    let root = yanzhi_organisations::tree(tx).await?.root();
    let place = root.map_or(Resource::Nowhere, Resource::Organisation);
    policy::check(scope, action, place).map_err(CatalogueError::Refused)
}

/// A strategy by its code.
pub(crate) async fn strategy_named(
    tx: &ReadTx,
    scope: &Scope,
    code: &Code,
) -> Result<Strategy, CatalogueError> {
    let found = yanzhi_organisations::strategy(tx, scope, code).await?;
    found.ok_or_else(|| CatalogueError::UnknownStrategy(code.clone()))
}
