//! The league table as a file.

use axum::{
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use yanzhi_figures::AsOf;
use yanzhi_kernel::{Code, Lang};
use yanzhi_web_kit::{ApiPath, ApiQuery, Problem, ProblemBody, Visitor};

use super::league_table::{self, LeagueTable};
use crate::{
    Scoring, ScoringError,
    export::{LeagueSheet, SheetRow},
};

/// What is asked of an export.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Asked {
    /// The period; the latest by default.
    #[param(example = "2023")]
    period: Option<String>,
    /// The node; the whole index by default.
    node: Option<String>,
    /// Only the units of this group.
    #[param(value_type = Option<String>)]
    group: Option<Code>,
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
pub(crate) enum Format {
    /// Comma-separated, UTF-8 with a byte order mark.
    Csv,
    /// Excel.
    Xlsx,
}

impl Format {
    const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }

    const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }
}

fn sheet(strategy: &Code, table: &LeagueTable, lang: Lang) -> LeagueSheet {
    let local = |text: &yanzhi_web_kit::LocalText| match lang {
        Lang::Zh => text.zh.clone(),
        Lang::En => text.en.clone(),
    };
    let rows = table.rows.iter().map(|row| SheetRow {
        code: row.unit.code.clone(),
        name: local(&row.unit.name),
        score: row.score,
        rank: row.rank,
        group_rank: row.group_rank,
        rank_change: row.rank_change,
        score_change: row.score_change,
        children: row.children.iter().map(|child| child.score).collect(),
        missing: row.missing.as_ref().map(local),
    });
    LeagueSheet {
        title: format!("{strategy} {} {}", local(&table.node.name), table.period),
        lang,
        has_group: table.group.is_some(),
        is_synthetic: table.is_synthetic,
        children: table
            .children
            .iter()
            .map(|child| local(&child.name))
            .collect(),
        rows: rows.collect(),
        content_hash: table.run.content_hash().to_owned(),
        data_version: table.run.data_version().to_owned(),
    }
}

/// The league table as a CSV or Excel file
#[utoipa::path(
    get,
    operation_id = "export_league_table",
    path = "/strategies/{strategy}/league-table/export",
    tag = "scoring",
    params(("strategy" = String, Path, description = "The code of the strategy", example = "ningbo"), Asked),
    responses(
        (status = 200, description = "The file", content(
            (String = "text/csv"),
            (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        )),
        (status = 400, description = "A parameter is wrong", body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, description = "No such strategy, period, node or group", body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn league_table(
    State(scoring): State<Scoring>,
    visitor: Visitor,
    ApiPath(strategy): ApiPath<Code>,
    ApiQuery(asked): ApiQuery<Asked>,
) -> Result<Response, Problem> {
    let Asked {
        period,
        node,
        group,
        as_of,
        format,
        lang,
    } = asked;
    let tx = scoring.read().await?;
    let run = scoring
        .known_at(&tx, &visitor.scope, &strategy, as_of)
        .await?;
    let table = LeagueTable::of(
        &run,
        &league_table::Asked {
            period,
            node,
            group,
            as_of,
        },
    )?;
    let name = format!(
        "{strategy}-{}-{}.{}",
        table.node.code,
        table.period,
        format.extension()
    );
    let sheet = sheet(&strategy, &table, lang.unwrap_or(visitor.lang));
    let bytes = match format {
        Format::Csv => sheet.to_csv()?,
        Format::Xlsx => sheet.to_xlsx()?,
    };
    file(&name, format, bytes)
}

fn file(name: &str, format: Format, bytes: Vec<u8>) -> Result<Response, Problem> {
    let disposition = format!("attachment; filename=\"{name}\"");
    let disposition = HeaderValue::from_str(&disposition)
        .map_err(|reason| ScoringError::Export(reason.to_string()))?;
    let kind = HeaderValue::from_static(format.media_type());
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    Ok((StatusCode::OK, headers, bytes).into_response())
}
