//! What differs between two versions of the framework.

use axum::{Json, extract::State};
use serde::Serialize;
use utoipa::ToSchema;
use yanzhi_kernel::Code;
use yanzhi_web_kit::{ApiPath, LocalText, Problem, Showing, Visitor};

use super::{Site, frameworks::VersionSummary};
use crate::{
    Comparison, DefinitionChange, FieldChange, NodeChange, NodeSide, ValueChange, service,
};

/// What differs from one version to another.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FrameworkComparison {
    /// The one that is compared with.
    before: VersionSummary,
    /// The one that is looked at.
    after: VersionSummary,
    /// Nodes that differ: those of the later tree in its order, then those that are gone.
    nodes: Vec<NodeChangeShape>,
    /// Indicators of either tree whose definition differs.
    definitions: Vec<DefinitionChangeShape>,
    /// What differs in the method.
    method: Vec<ValueChangeShape>,
    /// What differs in what scores are computed on.
    scoring: Vec<ValueChangeShape>,
}

/// A node that differs.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NodeChange)]
pub(crate) struct NodeChangeShape {
    code: String,
    /// `added`, `removed`, `moved`, `reordered`, `renamed`, `reweighted`, `share_changed`, `indicator_changed`.
    differences: Vec<&'static str>,
    before: Option<NodeSideShape>,
    after: Option<NodeSideShape>,
}

/// A node in one of the two versions.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NodeSide)]
pub(crate) struct NodeSideShape {
    parent: Option<String>,
    /// Its place among its siblings, from 0.
    position: usize,
    name: LocalText,
    indicator: Option<String>,
    weight: f64,
    effective_weight: Option<f64>,
}

/// An indicator whose definition differs.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DefinitionChange)]
pub(crate) struct DefinitionChangeShape {
    indicator: String,
    fields: Vec<FieldChangeShape>,
}

/// A field that differs.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FieldChange)]
pub(crate) struct FieldChangeShape {
    #[schema(example = "definition")]
    field: &'static str,
    before: LocalText,
    after: LocalText,
}

/// A value that differs.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ValueChange)]
pub(crate) struct ValueChangeShape {
    #[schema(example = "steps[0].indicators.RD_GDP.standard")]
    path: String,
    before: Option<serde_json::Value>,
    after: Option<serde_json::Value>,
}

/// What differs from the other version to this one
#[utoipa::path(
    get, path = "/strategies/{strategy}/catalogue/frameworks/{version}/compare/{other}", tag = "catalogue", operation_id = "compare_frameworks",
    params(("strategy" = String, Path, description = "The code of the strategy", example = "ningbo"), ("version" = String, Path, description = "The version that is looked at", example = "2024"), ("other" = String, Path, description = "The version it is compared with", example = "2023-example")),
    responses((status = 200, body = FrameworkComparison), Showing)
)]
pub(crate) async fn show(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((strategy, version, other)): ApiPath<(Code, String, String)>,
) -> Result<Json<FrameworkComparison>, Problem> {
    let tx = site.read().await?;
    let scope = &visitor.scope;
    let strategy = service::strategy_named(&tx, scope, &strategy).await?;
    let versions = (other.as_str(), version.as_str());
    let (before, after, found) =
        service::compare_frameworks(&tx, scope, &strategy, versions).await?;
    let in_force = service::current_framework(&tx, scope, strategy.id).await?;
    let in_force = in_force.map(|it| it.id);
    Ok(Json(FrameworkComparison::of(
        VersionSummary::of(&before.framework, in_force, scope),
        VersionSummary::of(&after.framework, in_force, scope),
        &found,
    )))
}

impl FrameworkComparison {
    fn of(before: VersionSummary, after: VersionSummary, found: &Comparison) -> Self {
        Self {
            before,
            after,
            nodes: found.nodes.iter().map(Into::into).collect(),
            definitions: found.definitions.iter().map(Into::into).collect(),
            method: found.method.iter().map(Into::into).collect(),
            scoring: found.scoring.iter().map(Into::into).collect(),
        }
    }
}

impl From<&NodeChange> for NodeChangeShape {
    fn from(change: &NodeChange) -> Self {
        Self {
            code: change.code.clone(),
            differences: change.differences.iter().map(|it| it.as_str()).collect(),
            before: change.before.as_ref().map(Into::into),
            after: change.after.as_ref().map(Into::into),
        }
    }
}

impl From<&NodeSide> for NodeSideShape {
    fn from(side: &NodeSide) -> Self {
        Self {
            parent: side.parent.clone(),
            position: side.position,
            name: (&side.name).into(),
            indicator: side.indicator.clone(),
            weight: side.weight,
            effective_weight: side.effective_weight,
        }
    }
}

impl From<&DefinitionChange> for DefinitionChangeShape {
    fn from(change: &DefinitionChange) -> Self {
        Self {
            indicator: change.indicator.to_string(),
            fields: change.fields.iter().map(Into::into).collect(),
        }
    }
}

impl From<&FieldChange> for FieldChangeShape {
    fn from(change: &FieldChange) -> Self {
        Self {
            field: change.field,
            before: (&change.before).into(),
            after: (&change.after).into(),
        }
    }
}

impl From<&ValueChange> for ValueChangeShape {
    fn from(change: &ValueChange) -> Self {
        Self {
            path: change.path.clone(),
            before: change.before.clone(),
            after: change.after.clone(),
        }
    }
}
