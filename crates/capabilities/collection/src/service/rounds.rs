//! Designing rounds.

use yanzhi_kernel::{
    Code, Scope,
    access::{Action, Resource, policy},
};
use yanzhi_organisations::Strategy;
use yanzhi_storage::{ReadTx, WriteTx};

use super::{
    Doing,
    access::{FoundRound, round_for, strategy},
    record,
};
use crate::{
    CollectionError, Deadline, NewRound, Plan, Recurrence, Round, RoundChange, RoundState,
    rules::plan::{self, Known},
    store,
};

/// Adds a round, to be designed.
///
/// # Errors
/// A code that is taken, a plan or deadline that is none, a refusal, a failure of the database.
pub async fn create(
    tx: &WriteTx,
    doing: Doing<'_>,
    strategy: &Code,
    new: NewRound,
) -> Result<FoundRound, CollectionError> {
    let strategy = self::strategy(tx, doing.scope, strategy).await?;
    let organisation =
        yanzhi_organisations::organisation(tx, doing.scope, &new.organisation).await?;
    let place = Resource::Organisation(organisation.id);
    policy::check(doing.scope, Action::RoundManage, place).map_err(CollectionError::Refused)?;
    if store::round::by_code(tx, strategy.id, &new.code)
        .await?
        .is_some()
    {
        return Err(CollectionError::CodeTaken(new.code));
    }
    check_plan(tx, doing.scope, &strategy, &new.plan, new.recurrence).await?;
    let round = Round {
        id: doing.ids.next(doing.now),
        strategy: strategy.id,
        organisation: organisation.id,
        code: new.code,
        title: new.title,
        state: RoundState::Draft,
        plan: new.plan,
        levels: new.levels,
        recurrence: new.recurrence,
        deadline: Deadline::read(&new.deadline, &strategy.time_zone)?,
        repeat_reason: None,
        version: 1,
        opened_at: None,
        closed_at: None,
    };
    save_new(tx, doing, &round).await?;
    Ok(FoundRound {
        strategy,
        round,
        organisation,
    })
}

/// Changes a round at the version that was seen. Once it is open, only title and deadline change: what was asked stays
/// asked.
///
/// # Errors
/// [`CollectionError::Stale`], [`CollectionError::RoundIs`], a plan or deadline that is none, a refusal, a failure of the
/// database.
pub async fn change(
    tx: &WriteTx,
    doing: Doing<'_>,
    (codes, version): ((&Code, &Code), i64),
    change: RoundChange,
) -> Result<FoundRound, CollectionError> {
    let mut found = round_for(tx, doing.scope, Action::RoundManage, codes).await?;
    let before = hold(tx, &found.round, version).await?;
    let is_of_the_design = change.is_of_the_design();
    let is_fixed = match before.state {
        RoundState::Draft => false,
        RoundState::Open => is_of_the_design,
        RoundState::Closed => true,
    };
    if is_fixed {
        return Err(CollectionError::RoundIs(before.state));
    }
    let mut after = changed(before.clone(), change, &found.strategy)?;
    after.version += 1;
    if is_of_the_design {
        check_plan(
            tx,
            doing.scope,
            &found.strategy,
            &after.plan,
            after.recurrence,
        )
        .await?;
    }
    save(tx, doing, &before, &after).await?;
    found.round = after;
    Ok(found)
}

fn changed(
    mut round: Round,
    change: RoundChange,
    strategy: &Strategy,
) -> Result<Round, CollectionError> {
    round.title = change.title.unwrap_or(round.title);
    if let Some(text) = change.deadline {
        round.deadline = Deadline::read(&text, &strategy.time_zone)?;
    }
    round.plan = Plan {
        items: change.items.unwrap_or(round.plan.items),
        units: change.units.unwrap_or(round.plan.units),
        periods: change.periods.unwrap_or(round.plan.periods),
        status: change.status.unwrap_or(round.plan.status),
    };
    round.levels = change.levels.unwrap_or(round.levels);
    round.recurrence = change.recurrence.unwrap_or(round.recurrence);
    Ok(round)
}

/// The round as it is now, held until the end, when it is still the one that was seen.
pub(super) async fn hold(
    tx: &WriteTx,
    seen: &Round,
    version: i64,
) -> Result<Round, CollectionError> {
    let held = store::round::hold(tx, seen.id).await?;
    let is_seen = |round: &Round| round.version == version;
    held.filter(is_seen).ok_or(CollectionError::Stale)
}

pub(super) async fn save_new(
    tx: &WriteTx,
    doing: Doing<'_>,
    round: &Round,
) -> Result<(), CollectionError> {
    store::round::add(tx, round).await?;
    record::of_round(tx, doing, None, round).await
}

pub(super) async fn save(
    tx: &WriteTx,
    doing: Doing<'_>,
    before: &Round,
    after: &Round,
) -> Result<(), CollectionError> {
    if !store::round::save(tx, after).await? {
        return Err(CollectionError::Stale);
    }
    record::of_round(tx, doing, Some(before), after).await
}

pub(super) async fn check_plan(
    tx: &ReadTx,
    scope: &Scope,
    strategy: &Strategy,
    asked: &Plan,
    recurrence: Recurrence,
) -> Result<(), CollectionError> {
    let catalogue = yanzhi_catalogue::catalogue(tx, scope, strategy.id).await?;
    let directory = yanzhi_organisations::units(tx, scope, strategy.id).await?;
    let graph = yanzhi_catalogue::graph(tx, strategy.id).await?;
    let known = Known {
        indicators: &|code| catalogue.indicators.contains_key(code),
        derived: &|code| graph.expression(code).is_some(),
        calibers: &|code| catalogue.calibers.contains_key(code),
        units: &|code| directory.units.contains_key(code),
    };
    plan::check(asked, recurrence, &known).map_err(CollectionError::Plan)
}
