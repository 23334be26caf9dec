//! Robustness: how sure the ranks are when what the method assumes is uncertain.
//!
//! Weights, the way of filling gaps, of taming outliers, of normalising and of aggregating are choices,
//! and figures have errors. [`uncertainty_analysis`] computes the index again and again, each time with
//! all uncertain assumptions ([`AssumptionKind`]) drawn anew and together, and counts the ranks: per
//! unit median, mean and the interval from the 5 % to the 95 % quantile (type 7), the probability of a
//! rank of k or better, and for every two units the probability that one beats the other. What of that
//! spread each assumption causes is the question of [`sensitivity`](crate::sensitivity).
//!
//! Source: M. Saisana, A. Saltelli and S. Tarantola (2005), Uncertainty and sensitivity analysis
//! techniques as tools for the quality assessment of composite indicators, *Journal of the Royal
//! Statistical Society A* 168; OECD/JRC *Handbook* (2008), step 7; COINr's `get_sensitivity`.
//!
//! Every replicate is made from a point: a number from 0 to below 1 for every assumption. A number u
//! chooses alternative ⌊u·n⌋ of n, or is the key of a generator from which weights or errors are drawn.
//! Replicate r takes its point from ChaCha stream r under the seed. So the same seed gives the same
//! bytes, for any number of threads.
//!
//! ```
//! # use yanzhi_engine::*;
//! use yanzhi_engine::robustness::{AnalysisOptions, Uncertainty, uncertainty_analysis};
//! # let mut frame = FrameBuilder::new(
//! #     vec!["2023".into()],
//! #     vec![Unit::new("A"), Unit::new("B"), Unit::new("C")],
//! #     vec![Indicator::new("RD"), Indicator::new("STAFF")],
//! # )?;
//! # for (unit, (rd, staff)) in [(10.0, 60.0), (90.0, 10.0), (0.0, 0.0)].into_iter().enumerate() {
//! #     frame.set(0, unit, 0, rd)?;
//! #     frame.set(0, unit, 1, staff)?;
//! # }
//! # let frame = frame.build();
//! # let framework = Framework::new(vec![
//! #     Node::root("index"),
//! #     Node::leaf("RD", "index", 1.0),
//! #     Node::leaf("STAFF", "index", 1.0),
//! # ])?;
//! # let method: Method = toml::from_str("[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'")?;
//! let uncertainty: Uncertainty = toml::from_str(r#"
//!     [[assumptions]]
//!     assumption = "dirichlet"
//! "#)?;
//! let options = AnalysisOptions::default();
//! let found = uncertainty_analysis(&frame, &framework, &method, &uncertainty, &options, &())?;
//! // A (10, 60) beats B (90, 10) when the first weight is below 5/13.
//! let beats = found.beats[0][1].unwrap();
//! assert!((beats - 5.0 / 13.0).abs() < 0.05);
//! assert_eq!(found.units[2].median, Some(3.0)); // C is always last
//! assert!(found.neighbours[1].is_robust);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod adjusted;
mod assumption;
mod beats;
mod chance;
mod course;
mod description;
mod error;
mod replicate;
mod resolve;
mod result;
mod runs;
mod scenario;

pub use assumption::{
    Alternative, Assumption, AssumptionKind, DirichletWeights, DropOne, ErrorDistribution,
    ErrorScale, LevelSpread, MeasurementError, ParameterValues, StepAlternatives, WeightSets,
    WeightSpread,
};
pub(crate) use chance::uniform;
pub use description::Uncertainty;
pub use error::{RobustnessError, UncertaintyFault, UncertaintyFaults};
pub(crate) use result::Nominal;
pub use result::{Neighbours, Replay, Robustness, Top, UnitRanks};

pub(crate) use runs::{Outcomes, Request, bytes_needed};

use crate::compute::compute;
use crate::frame::Frame;
use crate::framework::Framework;
use crate::method::Method;
use crate::progress::Progress;
use crate::workers::{Options, Workers};
use resolve::Resolver;
use result::Made;
use scenario::Scenario;

/// How an analysis is run. It changes the time taken and what is refused, never the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnalysisOptions {
    /// Number of threads. 0 (the default) is one a core.
    pub threads: usize,
    /// An analysis that would need more bytes for its results is refused. Default 1 GiB.
    pub memory_bytes: u64,
}

impl Default for AnalysisOptions {
    fn default() -> Self {
        Self {
            threads: 0,
            memory_bytes: 1 << 30,
        }
    }
}

/// Computes the index again and again under uncertain assumptions, and what its ranks then are.
///
/// # Errors
/// What [`compute`] refuses; a description that does not fit (all faults at once); a replicate in which
/// the index cannot be computed, with its choices; a result beyond the memory allowed, before any is
/// taken; a cancellation by `progress`.
pub fn uncertainty_analysis(
    frame: &Frame,
    framework: &Framework,
    method: &Method,
    uncertainty: &Uncertainty,
    options: &AnalysisOptions,
    progress: &dyn Progress,
) -> Result<Robustness, RobustnessError> {
    let (scenario, nominal) = setting(frame, framework, method, uncertainty)?;
    let replicates = uncertainty.replicates;
    let units = u64::try_from(frame.units().len()).unwrap_or(u64::MAX);
    // Of every pair of units its share, and while they are counted their record.
    let matrix = units.saturating_mul(units).saturating_mul(24);
    let needed = bytes_needed(&scenario, replicates, false).saturating_add(matrix);
    options.allow(needed)?;
    let seed = uncertainty.seed;
    let request = Request {
        replicates,
        points: &|number, point: &mut [f64]| chance::point(seed, number, point),
        with_scores: false,
    };
    let workers = options.workers()?;
    let outcomes = scenario.run(&request, &workers, progress)?;
    let made = Made::new(uncertainty, outcomes);
    Ok(Robustness::new(&nominal, made, &workers)?)
}

/// As [`uncertainty_analysis`], of given points instead of drawn ones: each a number from 0 to below 1
/// for every assumption, in their order. So a design made elsewhere can be run, or one replicate looked
/// at. `replicates` of the description plays no part.
///
/// # Errors
/// As [`uncertainty_analysis`]; no points, or one that does not fit the assumptions.
pub fn replay(
    frame: &Frame,
    framework: &Framework,
    method: &Method,
    uncertainty: &Uncertainty,
    points: &[Vec<f64>],
    options: &AnalysisOptions,
) -> Result<Replay, RobustnessError> {
    let described = Uncertainty {
        replicates: points.len(),
        ..uncertainty.clone()
    };
    let (scenario, nominal) = setting(frame, framework, method, &described)?;
    check_points(points, described.assumptions.len())?;
    options.allow(bytes_needed(&scenario, points.len(), true))?;
    let request = Request {
        replicates: points.len(),
        points: &|number, point: &mut [f64]| {
            let given = usize::try_from(number).ok().and_then(|it| points.get(it));
            if let Some(given) = given {
                point.copy_from_slice(given);
            }
        },
        with_scores: true,
    };
    let workers = options.workers()?;
    let outcomes = scenario.run(&request, &workers, &())?;
    let scores = outcomes.scores.clone();
    let made = Made::new(&described, outcomes);
    let robustness = Robustness::new(&nominal, made, &workers)?;
    Ok(Replay { robustness, scores })
}

fn check_points(points: &[Vec<f64>], assumptions: usize) -> Result<(), UncertaintyFaults> {
    let fits = |point: &Vec<f64>| {
        point.len() == assumptions && point.iter().all(|u| (0.0..1.0).contains(u))
    };
    match points.iter().position(|point| !fits(point)) {
        None => Ok(()),
        Some(position) => Err(UncertaintyFaults(vec![UncertaintyFault::Point {
            number: position + 1,
            assumptions,
        }])),
    }
}

/// The description resolved, and the index by the method as it stands.
pub(crate) fn setting<'a>(
    frame: &'a Frame,
    framework: &'a Framework,
    method: &'a Method,
    uncertainty: &Uncertainty,
) -> Result<(Scenario<'a>, Nominal), RobustnessError> {
    let index = compute(frame, framework, method)?;
    let scenario = Resolver::new(frame, framework, method).scenario(uncertainty)?;
    let (period, node) = (scenario.period, scenario.node);
    let units = 0..frame.units().len();
    let code = framework.nodes().get(node).map(|node| node.code.clone());
    let nominal = Nominal {
        period: frame.periods().get(period).cloned().unwrap_or_default(),
        node: code.unwrap_or_default(),
        units: frame.units().iter().map(|it| it.code.clone()).collect(),
        scores: units
            .clone()
            .map(|unit| index.score(period, node, unit))
            .collect(),
        ranks: units.map(|unit| index.rank(period, node, unit)).collect(),
    };
    Ok((scenario, nominal))
}

impl Uncertainty {
    pub(crate) fn names(&self) -> Vec<String> {
        let names = self.assumptions.iter();
        names.map(|assumption| assumption.name.clone()).collect()
    }
}

impl AnalysisOptions {
    pub(crate) fn allow(self, needed_bytes: u64) -> Result<(), RobustnessError> {
        let limit_bytes = self.memory_bytes;
        if needed_bytes <= limit_bytes {
            return Ok(());
        }
        Err(RobustnessError::TooLarge {
            needed_bytes,
            limit_bytes,
        })
    }

    pub(crate) fn workers(self) -> Result<Workers, RobustnessError> {
        let threads = self.threads;
        Ok(Workers::new(Options { threads }, usize::MAX)?)
    }
}

#[cfg(test)]
mod tests;
