//! How the units stand.

use axum::{extract::State, http::HeaderMap, response::Response};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use yanzhi_figures::AsOf;
use yanzhi_kernel::Code;
use yanzhi_web_kit::{ApiPath, ApiQuery, LocalText, Problem, ProblemBody, Visitor};

use super::answers::Answers;
use super::shapes::{Named, RunInfo, UnitRef};
use crate::{
    LoadedRun, Scoring, ScoringError, explain_missing,
    rules::compare::{average, ranks},
};

/// What is asked of a league table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Asked {
    /// The period; the latest by default.
    #[param(example = "2023")]
    pub(crate) period: Option<String>,
    /// The node; the whole index by default.
    pub(crate) node: Option<String>,
    /// Only the units of this group.
    #[param(value_type = Option<String>)]
    pub(crate) group: Option<Code>,
    /// As known on this day, or at this moment; now by default.
    #[param(value_type = Option<String>, example = "2026-01-05")]
    pub(crate) as_of: Option<AsOf>,
}

/// The league table of a node in a period.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LeagueTable {
    /// The period.
    #[schema(example = "2023")]
    pub(crate) period: String,
    /// The period that changes are against.
    pub(crate) previous_period: Option<String>,
    /// The node.
    pub(crate) node: NodeRef,
    /// The group, when only one is shown.
    pub(crate) group: Option<Named>,
    /// Whether generated figures (演示数据) went into it.
    pub(crate) is_synthetic: bool,
    /// The mean score of the units shown.
    pub(crate) average: Option<f64>,
    /// The children of the node.
    pub(crate) children: Vec<Child>,
    /// What it rests on.
    pub(crate) run: RunInfo,
    /// The units, by rank and then by code.
    pub(crate) rows: Vec<Row>,
}

/// A node by its place in the tree.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct NodeRef {
    /// Its code.
    pub(crate) code: String,
    /// Its name.
    pub(crate) name: LocalText,
    /// Its level: 0 is the index, 1 its dimensions.
    pub(crate) level: usize,
    /// The node it is part of.
    pub(crate) parent: Option<String>,
}

/// A child of the node.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Child {
    /// Its code.
    pub(crate) code: String,
    /// Its name.
    pub(crate) name: LocalText,
    /// Its weight among its siblings.
    pub(crate) weight: f64,
}

/// How one unit stands.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Row {
    /// The unit.
    pub(crate) unit: UnitRef,
    /// Its score.
    pub(crate) score: Option<f64>,
    /// Its rank among all units.
    pub(crate) rank: Option<u32>,
    /// Its rank among the units of the group shown.
    pub(crate) group_rank: Option<u32>,
    /// Places gained (进位, positive) or lost (退位, negative) against the previous period.
    pub(crate) rank_change: Option<i32>,
    /// Points gained or lost.
    pub(crate) score_change: Option<f64>,
    /// How it stands in each child, in their order.
    pub(crate) children: Vec<Standing>,
    /// How it stood in every period.
    pub(crate) series: Vec<PeriodStanding>,
    /// Whether generated figures (演示数据) went into it.
    pub(crate) is_synthetic: bool,
    /// Why there is no score.
    pub(crate) missing: Option<LocalText>,
}

/// Score and rank in a node.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Standing {
    /// The node.
    pub(crate) node: String,
    /// The score.
    pub(crate) score: Option<f64>,
    /// The rank.
    pub(crate) rank: Option<u32>,
}

/// Score and rank in a period.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PeriodStanding {
    /// The period.
    pub(crate) period: String,
    /// The score.
    pub(crate) score: Option<f64>,
    /// The rank.
    pub(crate) rank: Option<u32>,
}

impl LeagueTable {
    pub(crate) fn of(run: &LoadedRun, asked: &Asked) -> Result<Self, ScoringError> {
        let period = run.period(asked.period.as_deref())?;
        let node = run.node(asked.node.as_deref())?;
        let members = run.members(asked.group.as_ref())?;
        let scores: Vec<Option<f64>> = members
            .iter()
            .map(|unit| run.index.score(period, node, *unit))
            .collect();
        let group_ranks = ranks(&scores);
        let mut rows: Vec<Row> = members
            .iter()
            .zip(group_ranks)
            .filter_map(|(unit, group_rank)| Row::of(run, period, node, *unit, group_rank))
            .collect();
        rows.sort_by_key(|row| (row.rank.unwrap_or(u32::MAX), row.unit.code.clone()));
        let children = run.index.framework().children(node).iter();
        Ok(Self {
            period: run.period_code(period),
            previous_period: period
                .checked_sub(1)
                .map(|previous| run.period_code(previous)),
            node: NodeRef::of(run, node),
            group: asked.group.as_ref().and_then(|code| group(run, code)),
            is_synthetic: rows.iter().any(|row| row.is_synthetic),
            average: average(scores),
            children: children.map(|child| Child::of(run, *child)).collect(),
            run: RunInfo::of(run),
            rows,
        })
    }
}

fn group(run: &LoadedRun, code: &Code) -> Option<Named> {
    let group = run.directory.groups.get(code)?;
    Some(Named {
        code: group.code.to_string(),
        name: (&group.name).into(),
    })
}

impl NodeRef {
    pub(crate) fn of(run: &LoadedRun, node: usize) -> Self {
        let framework = run.index.framework();
        Self {
            code: run.node_code(node),
            name: run.node_name(node).into(),
            level: framework.level(node).unwrap_or_default(),
            parent: framework.parent(node).map(|parent| run.node_code(parent)),
        }
    }
}

impl Child {
    fn of(run: &LoadedRun, node: usize) -> Self {
        Self {
            code: run.node_code(node),
            name: run.node_name(node).into(),
            weight: run.index.weight(node).unwrap_or_default(),
        }
    }
}

impl Row {
    fn of(
        run: &LoadedRun,
        period: usize,
        node: usize,
        unit: usize,
        group_rank: Option<u32>,
    ) -> Option<Self> {
        let index = &run.index;
        let children = index
            .framework()
            .children(node)
            .iter()
            .map(|child| Standing {
                node: run.node_code(*child),
                score: index.score(period, *child, unit),
                rank: index.rank(period, *child, unit),
            });
        Some(Self {
            unit: run.unit(unit)?.into(),
            score: index.score(period, node, unit),
            rank: index.rank(period, node, unit),
            group_rank,
            rank_change: index.rank_change(period, node, unit),
            score_change: index.score_change(period, node, unit),
            children: children.collect(),
            series: series(run, node, unit),
            is_synthetic: run.is_synthetic(period, unit),
            missing: index
                .missing(period, node, unit)
                .map(|why| explain_missing(&why).into()),
        })
    }
}

/// How a unit stood in a node in every period.
pub(crate) fn series(run: &LoadedRun, node: usize, unit: usize) -> Vec<PeriodStanding> {
    let standing = |period| PeriodStanding {
        period: run.period_code(period),
        score: run.index.score(period, node, unit),
        rank: run.index.rank(period, node, unit),
    };
    (0..run.index.periods().len()).map(standing).collect()
}

/// The league table of a node in a period
#[utoipa::path(
    get,
    operation_id = "show_league_table",
    path = "/strategies/{strategy}/league-table",
    tag = "scoring",
    params(("strategy" = String, Path, description = "The code of the strategy", example = "ningbo"), Asked),
    responses(
        (status = 200, description = "The league table", body = LeagueTable),
        (status = 400, description = "A parameter is wrong", body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, description = "No such strategy, period, node or group", body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn show(
    State(scoring): State<Scoring>,
    State(answers): State<Answers>,
    visitor: Visitor,
    ApiPath(strategy): ApiPath<Code>,
    ApiQuery(asked): ApiQuery<Asked>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let tx = scoring.read().await?;
    let run = scoring
        .known_at(&tx, &visitor.scope, &strategy, asked.as_of)
        .await?;
    let table = answers.league_table(run, asked).await?;
    Ok(table.answer(&headers))
}
