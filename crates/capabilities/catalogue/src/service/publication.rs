//! Publishing a draft, and retiring what was published.

use yanzhi_audit::Event;
use yanzhi_kernel::{Scope, Timestamp, access::Action};
use yanzhi_organisations::Strategy;
use yanzhi_storage::{Turn, WriteTx};

use super::{
    drafts::{draft_seen, stale},
    frameworks::{any_framework, check_draft},
    place, read,
};
use crate::{AnyFramework, CatalogueError, Framework, Origins, Retirement, Severity, rules, store};

/// Publishes a draft: from now on it never changes, and it is the version in force. Whoever has edited it does not
/// publish it.
///
/// # Errors
/// [`CatalogueError::Unsound`] with what is wrong, [`CatalogueError::OwnDraft`], [`CatalogueError::NotADraft`],
/// [`CatalogueError::Stale`], a refusal, a failure of the database.
pub async fn publish(
    tx: &WriteTx,
    scope: &Scope,
    now: Timestamp,
    strategy: &Strategy,
    seen: (&str, i64),
) -> Result<Framework, CatalogueError> {
    tx.take_turn(Turn::Catalogue).await?;
    place::may_change(tx, scope, Action::CataloguePublish).await?;
    let draft = draft_seen(tx, scope, strategy, seen).await?;
    let publisher = scope.actor().to_string();
    rules::check_editors(&draft, &publisher)?;
    let checked = check_draft(tx, scope, strategy, &draft).await?;
    let Some(content) = checked.content else {
        let findings = checked.findings.into_iter();
        return Err(CatalogueError::Unsound {
            version: draft.version,
            findings: findings
                .filter(|it| it.severity == Severity::Error)
                .collect(),
        });
    };
    let framework = Framework {
        id: draft.id,
        published_at: now,
        digest: rules::digest_of(&content)?,
        content,
        origins: Origins {
            copy_of: draft.copy_of.clone(),
            published_by: Some(publisher),
        },
    };
    let in_force = read::current_framework(tx, scope, strategy.id).await?;
    if !store::draft::remove(tx, &draft).await? {
        return Err(stale(&draft));
    }
    store::framework::add(tx, strategy.id, &framework).await?;
    let event = Event::done(
        Action::CataloguePublish.as_str(),
        format!("framework:{}/{}", strategy.code, draft.version),
    )
    .changing(in_force.map(|it| it.digest), Some(framework.digest.clone()));
    yanzhi_audit::record(tx, scope, now, event).await?;
    Ok(framework)
}

/// Retires a published version that is not in force any more. It stays as it was published.
///
/// # Errors
/// [`CatalogueError::InForce`], [`CatalogueError::StillADraft`], [`CatalogueError::AlreadyRetired`],
/// [`CatalogueError::Stale`], a refusal, a failure of the database.
pub async fn retire_framework(
    tx: &WriteTx,
    scope: &Scope,
    now: Timestamp,
    strategy: &Strategy,
    (version, revision): (&str, i64),
    reason: &str,
) -> Result<AnyFramework, CatalogueError> {
    tx.take_turn(Turn::Catalogue).await?;
    place::may_change(tx, scope, Action::CataloguePublish).await?;
    let framework = match any_framework(tx, scope, strategy, version).await? {
        AnyFramework::Published(framework, None) => framework,
        AnyFramework::Published(_, Some(_)) => {
            return Err(CatalogueError::AlreadyRetired(version.to_owned()));
        }
        AnyFramework::Draft(_) => return Err(CatalogueError::StillADraft(version.to_owned())),
    };
    if revision != 1 {
        return Err(CatalogueError::Stale {
            what: version.to_owned(),
            version: 1,
        });
    }
    let in_force = read::current_framework(tx, scope, strategy.id).await?;
    if in_force.is_some_and(|it| it.id == framework.id) {
        return Err(CatalogueError::InForce(version.to_owned()));
    }
    let retirement = Retirement {
        at: now,
        by: scope.actor().to_string(),
        reason: rules::reason(reason)?,
    };
    store::retirement::add(tx, framework.id, &retirement).await?;
    let subject = format!("framework:{}/{version}", strategy.code);
    let event = Event::done(Action::CataloguePublish.as_str(), subject)
        .changing(Some(framework.digest.clone()), None);
    yanzhi_audit::record(tx, scope, now, event).await?;
    Ok(AnyFramework::Published(framework, Some(retirement)))
}
