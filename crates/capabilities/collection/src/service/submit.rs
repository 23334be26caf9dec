//! Handing in.

use std::collections::BTreeSet;

use yanzhi_kernel::{Code, access::Action};
use yanzhi_storage::WriteTx;

use super::{
    Doing, Request,
    access::submission_for,
    grid::{cells, checked},
    taking::{Made, Taken, finish, is_late, state_after, take},
};
use crate::{CollectionError, Decided, Standing, Step, Transition, rules::blocking, store};

/// Hands a submission in. After the deadline it is taken as long as the round is open, and marked late.
///
/// # Errors
/// [`CollectionError::Blocked`] by what was found, [`CollectionError::SubmissionIs`], [`CollectionError::RoundIs`],
/// [`CollectionError::Stale`], a refusal, a failure of the database.
pub async fn submit(
    tx: &WriteTx,
    doing: Doing<'_>,
    codes: (&Code, &Code, &Code),
    request: Request,
) -> Result<Transition, CollectionError> {
    let asked = submission_for(tx, doing.scope, Action::SubmissionEdit, codes).await?;
    let held = match take(tx, doing, &asked, &request, &[Step::Submit]).await? {
        Taken::Before(transition) => return Ok(transition),
        Taken::Now(held) => held,
    };
    let state = state_after(&held, Step::Submit)?;
    let cells = cells(tx, doing.scope, &held).await?;
    let found = checked(&cells);
    let explained = |number| {
        let mut cells = cells.iter();
        cells.any(|it| it.ask.number == number && it.entry.content.explanation.is_some())
    };
    let blocking: Vec<_> = blocking(&found, explained).into_iter().cloned().collect();
    if !blocking.is_empty() {
        return Err(CollectionError::Blocked(blocking));
    }
    let handed_in: BTreeSet<_> = cells.iter().map(|it| it.ask.id).collect();
    let standings = ([Standing::Open, Standing::Returned], Standing::Held);
    let standings = (standings.0.as_slice(), standings.1);
    store::entry::set_standing(tx, held.submission.id, &handed_in, standings).await?;
    let actor = doing.scope.actor().to_string();
    store::hand::note(tx, held.submission.id, &actor, doing.now).await?;
    let mut after = held.submission.clone();
    after.state = state;
    // What comes back after a return was handed in when it was handed in first.
    if after.submitted_at.is_none() {
        after.is_late = is_late(&held, doing.now);
    }
    after.submitted_at = Some(doing.now);
    after.endorsed_by = None;
    let made = Made {
        step: Step::Submit,
        action: Action::SubmissionEdit,
        comment: None,
        decided: Decided::default(),
        key: request.key,
        after,
    };
    finish(tx, doing, &held, made).await
}
