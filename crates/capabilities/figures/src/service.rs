//! The use cases: record figures, look them up.

use std::collections::{BTreeMap, HashMap};

use yanzhi_audit::Event;
use yanzhi_catalogue::Indicator;
use yanzhi_kernel::{Actor, Code, Digesting, Id, IdSource, Reach, Scope, Timestamp};
use yanzhi_organisations::Strategy;
use yanzhi_storage::{ReadTx, Turn, WriteTx};

use crate::{
    Count, Figure, FiguresError, NewFigure, Provenance, Reading, Recorded, Selection,
    rules::{self, Place, Plan},
    store::{
        self, Visible,
        append::{CELLS_PER_LOOKUP, has_any, last_of},
    },
};

/// The circumstances of a recording.
#[derive(Clone, Copy, Debug)]
pub struct Recording<'a> {
    /// When.
    pub now: Timestamp,
    /// Which way the figures come in.
    pub provenance: Provenance,
    /// Why figures that are there already get another value, for those that do not say so themselves.
    pub reason: Option<&'a str>,
    /// Who reported them; the asker, when it is not given.
    pub recorded_by: Option<&'a Actor>,
    /// Who approved them, where somebody had to.
    pub approved_by: Option<&'a Actor>,
}

impl Recording<'_> {
    /// Without a reason: nothing may be corrected.
    pub const fn new(now: Timestamp, provenance: Provenance) -> Self {
        Self {
            now,
            provenance,
            reason: None,
            recorded_by: None,
            approved_by: None,
        }
    }
}

/// Records figures of a strategy: new ones are added, different ones become a new version, the same are left.
/// No row is ever updated. Recordings wait for each other until the end of their transactions, so that no two
/// give the same number to a version. Whoever calls it has decided that the asker may, and has not yet written to the
/// audit log in this transaction unless it holds [`Turn::Figures`]; what was added is audited here.
///
/// # Errors
/// [`FiguresError::ReasonMissing`] and [`FiguresError::OfferedTwice`], before anything is written; a failure of the
/// database, after which the transaction is to be dropped.
pub async fn record(
    tx: &WriteTx,
    scope: &Scope,
    ids: &dyn IdSource,
    strategy: Id<Strategy>,
    recording: Recording<'_>,
    figures: Vec<NewFigure>,
) -> Result<Recorded, FiguresError> {
    tx.take_turn(Turn::Figures).await?;
    let figures = rules::in_order(figures)?;
    let plan = plan(tx, strategy, recording.now, &figures).await?;
    plan.check_reasons(recording.reason)?;
    if !plan.changes_something() {
        return Ok(plan.recorded);
    }
    let mut digesting = Digesting::default();
    let versions = figures
        .into_iter()
        .zip(plan.places)
        .filter_map(|(figure, place)| Some((figure, place?)))
        .inspect(|(figure, place)| digest(&mut digesting, figure, *place));
    let recorded_by = recording.recorded_by.unwrap_or(scope.actor()).to_string();
    store::append::append(tx, ids, strategy, &recording, &recorded_by, versions).await?;
    let event = Event::done("figure.record", format!("strategy:{strategy}"))
        .changing(None, Some(digesting.finish()));
    yanzhi_audit::record(tx, scope, recording.now, event).await?;
    Ok(plan.recorded)
}

async fn plan(
    tx: &WriteTx,
    strategy: Id<Strategy>,
    now: Timestamp,
    figures: &[NewFigure],
) -> Result<Plan, FiguresError> {
    let is_first = !has_any(tx, strategy).await?;
    let mut plan = Plan::default();
    for offered in figures.chunks(CELLS_PER_LOOKUP) {
        let last = if is_first {
            HashMap::new()
        } else {
            last_of(tx, strategy, offered).await?
        };
        plan.add(&last, offered, now);
    }
    Ok(plan)
}

/// A line `indicator,unit,caliber,period,sequence,content` for each version, as the audit log fingerprints them.
fn digest(digesting: &mut Digesting, figure: &NewFigure, place: Place) {
    let cell = &figure.cell;
    let said = match &figure.content {
        crate::Content::Value(value) => value.text(),
        crate::Content::Missing(absence) => absence.reason.as_str(),
    };
    let (caliber, period, sequence) = (&cell.caliber, cell.period, place.sequence);
    digesting.add(format!(
        "{},{},{caliber},{period},{sequence},{said}\n",
        cell.indicator, cell.unit
    ));
}

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
