//! How far a round is.

use axum::{Json, extract::State};
use serde::Serialize;
use utoipa::ToSchema;
use yanzhi_kernel::Code;
use yanzhi_web_kit::{ApiPath, LocalText, Problem, Showing, Visitor};

use super::{Site, round_shapes::NamedCode, submission_shapes::SubmissionShape};
use crate::{CollectionError, Tally, service};

/// How far a round is, of what may be seen: by unit and by indicator.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RoundProgress)]
pub(crate) struct ProgressShape {
    total: TallyShape,
    by_unit: Vec<NamedTally>,
    by_indicator: Vec<NamedTally>,
    /// What the organisations in reach report.
    submissions: Vec<SubmissionShape>,
}

/// A unit or an indicator, and how many of its cells are how far.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct NamedTally {
    #[serde(flatten)]
    named: NamedCode,
    #[serde(flatten)]
    tally: TallyShape,
}

/// How many cells are how far.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Tally)]
pub(crate) struct TallyShape {
    cells: usize,
    filled: usize,
    /// They wait for a decision.
    submitted: usize,
    returned: usize,
    approved: usize,
    /// They were handed in late, or are due and were not handed in.
    late: usize,
}

/// How far a round is: how complete and how late, by unit and by indicator, and never by person.
#[utoipa::path(
    get, path = "/strategies/{strategy}/rounds/{round}/progress", tag = "collection", operation_id = "show_round_progress",
    params(("strategy" = String, Path, description = "Its code", example = "ningbo"), ("round" = String, Path, description = "Its code", example = "annual-2025")),
    responses((status = 200, body = ProgressShape), Showing)
)]
pub(crate) async fn show(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((strategy, round)): ApiPath<(Code, Code)>,
) -> Result<Json<ProgressShape>, Problem> {
    let tx = site.db.read().await.map_err(CollectionError::from)?;
    let (scope, now, codes) = (&visitor.scope, site.clock.now(), (&strategy, &round));
    let shown = service::progress(&tx, scope, now, codes).await?;
    let units = shown.progress.by_unit.iter().map(|(code, tally)| {
        let unit = shown.directory.units.get(code);
        named(code, unit.map(|it| &it.details.name), tally)
    });
    let indicators = shown.progress.by_indicator.iter().map(|(code, tally)| {
        let indicator = shown.catalogue.indicators.get(code);
        named(code, indicator.map(|it| &it.details.name), tally)
    });
    Ok(Json(ProgressShape {
        total: TallyShape::of(&shown.progress.total),
        by_unit: units.collect(),
        by_indicator: indicators.collect(),
        submissions: shown.asked.iter().map(SubmissionShape::of).collect(),
    }))
}

fn named(code: &Code, name: Option<&yanzhi_kernel::Text>, tally: &Tally) -> NamedTally {
    NamedTally {
        named: NamedCode {
            code: code.to_string(),
            name: name.cloned().map_or_else(
                || LocalText::from(yanzhi_kernel::Text::same(code.as_str())),
                LocalText::from,
            ),
        },
        tally: TallyShape::of(tally),
    }
}

impl TallyShape {
    fn of(tally: &Tally) -> Self {
        Self {
            cells: tally.cells,
            filled: tally.filled,
            submitted: tally.submitted,
            returned: tally.returned,
            approved: tally.approved,
            late: tally.late,
        }
    }
}
