//! The data the aggregation starts from, along one course of steps.
//!
//! Courses are computed in rising order, so that neighbours share their first steps: the walker keeps
//! the state after every step of the last course and goes on from where the next one turns off.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::assumption::{ErrorDistribution, ErrorScale, MeasurementError};
use super::chance;
use super::scenario::{Effect, Scenario};
use crate::column::Column;
use crate::error::ComputeError;
use crate::steps::aggregate::UnitWeights;
use crate::work::Work;
use crate::workers::Workers;

/// What the aggregation starts from.
#[derive(Debug, Clone, Default)]
pub(super) struct State {
    /// The columns of the leaves, by position in the framework's variant; none for branches.
    pub(super) columns: Vec<Option<Arc<Column>>>,
    pub(super) weights: Vec<f64>,
    /// By node, where every unit has its own.
    pub(super) own_weights: BTreeMap<usize, Arc<UnitWeights>>,
}

/// Walks courses of a scenario.
pub(super) struct Walker<'s> {
    scenario: &'s Scenario<'s>,
    walk: &'s [usize],
    /// The state after every axis of the last course.
    stack: Vec<Work<'s>>,
    /// Where the last course stood on each axis that was walked.
    stood: Vec<usize>,
}

impl<'s> Walker<'s> {
    pub(super) fn new(scenario: &'s Scenario<'s>, walk: &'s [usize]) -> Self {
        Self {
            scenario,
            walk,
            stack: Vec::new(),
            stood: Vec::new(),
        }
    }

    /// The state along a course, the figures as they are.
    pub(super) fn state(&mut self, places: &[usize]) -> Result<State, ComputeError> {
        self.go(places, None)
    }

    /// The state along a course, the figures with the errors of a point.
    pub(super) fn state_with_errors(
        &mut self,
        places: &[usize],
        point: &[f64],
    ) -> Result<State, ComputeError> {
        self.stack.clear();
        self.go(places, Some(point))
    }

    fn go(&mut self, places: &[usize], point: Option<&[f64]>) -> Result<State, ComputeError> {
        let place = |axis: usize| places.get(axis).copied().unwrap_or_default();
        let same = self.stood.iter().zip(self.walk);
        let same = same.take_while(|&(&old, &axis)| old == place(axis)).count();
        self.stack.truncate(same);
        self.stood.truncate(self.stack.len());
        for &axis in self.walk.iter().skip(self.stack.len()) {
            let next = match axis.checked_sub(1) {
                None => self.start(place(axis), point),
                Some(step) => self.after(step, place(axis))?,
            };
            self.stack.extend(next);
            self.stood.push(place(axis));
        }
        Ok(self.stack.last().map_or_else(State::default, state_of))
    }

    fn start(&self, variant: usize, point: Option<&[f64]>) -> Option<Work<'s>> {
        let scenario = self.scenario;
        let framework = &scenario.variants.get(variant)?.framework;
        let mut work = Work::new(scenario.frame, framework);
        work.data_sets.clear();
        work.aggregation = scenario.aggregation(0);
        if let Some(point) = point {
            let factors = scenario.factors.iter().zip(point).enumerate();
            for (number, (factor, &u)) in factors {
                if let Effect::Error(error, columns) = &factor.effect {
                    let mut generator = chance::generator(scenario.seed, number, u);
                    disturb(&mut work, error, columns, &mut generator);
                }
            }
        }
        Some(work)
    }

    fn after(&self, step: usize, place: usize) -> Result<Option<Work<'s>>, ComputeError> {
        let scenario = self.scenario;
        let Some(before) = self.stack.last() else {
            return Ok(None);
        };
        let mut work = before.clone();
        if step == scenario.aggregate {
            work.aggregation = scenario.aggregation(place);
            return Ok(Some(work));
        }
        let definition = scenario.steps.get(step).and_then(|it| it.get(place));
        if let (Some(Some(definition)), Some(label)) = (definition, scenario.labels.get(step)) {
            definition
                .as_run()
                .run(&mut work, label, &Workers::Caller)?;
            // The way to each figure is not asked for.
            work.data_sets.clear();
            work.screenings.clear();
            work.treatments.clear();
            work.weight_reports.clear();
        }
        Ok(Some(work))
    }
}

fn state_of(work: &Work<'_>) -> State {
    let nodes = work.framework.nodes().iter();
    let column = |code: &String| work.column(code).map(Arc::clone);
    State {
        columns: nodes
            .map(|node| node.indicator.as_ref().and_then(column))
            .collect(),
        weights: work.weights.clone(),
        own_weights: work.own_weights.clone(),
    }
}

/// Gives every figure of the columns its error.
fn disturb(
    work: &mut Work<'_>,
    error: &MeasurementError,
    columns: &[usize],
    generator: &mut rand_chacha::ChaCha8Rng,
) {
    let mut spare = None;
    let mut draw = || match error.distribution {
        ErrorDistribution::Uniform => chance::symmetric(generator),
        ErrorDistribution::Normal => spare.take().unwrap_or_else(|| {
            let [first, second] = chance::normals(generator);
            spare = Some(second);
            first
        }),
    };
    for &position in columns {
        let Some(column) = work.columns.get_mut(position) else {
            continue;
        };
        for cells in Arc::make_mut(column).periods_mut() {
            let cells = cells.values.iter_mut().zip(cells.present.iter());
            for (x, _) in cells.filter(|(_, present)| **present) {
                *x += match error.scale {
                    ErrorScale::Relative => error.size * draw() * *x,
                    ErrorScale::Absolute => error.size * draw(),
                };
            }
        }
    }
}
