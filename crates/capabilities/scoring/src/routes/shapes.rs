//! Shapes that several answers share.

use serde::Serialize;
use utoipa::ToSchema;
use yanzhi_catalogue::{Catalogue, Source};
use yanzhi_engine::Parameter;
use yanzhi_figures::Figure;
use yanzhi_kernel::Code;
use yanzhi_organisations::Unit;
use yanzhi_web_kit::LocalText;

use crate::LoadedRun;

/// A thing by its code and name.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Named {
    /// Its code.
    #[schema(example = "RD_GDP")]
    pub(crate) code: String,
    /// Its name.
    pub(crate) name: LocalText,
}

/// What an answer rests on.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct RunInfo {
    /// The id of the run.
    id: String,
    /// The version of the framework.
    #[schema(example = "2023")]
    framework_version: String,
    /// The scope that the values cover.
    caliber: Named,
    /// The method: an ordered list of steps with their parameters.
    #[schema(value_type = MethodShape)]
    method: serde_json::Value,
    /// SHA-256 of the figures that went in.
    data_version: String,
    /// SHA-256 of the result.
    content_hash: String,
    /// When it was computed, RFC 3339.
    created_at: String,
    /// The version of the engine.
    engine_version: String,
}

/// A method: its steps in order. Each has `step`, mostly a `rule`, and the parameters of that rule.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MethodShape {
    /// The steps.
    steps: Vec<std::collections::BTreeMap<String, serde_json::Value>>,
}

impl RunInfo {
    pub(crate) fn of(run: &LoadedRun) -> Self {
        let content = &run.framework.content;
        let method = serde_json::to_value(&content.method).unwrap_or_default();
        Self {
            id: run.run.id.to_string(),
            framework_version: content.version.clone(),
            caliber: caliber(&run.catalogue, &content.scoring.caliber),
            method,
            data_version: run.run.data_version.to_string(),
            content_hash: run.run.content_hash.to_string(),
            created_at: run.run.created_at.to_string(),
            engine_version: run.run.engine_version.clone(),
        }
    }
}

impl RunInfo {
    pub(crate) fn content_hash(&self) -> &str {
        &self.content_hash
    }

    pub(crate) fn data_version(&self) -> &str {
        &self.data_version
    }
}

/// A caliber by its code.
pub(crate) fn caliber(catalogue: &Catalogue, code: &Code) -> Named {
    let name = catalogue
        .calibers
        .get(code)
        .map(|caliber| LocalText::from(&caliber.name));
    let name = name.unwrap_or_else(|| yanzhi_kernel::Text::same(code.as_str()).into());
    Named {
        code: code.to_string(),
        name,
    }
}

/// A unit as lists show it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct UnitRef {
    /// Its code.
    #[schema(example = "330203")]
    pub(crate) code: String,
    /// Its name.
    pub(crate) name: LocalText,
    /// Its name where room is scarce.
    pub(crate) short_name: LocalText,
    /// `city`, `district`, `zone`, `department`, `township` or `other`.
    #[schema(example = "district")]
    pub(crate) kind: String,
    /// Its group.
    pub(crate) group: Option<String>,
}

impl From<&Unit> for UnitRef {
    fn from(unit: &Unit) -> Self {
        let unit = &unit.details;
        Self {
            code: unit.code.to_string(),
            name: (&unit.name).into(),
            short_name: (&unit.short_name).into(),
            kind: unit.kind.to_string(),
            group: unit.group.as_ref().map(Code::to_string),
        }
    }
}

/// Where a figure or definition comes from.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct SourceRef {
    /// Its title.
    title: LocalText,
    /// Who published it.
    publisher: Option<String>,
    /// Where it is.
    url: Option<String>,
}

impl From<&Source> for SourceRef {
    fn from(source: &Source) -> Self {
        Self {
            title: (&source.title).into(),
            publisher: source.publisher.clone(),
            url: source.url.clone(),
        }
    }
}

/// The source of a figure.
pub(crate) fn source(catalogue: &Catalogue, figure: &Figure) -> Option<SourceRef> {
    let code = figure.said.source.as_ref()?;
    catalogue.sources.get(code).map(SourceRef::from)
}

/// A named number of a rule.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct ParameterShape {
    /// Its name in the formula.
    #[schema(example = "standard")]
    pub(crate) name: String,
    /// Its value.
    #[schema(example = 2.5)]
    pub(crate) value: f64,
}

impl From<Parameter> for ParameterShape {
    fn from(parameter: Parameter) -> Self {
        Self {
            name: parameter.name,
            value: parameter.value,
        }
    }
}
