//! The value of an expression at a cell.

use std::collections::BTreeSet;

use yanzhi_kernel::{Code, Period, UnitKind};

use crate::{
    arithmetic::{self, finite},
    expression::Expression,
    missing::{Missing, Reason},
    span::Span,
    tree::{Call, Extreme, Gather, Node, Operator, Part, Step},
};

/// The figures of one caliber, as known at one moment. Calibers are never mixed: whoever evaluates in two makes two.
pub trait Figures {
    /// What names a version of a figure.
    type Version: Ord + Clone;

    /// The figure at a cell; `None` where none was ever recorded.
    fn figure(
        &self,
        indicator: &Code,
        unit: &Code,
        period: Period,
    ) -> Option<Figure<Self::Version>>;

    /// The units directly below a unit, in a fixed order: sums run in it.
    fn children(&self, unit: &Code) -> &[Child];
}

/// A version of a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure<V> {
    /// The value; `None` where it was recorded that there is none.
    pub value: Option<f64>,
    /// The version.
    pub version: V,
}

/// A unit below another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Child {
    /// The unit.
    pub unit: Code,
    /// Its kind. Units of different kinds may overlap.
    pub kind: UnitKind,
}

/// What an expression comes to at a cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome<T, V> {
    /// The value, or why there is none.
    pub value: Result<T, Missing>,
    /// The versions that were looked at, also those that a choice then left aside.
    pub inputs: BTreeSet<V>,
}

impl Expression {
    /// The value at a unit and period. An expression that is a condition comes to 1 or 0; see
    /// [`holds`](Self::holds).
    pub fn evaluate<F: Figures>(
        &self,
        unit: &Code,
        period: Period,
        figures: &F,
    ) -> Outcome<f64, F::Version> {
        let mut evaluation = Evaluation {
            figures,
            inputs: BTreeSet::new(),
        };
        let value = evaluation.value(self.root(), At { unit, period });
        Outcome {
            value,
            inputs: evaluation.inputs,
        }
    }

    /// Whether an expression that is a condition holds at a unit and period.
    pub fn holds<F: Figures>(
        &self,
        unit: &Code,
        period: Period,
        figures: &F,
    ) -> Outcome<bool, F::Version> {
        let Outcome { value, inputs } = self.evaluate(unit, period, figures);
        Outcome {
            value: value.map(is_true),
            inputs,
        }
    }
}

fn is_true(number: f64) -> bool {
    !arithmetic::is_zero(number)
}

/// The cell that is asked for.
#[derive(Clone, Copy)]
struct At<'a> {
    unit: &'a Code,
    period: Period,
}

struct Evaluation<'a, F: Figures> {
    figures: &'a F,
    inputs: BTreeSet<F::Version>,
}

type Valued = Result<f64, Missing>;

impl<F: Figures> Evaluation<'_, F> {
    fn value(&mut self, part: &Part, at: At<'_>) -> Valued {
        match &part.node {
            Node::Number(number) => Ok(*number),
            Node::Indicator(code) => self.figure(code, at).map_err(|it| it.at(part.span)),
            Node::Negated(of) => finite(-self.value(of, at)?).map_err(|it| it.at(part.span)),
            Node::Not(of) => Ok(truth(!is_true(self.value(of, at)?))),
            Node::Joined(operator, parts) => self.joined(*operator, parts, at, part.span),
            Node::Call(call) => self.called(call, at, part.span),
        }
    }

    fn figure(&mut self, indicator: &Code, at: At<'_>) -> Result<f64, Reason> {
        let figure = self.figures.figure(indicator, at.unit, at.period);
        let value = figure.and_then(|figure| {
            self.inputs.insert(figure.version);
            figure.value
        });
        let value = value.ok_or_else(|| Reason::NoFigure {
            indicator: indicator.clone(),
            unit: at.unit.clone(),
            period: at.period,
        })?;
        finite(value)
    }

    fn joined(&mut self, operator: Operator, parts: &[Part; 2], at: At<'_>, span: Span) -> Valued {
        let [left, right] = parts;
        let left = self.value(left, at)?;
        match operator {
            Operator::And if !is_true(left) => Ok(0.0),
            Operator::Or if is_true(left) => Ok(1.0),
            Operator::And | Operator::Or => self.value(right, at),
            _ => {
                let right = self.value(right, at)?;
                arithmetic::join(operator, left, right).map_err(|it| it.at(span))
            }
        }
    }

    fn called(&mut self, call: &Call, at: At<'_>, span: Span) -> Valued {
        match call {
            Call::Lag(of, step) => self.earlier(of, *step, at, span),
            Call::Growth(of, step) => {
                let (value, base) = (self.value(of, at)?, self.earlier(of, *step, at, span)?);
                arithmetic::growth(value, base).map_err(|it| it.at(span))
            }
            Call::Cagr(of, step) => {
                let (value, base) = (self.value(of, at)?, self.earlier(of, *step, at, span)?);
                arithmetic::yearly_growth(value, base, step.years()).map_err(|it| it.at(span))
            }
            Call::Share(parts) => self.ratio(parts, 100.0, at, span),
            Call::Per(parts, scale) => self.ratio(parts, *scale, at, span),
            Call::Children(gather, of, kind) => self.children(*gather, of, *kind, at, span),
            Call::Coalesce(first, others) => self.first(first, others, at),
            Call::If(parts) => {
                let [condition, yes, no] = &**parts;
                let chosen = if is_true(self.value(condition, at)?) {
                    yes
                } else {
                    no
                };
                self.value(chosen, at)
            }
            Call::Extreme(extreme, parts) => self.extreme(*extreme, parts, at),
            Call::Abs(of) => Ok(self.value(of, at)?.abs()),
            Call::Round(of, decimals) => {
                let value = self.value(of, at)?;
                arithmetic::round(value, *decimals).map_err(|it| it.at(span))
            }
        }
    }

    fn earlier(&mut self, of: &Part, step: Step, at: At<'_>, span: Span) -> Valued {
        let months = step.months();
        let Some(period) = at.period.shifted(-months) else {
            let period = at.period;
            return Err(Reason::NoPeriod { period, months }.at(span));
        };
        self.value(of, At { period, ..at })
    }

    fn ratio(&mut self, parts: &[Part; 2], scale: f64, at: At<'_>, span: Span) -> Valued {
        let [above, below] = parts;
        let (above, below) = (self.value(above, at)?, self.value(below, at)?);
        let ratio = arithmetic::divide(above, below).and_then(|it| finite(it * scale));
        ratio.map_err(|it| it.at(span))
    }

    /// The sum or mean over the units below. One without a figure leaves the whole without one: a sum of those that
    /// happen to have reported looks like a sum and is none.
    fn children(
        &mut self,
        gather: Gather,
        of: &Part,
        kind: Option<UnitKind>,
        at: At<'_>,
        span: Span,
    ) -> Valued {
        let figures = self.figures;
        let all = figures.children(at.unit);
        let chosen = |child: &&Child| kind.is_none_or(|kind| child.kind == kind);
        let mut children = all.iter().filter(chosen).peekable();
        let unit = || at.unit.clone();
        let Some(first) = children.peek() else {
            return Err(Reason::NoChildren { unit: unit() }.at(span));
        };
        if kind.is_none() && all.iter().any(|child| child.kind != first.kind) {
            return Err(Reason::MixedChildren { unit: unit() }.at(span));
        }
        let (mut sum, mut count) = (0.0, 0.0);
        for child in children {
            let unit = &child.unit;
            sum += self.value(of, At { unit, ..at })?;
            count += 1.0;
        }
        let gathered = match gather {
            Gather::Sum => sum,
            Gather::Mean => sum / count,
        };
        finite(gathered).map_err(|it| it.at(span))
    }

    /// The first that has a value. Where none has, what the first lacks is what is missing.
    fn first(&mut self, first: &Part, others: &[Part], at: At<'_>) -> Valued {
        let missing = match self.value(first, at) {
            Ok(value) => return Ok(value),
            Err(missing) => missing,
        };
        for part in others {
            if let Ok(value) = self.value(part, at) {
                return Ok(value);
            }
        }
        Err(missing)
    }

    fn extreme(&mut self, extreme: Extreme, parts: &[Part], at: At<'_>) -> Valued {
        let (start, of): (f64, fn(f64, f64) -> f64) = match extreme {
            Extreme::Least => (f64::INFINITY, f64::min),
            Extreme::Greatest => (f64::NEG_INFINITY, f64::max),
        };
        let mut found = start;
        for part in parts {
            found = of(found, self.value(part, at)?);
        }
        Ok(found)
    }
}

fn truth(holds: bool) -> f64 {
    f64::from(u8::from(holds))
}
