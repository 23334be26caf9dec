//! Files that show where a figure comes from.

use std::io::Read as _;

use axum::{
    Json,
    body::{Body, Bytes},
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use futures_util::{StreamExt as _, stream};
use serde::{Deserialize, Serialize};
use tokio::task::spawn_blocking;
use utoipa::{IntoParams, ToSchema};
use yanzhi_kernel::{Code, Id};
use yanzhi_web_kit::{ApiPath, ApiQuery, Creating, Problem, Showing, Visitor};

use super::{Site, people::People};
use crate::{CollectionError, Evidence, EvidenceFolder, FileName, Incoming, Kept, service};

/// The files of a submission, in the order in which they came.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EvidenceList {
    items: Vec<EvidenceShape>,
}

/// A file.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Evidence)]
pub(crate) struct EvidenceShape {
    id: String,
    /// The cell that it belongs to; null when it belongs to the whole.
    cell: Option<i64>,
    #[schema(example = "决算表.pdf")]
    name: String,
    bytes: i64,
    /// SHA-256 in hexadecimal.
    sha256: String,
    #[schema(example = "2026-01-05T02:00:00Z")]
    at: String,
    /// The name of who added it.
    by: String,
}

/// What a file is called, and where it belongs.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct EvidenceQuery {
    /// What it is called.
    #[param(example = "决算表.pdf")]
    name: String,
    /// The cell that it belongs to.
    cell: Option<i64>,
}

/// Adds a file to a submission that may be filled in. The body is the file.
#[utoipa::path(
    post, path = "/strategies/{strategy}/rounds/{round}/submissions/{organisation}/evidence", tag = "collection", operation_id = "add_evidence",
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    params(("strategy" = String, Path, description = "Its code", example = "ningbo"), ("round" = String, Path, description = "Its code", example = "annual-2025"), ("organisation" = String, Path, description = "The code of who was asked", example = "330203"), EvidenceQuery),
    responses((status = 201, body = EvidenceShape), Creating)
)]
pub(crate) async fn add(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((strategy, round, organisation)): ApiPath<(Code, Code, Code)>,
    ApiQuery(query): ApiQuery<EvidenceQuery>,
    body: Body,
) -> Result<(StatusCode, Json<EvidenceShape>), Problem> {
    let codes = (&strategy, &round, &organisation);
    let most = room(&site, &visitor, codes).await?;
    let name = FileName::new(&query.name).ok_or(CollectionError::FileName)?;
    let kept = keep(site.evidence.clone(), most, body).await?;
    let tx = site.begin().await?;
    let doing = site.doing(&visitor);
    let file = (query.cell, name, kept);
    let added = service::add_evidence(&tx, doing, codes, &site.evidence, file).await?;
    let people = People::of(&tx, [added.actor.as_str()]).await?;
    tx.commit().await.map_err(CollectionError::from)?;
    Ok((
        StatusCode::CREATED,
        Json(EvidenceShape::of(&added, &people)),
    ))
}

/// How large a file may be that is added now.
async fn room(
    site: &Site,
    visitor: &Visitor,
    codes: (&Code, &Code, &Code),
) -> Result<u64, CollectionError> {
    let tx = site.db.read().await?;
    service::room_for_evidence(&tx, &visitor.scope, codes, &site.evidence).await
}

/// Takes a file in. No transaction is open meanwhile: it comes as slowly as its sender likes.
async fn keep(folder: EvidenceFolder, most: u64, body: Body) -> Result<Kept, CollectionError> {
    let mut incoming = aside(move || folder.begin(most)).await?;
    let mut chunks = body.into_data_stream();
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.map_err(|_| CollectionError::BrokenOff)?;
        incoming = aside(move || taken(incoming, &chunk)).await?;
    }
    aside(move || incoming.keep()).await
}

fn taken(mut incoming: Incoming, chunk: &Bytes) -> Result<Incoming, CollectionError> {
    incoming.take(chunk)?;
    Ok(incoming)
}

/// Does what waits for the disk on a thread of its own.
async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, CollectionError> + Send + 'static,
) -> Result<T, CollectionError> {
    let done = spawn_blocking(work).await;
    done.map_err(|_| CollectionError::BrokenOff)?
}

/// The files of a submission.
#[utoipa::path(
    get, path = "/strategies/{strategy}/rounds/{round}/submissions/{organisation}/evidence", tag = "collection", operation_id = "list_evidence",
    params(("strategy" = String, Path, description = "Its code", example = "ningbo"), ("round" = String, Path, description = "Its code", example = "annual-2025"), ("organisation" = String, Path, description = "The code of who was asked", example = "330203")),
    responses((status = 200, body = EvidenceList), Showing)
)]
pub(crate) async fn list(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((strategy, round, organisation)): ApiPath<(Code, Code, Code)>,
) -> Result<Json<EvidenceList>, Problem> {
    let tx = site.db.read().await.map_err(CollectionError::from)?;
    let codes = (&strategy, &round, &organisation);
    let files = service::evidence(&tx, &visitor.scope, codes).await?;
    let people = People::of(&tx, files.iter().map(|it| it.actor.as_str())).await?;
    Ok(Json(EvidenceList {
        items: files
            .iter()
            .map(|it| EvidenceShape::of(it, &people))
            .collect(),
    }))
}

/// A file, to be saved: it is never shown in the place of our pages, whatever it is.
#[utoipa::path(
    get, path = "/strategies/{strategy}/rounds/{round}/submissions/{organisation}/evidence/{id}", tag = "collection", operation_id = "download_evidence",
    params(("strategy" = String, Path, description = "Its code", example = "ningbo"), ("round" = String, Path, description = "Its code", example = "annual-2025"), ("organisation" = String, Path, description = "The code of who was asked", example = "330203"), ("id" = String, Path, description = "Its id")),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>), Showing)
)]
pub(crate) async fn download(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((strategy, round, organisation, id)): ApiPath<(Code, Code, Code, String)>,
) -> Result<Response, Problem> {
    let id: Id<Evidence> = id.parse().map_err(|_| CollectionError::UnknownEvidence)?;
    let tx = site.db.read().await.map_err(CollectionError::from)?;
    let codes = (&strategy, &round, &organisation);
    let found = service::evidence_file(&tx, &visitor.scope, codes, id).await?;
    drop(tx);
    let (folder, digest) = (site.evidence.clone(), found.digest.clone());
    let file = aside(move || folder.open(&digest)).await?;
    Ok(attachment(&found, Body::from_stream(chunks(file))))
}

/// The bytes of a file, as they are asked for.
fn chunks(file: std::fs::File) -> impl stream::Stream<Item = Result<Bytes, CollectionError>> {
    const CHUNK: usize = 64 * 1024;
    stream::try_unfold(file, |mut file| {
        aside(move || {
            let mut bytes = vec![0; CHUNK];
            let read = file.read(&mut bytes)?;
            bytes.truncate(read);
            Ok((read > 0).then(|| (Bytes::from(bytes), file)))
        })
    })
}

fn attachment(found: &Evidence, body: Body) -> Response {
    let mut response = Response::new(body);
    let headers = response.headers_mut();
    let name = percent_encoded(found.name.as_str());
    let disposition = format!("attachment; filename*=UTF-8''{name}");
    let tag = format!("\"{}\"", found.digest);
    for (header, value) in [
        (header::CONTENT_TYPE, "application/octet-stream"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; sandbox",
        ),
        (header::CONTENT_DISPOSITION, disposition.as_str()),
        (header::ETAG, tag.as_str()),
    ] {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(header, value);
        }
    }
    response
}

/// As RFC 8187 wants a name: everything but letters, digits and a few marks as its bytes in hexadecimal.
fn percent_encoded(name: &str) -> String {
    let byte = |byte: u8| match byte {
        b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'.' | b'-' | b'_' => {
            char::from(byte).to_string()
        }
        byte => format!("%{byte:02X}"),
    };
    name.bytes().map(byte).collect()
}

impl EvidenceShape {
    fn of(evidence: &Evidence, people: &People) -> Self {
        Self {
            id: evidence.id.to_string(),
            cell: evidence.cell,
            name: evidence.name.as_str().to_owned(),
            bytes: evidence.bytes,
            sha256: evidence.digest.to_string(),
            at: evidence.at.to_string(),
            by: people.name(&evidence.actor),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_a_header_is_plain_ascii() {
        assert_eq!(percent_encoded("决a.pdf"), "%E5%86%B3a.pdf");
        assert_eq!(percent_encoded("a b\"\r\n"), "a%20b%22%0D%0A");
    }
}
