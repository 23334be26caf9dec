//! Figures, page by page.

use axum::{Json, extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use yanzhi_kernel::{Code, ObservationStatus, Period, Text};
use yanzhi_web_kit::{ApiPath, ApiQuery, Problem, Showing, Visitor};

use super::{
    Site,
    asked::{Filter, Names},
    shapes::{FigureShape, Labels},
};
use crate::{AsOf, FiguresError, list as list_figures};

/// Most figures of one page.
const MOST: usize = 500;

/// Which figures, and which page of them.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// Only of this indicator.
    #[param(value_type = Option<String>, example = "RD_GDP")]
    indicator: Option<Code>,
    /// Only of this unit.
    #[param(value_type = Option<String>, example = "330203")]
    unit: Option<Code>,
    /// Only of this caliber.
    #[param(value_type = Option<String>)]
    caliber: Option<Code>,
    /// Only of this period.
    #[param(value_type = Option<String>, example = "2023")]
    period: Option<Period>,
    /// `estimate`, `flash`, `final` or `revised`.
    #[param(value_type = Option<String>, example = "final")]
    status: Option<ObservationStatus>,
    /// As known on this day, or at this moment; now by default.
    #[param(value_type = Option<String>, example = "2026-01-05")]
    as_of: Option<AsOf>,
    /// Behind this cell, as `next` said.
    after: Option<String>,
    /// How many, 100 by default and 500 at most.
    limit: Option<usize>,
}

/// Some of the figures, ordered by indicator, unit, caliber and period.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FigureList)]
pub(super) struct FigureList {
    items: Vec<FigureShape>,
    /// To be asked for as `after` to see those that follow; `null` when there are none.
    #[schema(example = "RD_GDP,330203,DEMO,2023")]
    next: Option<String>,
}

fn invalid_cursor() -> Problem {
    Problem::new(
        StatusCode::BAD_REQUEST,
        "invalid-cursor",
        Text::new("翻页位置有误", "Invalid cursor"),
        Text::new(
            "after 不是本接口给出的 next：请从第一页重新开始。",
            "`after` is not what `next` said: begin with the first page again.",
        ),
    )
}

/// The figures that one may read before their release, each in the version that counts
#[utoipa::path(
    get, path = "/strategies/{strategy}/figures", tag = "figures", operation_id = "list_figures",
    params(("strategy" = String, Path, description = "The code of the strategy", example = "ningbo"), Asked),
    responses((status = 200, body = FigureList), Showing)
)]
pub(super) async fn list(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath(strategy): ApiPath<Code>,
    ApiQuery(asked): ApiQuery<Asked>,
) -> Result<Json<FigureList>, Problem> {
    let tx = site.db.read().await.map_err(FiguresError::from)?;
    let names = Names::read(&tx, &visitor.scope, &strategy).await?;
    let (filter, after, limit) = asked.parts();
    let selection = names.selection(&filter)?;
    let cell = |text: String| names.cell(&text).ok_or_else(invalid_cursor);
    let after = after.map(cell).transpose()?;
    let id = names.strategy.id;
    let page = list_figures(&tx, &visitor.scope, id, &selection, after.as_ref(), limit).await?;
    Ok(Json(FigureList::of(&Labels::of(&names), &page)))
}

impl Asked {
    fn parts(self) -> (Filter, Option<String>, usize) {
        let filter = Filter {
            indicator: self.indicator,
            unit: self.unit,
            caliber: self.caliber,
            period: self.period,
            status: self.status,
            as_of: self.as_of,
        };
        let limit = self.limit.unwrap_or(100).clamp(1, MOST);
        (filter, self.after, limit)
    }
}

impl FigureList {
    fn of(labels: &Labels<'_>, page: &crate::FigurePage) -> Self {
        let last = page.figures.last().filter(|_| page.has_more);
        Self {
            items: page
                .figures
                .iter()
                .map(|figure| labels.row(figure))
                .collect(),
            next: last.map(|figure| labels.cursor(figure)),
        }
    }
}
