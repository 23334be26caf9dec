//! The use cases: bring a catalogue in, look it up.

use std::collections::{BTreeMap, BTreeSet};

use yanzhi_checks::Check;
use yanzhi_formula::{Definition, Graph};
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

/// What a pack says of derived indicators and checks.
#[derive(Clone, Debug, Default)]
pub struct Derivations {
    /// The expressions, by the code of their indicator.
    pub expressions: BTreeMap<Code, String>,
    /// The checks, in their order.
    pub checks: Vec<Check>,
}

/// Makes these the expressions and checks of a strategy. Gives the derived indicators whose expression is new or another one:
/// their figures are to be computed again.
///
/// # Errors
/// [`CatalogueError::Expressions`]; a failure of the database.
pub async fn import_derivations(
    tx: &WriteTx,
    strategy: Id<Strategy>,
    derivations: &Derivations,
) -> Result<BTreeSet<Code>, CatalogueError> {
    let indicators = store::indicator::all(tx, strategy).await?;
    graph_of(&indicators, |code, _| derivations.expressions.get(code))?;
    let known = store::expression::all(tx, strategy).await?;
    let mut expressions = BTreeMap::new();
    let mut changed = BTreeSet::new();
    for (code, text) in &derivations.expressions {
        if let Some(indicator) = indicators.get(code) {
            if known.get(&indicator.id) != Some(text) {
                changed.insert(code.clone());
            }
            expressions.insert(indicator.id, text.clone());
        }
    }
    if expressions != known {
        store::expression::replace(tx, strategy, &expressions).await?;
    }
    store::check::replace(tx, strategy, &derivations.checks).await?;
    Ok(changed)
}

/// Which indicators of a strategy are computed from which.
///
/// # Errors
/// [`CatalogueError::Expressions`], where an indicator was changed so that an expression over it makes no sense any more; a
/// failure of the database.
pub async fn graph(tx: &ReadTx, strategy: Id<Strategy>) -> Result<Graph, CatalogueError> {
    let expressions = store::expression::all(tx, strategy).await?;
    if expressions.is_empty() {
        return Ok(Graph::default());
    }
    let indicators = store::indicator::all(tx, strategy).await?;
    graph_of(&indicators, |_, id| expressions.get(&id))
}

fn graph_of<'a>(
    indicators: &'a BTreeMap<Code, Indicator>,
    expression: impl Fn(&Code, Id<Indicator>) -> Option<&'a String>,
) -> Result<Graph, CatalogueError> {
    let definitions = indicators.iter().map(|(code, indicator)| Definition {
        indicator: code,
        measure_unit: &indicator.details.measure_unit.zh,
        expression: expression(code, indicator.id).map(String::as_str),
    });
    Graph::new(definitions).map_err(CatalogueError::Expressions)
}

/// What figures of a strategy are checked by, in its order.
///
/// # Errors
/// A failure of the database.
pub async fn checks(
    tx: &ReadTx,
    _scope: &Scope,
    strategy: Id<Strategy>,
) -> Result<Vec<Check>, CatalogueError> {
    store::check::all(tx, strategy).await
}
