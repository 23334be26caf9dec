//! Bring a strategy in, look it up.

use std::collections::{BTreeMap, BTreeSet};

use yanzhi_kernel::{Code, Id, IdSource, Scope, Timestamp, access::OrganisationId};
use yanzhi_storage::{ReadTx, WriteTx};

use crate::{
    Directory, NewGroup, NewStrategy, NewUnit, OrganisationsError, Strategy, Unit, rules, store,
};

/// What a pack says of strategy, groups and units.
#[derive(Clone, Debug)]
pub struct Import {
    /// The strategy.
    pub strategy: NewStrategy,
    /// Its groups.
    pub groups: Vec<NewGroup>,
    /// Its units, in any order.
    pub units: Vec<NewUnit>,
}

/// Brings a strategy in: what is new is added, what is known is made to say the same as `import`; nothing is
/// removed. Doing it twice changes nothing the second time.
///
/// # Errors
/// A unit whose parent is not there or that stands below itself; a failure of the database.
pub async fn import(
    tx: &WriteTx,
    ids: &dyn IdSource,
    now: Timestamp,
    import: &Import,
) -> Result<(Id<Strategy>, BTreeMap<Code, Id<Unit>>), OrganisationsError> {
    rules::check_tree(&import.units)?;
    let strategy = match store::strategy::by_code(tx, &import.strategy.code).await? {
        Some(known) => known.id,
        None => ids.next(now),
    };
    store::strategy::save(tx, strategy, &import.strategy).await?;
    store::group::save(tx, strategy, &import.groups, || ids.next_uuid(now)).await?;
    let known = store::unit::all(tx, strategy).await?;
    let mut units = BTreeMap::new();
    for details in &import.units {
        let id = known
            .get(&details.code)
            .map_or_else(|| ids.next(now), |unit| unit.id);
        units.insert(details.code.clone(), id);
    }
    store::unit::save(tx, strategy, &import.units, &units, &known).await?;
    Ok((strategy, units))
}

/// The strategies that the asker may see, by code.
///
/// # Errors
/// A failure of the database.
pub async fn strategies(tx: &ReadTx, _scope: &Scope) -> Result<Vec<Strategy>, OrganisationsError> {
    store::strategy::all(tx).await
}

/// A strategy by its code.
///
/// # Errors
/// A failure of the database.
pub async fn strategy(
    tx: &ReadTx,
    _scope: &Scope,
    code: &Code,
) -> Result<Option<Strategy>, OrganisationsError> {
    store::strategy::by_code(tx, code).await
}

/// The units and groups of a strategy.
///
/// # Errors
/// A failure of the database.
pub async fn units(
    tx: &ReadTx,
    _scope: &Scope,
    strategy: Id<Strategy>,
) -> Result<Directory, OrganisationsError> {
    let units = store::unit::all(tx, strategy).await?;
    let groups = store::group::all(tx, strategy).await?;
    Ok(Directory { units, groups })
}

/// The units of a strategy that these organisations are scored as.
///
/// # Errors
/// A failure of the database.
pub async fn units_scored_as(
    tx: &ReadTx,
    strategy: Id<Strategy>,
    organisations: &BTreeSet<OrganisationId>,
) -> Result<Vec<Id<Unit>>, OrganisationsError> {
    if organisations.is_empty() {
        return Ok(Vec::new());
    }
    let offices = store::organisation::by_ids(tx, organisations).await?;
    let codes = offices.into_iter().filter_map(|office| office.unit);
    store::unit::ids_of(tx, strategy, codes).await
}
