//! What happened to a submission, and what was said about it.

use axum::{Json, extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use yanzhi_kernel::Code;
use yanzhi_web_kit::{ApiJson, ApiPath, Creating, Problem, Showing, Visitor};

use super::{Site, people::People, review::needed};
use crate::{CollectionError, Comment, Transition, service};

/// The steps of a submission, in their order.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct HistoryList {
    items: Vec<HistoryShape>,
}

/// One step.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = HistoryEntry)]
pub(crate) struct HistoryShape {
    /// `open`, `submit`, `endorse`, `approve`, `return`, `reopen`, `extend`.
    #[schema(example = "submit")]
    step: String,
    #[schema(example = "draft")]
    from: String,
    #[schema(example = "submitted")]
    to: String,
    #[schema(example = "2026-01-05T02:00:00Z")]
    at: String,
    /// The name of who did it.
    #[schema(example = "填报员")]
    by: String,
    comment: Option<String>,
    is_late: bool,
    /// The cells that were approved.
    approved: Vec<i64>,
    /// The cells that were returned, or taken up again.
    returned: Vec<i64>,
    /// The version of the submission after it.
    version: i64,
}

/// What was said, in its order.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CommentList {
    items: Vec<CommentShape>,
}

/// Something said.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Comment)]
pub(crate) struct CommentShape {
    /// The cell that it is about; null when it is about the whole.
    cell: Option<i64>,
    text: String,
    #[schema(example = "2026-01-05T02:00:00Z")]
    at: String,
    /// The name of who said it.
    #[schema(example = "审核员")]
    by: String,
}

/// Something to say.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AddComment {
    /// The cell that it is about.
    cell: Option<i64>,
    #[schema(example = "口径按统计年鉴")]
    text: String,
}

/// The steps of a submission: who did what when, and why.
#[utoipa::path(
    get, path = "/strategies/{strategy}/rounds/{round}/submissions/{organisation}/history", tag = "collection", operation_id = "show_submission_history",
    params(("strategy" = String, Path, description = "Its code", example = "ningbo"), ("round" = String, Path, description = "Its code", example = "annual-2025"), ("organisation" = String, Path, description = "The code of who was asked", example = "330203")),
    responses((status = 200, body = HistoryList), Showing)
)]
pub(crate) async fn show(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((strategy, round, organisation)): ApiPath<(Code, Code, Code)>,
) -> Result<Json<HistoryList>, Problem> {
    let tx = site.db.read().await.map_err(CollectionError::from)?;
    let codes = (&strategy, &round, &organisation);
    let history = service::history(&tx, &visitor.scope, codes).await?;
    let actors = history.transitions.iter().map(|it| it.actor.as_str());
    let people = People::of(&tx, actors).await?;
    let items = history.transitions.iter();
    Ok(Json(HistoryList {
        items: items.map(|it| HistoryShape::of(it, &people)).collect(),
    }))
}

/// What was said about a submission and its cells.
#[utoipa::path(
    get, path = "/strategies/{strategy}/rounds/{round}/submissions/{organisation}/comments", tag = "collection", operation_id = "list_comments",
    params(("strategy" = String, Path, description = "Its code", example = "ningbo"), ("round" = String, Path, description = "Its code", example = "annual-2025"), ("organisation" = String, Path, description = "The code of who was asked", example = "330203")),
    responses((status = 200, body = CommentList), Showing)
)]
pub(crate) async fn comments(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((strategy, round, organisation)): ApiPath<(Code, Code, Code)>,
) -> Result<Json<CommentList>, Problem> {
    let tx = site.db.read().await.map_err(CollectionError::from)?;
    let codes = (&strategy, &round, &organisation);
    let comments = service::comments(&tx, &visitor.scope, codes).await?;
    let people = People::of(&tx, comments.iter().map(|it| it.actor.as_str())).await?;
    Ok(Json(CommentList {
        items: comments
            .iter()
            .map(|it| CommentShape::of(it, &people))
            .collect(),
    }))
}

/// Says something about a submission, or one of its cells. Those who report, review or run the round do.
#[utoipa::path(
    post, path = "/strategies/{strategy}/rounds/{round}/submissions/{organisation}/comments", tag = "collection", operation_id = "add_comment", request_body = AddComment,
    params(("strategy" = String, Path, description = "Its code", example = "ningbo"), ("round" = String, Path, description = "Its code", example = "annual-2025"), ("organisation" = String, Path, description = "The code of who was asked", example = "330203")),
    responses((status = 201, body = CommentShape), Creating)
)]
pub(crate) async fn add(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((strategy, round, organisation)): ApiPath<(Code, Code, Code)>,
    ApiJson(said): ApiJson<AddComment>,
) -> Result<(StatusCode, Json<CommentShape>), Problem> {
    let said = (said.cell, needed(&said.text)?);
    let tx = site.begin().await?;
    let codes = (&strategy, &round, &organisation);
    let added = service::comment(&tx, site.doing(&visitor), codes, said).await?;
    let people = People::of(&tx, [added.actor.as_str()]).await?;
    tx.commit().await.map_err(CollectionError::from)?;
    Ok((StatusCode::CREATED, Json(CommentShape::of(&added, &people))))
}

impl HistoryShape {
    fn of(transition: &Transition, people: &People) -> Self {
        Self {
            step: transition.step.to_string(),
            from: transition.from.to_string(),
            to: transition.to.to_string(),
            at: transition.at.to_string(),
            by: people.name(&transition.actor),
            comment: transition.comment.clone(),
            is_late: transition.is_late,
            approved: transition.decided.approved.clone(),
            returned: transition.decided.returned.clone(),
            version: transition.version,
        }
    }
}

impl CommentShape {
    fn of(comment: &Comment, people: &People) -> Self {
        Self {
            cell: comment.cell,
            text: comment.remark.as_str().to_owned(),
            at: comment.at.to_string(),
            by: people.name(&comment.actor),
        }
    }
}
