//! Whether an expression makes sense: numbers where numbers belong, like added to like, and in which measure unit.

use yanzhi_kernel::Code;

use crate::{
    arithmetic,
    fault::Fault,
    measure::Measure,
    quantity::{Meaning, Quantity},
    tree::{Call, Node, Operator, Part},
};

/// The measure unit of each indicator.
pub(crate) trait Measures {
    /// `None` where there is no such indicator: somebody else says so.
    fn measure(&self, indicator: &Code) -> Option<&Measure>;
}

/// Works out what an expression comes to, and gathers what is wrong on the way.
pub(crate) struct Reader<'a, M> {
    measures: &'a M,
    text: &'a str,
    pub(crate) faults: Vec<Fault>,
}

impl<'a, M: Measures> Reader<'a, M> {
    pub(crate) const fn new(measures: &'a M, text: &'a str) -> Self {
        Self {
            measures,
            text,
            faults: Vec::new(),
        }
    }

    pub(crate) fn meaning(&mut self, part: &Part) -> Meaning {
        match &part.node {
            Node::Number(number) => Meaning::Constant(*number),
            Node::Indicator(code) => match self.measures.measure(code) {
                Some(measure) => Meaning::Quantity(Quantity::plain(measure.clone())),
                None => Meaning::Unknown,
            },
            Node::Negated(of) => match self.number(of) {
                Meaning::Constant(number) => Meaning::Constant(-number),
                other => other,
            },
            Node::Not(of) => {
                self.condition(of);
                Meaning::Condition
            }
            Node::Joined(operator, parts) => self.joined(*operator, part, parts),
            Node::Call(call) => self.called(call),
        }
    }

    /// The meaning of a part that has to be a number.
    fn number(&mut self, part: &Part) -> Meaning {
        match self.meaning(part) {
            Meaning::Condition => self.refuse(Fault::number_expected(part.span, self.text)),
            other => other,
        }
    }

    fn condition(&mut self, part: &Part) {
        if let Meaning::Constant(_) | Meaning::Quantity(_) = self.meaning(part) {
            self.refuse(Fault::condition_expected(part.span, self.text));
        }
    }

    fn refuse(&mut self, fault: Fault) -> Meaning {
        self.faults.push(fault);
        Meaning::Unknown
    }

    fn joined(&mut self, operator: Operator, whole: &Part, parts: &[Part; 2]) -> Meaning {
        let [left, right] = parts;
        match operator {
            Operator::And | Operator::Or => {
                self.condition(left);
                self.condition(right);
                Meaning::Condition
            }
            _ if operator.compares() => {
                self.alike([left, right]);
                Meaning::Condition
            }
            Operator::Add | Operator::Subtract => match self.alike([left, right]) {
                Meaning::Constant(_) => constant(whole),
                other => other,
            },
            Operator::Power => self.raised(whole, left, right),
            _ => self.product(operator, whole, left, right),
        }
    }

    fn product(&mut self, operator: Operator, whole: &Part, left: &Part, right: &Part) -> Meaning {
        let power = if operator == Operator::Divide { -1 } else { 1 };
        match (self.number(left), self.number(right)) {
            (Meaning::Constant(_), Meaning::Constant(_)) => constant(whole),
            (Meaning::Quantity(of), Meaning::Constant(factor)) => {
                let factor = if power < 0 { 1.0 / factor } else { factor };
                Meaning::Quantity(of.scaled(factor))
            }
            (Meaning::Constant(factor), Meaning::Quantity(of)) => {
                let one = Quantity::plain(Measure::default());
                Meaning::Quantity(one.times(&of, power).scaled(factor))
            }
            (Meaning::Quantity(left), Meaning::Quantity(right)) => {
                Meaning::Quantity(left.times(&right, power))
            }
            _ => Meaning::Unknown,
        }
    }

    fn raised(&mut self, whole: &Part, base: &Part, exponent: &Part) -> Meaning {
        let (of, by) = (self.number(base), self.number(exponent));
        match (of, by) {
            (Meaning::Constant(_), Meaning::Constant(_)) => constant(whole),
            (Meaning::Quantity(of), Meaning::Constant(power)) => match whole_power(power) {
                Some(power) => {
                    let one = Quantity::plain(Measure::default());
                    Meaning::Quantity(one.times(&of, power))
                }
                None if of.measure.units.is_empty() => {
                    Meaning::Quantity(Quantity::plain(Measure::default()))
                }
                None => self.refuse(Fault::exponent(exponent.span, self.text)),
            },
            (Meaning::Quantity(of), _) if !of.measure.units.is_empty() => {
                self.refuse(Fault::exponent(exponent.span, self.text))
            }
            (_, Meaning::Quantity(by)) if !by.measure.units.is_empty() => {
                self.refuse(Fault::exponent(exponent.span, self.text))
            }
            (Meaning::Unknown, _) | (_, Meaning::Unknown) => Meaning::Unknown,
            _ => Meaning::Quantity(Quantity::plain(Measure::default())),
        }
    }

    fn called(&mut self, call: &Call) -> Meaning {
        match call {
            Call::Lag(of, _) | Call::Children(_, of, _) | Call::Abs(of) | Call::Round(of, _) => {
                self.number(of)
            }
            Call::Growth(of, _) | Call::Cagr(of, _) => {
                self.number(of);
                Meaning::Quantity(Quantity::plain(Measure::percent()))
            }
            Call::Share(parts) => {
                self.alike(parts.iter());
                Meaning::Quantity(Quantity::plain(Measure::percent()))
            }
            Call::Per(parts, _) => {
                let [of, by] = &**parts;
                self.number(by);
                self.number(of)
            }
            Call::Coalesce(first, others) => {
                for part in std::iter::once(&**first).chain(others) {
                    if part.is_constant() {
                        self.refuse(Fault::constant_fallback(part.span, self.text));
                    }
                }
                self.alike(std::iter::once(&**first).chain(others))
            }
            Call::If(parts) => {
                let [condition, yes, no] = &**parts;
                self.condition(condition);
                self.alike([yes, no])
            }
            Call::Extreme(_, parts) => self.alike(parts),
        }
    }

    /// Parts that are added, compared or chosen from have to be counted in the same measure unit.
    fn alike<'p>(&mut self, parts: impl IntoIterator<Item = &'p Part>) -> Meaning {
        let mut agreed: Option<(Quantity, &Part)> = None;
        let (mut is_known, mut constant) = (true, 0.0);
        for part in parts {
            match self.number(part) {
                Meaning::Quantity(quantity) => {
                    let Some((before, first)) = &agreed else {
                        agreed = Some((quantity, part));
                        continue;
                    };
                    if let Some(both) = before.agreed(&quantity) {
                        agreed = Some((both, first));
                    } else {
                        let fault = Fault::unlike((first, before), (part, &quantity), self.text);
                        self.refuse(fault);
                        is_known = false;
                    }
                }
                Meaning::Constant(number) => constant = number,
                Meaning::Condition | Meaning::Unknown => is_known = false,
            }
        }
        match agreed {
            _ if !is_known => Meaning::Unknown,
            Some((quantity, _)) => Meaning::Quantity(quantity),
            None => Meaning::Constant(constant),
        }
    }
}

/// A part that is made of numbers only. One that has no value, such as 1 / 0, converts nothing.
fn constant(part: &Part) -> Meaning {
    Meaning::Constant(arithmetic::constant(part).unwrap_or_default())
}

/// An exponent that a measure unit can be raised to.
fn whole_power(number: f64) -> Option<i32> {
    (-9..=9).find(|power| f64::from(*power).total_cmp(&number).is_eq())
}
