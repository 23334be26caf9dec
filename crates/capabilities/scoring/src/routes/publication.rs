//! Trying a version of the framework, and publishing it with the index that it gives.

use std::{collections::BTreeMap, sync::Arc};

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use yanzhi_kernel::{Clock, Code, IdSource, Scope};
use yanzhi_organisations::{Strategy, Unit};
use yanzhi_storage::ReadTx;
use yanzhi_web_kit::{ApiJson, ApiPath, Changing, Creating, IfMatch, LocalText, Problem, Visitor};

use super::shapes::UnitRef;
use crate::{Computing, Gap, Move, PublishedIndex, Scoring, ScoringError, Trial, publish_index};

/// What the handlers work with.
#[derive(Clone)]
pub struct Desk {
    /// Runs.
    pub scoring: Scoring,
    /// The present.
    pub clock: Arc<dyn Clock>,
    /// New ids.
    pub ids: Arc<dyn IdSource>,
}

/// What a version would give.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FrameworkTrial {
    #[schema(example = "2024")]
    version: String,
    /// The revision that was tried.
    revision: i64,
    /// The period that is compared: the latest.
    #[schema(example = "2023")]
    period: String,
    /// Whether generated figures (演示数据) may have gone in.
    is_synthetic: bool,
    /// The units by the rank that they would have, those without one last.
    moves: Vec<MoveShape>,
    /// How many places would have no score, over all periods.
    gaps_total: usize,
    /// The first of them.
    gaps: Vec<GapShape>,
}

/// How a unit would stand, against how it stands.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FrameworkMove)]
pub(crate) struct MoveShape {
    unit: UnitRef,
    score_before: Option<f64>,
    rank_before: Option<u32>,
    score_after: Option<f64>,
    rank_after: Option<u32>,
    /// Places gained (positive) or lost.
    rank_change: Option<i64>,
}

/// A place without a score.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ScoreGap)]
pub(crate) struct GapShape {
    period: String,
    unit: Option<String>,
    node: String,
    why: LocalText,
}

/// How strict a publication is.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Publish {
    /// Whether an index in which some scores are missing may be published.
    #[serde(default)]
    allow_missing: bool,
}

/// A version that was published.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FrameworkPublished {
    #[schema(example = "2024")]
    version: String,
    published_at: String,
    /// SHA-256 of what was published.
    digest: String,
    /// The run that stands since.
    run: String,
    /// SHA-256 of its result.
    content_hash: String,
    /// How many places have no score, over all periods.
    gaps_total: usize,
}

/// The most places without a score that are listed.
const LISTED: usize = 50;

/// Computes what a version would give with the figures released now, and how ranks would change. Nothing is recorded.
#[utoipa::path(
    post, path = "/strategies/{strategy}/catalogue/frameworks/{version}/try", tag = "catalogue", operation_id = "try_framework",
    params(("strategy" = String, Path, description = "The code of the strategy", example = "ningbo"), ("version" = String, Path, description = "The version", example = "2024")),
    responses((status = 200, body = FrameworkTrial), Creating)
)]
pub(crate) async fn attempt(
    State(desk): State<Desk>,
    visitor: Visitor,
    ApiPath((strategy, version)): ApiPath<(Code, String)>,
) -> Result<Json<FrameworkTrial>, Problem> {
    let tx = desk.scoring.read().await?;
    let strategy = strategy_named(&tx, &visitor.scope, &strategy).await?;
    let (scope, now) = (&visitor.scope, desk.clock.now());
    let trial = desk.scoring.try_draft(&tx, scope, now, &strategy, &version);
    let trial = trial.await?;
    let directory = yanzhi_organisations::units(&tx, scope, strategy.id).await;
    let directory = directory.map_err(ScoringError::from)?;
    Ok(Json(FrameworkTrial::of(trial, &directory.units)))
}

/// Publishes a draft: it never changes from then on, and the index is computed with it. Whoever has edited it cannot
/// publish it.
#[utoipa::path(
    post, path = "/strategies/{strategy}/catalogue/frameworks/{version}/publish", tag = "catalogue", operation_id = "publish_framework", request_body = Publish,
    params(("strategy" = String, Path, description = "The code of the strategy", example = "ningbo"), ("version" = String, Path, description = "The version", example = "2024"), ("if-match" = String, Header, description = "The revision that was read", example = "\"v3\"")),
    responses((status = 200, body = FrameworkPublished), Changing)
)]
pub(crate) async fn publish(
    State(desk): State<Desk>,
    visitor: Visitor,
    ApiPath((strategy, version)): ApiPath<(Code, String)>,
    IfMatch(revision): IfMatch,
    ApiJson(asked): ApiJson<Publish>,
) -> Result<Json<FrameworkPublished>, Problem> {
    let tx = desk.scoring.write().await?;
    let strategy = strategy_named(&tx, &visitor.scope, &strategy).await?;
    let (scope, seen) = (&visitor.scope, (version.as_str(), revision));
    let allow = asked.allow_missing;
    let done = publish_index(&tx, scope, desk.computing(), &strategy, seen, allow).await?;
    tx.commit().await.map_err(ScoringError::from)?;
    Ok(Json(FrameworkPublished::of(&done)))
}

async fn strategy_named(tx: &ReadTx, scope: &Scope, code: &Code) -> Result<Strategy, ScoringError> {
    let found = yanzhi_organisations::strategy(tx, scope, code).await?;
    found.ok_or_else(|| ScoringError::UnknownStrategy(code.clone()))
}

impl Desk {
    fn computing(&self) -> Computing<'_> {
        Computing {
            now: self.clock.now(),
            ids: self.ids.as_ref(),
            threads: self.scoring.threads(),
        }
    }
}

impl FrameworkTrial {
    fn of(trial: Trial, units: &BTreeMap<Code, Unit>) -> Self {
        let moves = trial.moves.iter();
        Self {
            moves: moves.filter_map(|it| MoveShape::of(it, units)).collect(),
            version: trial.version,
            revision: trial.revision,
            period: trial.period,
            is_synthetic: trial.is_synthetic,
            gaps_total: trial.gaps.len(),
            gaps: trial
                .gaps
                .into_iter()
                .take(LISTED)
                .map(Into::into)
                .collect(),
        }
    }
}

impl MoveShape {
    fn of(it: &Move, units: &BTreeMap<Code, Unit>) -> Option<Self> {
        let (before, after) = (it.before.1.map(i64::from), it.after.1.map(i64::from));
        let gained = before.zip(after).map(|(before, after)| before - after);
        Some(Self {
            unit: units.get(&it.unit)?.into(),
            score_before: it.before.0,
            rank_before: it.before.1,
            score_after: it.after.0,
            rank_after: it.after.1,
            rank_change: gained,
        })
    }
}

impl From<Gap> for GapShape {
    fn from(gap: Gap) -> Self {
        Self {
            period: gap.period,
            unit: gap.unit,
            node: gap.node,
            why: gap.why.into(),
        }
    }
}

impl FrameworkPublished {
    fn of(done: &PublishedIndex) -> Self {
        Self {
            version: done.framework.content.version.clone(),
            published_at: done.framework.published_at.to_string(),
            digest: done.framework.digest.to_string(),
            run: done.computed.run.id.to_string(),
            content_hash: done.computed.run.content_hash.to_string(),
            gaps_total: done.computed.gaps.len(),
        }
    }
}
