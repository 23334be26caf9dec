//! More time, and the next round.

use yanzhi_kernel::{Code, access::Action};
use yanzhi_storage::WriteTx;

use super::{
    Asked, Doing,
    access::{FoundRound, round_for, submission},
    rounds::save_new,
    taking::{Made, finish, hold, state_after},
};
use crate::{
    CollectionError, Deadline, Decided, Remark, Round, RoundState, Step, Title, Transition,
    rules::recurrence, store,
};

/// Gives an organisation more time, with the reason why.
///
/// # Errors
/// [`CollectionError::NotLater`], [`CollectionError::SubmissionIs`], [`CollectionError::RoundIs`], a refusal, a failure of
/// the database.
pub async fn extend(
    tx: &WriteTx,
    doing: Doing<'_>,
    codes: (&Code, &Code, &Code),
    (until, reason): (&str, &Remark),
) -> Result<(Asked, Transition), CollectionError> {
    let (strategy, round, _) = codes;
    round_for(tx, doing.scope, Action::RoundManage, (strategy, round)).await?;
    let asked = submission(tx, doing.scope, codes).await?;
    let mut held = hold(tx, &asked).await?;
    let state = state_after(&held, Step::Extend)?;
    let until = Deadline::read(until, &held.strategy.time_zone)?;
    if until.moment() <= held.submission.due(&held.round).moment() {
        return Err(CollectionError::NotLater);
    }
    let mut after = held.submission.clone();
    after.state = state;
    after.extended = Some(until);
    let made = Made {
        step: Step::Extend,
        action: Action::RoundManage,
        comment: Some(reason.as_str().to_owned()),
        decided: Decided::default(),
        key: None,
        after: after.clone(),
    };
    let transition = finish(tx, doing, &held, made).await?;
    after.version = transition.version;
    held.submission = after;
    Ok((held, transition))
}

/// Designs the next round: the same indicators of the same units, for the periods that follow, due as much later.
///
/// # Errors
/// [`CollectionError::NoNext`], a code that is taken, a refusal, a failure of the database.
pub async fn next(
    tx: &WriteTx,
    doing: Doing<'_>,
    codes: (&Code, &Code),
    (code, title): (Code, Title),
) -> Result<FoundRound, CollectionError> {
    let found = round_for(tx, doing.scope, Action::RoundManage, codes).await?;
    let this = &found.round;
    let next = recurrence::next(&this.plan, this.recurrence);
    let (plan, months) = next.ok_or(CollectionError::NoNext)?;
    let zone = &found.strategy.time_zone;
    let deadline = this.deadline.later_by(months, zone);
    if store::round::by_code(tx, this.strategy, &code)
        .await?
        .is_some()
    {
        return Err(CollectionError::CodeTaken(code));
    }
    let round = Round {
        id: doing.ids.next(doing.now),
        code,
        title,
        state: RoundState::Draft,
        plan,
        deadline: deadline.ok_or(CollectionError::NoNext)?,
        repeat_reason: None,
        version: 1,
        opened_at: None,
        closed_at: None,
        ..this.clone()
    };
    save_new(tx, doing, &round).await?;
    Ok(FoundRound { round, ..found })
}
