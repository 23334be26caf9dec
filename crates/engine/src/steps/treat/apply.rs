//! Makes the plan of a column (what is done to the cells of a scope) and carries it out.

use std::sync::Arc;

use super::record::{ColumnAccount, ColumnTreatment, Transformed, Winsorised};
use super::{Limits, Shape, Transformation, Treat, TreatRule, Treatment, When};
use crate::column::{Column, Part, PartMut};
use crate::dataset::{Origin, Parameter};
use crate::error::{ComputeError, Fault, Place};
use crate::statistics::{Moments, moments};
use crate::steps::Scope;
use crate::work::Work;

/// A column to be treated, and the names needed to speak of it.
pub(super) struct Site<'a> {
    position: usize,
    code: &'a str,
    label: &'a str,
    treatment: &'a Treatment,
    source: Arc<Column>,
    work: &'a Work<'a>,
}

/// A column after its treatment.
pub(super) struct TreatedColumn {
    /// None where nothing was changed.
    pub(super) column: Option<Column>,
    pub(super) records: Vec<ColumnTreatment>,
    pub(super) account: ColumnAccount,
}

/// What is done to the cells of a scope: first limits, then a transformation.
struct Plan<'a> {
    limits: Option<Limits>,
    transformation: Option<(&'a dyn Transformation, Shape)>,
    record: ColumnTreatment,
    origin: Arc<Origin>,
}

/// Space that is used again for every scope of a column.
#[derive(Default)]
struct Buffers {
    /// The values of the scope in rising order.
    sorted: Vec<f64>,
    treated: Vec<f64>,
}

impl<'a> Site<'a> {
    pub(super) fn new(
        work: &'a Work<'a>,
        label: &'a str,
        position: usize,
        step: &'a Treat,
    ) -> Option<Self> {
        let code = &work.frame.indicators().get(position)?.code;
        let treatment = step.of(code)?;
        Some(Self {
            position,
            code,
            label,
            treatment,
            source: Arc::clone(work.columns.get(position)?),
            work,
        })
    }

    pub(super) fn treat(&self) -> Result<(usize, String, TreatedColumn), ComputeError> {
        let (periods, units) = (self.work.frame.periods(), self.work.frame.units().len());
        let mut column = self.source.as_ref().clone();
        let mut account = ColumnAccount {
            rule: self.treatment.rule.word(),
            origins: Vec::with_capacity(periods.len()),
            changed: vec![false; periods.len() * units],
            units,
        };
        let (mut records, mut buffers) = (Vec::new(), Buffers::default());
        let scope = &self.treatment.scope;
        let mut plan = None;
        let places = column
            .periods_mut()
            .zip(account.changed.chunks_mut(units.max(1)));
        for (period, (mut cells, changed)) in places.enumerate() {
            if period == 0 || !scope.is_fixed() {
                plan = self.plan(
                    scope.cells(&self.source, periods, period),
                    period,
                    &mut buffers,
                )?;
                records.extend(plan.as_ref().map(|plan| plan.record.clone()));
            }
            if let Some(plan) = &plan {
                self.carry_out(plan, period, &mut cells, changed)?;
            }
            account
                .origins
                .push(plan.as_ref().map(|plan| Arc::clone(&plan.origin)));
        }
        let column = account.changed.contains(&true).then_some(column);
        let treated = TreatedColumn {
            column,
            records,
            account,
        };
        Ok((self.position, self.code.to_owned(), treated))
    }

    /// What is to be done; none where there is nothing to treat.
    fn plan(
        &self,
        cells: Part<'_>,
        period: usize,
        buffers: &mut Buffers,
    ) -> Result<Option<Plan<'a>>, ComputeError> {
        if matches!(self.treatment.rule, TreatRule::None) || !self.source.all().any() {
            return Ok(None);
        }
        buffers.sorted.clear();
        buffers.sorted.extend(cells.present_values());
        buffers.sorted.sort_unstable_by(f64::total_cmp);
        let period = self.period_of_scope(period);
        if buffers.sorted.is_empty() {
            return match &self.treatment.scope {
                Scope::Base(base) => {
                    let base = base.clone();
                    Err(self.error(period, None, Fault::EmptyBase { base }))
                }
                _ => Ok(None),
            };
        }
        let mut plan = Plan {
            limits: None,
            transformation: None,
            record: self.record(period, moments(&buffers.sorted)),
            origin: Arc::new(Origin::default()),
        };
        if plan.record.failed || self.treatment.when == When::Always {
            self.decide(&mut plan, buffers)
                .map_err(|fault| self.error(period, None, fault))?;
            plan.origin = Arc::new(self.origin(&plan));
        }
        Ok(Some(plan))
    }

    fn period_of_scope(&self, period: usize) -> Option<usize> {
        match &self.treatment.scope {
            Scope::Period => Some(period),
            Scope::AllPeriods => None,
            Scope::Base(base) => {
                let mut periods = self.work.frame.periods().iter();
                periods.position(|it| it == base)
            }
        }
    }

    fn record(&self, period: Option<usize>, before: Moments) -> ColumnTreatment {
        ColumnTreatment {
            step: self.label.to_owned(),
            indicator: self.code.to_owned(),
            period,
            rule: self.treatment.rule.word().to_owned(),
            failed: self.treatment.test.fails(&before),
            before,
            winsorised: None,
            transformed: None,
        }
    }

    fn decide(&self, plan: &mut Plan<'a>, buffers: &mut Buffers) -> Result<(), Fault> {
        let treatment = self.treatment;
        match &treatment.rule {
            TreatRule::None => {}
            TreatRule::Winsorise(rule) => {
                let Buffers { sorted, treated } = buffers;
                let (limits, found) = rule.limits(sorted, treated, treatment.test);
                let fallback = rule.fallback.as_transformation().filter(|_| found.failed);
                let is_kept = fallback.is_none() || rule.combine;
                plan.limits = Some(limits).filter(|_| is_kept);
                plan.record.winsorised = Some(Winsorised { is_kept, ..found });
                if let Some(fallback) = fallback {
                    self.transform(plan, fallback, buffers)?;
                }
            }
            TreatRule::TrimPercentiles(rule) => {
                self.trim(plan, rule.limits(&buffers.sorted), buffers);
            }
            TreatRule::TrimIqr(rule) => self.trim(plan, rule.limits(&buffers.sorted), buffers),
            rule => {
                if let Some(transformation) = rule.as_transformation() {
                    self.transform(plan, transformation, buffers)?;
                }
            }
        }
        Ok(())
    }

    fn trim(&self, plan: &mut Plan<'_>, limits: Limits, buffers: &mut Buffers) {
        plan.limits = Some(limits);
        buffers.treated.clear();
        let within = buffers.sorted.iter().filter_map(|&x| limits.apply(x));
        buffers.treated.extend(within);
        let after = moments(&buffers.treated);
        plan.record.transformed = Some(Transformed {
            rule: self.treatment.rule.word().to_owned(),
            failed: self.treatment.test.fails(&after),
            after,
        });
    }

    fn transform(
        &self,
        plan: &mut Plan<'a>,
        transformation: &'a dyn Transformation,
        buffers: &mut Buffers,
    ) -> Result<(), Fault> {
        let limits = plan.limits.unwrap_or_default();
        let treated = &mut buffers.treated;
        treated.clear();
        treated.extend(buffers.sorted.iter().filter_map(|&x| limits.apply(x)));
        let shape = Shape {
            min: treated.first().copied().unwrap_or_default(),
            max: treated.last().copied().unwrap_or_default(),
            skewness: moments(treated).skewness.unwrap_or_default(),
        };
        transformation.fit(&shape)?;
        for x in treated.iter_mut() {
            *x = transformation.apply(&shape, *x)?;
        }
        let after = moments(treated);
        plan.record.transformed = Some(Transformed {
            rule: transformation.word().to_owned(),
            failed: self.treatment.test.fails(&after),
            after,
        });
        plan.transformation = Some((transformation, shape));
        Ok(())
    }

    fn carry_out(
        &self,
        plan: &Plan<'_>,
        period: usize,
        cells: &mut PartMut<'_>,
        changed: &mut [bool],
    ) -> Result<(), ComputeError> {
        let rows = cells.values.iter_mut().zip(cells.present.iter_mut());
        for (row, ((value, present), changed)) in rows.zip(changed).enumerate() {
            if !*present {
                continue;
            }
            let limited = plan.limits.unwrap_or_default().apply(*value);
            let Some(limited) = limited else {
                (*value, *present, *changed) = (0.0, false, true);
                continue;
            };
            *changed = plan.transformation.is_some() || limited.total_cmp(value).is_ne();
            *value = match plan.transformation {
                None => limited,
                Some((transformation, shape)) => transformation
                    .apply(&shape, limited)
                    .and_then(|it| it.is_finite().then_some(it + 0.0).ok_or(Fault::NotFinite))
                    .map_err(|fault| self.error(Some(period), Some(row), fault))?,
            };
        }
        Ok(())
    }

    fn origin(&self, plan: &Plan<'_>) -> Origin {
        let mut origin = Origin {
            rule: Some(self.treatment.rule.word().to_owned()),
            ..Origin::default()
        };
        let mut formulas: Vec<&str> = Vec::new();
        if let Some(limits) = plan.limits {
            let bounds = [("low", limits.low), ("high", limits.high)];
            let bounds = bounds.into_iter();
            origin
                .parameters
                .extend(bounds.filter_map(|(name, value)| Some(Parameter::new(name, value?))));
            formulas.push(limits.formula());
        }
        if let Some((transformation, shape)) = plan.transformation {
            origin.rule = Some(transformation.word().to_owned());
            origin.parameters.extend(transformation.parameters(&shape));
            formulas.push(transformation.formula(&shape));
        }
        origin.formula = Some(formulas.join(", then "));
        origin
    }

    fn error(&self, period: Option<usize>, row: Option<usize>, fault: Fault) -> ComputeError {
        let frame = self.work.frame;
        let unit = row.and_then(|row| frame.units().get(row));
        let place = Box::new(Place {
            step: self.label.to_owned(),
            rule: self.treatment.rule.word().to_owned(),
            code: self.code.to_owned(),
            period: period.and_then(|it| frame.periods().get(it).cloned()),
            unit: unit.map(|unit| unit.code.clone()),
        });
        ComputeError::Rule { place, fault }
    }
}
