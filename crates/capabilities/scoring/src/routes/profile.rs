//! How one unit stands, and in what it is strong and weak.

use std::collections::HashMap;

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use yanzhi_figures::{AsOf, Figure, Value};
use yanzhi_kernel::{Code, Scope};
use yanzhi_storage::ReadTx;
use yanzhi_web_kit::{ApiPath, ApiQuery, LocalText, Problem, ProblemBody, Visitor};

use super::{
    league_table::NodeRef,
    shapes::{RunInfo, SourceRef, UnitRef, source},
};
use crate::{
    LoadedRun, Scoring, ScoringError,
    rules::compare::{average, is_improvement, strengths_and_weaknesses},
};

/// How many strengths and weaknesses are named.
const NAMED: usize = 3;

/// What is asked of a profile.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Asked {
    /// The period; the latest by default.
    #[param(example = "2023")]
    period: Option<String>,
    /// As known on this day, or at this moment; now by default.
    #[param(value_type = Option<String>, example = "2026-01-05")]
    as_of: Option<AsOf>,
}

/// The profile of a unit in a period.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct UnitProfile {
    /// The unit.
    unit: UnitRef,
    /// The period.
    #[schema(example = "2023")]
    period: String,
    /// The period that changes are against.
    previous_period: Option<String>,
    /// Whether generated figures (演示数据) went into it.
    is_synthetic: bool,
    /// What it rests on.
    run: RunInfo,
    /// The score of the whole index.
    score: Option<f64>,
    /// The rank.
    rank: Option<u32>,
    /// Places gained (positive) or lost (negative).
    rank_change: Option<i32>,
    /// How many units are ranked.
    of: usize,
    /// The dimensions, in their order.
    dimensions: Vec<DimensionStanding>,
    /// Where it ranks best: indicators in the better half.
    strengths: Vec<NamedStanding>,
    /// Where it ranks worst: indicators in the worse half.
    weaknesses: Vec<NamedStanding>,
    /// Every indicator of the framework.
    indicators: Vec<IndicatorStanding>,
    /// Index and dimensions over all periods.
    series: Vec<SeriesPoint>,
}

/// A dimension of the profile.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DimensionStanding {
    node: String,
    name: LocalText,
    score: Option<f64>,
    rank: Option<u32>,
    rank_change: Option<i32>,
    /// The mean score of all units.
    average: Option<f64>,
    /// Its weight among the dimensions.
    weight: f64,
    /// The points it gives to the index.
    contribution: Option<f64>,
}

/// A strength or a weakness.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct NamedStanding {
    node: String,
    name: LocalText,
    score: Option<f64>,
    rank: Option<u32>,
}

/// An indicator of the profile.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct IndicatorStanding {
    indicator: String,
    node: String,
    /// The node it belongs to.
    dimension: Option<NodeRef>,
    name: LocalText,
    measure_unit: LocalText,
    decimals: u8,
    /// `higher_is_better` or `lower_is_better`.
    direction: String,
    value: Option<f64>,
    /// The value as reported.
    value_text: Option<String>,
    previous_value: Option<f64>,
    change: Option<f64>,
    /// Whether the change is for the better, the direction considered; none when nothing changed.
    is_improvement: Option<bool>,
    score: Option<f64>,
    rank: Option<u32>,
    /// The mean value of all units.
    average_value: Option<f64>,
    /// `estimate`, `flash`, `final` or `revised`.
    status: Option<String>,
    source: Option<SourceRef>,
    /// Whether the figure was generated: 演示数据.
    is_synthetic: bool,
}

/// A point of the time series.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SeriesPoint {
    period: String,
    node: String,
    score: Option<f64>,
    rank: Option<u32>,
}

/// The figures of a unit, by indicator and period, as far as the run rests on them.
pub(super) type FiguresOfUnit = HashMap<(String, String), Figure>;

/// Loads the figures of a unit that a run rests on, as released and recorded then.
pub(super) async fn figures_of_unit(
    tx: &ReadTx,
    run: &LoadedRun,
    unit: usize,
) -> Result<FiguresOfUnit, ScoringError> {
    let nodes = 0..run.index.nodes().len();
    let indicators = nodes
        .filter_map(|node| run.indicator(node))
        .map(|indicator| indicator.id);
    let selection = yanzhi_figures::Selection {
        indicators: indicators.collect(),
        unit: run.unit(unit).map(|unit| unit.id),
        caliber: Some(run.framework.content.scoring.caliber.clone()),
        as_of: Some(run.run.as_of),
        ..yanzhi_figures::Selection::default()
    };
    let released = Scope::public(run.released_at);
    let figures = yanzhi_figures::figures(tx, &released, run.strategy.id, &selection).await?;
    let codes: HashMap<_, _> = run
        .catalogue
        .indicators
        .values()
        .map(|known| (known.id, known.details.code.to_string()))
        .collect();
    let keyed = figures.into_iter().filter_map(|figure| {
        figure.value()?;
        let indicator = codes.get(&figure.said.cell.indicator)?.clone();
        Some(((indicator, figure.said.cell.period.to_string()), figure))
    });
    Ok(keyed.collect())
}

impl UnitProfile {
    fn of(
        run: &LoadedRun,
        figures: &FiguresOfUnit,
        period: usize,
        unit: usize,
    ) -> Result<Self, ScoringError> {
        let (index, root) = (&run.index, run.index.framework().root());
        let unknown = || ScoringError::UnknownUnit(unit.to_string());
        let leaves: Vec<usize> = (0..index.nodes().len())
            .filter(|node| index.framework().indicator(*node).is_some())
            .collect();
        let leaf_ranks: Vec<Option<u32>> = leaves
            .iter()
            .map(|node| index.rank(period, *node, unit))
            .collect();
        let ranked = index.count_ranked(period, root);
        let (strong, weak) = strengths_and_weaknesses(&leaf_ranks, ranked, NAMED);
        let named = |places: Vec<usize>| -> Vec<NamedStanding> {
            let nodes = places.into_iter().filter_map(|place| leaves.get(place));
            nodes
                .map(|node| NamedStanding::of(run, period, *node, unit))
                .collect()
        };
        Ok(Self {
            unit: run.unit(unit).ok_or_else(unknown)?.into(),
            period: run.period_code(period),
            previous_period: period
                .checked_sub(1)
                .map(|previous| run.period_code(previous)),
            is_synthetic: run.is_synthetic(period, unit),
            run: RunInfo::of(run),
            score: index.score(period, root, unit),
            rank: index.rank(period, root, unit),
            rank_change: index.rank_change(period, root, unit),
            of: ranked,
            dimensions: dimensions(run, period, unit),
            strengths: named(strong),
            weaknesses: named(weak),
            indicators: leaves
                .iter()
                .filter_map(|node| IndicatorStanding::of(run, figures, period, *node, unit))
                .collect(),
            series: series(run, unit),
        })
    }
}

fn dimensions(run: &LoadedRun, period: usize, unit: usize) -> Vec<DimensionStanding> {
    let index = &run.index;
    let framework = index.framework();
    let nodes = framework.children(framework.root()).iter();
    let all_units = 0..index.units().len();
    nodes
        .map(|node| DimensionStanding {
            node: run.node_code(*node),
            name: run.node_name(*node).into(),
            score: index.score(period, *node, unit),
            rank: index.rank(period, *node, unit),
            rank_change: index.rank_change(period, *node, unit),
            average: average(
                all_units
                    .clone()
                    .map(|other| index.score(period, *node, other)),
            ),
            weight: index.weight(*node).unwrap_or_default(),
            contribution: index
                .explain_node(period, *node, unit)
                .and_then(|explained| explained.contribution),
        })
        .collect()
}

fn series(run: &LoadedRun, unit: usize) -> Vec<SeriesPoint> {
    let framework = run.index.framework();
    let root = framework.root();
    let nodes = std::iter::once(&root).chain(framework.children(root));
    let mut points = Vec::new();
    for node in nodes {
        for period in 0..run.index.periods().len() {
            points.push(SeriesPoint {
                period: run.period_code(period),
                node: run.node_code(*node),
                score: run.index.score(period, *node, unit),
                rank: run.index.rank(period, *node, unit),
            });
        }
    }
    points
}

impl NamedStanding {
    fn of(run: &LoadedRun, period: usize, node: usize, unit: usize) -> Self {
        Self {
            node: run.node_code(node),
            name: run.node_name(node).into(),
            score: run.index.score(period, node, unit),
            rank: run.index.rank(period, node, unit),
        }
    }
}

impl IndicatorStanding {
    fn of(
        run: &LoadedRun,
        figures: &FiguresOfUnit,
        period: usize,
        node: usize,
        unit: usize,
    ) -> Option<Self> {
        let (index, details) = (&run.index, &run.indicator(node)?.details);
        let figure_at =
            |period: usize| figures.get(&(details.code.to_string(), run.period_code(period)));
        let figure = figure_at(period);
        let reported = figure.and_then(Figure::value);
        let value = reported.map(Value::number);
        let previous = period.checked_sub(1).and_then(figure_at);
        let previous_value = previous.and_then(Figure::value).map(Value::number);
        let change = value.zip(previous_value).map(|(now, before)| now - before);
        let raw = index
            .dataset("raw")
            .and_then(|raw| raw.column(details.code.as_str()));
        let all_units = 0..index.units().len();
        Some(Self {
            indicator: details.code.to_string(),
            node: run.node_code(node),
            dimension: index
                .framework()
                .parent(node)
                .map(|parent| NodeRef::of(run, parent)),
            name: run.node_name(node).into(),
            measure_unit: (&details.measure_unit).into(),
            decimals: details.decimals,
            direction: details.direction.to_string(),
            value,
            value_text: reported.map(|value| value.text().to_owned()),
            previous_value,
            change,
            is_improvement: change.and_then(|change| is_improvement(details.direction, change)),
            score: index.score(period, node, unit),
            rank: index.rank(period, node, unit),
            average_value: raw
                .and_then(|raw| average(all_units.map(|other| raw.get(period, other)))),
            status: figure.map(|figure| figure.said.status.to_string()),
            source: figure.and_then(|figure| source(&run.catalogue, figure)),
            is_synthetic: figure.is_some_and(|figure| figure.said.is_synthetic),
        })
    }
}

/// The profile of a unit in a period
#[utoipa::path(
    get,
    operation_id = "show_unit_profile",
    path = "/strategies/{strategy}/units/{unit}/profile",
    tag = "scoring",
    params(
        ("strategy" = String, Path, description = "The code of the strategy", example = "ningbo"),
        ("unit" = String, Path, description = "The code of the unit", example = "330203"),
        Asked,
    ),
    responses(
        (status = 200, description = "The profile", body = UnitProfile),
        (status = 400, description = "A parameter is wrong", body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, description = "No such strategy, unit or period", body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn show(
    State(scoring): State<Scoring>,
    visitor: Visitor,
    ApiPath((strategy, unit)): ApiPath<(Code, Code)>,
    ApiQuery(asked): ApiQuery<Asked>,
) -> Result<Json<UnitProfile>, Problem> {
    let tx = scoring.read().await?;
    let run = scoring
        .known_at(&tx, &visitor.scope, &strategy, asked.as_of)
        .await?;
    let period = run.period(asked.period.as_deref())?;
    let unit = run.unit_place(unit.as_str())?;
    let figures = figures_of_unit(&tx, &run, unit).await?;
    Ok(Json(UnitProfile::of(&run, &figures, period, unit)?))
}
