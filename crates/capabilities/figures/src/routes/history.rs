//! The versions of one cell.

use std::collections::BTreeSet;

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use yanzhi_kernel::{Code, Period};
use yanzhi_web_kit::{ApiPath, ApiQuery, Problem, Showing, Visitor};

use super::{
    Site,
    asked::Names,
    shapes::{ActorShape, FigureShape, Labels, SaidShape, account_of},
};
use crate::{AsOf, Cell, Figure, FiguresError, derivations_of, history};

/// Which cell.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// Of this indicator.
    #[param(value_type = String, example = "RD_GDP")]
    indicator: Code,
    /// Of this unit.
    #[param(value_type = String, example = "330203")]
    unit: Code,
    /// Of this caliber.
    #[param(value_type = String, example = "DEMO")]
    caliber: Code,
    /// Of this period.
    #[param(value_type = String, example = "2023")]
    period: Period,
    /// As known on this day, or at this moment; now by default.
    #[param(value_type = Option<String>, example = "2026-01-05")]
    as_of: Option<AsOf>,
}

/// The versions of a cell, the oldest first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FigureHistory)]
pub(super) struct History {
    items: Vec<VersionShape>,
}

/// A version, with who and why.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FigureVersion)]
pub(super) struct VersionShape {
    #[serde(flatten)]
    said: SaidShape,
    /// Why it replaced what was there.
    reason: Option<String>,
    /// Which way it came in: `import`, `submission:` and an id, or `derived`.
    #[schema(example = "import")]
    origin: String,
    /// Who reported it.
    recorded_by: ActorShape,
    /// Who approved it, where somebody had to.
    approved_by: Option<ActorShape>,
    /// How it was computed; `null` when it was reported.
    derivation: Option<DerivationShape>,
}

/// How a derived version came out.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FigureDerivation)]
pub(super) struct DerivationShape {
    #[schema(example = "share(RD_EXPENDITURE, GDP)")]
    expression: String,
    /// The versions that went in, as far as the asker may read them.
    inputs: Vec<FigureShape>,
}

/// The versions of a figure: what each said, who reported and approved it, when and why
#[utoipa::path(
    get, path = "/strategies/{strategy}/figures/history", tag = "figures", operation_id = "show_figure_history",
    params(("strategy" = String, Path, description = "The code of the strategy", example = "ningbo"), Asked),
    responses((status = 200, body = History), Showing)
)]
pub(super) async fn show(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath(strategy): ApiPath<Code>,
    ApiQuery(asked): ApiQuery<Asked>,
) -> Result<Json<History>, Problem> {
    let tx = site.db.read().await.map_err(FiguresError::from)?;
    let names = Names::read(&tx, &visitor.scope, &strategy).await?;
    let cell = cell(&names, &asked)?;
    let as_of = asked.as_of.map(|it| it.moment(&names.strategy.time_zone));
    let as_of = as_of.transpose()?;
    let versions = history(&tx, &visitor.scope, names.strategy.id, &cell, as_of).await?;
    let accounts = actors(&versions).filter_map(account_of).collect();
    let people = yanzhi_identity::account_names(&tx, &accounts).await;
    let people = people.map_err(FiguresError::from)?;
    let derivations = derivations_of(&tx, &visitor.scope, names.strategy.id, &versions).await?;
    let labels = Labels::of(&names);
    let version = |figure: &Figure| VersionShape {
        derivation: derivations.get(&figure.id).map(|it| DerivationShape {
            expression: it.expression.clone(),
            inputs: it.inputs.iter().map(|input| labels.row(input)).collect(),
        }),
        said: figure.into(),
        reason: figure.said.reason.clone(),
        origin: figure.provenance.to_string(),
        recorded_by: ActorShape::of(&figure.recorded_by, &people),
        approved_by: figure
            .approved_by
            .as_deref()
            .map(|actor| ActorShape::of(actor, &people)),
    };
    let items = versions.iter().map(version).collect();
    Ok(Json(History { items }))
}

fn cell(names: &Names, asked: &Asked) -> Result<Cell, FiguresError> {
    Ok(Cell {
        indicator: names.indicator(&asked.indicator)?,
        unit: names.unit(&asked.unit)?,
        caliber: names.caliber(&asked.caliber)?,
        period: asked.period,
    })
}

/// Whoever reported or approved one of the versions.
fn actors(versions: &[Figure]) -> impl Iterator<Item = &str> {
    let each = versions.iter();
    let each = each.flat_map(|it| [Some(it.recorded_by.as_str()), it.approved_by.as_deref()]);
    let distinct: BTreeSet<&str> = each.flatten().collect();
    distinct.into_iter()
}
