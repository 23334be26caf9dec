//! Derived indicators and checks: what a pack says of them, and what is computed from what.

use std::collections::{BTreeMap, BTreeSet};

use yanzhi_checks::Check;
use yanzhi_formula::{Definition, Graph};
use yanzhi_kernel::{Code, Id, Scope};
use yanzhi_organisations::Strategy;
use yanzhi_storage::{ReadTx, WriteTx};

use crate::{CatalogueError, Indicator, IndicatorRecord, store};

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
        if let Some(record) = indicators.get(code) {
            let indicator = &record.indicator;
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

/// Checks that the expressions that there are go on making sense once an indicator says something else.
pub(super) async fn check_expressions(
    tx: &ReadTx,
    strategy: Id<Strategy>,
    changed: &IndicatorRecord,
) -> Result<(), CatalogueError> {
    let expressions = store::expression::all(tx, strategy).await?;
    if expressions.is_empty() {
        return Ok(());
    }
    let mut indicators = store::indicator::all(tx, strategy).await?;
    indicators.insert(changed.indicator.details.code.clone(), changed.clone());
    graph_of(&indicators, |_, id| expressions.get(&id)).map(|_| ())
}

fn graph_of<'a>(
    indicators: &'a BTreeMap<Code, IndicatorRecord>,
    expression: impl Fn(&Code, Id<Indicator>) -> Option<&'a String>,
) -> Result<Graph, CatalogueError> {
    let definitions = indicators.iter().map(|(code, record)| Definition {
        indicator: code,
        measure_unit: &record.indicator.details.measure_unit.zh,
        expression: expression(code, record.indicator.id).map(String::as_str),
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
