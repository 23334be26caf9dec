//! A version of the framework as a file.

use axum::{
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use yanzhi_kernel::Code;
use yanzhi_web_kit::{ApiPath, ApiQuery, Problem, Showing, Visitor};

use super::Site;
use crate::{CatalogueError, FrameworkView, export::Bundle, service};

/// What is asked of an export.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Asked {
    /// `xlsx`, or `pack` for a ZIP of the files of a pack.
    #[param(inline)]
    format: ExportFormat,
}

/// A format of files.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ExportFormat {
    /// Excel: tree, indicators, calibers and sources.
    Xlsx,
    /// The files of a strategy pack that the catalogue is made of, as a ZIP.
    Pack,
}

impl ExportFormat {
    const fn media_type(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pack => "application/zip",
        }
    }

    const fn ending(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Pack => "zip",
        }
    }
}

/// A version of the framework as an Excel workbook or as files of a pack
#[utoipa::path(
    get, path = "/strategies/{strategy}/catalogue/frameworks/{version}/export", tag = "catalogue", operation_id = "export_framework",
    params(("strategy" = String, Path, description = "The code of the strategy", example = "ningbo"), ("version" = String, Path, description = "The version", example = "2024"), Asked),
    responses(
        (status = 200, description = "The file", content(
            (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            (Vec<u8> = "application/zip"),
        )),
        Showing
    )
)]
pub(crate) async fn framework(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((strategy, version)): ApiPath<(Code, String)>,
    ApiQuery(Asked { format }): ApiQuery<Asked>,
) -> Result<Response, Problem> {
    let tx = site.read().await?;
    let scope = &visitor.scope;
    let strategy = service::strategy_named(&tx, scope, &strategy).await?;
    let found = service::any_framework(&tx, scope, &strategy, &version).await?;
    let known = service::catalogue(&tx, scope, strategy.id).await?;
    let bundle = Bundle {
        strategy: &strategy,
        view: &FrameworkView::of(&tx, &strategy, found).await?,
        calibers: known.calibers.values().collect(),
        sources: known.sources.values().collect(),
    };
    let bytes = match format {
        ExportFormat::Xlsx => bundle.to_xlsx()?,
        ExportFormat::Pack => bundle.to_pack()?,
    };
    file(&strategy.code, &version, format, bytes)
}

fn file(
    strategy: &Code,
    version: &str,
    format: ExportFormat,
    bytes: Vec<u8>,
) -> Result<Response, Problem> {
    // A version that was imported may have any name; that of a file is plain.
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let version = version.replace(|c| !is_plain(c), "_");
    let name = format!("{strategy}-catalogue-{version}.{}", format.ending());
    let disposition = format!("attachment; filename=\"{name}\"");
    let disposition = HeaderValue::from_str(&disposition)
        .map_err(|reason| CatalogueError::Export(reason.to_string()))?;
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static(format.media_type()),
        ),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    Ok((StatusCode::OK, headers, bytes).into_response())
}
