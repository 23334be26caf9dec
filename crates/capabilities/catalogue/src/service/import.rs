//! Bringing in what a pack says.

use std::collections::BTreeMap;

use yanzhi_kernel::{Code, Id, IdSource, Timestamp};
use yanzhi_organisations::Strategy;
use yanzhi_storage::{Turn, WriteTx};

use crate::{
    Caliber, CatalogueError, Framework, FrameworkContent, Indicator, IndicatorDetails,
    IndicatorRecord, IndicatorVersion, Origins, Source, rules, store,
};

/// Who says what an import says.
const IMPORT: &str = "import";

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
    tx.take_turn(Turn::Catalogue).await?;
    store::source::save(tx, strategy, &import.sources, || ids.next_uuid(now)).await?;
    store::caliber::save(tx, strategy, &import.calibers, || ids.next_uuid(now)).await?;
    let indicators = take_in(tx, ids, now, strategy, &import.indicators).await?;
    let framework = publish(tx, ids, now, strategy, &import.framework).await?;
    Ok(Imported {
        indicators,
        framework,
    })
}

/// Adds indicators, and gives those that say something else another version.
async fn take_in(
    tx: &WriteTx,
    ids: &dyn IdSource,
    now: Timestamp,
    strategy: Id<Strategy>,
    offered: &[IndicatorDetails],
) -> Result<BTreeMap<Code, Id<Indicator>>, CatalogueError> {
    let known = store::indicator::all(tx, strategy).await?;
    let mut indicators = BTreeMap::new();
    let mut changed = Vec::new();
    for details in offered {
        let known = known.get(&details.code);
        let id = known.map_or_else(|| ids.next(now), |it| it.indicator.id);
        indicators.insert(details.code.clone(), id);
        if known.is_none_or(|it| it.indicator.details != *details) {
            changed.push(IndicatorRecord {
                indicator: Indicator {
                    id,
                    details: details.clone(),
                },
                version: known.map_or(1, |it| it.version + 1),
                retired_at: known.and_then(|it| it.retired_at),
            });
        }
    }
    store::indicator::save_all(tx, strategy, &changed).await?;
    let said: Vec<_> = changed
        .iter()
        .map(|it| (it.indicator.id, said(it, now)))
        .collect();
    let said = said.iter().map(|(id, said)| (*id, said));
    store::indicator_version::add(tx, said).await?;
    Ok(indicators)
}

fn said(record: &IndicatorRecord, now: Timestamp) -> IndicatorVersion {
    IndicatorVersion {
        version: record.version,
        since: now,
        by: IMPORT.to_owned(),
        reason: String::new(),
        details: record.indicator.details.clone(),
    }
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
        origins: Origins::default(),
    };
    store::framework::add(tx, strategy, &framework).await?;
    Ok(framework)
}
