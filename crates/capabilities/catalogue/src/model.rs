//! The words of the capability.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use yanzhi_engine::Method;
use yanzhi_kernel::{
    Code, Digest, Direction, Frequency, Id, IndicatorClass, PeriodKind, Text, Timestamp, UnitKind,
};

/// Where figures or definitions come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its code.
    pub code: Code,
    /// Its title.
    pub title: Text,
    /// Who published it.
    pub publisher: Option<String>,
    /// Where it is.
    pub url: Option<String>,
}

/// 口径: the scope a value covers. Values of different calibers are never added up or compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caliber {
    /// Its code.
    pub code: Code,
    /// Its name.
    pub name: Text,
    /// What it covers.
    pub definition: Text,
}

/// What is measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// Its id.
    pub id: Id<Indicator>,
    /// What it is.
    pub details: IndicatorDetails,
}

/// The definition of an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorDetails {
    /// Its code.
    pub code: Code,
    /// Its name.
    pub name: Text,
    /// What its values are counted in.
    pub measure_unit: Text,
    /// Whether more is better.
    pub direction: Direction,
    /// What a plan makes of it.
    pub class: IndicatorClass,
    /// How often it is reported.
    pub frequency: Frequency,
    /// The unit that answers for it.
    pub owner: Option<Code>,
    /// How many decimals are shown.
    pub decimals: u8,
    /// What it means.
    pub definition: Text,
    /// How it is computed, where it is.
    pub formula: Text,
    /// Where its definition comes from.
    pub source: Option<Code>,
}

/// Everything that figures refer to, by code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// Sources.
    pub sources: BTreeMap<Code, Source>,
    /// Calibers.
    pub calibers: BTreeMap<Code, Caliber>,
    /// Indicators.
    pub indicators: BTreeMap<Code, Indicator>,
}

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
