//! Beginning, editing and discarding drafts.

use yanzhi_audit::Event;
use yanzhi_kernel::{Code, Digest, IdSource, Scope, Timestamp, access::Action};
use yanzhi_organisations::Strategy;
use yanzhi_storage::{ReadTx, Turn, WriteTx};

use super::{frameworks::any_framework, place};
use crate::{AnyFramework, CatalogueError, Draft, DraftContent, rules, store};

/// A draft to be begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDraft {
    /// The version it will be.
    pub version: Code,
    /// The version to begin with; `None` begins with an empty tree.
    pub copy_of: Option<String>,
}

/// Begins a draft, empty or as a copy.
///
/// # Errors
/// [`CatalogueError::VersionTaken`], [`CatalogueError::UnknownFramework`], a refusal, a failure of the database.
pub async fn create_draft(
    tx: &WriteTx,
    scope: &Scope,
    ids: &dyn IdSource,
    now: Timestamp,
    strategy: &Strategy,
    new: NewDraft,
) -> Result<Draft, CatalogueError> {
    tx.take_turn(Turn::Catalogue).await?;
    place::may_change(tx, scope, Action::CatalogueEdit).await?;
    let version = new.version.to_string();
    match any_framework(tx, scope, strategy, &version).await {
        Ok(_) => return Err(CatalogueError::VersionTaken(version)),
        Err(CatalogueError::UnknownFramework(_)) => {}
        Err(error) => return Err(error),
    }
    let content = match &new.copy_of {
        Some(other) => any_framework(tx, scope, strategy, other).await?.content(),
        None => DraftContent::empty(),
    };
    let draft = Draft {
        id: ids.next(now),
        version,
        copy_of: new.copy_of,
        content,
        revision: 1,
        created_at: now,
        edited_at: now,
        editors: vec![scope.actor().to_string()],
    };
    store::draft::add(tx, strategy.id, &draft).await?;
    log(tx, scope, now, strategy, (None, Some(&draft))).await?;
    Ok(draft)
}

/// Makes a draft say something else: the whole of it.
///
/// # Errors
/// [`CatalogueError::NotADraft`], [`CatalogueError::Stale`], a refusal, a failure of the database.
pub async fn edit_draft(
    tx: &WriteTx,
    scope: &Scope,
    now: Timestamp,
    strategy: &Strategy,
    seen: (&str, i64),
    content: DraftContent,
) -> Result<Draft, CatalogueError> {
    tx.take_turn(Turn::Catalogue).await?;
    place::may_change(tx, scope, Action::CatalogueEdit).await?;
    rules::check_size(&content)?;
    let before = draft_seen(tx, scope, strategy, seen).await?;
    if before.content == content {
        return Ok(before);
    }
    let mut after = Draft {
        content,
        revision: before.revision + 1,
        edited_at: now,
        ..before.clone()
    };
    let editor = scope.actor().to_string();
    after.editors.retain(|it| *it != editor);
    after.editors.push(editor);
    if !store::draft::save(tx, strategy.id, &after).await? {
        return Err(stale(&before));
    }
    log(tx, scope, now, strategy, (Some(&before), Some(&after))).await?;
    Ok(after)
}

/// Takes a draft away.
///
/// # Errors
/// As [`edit_draft`].
pub async fn discard_draft(
    tx: &WriteTx,
    scope: &Scope,
    now: Timestamp,
    strategy: &Strategy,
    seen: (&str, i64),
) -> Result<(), CatalogueError> {
    tx.take_turn(Turn::Catalogue).await?;
    place::may_change(tx, scope, Action::CatalogueEdit).await?;
    let before = draft_seen(tx, scope, strategy, seen).await?;
    if !store::draft::remove(tx, &before).await? {
        return Err(stale(&before));
    }
    log(tx, scope, now, strategy, (Some(&before), None)).await
}

/// A draft at the revision that was seen.
pub(super) async fn draft_seen(
    tx: &ReadTx,
    scope: &Scope,
    strategy: &Strategy,
    (version, revision): (&str, i64),
) -> Result<Draft, CatalogueError> {
    match any_framework(tx, scope, strategy, version).await? {
        AnyFramework::Published(..) => Err(CatalogueError::NotADraft(version.to_owned())),
        AnyFramework::Draft(draft) if draft.revision != revision => Err(stale(&draft)),
        AnyFramework::Draft(draft) => Ok(draft),
    }
}

pub(super) fn stale(draft: &Draft) -> CatalogueError {
    CatalogueError::Stale {
        what: draft.version.clone(),
        version: draft.revision,
    }
}

async fn log(
    tx: &WriteTx,
    scope: &Scope,
    now: Timestamp,
    strategy: &Strategy,
    (before, after): (Option<&Draft>, Option<&Draft>),
) -> Result<(), CatalogueError> {
    let version = after.or(before).map_or("", |draft| &draft.version);
    let subject = format!("framework:{}/{version}", strategy.code);
    let event = Event::done(Action::CatalogueEdit.as_str(), subject)
        .changing(before.map(digest), after.map(digest));
    yanzhi_audit::record(tx, scope, now, event).await?;
    Ok(())
}

/// The fingerprint of a draft, for the audit log.
fn digest(draft: &Draft) -> Digest {
    let said = serde_json::json!([draft.version, draft.copy_of, draft.revision, draft.content]);
    Digest::of(said.to_string())
}
