//! Seeing organisations.

use std::collections::BTreeSet;

use yanzhi_kernel::{
    Code, Scope, Timestamp,
    access::{Action, Lack, OrganisationId, Refusal, Resource, policy},
};
use yanzhi_storage::ReadTx;

use crate::{Organisation, OrganisationName, OrganisationsError, Tree, store};

/// The organisations that the asker may see, by code.
///
/// # Errors
/// A failure of the database.
pub async fn organisations(
    tx: &ReadTx,
    scope: &Scope,
) -> Result<Vec<Organisation>, OrganisationsError> {
    store::organisation::within(tx, &scope.span(Action::OrganisationRead)).await
}

/// An organisation by its code.
///
/// # Errors
/// [`OrganisationsError::UnknownOrganisation`] when it is not there or not to be seen.
pub async fn organisation(
    tx: &ReadTx,
    scope: &Scope,
    code: &Code,
) -> Result<Organisation, OrganisationsError> {
    let hidden = |refusal| OrganisationsError::UnknownOrganisation {
        code: code.clone(),
        refusal,
    };
    let Some(found) = store::organisation::by_code(tx, code).await? else {
        return Err(hidden(Refusal::new(Action::OrganisationRead, Lack::Reach)));
    };
    let place = Resource::Organisation(found.id);
    policy::check(scope, Action::OrganisationRead, place).map_err(hidden)?;
    Ok(found)
}

/// An organisation that the asker may do something to.
pub(super) async fn organisation_for(
    tx: &ReadTx,
    scope: &Scope,
    action: Action,
    code: &Code,
) -> Result<Organisation, OrganisationsError> {
    let found = organisation(tx, scope, code).await?;
    let place = Resource::Organisation(found.id);
    policy::check(scope, action, place).map_err(OrganisationsError::Refused)?;
    Ok(found)
}

/// Organisations by their ids, whoever asks: names beside what the asker may see already.
///
/// # Errors
/// A failure of the database.
pub async fn organisations_by_ids(
    tx: &ReadTx,
    ids: &BTreeSet<OrganisationId>,
) -> Result<Vec<Organisation>, OrganisationsError> {
    store::organisation::by_ids(tx, ids).await
}

/// Every name that an organisation has had, in the order in which they were given; see [`crate::name_at`].
///
/// # Errors
/// A failure of the database.
pub async fn names(
    tx: &ReadTx,
    organisation: &Organisation,
) -> Result<Vec<(Timestamp, OrganisationName)>, OrganisationsError> {
    store::name::all(tx, organisation.id).await
}

/// The whole tree, for working out what a role reaches.
///
/// # Errors
/// A failure of the database.
pub async fn tree(tx: &ReadTx) -> Result<Tree, OrganisationsError> {
    Ok(store::organisation::places(tx).await?.into_iter().collect())
}
