//! What a multivariate normal distribution expects, fitted to the figures by expectation–maximisation.
//!
//! The indicators looked at together are taken as draws from a normal distribution with mean μ and
//! covariance Σ, one draw a unit. In turn, every gap is set to what is expected given the unit's figures,
//! `μ_m + Σ_mo Σ_oo⁻¹ (x_o − μ_o)` (m missing, o observed), and μ and Σ (divided by n) are taken from the
//! filled table, with the remaining covariance `Σ_mm − Σ_mo Σ_oo⁻¹ Σ_om` of the gaps added. It starts from
//! the means and variances of the figures and ends when nothing changes by more than `tolerance`
//! standard deviations. The figures themselves are never changed.
//!
//! Source: A. P. Dempster, N. M. Laird and D. B. Rubin (1977), Maximum likelihood from incomplete data via
//! the EM algorithm, *Journal of the Royal Statistical Society* B 39; R. J. A. Little and D. B. Rubin,
//! *Statistical Analysis with Missing Data*, ch. 11; OECD/JRC *Handbook* (2008), step 3.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `level` | the indicators under the same node of this level are looked at together; 0: all | 0 |
//! | `tolerance` | the largest change of a mean, covariance or gap at the end, in standard deviations | 1e-9 |
//! | `iterations` | the most iterations | 10000 |
//!
//! Every period is fitted by itself. A unit without any of the figures gets the means. Not coming to rest is
//! an error ([`ImputeFault::NoConvergence`]); so are indicators that follow from each other or too few units for
//! them ([`ImputeFault::Singular`]), and more than 500 indicators together
//! ([`ImputeFault::TooManyIndicators`]). An indicator with fewer than two different figures does not take part,
//! and its gaps stay.
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     ["A", "B", "C", "D"].map(Unit::new).to_vec(),
//!     ["RD", "PATENT"].map(Indicator::new).to_vec(),
//! )?;
//! for (unit, rd, patent) in [(0, 1.0, 10.0), (1, 2.0, 15.0), (2, 3.0, 18.0)] {
//!     frame.set(0, unit, 0, rd)?;
//!     frame.set(0, unit, 1, patent)?;
//! }
//! frame.set(0, 3, 0, 4.0)?; // D has no figure of PATENT
//! let framework = Framework::new(vec![
//!     Node::root("index"),
//!     Node::leaf("RD", "index", 1.0),
//!     Node::leaf("PATENT", "index", 1.0),
//! ])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "impute"
//!     rule = "em"
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! let imputed = index.dataset("impute").unwrap();
//! // Only PATENT has gaps, so the fit is the line of least squares through the others.
//! let d = imputed.get("PATENT", 0, 3).unwrap();
//! assert!((d - (19.0 / 3.0 + 4.0 * 4.0)).abs() < 1e-6);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use nalgebra::{Cholesky, DMatrix, DVector, Dyn};
use serde::{Deserialize, Serialize};

use super::together::Gaps;
use super::{Fill, ImputeFault, Rule};
use crate::dataset::Parameter;
use crate::error::{ComputeError, Fault};
use crate::method::ParameterFault;
use crate::numbers::count;
use crate::statistics::{mean, standard_deviation};

/// The most indicators that are looked at together: their covariances fill a square table.
const MOST: usize = 500;

/// What a multivariate normal distribution expects; see the [module](self).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Em {
    /// The level of the node under which indicators are looked at together. Default 0: all.
    pub level: usize,
    /// The largest change at the end, in standard deviations. Default 1e-9.
    pub tolerance: f64,
    /// The most iterations. Default 10,000.
    pub iterations: u32,
}

impl Default for Em {
    fn default() -> Self {
        Self {
            level: 0,
            tolerance: 1e-9,
            iterations: 10_000,
        }
    }
}

impl Rule for Em {
    fn word(&self) -> &'static str {
        "em"
    }

    fn formula(&self) -> &'static str {
        "μ_m + Σ_mo Σ_oo⁻¹ (x_o − μ_o)"
    }

    fn faults(&self) -> Vec<ParameterFault> {
        let tolerance = ParameterFault::unless_positive("tolerance", self.tolerance);
        let iterations = ParameterFault::unless_at_least("iterations", self.iterations, 1);
        tolerance.into_iter().chain(iterations).collect()
    }

    fn level(&self) -> Option<usize> {
        Some(self.level)
    }

    fn impute(&self, gaps: &Gaps<'_>) -> Result<Vec<Fill>, ComputeError> {
        let mut fills = Vec::new();
        for period in 0..gaps.periods().len() {
            let is_open = |column: &usize| gaps.open(*column).any(|(of, _)| of == period);
            let targets: Vec<usize> = gaps.targets().iter().copied().filter(is_open).collect();
            if targets.is_empty() {
                continue;
            }
            let mut sample = Sample::of(gaps, period);
            let done = self.fit(&mut sample);
            let iterations =
                done.map_err(|fault| gaps.error_together(period, Fault::Impute(fault)))?;
            for column in targets {
                let place = sample.scales.iter().position(|it| it.column == column);
                let Some((place, scale)) = place.and_then(|it| Some((it, sample.scales.get(it)?)))
                else {
                    continue;
                };
                let open = gaps.open(column).filter(|(of, _)| *of == period);
                for (_, unit) in open {
                    let row = sample.units.iter().position(|it| *it == unit);
                    let standard = row.and_then(|row| sample.filled.get((row, place)));
                    fills.extend(standard.map(|standard| Fill {
                        column,
                        period,
                        unit,
                        value: scale.mean + scale.sd * standard,
                        parameters: vec![
                            Parameter::new("indicators", count(sample.scales.len())),
                            Parameter::new("iterations", f64::from(iterations)),
                        ],
                    }));
                }
            }
        }
        Ok(fills)
    }
}

/// An indicator that takes part, with the scale on which it does.
struct Scale {
    column: usize,
    mean: f64,
    sd: f64,
}

/// The figures of a period in standard deviations from the mean: a row a unit.
struct Sample {
    scales: Vec<Scale>,
    units: Vec<usize>,
    filled: DMatrix<f64>,
    /// Rows with the same gaps: places of the observed and the missing, and the rows.
    patterns: Vec<Pattern>,
}

struct Pattern {
    observed: Vec<usize>,
    missing: Vec<usize>,
    rows: Vec<usize>,
}

impl Sample {
    fn of(gaps: &Gaps<'_>, period: usize) -> Self {
        let scales = gaps.companions().iter().filter_map(|&column| {
            let values: Vec<f64> = gaps
                .column(column)?
                .period(period)
                .present_values()
                .collect();
            let (mean, sd) = mean(&values).zip(standard_deviation(&values))?;
            (sd > 0.0).then_some(Scale { column, mean, sd })
        });
        let scales: Vec<Scale> = scales.collect();
        let units: Vec<usize> = gaps.units_in(period).collect();
        let cell = |row: usize, place: usize| {
            let (unit, scale) = (units.get(row)?, scales.get(place)?);
            let value = gaps.get(scale.column, period, *unit)?;
            Some((value - scale.mean) / scale.sd)
        };
        let filled = DMatrix::from_fn(units.len(), scales.len(), |row, place| {
            cell(row, place).unwrap_or_default()
        });
        let mut patterns: Vec<Pattern> = Vec::new();
        for row in 0..units.len() {
            let places = 0..scales.len();
            let (observed, missing): (Vec<usize>, Vec<usize>) =
                places.partition(|&place| cell(row, place).is_some());
            match patterns.iter_mut().find(|it| it.missing == missing) {
                Some(pattern) => pattern.rows.push(row),
                None => patterns.push(Pattern {
                    observed,
                    missing,
                    rows: vec![row],
                }),
            }
        }
        Self {
            scales,
            units,
            filled,
            patterns,
        }
    }
}

/// Mean and covariance.
struct Normal {
    mean: DVector<f64>,
    covariance: DMatrix<f64>,
}

impl Em {
    /// Fills the gaps of the sample; the number of iterations it took.
    fn fit(&self, sample: &mut Sample) -> Result<u32, ImputeFault> {
        let p = sample.scales.len();
        if p > MOST {
            let (found, most) = (p, MOST);
            return Err(ImputeFault::TooManyIndicators { found, most });
        }
        let mut normal = Normal {
            mean: DVector::zeros(p),
            covariance: DMatrix::identity(p, p),
        };
        let mut change = f64::INFINITY;
        for iteration in 1..=self.iterations {
            let before = sample.filled.clone();
            let rest = sample.expect(&normal)?;
            let next = sample.maximise(&rest);
            let gaps = (&sample.filled - before).amax();
            let moments = (&next.mean - &normal.mean)
                .amax()
                .max((&next.covariance - &normal.covariance).amax());
            normal = next;
            change = gaps.max(moments);
            if change <= self.tolerance {
                return Ok(iteration);
            }
        }
        Err(ImputeFault::NoConvergence {
            iterations: self.iterations,
            change,
        })
    }
}

impl Sample {
    /// Sets every gap to what is expected; the sum of the covariances that remain.
    fn expect(&mut self, normal: &Normal) -> Result<DMatrix<f64>, ImputeFault> {
        let p = self.scales.len();
        let mut rest = DMatrix::zeros(p, p);
        for pattern in self.patterns.iter().filter(|it| !it.missing.is_empty()) {
            let Pattern {
                observed,
                missing,
                rows,
            } = pattern;
            let part = |rows: &[usize], columns: &[usize]| {
                normal.covariance.select_rows(rows).select_columns(columns)
            };
            let inner: Cholesky<f64, Dyn> = solid(part(observed, observed))?;
            // Σ_oo⁻¹ Σ_om: what a step of each observed indicator does to each missing one.
            let effect = inner.solve(&part(observed, missing));
            let mut known = self.filled.select_rows(rows).select_columns(observed);
            shift(&mut known, &(-normal.mean.select_rows(observed)));
            let mut expected = known * &effect;
            shift(&mut expected, &normal.mean.select_rows(missing));
            let remaining = part(missing, missing) - part(missing, observed) * &effect;
            let remaining = remaining * count(rows.len());
            for (place, &gap) in missing.iter().enumerate() {
                for (&row, value) in rows.iter().zip(expected.column(place).iter()) {
                    if let Some(cell) = self.filled.get_mut((row, gap)) {
                        *cell = *value;
                    }
                }
                for (&other, value) in missing.iter().zip(remaining.column(place).iter()) {
                    if let Some(cell) = rest.get_mut((other, gap)) {
                        *cell += value;
                    }
                }
            }
        }
        Ok(rest)
    }

    fn maximise(&self, rest: &DMatrix<f64>) -> Normal {
        let n = count(self.filled.nrows());
        let mean = DVector::from_iterator(
            self.filled.ncols(),
            self.filled.column_iter().map(|it| it.sum() / n),
        );
        let mut centred = self.filled.clone();
        shift(&mut centred, &-&mean);
        let covariance = (centred.tr_mul(&centred) + rest) / n;
        Normal { mean, covariance }
    }
}

/// Adds to every column its number.
fn shift(columns: &mut DMatrix<f64>, by: &DVector<f64>) {
    for (mut column, by) in columns.column_iter_mut().zip(by.iter()) {
        column.add_scalar_mut(*by);
    }
}

/// The decomposition of a covariance matrix that has an inverse worth the name.
fn solid(covariance: DMatrix<f64>) -> Result<Cholesky<f64, Dyn>, ImputeFault> {
    let found = Cholesky::new(covariance).ok_or(ImputeFault::Singular)?;
    // The diagonal holds what each indicator adds to those before it, in standard deviations.
    let least = found
        .l_dirty()
        .diagonal()
        .iter()
        .copied()
        .fold(1.0, f64::min);
    if least < 1e-6 {
        return Err(ImputeFault::Singular);
    }
    Ok(found)
}
