//! What the ranks of all replicates say.

use std::num::NonZeroU32;

use serde::Serialize;

use super::beats::beats;
use super::description::Uncertainty;
use super::runs::Outcomes;
use crate::error::ComputeError;
use crate::numbers::count;
use crate::statistics::{median, quantile_sorted};
use crate::workers::Workers;

/// How sure the ranks of an index are.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Robustness {
    /// Where chance started.
    pub seed: u64,
    /// How often the index was computed anew.
    pub replicates: usize,
    /// The period.
    pub period: String,
    /// The node whose ranks these are.
    pub node: String,
    /// The names of the uncertain assumptions.
    pub assumptions: Vec<String>,
    /// The probability from which an order is robust.
    pub probability: f64,
    /// The units, in the frame's order.
    pub units: Vec<UnitRanks>,
    /// The units that have a rank by the method as it stands, each with the one that follows.
    pub neighbours: Vec<Neighbours>,
    /// `beats[a][b]`: in which share of the replicates that rank both does a rank before b; none where
    /// no replicate ranks both, and of a unit against itself. Rows and columns in the frame's order.
    pub beats: Vec<Vec<Option<f64>>>,
    #[serde(skip)]
    by_unit: Vec<Vec<Option<NonZeroU32>>>,
}

/// The ranks of one unit.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct UnitRanks {
    /// The unit's code.
    pub unit: String,
    /// Its score by the method as it stands.
    pub score: Option<f64>,
    /// Its rank by the method as it stands.
    pub nominal: Option<u32>,
    /// The share of the replicates in which it has a rank. The figures below are of these; none when
    /// there are none.
    pub ranked: f64,
    /// The mean of its ranks.
    pub mean: Option<f64>,
    /// Their median.
    pub median: Option<f64>,
    /// Their 5 % quantile (type 7: linear between order statistics).
    pub q05: Option<f64>,
    /// Their 95 % quantile.
    pub q95: Option<f64>,
    /// The probability of a rank of k or better, for the k that were asked for; a replicate without a
    /// rank counts as worse.
    pub top: Vec<Top>,
}

/// The probability of a rank of k or better.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Top {
    /// The rank.
    pub k: u32,
    /// The share of all replicates with this rank or a better one.
    pub probability: f64,
}

/// Two units that follow each other in the ranking by the method as it stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Neighbours {
    /// The unit ahead.
    pub ahead: String,
    /// The unit behind.
    pub behind: String,
    /// Whether they share a rank.
    pub is_tied: bool,
    /// In which share of the replicates the one ahead is ahead.
    pub probability: Option<f64>,
    /// Whether that is at least the probability asked for.
    pub is_robust: bool,
}

/// The index by the method as it stands, and how to speak of it.
pub(crate) struct Nominal {
    pub(crate) period: String,
    pub(crate) node: String,
    pub(crate) units: Vec<String>,
    pub(crate) scores: Vec<Option<f64>>,
    pub(crate) ranks: Vec<Option<u32>>,
}

/// The replicates of an analysis.
pub(super) struct Made {
    pub(super) seed: u64,
    pub(super) probability: f64,
    pub(super) top: Vec<u32>,
    pub(super) assumptions: Vec<String>,
    pub(super) outcomes: Outcomes,
}

impl Made {
    pub(super) fn new(uncertainty: &Uncertainty, outcomes: Outcomes) -> Self {
        Self {
            seed: uncertainty.seed,
            probability: uncertainty.probability,
            top: uncertainty.top.clone(),
            assumptions: uncertainty.names(),
            outcomes,
        }
    }
}

/// The replicates of given points.
#[derive(Debug, Clone, PartialEq)]
pub struct Replay {
    /// What their ranks say.
    pub robustness: Robustness,
    pub(super) scores: Vec<f64>,
}

impl Replay {
    /// The rank of a unit (by position) in a replicate, from 0.
    pub fn rank(&self, replicate: usize, unit: usize) -> Option<u32> {
        let ranks = self.robustness.by_unit.get(unit)?;
        Some(ranks.get(replicate).copied().flatten()?.get())
    }

    /// Its score.
    pub fn score(&self, replicate: usize, unit: usize) -> Option<f64> {
        self.rank(replicate, unit)?;
        let units = self.robustness.units.len();
        self.scores.get(replicate * units + unit).copied()
    }
}

impl Robustness {
    pub(super) fn new(
        nominal: &Nominal,
        made: Made,
        workers: &Workers,
    ) -> Result<Self, ComputeError> {
        let units = made.outcomes.units;
        let replicates = made.outcomes.ranks.len() / units.max(1);
        let mut by_unit = vec![Vec::with_capacity(replicates); units];
        for replicate in 0..replicates {
            let ranks = made.outcomes.ranks_of(replicate);
            for (column, &rank) in by_unit.iter_mut().zip(ranks) {
                column.push(rank);
            }
        }
        drop(made.outcomes);
        let beats = beats(&by_unit, workers)?;
        let unit = |(position, ranks): (usize, &Vec<Option<NonZeroU32>>)| {
            UnitRanks::new(nominal, position, ranks, &made.top)
        };
        Ok(Self {
            seed: made.seed,
            replicates,
            period: nominal.period.clone(),
            node: nominal.node.clone(),
            assumptions: made.assumptions,
            probability: made.probability,
            units: by_unit.iter().enumerate().map(unit).collect(),
            neighbours: neighbours(nominal, &beats, made.probability),
            beats,
            by_unit,
        })
    }

    /// The ranks of a unit (by position) in every replicate.
    pub fn ranks(&self, unit: usize) -> impl Iterator<Item = Option<u32>> {
        let ranks = self.by_unit.get(unit).into_iter().flatten();
        ranks.map(|rank| rank.map(NonZeroU32::get))
    }

    /// The share of all replicates in which a unit (by position) has a rank of k or better.
    pub fn at_most(&self, unit: usize, k: u32) -> Option<f64> {
        self.by_unit.get(unit).map(|ranks| at_most(ranks, k))
    }
}

impl UnitRanks {
    fn new(nominal: &Nominal, position: usize, ranks: &[Option<NonZeroU32>], top: &[u32]) -> Self {
        let there = ranks.iter().flatten();
        let mut sorted: Vec<f64> = there.map(|rank| f64::from(rank.get())).collect();
        sorted.sort_unstable_by(f64::total_cmp);
        // Ranks are whole numbers, so the sum is exact.
        let mean = sorted.iter().sum::<f64>() / count(sorted.len());
        let probability = |k| at_most(ranks, k);
        Self {
            unit: nominal.units.get(position).cloned().unwrap_or_default(),
            score: nominal.scores.get(position).copied().flatten(),
            nominal: nominal.ranks.get(position).copied().flatten(),
            ranked: count(sorted.len()) / count(ranks.len()),
            mean: mean.is_finite().then_some(mean),
            median: median(&sorted),
            q05: quantile_sorted(&sorted, 0.05),
            q95: quantile_sorted(&sorted, 0.95),
            top: top
                .iter()
                .map(|&k| Top {
                    k,
                    probability: probability(k),
                })
                .collect(),
        }
    }
}

fn at_most(ranks: &[Option<NonZeroU32>], k: u32) -> f64 {
    let within = ranks.iter().flatten().filter(|rank| rank.get() <= k);
    count(within.count()) / count(ranks.len())
}

fn neighbours(nominal: &Nominal, beats: &[Vec<Option<f64>>], probability: f64) -> Vec<Neighbours> {
    let ranked = nominal.ranks.iter().enumerate();
    let mut order: Vec<(u32, usize)> = ranked
        .filter_map(|(unit, rank)| Some(((*rank)?, unit)))
        .collect();
    order.sort_unstable();
    let code = |unit: usize| nominal.units.get(unit).cloned().unwrap_or_default();
    let pairs = order.iter().zip(order.iter().skip(1));
    pairs
        .map(|(&(rank, ahead), &(next, behind))| {
            let share = beats.get(ahead).and_then(|row| row.get(behind)?.as_ref());
            Neighbours {
                ahead: code(ahead),
                behind: code(behind),
                is_tied: rank == next,
                probability: share.copied(),
                is_robust: share.is_some_and(|share| *share >= probability),
            }
        })
        .collect()
}
