//! From a score to its contributions, the rules between, and the figures as reported.

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use yanzhi_catalogue::Indicator;
use yanzhi_engine::{Aggregation, Basis, NodeExplanation, Stage};
use yanzhi_figures::Figure;
use yanzhi_kernel::Code;
use yanzhi_web_kit::{ApiPath, ApiQuery, LocalText, Problem, ProblemBody, Visitor};

use super::{
    league_table::NodeRef,
    profile::{FiguresOfUnit, figures_of_unit},
    shapes::{Named, ParameterShape, RunInfo, SourceRef, UnitRef, caliber, source},
};
use crate::{LoadedRun, Scoring, ScoringError, explain_missing};

/// What is asked of an explanation.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Asked {
    /// The period; the latest by default.
    #[param(example = "2023")]
    period: Option<String>,
    /// The node to explain; the whole index by default.
    node: Option<String>,
}

/// Why a unit has its score in a node.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Explanation {
    /// The unit.
    unit: UnitRef,
    /// The period.
    #[schema(example = "2023")]
    period: String,
    /// The node.
    node: NodeRef,
    /// Whether generated figures (演示数据) went into it.
    is_synthetic: bool,
    /// What it rests on.
    run: RunInfo,
    /// The node and everything below it, in tree order.
    nodes: Vec<ExplainedNode>,
}

/// One node of an explanation.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ExplainedNode {
    code: String,
    parent: Option<String>,
    /// 0 is the index, 1 its dimensions.
    level: usize,
    name: LocalText,
    score: Option<f64>,
    rank: Option<u32>,
    /// The weight given among its siblings.
    weight: f64,
    /// The share among those siblings that have a score.
    effective_weight: Option<f64>,
    /// The points it gives to its parent's score; those of all siblings add up to it.
    contribution: Option<f64>,
    /// Those points as a share of the parent's score.
    contribution_share: Option<f64>,
    /// How the points were shared out: `arithmetic` or, for a geometric mean, `log_share`.
    basis: Option<BasisShape>,
    /// How the children were put together.
    aggregation: Option<AggregationShape>,
    /// From the figure to the score, step by step; for leaves.
    stages: Vec<StageShape>,
    /// The figure as reported; for leaves.
    figure: Option<FigureShape>,
    /// Why there is no score.
    missing: Option<LocalText>,
}

/// How contributions share out a score.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum BasisShape {
    /// Weighted points, which add up.
    Arithmetic,
    /// By share of the logarithm.
    LogShare,
}

/// How children were put together.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AggregationShape {
    #[schema(example = "arithmetic")]
    rule: String,
    /// The formula in plain text.
    formula: String,
    /// The share of children that have a score.
    available_share: f64,
    /// The share that the method asks for.
    data_threshold: Option<f64>,
}

/// The value after a step.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct StageShape {
    #[schema(example = "normalise")]
    step: String,
    #[schema(example = "standard_ratio")]
    rule: Option<String>,
    /// The formula in plain text.
    formula: Option<String>,
    parameters: Vec<ParameterShape>,
    value: Option<f64>,
}

/// A figure as reported.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FigureShape {
    value: f64,
    /// The value as it was written.
    value_text: String,
    measure_unit: LocalText,
    decimals: u8,
    /// `estimate`, `flash`, `final` or `revised`.
    status: String,
    source: Option<SourceRef>,
    /// Whether the figure was generated: 演示数据.
    is_synthetic: bool,
    caliber: Named,
    note: Option<String>,
    /// When it was recorded, RFC 3339.
    recorded_at: String,
}

impl Explanation {
    fn of(
        run: &LoadedRun,
        figures: &FiguresOfUnit,
        period: usize,
        unit: usize,
        node: usize,
    ) -> Result<Self, ScoringError> {
        let below = run.index.framework().subtree(node);
        let nodes = below.filter_map(|node| {
            let explained = run.index.explain_node(period, node, unit)?;
            Some(ExplainedNode::of(run, figures, period, node, explained))
        });
        let unknown = || ScoringError::UnknownUnit(unit.to_string());
        Ok(Self {
            unit: run.unit(unit).ok_or_else(unknown)?.into(),
            period: run.period_code(period),
            node: NodeRef::of(run, node),
            is_synthetic: run.is_synthetic(period, unit),
            run: RunInfo::of(run),
            nodes: nodes.collect(),
        })
    }
}

impl ExplainedNode {
    fn of(
        run: &LoadedRun,
        figures: &FiguresOfUnit,
        period: usize,
        node: usize,
        explained: NodeExplanation,
    ) -> Self {
        let figure = run.indicator(node).and_then(|indicator| {
            let key = (indicator.details.code.to_string(), run.period_code(period));
            Some(FigureShape::of(run, indicator, figures.get(&key)?))
        });
        Self {
            code: explained.node,
            parent: explained.parent,
            level: explained.level,
            name: run.node_name(node).into(),
            score: explained.score,
            rank: explained.rank,
            weight: explained.weight,
            effective_weight: explained.effective_weight,
            contribution: explained.contribution,
            contribution_share: explained.contribution_share,
            basis: explained.basis.and_then(|basis| match basis {
                Basis::Arithmetic => Some(BasisShape::Arithmetic),
                Basis::LogShare => Some(BasisShape::LogShare),
                // Better no word than the wrong one.
                _ => None,
            }),
            aggregation: explained.aggregation.map(AggregationShape::from),
            stages: explained.stages.into_iter().map(StageShape::from).collect(),
            figure,
            missing: explained.missing.map(|why| explain_missing(&why).into()),
        }
    }
}

impl From<Aggregation> for AggregationShape {
    fn from(aggregation: Aggregation) -> Self {
        let Aggregation {
            rule,
            formula,
            available_share,
            data_threshold,
            ..
        } = aggregation;
        Self {
            rule,
            formula,
            available_share,
            data_threshold,
        }
    }
}

impl From<Stage> for StageShape {
    fn from(stage: Stage) -> Self {
        let parameters = stage.parameters.into_iter();
        let parameters = parameters.map(|it| ParameterShape {
            name: it.name,
            value: it.value,
        });
        Self {
            step: stage.step,
            rule: stage.rule,
            formula: stage.formula,
            parameters: parameters.collect(),
            value: stage.value,
        }
    }
}

impl FigureShape {
    fn of(run: &LoadedRun, indicator: &Indicator, figure: &Figure) -> Self {
        let said = &figure.said;
        Self {
            value: said.value.number(),
            value_text: said.value.text().to_owned(),
            measure_unit: (&indicator.details.measure_unit).into(),
            decimals: indicator.details.decimals,
            status: said.status.to_string(),
            source: source(&run.catalogue, figure),
            is_synthetic: said.is_synthetic,
            caliber: caliber(&run.catalogue, &said.cell.caliber),
            note: said.note.clone(),
            recorded_at: figure.recorded_at.to_string(),
        }
    }
}

/// Why a unit has its score
#[utoipa::path(
    get,
    operation_id = "show_explanation",
    path = "/strategies/{strategy}/units/{unit}/explanation",
    tag = "scoring",
    params(
        ("strategy" = String, Path, description = "The code of the strategy", example = "ningbo"),
        ("unit" = String, Path, description = "The code of the unit", example = "330203"),
        Asked,
    ),
    responses(
        (status = 200, description = "The explanation", body = Explanation),
        (status = 400, description = "A parameter is wrong", body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, description = "No such strategy, unit, period or node", body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn show(
    State(scoring): State<Scoring>,
    visitor: Visitor,
    ApiPath((strategy, unit)): ApiPath<(Code, Code)>,
    ApiQuery(asked): ApiQuery<Asked>,
) -> Result<Json<Explanation>, Problem> {
    let tx = scoring.read().await?;
    let run = scoring.standing(&tx, &visitor.scope, &strategy).await?;
    let period = run.period(asked.period.as_deref())?;
    let node = run.node(asked.node.as_deref())?;
    let unit = run.unit_place(unit.as_str())?;
    let figures = figures_of_unit(&tx, &run, unit).await?;
    Ok(Json(Explanation::of(&run, &figures, period, unit, node)?))
}
