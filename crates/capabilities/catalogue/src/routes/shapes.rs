//! Indicators as the API writes and reads them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use yanzhi_kernel::{Code, Direction, Frequency, IndicatorClass};
use yanzhi_web_kit::LocalText;

use crate::{Caliber, IndicatorDetails, IndicatorVersion, IndicatorView, Source};

/// What an indicator is: its definition.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct IndicatorDefinition {
    #[schema(example = "RD_GDP")]
    code: String,
    name: LocalText,
    /// What its values are counted in.
    measure_unit: LocalText,
    /// `higher_is_better` or `lower_is_better`.
    #[schema(example = "higher_is_better")]
    direction: &'static str,
    /// `expected` or `binding`.
    #[schema(example = "expected")]
    class: &'static str,
    /// `yearly`, `half_yearly`, `quarterly` or `monthly`.
    #[schema(example = "yearly")]
    frequency: &'static str,
    /// The code of the organisation that answers for it.
    #[schema(example = "STAT")]
    owner: Option<String>,
    /// How many decimals are shown.
    #[schema(example = 2)]
    decimals: u8,
    definition: LocalText,
    /// How it is computed, in words.
    formula: LocalText,
    /// The code of where its definition comes from.
    source: Option<String>,
}

impl From<&IndicatorDetails> for IndicatorDefinition {
    fn from(details: &IndicatorDetails) -> Self {
        Self {
            code: details.code.to_string(),
            name: (&details.name).into(),
            measure_unit: (&details.measure_unit).into(),
            direction: details.direction.as_str(),
            class: details.class.as_str(),
            frequency: details.frequency.as_str(),
            owner: details.owner.as_ref().map(Code::to_string),
            decimals: details.decimals,
            definition: (&details.definition).into(),
            formula: (&details.formula).into(),
            source: details.source.as_ref().map(Code::to_string),
        }
    }
}

/// An indicator of the catalogue.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CatalogueIndicator {
    #[serde(flatten)]
    definition: IndicatorDefinition,
    /// For `If-Match`, as `"v3"`.
    #[schema(example = 3)]
    version: i64,
    /// When it was retired.
    retired_at: Option<String>,
    /// The versions of the framework that use it, drafts last.
    used_by: Vec<String>,
}

impl From<&IndicatorView> for CatalogueIndicator {
    fn from(view: &IndicatorView) -> Self {
        Self {
            definition: (&view.record.indicator.details).into(),
            version: view.record.version,
            retired_at: view.record.retired_at.map(|at| at.to_string()),
            used_by: view.used_by.clone(),
        }
    }
}

/// The indicators of the catalogue.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CatalogueIndicatorList {
    pub(super) items: Vec<CatalogueIndicator>,
}

/// What an indicator said since when.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DefinitionVersion {
    #[serde(flatten)]
    definition: IndicatorDefinition,
    #[schema(example = 2)]
    version: i64,
    /// Since when; 1970 for what was there before versions were kept.
    #[schema(example = "2026-01-05T02:00:00Z")]
    since: String,
    /// Who said so, as the audit log writes them.
    by: String,
    /// Why.
    reason: String,
}

impl From<&IndicatorVersion> for DefinitionVersion {
    fn from(said: &IndicatorVersion) -> Self {
        Self {
            definition: (&said.details).into(),
            version: said.version,
            since: said.since.to_string(),
            by: said.by.clone(),
            reason: said.reason.clone(),
        }
    }
}

/// What an indicator has said, in order.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DefinitionHistory {
    pub(super) items: Vec<DefinitionVersion>,
}

/// What indicators and frameworks refer to.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CatalogueLists {
    pub(super) calibers: Vec<CaliberShape>,
    pub(super) sources: Vec<SourceShape>,
}

/// A scope that values cover.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CaliberShape {
    #[schema(example = "ALL")]
    code: String,
    name: LocalText,
    definition: LocalText,
}

impl From<&Caliber> for CaliberShape {
    fn from(caliber: &Caliber) -> Self {
        Self {
            code: caliber.code.to_string(),
            name: (&caliber.name).into(),
            definition: (&caliber.definition).into(),
        }
    }
}

/// Where figures or definitions come from.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SourceShape {
    #[schema(example = "YEARBOOK")]
    code: String,
    title: LocalText,
    publisher: Option<String>,
    url: Option<String>,
}

impl From<&Source> for SourceShape {
    fn from(source: &Source) -> Self {
        Self {
            code: source.code.to_string(),
            title: (&source.title).into(),
            publisher: source.publisher.clone(),
            url: source.url.clone(),
        }
    }
}

/// An indicator to be added.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AddIndicator {
    #[schema(value_type = String, example = "RD_GDP")]
    code: Code,
    name: LocalText,
    measure_unit: LocalText,
    #[schema(value_type = String, example = "higher_is_better")]
    direction: Direction,
    #[schema(value_type = String, example = "expected")]
    class: IndicatorClass,
    #[schema(value_type = String, example = "yearly")]
    frequency: Frequency,
    /// The code of the organisation that answers for it.
    #[schema(value_type = String, example = "STAT")]
    owner: Code,
    #[schema(example = 2)]
    decimals: u8,
    definition: LocalText,
    formula: LocalText,
    #[schema(value_type = Option<String>)]
    source: Option<Code>,
}

impl From<AddIndicator> for IndicatorDetails {
    fn from(asked: AddIndicator) -> Self {
        Self {
            code: asked.code,
            name: asked.name.into(),
            measure_unit: asked.measure_unit.into(),
            direction: asked.direction,
            class: asked.class,
            frequency: asked.frequency,
            owner: Some(asked.owner),
            decimals: asked.decimals,
            definition: asked.definition.into(),
            formula: asked.formula.into(),
            source: asked.source,
        }
    }
}

/// What is to be another one; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EditIndicator {
    name: Option<LocalText>,
    measure_unit: Option<LocalText>,
    #[schema(value_type = Option<String>)]
    direction: Option<Direction>,
    #[schema(value_type = Option<String>)]
    class: Option<IndicatorClass>,
    #[schema(value_type = Option<String>)]
    frequency: Option<Frequency>,
    #[schema(value_type = Option<String>)]
    owner: Option<Code>,
    decimals: Option<u8>,
    definition: Option<LocalText>,
    formula: Option<LocalText>,
    #[schema(value_type = Option<String>)]
    source: Option<Code>,
    /// Why; it is kept with the new definition.
    #[schema(example = "口径按 2024 年统计制度调整")]
    pub(super) reason: String,
}

impl EditIndicator {
    /// Puts what is said into a definition.
    pub(super) fn apply(self, details: &mut IndicatorDetails) {
        fn put<T>(field: &mut T, said: Option<T>) {
            if let Some(said) = said {
                *field = said;
            }
        }
        put(&mut details.name, self.name.map(Into::into));
        put(&mut details.measure_unit, self.measure_unit.map(Into::into));
        put(&mut details.direction, self.direction);
        put(&mut details.class, self.class);
        put(&mut details.frequency, self.frequency);
        put(&mut details.owner, self.owner.map(Some));
        put(&mut details.decimals, self.decimals);
        put(&mut details.definition, self.definition.map(Into::into));
        put(&mut details.formula, self.formula.map(Into::into));
        put(&mut details.source, self.source.map(Some));
    }
}

/// Why something is retired.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Retire {
    #[schema(example = "由新指标取代")]
    pub(super) reason: String,
}
