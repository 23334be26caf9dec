//! What is measured, and who stands where on it.

use std::collections::{BTreeMap, BTreeSet};

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use yanzhi_catalogue::{Indicator, IndicatorDetails};
use yanzhi_figures::{Figure, Selection};
use yanzhi_kernel::{Code, Direction, Period, Scope};
use yanzhi_organisations::Unit;
use yanzhi_web_kit::{ApiPath, ApiQuery, LocalText, Problem, ProblemBody, Visitor};

use super::shapes::{Named, ParameterShape, SourceRef, UnitRef, caliber, source};
use crate::{LoadedRun, Scoring, ScoringError, rules::compare::ranks};

/// What is asked of an indicator.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Asked {
    /// The period; the latest with figures by default.
    #[param(value_type = Option<String>, example = "2023")]
    period: Option<Period>,
    /// The caliber; that of the index by default, or the one with most figures.
    #[param(value_type = Option<String>)]
    caliber: Option<Code>,
}

/// The indicators.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct IndicatorList {
    items: Vec<IndicatorSummary>,
}

/// An indicator in a list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct IndicatorSummary {
    #[schema(example = "RD_GDP")]
    code: String,
    name: LocalText,
    measure_unit: LocalText,
    /// `higher_is_better` or `lower_is_better`.
    direction: String,
    /// `expected` (预期性) or `binding` (约束性).
    class: String,
    /// `yearly`, `half_yearly`, `quarterly` or `monthly`.
    frequency: String,
    owner: Option<Named>,
    /// The node of the framework it belongs to.
    dimension: Option<Named>,
    /// How many figures there are.
    observations: usize,
}

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

/// A figure in the ranking.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RankedFigure {
    unit: UnitRef,
    value: f64,
    /// The value as reported.
    value_text: String,
    rank: Option<u32>,
    /// `estimate`, `flash`, `final` or `revised`.
    status: String,
    source: Option<SourceRef>,
    is_synthetic: bool,
    note: Option<String>,
}

/// The figures of a unit over time.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct UnitSeries {
    unit: UnitRef,
    points: Vec<SeriesFigure>,
}

/// A figure of the series.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SeriesFigure {
    period: String,
    value: f64,
    status: String,
    is_synthetic: bool,
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

/// The figures of one caliber and period, and of its kind of periods.
struct Shown<'a> {
    caliber: Option<Code>,
    period: Option<Period>,
    periods: BTreeSet<Period>,
    calibers: BTreeSet<Code>,
    /// Of the caliber and the kind of period, with their units.
    figures: Vec<(&'a Unit, &'a Figure)>,
}

impl<'a> Shown<'a> {
    fn of(run: &'a LoadedRun, figures: &'a [Figure], asked: &Asked) -> Result<Self, ScoringError> {
        let mut by_caliber: BTreeMap<&Code, usize> = BTreeMap::new();
        for figure in figures {
            *by_caliber.entry(&figure.said.cell.caliber).or_default() += 1;
        }
        let own = &run.framework.content.scoring.caliber;
        let fullest = || {
            by_caliber
                .iter()
                .max_by_key(|(_, count)| **count)
                .map(|(code, _)| *code)
        };
        let caliber = asked.caliber.as_ref();
        let caliber = caliber
            .or_else(|| by_caliber.contains_key(own).then_some(own))
            .or_else(fullest);
        let of_caliber = figures
            .iter()
            .filter(|figure| Some(&figure.said.cell.caliber) == caliber);
        let periods: BTreeSet<Period> = of_caliber
            .clone()
            .map(|figure| figure.said.cell.period)
            .collect();
        let period = asked.period.or_else(|| periods.last().copied());
        if let Some(missing) = asked.period.filter(|period| !periods.contains(period)) {
            let known = periods.iter().map(Period::to_string).collect();
            return Err(ScoringError::UnknownPeriod {
                period: missing.to_string(),
                known,
            });
        }
        let units: BTreeMap<_, &Unit> = run
            .directory
            .units
            .values()
            .map(|unit| (unit.id, unit))
            .collect();
        let same_kind = |figure: &&Figure| {
            period.is_some_and(|period| period.kind() == figure.said.cell.period.kind())
        };
        let figures = of_caliber.filter(same_kind).filter_map(|figure| {
            units
                .get(&figure.said.cell.unit)
                .map(|unit| (*unit, figure))
        });
        let figures = figures.collect();
        let calibers = by_caliber.into_keys().cloned().collect();
        Ok(Self {
            caliber: caliber.cloned(),
            period,
            periods,
            calibers,
            figures,
        })
    }

    fn ranking(&self, run: &LoadedRun, direction: Direction) -> Vec<RankedFigure> {
        let kinds = &run.framework.content.scoring.unit_kinds;
        let at_period =
            |(_, figure): &&(&Unit, &Figure)| Some(figure.said.cell.period) == self.period;
        let shown: Vec<_> = self.figures.iter().filter(at_period).collect();
        let signed = |value: f64| match direction {
            Direction::HigherIsBetter => value,
            Direction::LowerIsBetter => -value,
        };
        let ranked: Vec<Option<f64>> = shown
            .iter()
            .map(|(unit, figure)| {
                let is_ranked = kinds.contains(&unit.details.kind);
                is_ranked.then(|| signed(figure.said.value.number()))
            })
            .collect();
        let mut rows: Vec<RankedFigure> = shown
            .into_iter()
            .zip(ranks(&ranked))
            .map(|((unit, figure), rank)| RankedFigure::of(run, unit, figure, rank))
            .collect();
        rows.sort_by_key(|row| (row.rank.unwrap_or(u32::MAX), row.unit.code.clone()));
        rows
    }

    fn series(&self) -> Vec<UnitSeries> {
        let mut series: BTreeMap<&str, UnitSeries> = BTreeMap::new();
        for (unit, figure) in &self.figures {
            let line = series
                .entry(unit.details.code.as_str())
                .or_insert_with(|| UnitSeries {
                    unit: (*unit).into(),
                    points: Vec::new(),
                });
            line.points.push(SeriesFigure {
                period: figure.said.cell.period.to_string(),
                value: figure.said.value.number(),
                status: figure.said.status.to_string(),
                is_synthetic: figure.said.is_synthetic,
            });
        }
        series.into_values().collect()
    }
}

impl RankedFigure {
    fn of(run: &LoadedRun, unit: &Unit, figure: &Figure, rank: Option<u32>) -> Self {
        let said = &figure.said;
        Self {
            unit: unit.into(),
            value: said.value.number(),
            value_text: said.value.text().to_owned(),
            rank,
            status: said.status.to_string(),
            source: source(&run.catalogue, figure),
            is_synthetic: said.is_synthetic,
            note: said.note.clone(),
        }
    }
}

impl IndicatorPage {
    fn of(
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
                .any(|(_, figure)| figure.said.is_synthetic),
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

fn owner(run: &LoadedRun, details: &IndicatorDetails) -> Option<Named> {
    let unit = run.directory.units.get(details.owner.as_ref()?)?;
    Some(Named {
        code: unit.details.code.to_string(),
        name: (&unit.details.name).into(),
    })
}

/// The leaf that takes an indicator.
fn leaf(run: &LoadedRun, indicator: &Code) -> Option<usize> {
    let mut leaves = run.index.framework().leaves();
    leaves
        .find(|(_, column)| *column == indicator.as_str())
        .map(|(node, _)| node)
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

impl IndicatorSummary {
    fn of(run: &LoadedRun, indicator: &Indicator) -> Self {
        let details = &indicator.details;
        let parent = leaf(run, &details.code).and_then(|node| run.index.framework().parent(node));
        let dimension = parent.map(|node| Named {
            code: run.node_code(node),
            name: run.node_name(node).into(),
        });
        Self {
            code: details.code.to_string(),
            name: (&details.name).into(),
            measure_unit: (&details.measure_unit).into(),
            direction: details.direction.to_string(),
            class: details.class.to_string(),
            frequency: details.frequency.to_string(),
            owner: owner(run, details),
            dimension,
            observations: run
                .counts
                .get(&indicator.id)
                .map_or(0, |count| count.figures),
        }
    }
}

/// The indicators
#[utoipa::path(
    get,
    path = "/strategies/{strategy}/indicators",
    tag = "indicators",
    params(("strategy" = String, Path, description = "The code of the strategy", example = "ningbo")),
    responses(
        (status = 200, description = "The indicators, by code", body = IndicatorList),
        (status = 404, description = "No such strategy", body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn list(
    State(scoring): State<Scoring>,
    visitor: Visitor,
    ApiPath(strategy): ApiPath<Code>,
) -> Result<Json<IndicatorList>, Problem> {
    let tx = scoring.read().await?;
    let run = scoring.standing(&tx, &visitor.scope, &strategy).await?;
    let items = run.catalogue.indicators.values();
    let items = items
        .map(|indicator| IndicatorSummary::of(&run, indicator))
        .collect();
    Ok(Json(IndicatorList { items }))
}

/// An indicator with its ranking and its series
#[utoipa::path(
    get,
    path = "/strategies/{strategy}/indicators/{indicator}",
    tag = "indicators",
    params(
        ("strategy" = String, Path, description = "The code of the strategy", example = "ningbo"),
        ("indicator" = String, Path, description = "The code of the indicator", example = "RD_GDP"),
        Asked,
    ),
    responses(
        (status = 200, description = "The indicator", body = IndicatorPage),
        (status = 400, description = "A parameter is wrong", body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, description = "No such strategy, indicator or period", body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn show(
    State(scoring): State<Scoring>,
    visitor: Visitor,
    ApiPath((strategy, indicator)): ApiPath<(Code, Code)>,
    ApiQuery(asked): ApiQuery<Asked>,
) -> Result<Json<IndicatorPage>, Problem> {
    let tx = scoring.read().await?;
    let run = scoring.standing(&tx, &visitor.scope, &strategy).await?;
    let known = run.catalogue.indicators.get(&indicator);
    let known = known.ok_or_else(|| ScoringError::UnknownIndicator(indicator.to_string()))?;
    let selection = Selection {
        indicators: vec![known.id],
        as_of: Some(run.run.as_of),
        ..Selection::default()
    };
    let released = Scope::public(run.run.as_of);
    let figures = yanzhi_figures::figures(&tx, &released, run.strategy.id, &selection).await;
    let figures = figures.map_err(ScoringError::from)?;
    Ok(Json(IndicatorPage::of(&run, known, &figures, &asked)?))
}
