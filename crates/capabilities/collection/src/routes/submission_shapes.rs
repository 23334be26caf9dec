//! Submissions as the API writes them.

use serde::Serialize;
use utoipa::ToSchema;
use yanzhi_web_kit::LocalText;

use super::round_shapes::{DeadlineShape, NamedCode};
use crate::{Asked, Transition};

/// What the organisations in reach report in a round.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SubmissionList {
    pub(super) items: Vec<SubmissionShape>,
}

/// What an organisation reports in a round.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Submission)]
pub(crate) struct SubmissionShape {
    #[schema(example = "annual-2025")]
    round: String,
    title: LocalText,
    /// `draft`, `open`, `closed`.
    #[schema(example = "open")]
    round_state: String,
    /// 1 or 2 reviews.
    #[schema(example = 1)]
    levels: i32,
    /// The organisation that was asked.
    organisation: NamedCode,
    /// `draft`, `submitted`, `endorsed`, `returned`, `approved`.
    #[schema(example = "draft")]
    state: String,
    /// By when it is due: the round's deadline, or its own where it got more time.
    due: DeadlineShape,
    is_extended: bool,
    /// Whether it was submitted after its deadline.
    is_late: bool,
    submitted_at: Option<String>,
    decided_at: Option<String>,
    /// For `If-Match`, as `"v3"`. Raised by every change, also of a cell.
    #[schema(example = 3)]
    version: i64,
}

/// What a step made of a submission.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = StepTaken)]
pub(crate) struct StepShape {
    /// `submit`, `endorse`, `approve`, `return`, `reopen`.
    #[schema(example = "submit")]
    step: String,
    /// The state that it led to.
    #[schema(example = "submitted")]
    state: String,
    #[schema(example = "2026-01-05T02:00:00Z")]
    at: String,
    is_late: bool,
    /// For `If-Match`, as `"v3"`.
    #[schema(example = 3)]
    version: i64,
}

impl SubmissionShape {
    pub(super) fn of(asked: &Asked) -> Self {
        let Asked {
            strategy,
            round,
            submission,
            organisation,
            ..
        } = asked;
        Self {
            round: round.code.to_string(),
            title: round.title.text().into(),
            round_state: round.state.to_string(),
            levels: round.levels.number(),
            organisation: NamedCode::of(organisation),
            state: submission.state.to_string(),
            due: DeadlineShape::of(submission.due(round), &strategy.time_zone),
            is_extended: submission.extended.is_some(),
            is_late: submission.is_late,
            submitted_at: submission.submitted_at.map(|at| at.to_string()),
            decided_at: submission.decided_at.map(|at| at.to_string()),
            version: submission.version,
        }
    }
}

impl StepShape {
    pub(super) fn of(transition: &Transition) -> Self {
        Self {
            step: transition.step.to_string(),
            state: transition.to.to_string(),
            at: transition.at.to_string(),
            is_late: transition.is_late,
            version: transition.version,
        }
    }
}
