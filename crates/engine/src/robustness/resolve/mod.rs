//! Resolves a description: finds every code and label, makes the alternatives, and everything that is
//! wrong at once.

mod alternatives;

use super::assumption::{Assumption, AssumptionKind, MeasurementError, WeightSets, WeightSpread};
use super::description::Uncertainty;
use super::error::{UncertaintyFault, UncertaintyFaults};
use super::scenario::{Effect, Factor, Scenario};
use crate::frame::Frame;
use crate::framework::Framework;
use crate::method::{Method, ParameterFault};
use crate::suggest::nearest;

/// What a description is resolved against.
pub(super) struct Resolver<'a> {
    frame: &'a Frame,
    framework: &'a Framework,
    method: &'a Method,
    faults: Vec<UncertaintyFault>,
}

impl<'a> Resolver<'a> {
    pub(super) fn new(frame: &'a Frame, framework: &'a Framework, method: &'a Method) -> Self {
        Self {
            frame,
            framework,
            method,
            faults: Vec::new(),
        }
    }

    /// The scenario of a description. The method is valid.
    pub(super) fn scenario(
        mut self,
        uncertainty: &Uncertainty,
    ) -> Result<Scenario<'a>, UncertaintyFaults> {
        self.check_numbers(uncertainty);
        let target = (self.period(uncertainty), self.node(uncertainty));
        let mut scenario = Scenario::nominal(self.frame, self.framework, self.method, target);
        scenario.seed = uncertainty.seed;
        let mut seen: Vec<&str> = Vec::new();
        for assumption in &uncertainty.assumptions {
            if seen.contains(&assumption.name.as_str()) {
                self.twice(&assumption.name);
            }
            seen.push(&assumption.name);
            let effect = self.effect(assumption, &mut scenario);
            let name = assumption.name.clone();
            scenario
                .factors
                .extend(effect.map(|effect| Factor { name, effect }));
        }
        if uncertainty.assumptions.is_empty() {
            self.faults.push(UncertaintyFault::NoAssumptions);
        }
        if !scenario.can_number_courses() {
            self.faults.push(UncertaintyFault::TooManyCombinations);
        }
        if self.faults.is_empty() {
            return Ok(scenario);
        }
        Err(UncertaintyFaults(self.faults))
    }

    fn check_numbers(&mut self, uncertainty: &Uncertainty) {
        let replicates = u64::try_from(uncertainty.replicates).unwrap_or(u64::MAX);
        for (key, value) in [("seed", uncertainty.seed), ("replicates", replicates)] {
            if value == 0 {
                self.faults.push(UncertaintyFault::Zero { key });
            }
        }
        if replicates > u64::from(u32::MAX) {
            self.faults.push(UncertaintyFault::TooMany {
                key: "replicates",
                value: replicates,
                most: u64::from(u32::MAX),
                remedy: "ask for fewer",
            });
        }
        if uncertainty.top.contains(&0) {
            self.faults.push(UncertaintyFault::Zero { key: "top" });
        }
        let probability = uncertainty.probability;
        let fault = ParameterFault::unless_share("probability", probability);
        self.faults.extend(fault.map(UncertaintyFault::Number));
    }

    fn period(&mut self, uncertainty: &Uncertainty) -> usize {
        let periods = self.frame.periods();
        let last = periods.len().saturating_sub(1);
        let Some(word) = &uncertainty.period else {
            return last;
        };
        let found = periods.iter().position(|it| it == word);
        let known = periods.iter().map(String::as_str);
        found.unwrap_or_else(|| self.unknown("", "period of the frame", word, known, last))
    }

    fn node(&mut self, uncertainty: &Uncertainty) -> usize {
        let root = self.framework.root();
        let Some(word) = &uncertainty.node else {
            return root;
        };
        self.node_position("", word).unwrap_or(root)
    }

    fn node_position(&mut self, assumption: &str, word: &str) -> Option<usize> {
        let framework = self.framework;
        let found = framework.position(word);
        if found.is_none() {
            let known = framework.nodes().iter().map(|node| node.code.as_str());
            self.unknown(assumption, "node of the framework", word, known, 0);
        }
        found
    }

    fn unknown<'k>(
        &mut self,
        assumption: &str,
        what: &'static str,
        word: &str,
        known: impl Iterator<Item = &'k str>,
        instead: usize,
    ) -> usize {
        let of = match assumption {
            "" => String::new(),
            name => format!("assumption `{name}`: "),
        };
        self.faults.push(UncertaintyFault::Unknown {
            of,
            what,
            nearest: nearest(word, known),
            word: word.to_owned(),
        });
        instead
    }

    fn twice(&mut self, assumption: &str) {
        let assumption = assumption.to_owned();
        self.faults.push(UncertaintyFault::Twice { assumption });
    }

    fn parameter(&mut self, assumption: &str, fault: Option<ParameterFault>) {
        let assumption = assumption.to_owned();
        self.faults
            .extend(fault.map(|fault| UncertaintyFault::Parameter { assumption, fault }));
    }

    /// What an assumption does; none when something is wrong with it, which is then among the faults.
    fn effect(&mut self, assumption: &Assumption, scenario: &mut Scenario<'a>) -> Option<Effect> {
        let name = assumption.name.as_str();
        match &assumption.kind {
            AssumptionKind::Weights(spread) => Some(self.spread(name, spread)),
            AssumptionKind::Dirichlet(weights) => {
                let concentration = weights.concentration;
                let fault = ParameterFault::unless_positive("concentration", concentration);
                self.parameter(name, fault);
                Some(Effect::Dirichlet(concentration))
            }
            AssumptionKind::WeightSets(sets) => self.sets(name, sets),
            AssumptionKind::Step(alternatives) => self.step(name, alternatives, scenario),
            AssumptionKind::Parameter(values) => self.values(name, values, scenario),
            AssumptionKind::Drop(nodes) => self.drop_one(name, nodes, scenario),
            AssumptionKind::MeasurementError(error) => Some(self.error(name, error)),
        }
    }

    fn spread(&mut self, name: &str, spread: &WeightSpread) -> Effect {
        let of_levels = spread.levels.iter().map(|it| it.spread);
        let all: Vec<f64> = spread.spread.into_iter().chain(of_levels).collect();
        if all.is_empty() {
            let fault = ParameterFault::Missing { name: "spread" };
            self.parameter(name, Some(fault));
        }
        for value in all {
            let fault = ParameterFault::unless_share("spread", value);
            let fault = fault.or(ParameterFault::unless_positive("spread", value));
            self.parameter(name, fault);
        }
        let deepest = self.framework.deepest_branch_level() + 1;
        for own in &spread.levels {
            if own.level == 0 || own.level > deepest {
                let fault = ParameterFault::OutOfBounds {
                    name: "level",
                    value: crate::numbers::count(own.level),
                    least: 1.0,
                    most: crate::numbers::count(deepest),
                };
                self.parameter(name, Some(fault));
            }
        }
        let of_level = |level: usize| {
            let own = spread.levels.iter().find(|own| own.level == level);
            own.map(|own| own.spread).or(spread.spread).unwrap_or(0.0)
        };
        let nodes = 0..self.framework.nodes().len();
        let level = |node| self.framework.level(node).unwrap_or_default();
        Effect::Spread(nodes.map(|it| of_level(level(it))).collect())
    }

    fn sets(&mut self, name: &str, sets: &WeightSets) -> Option<Effect> {
        if sets.sets.is_empty() {
            return self.no_choice(name);
        }
        let mut found = Vec::with_capacity(sets.sets.len());
        for set in &sets.sets {
            let mut by_node = vec![None; self.framework.nodes().len()];
            for (code, &weight) in set {
                let node = self.node_position(name, code)?;
                let is_weight = (0.0..=f64::MAX).contains(&weight);
                let fault = ParameterFault::OutOfBounds {
                    name: "weight",
                    value: weight,
                    least: 0.0,
                    most: f64::MAX,
                };
                self.parameter(name, (!is_weight).then_some(fault));
                if let Some(place) = by_node.get_mut(node) {
                    *place = Some(weight);
                }
            }
            found.push(by_node);
        }
        Some(Effect::Sets(found))
    }

    fn no_choice(&mut self, name: &str) -> Option<Effect> {
        let assumption = name.to_owned();
        self.faults.push(UncertaintyFault::NoChoice { assumption });
        None
    }

    fn error(&mut self, name: &str, error: &MeasurementError) -> Effect {
        self.parameter(name, ParameterFault::unless_positive("size", error.size));
        let frame = self.frame;
        let position = |code: &str| frame.indicator_position(code);
        let columns = if error.indicators.is_empty() {
            let leaves = self.framework.leaves();
            leaves.filter_map(|(_, code)| position(code)).collect()
        } else {
            let mut columns = Vec::with_capacity(error.indicators.len());
            for code in &error.indicators {
                let known = frame.indicators().iter().map(|it| it.code.as_str());
                columns.push(position(code).unwrap_or_else(|| {
                    self.unknown(name, "indicator of the frame", code, known, 0)
                }));
            }
            columns
        };
        Effect::Error(error.clone(), columns)
    }
}
