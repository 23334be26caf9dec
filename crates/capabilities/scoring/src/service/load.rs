//! Loading a run: recompute it, and check that the same comes out.

use std::collections::{HashMap, HashSet};

use yanzhi_engine::Index;
use yanzhi_figures::Reading;
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
        readings,
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
    let synthetic = synthetic(&scored.index, &directory, &readings);
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
fn synthetic(
    index: &Index,
    directory: &Directory,
    readings: &[Reading],
) -> HashSet<(usize, usize)> {
    let units: HashMap<Id<Unit>, usize> = directory
        .units
        .values()
        .filter_map(|unit| Some((unit.id, index.unit_position(unit.details.code.as_str())?)))
        .collect();
    let periods: HashMap<&str, usize> = index
        .periods()
        .iter()
        .map(String::as_str)
        .zip(0..)
        .collect();
    let generated = readings.iter().filter(|reading| reading.is_synthetic);
    generated
        .filter_map(|reading| {
            let period = *periods.get(reading.period.to_string().as_str())?;
            Some((period, *units.get(&reading.unit)?))
        })
        .collect()
}
