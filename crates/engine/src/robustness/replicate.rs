//! One replicate from where its course ends: weights, aggregation, ranks, over buffers that are used
//! again and again. Nothing is allocated here; the rules are those of the method itself, so a
//! replicate in which nothing deviates equals the index to the bit.

use std::num::NonZeroU32;

use super::adjusted::Adjustments;
use super::chance;
use super::course::State;
use super::scenario::{Effect, Scenario, Variant, choice};
use crate::column::{Column, Part, PartMut};
use crate::error::{ComputeError, Fault, Place, RowFault};
use crate::numbers::needed;
use crate::rank::{key, rank_into};
use crate::steps::aggregate::{Child, OwnWeights};
use crate::steps::rank::Ties;
use crate::steps::{Aggregate, Step};

/// Buffers for replicates of one scenario.
pub(super) struct Scratch<'s> {
    scenario: &'s Scenario<'s>,
    adjustments: &'s Adjustments,
    units: usize,
    weights: Vec<f64>,
    /// Scores of the branches: node after node in tree order, the units of a node side by side.
    values: Vec<f64>,
    present: Vec<bool>,
    order: Vec<(u64, usize)>,
    children: Vec<Child<'static>>,
}

/// The scores of the node that is analysed, and where its ranks go.
pub(super) struct Outcome<'o> {
    pub(super) ranks: &'o mut [Option<NonZeroU32>],
    /// Where there is a rank, the score; empty when scores are not asked for.
    pub(super) scores: &'o mut [f64],
}

impl<'s> Scratch<'s> {
    pub(super) fn new(scenario: &'s Scenario<'s>, adjustments: &'s Adjustments) -> Self {
        let units = scenario.frame.units().len();
        let nodes = scenario.variants.iter();
        let nodes = nodes.map(|it| it.framework.nodes().len()).max();
        let nodes = nodes.unwrap_or_default();
        Self {
            scenario,
            adjustments,
            units,
            weights: Vec::with_capacity(nodes),
            values: vec![0.0; nodes * units],
            present: vec![false; nodes * units],
            order: Vec::with_capacity(units),
            children: Vec::with_capacity(nodes),
        }
    }

    /// Computes the replicate of a point whose choices are `places` and whose course ended in `state`.
    pub(super) fn run(
        &mut self,
        state: &State,
        places: &[usize],
        point: &[f64],
        outcome: &mut Outcome<'_>,
    ) -> Result<(), ComputeError> {
        let scenario = self.scenario;
        let variant = places.first().and_then(|&it| scenario.variants.get(it));
        let Some(variant) = variant else {
            return Ok(());
        };
        let Some(node) = variant.position(scenario.node) else {
            return Ok(());
        };
        self.weigh(state, variant, point);
        for step in scenario.chosen(places) {
            if let Step::Aggregate(rule) = step {
                self.aggregate(rule, state, variant, node)?;
            }
        }
        if node == variant.framework.root() {
            let root = ..self.units;
            let values = self.values.get_mut(root).unwrap_or_default();
            let present = self.present.get(root).unwrap_or_default();
            let adjustments = self.adjustments;
            adjustments.apply(scenario, places, values, present)?;
        }
        self.rank(state, node, self.ties(places), outcome);
        Ok(())
    }

    fn weigh(&mut self, state: &State, variant: &Variant, point: &[f64]) {
        let scenario = self.scenario;
        self.weights.clear();
        self.weights.extend_from_slice(&state.weights);
        for (number, (factor, &u)) in scenario.factors.iter().zip(point).enumerate() {
            let generator = || chance::generator(scenario.seed, number, u);
            let places = self.weights.iter_mut().zip(&variant.nominal);
            match &factor.effect {
                Effect::Spread(spread) => {
                    let mut generator = generator();
                    // Every nominal node draws, so that leaving one out shifts no other's draw.
                    let mut drawn = spread
                        .iter()
                        .map(|it| it * chance::symmetric(&mut generator));
                    let mut next = 0;
                    for (weight, &nominal) in places {
                        if let Some(change) = drawn.nth(nominal - next) {
                            *weight += *weight * change;
                        }
                        next = nominal + 1;
                    }
                }
                Effect::Dirichlet(concentration) => {
                    dirichlet(&mut self.weights, variant, *concentration, &mut generator());
                }
                Effect::Sets(sets) => {
                    let set = sets.get(choice(u, sets.len()));
                    for (weight, &nominal) in places {
                        let own = set.and_then(|set| set.get(nominal).copied().flatten());
                        *weight = own.unwrap_or(*weight);
                    }
                }
                Effect::Choice { .. } | Effect::Error(..) => {}
            }
        }
    }

    /// Scores every branch under the node, and the node: a parent stands before its children.
    fn aggregate(
        &mut self,
        step: &Aggregate,
        state: &State,
        variant: &Variant,
        node: usize,
    ) -> Result<(), ComputeError> {
        let (framework, units) = (&variant.framework, self.units);
        for branch in framework.subtree(node).rev() {
            let positions = framework.children(branch);
            if positions.is_empty() {
                continue;
            }
            let (_, values) = self.values.split_at_mut(branch * units);
            let (own_values, values) = values.split_at_mut(units);
            let (_, present) = self.present.split_at_mut(branch * units);
            let (own_present, present) = present.split_at_mut(units);
            let cells = |child: usize| {
                if let Some(Some(column)) = state.columns.get(child) {
                    return column.period(self.scenario.period);
                }
                let start = (child - branch - 1) * units;
                Part {
                    values: values.get(start..start + units).unwrap_or_default(),
                    present: present.get(start..start + units).unwrap_or_default(),
                }
            };
            let mut children = emptied(std::mem::take(&mut self.children));
            children.extend(positions.iter().filter_map(|&child| {
                Some(Child {
                    code: &framework.nodes().get(child)?.code,
                    weight: self.weights.get(child).copied()?,
                    own: own_weights(state, &self.weights, self.scenario.period, child),
                    cells: cells(child),
                })
            }));
            let mut scores = PartMut {
                values: own_values,
                present: own_present,
            };
            let level = framework.level(branch).unwrap_or_default();
            let done = score(step, level, &children, &mut scores);
            self.children = emptied(children);
            done.map_err(|fault| self.error(step, variant, branch, fault))?;
        }
        Ok(())
    }

    fn error(
        &self,
        step: &Aggregate,
        variant: &Variant,
        branch: usize,
        RowFault { row, fault }: RowFault,
    ) -> ComputeError {
        let scenario = self.scenario;
        let level = variant.framework.level(branch).unwrap_or_default();
        let node = variant.framework.nodes().get(branch);
        let unit = scenario.frame.units().get(row);
        let place = Place {
            step: scenario
                .labels
                .get(scenario.aggregate)
                .cloned()
                .unwrap_or_default(),
            rule: step.at(level).0.word().to_owned(),
            code: node.map(|node| node.code.clone()).unwrap_or_default(),
            period: scenario.frame.periods().get(scenario.period).cloned(),
            unit: unit.map(|unit| unit.code.clone()),
        };
        let place = Box::new(place);
        ComputeError::Rule { place, fault }
    }

    fn rank(&mut self, state: &State, node: usize, ties: Ties, outcome: &mut Outcome<'_>) {
        let start = node * self.units;
        let range = start..start + self.units;
        let own = state.columns.get(node).and_then(Option::as_deref);
        let cells = own.map_or(
            Part {
                values: self.values.get(range.clone()).unwrap_or_default(),
                present: self.present.get(range).unwrap_or_default(),
            },
            |column: &Column| column.period(self.scenario.period),
        );
        for (slot, &value) in outcome.scores.iter_mut().zip(cells.values) {
            *slot = value;
        }
        outcome.ranks.fill(None);
        self.order.clear();
        let there = cells.values.iter().zip(cells.present).enumerate();
        let there = there.filter(|(_, (_, present))| **present);
        self.order
            .extend(there.map(|(unit, (&value, _))| (key(value), unit)));
        let ranks = &mut outcome.ranks;
        let give = |unit: usize, rank| {
            if let Some(slot) = ranks.get_mut(unit) {
                *slot = NonZeroU32::new(rank);
            }
        };
        match ties {
            Ties::Competition => rank_into(&mut self.order, |_, place| place, give),
            Ties::Dense => rank_into(&mut self.order, |last, _| last + 1, give),
        }
    }

    /// What equal scores get, by the rank step a replicate chose.
    fn ties(&self, places: &[usize]) -> Ties {
        let chosen = self.scenario.chosen(places);
        let ranks = chosen.filter_map(|step| match step {
            Step::Rank(rank) => Some(rank.ties),
            _ => None,
        });
        ranks.last().unwrap_or_default()
    }
}

fn score(
    step: &Aggregate,
    level: usize,
    children: &[Child<'_>],
    scores: &mut PartMut<'_>,
) -> Result<(), RowFault> {
    let (rule, threshold) = step.at(level);
    let needed = needed(children.len(), threshold.unwrap_or(0.0));
    rule.as_rule().aggregate(children, needed, scores)?;
    let fault = Fault::NotFinite;
    let row = scores.as_part().first_not_finite();
    row.map_or(Ok(()), |row| Err(RowFault { row, fault }))
}

/// The units' own weights of a node, changed by as much as its weight for all is.
fn own_weights<'a>(
    state: &'a State,
    weights: &[f64],
    period: usize,
    child: usize,
) -> Option<OwnWeights<'a>> {
    let own = state.own_weights.get(&child)?;
    let (weight, before) = (weights.get(child)?, state.weights.get(child)?);
    let is_changed = weight.total_cmp(before).is_ne();
    Some(own.period(period, if is_changed { weight / before } else { 1.0 }))
}

/// The same memory, empty, for children of another lifetime: the collector of the standard library
/// reuses the allocation of a vector that it maps to one of the same layout.
fn emptied<'b>(mut children: Vec<Child<'_>>) -> Vec<Child<'b>> {
    children.clear();
    let (values, present) = (&[][..], &[][..]);
    let nobody = |_| Child {
        code: "",
        weight: 0.0,
        own: None,
        cells: Part { values, present },
    };
    children.into_iter().map(nobody).collect()
}

/// Draws the weights of every family of siblings.
fn dirichlet(
    weights: &mut [f64],
    variant: &Variant,
    concentration: f64,
    generator: &mut rand_chacha::ChaCha8Rng,
) {
    let framework = &variant.framework;
    for parent in framework.subtree(framework.root()) {
        let siblings = framework.children(parent);
        let weight = |node: &usize| weights.get(*node).copied().unwrap_or_default();
        let total: f64 = siblings.iter().map(weight).sum();
        let scale = concentration * crate::numbers::count(siblings.len()) / total;
        for &node in siblings {
            if let Some(place) = weights.get_mut(node)
                && *place > 0.0
            {
                *place = chance::gamma(generator, *place * scale).max(f64::MIN_POSITIVE);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_memory_of_children_is_used_again() {
        let children: Vec<Child<'static>> = Vec::with_capacity(12);
        let place = children.as_ptr().addr();
        let values = [1.0];
        let mut children = emptied(children);
        for _ in 0..12 {
            children.push(Child {
                code: "RD",
                weight: 1.0,
                own: None,
                cells: Part {
                    values: &values,
                    present: &[true],
                },
            });
        }
        let children: Vec<Child<'static>> = emptied(children);
        assert_eq!((children.len(), children.capacity()), (0, 12));
        assert_eq!(children.as_ptr().addr(), place);
    }
}
