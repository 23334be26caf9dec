//! Publishing a version of the framework together with the index that it gives, and trying that out before.

use yanzhi_catalogue::{CatalogueError, Framework, Origins};
use yanzhi_engine::Index;
use yanzhi_kernel::{Code, Digest, Id, Scope, Timestamp};
use yanzhi_organisations::Strategy;
use yanzhi_storage::{ReadTx, WriteTx};

use super::{
    Scoring,
    compute::{Computing, compute, gaps, gather, score_aside},
};
use crate::{Computed, Gap, LoadedRun, ScoringError};

/// A version that was published, and the run that stands since.
#[derive(Clone, Debug)]
pub struct PublishedIndex {
    /// The version.
    pub framework: Framework,
    /// Its run.
    pub computed: Computed,
}

/// How a unit would stand, against how it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    /// The unit.
    pub unit: Code,
    /// Its score and rank in the run that stands.
    pub before: (Option<f64>, Option<u32>),
    /// Its score and rank with the version that is tried.
    pub after: (Option<f64>, Option<u32>),
}

/// What a version would give.
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    /// The version.
    pub version: String,
    /// Its revision.
    pub revision: i64,
    /// The period that is compared: the latest.
    pub period: String,
    /// The units by rank, those without one last.
    pub moves: Vec<Move>,
    /// Places without a score, over all periods.
    pub gaps: Vec<Gap>,
    /// Whether generated figures (演示数据) may have gone in.
    pub is_synthetic: bool,
}

/// Publishes a version and computes its index in one transaction: either both are there, or none.
///
/// # Errors
/// Those of [`yanzhi_catalogue::publish`]; [`ScoringError::NotComputable`]; [`ScoringError::ScoresMissing`] unless
/// `allow_missing`.
pub async fn publish_index(
    tx: &WriteTx,
    scope: &Scope,
    computing: Computing<'_>,
    strategy: &Strategy,
    seen: (&str, i64),
    allow_missing: bool,
) -> Result<PublishedIndex, ScoringError> {
    let framework = yanzhi_catalogue::publish(tx, scope, computing.now, strategy, seen).await?;
    let version = &framework.content.version;
    let computed = compute(tx, scope, computing, strategy, &framework).await;
    let computed = computed.map_err(|error| not_computable(version, error))?;
    if !allow_missing && !computed.gaps.is_empty() {
        return Err(ScoringError::ScoresMissing {
            version: version.clone(),
            gaps: computed.gaps,
        });
    }
    Ok(PublishedIndex {
        framework,
        computed,
    })
}

impl Scoring {
    /// Computes what a draft would give with the figures released now, and records nothing.
    ///
    /// # Errors
    /// [`CatalogueError::Unsound`], [`ScoringError::NotComputable`]; those of [`Self::standing`], but that there need not
    /// be a run yet.
    pub async fn try_draft(
        &self,
        tx: &ReadTx,
        scope: &Scope,
        now: Timestamp,
        strategy: &Strategy,
        version: &str,
    ) -> Result<Trial, ScoringError> {
        let checked = yanzhi_catalogue::check_framework(tx, scope, strategy, version).await?;
        let (tried, checked) = checked;
        let content = checked.content.ok_or_else(|| CatalogueError::Unsound {
            version: version.to_owned(),
            findings: checked.findings,
        })?;
        let framework = Framework {
            id: Id::from_uuid(strategy.id.uuid()),
            published_at: now,
            digest: Digest::zero(),
            content,
            origins: Origins::default(),
        };
        let gathered = gather(tx, strategy.id, &framework, (now, now)).await?;
        let is_synthetic = gathered.readings.iter().any(|it| it.is_synthetic);
        let scored = score_aside(gathered.input, self.threads()).await;
        let scored = scored.map_err(|error| not_computable(version, error))?;
        let standing = match self.standing(tx, scope, &strategy.code).await {
            Ok(run) => Some(run),
            Err(ScoringError::NoRun(_)) => None,
            Err(error) => return Err(error),
        };
        let latest = scored.index.periods().last().cloned();
        let period = latest.unwrap_or_default();
        Ok(Trial {
            version: version.to_owned(),
            revision: tried.revision(),
            moves: moves(standing.as_deref(), &scored.index, &period),
            period,
            gaps: gaps(&scored.index),
            is_synthetic,
        })
    }
}

/// What the engine refuses is for the editor to mend; a failure of the database is not.
fn not_computable(version: &str, error: ScoringError) -> ScoringError {
    match error {
        ScoringError::Compute(_)
        | ScoringError::Frame(_)
        | ScoringError::Framework(_)
        | ScoringError::NoFigures { .. } => ScoringError::NotComputable {
            version: version.to_owned(),
            why: Box::new(error),
        },
        other => other,
    }
}

fn moves(standing: Option<&LoadedRun>, index: &Index, period: &str) -> Vec<Move> {
    let at = |index: &Index, unit: &str| {
        let place = (index.period_position(period), index.unit_position(unit));
        let (Some(period), Some(unit)) = place else {
            return (None, None);
        };
        let root = index.framework().root();
        (
            index.score(period, root, unit),
            index.rank(period, root, unit),
        )
    };
    let mut moves: Vec<Move> = index
        .units()
        .iter()
        .filter_map(|unit| {
            let before = standing.map(|run| at(&run.index, &unit.code));
            Some(Move {
                unit: unit.code.parse().ok()?,
                before: before.unwrap_or_default(),
                after: at(index, &unit.code),
            })
        })
        .collect();
    moves.sort_by_key(|it| (it.after.1.unwrap_or(u32::MAX), it.unit.clone()));
    moves
}
