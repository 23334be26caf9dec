//! Which strategies there are, and what each is made of.

use axum::{Json, extract::State};
use serde::Serialize;
use utoipa::ToSchema;
use yanzhi_kernel::Code;
use yanzhi_organisations::Strategy;
use yanzhi_web_kit::{ApiPath, LocalText, Problem, ProblemBody, Visitor};

use super::shapes::{Named, RunInfo, UnitRef};
use crate::{LoadedRun, Scoring};

/// The strategies.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct StrategyList {
    items: Vec<StrategySummary>,
}

/// A strategy in a list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct StrategySummary {
    #[schema(example = "ningbo")]
    code: String,
    name: LocalText,
}

/// A strategy.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct StrategyDetail {
    #[schema(example = "ningbo")]
    code: String,
    name: LocalText,
    description: LocalText,
    publisher: LocalText,
    /// The zone of its deadlines.
    #[schema(example = "Asia/Shanghai")]
    time_zone: String,
    /// The document it rests on.
    source_title: Option<String>,
    /// Where that document is.
    source_url: Option<String>,
    /// Whether generated figures (演示数据) went into its index.
    is_synthetic: bool,
    groups: Vec<Named>,
    counts: Counts,
    run: RunInfo,
}

/// How much there is of what.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Counts {
    units: usize,
    scored_units: usize,
    indicators: usize,
    observations: usize,
    /// Generated figures: 演示数据.
    synthetic_observations: usize,
}

/// A framework.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FrameworkShape {
    #[schema(example = "2023")]
    version: String,
    /// The tree: parents before children, children in their order.
    nodes: Vec<FrameworkNodeShape>,
    /// What scores rest on.
    run: RunInfo,
}

/// A node of a framework.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FrameworkNodeShape {
    code: String,
    parent: Option<String>,
    /// 0 is the index, 1 its dimensions.
    level: usize,
    name: LocalText,
    /// The indicator of a leaf.
    indicator: Option<String>,
    /// Its weight among its siblings.
    weight: f64,
    /// Its share of the whole index.
    effective_weight: f64,
}

/// The periods of an index.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PeriodList {
    items: Vec<PeriodShape>,
    latest: Option<String>,
}

/// A period.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PeriodShape {
    #[schema(example = "2023")]
    code: String,
}

/// The units of a strategy.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct UnitList {
    items: Vec<UnitShape>,
}

/// A unit.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct UnitShape {
    #[serde(flatten)]
    unit: UnitRef,
    parent: Option<String>,
    /// Its code of GB/T 2260.
    gb2260: Option<String>,
    /// Its place in the tile map.
    tile: Option<TileShape>,
    /// Whether the index ranks it.
    is_scored: bool,
    note: Option<String>,
}

/// Column from the west, row from the north.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TileShape {
    x: i32,
    y: i32,
}

impl From<Strategy> for StrategySummary {
    fn from(strategy: Strategy) -> Self {
        Self {
            code: strategy.code.to_string(),
            name: strategy.name.into(),
        }
    }
}

impl StrategyDetail {
    fn of(run: &LoadedRun) -> Self {
        let strategy = &run.strategy;
        let groups = run.directory.groups.values();
        let groups = groups.map(|it| Named {
            code: it.code.to_string(),
            name: (&it.name).into(),
        });
        Self {
            code: strategy.code.to_string(),
            name: (&strategy.name).into(),
            description: (&strategy.description).into(),
            publisher: (&strategy.publisher).into(),
            time_zone: strategy.time_zone.clone(),
            source_title: strategy.source_title.clone(),
            source_url: strategy.source_url.clone(),
            is_synthetic: !run.synthetic.is_empty(),
            groups: groups.collect(),
            counts: Counts {
                units: run.directory.units.len(),
                scored_units: run.index.units().len(),
                indicators: run.catalogue.indicators.len(),
                observations: run.counts.values().map(|count| count.figures).sum(),
                synthetic_observations: run.counts.values().map(|count| count.synthetic).sum(),
            },
            run: RunInfo::of(run),
        }
    }
}

impl FrameworkShape {
    fn of(run: &LoadedRun) -> Self {
        let framework = run.index.framework();
        let nodes = run
            .index
            .nodes()
            .iter()
            .enumerate()
            .map(|(place, node)| FrameworkNodeShape {
                code: node.code.clone(),
                parent: node.parent.clone(),
                level: framework.level(place).unwrap_or_default(),
                name: run.node_name(place).into(),
                indicator: node.indicator.clone(),
                weight: run.index.weight(place).unwrap_or_default(),
                effective_weight: run.index.effective_weight(place).unwrap_or_default(),
            });
        Self {
            version: run.framework.content.version.clone(),
            nodes: nodes.collect(),
            run: RunInfo::of(run),
        }
    }
}

impl UnitList {
    fn of(run: &LoadedRun) -> Self {
        let items = run.directory.units.values().map(|unit| {
            let details = &unit.details;
            UnitShape {
                unit: unit.into(),
                parent: details.parent.as_ref().map(Code::to_string),
                gb2260: details.gb2260.clone(),
                tile: details.tile.map(|tile| TileShape {
                    x: tile.x,
                    y: tile.y,
                }),
                is_scored: run.index.unit_position(details.code.as_str()).is_some(),
                note: details.note.clone(),
            }
        });
        Self {
            items: items.collect(),
        }
    }
}

/// The strategies
#[utoipa::path(
    get,
    operation_id = "list_strategies",
    path = "/strategies",
    tag = "strategies",
    responses((status = 200, description = "The strategies", body = StrategyList))
)]
pub(crate) async fn list(
    State(scoring): State<Scoring>,
    visitor: Visitor,
) -> Result<Json<StrategyList>, Problem> {
    let tx = scoring.read().await?;
    let found = yanzhi_organisations::strategies(&tx, &visitor.scope).await;
    let strategies = found.map_err(crate::ScoringError::from)?;
    let items = strategies.into_iter().map(StrategySummary::from).collect();
    Ok(Json(StrategyList { items }))
}

/// A strategy
#[utoipa::path(
    get,
    operation_id = "show_strategy",
    path = "/strategies/{strategy}",
    tag = "strategies",
    params(("strategy" = String, Path, description = "The code of the strategy", example = "ningbo")),
    responses(
        (status = 200, description = "The strategy", body = StrategyDetail),
        (status = 404, description = "No such strategy", body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn show(
    State(scoring): State<Scoring>,
    visitor: Visitor,
    ApiPath(strategy): ApiPath<Code>,
) -> Result<Json<StrategyDetail>, Problem> {
    let tx = scoring.read().await?;
    let run = scoring.standing(&tx, &visitor.scope, &strategy).await?;
    Ok(Json(StrategyDetail::of(&run)))
}

/// The framework with its weights
#[utoipa::path(
    get,
    operation_id = "show_framework",
    path = "/strategies/{strategy}/framework",
    tag = "strategies",
    params(("strategy" = String, Path, description = "The code of the strategy", example = "ningbo")),
    responses(
        (status = 200, description = "The framework", body = FrameworkShape),
        (status = 404, description = "No such strategy", body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn framework(
    State(scoring): State<Scoring>,
    visitor: Visitor,
    ApiPath(strategy): ApiPath<Code>,
) -> Result<Json<FrameworkShape>, Problem> {
    let tx = scoring.read().await?;
    let run = scoring.standing(&tx, &visitor.scope, &strategy).await?;
    Ok(Json(FrameworkShape::of(&run)))
}

/// The periods of the index
#[utoipa::path(
    get,
    operation_id = "list_periods",
    path = "/strategies/{strategy}/periods",
    tag = "strategies",
    params(("strategy" = String, Path, description = "The code of the strategy", example = "ningbo")),
    responses(
        (status = 200, description = "The periods, in order", body = PeriodList),
        (status = 404, description = "No such strategy", body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn periods(
    State(scoring): State<Scoring>,
    visitor: Visitor,
    ApiPath(strategy): ApiPath<Code>,
) -> Result<Json<PeriodList>, Problem> {
    let tx = scoring.read().await?;
    let run = scoring.standing(&tx, &visitor.scope, &strategy).await?;
    let periods = run.index.periods();
    let items = periods
        .iter()
        .map(|code| PeriodShape { code: code.clone() })
        .collect();
    Ok(Json(PeriodList {
        items,
        latest: periods.last().cloned(),
    }))
}

/// The units
#[utoipa::path(
    get,
    operation_id = "list_units",
    path = "/strategies/{strategy}/units",
    tag = "strategies",
    params(("strategy" = String, Path, description = "The code of the strategy", example = "ningbo")),
    responses(
        (status = 200, description = "The units, by code", body = UnitList),
        (status = 404, description = "No such strategy", body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn units(
    State(scoring): State<Scoring>,
    visitor: Visitor,
    ApiPath(strategy): ApiPath<Code>,
) -> Result<Json<UnitList>, Problem> {
    let tx = scoring.read().await?;
    let run = scoring.standing(&tx, &visitor.scope, &strategy).await?;
    Ok(Json(UnitList::of(&run)))
}
