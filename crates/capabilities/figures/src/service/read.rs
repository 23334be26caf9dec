//! Looking figures up.

use std::collections::BTreeMap;

use yanzhi_catalogue::Indicator;
use yanzhi_kernel::{
    Code, Id, Reach, Scope, Timestamp,
    access::{Action, Lack, Refusal, Span},
};
use yanzhi_organisations::{Strategy, Unit};
use yanzhi_storage::ReadTx;

use crate::{
    Cell, Count, Figure, FigurePage, FiguresError, Reading, Selection,
    store::{self, Visible},
};

/// The figures of a strategy that the asker may see, each in the version that counts, ordered by cell; also those that
/// say why there is no value.
///
/// # Errors
/// A failure of the database.
pub async fn figures(
    tx: &ReadTx,
    scope: &Scope,
    strategy: Id<Strategy>,
    selection: &Selection,
) -> Result<Vec<Figure>, FiguresError> {
    let visible = visible(tx, scope, strategy).await?;
    store::current::figures(tx, strategy, &visible, selection).await
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
    let visible = visible(tx, scope, strategy).await?;
    store::reading::readings(tx, strategy, &visible, &selection).await
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
    let visible = visible(tx, scope, strategy).await?;
    store::count::by_indicator(tx, strategy, &visible, as_of).await
}

/// What of a strategy's figures the asker may see: the organisations in reach become the units that they are scored as.
async fn visible(
    tx: &ReadTx,
    scope: &Scope,
    strategy: Id<Strategy>,
) -> Result<Visible, FiguresError> {
    let (at, offices) = match scope.reach() {
        Reach::Everything => return Ok(Visible::Everything),
        Reach::Released { at, but_all_of } => (at, but_all_of),
    };
    let but_all_of = yanzhi_organisations::units_scored_as(tx, strategy, &offices).await?;
    Ok(Visible::Released { at, but_all_of })
}

/// The figures of the units whose figures the asker may read, each in the version that counts, ordered by cell; at
/// most `limit`, those after a cell.
///
/// # Errors
/// A failure of the database.
pub async fn list(
    tx: &ReadTx,
    scope: &Scope,
    strategy: Id<Strategy>,
    selection: &Selection,
    after: Option<&Cell>,
    limit: usize,
) -> Result<FigurePage, FiguresError> {
    let units = readable(tx, scope, strategy).await?;
    let more = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    let mut figures =
        store::listing::page(tx, strategy, units.as_deref(), selection, after, more).await?;
    let has_more = figures.len() > limit;
    figures.truncate(limit);
    Ok(FigurePage { figures, has_more })
}

/// Every version of a cell, as known at a moment, the oldest first.
///
/// # Errors
/// [`FiguresError::Refused`] when the asker may not read the figures of the unit; a failure of the database.
pub async fn history(
    tx: &ReadTx,
    scope: &Scope,
    strategy: Id<Strategy>,
    cell: &Cell,
    as_of: Option<Timestamp>,
) -> Result<Vec<Figure>, FiguresError> {
    let units = readable(tx, scope, strategy).await?;
    if units.is_some_and(|units| !units.contains(&cell.unit)) {
        let refusal = Refusal::new(Action::FigureRead, Lack::Reach);
        return Err(FiguresError::Refused(refusal));
    }
    store::listing::versions(tx, strategy, cell, as_of).await
}

/// The units whose figures the asker may read with all that belongs to them; `None` when it is every unit.
pub(super) async fn readable(
    tx: &ReadTx,
    scope: &Scope,
    strategy: Id<Strategy>,
) -> Result<Option<Vec<Id<Unit>>>, FiguresError> {
    match scope.span(Action::FigureRead) {
        Span::Everywhere => Ok(None),
        Span::Organisations(offices) => {
            let units = yanzhi_organisations::units_scored_as(tx, strategy, &offices).await?;
            Ok(Some(units))
        }
    }
}
