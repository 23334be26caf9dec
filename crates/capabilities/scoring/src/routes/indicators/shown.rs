//! The figures of one caliber and period: who stands where, and how it was before.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use utoipa::ToSchema;
use yanzhi_figures::{Figure, Value};
use yanzhi_kernel::{Code, Direction, Period};
use yanzhi_organisations::Unit;

use super::Asked;
use crate::{
    LoadedRun, ScoringError,
    routes::shapes::{SourceRef, UnitRef, source},
    rules::compare::ranks,
};

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

/// A figure that has a value, and the unit it is of.
type OfUnit<'a> = (&'a Unit, &'a Figure, &'a Value);

/// The figures that have a value.
fn valued(figures: &[Figure]) -> impl Iterator<Item = (&Figure, &Value)> + Clone {
    figures
        .iter()
        .filter_map(|figure| Some((figure, figure.value()?)))
}

/// The figures of one caliber and period, and of its kind of periods.
pub(super) struct Shown<'a> {
    pub(super) caliber: Option<Code>,
    pub(super) period: Option<Period>,
    pub(super) periods: BTreeSet<Period>,
    pub(super) calibers: BTreeSet<Code>,
    /// Of the caliber and the kind of period, with their units.
    pub(super) figures: Vec<OfUnit<'a>>,
}

impl<'a> Shown<'a> {
    pub(super) fn of(
        run: &'a LoadedRun,
        figures: &'a [Figure],
        asked: &Asked,
    ) -> Result<Self, ScoringError> {
        let mut by_caliber: BTreeMap<&Code, usize> = BTreeMap::new();
        for (figure, _) in valued(figures) {
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
        let of_caliber =
            valued(figures).filter(|(figure, _)| Some(&figure.said.cell.caliber) == caliber);
        let periods: BTreeSet<Period> = of_caliber
            .clone()
            .map(|(figure, _)| figure.said.cell.period)
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
        let same_kind = |(figure, _): &(&Figure, &Value)| {
            period.is_some_and(|period| period.kind() == figure.said.cell.period.kind())
        };
        let figures = of_caliber.filter(same_kind).filter_map(|(figure, value)| {
            units
                .get(&figure.said.cell.unit)
                .map(|unit| (*unit, figure, value))
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

    pub(super) fn ranking(&self, run: &LoadedRun, direction: Direction) -> Vec<RankedFigure> {
        let kinds = &run.framework.content.scoring.unit_kinds;
        let at_period = |(_, figure, _): &&OfUnit<'_>| Some(figure.said.cell.period) == self.period;
        let shown: Vec<_> = self.figures.iter().filter(at_period).collect();
        let signed = |value: f64| match direction {
            Direction::HigherIsBetter => value,
            Direction::LowerIsBetter => -value,
        };
        let ranked: Vec<Option<f64>> = shown
            .iter()
            .map(|(unit, _, value)| {
                let is_ranked = kinds.contains(&unit.details.kind);
                is_ranked.then(|| signed(value.number()))
            })
            .collect();
        let mut rows: Vec<RankedFigure> = shown
            .into_iter()
            .zip(ranks(&ranked))
            .map(|(shown, rank)| RankedFigure::of(run, *shown, rank))
            .collect();
        rows.sort_by_key(|row| (row.rank.unwrap_or(u32::MAX), row.unit.code.clone()));
        rows
    }

    pub(super) fn series(&self) -> Vec<UnitSeries> {
        let mut series: BTreeMap<&str, UnitSeries> = BTreeMap::new();
        for (unit, figure, value) in &self.figures {
            let line = series
                .entry(unit.details.code.as_str())
                .or_insert_with(|| UnitSeries {
                    unit: (*unit).into(),
                    points: Vec::new(),
                });
            line.points.push(SeriesFigure {
                period: figure.said.cell.period.to_string(),
                value: value.number(),
                status: figure.said.status.to_string(),
                is_synthetic: figure.said.is_synthetic,
            });
        }
        series.into_values().collect()
    }
}

impl RankedFigure {
    fn of(run: &LoadedRun, (unit, figure, value): OfUnit<'_>, rank: Option<u32>) -> Self {
        let said = &figure.said;
        Self {
            unit: unit.into(),
            value: value.number(),
            value_text: value.text().to_owned(),
            rank,
            status: said.status.to_string(),
            source: source(&run.catalogue, figure),
            is_synthetic: said.is_synthetic,
            note: said.note.clone(),
        }
    }
}
