//! Recording figures.

use std::collections::HashMap;

use yanzhi_audit::Event;
use yanzhi_kernel::{Actor, Digesting, Id, IdSource, Scope, Timestamp};
use yanzhi_organisations::Strategy;
use yanzhi_storage::{Turn, WriteTx};

use super::derive::{Computing, derivations, follow};
use crate::{
    Cell, Content, FiguresError, NewFigure, Provenance, Recorded,
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
/// audit log in this transaction unless it holds [`Turn::Figures`]; what was added is audited here. Derived figures that rest
/// on what was added are computed again.
///
/// # Errors
/// [`FiguresError::ReasonMissing`], [`FiguresError::OfferedTwice`] and [`FiguresError::Derived`], before anything is written; a failure of the
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
    let derivations = derivations(tx, scope, strategy).await?;
    if let Some(derivations) = &derivations {
        derivations.refuse_reported(&figures)?;
    }
    let written = write(tx, scope, ids, strategy, recording, figures).await?;
    if let Some(derivations) = &derivations {
        let computing = Computing {
            tx,
            scope,
            ids,
            recording,
        };
        follow(computing, derivations, &written.changed).await?;
    }
    Ok(written.recorded)
}

/// What was written.
pub(super) struct Written {
    pub(super) recorded: Recorded,
    /// The cells that have a new version.
    pub(super) changed: Vec<Cell>,
}

/// Writes versions and audits them; what rests on them is the caller's business.
pub(super) async fn write(
    tx: &WriteTx,
    scope: &Scope,
    ids: &dyn IdSource,
    strategy: Id<Strategy>,
    recording: Recording<'_>,
    figures: Vec<NewFigure>,
) -> Result<Written, FiguresError> {
    let figures = in_order(figures)?;
    let plan = plan(tx, strategy, recording.now, &figures).await?;
    plan.check_reasons(recording.reason)?;
    let mut changed = Vec::new();
    if !plan.changes_something() {
        let recorded = plan.recorded;
        return Ok(Written { recorded, changed });
    }
    let mut digesting = Digesting::default();
    let versions = figures
        .into_iter()
        .zip(plan.places)
        .filter_map(|(figure, place)| Some((figure, place?)))
        .inspect(|(figure, place)| {
            digest(&mut digesting, figure, *place);
            changed.push(figure.cell.clone());
        });
    let recorded_by = recording.recorded_by.unwrap_or(scope.actor()).to_string();
    append(tx, ids, strategy, &recording, &recorded_by, versions).await?;
    let event = Event::done("figure.record", format!("strategy:{strategy}"))
        .changing(None, Some(digesting.finish()));
    yanzhi_audit::record(tx, scope, recording.now, event).await?;
    let recorded = plan.recorded;
    Ok(Written { recorded, changed })
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
