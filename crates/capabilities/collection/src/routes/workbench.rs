//! What somebody has to do.

use axum::{Json, extract::State};
use serde::Serialize;
use utoipa::ToSchema;
use yanzhi_web_kit::{Problem, Showing, Visitor};

use super::{Site, round_shapes::NamedCode, submission_shapes::SubmissionShape};
use crate::{CollectionError, Duty, service};

/// What somebody has to report, mend and review, the most pressing first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Workbench)]
pub(crate) struct WorkbenchShape {
    /// To be filled in.
    report: Vec<DutyShape>,
    /// To be filled in again: it was returned.
    mend: Vec<DutyShape>,
    /// To be decided.
    review: Vec<DutyShape>,
}

/// Something to do.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Duty)]
pub(crate) struct DutyShape {
    strategy: NamedCode,
    submission: SubmissionShape,
    cells: usize,
    filled: usize,
    returned: usize,
    /// `none`, `due_soon`: within three days, `overdue`.
    #[schema(example = "due_soon")]
    reminder: String,
}

/// What somebody has to report, mend and review, and by when, in all strategies.
#[utoipa::path(
    get, path = "/workbench", tag = "collection", operation_id = "show_workbench",
    responses((status = 200, body = WorkbenchShape), Showing)
)]
pub(crate) async fn show(
    State(site): State<Site>,
    visitor: Visitor,
) -> Result<Json<WorkbenchShape>, Problem> {
    let tx = site.db.read().await.map_err(CollectionError::from)?;
    let workbench = service::workbench(&tx, &visitor.scope, site.clock.now()).await?;
    let shapes = |duties: &[Duty]| duties.iter().map(DutyShape::of).collect();
    Ok(Json(WorkbenchShape {
        report: shapes(&workbench.report),
        mend: shapes(&workbench.mend),
        review: shapes(&workbench.review),
    }))
}

impl DutyShape {
    fn of(duty: &Duty) -> Self {
        let strategy = &duty.asked.strategy;
        Self {
            strategy: NamedCode {
                code: strategy.code.to_string(),
                name: (&strategy.name).into(),
            },
            submission: SubmissionShape::of(&duty.asked),
            cells: duty.cells,
            filled: duty.filled,
            returned: duty.returned,
            reminder: duty.reminder.to_string(),
        }
    }
}
