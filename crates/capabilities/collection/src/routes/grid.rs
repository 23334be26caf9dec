//! The grid that somebody fills in or reviews.

use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use yanzhi_catalogue::{Catalogue, Indicator};
use yanzhi_figures::{Figure, Value};
use yanzhi_kernel::{Code, Period};
use yanzhi_web_kit::{ApiPath, LocalText, Problem, Showing, Versioned, Visitor};

use super::{Site, cells::EntryShape, round_shapes::NamedCode, submission_shapes::SubmissionShape};
use crate::{CollectionError, Finding, Grid, GridCell, May, OneHand, service};

/// A submission with its cells. Each cell stands in a column (an indicator in a caliber) and a row (a unit in a period).
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Grid)]
pub(crate) struct GridShape {
    submission: SubmissionShape,
    /// Whether its deadline has passed.
    is_overdue: bool,
    may: MayShape,
    counts: CountsShape,
    columns: Vec<ColumnShape>,
    rows: Vec<RowShape>,
    /// By number.
    cells: Vec<CellShape>,
    /// What there is to say about the cells. Errors block, warnings need an explanation; `hint` is for reviewers alone.
    findings: Vec<FindingShape>,
}

/// What the asker may do now.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = May)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an operation of its own"
)]
pub(crate) struct MayShape {
    edit: bool,
    submit: bool,
    endorse: bool,
    approve: bool,
    #[serde(rename = "return")]
    return_it: bool,
    reopen: bool,
    /// Why they do not decide, though they hold the role: `reported`, `endorsed`.
    four_eyes: Option<String>,
}

/// How far it is.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GridCounts)]
pub(crate) struct CountsShape {
    cells: usize,
    filled: usize,
    returned: usize,
    approved: usize,
}

/// An indicator in a caliber.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GridColumn)]
pub(crate) struct ColumnShape {
    #[schema(example = "RD_GDP")]
    indicator: String,
    name: LocalText,
    measure_unit: LocalText,
    decimals: u8,
    definition: LocalText,
    /// `higher_is_better`, `lower_is_better`.
    #[schema(example = "higher_is_better")]
    direction: String,
    /// 口径
    caliber: NamedCode,
}

/// A unit in a period.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GridRow)]
pub(crate) struct RowShape {
    unit: NamedCode,
    #[schema(example = "2025")]
    period: String,
}

/// A cell.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GridCell)]
pub(crate) struct CellShape {
    /// Its number: what other operations call it.
    #[schema(example = 1)]
    cell: i64,
    /// The position of its column.
    #[schema(example = 0)]
    column: usize,
    /// The position of its row.
    #[schema(example = 0)]
    row: usize,
    #[serde(flatten)]
    entry: EntryShape,
    /// The figure of the period before.
    previous: Option<PreviousShape>,
    /// How many comments are about it.
    comments: usize,
    /// How many files belong to it.
    evidence: usize,
}

/// The figure of the period before.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PreviousFigure)]
pub(crate) struct PreviousShape {
    #[schema(example = "2024")]
    period: String,
    value: Option<f64>,
    /// As it was reported.
    value_text: Option<String>,
    /// Why there is none.
    missing: Option<String>,
    /// `estimate`, `flash`, `final`, `revised`.
    status: String,
    is_synthetic: bool,
}

/// Something to say about a cell.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Finding)]
pub(crate) struct FindingShape {
    #[schema(example = 1)]
    cell: i64,
    /// What it is, as a stable word.
    #[schema(example = "required")]
    code: String,
    /// `error`, `warning`, `hint`.
    #[schema(example = "error")]
    severity: String,
    message: LocalText,
}

/// The grid of an organisation in a round: what is asked, what is said, what the period before said, and what there is
/// to say about it.
#[utoipa::path(
    get, path = "/strategies/{strategy}/rounds/{round}/submissions/{organisation}", tag = "collection", operation_id = "show_submission",
    params(("strategy" = String, Path, description = "Its code", example = "ningbo"), ("round" = String, Path, description = "Its code", example = "annual-2025"), ("organisation" = String, Path, description = "The code of who was asked", example = "330203")),
    responses((status = 200, body = GridShape), Showing)
)]
pub(crate) async fn show(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((strategy, round, organisation)): ApiPath<(Code, Code, Code)>,
) -> Result<Versioned<GridShape>, Problem> {
    let tx = site.db.read().await.map_err(CollectionError::from)?;
    let (now, codes) = (site.clock.now(), (&strategy, &round, &organisation));
    let grid = service::grid(&tx, &visitor.scope, now, codes).await?;
    let version = grid.asked.submission.version;
    Ok(Versioned(version, GridShape::of(&grid)))
}

impl GridShape {
    fn of(grid: &Grid) -> Self {
        let mut axes = Axes::default();
        let cells = grid.cells.iter().map(|cell| CellShape::of(cell, &mut axes));
        let cells = cells.collect();
        let columns = axes.columns.iter();
        let columns = columns.filter_map(|it| ColumnShape::of(it, &grid.catalogue));
        Self {
            submission: SubmissionShape::of(&grid.asked),
            is_overdue: grid.is_overdue,
            may: MayShape::of(grid.may),
            counts: CountsShape::of(&grid.cells),
            columns: columns.collect(),
            rows: axes.rows.iter().map(|it| RowShape::of(it, grid)).collect(),
            cells,
            findings: grid.findings.iter().map(FindingShape::of).collect(),
        }
    }
}

/// The columns and rows in the order in which cells name them first.
#[derive(Default)]
struct Axes {
    columns: Vec<(Code, Code)>,
    rows: Vec<(Code, Period)>,
}

fn position<T: PartialEq>(list: &mut Vec<T>, wanted: T) -> usize {
    let known = list.iter().position(|it| *it == wanted);
    known.unwrap_or_else(|| {
        list.push(wanted);
        list.len() - 1
    })
}

impl CellShape {
    fn of(cell: &GridCell, axes: &mut Axes) -> Self {
        let place = &cell.ask.place;
        let column = (place.indicator.clone(), place.caliber.clone());
        Self {
            cell: cell.ask.number,
            column: position(&mut axes.columns, column),
            row: position(&mut axes.rows, (place.unit.clone(), place.period)),
            entry: EntryShape::of(&cell.entry),
            previous: cell.previous.as_ref().map(PreviousShape::of),
            comments: cell.comments,
            evidence: cell.evidence,
        }
    }
}

impl MayShape {
    fn of(may: May) -> Self {
        let word = |hand| match hand {
            OneHand::Reported => "reported".to_owned(),
            OneHand::Endorsed => "endorsed".to_owned(),
        };
        Self {
            edit: may.edit,
            submit: may.submit,
            endorse: may.endorse,
            approve: may.approve,
            return_it: may.return_it,
            reopen: may.reopen,
            four_eyes: may.one_hand.map(word),
        }
    }
}

impl CountsShape {
    fn of(cells: &[GridCell]) -> Self {
        let standing = |wanted| {
            let cells = cells.iter();
            cells.filter(|it| it.entry.standing == wanted).count()
        };
        let filled = cells.iter().filter(|it| it.entry.content.is_filled());
        Self {
            cells: cells.len(),
            filled: filled.count(),
            returned: standing(crate::Standing::Returned),
            approved: standing(crate::Standing::Approved),
        }
    }
}

impl ColumnShape {
    fn of((indicator, caliber): &(Code, Code), catalogue: &Catalogue) -> Option<Self> {
        let Indicator { details, .. } = catalogue.indicators.get(indicator)?;
        let named = catalogue.calibers.get(caliber);
        let name = named.map_or_else(
            || yanzhi_kernel::Text::same(caliber.as_str()),
            |it| it.name.clone(),
        );
        Some(Self {
            indicator: indicator.to_string(),
            name: (&details.name).into(),
            measure_unit: (&details.measure_unit).into(),
            decimals: details.decimals,
            definition: (&details.definition).into(),
            direction: details.direction.to_string(),
            caliber: NamedCode {
                code: caliber.to_string(),
                name: name.into(),
            },
        })
    }
}

impl RowShape {
    fn of((unit, period): &(Code, Period), grid: &Grid) -> Self {
        let named = grid.directory.units.get(unit);
        let name = named.map(|it| it.details.name.clone());
        Self {
            unit: NamedCode {
                code: unit.to_string(),
                name: name.unwrap_or_default().into(),
            },
            period: period.to_string(),
        }
    }
}

impl PreviousShape {
    fn of(figure: &Figure) -> Self {
        let said = &figure.said;
        Self {
            period: said.cell.period.to_string(),
            value: figure.value().map(Value::number),
            value_text: figure.value().map(|it| it.text().to_owned()),
            missing: said.content.absence().map(|it| it.reason.to_string()),
            status: said.status.to_string(),
            is_synthetic: said.is_synthetic,
        }
    }
}

impl FindingShape {
    pub(super) fn of(finding: &Finding) -> Self {
        Self {
            cell: finding.cell,
            code: finding.code.clone(),
            severity: finding.severity.to_string(),
            message: (&finding.message).into(),
        }
    }
}
