//! Reading the log, and taking it away.

use std::sync::Arc;

use axum::{
    Json,
    body::{Body, Bytes},
    extract::State,
    http::header,
    response::{IntoResponse as _, Response},
};
use futures_util::stream;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema, openapi::OpenApi};
use utoipa_axum::{router::OpenApiRouter, routes};
use yanzhi_kernel::{
    Clock, Digest, Scope, Timestamp,
    access::{Action, OrganisationId},
};
use yanzhi_storage::Db;
use yanzhi_web_kit::{ApiJson, ApiQuery, Creating, Problem, Showing, Visitor, guarded};

use crate::{AuditError, Entry, Outcome, Search, begin_export, export, search};

/// Most entries of one answer.
const MOST: u64 = 500;

/// What the handlers work with.
#[derive(Clone)]
pub struct Site {
    /// The database.
    pub db: Db,
    /// The present.
    pub clock: Arc<dyn Clock>,
}

/// The routes, below `/api/v1`.
pub fn router(site: Site) -> OpenApiRouter {
    routes().with_state(site)
}

/// The description of the routes.
pub fn document() -> OpenApi {
    routes().into_openapi()
}

fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(guarded(Action::AuditRead, routes!(list)))
        .routes(guarded(Action::AuditExport, routes!(take_away)))
}

/// Which entries; what is left out does not matter.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct SearchQuery {
    /// Who, as the log writes it: `account:` and an id, `operator`, `public`.
    actor: Option<String>,
    /// Which use case, such as `account.invite`.
    #[param(example = "account.invite")]
    action: Option<String>,
    /// What it was done to.
    subject: Option<String>,
    /// The id of the organisation it was done in.
    #[param(value_type = Option<String>)]
    organisation: Option<OrganisationId>,
    /// `done`, `refused` or `failed`.
    #[param(inline)]
    outcome: Option<OutcomeWord>,
    /// From this moment.
    #[param(value_type = Option<String>, example = "2026-01-05T02:00:00Z")]
    from: Option<Timestamp>,
    /// Before this moment.
    #[param(value_type = Option<String>)]
    until: Option<Timestamp>,
    /// Older than this entry, as `next` said.
    before: Option<i64>,
    /// How many, 100 by default and 500 at most.
    limit: Option<u64>,
}

/// How an attempt ended.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum OutcomeWord {
    /// It was done.
    Done,
    /// It was not allowed.
    Refused,
    /// It was allowed and went wrong.
    Failed,
}

/// Some of the entries, the newest first.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EntryList {
    items: Vec<EntryShape>,
    /// To be asked for as `before` to see older ones; `null` when there are none.
    next: Option<i64>,
}

/// An entry.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AuditEntry)]
pub(crate) struct EntryShape {
    sequence: i64,
    at: String,
    actor: String,
    /// The session or token it was done with.
    via: Option<String>,
    action: String,
    subject: String,
    /// The id of the organisation it was done in.
    organisation: Option<String>,
    outcome: &'static str,
    reason: Option<String>,
    address: Option<String>,
    request: Option<String>,
    before: Option<String>,
    after: Option<String>,
    previous: String,
    hash: String,
}

/// How the entries are taken away.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TakeAway {
    format: FileFormat,
}

/// The format of a file.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum FileFormat {
    /// One JSON object a line, for programs that verify the chain.
    Jsonl,
    /// For spreadsheets.
    Csv,
}

/// The entries that one may see, the newest first.
#[utoipa::path(
    get, path = "/audit/entries", tag = "audit", operation_id = "list_audit_entries", params(SearchQuery),
    responses((status = 200, body = EntryList), Showing)
)]
pub(crate) async fn list(
    State(site): State<Site>,
    visitor: Visitor,
    ApiQuery(query): ApiQuery<SearchQuery>,
) -> Result<Json<EntryList>, Problem> {
    let limit = query.limit.unwrap_or(100).clamp(1, MOST);
    let tx = site.db.read().await.map_err(AuditError::from)?;
    let page = search(&tx, &visitor.scope, &query.into(), limit).await?;
    let next = page
        .entries
        .last()
        .filter(|_| page.has_more)
        .map(|it| it.sequence);
    let items = page.entries.iter().map(EntryShape::of).collect();
    Ok(Json(EntryList { items, next }))
}

/// Takes the entries that one may see away as a file, the newest first. That is an entry too.
#[utoipa::path(
    post, path = "/audit/export", tag = "audit", operation_id = "export_audit", request_body = TakeAway,
    responses((status = 200, description = "The file", content((String = "application/jsonl"), (String = "text/csv"))), Creating)
)]
pub(crate) async fn take_away(
    State(site): State<Site>,
    visitor: Visitor,
    ApiJson(asked): ApiJson<TakeAway>,
) -> Result<Response, Problem> {
    let tx = site.db.write().await.map_err(AuditError::from)?;
    let own = begin_export(&tx, &visitor.scope, site.clock.now()).await?;
    tx.commit().await.map_err(AuditError::from)?;
    let (kind, name) = match asked.format {
        FileFormat::Jsonl => ("application/jsonl; charset=utf-8", "audit.jsonl"),
        FileFormat::Csv => ("text/csv; charset=utf-8", "audit.csv"),
    };
    let disposition = format!("attachment; filename=\"{name}\"");
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    let file = file(site.db, visitor.scope, asked.format, own.sequence + 1);
    Ok((headers, file).into_response())
}

/// The file, page by page: a long log is never held as a whole.
fn file(db: Db, scope: Scope, format: FileFormat, before: i64) -> Body {
    let pages = stream::try_unfold((db, scope, Some(before), true), move |state| async move {
        let (db, scope, before, is_first) = state;
        let Some(before) = before else {
            return Ok::<_, AuditError>(None);
        };
        let wanted = Search {
            before: Some(before),
            ..Search::default()
        };
        let tx = db.read().await?;
        let page = search(&tx, &scope, &wanted, MOST).await?;
        drop(tx);
        let text = written(format, &page.entries, is_first)?;
        let next = page
            .entries
            .last()
            .filter(|_| page.has_more)
            .map(|it| it.sequence);
        Ok(Some((Bytes::from(text), (db, scope, next, false))))
    });
    Body::from_stream(pages)
}

fn written(format: FileFormat, entries: &[Entry], is_first: bool) -> Result<String, AuditError> {
    match format {
        FileFormat::Jsonl => Ok(entries.iter().map(export::json_line).collect()),
        FileFormat::Csv if is_first => Ok(export::csv_heading() + &export::csv_rows(entries)?),
        FileFormat::Csv => export::csv_rows(entries),
    }
}

impl From<SearchQuery> for Search {
    fn from(query: SearchQuery) -> Self {
        Self {
            actor: query.actor,
            action: query.action,
            subject: query.subject,
            organisation: query.organisation,
            outcome: query.outcome.map(|word| match word {
                OutcomeWord::Done => Outcome::Done,
                OutcomeWord::Refused => Outcome::Refused,
                OutcomeWord::Failed => Outcome::Failed,
            }),
            from: query.from,
            until: query.until,
            before: query.before,
        }
    }
}

impl EntryShape {
    fn of(entry: &Entry) -> Self {
        Self {
            sequence: entry.sequence,
            at: entry.at.to_string(),
            actor: entry.actor.clone(),
            via: entry.via.clone(),
            action: entry.action.clone(),
            subject: entry.subject.clone(),
            organisation: entry.organisation.map(|id| id.to_string()),
            outcome: entry.outcome.as_str(),
            reason: entry.reason.clone(),
            address: entry.address.clone(),
            request: entry.request.clone(),
            before: entry.before.as_ref().map(Digest::to_string),
            after: entry.after.as_ref().map(Digest::to_string),
            previous: entry.previous.to_string(),
            hash: entry.hash.to_string(),
        }
    }
}

impl From<AuditError> for Problem {
    fn from(error: AuditError) -> Self {
        match error {
            AuditError::Refused(refusal) => Self::refused(&refusal),
            error => {
                tracing::error!(%error, "request failed");
                Self::internal()
            }
        }
    }
}
