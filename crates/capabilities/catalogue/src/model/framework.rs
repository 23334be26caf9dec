//! Versions of the framework: drafts that are edited, and what was published.

use serde::{Deserialize, Serialize};
use yanzhi_engine::Method;
use yanzhi_kernel::{Code, Digest, Id, PeriodKind, Text, Timestamp, UnitKind};

/// A published version of a framework.
#[derive(Clone, Debug, PartialEq)]
pub struct Framework {
    /// Its id.
    pub id: Id<Framework>,
    /// When it was published.
    pub published_at: Timestamp,
    /// The fingerprint of its content.
    pub digest: Digest,
    /// What it says.
    pub content: FrameworkContent,
    /// How it came to be published.
    pub origins: Origins,
}

/// What a version of a framework says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FrameworkContent {
    /// The version.
    pub version: String,
    /// The tree, parents before children, children in their order.
    pub nodes: Vec<FrameworkNode>,
    /// How scores are computed.
    pub method: Method,
    /// What they are computed on.
    pub scoring: Scoring,
}

/// One node of the tree. A leaf names its indicator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FrameworkNode {
    /// Its code.
    pub code: Code,
    /// The node it is part of; only the root has none.
    pub parent: Option<Code>,
    /// The indicator of a leaf.
    pub indicator: Option<Code>,
    /// Its name.
    pub name: Text,
    /// Its weight among its siblings.
    pub weight: f64,
}

/// What scores are computed on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scoring {
    /// The one caliber.
    pub caliber: Code,
    /// The kinds of units that are scored.
    pub unit_kinds: Vec<UnitKind>,
    /// The kind of periods.
    pub period_kind: PeriodKind,
}

/// Where a version stands. It goes one way: draft, published, retired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameworkState {
    /// It is being edited.
    Draft,
    /// It is published and never changes.
    Published,
    /// It was published and is not to be used any more.
    Retired,
}

impl FrameworkState {
    /// The word that the API uses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
            Self::Retired => "retired",
        }
    }
}

/// A version that is being edited. What it says may be wrong as long as it is a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// Its id, which it keeps when it is published.
    pub id: Id<Framework>,
    /// The version it will be.
    pub version: String,
    /// The version it was copied from.
    pub copy_of: Option<String>,
    /// What it says so far.
    pub content: DraftContent,
    /// Raised by every change: who changes it says which revision they saw.
    pub revision: i64,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When it was changed last.
    pub edited_at: Timestamp,
    /// Everybody who has changed it, as the audit log writes them, the last one last. None of them publishes it.
    pub editors: Vec<String>,
}

/// What a draft says: the same as [`FrameworkContent`], where words may still be wrong or missing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DraftContent {
    /// The tree; the order among siblings counts.
    pub nodes: Vec<DraftNode>,
    /// The method as the engine reads it.
    pub method: serde_json::Value,
    /// What scores are computed on.
    pub scoring: DraftScoring,
}

/// One node of a draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DraftNode {
    /// Its code.
    pub code: String,
    /// The node it is part of; only the root has none.
    pub parent: Option<String>,
    /// The indicator of a leaf.
    pub indicator: Option<String>,
    /// Its name.
    pub name: Text,
    /// Its weight among its siblings.
    pub weight: f64,
}

/// What scores of a draft are computed on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftScoring {
    /// The one caliber.
    pub caliber: String,
    /// The kinds of units that are scored.
    pub unit_kinds: Vec<String>,
    /// The kind of periods.
    pub period_kind: String,
}

impl DraftContent {
    /// Most nodes of a tree.
    pub const MAX_NODES: usize = 1_000;

    /// A draft that says nothing but where the tree begins.
    pub fn empty() -> Self {
        let root = DraftNode {
            code: "INDEX".to_owned(),
            parent: None,
            indicator: None,
            name: Text::new("综合指数", "Composite index"),
            weight: 1.0,
        };
        Self {
            nodes: vec![root],
            method: serde_json::json!({ "steps": [] }),
            scoring: DraftScoring::default(),
        }
    }
}

impl From<&FrameworkContent> for DraftContent {
    fn from(content: &FrameworkContent) -> Self {
        let nodes = content.nodes.iter().map(|node| DraftNode {
            code: node.code.to_string(),
            parent: node.parent.as_ref().map(Code::to_string),
            indicator: node.indicator.as_ref().map(Code::to_string),
            name: node.name.clone(),
            weight: node.weight,
        });
        let scoring = &content.scoring;
        let kinds = scoring.unit_kinds.iter().map(ToString::to_string);
        Self {
            nodes: nodes.collect(),
            method: serde_json::to_value(&content.method).unwrap_or_default(),
            scoring: DraftScoring {
                caliber: scoring.caliber.to_string(),
                unit_kinds: kinds.collect(),
                period_kind: scoring.period_kind.as_str().to_owned(),
            },
        }
    }
}

/// The end of a published version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retirement {
    /// When.
    pub at: Timestamp,
    /// By whom, as the audit log writes them.
    pub by: String,
    /// Why.
    pub reason: String,
}

/// How a version came to be published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    /// The version it was copied from.
    pub copy_of: Option<String>,
    /// Who published it, as the audit log writes them; unknown for what was imported.
    pub published_by: Option<String>,
}

/// A version of the framework of any state.
#[derive(Clone, Debug, PartialEq)]
pub enum AnyFramework {
    /// One that is being edited.
    Draft(Draft),
    /// One that is or was in use.
    Published(Framework, Option<Retirement>),
}

impl AnyFramework {
    /// Its version.
    pub fn version(&self) -> &str {
        match self {
            Self::Draft(draft) => &draft.version,
            Self::Published(framework, _) => &framework.content.version,
        }
    }

    /// Its state.
    pub const fn state(&self) -> FrameworkState {
        match self {
            Self::Draft(_) => FrameworkState::Draft,
            Self::Published(_, None) => FrameworkState::Published,
            Self::Published(_, Some(_)) => FrameworkState::Retired,
        }
    }

    /// What `If-Match` names: a published version is at 1, a retired one at 2.
    pub const fn revision(&self) -> i64 {
        match self {
            Self::Draft(draft) => draft.revision,
            Self::Published(_, None) => 1,
            Self::Published(_, Some(_)) => 2,
        }
    }

    /// What it says, in the words of a draft.
    pub fn content(&self) -> DraftContent {
        match self {
            Self::Draft(draft) => draft.content.clone(),
            Self::Published(framework, _) => (&framework.content).into(),
        }
    }

    /// The moment as of which its indicators are defined; what is still a draft takes them as they are now.
    pub const fn defined_at(&self) -> Option<Timestamp> {
        match self {
            Self::Draft(_) => None,
            Self::Published(framework, _) => Some(framework.published_at),
        }
    }
}
