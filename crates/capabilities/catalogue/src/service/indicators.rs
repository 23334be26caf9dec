//! Seeing and editing indicators. Each change makes another version of the definition; a published framework goes on
//! with the one that it was published with.

use serde_json::json;
use std::collections::BTreeMap;
use yanzhi_audit::Event;
use yanzhi_kernel::{Code, Digest, IdSource, Scope, Timestamp, access::Action};
use yanzhi_organisations::{OrganisationsError, Strategy};
use yanzhi_storage::{ReadTx, Turn, WriteTx};

use super::{derivations::check_expressions, frameworks::frameworks, place};
use crate::{
    CatalogueError, FrameworkState, Indicator, IndicatorDetails, IndicatorRecord, IndicatorVersion,
    Uses, rules, store,
};

/// An indicator with the versions of the framework that use it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorView {
    /// The indicator.
    pub record: IndicatorRecord,
    /// The versions, with their states, in the order of the list of frameworks.
    pub used_by: Vec<String>,
}

/// The indicators of a strategy by code, retired ones too.
///
/// # Errors
/// A refusal, a failure of the database.
pub async fn indicators(
    tx: &ReadTx,
    scope: &Scope,
    strategy: &Strategy,
) -> Result<Vec<IndicatorView>, CatalogueError> {
    place::may_read(scope)?;
    let mut uses = uses(tx, scope, strategy, |_| true).await?;
    let records = store::indicator::all(tx, strategy.id).await?;
    let views = records.into_iter().map(|(code, record)| IndicatorView {
        record,
        used_by: uses.remove(&code).unwrap_or_default(),
    });
    Ok(views.collect())
}

/// What an indicator said when, in order.
///
/// # Errors
/// [`CatalogueError::UnknownIndicator`], a refusal, a failure of the database.
pub async fn indicator_history(
    tx: &ReadTx,
    scope: &Scope,
    strategy: &Strategy,
    code: &Code,
) -> Result<Vec<IndicatorVersion>, CatalogueError> {
    place::may_read(scope)?;
    let record = known(tx, strategy, code).await?;
    let id = record.indicator.id;
    let mut found = store::indicator_version::of(tx, std::iter::once(id)).await?;
    Ok(found.remove(&id).unwrap_or_default())
}

/// Adds an indicator.
///
/// # Errors
/// [`CatalogueError::CodeTaken`], [`CatalogueError::InvalidField`], a refusal, a failure of the database.
pub async fn add_indicator(
    tx: &WriteTx,
    scope: &Scope,
    ids: &dyn IdSource,
    now: Timestamp,
    strategy: &Strategy,
    details: IndicatorDetails,
) -> Result<IndicatorView, CatalogueError> {
    tx.take_turn(Turn::Catalogue).await?;
    place::may_change(tx, scope, Action::CatalogueEdit).await?;
    let taken = store::indicator::by_code(tx, strategy.id, &details.code).await?;
    if taken.is_some() {
        return Err(CatalogueError::CodeTaken(details.code));
    }
    check(tx, scope, strategy, &details).await?;
    let record = IndicatorRecord {
        indicator: Indicator {
            id: ids.next(now),
            details,
        },
        version: 1,
        retired_at: None,
    };
    store::indicator::save_all(tx, strategy.id, std::slice::from_ref(&record)).await?;
    note(tx, scope, now, &record, String::new()).await?;
    log(tx, scope, now, strategy, (None, &record)).await?;
    Ok(IndicatorView {
        record,
        used_by: Vec::new(),
    })
}

/// Gives an indicator another definition from now on. The one before stays known, and stays that of the frameworks that
/// were published with it.
///
/// # Errors
/// [`CatalogueError::Stale`], [`CatalogueError::InvalidField`], a refusal, a failure of the database.
pub async fn change_indicator(
    tx: &WriteTx,
    scope: &Scope,
    now: Timestamp,
    strategy: &Strategy,
    (code, version): (&Code, i64),
    change: impl FnOnce(&mut IndicatorDetails),
    reason: &str,
) -> Result<IndicatorView, CatalogueError> {
    tx.take_turn(Turn::Catalogue).await?;
    place::may_change(tx, scope, Action::CatalogueEdit).await?;
    let before = seen(tx, strategy, (code, version)).await?;
    let mut after = before.clone();
    change(&mut after.indicator.details);
    if after != before {
        let reason = rules::reason(reason)?;
        check(tx, scope, strategy, &after.indicator.details).await?;
        check_expressions(tx, strategy.id, &after).await?;
        after.version += 1;
        save(tx, strategy, &after).await?;
        note(tx, scope, now, &after, reason).await?;
        log(tx, scope, now, strategy, (Some(&before), &after)).await?;
    }
    view(tx, scope, strategy, after).await
}

/// Retires an indicator: it stays known, and takes no part in new versions of the framework.
///
/// # Errors
/// [`CatalogueError::IndicatorInUse`], [`CatalogueError::Stale`], a refusal, a failure of the database.
pub async fn retire_indicator(
    tx: &WriteTx,
    scope: &Scope,
    now: Timestamp,
    strategy: &Strategy,
    (code, version): (&Code, i64),
    reason: &str,
) -> Result<IndicatorView, CatalogueError> {
    tx.take_turn(Turn::Catalogue).await?;
    place::may_change(tx, scope, Action::CatalogueEdit).await?;
    let before = seen(tx, strategy, (code, version)).await?;
    if before.retired_at.is_some() {
        return Err(CatalogueError::AlreadyRetired(code.to_string()));
    }
    let reason = rules::reason(reason)?;
    let in_force = super::current_framework(tx, scope, strategy.id).await?;
    let in_force = in_force.map(|it| it.content.version);
    let mut uses = uses(tx, scope, strategy, |(version, state)| {
        state == FrameworkState::Draft || Some(version) == in_force.as_deref()
    })
    .await?;
    if let Some(versions) = uses.remove(code) {
        return Err(CatalogueError::IndicatorInUse {
            indicator: code.clone(),
            versions,
        });
    }
    let mut after = before.clone();
    after.retired_at = Some(now);
    after.version += 1;
    save(tx, strategy, &after).await?;
    note(tx, scope, now, &after, reason).await?;
    log(tx, scope, now, strategy, (Some(&before), &after)).await?;
    view(tx, scope, strategy, after).await
}

async fn view(
    tx: &ReadTx,
    scope: &Scope,
    strategy: &Strategy,
    record: IndicatorRecord,
) -> Result<IndicatorView, CatalogueError> {
    let mut uses = uses(tx, scope, strategy, |_| true).await?;
    let used_by = uses.remove(&record.indicator.details.code);
    Ok(IndicatorView {
        record,
        used_by: used_by.unwrap_or_default(),
    })
}

/// Which versions of the framework use each indicator.
async fn uses(
    tx: &ReadTx,
    scope: &Scope,
    strategy: &Strategy,
    counts: impl Fn((&str, FrameworkState)) -> bool,
) -> Result<Uses, CatalogueError> {
    let mut uses: Uses = BTreeMap::new();
    for framework in frameworks(tx, scope, strategy).await? {
        if !counts((framework.version(), framework.state())) {
            continue;
        }
        for node in framework.content().nodes {
            let indicator = node.indicator.and_then(|it| it.parse::<Code>().ok());
            let versions = indicator.map(|it| uses.entry(it).or_default());
            if let Some(versions) = versions {
                versions.push(framework.version().to_owned());
            }
        }
    }
    Ok(uses)
}

async fn known(
    tx: &ReadTx,
    strategy: &Strategy,
    code: &Code,
) -> Result<IndicatorRecord, CatalogueError> {
    let found = store::indicator::by_code(tx, strategy.id, code).await?;
    found.ok_or_else(|| CatalogueError::UnknownIndicator(code.clone()))
}

async fn seen(
    tx: &ReadTx,
    strategy: &Strategy,
    (code, version): (&Code, i64),
) -> Result<IndicatorRecord, CatalogueError> {
    let record = known(tx, strategy, code).await?;
    if record.version == version {
        return Ok(record);
    }
    Err(stale(&record))
}

fn stale(record: &IndicatorRecord) -> CatalogueError {
    CatalogueError::Stale {
        what: record.indicator.details.code.to_string(),
        version: record.version,
    }
}

/// Checks a definition by itself, and that its owner and its source are there.
async fn check(
    tx: &ReadTx,
    scope: &Scope,
    strategy: &Strategy,
    details: &IndicatorDetails,
) -> Result<(), CatalogueError> {
    rules::check_details(details)?;
    let Some(owner) = &details.owner else {
        return Err(rules::invalid(
            "owner",
            "请选择负责该指标的单位",
            "choose the organisation that answers for it",
        ));
    };
    match yanzhi_organisations::organisation(tx, scope, owner).await {
        Ok(organisation) if organisation.closed_at.is_none() => {}
        Ok(_) | Err(OrganisationsError::UnknownOrganisation { .. }) => {
            return Err(rules::invalid(
                "owner",
                format!("没有在运行的组织机构 {owner}：请从列表中选择"),
                format!("there is no open organisation {owner}: choose one from the list"),
            ));
        }
        Err(error) => return Err(error.into()),
    }
    let sources = store::source::all(tx, strategy.id).await?;
    match &details.source {
        Some(source) if !sources.contains_key(source) => Err(rules::invalid(
            "source",
            format!("没有来源 {source}：请从列表中选择"),
            format!("there is no source {source}: choose one from the list"),
        )),
        _ => Ok(()),
    }
}

async fn save(
    tx: &WriteTx,
    strategy: &Strategy,
    after: &IndicatorRecord,
) -> Result<(), CatalogueError> {
    if store::indicator::save(tx, strategy.id, after).await? {
        return Ok(());
    }
    Err(stale(after))
}

async fn note(
    tx: &WriteTx,
    scope: &Scope,
    now: Timestamp,
    record: &IndicatorRecord,
    reason: String,
) -> Result<(), CatalogueError> {
    let said = IndicatorVersion {
        version: record.version,
        since: now,
        by: scope.actor().to_string(),
        reason,
        details: record.indicator.details.clone(),
    };
    store::indicator_version::add(tx, std::iter::once((record.indicator.id, &said))).await
}

async fn log(
    tx: &WriteTx,
    scope: &Scope,
    now: Timestamp,
    strategy: &Strategy,
    (before, after): (Option<&IndicatorRecord>, &IndicatorRecord),
) -> Result<(), CatalogueError> {
    let code = &after.indicator.details.code;
    let subject = format!("indicator:{}/{code}", strategy.code);
    let event = Event::done(Action::CatalogueEdit.as_str(), subject)
        .changing(before.map(digest), Some(digest(after)));
    yanzhi_audit::record(tx, scope, now, event).await?;
    Ok(())
}

/// The fingerprint of an indicator, for the audit log.
fn digest(record: &IndicatorRecord) -> Digest {
    let fields = record.indicator.details.fields();
    let said = json!([
        record.indicator.details.code,
        record.version,
        record.retired_at,
        fields,
    ]);
    Digest::of(said.to_string())
}
