//! Computing a run and recording it.

use std::collections::BTreeMap;

use yanzhi_audit::Event;
use yanzhi_catalogue::{Catalogue, Framework, FrameworkContent};
use yanzhi_engine::Index;
use yanzhi_figures::Reading;
use yanzhi_kernel::{Code, Id, IdSource, Scope, Timestamp};
use yanzhi_organisations::{Directory, Strategy};
use yanzhi_storage::{ReadTx, WriteTx};

use crate::{
    Computed, ENGINE_VERSION, Gap, Run, ScoringError,
    rules::input::{Input, Scored, score},
    rules::words,
    service::absence::is_absent,
    store,
};

/// The circumstances of a computation.
#[derive(Clone, Copy)]
pub struct Computing<'a> {
    /// When.
    pub now: Timestamp,
    /// Where ids come from.
    pub ids: &'a dyn IdSource,
    /// How many threads to use; the result is the same for any number.
    pub threads: usize,
}

/// Computes the index of a strategy from the figures released now and records the run, unless the same result
/// of the same figures stands already.
///
/// # Errors
/// What the engine refuses; a failure of the database.
pub async fn compute(
    tx: &WriteTx,
    scope: &Scope,
    computing: Computing<'_>,
    strategy: &Strategy,
    framework: &Framework,
) -> Result<Computed, ScoringError> {
    let Computing { now, ids, threads } = computing;
    let input = gather(tx, strategy.id, framework, (now, now)).await?.input;
    let scored = score_aside(input, threads).await?;
    let gaps = gaps(&scored.index);
    let run = Run {
        id: ids.next(now),
        strategy: strategy.id,
        framework: framework.id,
        as_of: now,
        data_version: scored.data_version,
        content_hash: scored.content_hash,
        engine_version: ENGINE_VERSION.to_owned(),
        created_at: now,
    };
    let standing = store::latest(tx, scope, strategy.id).await?;
    if let Some(standing) = standing
        .clone()
        .filter(|standing| standing.says_the_same(&run))
    {
        return Ok(Computed {
            run: standing,
            is_new: false,
            gaps,
        });
    }
    store::add(tx, scope, &run).await?;
    let event = Event::done("scoring.compute", format!("{}/{}", strategy.code, run.id)).changing(
        standing.map(|standing| standing.content_hash),
        Some(run.content_hash.clone()),
    );
    yanzhi_audit::record(tx, scope, now, event).await?;
    Ok(Computed {
        run,
        is_new: true,
        gaps,
    })
}

impl Run {
    /// Whether another run rests on the same and says the same.
    fn says_the_same(&self, other: &Self) -> bool {
        self.framework == other.framework
            && self.data_version == other.data_version
            && self.content_hash == other.content_hash
            && self.engine_version == other.engine_version
    }
}

/// The input of a run together with what a reader needs to know of it.
pub(super) struct Gathered {
    pub(super) input: Input,
    pub(super) catalogue: Catalogue,
    pub(super) directory: Directory,
    pub(super) readings: Vec<Reading>,
}

/// What the framework asks for, as recorded by a moment and released by another.
pub(super) async fn gather(
    tx: &ReadTx,
    strategy: Id<Strategy>,
    framework: &Framework,
    (as_of, released_at): (Timestamp, Timestamp),
) -> Result<Gathered, ScoringError> {
    let released = Scope::public(released_at);
    let catalogue = yanzhi_catalogue::catalogue_of(tx, &released, strategy, framework).await?;
    let directory = yanzhi_organisations::units(tx, &released, strategy).await?;
    let caliber = &framework.content.scoring.caliber;
    let readings = yanzhi_figures::readings(tx, &released, strategy, caliber, as_of).await?;
    let input = input(&framework.content, &catalogue, &directory, &readings);
    Ok(Gathered {
        input,
        catalogue,
        directory,
        readings,
    })
}

fn input(
    framework: &FrameworkContent,
    catalogue: &Catalogue,
    directory: &Directory,
    readings: &[Reading],
) -> Input {
    let scoring = &framework.scoring;
    let is_scored = |kind| scoring.unit_kinds.contains(&kind);
    let units: BTreeMap<Code, Option<Code>> = directory
        .units
        .iter()
        .filter(|(_, unit)| is_scored(unit.details.kind))
        .map(|(code, unit)| (code.clone(), unit.details.group.clone()))
        .collect();
    let unit_codes: BTreeMap<_, _> = directory
        .units
        .values()
        .map(|it| (it.id, &it.details.code))
        .collect();
    let indicator_codes: BTreeMap<_, _> = catalogue
        .indicators
        .values()
        .map(|it| (it.id, &it.details.code))
        .collect();
    let mut cells = BTreeMap::new();
    for reading in readings {
        let codes = (
            unit_codes.get(&reading.unit),
            indicator_codes.get(&reading.indicator),
        );
        let (Some(unit), Some(indicator)) = codes else {
            continue;
        };
        if reading.period.kind() == scoring.period_kind && units.contains_key(*unit) {
            let key = (reading.period, (*unit).clone(), (*indicator).clone());
            cells.insert(key, reading.number);
        }
    }
    let indicators = catalogue.indicators.iter();
    let directions = indicators.map(|(code, known)| (code.clone(), known.details.direction));
    Input {
        framework: framework.clone(),
        indicators: directions.collect(),
        units,
        figures: cells,
    }
}

/// Computes on a thread of its own, so that requests go on.
pub(super) async fn score_aside(input: Input, threads: usize) -> Result<Scored, ScoringError> {
    tokio::task::spawn_blocking(move || score(&input, threads))
        .await
        .map_err(|_| ScoringError::BrokenOff)?
}

/// The places without a score. Units that have no figure at all in a period, or were screened out of it, are not
/// among them: they did not take part, see [`absences`](super::absences).
pub fn gaps(index: &Index) -> Vec<Gap> {
    let unit = |position: usize| index.units().get(position).map(|unit| unit.code.clone());
    let takes_part = |gap: &yanzhi_engine::Gap| {
        gap.unit
            .is_none_or(|unit| !is_absent(index, gap.period, unit))
    };
    let gaps = index.gaps().into_iter().filter(takes_part).map(|gap| Gap {
        period: index.periods().get(gap.period).cloned().unwrap_or_default(),
        unit: gap.unit.and_then(unit),
        node: index
            .nodes()
            .get(gap.node)
            .map(|node| node.code.clone())
            .unwrap_or_default(),
        why: words::explain_missing(&gap.missing),
    });
    gaps.collect()
}
