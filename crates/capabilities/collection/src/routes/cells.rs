//! Keeping what is typed.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use yanzhi_kernel::{Code, MissingReason};
use yanzhi_web_kit::{ApiJson, ApiPath, Creating, LocalText, Problem, Versioned, Visitor};

use super::Site;
use crate::{CellSaved, CollectionError, Entry, SavedCell, Typed, service};

/// What was typed into some cells.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TypedCells {
    cells: Vec<TypedShape>,
}

/// What was typed into a cell.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TypedCell)]
pub(crate) struct TypedShape {
    /// Its number.
    #[schema(example = 1)]
    cell: i64,
    /// The version of the cell that was seen; 0 when it was empty.
    #[schema(example = 0)]
    version: i64,
    /// As typed; empty for none.
    #[schema(example = "2.50")]
    text: String,
    /// Why there is no figure: `not_collected`, `not_applicable`, `confidential`, `not_yet_available`.
    #[schema(value_type = Option<String>, example = json!(null))]
    missing: Option<MissingReason>,
    /// What a reviewer or reader should know.
    explanation: Option<String>,
}

/// What has become of it, cell by cell.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SavedCells {
    /// The version of the submission now, for `If-Match`.
    #[schema(example = 4)]
    version: i64,
    cells: Vec<SavedShape>,
}

/// What has become of a cell.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SavedCell)]
pub(crate) struct SavedShape {
    #[schema(example = 1)]
    cell: i64,
    /// `saved`, `conflict`: somebody else typed something else meanwhile; `fault`: it cannot be kept.
    #[schema(example = "saved")]
    result: String,
    /// What stands there now: what was typed when it is saved, theirs when it is a conflict.
    now: Option<EntryShape>,
    /// Why it cannot be kept, and what to do.
    fault: Option<LocalText>,
}

/// What stands in a cell.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Entry)]
pub(crate) struct EntryShape {
    /// As typed.
    #[schema(example = "2.50")]
    text: String,
    /// The number that the text says, where it says one.
    #[schema(example = 2.5)]
    number: Option<f64>,
    /// Why there is no figure: `not_collected`, `not_applicable`, `confidential`, `not_yet_available`.
    missing: Option<String>,
    /// What a reviewer or reader should know.
    explanation: Option<String>,
    /// Whether it was generated for demonstration: 演示数据.
    is_synthetic: bool,
    /// `open`, `held`, `returned`, `approved`.
    #[schema(example = "open")]
    standing: String,
    /// Whether the cell may be filled in, as far as it is concerned.
    is_editable: bool,
    /// To be sent with a change of the cell.
    #[schema(example = 1)]
    version: i64,
    edited_at: Option<String>,
}

/// Keeps what was typed, cell by cell. A cell is refused alone: the others are kept. Sending the same again changes
/// nothing.
#[utoipa::path(
    put, path = "/strategies/{strategy}/rounds/{round}/submissions/{organisation}/cells", tag = "collection", operation_id = "save_cells", request_body = TypedCells,
    params(("strategy" = String, Path, description = "Its code", example = "ningbo"), ("round" = String, Path, description = "Its code", example = "annual-2025"), ("organisation" = String, Path, description = "The code of who was asked", example = "330203")),
    responses((status = 200, body = SavedCells), Creating)
)]
pub(crate) async fn save(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((strategy, round, organisation)): ApiPath<(Code, Code, Code)>,
    ApiJson(typed): ApiJson<TypedCells>,
) -> Result<Versioned<SavedCells>, Problem> {
    let typed = typed.cells.into_iter().map(Typed::from).collect();
    let tx = site.begin().await?;
    let codes = (&strategy, &round, &organisation);
    let saved = service::save_cells(&tx, site.doing(&visitor), codes, typed).await?;
    tx.commit().await.map_err(CollectionError::from)?;
    let (asked, cells) = saved;
    let version = asked.submission.version;
    let cells = cells.iter().map(SavedShape::of).collect();
    Ok(Versioned(version, SavedCells { version, cells }))
}

impl From<TypedShape> for Typed {
    fn from(typed: TypedShape) -> Self {
        Self {
            cell: typed.cell,
            version: typed.version,
            text: typed.text,
            missing: typed.missing,
            explanation: typed.explanation,
            is_synthetic: false,
        }
    }
}

impl SavedShape {
    fn of(saved: &SavedCell) -> Self {
        let (result, now, fault) = match &saved.result {
            CellSaved::Saved(now) => ("saved", Some(now), None),
            CellSaved::Conflict(theirs) => ("conflict", Some(theirs), None),
            CellSaved::Fault(fault, now) => ("fault", now.as_ref(), Some(fault)),
        };
        Self {
            cell: saved.cell,
            result: result.to_owned(),
            now: now.map(EntryShape::of),
            fault: fault.map(Into::into),
        }
    }
}

impl EntryShape {
    pub(super) fn of(entry: &Entry) -> Self {
        let content = &entry.content;
        Self {
            text: content.text.clone(),
            number: content.number,
            missing: content.missing.map(|it| it.to_string()),
            explanation: content.explanation.clone(),
            is_synthetic: content.is_synthetic,
            standing: entry.standing.to_string(),
            is_editable: entry.standing.is_editable(),
            version: entry.version,
            edited_at: entry.edited_at.map(|at| at.to_string()),
        }
    }
}
