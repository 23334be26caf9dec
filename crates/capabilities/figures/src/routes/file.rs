//! Figures as a file.

use axum::{
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use yanzhi_kernel::{Code, Lang, ObservationStatus, Period};
use yanzhi_web_kit::{ApiPath, ApiQuery, LocalText, Problem, Showing, Visitor};

use super::{
    Site,
    asked::{Filter, Names},
    shapes::Labels,
};
use crate::{
    AsOf, Figure, FiguresError,
    export::{FigureSheet, SheetRow},
    list,
};

/// Most figures of one file.
const MOST: usize = 100_000;

/// Which figures, and which file.
#[derive(Clone, Debug, Deserialize, IntoParams)]
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
    /// `csv` or `xlsx`.
    #[param(inline)]
    format: Format,
    /// The language of the headings; that of the request by default.
    #[param(value_type = Option<String>, example = "zh")]
    lang: Option<Lang>,
}

/// A format of files.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = FigureFileFormat)]
pub(super) enum Format {
    /// Comma-separated, UTF-8 with a byte order mark.
    Csv,
    /// Excel.
    Xlsx,
}

/// The same figures as a CSV or Excel file, at most 100,000
#[utoipa::path(
    get, path = "/strategies/{strategy}/figures/export", tag = "figures", operation_id = "export_figures",
    params(("strategy" = String, Path, description = "The code of the strategy", example = "ningbo"), Asked),
    responses(
        (status = 200, description = "The file", content(
            (String = "text/csv"),
            (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        )),
        Showing,
    )
)]
pub(super) async fn export(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath(strategy): ApiPath<Code>,
    ApiQuery(asked): ApiQuery<Asked>,
) -> Result<Response, Problem> {
    let tx = site.db.read().await.map_err(FiguresError::from)?;
    let names = Names::read(&tx, &visitor.scope, &strategy).await?;
    let (format, lang) = (asked.format, asked.lang.unwrap_or(visitor.lang));
    let selection = names.selection(&asked.filter())?;
    let id = names.strategy.id;
    let page = list(&tx, &visitor.scope, id, &selection, None, MOST).await?;
    if page.has_more {
        return Err(FiguresError::TooMany { most: MOST }.into());
    }
    let labels = Labels::of(&names);
    let rows = page.figures.iter().map(|it| row(&labels, it, lang));
    let sheet = FigureSheet {
        lang,
        rows: rows.collect(),
    };
    let made = tokio::task::spawn_blocking(move || sheet.write(format.is_xlsx())).await;
    let bytes = made.map_err(|error| FiguresError::Export(error.to_string()))??;
    file(&strategy, format, bytes)
}

impl Asked {
    fn filter(self) -> Filter {
        Filter {
            indicator: self.indicator,
            unit: self.unit,
            caliber: self.caliber,
            period: self.period,
            status: self.status,
            as_of: self.as_of,
        }
    }
}

impl Format {
    const fn is_xlsx(self) -> bool {
        matches!(self, Self::Xlsx)
    }
}

fn row(labels: &Labels<'_>, figure: &Figure, lang: Lang) -> SheetRow {
    let [indicator, unit, caliber] = labels.cell(figure);
    let local = |text: LocalText| match lang {
        Lang::Zh => text.zh,
        Lang::En => text.en,
    };
    let said = &figure.said;
    let absence = said.content.absence();
    SheetRow {
        texts: [
            indicator.code,
            local(indicator.name),
            unit.code,
            local(unit.name),
            caliber.code,
            said.cell.period.to_string(),
        ],
        value: figure.value().cloned(),
        missing: absence.map(|absence| absence.reason.name().get(lang).to_owned()),
        status: said.status.to_string(),
        source: said.source.as_ref().map(Code::to_string),
        is_synthetic: said.is_synthetic,
        note: absence
            .and_then(|absence| absence.note.clone())
            .or_else(|| said.note.clone()),
        explanation: said.explanation.clone(),
        embargo_until: said.embargo_until.map(|at| at.to_string()),
        version: figure.sequence,
        recorded_at: figure.recorded_at.to_string(),
    }
}

fn file(strategy: &Code, format: Format, bytes: Vec<u8>) -> Result<Response, Problem> {
    let (kind, extension) = if format.is_xlsx() {
        let excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        (excel, "xlsx")
    } else {
        ("text/csv; charset=utf-8", "csv")
    };
    let disposition = format!("attachment; filename=\"{strategy}-figures.{extension}\"");
    let disposition = HeaderValue::from_str(&disposition)
        .map_err(|reason| FiguresError::Export(reason.to_string()))?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    Ok((StatusCode::OK, headers, bytes).into_response())
}
