//! What others look up: definitions and published versions.

use std::collections::BTreeMap;

use yanzhi_kernel::{Code, Id, Scope};
use yanzhi_organisations::Strategy;
use yanzhi_storage::ReadTx;

use crate::{Catalogue, CatalogueError, Framework, Indicator, store, version_at};

/// Sources, calibers and indicators of a strategy as they are defined now.
///
/// # Errors
/// A failure of the database.
pub async fn catalogue(
    tx: &ReadTx,
    _scope: &Scope,
    strategy: Id<Strategy>,
) -> Result<Catalogue, CatalogueError> {
    let records = store::indicator::all(tx, strategy).await?;
    let indicators = records.into_iter().map(|(code, it)| (code, it.indicator));
    Ok(Catalogue {
        sources: store::source::all(tx, strategy).await?,
        calibers: store::caliber::all(tx, strategy).await?,
        indicators: indicators.collect(),
    })
}

/// The catalogue that a published version rests on: each indicator says what it said when the version was published.
/// One that came later says what it says now.
///
/// # Errors
/// A failure of the database.
pub async fn catalogue_of(
    tx: &ReadTx,
    scope: &Scope,
    strategy: Id<Strategy>,
    framework: &Framework,
) -> Result<Catalogue, CatalogueError> {
    let mut now = catalogue(tx, scope, strategy).await?;
    let ids = now.indicators.values().map(|indicator| indicator.id);
    let versions = store::indicator_version::of(tx, ids).await?;
    let mut then = BTreeMap::<Code, Indicator>::new();
    for (code, mut indicator) in now.indicators {
        let said = versions.get(&indicator.id).map_or(&[][..], Vec::as_slice);
        if let Some(said) = version_at(said, framework.published_at) {
            indicator.details = said.details.clone();
        }
        then.insert(code, indicator);
    }
    now.indicators = then;
    Ok(now)
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

/// The version published last: the one in force, which cannot be retired.
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
