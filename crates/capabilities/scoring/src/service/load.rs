//! Loading a run: recompute it, and check that the same comes out.

use std::collections::{HashMap, HashSet};

use yanzhi_engine::Index;
use yanzhi_figures::Figure;
use yanzhi_kernel::{Id, Scope};
use yanzhi_organisations::{Directory, Strategy, Unit};
use yanzhi_storage::ReadTx;

use super::compute::{Gathered, gather, score_aside};
use crate::{ENGINE_VERSION, LoadedRun, Run, ScoringError};

pub(super) async fn load(
    tx: &ReadTx,
    strategy: Strategy,
    run: Run,
    threads: usize,
) -> Result<LoadedRun, ScoringError> {
    let released = Scope::public(run.as_of);
    let framework = yanzhi_catalogue::framework(tx, &released, run.framework).await?;
    let framework = framework.ok_or_else(|| ScoringError::NoRun(strategy.code.clone()))?;
    let gathered = gather(tx, strategy.id, &framework, run.as_of).await?;
    let Gathered {
        input,
        catalogue,
        directory,
        figures,
    } = gathered;
    let scored = score_aside(input, threads).await?;
    if scored.content_hash != run.content_hash {
        tracing::error!(run = %run.id, engine = ENGINE_VERSION, by = run.engine_version, "run does not come out again");
        return Err(ScoringError::NotReproducible {
            run: run.id.to_string(),
            stored: run.content_hash.to_string(),
            computed: scored.content_hash.to_string(),
        });
    }
    let counts = yanzhi_figures::count_by_indicator(tx, &released, strategy.id, run.as_of).await?;
    let synthetic = synthetic(&scored.index, &directory, &figures);
    Ok(LoadedRun {
        run,
        strategy,
        framework,
        catalogue,
        directory,
        index: scored.index,
        counts,
        synthetic,
    })
}

/// The periods and units into whose scores a generated figure went.
fn synthetic(index: &Index, directory: &Directory, figures: &[Figure]) -> HashSet<(usize, usize)> {
    let units: HashMap<Id<Unit>, usize> = directory
        .units
        .values()
        .filter_map(|unit| Some((unit.id, index.unit_position(unit.details.code.as_str())?)))
        .collect();
    let generated = figures.iter().filter(|figure| figure.said.is_synthetic);
    generated
        .filter_map(|figure| {
            let cell = &figure.said.cell;
            let period = index.period_position(&cell.period.to_string())?;
            Some((period, *units.get(&cell.unit)?))
        })
        .collect()
}
