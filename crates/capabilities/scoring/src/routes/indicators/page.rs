//! An indicator with its definition, its ranking and its series.

use serde::Serialize;
use utoipa::ToSchema;
use yanzhi_catalogue::{Indicator, IndicatorDetails};
use yanzhi_figures::Figure;
use yanzhi_kernel::Period;
use yanzhi_web_kit::LocalText;

use super::{
    Asked, leaf, owner,
    shown::{RankedFigure, Shown, UnitSeries},
};
use crate::{
    LoadedRun, ScoringError,
    routes::shapes::{Named, ParameterShape, SourceRef, caliber},
};

/// An indicator with its ranking and its series.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct IndicatorPage {
    indicator: IndicatorShape,
    /// Its node in the framework.
    node: Option<String>,
    /// The weight among its siblings.
    weight: Option<f64>,
    /// Its share of the whole index.
    effective_weight: Option<f64>,
    /// The periods that have figures of this caliber.
    periods: Vec<String>,
    /// The calibers that have figures.
    calibers: Vec<Named>,
    /// The period shown.
    period: Option<String>,
    /// The caliber shown.
    caliber: Option<Named>,
    /// Whether generated figures (演示数据) are shown.
    is_synthetic: bool,
    /// The units with a figure; units that the index does not rank have no rank.
    ranking: Vec<RankedFigure>,
    /// The figures of every period of the same kind.
    series: Vec<UnitSeries>,
    /// How the index makes a score of it.
    normalisation: Option<NormalisationShape>,
}

/// The definition of an indicator.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct IndicatorShape {
    code: String,
    name: LocalText,
    measure_unit: LocalText,
    direction: String,
    class: String,
    frequency: String,
    decimals: u8,
    definition: LocalText,
    formula: Option<LocalText>,
    owner: Option<Named>,
    source: Option<SourceRef>,
}

/// How the index makes a score of a figure.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct NormalisationShape {
    #[schema(example = "standard_ratio")]
    rule: String,
    /// The formula in plain text.
    formula: String,
    parameters: Vec<ParameterShape>,
}

impl IndicatorPage {
    pub(super) fn of(
        run: &LoadedRun,
        indicator: &Indicator,
        figures: &[Figure],
        asked: &Asked,
    ) -> Result<Self, ScoringError> {
        let details = &indicator.details;
        let shown = Shown::of(run, figures, asked)?;
        let node = leaf(run, &details.code);
        Ok(Self {
            indicator: IndicatorShape::of(run, details),
            node: node.map(|node| run.node_code(node)),
            weight: node.and_then(|node| run.index.weight(node)),
            effective_weight: node.and_then(|node| run.index.effective_weight(node)),
            periods: shown.periods.iter().map(Period::to_string).collect(),
            calibers: shown
                .calibers
                .iter()
                .map(|code| caliber(&run.catalogue, code))
                .collect(),
            period: shown.period.map(|period| period.to_string()),
            caliber: shown
                .caliber
                .as_ref()
                .map(|code| caliber(&run.catalogue, code)),
            is_synthetic: shown
                .figures
                .iter()
                .any(|(_, figure, _)| figure.said.is_synthetic),
            ranking: shown.ranking(run, details.direction),
            series: shown.series(),
            normalisation: node.and_then(|node| normalisation(run, &shown, node)),
        })
    }
}

impl IndicatorShape {
    fn of(run: &LoadedRun, details: &IndicatorDetails) -> Self {
        let has_formula = !details.formula.zh.is_empty() || !details.formula.en.is_empty();
        let source = details
            .source
            .as_ref()
            .and_then(|code| run.catalogue.sources.get(code));
        Self {
            code: details.code.to_string(),
            name: (&details.name).into(),
            measure_unit: (&details.measure_unit).into(),
            direction: details.direction.to_string(),
            class: details.class.to_string(),
            frequency: details.frequency.to_string(),
            decimals: details.decimals,
            definition: (&details.definition).into(),
            formula: has_formula.then(|| (&details.formula).into()),
            owner: owner(run, details),
            source: source.map(SourceRef::from),
        }
    }
}

/// The rule and its numbers, as used in the period shown.
fn normalisation(run: &LoadedRun, shown: &Shown<'_>, node: usize) -> Option<NormalisationShape> {
    let scoring = &run.framework.content.scoring;
    let period = run.index.period_position(&shown.period?.to_string())?;
    if shown.caliber.as_ref() != Some(&scoring.caliber) {
        return None;
    }
    let mut units = 0..run.index.units().len();
    let stage = units.find_map(|unit| {
        let explained = run.index.explain_node(period, node, unit)?;
        explained
            .stages
            .into_iter()
            .rfind(|stage| stage.rule.is_some() && stage.value.is_some())
    })?;
    let parameters = stage.parameters.into_iter();
    let parameters = parameters.map(|it| ParameterShape {
        name: it.name,
        value: it.value,
    });
    Some(NormalisationShape {
        rule: stage.rule?,
        formula: stage.formula?,
        parameters: parameters.collect(),
    })
}
