//! Runs all replicates of a scenario: sorted by course, in batches whose states fit in a fixed budget,
//! in parallel, the results placed by position.

use std::num::NonZeroU32;

use super::adjusted::Adjustments;
use super::course::{State, Walker};
use super::error::RobustnessError;
use super::replicate::{Outcome, Scratch};
use super::scenario::Scenario;
use crate::error::ComputeError;
use crate::progress::{Cancelled, Counter, Progress};
use crate::workers::Workers;

/// States of courses kept at a time.
const STATE_BYTES: usize = 64 << 20;

/// Replicates a thread takes at a time.
const PIECE: usize = 128;

/// Gives the point of a replicate, by its number from 0.
pub(crate) type Points<'p> = &'p (dyn Fn(u64, &mut [f64]) + Sync);

/// Ranks (and scores) of all units in all replicates, a row a replicate, in order of their numbers.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Outcomes {
    pub(crate) units: usize,
    pub(crate) ranks: Vec<Option<NonZeroU32>>,
    /// Where there is a rank, the score; empty when scores were not asked for.
    pub(crate) scores: Vec<f64>,
}

/// How many replicates, of which points, and what is kept of them.
pub(crate) struct Request<'p> {
    pub(crate) replicates: usize,
    pub(crate) points: Points<'p>,
    pub(crate) with_scores: bool,
}

/// A replicate and its course.
#[derive(Clone, Copy)]
struct Turn {
    course: u64,
    number: u32,
}

/// Replicates of one course after another, and where their results go.
struct Piece<'t> {
    turns: &'t [Turn],
    ranks: &'t mut [Option<NonZeroU32>],
    scores: &'t mut [f64],
}

/// What all pieces of a batch look at.
struct Shared<'a> {
    states: &'a States,
    walk: &'a [usize],
    request: &'a Request<'a>,
    adjustments: &'a Adjustments,
    counter: &'a Counter<'a>,
}

enum Stop {
    Failed(u32, ComputeError),
    Cancelled(Cancelled),
}

/// The states of a batch's courses, in rising order of the courses.
type States = Vec<(u64, Result<State, ComputeError>)>;

/// Bytes a request needs for its results, its order, and the copy that puts them in order.
pub(crate) fn bytes_needed(scenario: &Scenario<'_>, replicates: usize, with_scores: bool) -> u64 {
    let units = scenario.frame.units().len();
    let cell = if with_scores { 12 } else { 4 };
    let row = units.saturating_mul(cell).saturating_add(size_of::<Turn>());
    let bytes = replicates.saturating_mul(row).saturating_mul(2);
    u64::try_from(bytes).unwrap_or(u64::MAX)
}

impl Scenario<'_> {
    /// Runs the replicates.
    pub(crate) fn run(
        &self,
        request: &Request<'_>,
        workers: &Workers,
        progress: &dyn Progress,
    ) -> Result<Outcomes, RobustnessError> {
        let units = self.frame.units().len();
        let walk = self.walk();
        let turns = self.turns(request, &walk);
        let cells = turns.len() * units;
        let mut ranks = vec![None; cells];
        let mut scores = vec![0.0; if request.with_scores { cells } else { 0 }];
        let of = u64::try_from(turns.len()).unwrap_or(u64::MAX);
        let counter = Counter::new(progress, of);
        let adjustments = Adjustments::of(self);
        let (mut ranks_left, mut scores_left) = (ranks.as_mut_slice(), scores.as_mut_slice());
        for batch in self.batches(&turns) {
            let (batch_ranks, rest) = ranks_left.split_at_mut(batch.len() * units);
            ranks_left = rest;
            let (batch_scores, rest) = scores_left.split_at_mut(if request.with_scores {
                batch.len() * units
            } else {
                0
            });
            scores_left = rest;
            let states = self.states(batch, &walk, workers)?;
            let pieces = pieces(batch, batch_ranks, batch_scores, units);
            let shared = Shared {
                states: &states,
                walk: &walk,
                request,
                adjustments: &adjustments,
                counter: &counter,
            };
            let work = |mut piece| Ok(self.piece(&mut piece, &shared));
            let stops: Vec<Option<Stop>> = workers.map(pieces, work)?;
            self.refuse(stops, request)?;
        }
        Ok(in_order(&turns, units, &ranks, &scores))
    }

    fn turns(&self, request: &Request<'_>, walk: &[usize]) -> Vec<Turn> {
        let mut point = vec![0.0; self.factors.len()];
        let mut places = vec![0; self.axes()];
        let numbers = 0..u32::try_from(request.replicates).unwrap_or(u32::MAX);
        let turn = |number: u32| {
            (request.points)(u64::from(number), &mut point);
            self.place(&point, &mut places);
            let course = self.course(walk, &places).unwrap_or_default();
            Turn { course, number }
        };
        let mut turns: Vec<Turn> = numbers.map(turn).collect();
        turns.sort_unstable_by_key(|turn| (turn.course, turn.number));
        turns
    }

    /// Cuts the turns where courses change, so that the states of a batch stay within the budget.
    fn batches<'t>(&self, turns: &'t [Turn]) -> Vec<&'t [Turn]> {
        let state = self.frame.cells().saturating_mul(9).max(1);
        let courses = (STATE_BYTES / state).max(2);
        let mut batches = Vec::new();
        let mut rest = turns;
        while !rest.is_empty() {
            let runs = rest.chunk_by(|a, b| a.course == b.course);
            let length: usize = runs.take(courses).map(<[Turn]>::len).sum();
            let (batch, after) = rest.split_at(length);
            batches.push(batch);
            rest = after;
        }
        batches
    }

    /// Computes the state of every course of a batch; none when figures have errors, and every
    /// replicate is a course of its own.
    fn states(
        &self,
        batch: &[Turn],
        walk: &[usize],
        workers: &Workers,
    ) -> Result<States, ComputeError> {
        if self.has_errors() {
            return Ok(Vec::new());
        }
        let runs = batch.chunk_by(|a, b| a.course == b.course);
        let courses: Vec<u64> = runs.filter_map(|run| Some(run.first()?.course)).collect();
        // Neighbours share their first steps, so a thread takes several.
        let spans: Vec<&[u64]> = courses.chunks(8).collect();
        let states = workers.map(spans, |span| {
            let mut walker = Walker::new(self, walk);
            let state = |&course: &u64| (course, walker.state(&self.places_of(walk, course)));
            Ok(span.iter().map(state).collect::<Vec<_>>())
        })?;
        Ok(states.into_iter().flatten().collect())
    }

    fn piece(&self, piece: &mut Piece<'_>, shared: &Shared<'_>) -> Option<Stop> {
        let Shared {
            states, request, ..
        } = *shared;
        let units = self.frame.units().len();
        let mut scratch = Scratch::new(self, shared.adjustments);
        let mut walker = Walker::new(self, shared.walk);
        let mut point = vec![0.0; self.factors.len()];
        let mut places = vec![0; self.axes()];
        let mut scores = piece.scores.chunks_mut(units);
        for (turn, ranks) in piece.turns.iter().zip(piece.ranks.chunks_mut(units)) {
            (request.points)(u64::from(turn.number), &mut point);
            self.place(&point, &mut places);
            let own;
            let found = states.binary_search_by_key(&turn.course, |it| it.0);
            let state = if let Some((_, state)) = found.ok().and_then(|it| states.get(it)) {
                state
            } else {
                own = walker.state_with_errors(&places, &point);
                &own
            };
            let scores = scores.next().unwrap_or_default();
            let mut outcome = Outcome { ranks, scores };
            let done = match state {
                Ok(state) => scratch.run(state, &places, &point, &mut outcome),
                Err(error) => Err(error.clone()),
            };
            if let Err(error) = done {
                return Some(Stop::Failed(turn.number, error));
            }
        }
        let done = u64::try_from(piece.turns.len()).unwrap_or(u64::MAX);
        shared.counter.add(done).err().map(Stop::Cancelled)
    }

    /// The error of the first replicate of a batch that failed, or of the cancellation.
    fn refuse(
        &self,
        stops: Vec<Option<Stop>>,
        request: &Request<'_>,
    ) -> Result<(), RobustnessError> {
        let mut first: Option<(u32, ComputeError)> = None;
        for stop in stops.into_iter().flatten() {
            match stop {
                Stop::Cancelled(cancelled) => return Err(cancelled.into()),
                Stop::Failed(number, error) => {
                    if first.as_ref().is_none_or(|it| number < it.0) {
                        first = Some((number, error));
                    }
                }
            }
        }
        let Some((number, error)) = first else {
            return Ok(());
        };
        let mut point = vec![0.0; self.factors.len()];
        (request.points)(u64::from(number), &mut point);
        Err(RobustnessError::Replicate {
            number: u64::from(number) + 1,
            choices: self.choices(&point),
            source: Box::new(error),
        })
    }
}

fn pieces<'t>(
    batch: &'t [Turn],
    ranks: &'t mut [Option<NonZeroU32>],
    scores: &'t mut [f64],
    units: usize,
) -> Vec<Piece<'t>> {
    let mut scores = scores.chunks_mut(PIECE * units);
    let turns = batch.chunks(PIECE).zip(ranks.chunks_mut(PIECE * units));
    turns
        .map(|(turns, ranks)| Piece {
            turns,
            ranks,
            scores: scores.next().unwrap_or_default(),
        })
        .collect()
}

/// Puts rows in the order of the replicates' numbers.
fn in_order(
    turns: &[Turn],
    units: usize,
    ranks: &[Option<NonZeroU32>],
    scores: &[f64],
) -> Outcomes {
    let mut ordered = Outcomes {
        units,
        ranks: vec![None; ranks.len()],
        scores: vec![0.0; scores.len()],
    };
    for (row, turn) in turns.iter().enumerate() {
        let number = usize::try_from(turn.number).unwrap_or_default();
        let (from, to) = (row * units, number * units);
        copy(ranks, &mut ordered.ranks, from, to, units);
        copy(scores, &mut ordered.scores, from, to, units);
    }
    ordered
}

fn copy<T: Copy>(source: &[T], target: &mut [T], from: usize, to: usize, length: usize) {
    let source = source.get(from..from + length);
    let target = target.get_mut(to..to + length);
    if let (Some(source), Some(target)) = (source, target) {
        target.copy_from_slice(source);
    }
}

impl Outcomes {
    /// The ranks of a replicate, by unit.
    pub(crate) fn ranks_of(&self, replicate: usize) -> &[Option<NonZeroU32>] {
        let start = replicate * self.units;
        self.ranks
            .get(start..start + self.units)
            .unwrap_or_default()
    }

    /// The score of a unit in a replicate.
    pub(crate) fn score(&self, replicate: usize, unit: usize) -> Option<f64> {
        let cell = replicate * self.units + unit;
        self.ranks.get(cell).copied().flatten()?;
        self.scores.get(cell).copied()
    }
}
