//! What a pack holds once it has been read. Every code named in it exists in it.

use std::str::FromStr;
use std::sync::Arc;

use yanzhi_checks::Check;
use yanzhi_engine::Method;
use yanzhi_kernel::{
    Code, Digest, Direction, Frequency, IndicatorClass, ObservationStatus, Period, PeriodKind,
    Text, UnitKind,
};

/// A whole strategy. Lists are in the order of their files, the framework in tree order.
#[derive(Clone, Debug, PartialEq)]
pub struct Pack {
    /// What the strategy is.
    pub strategy: Strategy,
    /// Who is scored, reports or leads.
    pub units: Vec<Unit>,
    /// Who is compared with whom.
    pub groups: Vec<Group>,
    /// What scopes values cover.
    pub calibers: Vec<Caliber>,
    /// Where figures and definitions come from.
    pub sources: Vec<Source>,
    /// What is measured.
    pub indicators: Vec<Indicator>,
    /// The tree, parents before their children, siblings in the order of the file.
    pub framework: Vec<FrameworkNode>,
    /// How scores are computed. Valid for the framework and the indicators.
    pub method: Method,
    /// The figures.
    pub observations: Vec<Observation>,
    /// What is to be reached.
    pub targets: Vec<Target>,
    /// What is to be done.
    pub tasks: Vec<Task>,
    /// What figures are checked by.
    pub checks: Vec<Check>,
    /// The fingerprint of the files.
    pub digest: Digest,
}

/// `strategy.toml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strategy {
    /// Its code, as in addresses.
    pub code: Code,
    /// Its name.
    pub name: Text,
    /// What it is, in a sentence or two.
    pub description: Text,
    /// Who publishes it.
    pub publisher: Text,
    /// The zone of its deadlines, such as `Asia/Shanghai`.
    pub time_zone: String,
    /// The document it rests on.
    pub source_title: Option<String>,
    /// Where that document is.
    pub source_url: Option<String>,
    /// The version of the framework and its method.
    pub framework_version: String,
    /// What scores are computed on.
    pub scoring: Scoring,
}

/// What scores are computed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scoring {
    /// The one caliber.
    pub caliber: Code,
    /// The kinds of units that are scored, each once, in their order in the file.
    pub unit_kinds: Vec<UnitKind>,
    /// The kind of periods.
    pub period_kind: PeriodKind,
}

/// The place of a unit in the tile map: column from the west, row from the north.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tile {
    /// Column.
    pub x: i32,
    /// Row.
    pub y: i32,
}

/// What is scored, or what reports or leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its code.
    pub code: Code,
    /// The unit it belongs to.
    pub parent: Option<Code>,
    /// Its name.
    pub name: Text,
    /// Its name where room is scarce; its name where none is given.
    pub short_name: Text,
    /// Its kind.
    pub kind: UnitKind,
    /// Whom it is compared with.
    pub group: Option<Code>,
    /// Its code of GB/T 2260, where it has one.
    pub gb2260: Option<String>,
    /// Its place in the tile map.
    pub tile: Option<Tile>,
    /// What a reader should know.
    pub note: Option<String>,
}

/// Units that are fairly compared with each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its code.
    pub code: Code,
    /// Its name.
    pub name: Text,
}

/// 口径: the scope a value covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caliber {
    /// Its code.
    pub code: Code,
    /// Its name.
    pub name: Text,
    /// What it covers; empty where the file says nothing.
    pub definition: Text,
}

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

/// What is measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// Its code.
    pub code: Code,
    /// Its name.
    pub name: Text,
    /// What its values are counted in; empty for a pure number.
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
    /// How it is computed; empty where it is not.
    pub formula: Text,
    /// Where its definition comes from.
    pub source: Option<Code>,
    /// The expression of a derived indicator, in the grammar of `yanzhi_formula`.
    pub expression: Option<String>,
}

/// One node of the tree. A leaf names its indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct FrameworkNode {
    /// Its code.
    pub code: Code,
    /// The node it is part of; only the root has none.
    pub parent: Option<Code>,
    /// The indicator of a leaf.
    pub indicator: Option<Code>,
    /// Its name; of a leaf without its own, the name of its indicator.
    pub name: Text,
    /// Its weight among its siblings.
    pub weight: f64,
}

/// A finite number with the text it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// What the text says.
    pub value: f64,
    /// The text as reported.
    pub text: Box<str>,
}

/// A figure. There are millions of them: codes are positions in the lists of the pack.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// Position in [`Pack::indicators`].
    pub indicator: u32,
    /// Position in [`Pack::units`].
    pub unit: u32,
    /// Position in [`Pack::sources`].
    pub source: Option<u32>,
    /// Position in [`Pack::calibers`].
    pub caliber: u16,
    /// When.
    pub period: Period,
    /// The number, in the measure unit of the indicator.
    pub value: f64,
    /// The number as reported.
    pub value_text: Box<str>,
    /// How settled it is.
    pub status: ObservationStatus,
    /// Whether it was generated for demonstration: 演示数据.
    pub is_synthetic: bool,
    /// What a reader should know. Rows with the same note share it.
    pub note: Option<Arc<str>>,
}

/// Which side of a target is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// 不低于: reached when the value is the target's or more.
    AtLeast,
    /// 不高于: reached when the value is the target's or less.
    AtMost,
}

impl Comparison {
    /// The words of the file, in the order of the values.
    pub const WORDS: &'static [&'static str] = &["at_least", "at_most"];

    /// The word of the file.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
        }
    }
}

impl FromStr for Comparison {
    type Err = UnknownComparison;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        [Self::AtLeast, Self::AtMost]
            .into_iter()
            .find(|it| it.as_str() == word)
            .ok_or(UnknownComparison)
    }
}

/// The word is none of [`Comparison::WORDS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a comparison is one of {}", Comparison::WORDS.join(", "))]
pub struct UnknownComparison;

/// What is to be reached, by whom and when.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// What is measured.
    pub indicator: Code,
    /// Of whom.
    pub unit: Code,
    /// In which scope, where the plan says.
    pub caliber: Option<Code>,
    /// When.
    pub period: Period,
    /// Which side is good.
    pub comparison: Comparison,
    /// The target.
    pub value: Number,
    /// 力争: what is striven for beyond it.
    pub stretch_value: Option<Number>,
    /// Where the target is written.
    pub source: Option<Code>,
    /// What a reader should know.
    pub note: Option<String>,
}

/// 重点任务: what is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Its number in the document, unique.
    pub number: u32,
    /// The code of its area.
    pub area: Code,
    /// The name of its area.
    pub area_name: Text,
    /// Its name.
    pub name: Text,
    /// 牵头单位: who leads it.
    pub lead: Option<Code>,
    /// 配合单位: who works on it too.
    pub cooperating: Vec<Code>,
    /// Where it is written.
    pub source: Option<Code>,
    /// What a reader should know.
    pub note: Option<String>,
}
