//! The use cases: record figures, look them up.

use std::collections::BTreeMap;

use yanzhi_catalogue::Indicator;
use yanzhi_kernel::{Code, Id, IdSource, Reach, Scope, Timestamp};
use yanzhi_organisations::Strategy;
use yanzhi_storage::{ReadTx, WriteTx};

use crate::{Count, Figure, FiguresError, NewFigure, Reading, Recorded, Selection, rules, store};

/// The circumstances of a recording.
#[derive(Clone, Copy, Debug)]
pub struct Recording<'a> {
    /// When.
    pub now: Timestamp,
    /// Why figures that are there already get another value.
    pub reason: Option<&'a str>,
}

/// Records figures of a strategy: new ones are added, different ones become a new version, the same are left.
/// No row is ever updated.
///
/// # Errors
/// [`FiguresError::ReasonMissing`]; a failure of the database.
pub async fn record(
    tx: &WriteTx,
    scope: &Scope,
    ids: &dyn IdSource,
    strategy: Id<Strategy>,
    recording: Recording<'_>,
    figures: Vec<NewFigure>,
) -> Result<Recorded, FiguresError> {
    let known = self::figures(tx, scope, strategy, &Selection::default()).await?;
    let (versions, recorded) = rules::difference(&known, figures);
    rules::check_reason(recorded, recording.reason)?;
    store::append(tx, scope, ids, strategy, recording, versions).await?;
    Ok(recorded)
}

/// The figures of a strategy that the asker may see, each in the version that counts, ordered by cell.
///
/// # Errors
/// A failure of the database.
pub async fn figures(
    tx: &ReadTx,
    scope: &Scope,
    strategy: Id<Strategy>,
    selection: &Selection,
) -> Result<Vec<Figure>, FiguresError> {
    let released_at = released_at(scope);
    Ok(rules::current(
        store::versions(tx, strategy, selection, released_at).await?,
    ))
}

/// What the figures of one caliber say that the asker may see, as known at a moment, ordered by indicator,
/// unit and period.
///
/// # Errors
/// A failure of the database.
pub async fn readings(
    tx: &ReadTx,
    scope: &Scope,
    strategy: Id<Strategy>,
    caliber: &Code,
    as_of: Timestamp,
) -> Result<Vec<Reading>, FiguresError> {
    let selection = Selection {
        caliber: Some(caliber.clone()),
        as_of: Some(as_of),
        ..Selection::default()
    };
    store::reading::readings(tx, strategy, &selection, released_at(scope)).await
}

/// How many figures of a strategy the asker may see, by indicator, as known at a moment.
///
/// # Errors
/// A failure of the database.
pub async fn count_by_indicator(
    tx: &ReadTx,
    scope: &Scope,
    strategy: Id<Strategy>,
    as_of: Timestamp,
) -> Result<BTreeMap<Id<Indicator>, Count>, FiguresError> {
    store::count::by_indicator(tx, strategy, released_at(scope), as_of).await
}

/// The moment at which an embargo must be over; `None` when none matters.
fn released_at(scope: &Scope) -> Option<Timestamp> {
    match scope.reach() {
        Reach::Released { at } => Some(at),
        Reach::Everything => None,
    }
}
