//! Opening and closing rounds.

use std::collections::BTreeMap;

use yanzhi_kernel::{
    Code, Id,
    access::{Action, OrganisationId},
};
use yanzhi_storage::{Turn, WriteTx};

use super::{
    Doing,
    access::{FoundRound, round_for},
    design::{Drawn, repeats},
    rounds::{check_plan, hold, save},
};
use crate::{
    Ask, CollectionError, Content, Decided, Entry, Round, RoundState, Standing, Step, Submission,
    SubmissionState, Transition, store,
};

/// Opens a round: each cell is asked of one organisation, and each organisation gets its submission. A round that was
/// closed is opened again with what it had.
///
/// # Errors
/// [`CollectionError::AskedTwice`] when it asks for what is asked elsewhere or known already and does not say why,
/// [`CollectionError::Unanswered`], [`CollectionError::Stale`], a refusal, a failure of the database.
pub async fn open(
    tx: &WriteTx,
    doing: Doing<'_>,
    (codes, version): ((&Code, &Code), i64),
    reason: Option<&str>,
) -> Result<FoundRound, CollectionError> {
    tx.take_turn(Turn::Asking).await?;
    let mut found = round_for(tx, doing.scope, Action::RoundManage, codes).await?;
    let before = hold(tx, &found.round, version).await?;
    let mut after = before.clone();
    after.version += 1;
    after.state = RoundState::Open;
    match before.state {
        RoundState::Open => return Err(CollectionError::RoundIs(RoundState::Open)),
        RoundState::Closed => after.closed_at = None,
        RoundState::Draft => {
            let reason = reason.map(str::trim).filter(|it| !it.is_empty());
            after.repeat_reason = reason.map(str::to_owned);
            after.opened_at = Some(doing.now);
            ask(tx, doing, &found, reason.is_some()).await?;
        }
    }
    save(tx, doing, &before, &after).await?;
    found.round = after;
    Ok(found)
}

/// Closes a round: nothing is handed in any more.
///
/// # Errors
/// [`CollectionError::RoundIs`] when it is not open, [`CollectionError::Stale`], a refusal, a failure of the database.
pub async fn close(
    tx: &WriteTx,
    doing: Doing<'_>,
    (codes, version): ((&Code, &Code), i64),
) -> Result<FoundRound, CollectionError> {
    let mut found = round_for(tx, doing.scope, Action::RoundManage, codes).await?;
    let before = hold(tx, &found.round, version).await?;
    if before.state != RoundState::Open {
        return Err(CollectionError::RoundIs(before.state));
    }
    let mut after = before.clone();
    after.version += 1;
    after.state = RoundState::Closed;
    after.closed_at = Some(doing.now);
    save(tx, doing, &before, &after).await?;
    found.round = after;
    Ok(found)
}

/// Asks for every cell of a round.
async fn ask(
    tx: &WriteTx,
    doing: Doing<'_>,
    found: &FoundRound,
    has_reason: bool,
) -> Result<(), CollectionError> {
    let FoundRound {
        strategy, round, ..
    } = found;
    // Indicators, calibers and units may have gone since it was designed.
    check_plan(tx, doing.scope, strategy, &round.plan, round.recurrence).await?;
    let drawn = Drawn::of(tx, doing.scope, found).await?;
    let unanswered = drawn.unanswered();
    if !unanswered.is_empty() {
        return Err(CollectionError::Unanswered(unanswered));
    }
    let repeats = repeats(tx, doing.scope, found, &drawn).await?;
    if !repeats.is_empty() && !has_reason {
        return Err(CollectionError::AskedTwice(repeats.len()));
    }
    let submissions = submissions(doing, round, &drawn);
    let asks = asks(doing, round, &drawn, &submissions);
    let entries: Vec<_> = asks
        .iter()
        .map(|it| (it.submission, empty(it.id)))
        .collect();
    let submissions: Vec<Submission> = submissions.into_values().collect();
    let opened: Vec<_> = submissions.iter().map(|it| opened(doing, it)).collect();
    store::submission::add(tx, &submissions).await?;
    store::ask::add(tx, &asks).await?;
    store::entry::add(tx, &entries).await?;
    store::transition::add(tx, &opened).await
}

fn submissions(
    doing: Doing<'_>,
    round: &Round,
    drawn: &Drawn,
) -> BTreeMap<OrganisationId, Submission> {
    let mut submissions = BTreeMap::new();
    for reporter in drawn.cells.iter().filter_map(|it| it.reporter) {
        submissions.entry(reporter).or_insert_with(|| Submission {
            id: doing.ids.next(doing.now),
            round: round.id,
            organisation: reporter,
            state: SubmissionState::Draft,
            version: 1,
            is_late: false,
            extended: None,
            submitted_at: None,
            endorsed_by: None,
            decided_at: None,
        });
    }
    submissions
}

fn asks(
    doing: Doing<'_>,
    round: &Round,
    drawn: &Drawn,
    submissions: &BTreeMap<OrganisationId, Submission>,
) -> Vec<Ask> {
    let asks = drawn.cells.iter().zip(1..).filter_map(|(cell, number)| {
        let place = cell.place.clone();
        Some(Ask {
            id: doing.ids.next(doing.now),
            round: round.id,
            submission: submissions.get(&cell.reporter?)?.id,
            number,
            indicator: drawn.catalogue.indicators.get(&place.indicator)?.id,
            unit: drawn.directory.units.get(&place.unit)?.id,
            place,
        })
    });
    asks.collect()
}

fn empty(ask: Id<Ask>) -> Entry {
    Entry {
        ask,
        content: Content::default(),
        standing: Standing::Open,
        version: 0,
        edited_at: None,
        edited_by: None,
    }
}

fn opened(doing: Doing<'_>, submission: &Submission) -> Transition {
    Transition {
        id: doing.ids.next(doing.now),
        submission: submission.id,
        version: submission.version,
        step: Step::Open,
        from: submission.state,
        to: submission.state,
        at: doing.now,
        actor: doing.scope.actor().to_string(),
        comment: None,
        is_late: false,
        decided: Decided::default(),
        request: None,
    }
}
