//! Changing organisations. Each change names the version it was decided on, and is refused when another one came
//! first.

use std::collections::BTreeSet;

use serde_json::json;
use yanzhi_audit::Event;
use yanzhi_kernel::{
    Code, Digest, Id, IdSource, Scope, Timestamp,
    access::{Action, Lack, OrganisationId, Refusal, Resource, policy},
};
use yanzhi_storage::{Turn, WriteTx};

use super::read::{organisation_for, tree};
use crate::{NewOrganisation, Organisation, OrganisationChange, OrganisationsError, store};

/// Adds an organisation.
///
/// # Errors
/// A code that is taken, a parent that is closed, a refusal, a failure of the database.
pub async fn create(
    tx: &WriteTx,
    scope: &Scope,
    ids: &dyn IdSource,
    now: Timestamp,
    new: NewOrganisation,
) -> Result<Organisation, OrganisationsError> {
    tx.take_turn(Turn::Organisations).await?;
    let parent = match &new.parent {
        Some(code) => {
            let parent = organisation_for(tx, scope, Action::OrganisationCreate, code).await?;
            Some(open(parent)?.id)
        }
        None => first_place(tx, scope).await?,
    };
    if store::organisation::by_code(tx, &new.code).await?.is_some() {
        return Err(OrganisationsError::CodeTaken(new.code));
    }
    let added = Organisation::begun(ids.next(now), parent, new);
    store::organisation::add(tx, std::slice::from_ref(&added)).await?;
    store::name::note(tx, std::slice::from_ref(&added), now).await?;
    record(tx, scope, now, Action::OrganisationCreate, None, &added).await?;
    Ok(added)
}

/// Only the first organisation stands under nobody, and only whoever may do everything adds it.
async fn first_place(
    tx: &WriteTx,
    scope: &Scope,
) -> Result<Option<OrganisationId>, OrganisationsError> {
    let action = Action::OrganisationCreate;
    policy::check(scope, action, Resource::Nowhere).map_err(OrganisationsError::Refused)?;
    match tree(tx).await?.root() {
        Some(_) => Err(OrganisationsError::ParentMissing),
        None => Ok(None),
    }
}

/// Changes name, kind or unit.
///
/// # Errors
/// [`OrganisationsError::Stale`], a refusal, a failure of the database.
pub async fn change(
    tx: &WriteTx,
    scope: &Scope,
    now: Timestamp,
    (code, version): (&Code, i64),
    change: OrganisationChange,
) -> Result<Organisation, OrganisationsError> {
    let before = organisation_for(tx, scope, Action::OrganisationEdit, code).await?;
    let mut after = next_version(&before, version)?;
    let is_renamed = change
        .name
        .as_ref()
        .is_some_and(|name| *name != before.name);
    after.name = change.name.unwrap_or(after.name);
    after.kind = change.kind.unwrap_or(after.kind);
    after.unit = change.unit.unwrap_or(after.unit);
    save(tx, &after).await?;
    if is_renamed {
        store::name::note(tx, std::slice::from_ref(&after), now).await?;
    }
    record(
        tx,
        scope,
        now,
        Action::OrganisationEdit,
        Some(&before),
        &after,
    )
    .await?;
    Ok(after)
}

/// Puts an organisation under another one, with all that stands below it.
///
/// # Errors
/// [`OrganisationsError::UnderItself`], a place that is closed, [`OrganisationsError::Stale`], a refusal in
/// either place, a failure of the database.
pub async fn put_under(
    tx: &WriteTx,
    scope: &Scope,
    now: Timestamp,
    (code, version): (&Code, i64),
    under: &Code,
) -> Result<Organisation, OrganisationsError> {
    tx.take_turn(Turn::Organisations).await?;
    let before = organisation_for(tx, scope, Action::OrganisationMove, code).await?;
    let place = organisation_for(tx, scope, Action::OrganisationMove, under).await?;
    let place = open(place)?;
    let mut after = next_version(&before, version)?;
    may_leave(scope, Action::OrganisationMove, &before)?;
    let tree = tree(tx).await?;
    tree.may_move(before.id, place.id)?;
    after.parent = Some(place.id);
    save(tx, &after).await?;
    let touched = tree.rearranged_by_move(before.id, Some(place.id));
    rearrange(tx, &touched).await?;
    record(
        tx,
        scope,
        now,
        Action::OrganisationMove,
        Some(&before),
        &after,
    )
    .await?;
    Ok(after)
}

/// Merges an organisation into another one: what stands under it moves over, and it is closed. Roles held in it
/// end with it; those who are to have them in the other one are granted them there.
///
/// # Errors
/// As [`put_under`].
pub async fn merge(
    tx: &WriteTx,
    scope: &Scope,
    now: Timestamp,
    (code, version): (&Code, i64),
    into: &Code,
) -> Result<Organisation, OrganisationsError> {
    tx.take_turn(Turn::Organisations).await?;
    let before = organisation_for(tx, scope, Action::OrganisationMerge, code).await?;
    let heir = open(organisation_for(tx, scope, Action::OrganisationMerge, into).await?)?;
    let mut after = next_version(&before, version)?;
    may_leave(scope, Action::OrganisationMerge, &before)?;
    let tree = tree(tx).await?;
    tree.may_move(before.id, heir.id)?;
    for mut part in store::organisation::open_parts(tx, before.id).await? {
        part.parent = Some(heir.id);
        part.version += 1;
        save(tx, &part).await?;
    }
    after.closed_at = Some(now);
    after.merged_into = Some(heir.id);
    save(tx, &after).await?;
    let touched = tree.rearranged_by_move(before.id, Some(heir.id));
    rearrange(tx, &touched).await?;
    record(
        tx,
        scope,
        now,
        Action::OrganisationMerge,
        Some(&before),
        &after,
    )
    .await?;
    Ok(after)
}

/// Closes an organisation under which no open one stands.
///
/// # Errors
/// [`OrganisationsError::HasParts`], [`OrganisationsError::Stale`], a refusal, a failure of the database.
pub async fn close(
    tx: &WriteTx,
    scope: &Scope,
    now: Timestamp,
    (code, version): (&Code, i64),
) -> Result<Organisation, OrganisationsError> {
    tx.take_turn(Turn::Organisations).await?;
    let before = organisation_for(tx, scope, Action::OrganisationClose, code).await?;
    let mut after = next_version(&before, version)?;
    may_leave(scope, Action::OrganisationClose, &before)?;
    if !store::organisation::open_parts(tx, before.id)
        .await?
        .is_empty()
    {
        return Err(OrganisationsError::HasParts(before.code));
    }
    after.closed_at = Some(now);
    save(tx, &after).await?;
    let touched = tree(tx).await?.rearranged_by_move(before.id, before.parent);
    rearrange(tx, &touched).await?;
    record(
        tx,
        scope,
        now,
        Action::OrganisationClose,
        Some(&before),
        &after,
    )
    .await?;
    Ok(after)
}

/// The organisation as it will be, when it is open and still the one that was seen.
fn next_version(seen: &Organisation, version: i64) -> Result<Organisation, OrganisationsError> {
    if seen.version != version {
        return Err(stale(seen));
    }
    let mut next = open(seen.clone())?;
    next.version += 1;
    Ok(next)
}

fn open(organisation: Organisation) -> Result<Organisation, OrganisationsError> {
    match organisation.closed_at {
        Some(_) => Err(OrganisationsError::Closed(organisation.code)),
        None => Ok(organisation),
    }
}

fn stale(seen: &Organisation) -> OrganisationsError {
    OrganisationsError::Stale {
        code: seen.code.clone(),
        version: seen.version,
    }
}

/// What is taken out of a place has to be in reach there too: whoever administers a district may not give it away.
fn may_leave(
    scope: &Scope,
    action: Action,
    organisation: &Organisation,
) -> Result<(), OrganisationsError> {
    let Some(parent) = organisation.parent else {
        return Err(OrganisationsError::IsRoot(organisation.code.clone()));
    };
    let place = Resource::Organisation(parent);
    policy::check(scope, action, place)
        .map_err(|_| OrganisationsError::Refused(Refusal::new(action, Lack::Reach)))
}

async fn save(tx: &WriteTx, after: &Organisation) -> Result<(), OrganisationsError> {
    if store::organisation::save(tx, after).await? {
        return Ok(());
    }
    Err(stale(after))
}

async fn rearrange(
    tx: &WriteTx,
    touched: &BTreeSet<OrganisationId>,
) -> Result<(), OrganisationsError> {
    store::organisation::mark_rearranged(tx, touched).await
}

async fn record(
    tx: &WriteTx,
    scope: &Scope,
    now: Timestamp,
    action: Action,
    before: Option<&Organisation>,
    after: &Organisation,
) -> Result<(), OrganisationsError> {
    let event = Event::done(action.as_str(), format!("organisation:{}", after.code))
        .within(after.id)
        .changing(before.map(digest), Some(digest(after)));
    yanzhi_audit::record(tx, scope, now, event).await?;
    Ok(())
}

/// The fingerprint of an organisation, for the audit log.
fn digest(organisation: &Organisation) -> Digest {
    let id = |id: Option<OrganisationId>| id.map(Id::uuid);
    let name = organisation.name.text();
    let fields = json!([
        organisation.code,
        id(organisation.parent),
        organisation.kind,
        name.zh,
        name.en,
        organisation.unit,
        organisation.version,
        organisation.closed_at,
        id(organisation.merged_into),
    ]);
    Digest::of(fields.to_string())
}
