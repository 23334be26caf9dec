//! Versions of the framework as the API writes and reads them.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use yanzhi_kernel::{Id, Scope};
use yanzhi_web_kit::LocalText;

use super::super::shapes::IndicatorDefinition;
use crate::{
    AnyFramework, CatalogueError, Checked, Draft, DraftContent, DraftNode, DraftScoring, Finding,
    Framework, FrameworkView, NewDraft, Severity, effective_weights, rules,
};

/// A version of the framework in a list.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FrameworkVersion)]
pub(crate) struct VersionSummary {
    /// The version.
    #[schema(example = "2024")]
    version: String,
    /// `draft`, `published` or `retired`.
    #[schema(example = "draft")]
    state: &'static str,
    /// Whether scores are computed with it now.
    is_in_force: bool,
    /// Whether the asker has edited the draft, and so may not publish it.
    is_own: bool,
    /// The version it was copied from.
    copy_of: Option<String>,
    /// How many indicators it has.
    indicators: usize,
    /// When the draft was changed last.
    edited_at: Option<String>,
    /// When it was published.
    published_at: Option<String>,
    /// When it was retired.
    retired_at: Option<String>,
    /// Why it was retired.
    retired_because: Option<String>,
    /// SHA-256 of what was published.
    digest: Option<String>,
    /// For `If-Match`, as `"v3"`.
    #[schema(example = 3)]
    revision: i64,
}

impl VersionSummary {
    pub(crate) fn of(
        framework: &AnyFramework,
        in_force: Option<Id<Framework>>,
        scope: &Scope,
    ) -> Self {
        let (draft, published, retirement) = match framework {
            AnyFramework::Draft(draft) => (Some(draft), None, None),
            AnyFramework::Published(published, retirement) => {
                (None, Some(published), retirement.as_ref())
            }
        };
        let copy_of = draft.map(|it| &it.copy_of);
        let copy_of = copy_of.or(published.map(|it| &it.origins.copy_of));
        let nodes = framework.content().nodes;
        Self {
            version: framework.version().to_owned(),
            state: framework.state().as_str(),
            is_in_force: published.is_some_and(|it| Some(it.id) == in_force),
            is_own: draft.is_some_and(|draft| is_own(draft, scope)),
            copy_of: copy_of.cloned().flatten(),
            indicators: nodes.iter().filter(|it| it.indicator.is_some()).count(),
            edited_at: draft.map(|it| it.edited_at.to_string()),
            published_at: published.map(|it| it.published_at.to_string()),
            retired_at: retirement.map(|it| it.at.to_string()),
            retired_because: retirement.map(|it| it.reason.clone()),
            digest: published.map(|it| it.digest.to_string()),
            revision: framework.revision(),
        }
    }
}

fn is_own(draft: &Draft, scope: &Scope) -> bool {
    let actor = scope.actor().to_string();
    draft.editors.contains(&actor)
}

/// The versions of a framework.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FrameworkVersionList)]
pub(crate) struct VersionList {
    pub(super) items: Vec<VersionSummary>,
}

/// A version of the framework with all that it says.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FrameworkVersionDetail)]
pub(crate) struct VersionDetail {
    #[serde(flatten)]
    summary: VersionSummary,
    /// The tree; the order among siblings counts.
    nodes: Vec<VersionNode>,
    /// The method: an ordered list of steps with their parameters.
    #[schema(value_type = std::collections::BTreeMap<String, serde_json::Value>)]
    method: serde_json::Value,
    scoring: ScoringBody,
    /// The indicators of the tree, as they are defined for this version.
    definitions: Vec<IndicatorDefinition>,
}

/// A node of a version.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct VersionNode {
    #[serde(flatten)]
    node: NodeBody,
    /// Its share of the whole index; `null` where the tree does not say.
    effective_weight: Option<f64>,
}

impl VersionDetail {
    pub(super) fn of(view: &FrameworkView, in_force: Option<Id<Framework>>, scope: &Scope) -> Self {
        let content = view.framework.content();
        let used: BTreeSet<&str> = content
            .nodes
            .iter()
            .filter_map(|node| node.indicator.as_deref())
            .collect();
        let definitions = view
            .definitions
            .values()
            .filter(|it| used.contains(it.code.as_str()))
            .map(IndicatorDefinition::from)
            .collect();
        let shares = effective_weights(&content.nodes);
        let nodes = content.nodes.into_iter().zip(shares);
        Self {
            summary: VersionSummary::of(&view.framework, in_force, scope),
            nodes: nodes
                .map(|(node, effective_weight)| VersionNode {
                    node: node.into(),
                    effective_weight,
                })
                .collect(),
            method: content.method,
            scoring: content.scoring.into(),
            definitions,
        }
    }
}

/// A node as it is written.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NodeBody {
    #[schema(example = "GOVERNANCE")]
    code: String,
    /// The node it is part of; only the root has none.
    parent: Option<String>,
    /// The indicator of a leaf.
    indicator: Option<String>,
    name: LocalText,
    /// Its weight among its siblings.
    #[schema(example = 20.0)]
    weight: f64,
}

impl From<DraftNode> for NodeBody {
    fn from(node: DraftNode) -> Self {
        Self {
            code: node.code,
            parent: node.parent,
            indicator: node.indicator,
            name: node.name.into(),
            weight: node.weight,
        }
    }
}

/// What scores are computed on.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ScoringBody {
    /// The one caliber.
    #[schema(example = "ALL")]
    caliber: String,
    /// The kinds of units that are scored.
    #[schema(example = json!(["district"]))]
    unit_kinds: Vec<String>,
    /// `year`, `half_year`, `quarter`, `month`, `cumulative` or `plan`.
    #[schema(example = "year")]
    period_kind: String,
}

impl From<DraftScoring> for ScoringBody {
    fn from(scoring: DraftScoring) -> Self {
        Self {
            caliber: scoring.caliber,
            unit_kinds: scoring.unit_kinds,
            period_kind: scoring.period_kind,
        }
    }
}

/// The whole of a draft.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DraftBody {
    nodes: Vec<NodeBody>,
    #[schema(value_type = std::collections::BTreeMap<String, serde_json::Value>)]
    method: serde_json::Value,
    scoring: ScoringBody,
}

impl From<DraftBody> for DraftContent {
    fn from(body: DraftBody) -> Self {
        let nodes = body.nodes.into_iter().map(|node| DraftNode {
            code: node.code,
            parent: node.parent.filter(|it| !it.is_empty()),
            indicator: node.indicator.filter(|it| !it.is_empty()),
            name: node.name.into(),
            weight: node.weight,
        });
        Self {
            nodes: nodes.collect(),
            method: body.method,
            scoring: DraftScoring {
                caliber: body.scoring.caliber,
                unit_kinds: body.scoring.unit_kinds,
                period_kind: body.scoring.period_kind,
            },
        }
    }
}

/// A draft to be begun.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CreateDraft {
    /// The version it will be: letters, digits, `_`, `-` and `.`.
    #[schema(example = "2024")]
    version: String,
    /// The version to begin with; an empty tree otherwise.
    #[schema(example = "2023-example")]
    copy_of: Option<String>,
}

impl TryFrom<CreateDraft> for NewDraft {
    type Error = CatalogueError;

    fn try_from(asked: CreateDraft) -> Result<Self, CatalogueError> {
        let version = asked.version.trim().parse().map_err(|_| {
            rules::invalid(
                "version",
                "版本号应为 1 至 64 个字母、数字、“_”“-”或“.”，以字母或数字开头",
                "use 1 to 64 letters, digits, `_`, `-` or `.`, beginning with a letter or digit",
            )
        })?;
        Ok(Self {
            version,
            copy_of: asked.copy_of,
        })
    }
}

/// What a check found.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FrameworkCheck)]
pub(crate) struct CheckShape {
    /// The revision that was checked.
    revision: i64,
    /// Whether nothing keeps it from being published.
    is_sound: bool,
    /// Errors first.
    findings: Vec<FindingShape>,
}

/// One thing that a check found.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FrameworkFinding)]
pub(crate) struct FindingShape {
    /// `error` keeps it from being published, `warning` is worth a look.
    #[schema(example = "error")]
    severity: &'static str,
    /// `tree`, `method` or `scoring`.
    #[schema(example = "tree")]
    part: &'static str,
    /// The code of a node, a path in the method, or a field.
    place: Option<String>,
    /// A stable word for this kind of finding.
    #[schema(example = "weight_zero")]
    code: &'static str,
    what: LocalText,
    remedy: LocalText,
}

impl From<&Finding> for FindingShape {
    fn from(finding: &Finding) -> Self {
        Self {
            severity: match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            part: finding.part.as_str(),
            place: finding.place.clone(),
            code: finding.code,
            what: (&finding.what).into(),
            remedy: (&finding.remedy).into(),
        }
    }
}

impl CheckShape {
    pub(super) fn of(framework: &AnyFramework, checked: &Checked) -> Self {
        Self {
            revision: framework.revision(),
            is_sound: checked.content.is_some(),
            findings: checked.findings.iter().map(Into::into).collect(),
        }
    }
}
