//! The grid that somebody fills in or reviews.

use std::collections::{BTreeMap, BTreeSet};

use yanzhi_catalogue::Catalogue;
use yanzhi_figures::{Figure, Selection};
use yanzhi_kernel::{
    Code, Id, Scope, Timestamp,
    access::{Action, Resource, policy},
};
use yanzhi_organisations::{Directory, Unit};
use yanzhi_storage::ReadTx;

use super::{
    Asked,
    access::submission,
    taking::{is_late, state_after},
};
use crate::{
    Ask, CellContext, CollectionError, Entry, Finding, OneHand, Severity, Step, findings,
    rules::steps::{DecidedIn, decided_in, four_eyes},
    store,
};

/// A submission with its cells and all that they refer to.
#[derive(Clone, Debug)]
pub struct Grid {
    /// What is reported, of which round.
    pub asked: Asked,
    /// The cells, by number.
    pub cells: Vec<GridCell>,
    /// What they refer to.
    pub catalogue: Catalogue,
    /// What they refer to.
    pub directory: Directory,
    /// What there is to say about them.
    pub findings: Vec<Finding>,
    /// What the asker may do now.
    pub may: May,
    /// Whether the deadline has passed.
    pub is_overdue: bool,
}

/// A cell with what is known of it.
#[derive(Clone, Debug)]
pub struct GridCell {
    /// What is asked.
    pub ask: Ask,
    /// What is said.
    pub entry: Entry,
    /// The figure of the period before, where there is one.
    pub previous: Option<Figure>,
    /// How many comments are about it.
    pub comments: usize,
    /// How many files belong to it.
    pub evidence: usize,
}

/// What somebody may do with a submission now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a step of its own")]
pub struct May {
    /// Fill in.
    pub edit: bool,
    /// Hand in, when nothing blocks it.
    pub submit: bool,
    /// Endorse.
    pub endorse: bool,
    /// Approve.
    pub approve: bool,
    /// Return.
    pub return_it: bool,
    /// Take up again what was approved.
    pub reopen: bool,
    /// Why they do not decide, though they hold the role.
    pub one_hand: Option<OneHand>,
}

/// The grid of an organisation in a round.
///
/// # Errors
/// [`CollectionError::UnknownSubmission`], [`CollectionError::UnknownRound`]; a failure of the database.
pub async fn grid(
    tx: &ReadTx,
    scope: &Scope,
    now: Timestamp,
    codes: (&Code, &Code, &Code),
) -> Result<Grid, CollectionError> {
    let asked = submission(tx, scope, codes).await?;
    let catalogue = yanzhi_catalogue::catalogue(tx, scope, asked.strategy.id).await?;
    let directory = yanzhi_organisations::units(tx, scope, asked.strategy.id).await?;
    let cells = cells(tx, scope, &asked).await?;
    let may = may(tx, scope, &asked).await?;
    let mut findings = checked(&cells);
    if !is_reviewer(scope, &asked) {
        findings.retain(|it| it.severity != Severity::Hint);
    }
    Ok(Grid {
        is_overdue: is_late(&asked, now),
        asked,
        cells,
        catalogue,
        directory,
        findings,
        may,
    })
}

/// What there is to say about some cells.
pub(super) fn checked(cells: &[GridCell]) -> Vec<Finding> {
    let contexts = cells.iter().map(|cell| CellContext {
        number: cell.ask.number,
        place: &cell.ask.place,
        content: &cell.entry.content,
    });
    findings(&contexts.collect::<Vec<_>>())
}

/// The cells of a submission with what is known of them.
pub(super) async fn cells(
    tx: &ReadTx,
    scope: &Scope,
    asked: &Asked,
) -> Result<Vec<GridCell>, CollectionError> {
    let submission = asked.submission.id;
    let asks = store::ask::of_submission(tx, submission).await?;
    let entries = store::entry::of_submissions(tx, &BTreeSet::from([submission])).await?;
    let mut entries: BTreeMap<_, _> = entries.into_iter().map(|it| (it.ask, it)).collect();
    let comments = store::comment::of(tx, submission).await?;
    let comments = count(comments.iter().filter_map(|it| it.cell));
    let evidence = store::evidence::of(tx, submission).await?;
    let evidence = count(evidence.iter().filter_map(|it| it.cell));
    let mut previous = previous(tx, scope, asked, &asks).await?;
    let cells = asks.into_iter().filter_map(|ask| {
        let number = &ask.number;
        Some(GridCell {
            entry: entries.remove(&ask.id)?,
            previous: previous.remove(number),
            comments: comments.get(number).copied().unwrap_or_default(),
            evidence: evidence.get(number).copied().unwrap_or_default(),
            ask,
        })
    });
    Ok(cells.collect())
}

fn count(cells: impl Iterator<Item = i64>) -> BTreeMap<i64, usize> {
    let mut count = BTreeMap::new();
    for cell in cells {
        *count.entry(cell).or_default() += 1;
    }
    count
}

/// The figures of the periods before, by the number of the cell.
async fn previous(
    tx: &ReadTx,
    scope: &Scope,
    asked: &Asked,
    asks: &[Ask],
) -> Result<BTreeMap<i64, Figure>, CollectionError> {
    let units: BTreeSet<Id<Unit>> = asks.iter().map(|it| it.unit).collect();
    let indicators: BTreeSet<_> = asks.iter().map(|it| it.indicator).collect();
    let mut selection = Selection {
        indicators: indicators.into_iter().collect(),
        ..Selection::default()
    };
    if units.len() == 1 {
        selection.unit = units.first().copied();
    }
    let figures = yanzhi_figures::figures(tx, scope, asked.strategy.id, &selection).await?;
    let known: BTreeMap<_, _> = figures.iter().map(|it| (&it.said.cell, it)).collect();
    let previous = asks.iter().filter_map(|ask| {
        let cell = yanzhi_figures::Cell {
            indicator: ask.indicator,
            unit: ask.unit,
            caliber: ask.place.caliber.clone(),
            period: ask.place.period.previous()?,
        };
        Some((ask.number, (*known.get(&cell)?).clone()))
    });
    Ok(previous.collect())
}

/// What the asker may do with a submission now.
async fn may(tx: &ReadTx, scope: &Scope, asked: &Asked) -> Result<May, CollectionError> {
    let holds = |action, place| policy::check(scope, action, Resource::Organisation(place)).is_ok();
    let is_done = |step| state_after(asked, step).is_ok();
    let reports = holds(Action::SubmissionEdit, asked.answers);
    let mut may = May {
        edit: reports && is_done(Step::Edit),
        submit: reports && is_done(Step::Submit),
        reopen: holds(Action::SubmissionDecide, asked.answers) && is_done(Step::Reopen),
        ..May::default()
    };
    let place = match decided_in(asked.submission.state) {
        DecidedIn::Asked => asked.answers,
        DecidedIn::Asking => asked.round.organisation,
    };
    let decides = holds(Action::SubmissionDecide, place);
    let waits = is_done(Step::Endorse) || is_done(Step::Approve) || is_done(Step::Return);
    if decides && waits {
        let hands = store::hand::of(tx, asked.submission.id).await?;
        let endorsed_by = asked.submission.endorsed_by.as_deref();
        let eyes = four_eyes(&scope.actor().to_string(), &hands, endorsed_by);
        may.one_hand = eyes.err();
        may.endorse = eyes.is_ok() && is_done(Step::Endorse);
        may.approve = eyes.is_ok() && is_done(Step::Approve);
        may.return_it = eyes.is_ok() && is_done(Step::Return);
    }
    Ok(may)
}

/// Whether the asker reviews, here or for those who ask, and does not report: they see the hints, too.
fn is_reviewer(scope: &Scope, asked: &Asked) -> bool {
    let reviews = scope.span(Action::SubmissionDecide);
    let reports = scope.span(Action::SubmissionEdit);
    (reviews.contains(asked.answers) || reviews.contains(asked.round.organisation))
        && !reports.contains(asked.answers)
}
