//! Rules of any kind behind one face, made ready to score column after column.

use std::fmt::Debug;

use super::Scope;
use super::rule::{Cell, Rule, Source, Span};
use crate::column::{Column, Part};
use crate::dataset::Parameter;
use crate::error::{Fault, RowFault};
use crate::frame::{Direction, Frame};
use crate::method::ParameterFault;
use crate::missing::Missing;

/// A rule of normalisation without its own types, so that rules can stand in one list.
pub(crate) trait AnyRule: Debug + Send + Sync {
    fn word(&self) -> &'static str;

    fn formula(&self, direction: Direction) -> String;

    /// What is wrong with the parameters, alone and beside the frame.
    fn faults(&self, frame: &Frame) -> Vec<ParameterFault>;

    /// The base periods it names, which the frame must have.
    fn bases(&self) -> Vec<&str>;

    /// The rule made ready to score.
    fn scaler(&self) -> Box<dyn Scaler>;
}

/// A rule with room for what it takes from the data. It may score any number of columns; from the
/// second of the same size on it allocates nothing.
pub(crate) trait Scaler: Debug + Send + Sync {
    /// Writes the scores of a whole column into another of the same size.
    fn score(&mut self, source: &Source<'_>, scores: &mut Column) -> Result<(), Broken>;

    /// The parameters of a cell of the column scored last.
    fn parameters(&self, period: usize, cell: Cell) -> Vec<Parameter>;

    /// Why a cell that had a value got no score.
    fn why_missing(&self, indicator: &str, period: usize, unit: usize) -> Missing;
}

/// A fault, before it is known which names stand at its place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Broken {
    pub(crate) period: Option<usize>,
    pub(crate) row: Option<usize>,
    pub(crate) fault: Fault,
}

/// A [`Rule`] with what it took from the data: once for every period, or once for all.
#[derive(Debug)]
struct Fit<R: Rule> {
    rule: R,
    fitted: Vec<R::Fitted>,
}

impl<R: Rule> AnyRule for R {
    fn word(&self) -> &'static str {
        Rule::word(self)
    }

    fn formula(&self, direction: Direction) -> String {
        Rule::formula(self, direction)
    }

    fn faults(&self, frame: &Frame) -> Vec<ParameterFault> {
        let mut faults = Rule::faults(self);
        faults.extend(self.strangers(frame));
        faults
    }

    fn bases(&self) -> Vec<&str> {
        Rule::bases(self)
    }

    fn scaler(&self) -> Box<dyn Scaler> {
        Box::new(Fit {
            rule: self.clone(),
            fitted: Vec::new(),
        })
    }
}

impl<R: Rule> Fit<R> {
    /// Takes the parameters from the scope, where it is the same for every period.
    fn fit_fixed(&mut self, source: &Source<'_>) -> Result<(), Broken> {
        let period = match self.rule.scope() {
            Scope::Period => return Ok(()),
            Scope::AllPeriods => None,
            Scope::Base(base) => source.frame.periods().iter().position(|it| it == base),
        };
        let scope = source.span(period);
        if let (Scope::Base(base), false) = (self.rule.scope(), scope.cells.any()) {
            let fault = Fault::EmptyBase { base: base.clone() };
            return Err(broken(period, None, fault));
        }
        self.fitted.resize_with(1, R::Fitted::default);
        let fitted = self.fitted.first_mut();
        fitted.map_or(Ok(()), |fitted| {
            let fit = self.rule.fit(&scope, fitted);
            fit.map_err(|fault| broken(period, None, fault))
        })
    }

    fn fitted(&self, period: usize) -> Option<&R::Fitted> {
        let is_fixed = self.rule.scope().is_fixed();
        self.fitted.get(if is_fixed { 0 } else { period })
    }
}

impl<R: Rule> Scaler for Fit<R> {
    fn score(&mut self, source: &Source<'_>, scores: &mut Column) -> Result<(), Broken> {
        scores.copy_presence(source.column);
        if !source.column.all().any() {
            return Ok(());
        }
        self.fit_fixed(source)?;
        let is_local = !self.rule.scope().is_fixed();
        if is_local {
            let periods = source.frame.periods().len();
            self.fitted.resize_with(periods, R::Fitted::default);
        }
        for (period, mut cells) in scores.periods_mut().enumerate() {
            let span = source.span(Some(period));
            if !span.cells.any() {
                continue;
            }
            let place = if is_local { period } else { 0 };
            let Some(fitted) = self.fitted.get_mut(place) else {
                continue;
            };
            if is_local {
                let fit = self.rule.fit(&span, fitted);
                fit.map_err(|fault| broken(Some(period), None, fault))?;
            }
            self.rule
                .apply(fitted, &span, &mut cells)
                .and_then(|()| finite(cells.as_part()))
                .map_err(|RowFault { row, fault }| broken(Some(period), Some(row), fault))?;
        }
        Ok(())
    }

    fn parameters(&self, period: usize, cell: Cell) -> Vec<Parameter> {
        let fitted = self.fitted(period);
        fitted.map_or_else(Vec::new, |fitted| self.rule.parameters(fitted, cell))
    }

    fn why_missing(&self, indicator: &str, period: usize, _unit: usize) -> Missing {
        let no_data = || Missing::NoData {
            indicator: indicator.to_owned(),
        };
        let fitted = self.fitted(period);
        fitted.map_or_else(no_data, |it| self.rule.why_missing(it, indicator))
    }
}

impl<'a> Source<'a> {
    /// The cells of one period, or of all.
    pub(crate) fn span(self, period: Option<usize>) -> Span<'a> {
        Span {
            cells: period.map_or_else(|| self.column.all(), |it| self.column.period(it)),
            direction: self.direction,
            period,
            source: self,
        }
    }
}

fn broken(period: Option<usize>, row: Option<usize>, fault: Fault) -> Broken {
    Broken { period, row, fault }
}

pub(super) fn finite(cells: Part<'_>) -> Result<(), RowFault> {
    let fault = Fault::NotFinite;
    let row = cells.first_not_finite();
    row.map_or(Ok(()), |row| Err(RowFault { row, fault }))
}
