//! From a score to its contributions, the rules between, and the figures as reported.

mod node;
mod rules;

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use yanzhi_figures::AsOf;
use yanzhi_kernel::Code;
use yanzhi_web_kit::{ApiPath, ApiQuery, Problem, ProblemBody, Visitor};

use super::{
    league_table::NodeRef,
    profile::{FiguresOfUnit, figures_of_unit},
    shapes::{RunInfo, UnitRef},
};
use crate::{LoadedRun, Scoring, ScoringError};
use node::ExplainedNode;

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
    /// As known on this day, or at this moment; now by default.
    #[param(value_type = Option<String>, example = "2026-01-05")]
    as_of: Option<AsOf>,
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
            let band = run.index.band(period, node, unit);
            Some(ExplainedNode::of(
                run,
                figures,
                (period, node),
                explained,
                band,
            ))
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
    let run = scoring
        .known_at(&tx, &visitor.scope, &strategy, asked.as_of)
        .await?;
    let period = run.period(asked.period.as_deref())?;
    let node = run.node(asked.node.as_deref())?;
    let unit = run.unit_place(unit.as_str())?;
    let figures = figures_of_unit(&tx, &run, unit).await?;
    Ok(Json(Explanation::of(&run, &figures, period, unit, node)?))
}
