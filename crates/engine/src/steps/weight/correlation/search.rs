//! The search for weights that lead to the desired correlations.

use super::super::rule::{Cells, Findings, Siblings, Weighed, cells_of, rows_with_any};
use super::{Aim, Correlation};
use crate::column::Column;
use crate::dataset::Parameter;
use crate::error::{ComputeError, Fault};
use crate::levenberg_marquardt::fit;
use crate::nelder_mead::{Found, Limits, minimise};
use crate::numbers::count;
use crate::statistics::{correlate, is_constant, present};

/// How closely the points of a walk for balance agree when it is given up.
const COLLAPSED: f64 = 1e-6;
/// How many evaluations it may take for each child.
const FIRST_WALK: u32 = 50;
/// The smallest weight that polishing starts from, the largest being 1.
const LEAST: f64 = 1e-6;

/// The correlations that weights lead to; none where one has none.
type Correlations<'a> = dyn Fn(&[f64]) -> Result<Option<Vec<f64>>, ComputeError> + 'a;

/// A flat list cut into one list a family.
pub(super) fn divided<T: Clone>(all: &[T], families: &[&Siblings<'_>]) -> Vec<Vec<T>> {
    let mut rest = all.iter().cloned();
    let take = |family: &&Siblings<'_>| rest.by_ref().take(family.children.len()).collect();
    families.iter().map(take).collect()
}

/// The children whose weights are looked for, and what is known of them.
pub(super) struct Search<'a> {
    rule: &'a Correlation,
    /// Where faults are reported.
    site: &'a Siblings<'a>,
    columns: Vec<Cells>,
    /// The desired shares of the correlations.
    desired: Vec<f64>,
    start: Vec<f64>,
}

impl<'a> Search<'a> {
    pub(super) fn new(
        rule: &'a Correlation,
        site: &'a Siblings<'a>,
        families: &[&'a Siblings<'a>],
    ) -> Result<Self, ComputeError> {
        let children = || families.iter().flat_map(|it| it.children.iter().copied());
        let importance: Vec<f64> = children()
            .map(|child| rule.importance.get(child).copied().unwrap_or(1.0))
            .collect();
        let total: f64 = importance.iter().sum();
        let desired: Vec<f64> = importance.iter().map(|it| it / total).collect();
        let given = || families.iter().flat_map(|it| it.given.iter().copied());
        let columns: Vec<Cells> = families
            .iter()
            .flat_map(|it| it.cells(&rule.scope))
            .collect();
        for (child, cells) in children().zip(&columns) {
            let values = present(cells);
            let (found, needed) = (values.len(), 2);
            if found < needed {
                return Err(site.fault(Fault::FewRows { found, needed }));
            }
            if is_constant(&values) {
                let child = child.to_owned();
                return Err(site.fault(Fault::ConstantChild { child }));
            }
        }
        Ok(Self {
            start: match rule.aim {
                Aim::Balance => desired.clone(),
                Aim::Infomax => given().collect(),
            },
            rule,
            site,
            columns,
            desired,
        })
    }

    /// The correlations under the weights with which a score came out; none where one has none.
    fn correlations(&self, score: &Column) -> Option<Vec<f64>> {
        let score = cells_of(score, &self.rule.scope, self.site.site.periods);
        let with = |cells: &Cells| Some(correlate(cells, &score, self.rule.correlation)?.value);
        self.columns.iter().map(with).collect()
    }

    /// How bad correlations are.
    fn objective(&self, correlations: &[f64]) -> f64 {
        match self.rule.aim {
            Aim::Infomax => -correlations.iter().sum::<f64>(),
            Aim::Balance => 2.0 * libm::log(self.gap(correlations)),
        }
    }

    /// Obtained less desired shares.
    fn differences(&self, correlations: &[f64]) -> Vec<f64> {
        let total: f64 = correlations.iter().sum();
        let total = if total > 0.0 { total } else { 0.0 };
        let shares = correlations.iter().map(|it| it / total);
        shares
            .zip(&self.desired)
            .map(|(obtained, desired)| obtained - desired)
            .collect()
    }

    /// The root mean square of these differences; infinite where the correlations sum to 0 or less.
    fn gap(&self, correlations: &[f64]) -> f64 {
        let differences = self.differences(correlations);
        let squares: f64 = differences.iter().map(|it| it * it).sum();
        let gap = (squares / count(differences.len().max(1))).sqrt();
        if gap.is_nan() { f64::INFINITY } else { gap }
    }

    pub(super) fn run(
        &self,
        score: &dyn Fn(&[f64]) -> Result<Column, ComputeError>,
    ) -> Result<Optimum, ComputeError> {
        let correlations = |point: &[f64]| -> Result<Option<Vec<f64>>, ComputeError> {
            let total: f64 = point.iter().sum();
            if point.iter().any(|it| *it < 0.0) || total <= 0.0 {
                return Ok(None);
            }
            let weights: Vec<f64> = point.iter().map(|it| it / total).collect();
            Ok(self.correlations(&score(&weights)?))
        };
        let mut found = self.walk(&correlations)?;
        let gap = |found: &Found, obtained: &[f64]| match self.rule.aim {
            Aim::Infomax if found.is_at_rest => 0.0,
            Aim::Infomax => f64::INFINITY,
            Aim::Balance => self.gap(obtained),
        };
        let mut obtained = correlations(&found.point)?.unwrap_or_default();
        if gap(&found, &obtained) > self.rule.gap {
            found = self.polish(found, &correlations)?;
            obtained = correlations(&found.point)?.unwrap_or_default();
        }
        let (evaluations, gap) = (found.evaluations, gap(&found, &obtained));
        if obtained.is_empty() || gap > self.rule.gap {
            return Err(self.site.fault(Fault::NotBalanced { evaluations, gap }));
        }
        Ok(Optimum {
            weights: found.point,
            gap: self.gap(&obtained),
            correlations: obtained,
            evaluations,
        })
    }

    /// The search of Nelder and Mead.
    fn walk(&self, correlations: &Correlations<'_>) -> Result<Found, ComputeError> {
        let infomax = self.rule.aim == Aim::Infomax;
        let children = u32::try_from(self.columns.len()).unwrap_or(u32::MAX);
        let first = children.saturating_mul(FIRST_WALK);
        let limits = Limits {
            aim: if infomax {
                f64::NEG_INFINITY
            } else {
                2.0 * libm::log(self.rule.gap)
            },
            tolerance: if infomax {
                self.rule.tolerance
            } else {
                COLLAPSED
            },
            evaluations: if infomax {
                self.rule.evaluations
            } else {
                self.rule.evaluations.min(first)
            },
        };
        minimise(&self.start, limits, |point| {
            let found = correlations(point)?;
            Ok(found.map_or(f64::INFINITY, |it| self.objective(&it)))
        })
    }

    /// Goes on from where the walk for balance ended, over the logarithms of the weights.
    fn polish(
        &self,
        walked: Found,
        correlations: &Correlations<'_>,
    ) -> Result<Found, ComputeError> {
        let used = walked.evaluations;
        if self.rule.aim == Aim::Infomax || used >= self.rule.evaluations {
            return Ok(walked);
        }
        let largest = walked.point.iter().copied().fold(0.0, f64::max);
        let start = walked
            .point
            .iter()
            .map(|it| libm::log((it / largest).max(LEAST)));
        let start: Vec<f64> = start.collect();
        let weights =
            |point: &[f64]| -> Vec<f64> { point.iter().map(|it| libm::exp(*it)).collect() };
        let aim = self.rule.gap.powi(2) * count(self.desired.len());
        let left = self.rule.evaluations - used;
        let residuals = |point: &[f64]| -> Result<Option<Vec<f64>>, ComputeError> {
            Ok(correlations(&weights(point))?.map(|it| self.differences(&it)))
        };
        let fit = fit(&start, aim, left, residuals)?;
        Ok(Found {
            point: weights(&fit.point),
            value: fit.squares,
            evaluations: used + fit.evaluations,
            is_at_rest: true,
        })
    }

    /// What was found, by family.
    pub(super) fn families(
        &self,
        found: &Optimum,
        families: &[&Siblings<'_>],
    ) -> Result<Vec<Weighed>, ComputeError> {
        let total: f64 = found.correlations.iter().sum();
        let children = found.correlations.iter().zip(&self.desired);
        let children: Vec<Vec<Parameter>> = children
            .map(|(correlation, desired)| {
                vec![
                    Parameter::new("correlation", *correlation),
                    Parameter::new("desired", *desired),
                    Parameter::new("obtained", correlation / total),
                ]
            })
            .collect();
        let lists = divided(&found.weights, families).into_iter();
        let lists = lists.zip(divided(&children, families)).zip(families);
        lists
            .map(|((weights, children), family)| {
                let findings = Findings {
                    measures: vec![
                        Parameter::new("gap", found.gap),
                        Parameter::new("evaluations", f64::from(found.evaluations)),
                    ],
                    children,
                    rows: rows_with_any(&self.columns),
                    ..Findings::default()
                };
                Weighed::computed(&weights, findings).map_err(|fault| family.fault(fault))
            })
            .collect()
    }
}

/// The weights that were found, and what they lead to.
pub(super) struct Optimum {
    weights: Vec<f64>,
    correlations: Vec<f64>,
    gap: f64,
    evaluations: u32,
}
