//! A check as somebody wrote it.

use serde::Serialize;
use yanzhi_formula::Expression;
use yanzhi_kernel::{Code, Period, PeriodKind, Text, UnitKind};

/// One check: what is looked at, where, how seriously, and by whom.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Check {
    /// Its code.
    pub code: Code,
    /// Its name.
    pub name: Text,
    /// Whether it holds a figure up.
    pub severity: Severity,
    /// Who sees what it finds.
    pub audience: Audience,
    /// Where it is made.
    pub applies: Applies,
    /// What is looked at.
    pub rule: Rule,
}

/// Whether a finding holds a figure up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// 错误: it cannot be submitted so.
    Error,
    /// 警告: it can, with an explanation that travels with the figure.
    Warning,
}

/// Who sees a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Who reports, and who reviews.
    Everyone,
    /// Only who reviews: a hint, and no more.
    Reviewer,
}

/// The cells a check is made at: those for which everything that is said holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Applies {
    /// The indicators; at least one.
    pub indicators: Vec<Code>,
    /// The units; all where none is named.
    pub units: Vec<Code>,
    /// The kinds of units; all where none is named.
    pub unit_kinds: Vec<UnitKind>,
    /// The kinds of periods; all where none is named.
    pub period_kinds: Vec<PeriodKind>,
    /// From the beginning of this period on.
    pub from: Option<Period>,
    /// Until the end of this period.
    pub until: Option<Period>,
}

/// What is looked at.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Rule {
    /// 值域: from the least to the most.
    Range(Bounds),
    /// 必填: there is a figure.
    Required,
    /// 分项合计: the figure against the sum of other indicators.
    SumOfParts {
        /// Those that are added up.
        parts: Vec<Code>,
        /// What must hold.
        #[serde(flatten)]
        sum: Sum,
    },
    /// 下级合计: the figure against the sum of the same indicator over the units directly below.
    SumOfChildren {
        /// Of one kind, where the units below are of several.
        unit_kind: Option<UnitKind>,
        /// What must hold.
        #[serde(flatten)]
        sum: Sum,
    },
    /// 比率: the figure divided by another indicator.
    Ratio {
        /// By which it is divided.
        to: Code,
        /// Where the ratio lies.
        #[serde(flatten)]
        bounds: Bounds,
    },
    /// 变动: by how many per cent the figure is above the one of an earlier period.
    Change {
        /// Months back; written `1y`, `2q`, `3m`.
        #[serde(rename = "back", serialize_with = "as_step")]
        months: i32,
        /// Where the per cent lie.
        #[serde(flatten)]
        bounds: Bounds,
    },
    /// 离群: far from the median, measured by the median deviation.
    Outlier {
        /// Against which figures.
        among: Among,
        /// What is compared.
        of: Compared,
        /// From which modified z-score on.
        limit: f64,
        /// With how many other figures at least.
        figures: u32,
    },
    /// 尾数偏好: many figures of one report end in 0 or 5.
    DigitPreference {
        /// The decimal that is looked at; 0 the last whole digit.
        decimals: u8,
        /// From how many per cent on.
        percent: f64,
        /// With how many figures at least.
        figures: u32,
    },
    /// 数值重复: the same figure again and again.
    Repeated {
        /// So many periods in a row.
        times: u32,
    },
    /// 逻辑关系: a condition over indicators holds.
    Holds {
        /// The condition.
        #[serde(serialize_with = "as_text")]
        condition: Expression,
    },
}

/// The least and the most; one of them at least.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Bounds {
    /// The least that is as expected.
    pub least: Option<f64>,
    /// The most.
    pub most: Option<f64>,
}

/// How a figure relates to a sum.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Sum {
    /// What must hold.
    pub relation: Relation,
    /// By how much it may be off, in the measure unit of the indicator: sums of rounded figures are.
    pub tolerance: f64,
}

/// What holds between a whole and its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// The parts make up the whole.
    Equal,
    /// The parts are some of the whole (其中项).
    AtLeast,
}

/// The figures one is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Among {
    /// The unit's own of earlier periods.
    OwnHistory,
    /// Those of its peers for the same period.
    Peers,
}

/// What is compared of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Compared {
    /// The figure itself.
    Level,
    /// By how many per cent it is above the one of the period before.
    Change,
}

/// The lengths of steps back in time, the longest first.
pub(crate) const STEPS: [(char, i32); 4] = [('y', 12), ('h', 6), ('q', 3), ('m', 1)];

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the form that serde asks for"
)]
fn as_step<S: serde::Serializer>(months: &i32, serializer: S) -> Result<S::Ok, S::Error> {
    let whole = STEPS.iter().find(|(_, each)| months % each == 0);
    let (letter, each) = whole.unwrap_or(&('m', 1));
    serializer.collect_str(&format_args!("{}{letter}", months / each))
}

fn as_text<S: serde::Serializer>(condition: &Expression, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(condition.text())
}

impl Rule {
    /// The word of its kind.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Range(_) => "range",
            Self::Required => "required",
            Self::SumOfParts { .. } => "sum_of_parts",
            Self::SumOfChildren { .. } => "sum_of_children",
            Self::Ratio { .. } => "ratio",
            Self::Change { .. } => "change",
            Self::Outlier { .. } => "outlier",
            Self::DigitPreference { .. } => "digit_preference",
            Self::Repeated { .. } => "repeated",
            Self::Holds { .. } => "holds",
        }
    }

    /// The kinds there are.
    pub const KINDS: [&'static str; 10] = [
        "range",
        "required",
        "sum_of_parts",
        "sum_of_children",
        "ratio",
        "change",
        "outlier",
        "digit_preference",
        "repeated",
        "holds",
    ];

    /// Whether what it finds is a pattern and no fault: for the reviewer's eyes, and nothing that blocks.
    pub const fn is_hint(&self) -> bool {
        matches!(self, Self::DigitPreference { .. } | Self::Repeated { .. })
    }

    /// The indicators it looks at besides those it applies to.
    pub(crate) fn others(&self) -> Vec<(&'static str, &Code)> {
        match self {
            Self::SumOfParts { parts, .. } => parts.iter().map(|it| ("parts", it)).collect(),
            Self::Ratio { to, .. } => vec![("to", to)],
            _ => Vec::new(),
        }
    }
}

impl Bounds {
    /// Whether a number lies within.
    pub(crate) fn hold(self, number: f64) -> bool {
        self.least.is_none_or(|least| number >= least)
            && self.most.is_none_or(|most| number <= most)
    }
}
