//! The estimators, as pure functions of the results of runs.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};
use serde::Serialize;

use super::SensitivityOptions;
use crate::numbers::count;
use crate::statistics::{finite, quantile_sorted};

/// The results of a model on the designs `A`, `B` and `AB_j`, row by row; all of one length.
#[derive(Debug, Clone, PartialEq)]
pub struct Runs {
    /// y on A.
    pub a: Vec<f64>,
    /// y on B.
    pub b: Vec<f64>,
    /// For every assumption j, y on A with column j of B.
    pub ab: Vec<Vec<f64>>,
}

/// First-order and total index of one assumption.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Indices {
    /// The share of the variance that would go if it became certain.
    pub first_order: f64,
    /// The share that would stay if all others became certain.
    pub total: f64,
}

/// An index with its interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Estimate {
    /// The index.
    pub value: f64,
    /// The lower end of its interval; none without a bootstrap.
    pub low: Option<f64>,
    /// The upper end.
    pub high: Option<f64>,
}

/// The indices of one assumption with their intervals.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct FactorIndices {
    /// The share of the variance that would go if it became certain.
    pub first_order: Estimate,
    /// The share that would stay if all others became certain.
    pub total: Estimate,
}

/// What a row adds to the sums of the estimators.
struct Rows {
    /// `y_A + y_B`, both less the mean of all runs.
    sum: Vec<f64>,
    /// `y_A² + y_B²`, likewise.
    squares: Vec<f64>,
    /// For every assumption `(y_B − m)·(y_ABj − y_A)`, and `(y_A − y_ABj)²`.
    effects: Vec<(Vec<f64>, Vec<f64>)>,
}

impl Runs {
    /// The indices of every assumption; none when the results do not vary, are fewer than two rows, not
    /// of one length, or not numbers.
    pub fn indices(&self) -> Option<Vec<Indices>> {
        let rows = self.rows()?;
        rows.estimate(&vec![1.0; rows.sum.len()])
    }

    /// As [`indices`](Self::indices), with intervals of rows drawn again.
    pub fn with_intervals(
        &self,
        seed: u64,
        options: &SensitivityOptions,
    ) -> Option<Vec<FactorIndices>> {
        let draws = Draws::new(self.a.len(), seed, options.bootstrap);
        self.with_draws(&draws, options.confidence)
    }

    pub(super) fn with_draws(&self, draws: &Draws, confidence: f64) -> Option<Vec<FactorIndices>> {
        let rows = self.rows()?;
        let found = rows.estimate(&vec![1.0; rows.sum.len()])?;
        // A draw in which nothing varies says nothing.
        let again = draws.times.iter().filter_map(|times| rows.estimate(times));
        let again: Vec<Vec<Indices>> = again.collect();
        let interval = |value: f64, of: &dyn Fn(&Vec<Indices>) -> Option<f64>| {
            let mut sorted: Vec<f64> = again.iter().filter_map(of).collect();
            sorted.sort_unstable_by(f64::total_cmp);
            let tail = (1.0 - confidence) / 2.0;
            Estimate {
                value,
                low: quantile_sorted(&sorted, tail),
                high: quantile_sorted(&sorted, 1.0 - tail),
            }
        };
        let factors = found.iter().enumerate();
        let factors = factors.map(|(j, own)| FactorIndices {
            first_order: interval(own.first_order, &|it| it.get(j).map(|it| it.first_order)),
            total: interval(own.total, &|it| it.get(j).map(|it| it.total)),
        });
        Some(factors.collect())
    }

    fn rows(&self) -> Option<Rows> {
        let n = self.a.len();
        let is_even = self.b.len() == n && self.ab.iter().all(|it| it.len() == n);
        if n < 2 || !is_even {
            return None;
        }
        let designs = || [&self.a, &self.b].into_iter().chain(&self.ab);
        let runs = count(n) * count(designs().count());
        let mean = finite(designs().flatten().map(|y| y / runs).sum())?;
        let pairs = || {
            self.a
                .iter()
                .map(|y| y - mean)
                .zip(self.b.iter().map(|y| y - mean))
        };
        let effect = |ab: &Vec<f64>| {
            let rows = || pairs().zip(ab.iter().map(|y| y - mean));
            let first = rows().map(|((a, b), ab)| b * (ab - a)).collect();
            let total = rows().map(|((a, _), ab)| (a - ab) * (a - ab)).collect();
            (first, total)
        };
        Some(Rows {
            sum: pairs().map(|(a, b)| a + b).collect(),
            squares: pairs().map(|(a, b)| a * a + b * b).collect(),
            effects: self.ab.iter().map(effect).collect(),
        })
    }
}

impl Rows {
    /// The indices when row i counts `times[i]` times.
    fn estimate(&self, times: &[f64]) -> Option<Vec<Indices>> {
        let dot = |row: &[f64]| {
            row.iter()
                .zip(times)
                .map(|(y, times)| y * times)
                .sum::<f64>()
        };
        let n = times.iter().sum::<f64>();
        let sum = dot(&self.sum);
        let squares = dot(&self.squares);
        let spread = squares - sum * sum / (2.0 * n);
        let variance = spread / (2.0 * n - 1.0);
        // What is left of equal results is the rounding of their squares.
        let varies = variance.is_finite() && spread > squares * 1e-14;
        if !varies {
            return None;
        }
        let effects = self.effects.iter().map(|(first, total)| Indices {
            first_order: dot(first) / n / variance,
            total: dot(total) / (2.0 * n) / variance,
        });
        Some(effects.collect())
    }
}

/// How often every row is drawn, in each of the draws of a bootstrap: the same for all results.
pub(super) struct Draws {
    times: Vec<Vec<f64>>,
}

impl Draws {
    pub(super) fn new(rows: usize, seed: u64, bootstrap: usize) -> Self {
        let size = u64::try_from(rows).unwrap_or(u64::MAX);
        let draw = |number: usize| {
            let mut generator = ChaCha8Rng::seed_from_u64(seed);
            // Streams from the top: those from 0 on are the points'.
            generator.set_stream(u64::MAX - u64::try_from(number).unwrap_or(u64::MAX));
            let mut times = vec![0.0; rows];
            for _ in 0..rows {
                let row = (u128::from(generator.next_u64()) * u128::from(size)) >> 64;
                let place = usize::try_from(row).ok().and_then(|row| times.get_mut(row));
                if let Some(times) = place {
                    *times += 1.0;
                }
            }
            times
        };
        Self {
            times: (0..bootstrap).map(draw).collect(),
        }
    }

    /// Bytes the draws take.
    pub(super) fn bytes(rows: usize, bootstrap: usize) -> u64 {
        let bytes = rows.saturating_mul(bootstrap).saturating_mul(8);
        u64::try_from(bytes).unwrap_or(u64::MAX)
    }
}
