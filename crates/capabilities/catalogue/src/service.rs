//! The use cases: bring a catalogue in, look it up.

use std::collections::BTreeMap;

use yanzhi_kernel::{Code, Id, IdSource, Scope, Timestamp};
use yanzhi_organisations::Strategy;
use yanzhi_storage::{ReadTx, WriteTx};

use crate::{
    Caliber, Catalogue, CatalogueError, Framework, FrameworkContent, Indicator, IndicatorDetails,
    Source, rules, store,
};

/// What a pack says of sources, calibers, indicators and the framework.
#[derive(Clone, Debug)]
pub struct Import {
    /// Sources.
    pub sources: Vec<Source>,
    /// Calibers.
    pub calibers: Vec<Caliber>,
    /// Indicators.
    pub indicators: Vec<IndicatorDetails>,
    /// The framework.
    pub framework: FrameworkContent,
}

/// The ids that figures refer to, by code.
#[derive(Clone, Debug)]
pub struct Imported {
    /// Indicators.
    pub indicators: BTreeMap<Code, Id<Indicator>>,
    /// The version of the framework.
    pub framework: Framework,
}

/// Brings a catalogue in: what is new is added, what is known is made to say the same as `import`; nothing is
/// removed, and a published framework stays as it is.
///
/// # Errors
/// [`CatalogueError::PublishedVersionDiffers`]; a failure of the database.
pub async fn import(
    tx: &WriteTx,
    ids: &dyn IdSource,
    now: Timestamp,
    strategy: Id<Strategy>,
    import: &Import,
) -> Result<Imported, CatalogueError> {
    store::source::save(tx, strategy, &import.sources, || ids.next_uuid(now)).await?;
    store::caliber::save(tx, strategy, &import.calibers, || ids.next_uuid(now)).await?;
    let known = store::indicator::all(tx, strategy).await?;
    let mut indicators = BTreeMap::new();
    for details in &import.indicators {
        let id = known
            .get(&details.code)
            .map_or_else(|| ids.next(now), |indicator| indicator.id);
        indicators.insert(details.code.clone(), id);
    }
    store::indicator::save(tx, strategy, &import.indicators, &indicators).await?;
    let framework = publish(tx, ids, now, strategy, &import.framework).await?;
    Ok(Imported {
        indicators,
        framework,
    })
}

async fn publish(
    tx: &WriteTx,
    ids: &dyn IdSource,
    now: Timestamp,
    strategy: Id<Strategy>,
    content: &FrameworkContent,
) -> Result<Framework, CatalogueError> {
    let digest = rules::digest_of(content)?;
    if let Some(published) = store::framework::by_version(tx, strategy, &content.version).await? {
        rules::check_unchanged(&published, &digest)?;
        return Ok(published);
    }
    let framework = Framework {
        id: ids.next(now),
        published_at: now,
        digest,
        content: content.clone(),
    };
    store::framework::add(tx, strategy, &framework).await?;
    Ok(framework)
}

/// Sources, calibers and indicators of a strategy.
///
/// # Errors
/// A failure of the database.
pub async fn catalogue(
    tx: &ReadTx,
    _scope: &Scope,
    strategy: Id<Strategy>,
) -> Result<Catalogue, CatalogueError> {
    Ok(Catalogue {
        sources: store::source::all(tx, strategy).await?,
        calibers: store::caliber::all(tx, strategy).await?,
        indicators: store::indicator::all(tx, strategy).await?,
    })
}

/// A published version by its id.
///
/// # Errors
/// A failure of the database.
pub async fn framework(
    tx: &ReadTx,
    _scope: &Scope,
    id: Id<Framework>,
) -> Result<Option<Framework>, CatalogueError> {
    store::framework::by_id(tx, id).await
}

/// The version published last.
///
/// # Errors
/// A failure of the database.
pub async fn current_framework(
    tx: &ReadTx,
    _scope: &Scope,
    strategy: Id<Strategy>,
) -> Result<Option<Framework>, CatalogueError> {
    store::framework::latest(tx, strategy).await
}
