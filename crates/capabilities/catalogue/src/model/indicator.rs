//! What is measured, and what was said of it when.

use std::collections::BTreeMap;

use yanzhi_kernel::{Code, Direction, Frequency, Id, IndicatorClass, Text, Timestamp};

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

/// An indicator with what its editors know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorRecord {
    /// The indicator as it is defined now.
    pub indicator: Indicator,
    /// Raised by every change: who changes it says which version they saw.
    pub version: i64,
    /// When it was retired: it takes no part in new versions of a framework.
    pub retired_at: Option<Timestamp>,
}

/// What an indicator said from a moment on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorVersion {
    /// The version.
    pub version: i64,
    /// Since when; what was there before versions were kept counts from the beginning.
    pub since: Timestamp,
    /// Who said so, as the audit log writes them.
    pub by: String,
    /// Why.
    pub reason: String,
    /// The definition.
    pub details: IndicatorDetails,
}

/// One field of a definition that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// The field, by the name that files and the API give it.
    pub field: &'static str,
    /// What it said.
    pub before: Text,
    /// What it says.
    pub after: Text,
}

/// What a definition said at a moment: the last version by then. `versions` are in their order.
pub fn version_at(versions: &[IndicatorVersion], moment: Timestamp) -> Option<&IndicatorVersion> {
    versions.iter().rev().find(|it| it.since <= moment)
}

impl IndicatorDetails {
    /// What differs from an earlier definition.
    pub fn changes_since(&self, before: &Self) -> Vec<FieldChange> {
        let pairs = self.fields().into_iter().zip(before.fields());
        let differs = pairs.filter(|((_, after), (_, before))| after != before);
        differs
            .map(|((field, after), (_, before))| FieldChange {
                field,
                before,
                after,
            })
            .collect()
    }

    /// Every field but the code, by name.
    pub fn fields(&self) -> Vec<(&'static str, Text)> {
        let code = |code: &Option<Code>| Text::same(code.as_ref().map_or("", Code::as_str));
        vec![
            ("name", self.name.clone()),
            ("measure_unit", self.measure_unit.clone()),
            ("direction", Text::same(self.direction.as_str())),
            ("class", Text::same(self.class.as_str())),
            ("frequency", Text::same(self.frequency.as_str())),
            ("owner", code(&self.owner)),
            ("decimals", Text::same(self.decimals.to_string())),
            ("definition", self.definition.clone()),
            ("formula", self.formula.clone()),
            ("source", code(&self.source)),
        ]
    }
}

/// Which indicators are used where: codes of indicators, each with the versions of the framework that use it.
pub type Uses = BTreeMap<Code, Vec<String>>;
