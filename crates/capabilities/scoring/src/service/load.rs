//! Loading a run: recompute it, and check that the same comes out.

use std::collections::{HashMap, HashSet};

use yanzhi_engine::Index;
use yanzhi_figures::Reading;
use yanzhi_kernel::{Id, Scope, Timestamp};
use yanzhi_organisations::{Directory, Strategy, Unit};
use yanzhi_storage::ReadTx;

use super::compute::{Gathered, gather, score_aside};
use crate::{ENGINE_VERSION, LoadedRun, Run, ScoringError};

/// A run as it was recorded.
pub(super) async fn load(
    tx: &ReadTx,
    strategy: Strategy,
    run: Run,
    threads: usize,
) -> Result<LoadedRun, ScoringError> {
    let (stored, at) = (run.clone(), run.as_of);
    let loaded = recall(tx, strategy, run, at, threads).await?;
    let computed = &loaded.run.content_hash;
    if *computed != stored.content_hash {
        tracing::error!(run = %stored.id, engine = ENGINE_VERSION, by = stored.engine_version, "run does not come out again");
        return Err(ScoringError::NotReproducible {
            run: stored.id.to_string(),
            stored: stored.content_hash.to_string(),
            computed: computed.to_string(),
        });
    }
    Ok(loaded)
}

/// Computes what a run says for its moment, of what is released at another, with the fingerprints that come out.
pub(super) async fn recall(
    tx: &ReadTx,
    strategy: Strategy,
    run: Run,
    released_at: Timestamp,
    threads: usize,
) -> Result<LoadedRun, ScoringError> {
    let released = Scope::public(released_at);
    let framework = yanzhi_catalogue::framework(tx, &released, run.framework).await?;
    let framework = framework.ok_or_else(|| ScoringError::NoRun(strategy.code.clone()))?;
    let gathered = gather(tx, strategy.id, &framework, (run.as_of, released_at)).await?;
    let Gathered {
        input,
        catalogue,
        directory,
        readings,
    } = gathered;
    let scored = score_aside(input, threads).await?;
    let counts = yanzhi_figures::count_by_indicator(tx, &released, strategy.id, run.as_of).await?;
    let synthetic = synthetic(&scored.index, &directory, &readings);
    let run = Run {
        data_version: scored.data_version,
        content_hash: scored.content_hash,
        ..run
    };
    Ok(LoadedRun {
        run,
        released_at,
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
