//! The sensitivity of an index to its assumptions.

use serde::Serialize;

use super::design::Design;
use super::estimate::{Draws, Estimate, FactorIndices, Runs};
use super::{Sampler, SensitivityOptions};
use crate::frame::Frame;
use crate::framework::Framework;
use crate::method::Method;
use crate::numbers::count;
use crate::progress::Progress;
use crate::robustness::{
    AnalysisOptions, Nominal, Outcomes, Request, RobustnessError, Uncertainty, bytes_needed,
    setting,
};

/// How much each assumption moves ranks and scores.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sensitivity {
    /// Where chance started.
    pub seed: u64,
    /// N.
    pub points: usize,
    /// How often the index was computed: N·(d + 2).
    pub runs: usize,
    /// Where the points came from.
    pub sampler: Sampler,
    /// The period.
    pub period: String,
    /// The node whose ranks and scores these are.
    pub node: String,
    /// Of the mean absolute rank shift: how far the units' ranks are from those by the method as it
    /// stands, on average. None when no rank ever moves.
    pub rank_shift: Option<Vec<Contribution>>,
    /// Of every unit, in the frame's order.
    pub units: Vec<UnitSensitivity>,
}

/// How much each assumption moves one unit.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct UnitSensitivity {
    /// The unit's code.
    pub unit: String,
    /// Of its rank; none when the rank never moves, or is missing in one of the runs.
    pub rank: Option<Vec<Contribution>>,
    /// Of its score, likewise.
    pub score: Option<Vec<Contribution>>,
}

/// What one assumption contributes to the variance of a result.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Contribution {
    /// The assumption.
    pub assumption: String,
    /// The share of the variance that would go if it became certain.
    pub first_order: Estimate,
    /// The share that would stay if all others became certain.
    pub total: Estimate,
}

/// First-order and total effects of the assumptions on every unit's rank and score and on the mean
/// absolute rank shift, from [`Uncertainty::sensitivity`]'s designs.
///
/// # Errors
/// As [`uncertainty_analysis`](crate::robustness::uncertainty_analysis); points beyond the sampler.
pub fn sensitivity_analysis(
    frame: &Frame,
    framework: &Framework,
    method: &Method,
    uncertainty: &Uncertainty,
    options: &AnalysisOptions,
    progress: &dyn Progress,
) -> Result<Sensitivity, RobustnessError> {
    let (scenario, nominal) = setting(frame, framework, method, uncertainty)?;
    let SensitivityOptions {
        points,
        sampler,
        bootstrap,
        ..
    } = uncertainty.sensitivity;
    let (names, seed) = (uncertainty.names(), uncertainty.seed);
    let design = Design::new(names.len(), seed, &uncertainty.sensitivity)?;
    let runs = design.runs();
    let results = bytes_needed(&scenario, runs, true);
    options.allow(results.saturating_add(Draws::bytes(points, bootstrap)))?;
    let workers = options.workers()?;
    let request = Request {
        replicates: runs,
        points: &|run, point: &mut [f64]| design.point(run, point),
        with_scores: true,
    };
    let outcomes = scenario.run(&request, &workers, progress)?;
    let estimator = Estimator {
        design,
        draws: Draws::new(points, seed, bootstrap),
        confidence: uncertainty.sensitivity.confidence,
        names,
    };
    let shifts: Option<Vec<f64>> = (0..runs)
        .map(|run| rank_shift(&nominal, &outcomes, run))
        .collect();
    let units: Vec<usize> = (0..outcomes.units).collect();
    let units = workers.map(units, |unit| {
        let rank = |run| {
            Some(f64::from(
                outcomes.ranks_of(run).get(unit).copied().flatten()?.get(),
            ))
        };
        let score = |run| outcomes.score(run, unit);
        Ok(UnitSensitivity {
            unit: nominal.units.get(unit).cloned().unwrap_or_default(),
            rank: estimator.of((0..runs).map(rank).collect()),
            score: estimator.of((0..runs).map(score).collect()),
        })
    })?;
    Ok(Sensitivity {
        seed,
        points,
        runs,
        sampler,
        period: nominal.period,
        node: nominal.node,
        rank_shift: estimator.of(shifts),
        units,
    })
}

struct Estimator {
    design: Design,
    draws: Draws,
    confidence: f64,
    names: Vec<String>,
}

impl Estimator {
    /// The contributions to results that are there in every run.
    fn of(&self, results: Option<Vec<f64>>) -> Option<Vec<Contribution>> {
        let runs: Runs = self.design.runs_of(&results?);
        let found = runs.with_draws(&self.draws, self.confidence)?;
        let named = self.names.iter().zip(found);
        let contribution = |(name, own): (&String, FactorIndices)| Contribution {
            assumption: name.clone(),
            first_order: own.first_order,
            total: own.total,
        };
        Some(named.map(contribution).collect())
    }
}

/// The mean of |rank − nominal rank| over the units that have both; none when no unit has.
fn rank_shift(nominal: &Nominal, outcomes: &Outcomes, run: usize) -> Option<f64> {
    let both = nominal.ranks.iter().zip(outcomes.ranks_of(run));
    let both = both.filter_map(|(nominal, rank)| Some(((*nominal)?, (*rank)?.get())));
    let (sum, units) = both.fold((0.0, 0), |(sum, units), (nominal, rank)| {
        (sum + f64::from(nominal.abs_diff(rank)), units + 1)
    });
    (units > 0).then(|| sum / count(units))
}
