//! Sensitivity: how much of the spread of ranks and scores each uncertain assumption causes.
//!
//! Of a result y with variance V under all assumptions together, the *first-order* index of an
//! assumption is the share of V that would go if it became certain, on average; its *total* index is
//! the share that would stay if all others became certain, on average. First-order indices add up to at
//! most 1; a total index above the first-order index says that the assumption acts together with others.
//!
//! With N points two designs `A` and `B` are made, and for every assumption j a design `AB_j`: `A` with
//! column j of `B`. From the N·(d + 2) runs
//!
//! - first order `S_j = mean((y_B − m) · (y_ABj − y_A)) ÷ V` (A. Saltelli et al. 2010, Variance based
//!   sensitivity analysis of model output, *Computer Physics Communications* 181), m the mean of all
//!   runs: without it the estimate drifts when y is far from 0;
//! - total `T_j = mean((y_A − y_ABj)²) ÷ 2V` (M. J. W. Jansen 1999, Analysis of variance designs for
//!   model output, *Computer Physics Communications* 117);
//!
//! V the sample variance of `y_A` and `y_B` together. An interval is made of the same estimates over rows
//! drawn with replacement (percentile bootstrap). The estimators are [`Runs`]; [`indices`] runs any
//! model.
//!
//! ```
//! use yanzhi_engine::sensitivity::{SensitivityOptions, indices};
//!
//! // y = 4·x₁ + 3·x₂ + 0·x₃, x uniform: the shares are 16/25, 9/25 and 0, and nothing acts together.
//! let options = SensitivityOptions { points: 1024, ..SensitivityOptions::default() };
//! let found = indices(|x| 4.0 * x[0] + 3.0 * x[1], 3, 1, &options)?.unwrap();
//! assert!((found[0].first_order.value - 0.64).abs() < 0.01);
//! assert!((found[1].total.value - 0.36).abs() < 0.01);
//! assert!(found[2].total.value.abs() < 1e-12);
//! # Ok::<(), yanzhi_engine::robustness::RobustnessError>(())
//! ```

mod analysis;
mod design;
mod estimate;

use serde::{Deserialize, Serialize};

pub use analysis::{Contribution, Sensitivity, UnitSensitivity, sensitivity_analysis};
pub use design::indices;
pub use estimate::{Estimate, FactorIndices, Indices, Runs};

/// How the sensitivity analysis samples.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SensitivityOptions {
    /// N: the index is computed N·(d + 2) times for d assumptions. At least 2; with the Sobol' sampler
    /// a power of 2 is best and 65,536 the most. Default 1,024.
    pub points: usize,
    /// Where the points come from. Default: the Sobol' sequence.
    pub sampler: Sampler,
    /// How many times the rows are drawn again for the intervals; 0 makes none. Default 500.
    pub bootstrap: usize,
    /// The share of the drawn estimates within an interval. Default 0.95.
    pub confidence: f64,
}

impl Default for SensitivityOptions {
    fn default() -> Self {
        Self {
            points: 1_024,
            sampler: Sampler::Sobol,
            bootstrap: 500,
            confidence: 0.95,
        }
    }
}

/// Where points come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sampler {
    /// The Sobol' sequence with the directions of Joe and Kuo (2008), Owen-scrambled by the seed: its
    /// points fill the space evenly.
    #[default]
    Sobol,
    /// Independent seeded points.
    Random,
}

#[cfg(test)]
mod tests;
