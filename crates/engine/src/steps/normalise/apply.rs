//! Applies a rule to a whole column: finds the scope, fits, scores every period, names the place of
//! a fault.

use std::sync::Arc;

use super::{Rule, Scale, Scope};
use crate::column::{Column, Part};
use crate::error::{ComputeError, Fault, Place, RowFault};
use crate::frame::Direction;
use crate::method::ParameterFault;
use crate::work::Work;

/// A column to be normalised, and the names needed to speak of it.
pub(super) struct Site<'a> {
    pub(super) position: usize,
    pub(super) code: &'a str,
    label: &'a str,
    direction: Direction,
    source: Arc<Column>,
    work: &'a Work<'a>,
}

/// A column after its rule, and how it came about.
pub(super) struct Normalised {
    pub(super) column: Column,
    pub(super) account: Scale,
}

/// A [`Rule`] without its `Fitted`, so that rules can stand in one list.
pub(super) trait Apply: Send + Sync {
    fn word(&self) -> &'static str;
    fn faults(&self) -> Vec<ParameterFault>;
    fn scope(&self) -> &Scope;
    fn normalise(&self, site: &Site<'_>) -> Result<Normalised, ComputeError>;
}

impl<R: Rule> Apply for R {
    fn word(&self) -> &'static str {
        Rule::word(self)
    }

    fn faults(&self) -> Vec<ParameterFault> {
        Rule::faults(self)
    }

    fn scope(&self) -> &Scope {
        Rule::scope(self)
    }

    fn normalise(&self, site: &Site<'_>) -> Result<Normalised, ComputeError> {
        let fixed = site.fixed_scope(self)?;
        let mut column = site.source.as_ref().clone();
        let mut parameters = Vec::new();
        for (period, cells) in column.periods_mut().enumerate() {
            let source = site.source.period(period);
            if !source.any() {
                parameters.push(Vec::new());
                continue;
            }
            let local;
            let fitted = if let Some(fitted) = &fixed {
                fitted
            } else {
                local = self
                    .fit(source, site.direction)
                    .map_err(|fault| site.error(self, Some(period), None, fault))?;
                &local
            };
            self.apply(fitted, site.direction, source, cells.values)
                .and_then(|()| finite(cells.as_part()))
                .map_err(|RowFault { row, fault }| {
                    site.error(self, Some(period), Some(row), fault)
                })?;
            parameters.push(self.parameters(fitted));
        }
        let account = Scale {
            rule: Rule::word(self),
            formula: self.formula(site.direction),
            parameters,
        };
        Ok(Normalised { column, account })
    }
}

fn finite(cells: Part<'_>) -> Result<(), RowFault> {
    let fault = Fault::NotFinite;
    let row = cells.first_not_finite();
    row.map_or(Ok(()), |row| Err(RowFault { row, fault }))
}

impl<'a> Site<'a> {
    pub(super) fn new(work: &'a Work<'a>, label: &'a str, position: usize) -> Option<Self> {
        Some(Self {
            position,
            code: &work.frame.indicators().get(position)?.code,
            label,
            direction: work.direction(position),
            source: Arc::clone(work.columns.get(position)?),
            work,
        })
    }

    /// What a rule takes from a scope that is the same for every period; none when every period is
    /// its own, or when there is nothing to normalise.
    fn fixed_scope<R: Rule>(&self, rule: &R) -> Result<Option<R::Fitted>, ComputeError> {
        let (cells, period) = match rule.scope() {
            Scope::Period => return Ok(None),
            Scope::AllPeriods => (self.source.all(), None),
            Scope::Base(base) => {
                let period = self.work.frame.periods().iter().position(|it| it == base);
                let cells = period.map(|period| self.source.period(period));
                (cells.unwrap_or_else(|| self.source.all()), period)
            }
        };
        if !self.source.all().any() {
            return Ok(None);
        }
        if let (Scope::Base(base), false) = (rule.scope(), cells.any()) {
            let base = base.clone();
            return Err(self.error(rule, period, None, Fault::EmptyBase { base }));
        }
        rule.fit(cells, self.direction)
            .map(Some)
            .map_err(|fault| self.error(rule, period, None, fault))
    }

    fn error<R: Rule>(
        &self,
        rule: &R,
        period: Option<usize>,
        row: Option<usize>,
        fault: Fault,
    ) -> ComputeError {
        let frame = self.work.frame;
        let unit = row.and_then(|row| frame.units().get(row));
        let place = Box::new(Place {
            step: self.label.to_owned(),
            rule: Rule::word(rule).to_owned(),
            code: self.code.to_owned(),
            period: period.and_then(|it| frame.periods().get(it).cloned()),
            unit: unit.map(|unit| unit.code.clone()),
        });
        ComputeError::Rule { place, fault }
    }
}

/// Writes `score(x)` for every cell that has a value.
pub(super) fn each(cells: Part<'_>, scores: &mut [f64], score: impl Fn(f64) -> f64) {
    let cells = cells.values.iter().zip(cells.present);
    for ((&value, &present), out) in cells.zip(scores) {
        *out = if present { score(value) } else { 0.0 };
    }
}

/// Writes `score(x)` for every cell that has a value, up to the first that cannot be scored.
pub(super) fn try_each(
    cells: Part<'_>,
    scores: &mut [f64],
    score: impl Fn(f64) -> Result<f64, Fault>,
) -> Result<(), RowFault> {
    let cells = cells.values.iter().zip(cells.present);
    for (row, ((&value, &present), out)) in cells.zip(scores).enumerate() {
        if present {
            *out = score(value).map_err(|fault| RowFault { row, fault })?;
        }
    }
    Ok(())
}
