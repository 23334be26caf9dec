//! How far a round is, for those who follow it.

use std::collections::{BTreeMap, BTreeSet};

use yanzhi_catalogue::Catalogue;
use yanzhi_kernel::{Code, Scope, Timestamp};
use yanzhi_organisations::Directory;
use yanzhi_storage::ReadTx;

use super::{
    Asked,
    access::{round, submissions},
    taking::is_late,
};
use crate::{
    CollectionError, SubmissionState,
    rules::{
        Progress,
        progress::{CellProgress, progress as count},
    },
    store,
};

/// How far a round is, with the names of what is counted.
#[derive(Clone, Debug)]
pub struct ShownProgress {
    /// What the organisations in reach report.
    pub asked: Vec<Asked>,
    /// How many cells are how far.
    pub progress: Progress,
    /// The names of indicators.
    pub catalogue: Catalogue,
    /// The names of units.
    pub directory: Directory,
}

/// How far a round is, of what the asker may see: by unit and by indicator, and never by person.
///
/// # Errors
/// [`CollectionError::UnknownRound`]; a failure of the database.
pub async fn progress(
    tx: &ReadTx,
    scope: &Scope,
    now: Timestamp,
    codes: (&Code, &Code),
) -> Result<ShownProgress, CollectionError> {
    let found = round(tx, scope, codes).await?;
    let asked = submissions(tx, scope, codes).await?;
    let of: BTreeMap<_, _> = asked.iter().map(|it| (it.submission.id, it)).collect();
    let asks = store::ask::of_rounds(tx, &BTreeSet::from([found.round.id])).await?;
    let ids: BTreeSet<_> = of.keys().copied().collect();
    let entries = store::entry::of_submissions(tx, &ids).await?;
    let entries: BTreeMap<_, _> = entries.iter().map(|it| (it.ask, it)).collect();
    let cells = asks.iter().filter_map(|ask| {
        let (asked, entry) = (of.get(&ask.submission)?, entries.get(&ask.id)?);
        Some(CellProgress {
            unit: &ask.place.unit,
            indicator: &ask.place.indicator,
            is_filled: entry.content.is_filled(),
            standing: entry.standing,
            is_late: is_behind(asked, now),
        })
    });
    let progress = count(cells);
    let strategy = found.strategy.id;
    Ok(ShownProgress {
        catalogue: yanzhi_catalogue::catalogue(tx, scope, strategy).await?,
        directory: yanzhi_organisations::units(tx, scope, strategy).await?,
        asked,
        progress,
    })
}

/// Whether a submission came late, or is due and did not come.
pub(super) fn is_behind(asked: &Asked, now: Timestamp) -> bool {
    let is_open = matches!(
        asked.submission.state,
        SubmissionState::Draft | SubmissionState::Returned
    );
    asked.submission.is_late
        || is_open && asked.submission.submitted_at.is_none() && is_late(asked, now)
}
