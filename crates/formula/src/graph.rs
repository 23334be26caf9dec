//! Which indicator is computed from which.

use std::collections::{BTreeMap, BTreeSet};

use yanzhi_kernel::{Code, nearest};

use crate::{
    expression::Expression,
    fault::Fault,
    meaning::{Measures, Reader},
    measure::Measure,
    quantity::Meaning,
    span::Span,
};

/// An indicator as the catalogue defines it.
#[derive(Clone, Copy, Debug)]
pub struct Definition<'a> {
    /// Its code.
    pub indicator: &'a Code,
    /// What it is counted in, in Chinese.
    pub measure_unit: &'a str,
    /// How it is computed; `None` where it is reported.
    pub expression: Option<&'a str>,
}

/// Something wrong with the expression of an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The indicator.
    pub indicator: Code,
    /// What is wrong.
    pub fault: Fault,
}

/// The indicators with what each is computed from: without circles, without unknown codes, in measure units that fit.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    measures: BTreeMap<Code, Measure>,
    derived: BTreeMap<Code, Expression>,
    /// Every derived indicator after those that it is computed from.
    order: Vec<Code>,
}

impl Measures for Graph {
    fn measure(&self, indicator: &Code) -> Option<&Measure> {
        self.measures.get(indicator)
    }
}

impl Graph {
    /// Brings definitions into order.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the expressions, by indicator and place.
    pub fn new<'a>(
        definitions: impl IntoIterator<Item = Definition<'a>>,
    ) -> Result<Self, Vec<Refusal>> {
        let mut graph = Self::default();
        let mut refusals = Vec::new();
        for definition in definitions {
            let code = definition.indicator;
            let measure = Measure::read(definition.measure_unit);
            graph.measures.insert(code.clone(), measure);
            match definition.expression.map(Expression::read) {
                Some(Ok(expression)) => drop(graph.derived.insert(code.clone(), expression)),
                Some(Err(fault)) => refusals.push(Refusal::new(code, *fault)),
                None => {}
            }
        }
        for (code, expression) in &graph.derived {
            let faults = graph.faults_of(code, expression);
            refusals.extend(faults.into_iter().map(|fault| Refusal::new(code, fault)));
        }
        match graph.ordered() {
            Ok(order) => graph.order = order,
            Err(circle) => refusals.push(*circle),
        }
        refusals.sort_by(|a, b| (&a.indicator, a.fault.span).cmp(&(&b.indicator, b.fault.span)));
        if refusals.is_empty() {
            Ok(graph)
        } else {
            Err(refusals)
        }
    }

    /// Every indicator, by code.
    pub fn indicators(&self) -> impl Iterator<Item = &Code> {
        self.measures.keys()
    }

    /// Whether there is such an indicator.
    pub fn knows(&self, indicator: &Code) -> bool {
        self.measures.contains_key(indicator)
    }

    /// How a derived indicator is computed.
    pub fn expression(&self, indicator: &Code) -> Option<&Expression> {
        self.derived.get(indicator)
    }

    /// The derived indicators, each after those that it is computed from; otherwise by code.
    pub fn order(&self) -> impl Iterator<Item = (&Code, &Expression)> {
        let codes = self.order.iter();
        codes.filter_map(|code| self.derived.get_key_value(code))
    }

    /// The derived indicators that rest on one of these, directly or not, in the order of computing them.
    pub fn affected<'a>(&self, changed: impl IntoIterator<Item = &'a Code>) -> Vec<&Code> {
        let mut reached: BTreeSet<&Code> = BTreeSet::new();
        let changed: BTreeSet<&Code> = changed.into_iter().collect();
        for (code, expression) in self.order() {
            let inputs = expression.indicators();
            if inputs
                .iter()
                .any(|it| changed.contains(it) || reached.contains(it))
            {
                reached.insert(code);
            }
        }
        let in_order = self.order.iter();
        in_order.filter(|code| reached.contains(code)).collect()
    }

    /// The pairs of a derived indicator and one that it is computed from, that lie below a derived indicator: what
    /// a picture of it draws.
    pub fn edges_below<'a>(&'a self, indicator: &'a Code) -> BTreeSet<(&'a Code, &'a Code)> {
        let mut edges = BTreeSet::new();
        let mut ahead = vec![indicator];
        let mut seen = BTreeSet::from([indicator]);
        while let Some(code) = ahead.pop() {
            let inputs = self.derived.get(code).map(Expression::indicators);
            for input in inputs.unwrap_or_default() {
                edges.insert((code, input));
                if seen.insert(input) {
                    ahead.push(input);
                }
            }
        }
        edges
    }

    /// What is wrong with an expression that is a condition over these indicators.
    pub fn faults_of_condition(&self, condition: &Expression) -> Vec<Fault> {
        let mut faults = self.unknown_codes(condition);
        let mut reader = Reader::new(self, condition.text());
        let meaning = reader.meaning(condition.root());
        faults.append(&mut reader.faults);
        let whole = Span::new(0, condition.text().len());
        if matches!(meaning, Meaning::Constant(_) | Meaning::Quantity(_)) {
            faults.push(Fault::condition_expected(whole, condition.text()));
        } else if condition.indicators().is_empty() {
            faults.push(Fault::no_indicator(whole));
        }
        faults
    }

    fn faults_of(&self, indicator: &Code, expression: &Expression) -> Vec<Fault> {
        let mut faults = self.unknown_codes(expression);
        let mut reader = Reader::new(self, expression.text());
        let meaning = reader.meaning(expression.root());
        faults.append(&mut reader.faults);
        let whole = Span::new(0, expression.text().len());
        let declared = self.measures.get(indicator);
        match (meaning, declared) {
            (Meaning::Condition, _) => {
                faults.push(Fault::number_expected(whole, expression.text()));
            }
            (Meaning::Constant(_), _) => faults.push(Fault::no_indicator(whole)),
            (Meaning::Quantity(result), Some(declared)) if !result.may_be(declared) => {
                faults.push(Fault::declared_differs(whole, &result, declared));
            }
            _ => {}
        }
        faults
    }

    fn unknown_codes(&self, expression: &Expression) -> Vec<Fault> {
        let named = expression.named().into_iter();
        named
            .filter(|(code, _)| !self.measures.contains_key(*code))
            .map(|(code, span)| {
                let known = self.measures.keys().map(Code::as_str);
                Fault::code_unknown(span, code, nearest(code.as_str(), known))
            })
            .collect()
    }

    /// Each derived indicator that waits for none is next; when all that are left wait, they wait in a circle.
    fn ordered(&self) -> Result<Vec<Code>, Box<Refusal>> {
        let mut waits: BTreeMap<&Code, BTreeSet<&Code>> = BTreeMap::new();
        let mut frees: BTreeMap<&Code, Vec<&Code>> = BTreeMap::new();
        for (code, expression) in &self.derived {
            let mut inputs = expression.indicators();
            inputs.retain(|it| self.derived.contains_key(*it));
            for input in &inputs {
                frees.entry(input).or_default().push(code);
            }
            waits.insert(code, inputs);
        }
        let idle = waits.iter().filter(|(_, inputs)| inputs.is_empty());
        let mut ready: BTreeSet<&Code> = idle.map(|(code, _)| *code).collect();
        let mut order = Vec::with_capacity(waits.len());
        while let Some(next) = ready.pop_first() {
            waits.remove(next);
            order.push(next.clone());
            for freed in frees.remove(next).unwrap_or_default() {
                if let Some(inputs) = waits.get_mut(freed) {
                    inputs.remove(next);
                    if inputs.is_empty() {
                        ready.insert(freed);
                    }
                }
            }
        }
        match waits.keys().next() {
            None => Ok(order),
            Some(start) => Err(Box::new(self.circle(start, &waits))),
        }
    }

    /// Follows what each waits for until one comes again.
    fn circle<'a>(
        &'a self,
        start: &'a Code,
        waits: &BTreeMap<&'a Code, BTreeSet<&'a Code>>,
    ) -> Refusal {
        let mut way: Vec<&Code> = Vec::new();
        let mut at = start;
        while !way.contains(&at) {
            way.push(at);
            let inputs = waits.get(at).into_iter().flatten();
            at = inputs
                .copied()
                .find(|it| waits.contains_key(it))
                .unwrap_or(at);
        }
        let mut circle: Vec<&Code> = way.into_iter().skip_while(|it| *it != at).collect();
        circle.push(at);
        let next = circle.get(1).copied().unwrap_or(at);
        let named = self.derived.get(at).map(Expression::named);
        let place = named.into_iter().flatten().find(|(code, _)| *code == next);
        let span = place.map_or_else(|| Span::new(0, 0), |(_, span)| span);
        Refusal::new(at, Fault::cycle(span, &circle))
    }
}

impl Refusal {
    fn new(indicator: &Code, fault: Fault) -> Self {
        Self {
            indicator: indicator.clone(),
            fault,
        }
    }
}
