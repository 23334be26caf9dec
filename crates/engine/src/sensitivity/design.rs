//! The designs `A`, `B` and `AB_j`, and a model's results on them.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng as _;

use super::estimate::{FactorIndices, Runs};
use super::{Sampler, SensitivityOptions};
use crate::method::ParameterFault;
use crate::robustness::{RobustnessError, UncertaintyFault, UncertaintyFaults, uniform};

/// The most points the Sobol' sampler makes.
const SOBOL_POINTS: usize = 1 << 16;

/// Runs are numbered in 32 bits.
const RUNS: usize = u32::MAX as usize;

/// A point of A and B has two coordinates an assumption.
const SOBOL_FACTORS: usize = (sobol_burley::NUM_DIMENSIONS / 2) as usize;

/// The designs of an analysis. Runs are numbered from 0: A, B, AB of the first assumption, and so on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Design {
    factors: usize,
    points: usize,
    sampler: Sampler,
    seed: u64,
}

impl Design {
    /// What is wrong with the options comes at once.
    pub(super) fn new(
        factors: usize,
        seed: u64,
        options: &SensitivityOptions,
    ) -> Result<Self, UncertaintyFaults> {
        let mut faults = Vec::new();
        let (points, sampler) = (options.points, options.sampler);
        let mut limit = |key, value: usize, most: usize, remedy| {
            if value > most {
                faults.push(UncertaintyFault::TooMany {
                    key,
                    value: u64::try_from(value).unwrap_or(u64::MAX),
                    most: u64::try_from(most).unwrap_or(u64::MAX),
                    remedy,
                });
            }
        };
        if sampler == Sampler::Sobol {
            let remedy = "ask for fewer, or for sampler = \"random\"";
            limit("points", points, SOBOL_POINTS, remedy);
            limit("assumptions", factors, SOBOL_FACTORS, remedy);
        }
        let blocks = factors.saturating_add(2);
        let runs = points.saturating_mul(blocks);
        limit(
            "points",
            runs,
            RUNS,
            "ask for fewer: there are points × (assumptions + 2) runs",
        );
        if points < 2 {
            let value = crate::numbers::count(points);
            faults.push(UncertaintyFault::Number(ParameterFault::OutOfBounds {
                name: "points",
                value,
                least: 2.0,
                most: crate::numbers::count(SOBOL_POINTS),
            }));
        }
        if seed == 0 {
            faults.push(UncertaintyFault::Zero { key: "seed" });
        }
        let confidence = ParameterFault::unless_share("confidence", options.confidence);
        faults.extend(confidence.map(UncertaintyFault::Number));
        if !faults.is_empty() {
            return Err(UncertaintyFaults(faults));
        }
        Ok(Self {
            factors,
            points,
            sampler,
            seed,
        })
    }

    /// The number of runs, N·(d + 2).
    pub(super) fn runs(&self) -> usize {
        self.points * (self.factors + 2)
    }

    /// The point of a run.
    pub(super) fn point(&self, run: u64, point: &mut [f64]) {
        let points = u64::try_from(self.points).unwrap_or(u64::MAX);
        let (block, row) = (run / points, run % points);
        let other = block.checked_sub(2).and_then(|it| usize::try_from(it).ok());
        match self.sampler {
            Sampler::Sobol => {
                for (factor, u) in point.iter_mut().enumerate() {
                    *u = self.sobol(row, factor, block == 1 || other == Some(factor));
                }
            }
            Sampler::Random => {
                let mut generator = ChaCha8Rng::seed_from_u64(self.seed);
                generator.set_stream(row);
                let mut draw = |is_wanted: &dyn Fn(usize) -> bool| {
                    for (factor, place) in point.iter_mut().enumerate() {
                        let u = uniform(&mut generator);
                        if is_wanted(factor) {
                            *place = u;
                        }
                    }
                };
                draw(&|_| true);
                draw(&|factor| block == 1 || other == Some(factor));
            }
        }
    }

    fn sobol(&self, row: u64, factor: usize, of_b: bool) -> f64 {
        let dimension = factor + if of_b { self.factors } else { 0 };
        // Rows and dimensions were limited above; the seed is folded into 32 bits.
        let row = u32::try_from(row).unwrap_or_default();
        let dimension = u32::try_from(dimension).unwrap_or_default();
        let seed = u32::try_from((self.seed ^ (self.seed >> 32)) & 0xFFFF_FFFF).unwrap_or_default();
        f64::from(sobol_burley::sample(row, dimension, seed))
    }

    /// The results of all runs, in the order of their numbers, as the estimators take them.
    pub(super) fn runs_of(&self, results: &[f64]) -> Runs {
        let mut blocks = results.chunks(self.points).map(<[f64]>::to_vec);
        Runs {
            a: blocks.next().unwrap_or_default(),
            b: blocks.next().unwrap_or_default(),
            ab: blocks.collect(),
        }
    }
}

/// First-order and total indices of a model of `factors` numbers, each uniform from 0 to below 1; none
/// when its results do not vary or are not numbers.
///
/// # Errors
/// Points below 2 or beyond the sampler, more factors than it has, a seed of 0, a confidence that is no
/// share.
pub fn indices(
    model: impl Fn(&[f64]) -> f64,
    factors: usize,
    seed: u64,
    options: &SensitivityOptions,
) -> Result<Option<Vec<FactorIndices>>, RobustnessError> {
    let design = Design::new(factors, seed, options)?;
    let runs = u64::try_from(design.runs()).unwrap_or_default();
    let mut point = vec![0.0; factors];
    let result = |run: u64| {
        design.point(run, &mut point);
        model(&point)
    };
    let results: Vec<f64> = (0..runs).map(result).collect();
    Ok(design.runs_of(&results).with_intervals(seed, options))
}
