//! Recording figures.

use std::collections::HashMap;

use yanzhi_audit::Event;
use yanzhi_kernel::{Actor, Digesting, Id, IdSource, Scope, Timestamp};
use yanzhi_organisations::Strategy;
use yanzhi_storage::{Turn, WriteTx};

use crate::{
    Content, FiguresError, NewFigure, Provenance, Recorded,
    rules::recording::{Place, Plan, in_order},
    store::append::{CELLS_PER_LOOKUP, append, has_any, last_of},
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
    let figures = in_order(figures)?;
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
    append(tx, ids, strategy, &recording, &recorded_by, versions).await?;
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
        Content::Value(value) => value.text(),
        Content::Missing(absence) => absence.reason.as_str(),
    };
    let (caliber, period, sequence) = (&cell.caliber, cell.period, place.sequence);
    digesting.add(format!(
        "{},{},{caliber},{period},{sequence},{said}\n",
        cell.indicator, cell.unit
    ));
}
