//! Seeing, checking and comparing versions of the framework.

use std::collections::BTreeMap;

use yanzhi_kernel::{Code, Scope};
use yanzhi_organisations::Strategy;
use yanzhi_storage::ReadTx;

use super::place;
use crate::{
    AnyFramework, CatalogueError, Checked, Compared, Comparison, Draft, IndicatorDetails, Known,
    check, compare, store, version_at,
};

/// A version of the framework with the definitions that it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct FrameworkView {
    /// The version.
    pub framework: AnyFramework,
    /// What the indicators of the strategy say for it.
    pub definitions: BTreeMap<Code, IndicatorDetails>,
}

/// The versions of a strategy: what was published, the oldest first, then drafts.
///
/// # Errors
/// A refusal, a failure of the database.
pub async fn frameworks(
    tx: &ReadTx,
    scope: &Scope,
    strategy: &Strategy,
) -> Result<Vec<AnyFramework>, CatalogueError> {
    place::may_read(scope)?;
    let published = store::framework::all(tx, strategy.id).await?;
    let ids = published.iter().map(|it| it.id);
    let mut retired = store::retirement::of(tx, ids).await?;
    let published = published.into_iter().map(|framework| {
        let retirement = retired.remove(&framework.id);
        AnyFramework::Published(framework, retirement)
    });
    let mut all: Vec<AnyFramework> = published.collect();
    let drafts = store::draft::all(tx, strategy.id).await?;
    all.extend(drafts.into_iter().map(AnyFramework::Draft));
    Ok(all)
}

/// A version of any state.
///
/// # Errors
/// [`CatalogueError::UnknownFramework`], a refusal, a failure of the database.
pub async fn any_framework(
    tx: &ReadTx,
    scope: &Scope,
    strategy: &Strategy,
    version: &str,
) -> Result<AnyFramework, CatalogueError> {
    place::may_read(scope)?;
    if let Some(published) = store::framework::by_version(tx, strategy.id, version).await? {
        let id = published.id;
        let mut retired = store::retirement::of(tx, std::iter::once(id)).await?;
        return Ok(AnyFramework::Published(published, retired.remove(&id)));
    }
    let draft = store::draft::by_version(tx, strategy.id, version).await?;
    let draft = draft.ok_or_else(|| CatalogueError::UnknownFramework(version.to_owned()))?;
    Ok(AnyFramework::Draft(draft))
}

impl FrameworkView {
    /// A version with the definitions that it rests on.
    ///
    /// # Errors
    /// A failure of the database.
    pub async fn of(
        tx: &ReadTx,
        strategy: &Strategy,
        framework: AnyFramework,
    ) -> Result<Self, CatalogueError> {
        let records = store::indicator::all(tx, strategy.id).await?;
        let ids = records.values().map(|it| it.indicator.id);
        let versions = store::indicator_version::of(tx, ids).await?;
        let definitions = records.into_iter().map(|(code, record)| {
            let said = versions.get(&record.indicator.id);
            let then = framework
                .defined_at()
                .and_then(|moment| version_at(said.map_or(&[][..], Vec::as_slice), moment))
                .map(|said| said.details.clone());
            (code, then.unwrap_or(record.indicator.details))
        });
        let definitions = definitions.collect();
        Ok(Self {
            framework,
            definitions,
        })
    }
}

/// Checks a version as it would be before publication.
///
/// # Errors
/// [`CatalogueError::UnknownFramework`], a refusal, a failure of the database.
pub async fn check_framework(
    tx: &ReadTx,
    scope: &Scope,
    strategy: &Strategy,
    version: &str,
) -> Result<(AnyFramework, Checked), CatalogueError> {
    let framework = any_framework(tx, scope, strategy, version).await?;
    let draft = match &framework {
        AnyFramework::Draft(draft) => draft.clone(),
        AnyFramework::Published(published, _) => Draft {
            id: published.id,
            version: version.to_owned(),
            copy_of: None,
            content: framework.content(),
            revision: framework.revision(),
            created_at: published.published_at,
            edited_at: published.published_at,
            editors: Vec::new(),
        },
    };
    let checked = check_draft(tx, scope, strategy, &draft).await?;
    Ok((framework, checked))
}

pub(super) async fn check_draft(
    tx: &ReadTx,
    scope: &Scope,
    strategy: &Strategy,
    draft: &Draft,
) -> Result<Checked, CatalogueError> {
    let indicators = store::indicator::all(tx, strategy.id).await?;
    let calibers = store::caliber::all(tx, strategy.id).await?;
    let directory = yanzhi_organisations::units(tx, scope, strategy.id).await?;
    let known = Known {
        indicators: &indicators,
        calibers: &calibers,
        directory: &directory,
    };
    Ok(check(draft, known))
}

/// What differs from one version to another.
///
/// # Errors
/// [`CatalogueError::UnknownFramework`], a refusal, a failure of the database.
pub async fn compare_frameworks(
    tx: &ReadTx,
    scope: &Scope,
    strategy: &Strategy,
    (before, after): (&str, &str),
) -> Result<(FrameworkView, FrameworkView, Comparison), CatalogueError> {
    let before = any_framework(tx, scope, strategy, before).await?;
    let after = any_framework(tx, scope, strategy, after).await?;
    let before = FrameworkView::of(tx, strategy, before).await?;
    let after = FrameworkView::of(tx, strategy, after).await?;
    let (old, new) = (before.framework.content(), after.framework.content());
    let comparison = compare(
        Compared {
            content: &old,
            definitions: &before.definitions,
        },
        Compared {
            content: &new,
            definitions: &after.definitions,
        },
    );
    Ok((before, after, comparison))
}
