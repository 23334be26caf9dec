//! What is measured, and who stands where on it.

mod page;
mod shown;

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use yanzhi_catalogue::{Indicator, IndicatorDetails};
use yanzhi_figures::{AsOf, Selection};
use yanzhi_kernel::{Code, Period, Scope};
use yanzhi_web_kit::{ApiPath, ApiQuery, LocalText, Problem, ProblemBody, Visitor};

use self::page::IndicatorPage;
use super::shapes::Named;
use crate::{LoadedRun, Scoring, ScoringError};

/// What is asked of an indicator.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Asked {
    /// The period; the latest with figures by default.
    #[param(value_type = Option<String>, example = "2023")]
    period: Option<Period>,
    /// The caliber; that of the index by default, or the one with most figures.
    #[param(value_type = Option<String>)]
    caliber: Option<Code>,
    /// As known on this day, or at this moment; now by default.
    #[param(value_type = Option<String>, example = "2026-01-05")]
    as_of: Option<AsOf>,
}

/// The indicators.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct IndicatorList {
    items: Vec<IndicatorSummary>,
}

/// An indicator in a list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct IndicatorSummary {
    #[schema(example = "RD_GDP")]
    code: String,
    name: LocalText,
    measure_unit: LocalText,
    /// `higher_is_better` or `lower_is_better`.
    direction: String,
    /// `expected` (预期性) or `binding` (约束性).
    class: String,
    /// `yearly`, `half_yearly`, `quarterly` or `monthly`.
    frequency: String,
    owner: Option<Named>,
    /// The node of the framework it belongs to.
    dimension: Option<Named>,
    /// How many figures there are.
    observations: usize,
}

fn owner(run: &LoadedRun, details: &IndicatorDetails) -> Option<Named> {
    let unit = run.directory.units.get(details.owner.as_ref()?)?;
    Some(Named {
        code: unit.details.code.to_string(),
        name: (&unit.details.name).into(),
    })
}

/// The leaf that takes an indicator.
fn leaf(run: &LoadedRun, indicator: &Code) -> Option<usize> {
    let mut leaves = run.index.framework().leaves();
    leaves
        .find(|(_, column)| *column == indicator.as_str())
        .map(|(node, _)| node)
}

impl IndicatorSummary {
    fn of(run: &LoadedRun, indicator: &Indicator) -> Self {
        let details = &indicator.details;
        let parent = leaf(run, &details.code).and_then(|node| run.index.framework().parent(node));
        let dimension = parent.map(|node| Named {
            code: run.node_code(node),
            name: run.node_name(node).into(),
        });
        Self {
            code: details.code.to_string(),
            name: (&details.name).into(),
            measure_unit: (&details.measure_unit).into(),
            direction: details.direction.to_string(),
            class: details.class.to_string(),
            frequency: details.frequency.to_string(),
            owner: owner(run, details),
            dimension,
            observations: run
                .counts
                .get(&indicator.id)
                .map_or(0, |count| count.figures),
        }
    }
}

/// The indicators
#[utoipa::path(
    get,
    operation_id = "list_indicators",
    path = "/strategies/{strategy}/indicators",
    tag = "indicators",
    params(("strategy" = String, Path, description = "The code of the strategy", example = "ningbo")),
    responses(
        (status = 200, description = "The indicators, by code", body = IndicatorList),
        (status = 404, description = "No such strategy", body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn list(
    State(scoring): State<Scoring>,
    visitor: Visitor,
    ApiPath(strategy): ApiPath<Code>,
) -> Result<Json<IndicatorList>, Problem> {
    let tx = scoring.read().await?;
    let run = scoring.standing(&tx, &visitor.scope, &strategy).await?;
    let items = run.catalogue.indicators.values();
    let items = items
        .map(|indicator| IndicatorSummary::of(&run, indicator))
        .collect();
    Ok(Json(IndicatorList { items }))
}

/// An indicator with its ranking and its series
#[utoipa::path(
    get,
    operation_id = "show_indicator",
    path = "/strategies/{strategy}/indicators/{indicator}",
    tag = "indicators",
    params(
        ("strategy" = String, Path, description = "The code of the strategy", example = "ningbo"),
        ("indicator" = String, Path, description = "The code of the indicator", example = "RD_GDP"),
        Asked,
    ),
    responses(
        (status = 200, description = "The indicator", body = IndicatorPage),
        (status = 400, description = "A parameter is wrong", body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, description = "No such strategy, indicator or period", body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn show(
    State(scoring): State<Scoring>,
    visitor: Visitor,
    ApiPath((strategy, indicator)): ApiPath<(Code, Code)>,
    ApiQuery(asked): ApiQuery<Asked>,
) -> Result<Json<IndicatorPage>, Problem> {
    let tx = scoring.read().await?;
    let run = scoring
        .known_at(&tx, &visitor.scope, &strategy, asked.as_of)
        .await?;
    let known = run.catalogue.indicators.get(&indicator);
    let known = known.ok_or_else(|| ScoringError::UnknownIndicator(indicator.to_string()))?;
    let selection = Selection {
        indicators: vec![known.id],
        as_of: Some(run.run.as_of),
        ..Selection::default()
    };
    let released = Scope::public(run.released_at);
    let figures = yanzhi_figures::figures(&tx, &released, run.strategy.id, &selection).await;
    let figures = figures.map_err(ScoringError::from)?;
    Ok(Json(IndicatorPage::of(&run, known, &figures, &asked)?))
}
