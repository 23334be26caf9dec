//! What is approved becomes a version of a figure.

use yanzhi_figures::{Absence, Cell, Content, NewFigure, Provenance, Recording, Selection, Value};
use yanzhi_kernel::{Actor, ObservationStatus};
use yanzhi_storage::WriteTx;

use super::{Asked, Doing, grid::GridCell};
use crate::{CollectionError, Remark, Step, Transition, store};

/// Records the figures of approved cells.
pub(super) async fn record(
    tx: &WriteTx,
    doing: Doing<'_>,
    asked: &Asked,
    approved: &[&GridCell],
    comment: Option<&Remark>,
) -> Result<(), CollectionError> {
    if approved.is_empty() {
        return Ok(());
    }
    let history = store::transition::of(tx, asked.submission.id).await?;
    let reason = reason(asked, &history, comment);
    let reporter = reporter(&history);
    let provenance = Provenance::Submission(asked.submission.id.uuid());
    let recording = Recording {
        reason: Some(&reason),
        recorded_by: reporter.as_ref(),
        approved_by: Some(doing.scope.actor()),
        ..Recording::new(doing.now, provenance)
    };
    let selection = Selection {
        indicators: approved.iter().map(|it| it.ask.indicator).collect(),
        ..Selection::default()
    };
    let strategy = asked.strategy.id;
    let known = yanzhi_figures::figures(tx, doing.scope, strategy, &selection).await?;
    let was_final = |cell: &Cell| {
        let known = known.iter().find(|it| it.said.cell == *cell);
        known.is_some_and(|it| is_settled(it.said.status))
    };
    let figures = approved
        .iter()
        .filter_map(|it| figure(asked, it, was_final));
    let figures = figures.collect::<Result<Vec<_>, _>>()?;
    yanzhi_figures::record(tx, doing.scope, doing.ids, strategy, recording, figures).await?;
    Ok(())
}

const fn is_settled(status: ObservationStatus) -> bool {
    matches!(
        status,
        ObservationStatus::Final | ObservationStatus::Revised
    )
}

fn figure(
    asked: &Asked,
    cell: &GridCell,
    was_final: impl Fn(&Cell) -> bool,
) -> Option<Result<NewFigure, CollectionError>> {
    let said = &cell.entry.content;
    let place = Cell {
        indicator: cell.ask.indicator,
        unit: cell.ask.unit,
        caliber: cell.ask.place.caliber.clone(),
        period: cell.ask.place.period,
    };
    // What was final is revised, and not final a second time.
    let status = match asked.round.plan.status {
        ObservationStatus::Final if was_final(&place) => ObservationStatus::Revised,
        status => status,
    };
    let content = match said.missing {
        Some(reason) => Ok(Content::Missing(Absence {
            reason,
            note: said.explanation.clone(),
        })),
        None => Value::new(said.number?, said.text.clone()).map(Content::Value),
    };
    Some(
        content
            .map_err(CollectionError::from)
            .map(|content| NewFigure {
                status,
                is_synthetic: said.is_synthetic,
                explanation: said.explanation.clone(),
                ..NewFigure::new(place, content)
            }),
    )
}

/// Why figures that are there already get another value: what was said when the cells were taken up again, or now.
fn reason(asked: &Asked, history: &[Transition], comment: Option<&Remark>) -> String {
    let mut reopened = history.iter().rev().filter(|it| it.step == Step::Reopen);
    let said = comment.map(Remark::as_str);
    let said = said.or_else(|| reopened.next()?.comment.as_deref());
    let round = format!("{} ({})", asked.round.code, asked.organisation.code);
    said.map_or_else(|| round.clone(), |said| format!("{round}: {said}"))
}

/// Who reported what is approved: whoever handed it in last.
fn reporter(history: &[Transition]) -> Option<Actor> {
    let mut submitted = history.iter().rev().filter(|it| it.step == Step::Submit);
    let actor = submitted.next()?.actor.as_str();
    match actor.strip_prefix("account:") {
        Some(id) => id.parse().ok().map(Actor::Account),
        None => Some(Actor::Operator),
    }
}
