//! The linear programmes of the units, and what comes of them.

use std::sync::Arc;

use super::super::report::WeightScope;
use super::super::rule::{Findings, Siblings, Weighed, rows_with_any};
use super::{BenefitOfTheDoubt, Frontier, ShareOf};
use crate::column::Column;
use crate::dataset::Parameter;
use crate::error::{ComputeError, Fault};
use crate::linear_programme::{LinearProgramme, Outcome, Variable};
use crate::numbers::count;
use crate::steps::aggregate::UnitWeights;

/// How far from full marks, as a share of them, a unit on the frontier may come out.
const ON_FRONTIER: f64 = 1e-9;

/// One unit in one period: its scores by child.
#[derive(Debug, Clone)]
struct Row {
    period: usize,
    unit: usize,
    scores: Vec<Option<f64>>,
}

impl Row {
    fn has_any(&self) -> bool {
        self.scores.iter().any(Option::is_some)
    }
}

pub(super) fn weigh(
    rule: &BenefitOfTheDoubt,
    siblings: &Siblings<'_>,
) -> Result<Weighed, ComputeError> {
    siblings.refuse_negative(&WeightScope::AllPeriods)?;
    let rows = rows(siblings);
    let bounds: Vec<(f64, f64)> = siblings.children.iter().map(|it| rule.bounds(it)).collect();
    let periods = siblings.site.periods.len();
    let frontiers: Vec<Limits> = match rule.frontier {
        Frontier::AllPeriods => vec![Limits::of(&rows.iter().collect::<Vec<_>>())],
        Frontier::Period => (0..periods)
            .map(|period| {
                let own = rows.iter().filter(|row| row.period == period);
                Limits::of(&own.collect::<Vec<_>>())
            })
            .collect(),
    };
    let tasks: Vec<(&Row, &Limits)> = rows
        .iter()
        .filter(|row| row.has_any())
        .filter_map(|row| Some((row, frontiers.get(row.period).or(frontiers.first())?)))
        .collect();
    let (children, share_of) = (&siblings.children, rule.share_of);
    let solved = siblings.site.workers.map(tasks, |(row, limits)| {
        let programme = Programme {
            row,
            limits,
            bounds: &bounds,
            children,
            share_of,
        };
        Ok((row, programme.solve(rule.scale)))
    })?;
    let mut best = Vec::with_capacity(solved.len());
    for (row, weights) in solved {
        let weights =
            weights.map_err(|fault| siblings.fault_at(Some(row.period), Some(row.unit), fault))?;
        best.push((row, weights));
    }
    collect(rule, siblings, &best)
}

fn rows(siblings: &Siblings<'_>) -> Vec<Row> {
    let units = siblings.site.units.len();
    let cells = (0..siblings.site.periods.len())
        .flat_map(|period| (0..units).map(move |unit| (period, unit)));
    cells
        .map(|(period, unit)| Row {
            period,
            unit,
            scores: siblings
                .columns
                .iter()
                .map(|it| it.get(period, unit))
                .collect(),
        })
        .collect()
}

/// What nobody may exceed: the largest score of each child, their means, and the units that no other
/// matches in everything, each score over the largest. The programmes are solved in these units.
struct Limits {
    largest: Vec<f64>,
    means: Vec<f64>,
    units: Vec<Vec<f64>>,
}

impl Limits {
    fn of(rows: &[&Row]) -> Self {
        let children = rows.first().map_or(0, |row| row.scores.len());
        let cells = |child: usize| {
            let cells = rows
                .iter()
                .filter_map(move |row| row.scores.get(child).copied().flatten());
            cells.collect::<Vec<f64>>()
        };
        let columns: Vec<Vec<f64>> = (0..children).map(cells).collect();
        let largest: Vec<f64> = columns
            .iter()
            .map(|it| it.iter().copied().fold(0.0, f64::max))
            .collect();
        let scaled = |scores: &[Option<f64>]| -> Vec<f64> {
            let cells = scores.iter().zip(&largest);
            cells
                .map(|(score, most)| over(score.unwrap_or_default(), *most))
                .collect()
        };
        let all: Vec<Vec<f64>> = rows.iter().map(|row| scaled(&row.scores)).collect();
        let means = columns.iter().zip(&largest).map(|(cells, most)| {
            let sum: f64 = cells.iter().map(|it| over(*it, *most)).sum();
            sum / count(cells.len().max(1))
        });
        Self {
            means: means.collect(),
            units: unmatched(&all),
            largest,
        }
    }
}

/// A score over the largest; 0 where that is 0.
fn over(score: f64, largest: f64) -> f64 {
    if largest > 0.0 { score / largest } else { 0.0 }
}

/// The rows that no other row matches or exceeds everywhere; of equal rows the first. The others limit
/// nothing that these do not.
fn unmatched(rows: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let matches = |x: &[f64], y: &[f64]| x.iter().zip(y).all(|(x, y)| x >= y);
    let mut kept: Vec<&Vec<f64>> = Vec::new();
    for row in rows {
        if kept.iter().any(|it| matches(it, row)) {
            continue;
        }
        kept.retain(|it| !matches(row, it));
        kept.push(row);
    }
    kept.into_iter().cloned().collect()
}

/// The programme of one unit.
struct Programme<'a> {
    row: &'a Row,
    limits: &'a Limits,
    bounds: &'a [(f64, f64)],
    children: &'a [&'a str],
    share_of: ShareOf,
}

/// A child the unit has: its place, its score over the largest, its weight in the programme.
type Term = (usize, f64, Variable);

impl Programme<'_> {
    /// The weights of the children the unit has, by child.
    fn solve(&self, scale: f64) -> Result<Vec<Option<f64>>, Fault> {
        let mut programme = LinearProgramme::maximise();
        let scores = self.row.scores.iter().zip(&self.limits.largest).enumerate();
        let terms: Vec<Term> = scores
            .filter_map(|(child, (score, most))| {
                let score = over((*score)?, *most);
                Some((child, score, programme.variable(score, 0.0, f64::INFINITY)))
            })
            .collect();
        for unit in &self.limits.units {
            let row = terms.iter().map(|(child, _, it)| (*it, at(unit, *child)));
            programme.at_most(&row.collect::<Vec<_>>(), 1.0);
        }
        self.bound(&mut programme, &terms);
        let reason = |reason: String| Fault::NoWeights { reason };
        let found = match programme.solve() {
            Ok(Outcome::Optimal(found)) => found,
            Ok(Outcome::Infeasible) => return Err(reason("they contradict each other".to_owned())),
            Ok(Outcome::Unbounded) => return Err(Fault::NotFinite),
            Err(error) => return Err(reason(error.to_string())),
        };
        let highest = terms.iter().map(|it| it.1).fold(0.0, f64::max);
        let has_scores = highest > 0.0;
        if has_scores && found.objective <= ON_FRONTIER * highest {
            return Err(reason(self.why_nothing(&terms)));
        }
        let weights: Vec<f64> = terms
            .iter()
            .map(|(child, _, it)| {
                let weight = if has_scores {
                    found.value(*it).max(0.0)
                } else {
                    1.0 / count(terms.len())
                };
                scale * weight
                    / Some(at(&self.limits.largest, *child))
                        .filter(|it| *it > 0.0)
                        .unwrap_or(1.0)
            })
            .collect();
        let mut all = vec![None; self.row.scores.len()];
        for ((child, ..), weight) in terms.iter().zip(weights) {
            if let Some(place) = all.get_mut(*child) {
                *place = Some(weight);
            }
        }
        Ok(all)
    }

    /// What shares are taken of, by child.
    fn reference(&self, (child, score, _): &Term) -> f64 {
        match self.share_of {
            ShareOf::Unit => *score,
            ShareOf::Mean => at(&self.limits.means, *child),
        }
    }

    /// `least · Σ w·x ≤ w·x ≤ most · Σ w·x` for every child.
    fn bound(&self, programme: &mut LinearProgramme, terms: &[Term]) {
        if terms.len() < 2 {
            return;
        }
        for own in terms {
            let (least, most) = self.bounds.get(own.0).copied().unwrap_or((0.0, 1.0));
            let row = |share: f64| -> Vec<(Variable, f64)> {
                let all = terms.iter().map(|it| (it.2, -share * self.reference(it)));
                all.chain([(own.2, self.reference(own))]).collect()
            };
            if least > 0.0 {
                programme.at_least(&row(least), 0.0);
            }
            if most < 1.0 {
                programme.at_most(&row(most), 0.0);
            }
        }
    }

    /// Why a unit that has scores gets nothing from them.
    fn why_nothing(&self, terms: &[Term]) -> String {
        let must = |child: usize| self.bounds.get(child).map_or(0.0, |it| it.0);
        let name = |child: usize| self.children.get(child).copied().unwrap_or_default();
        let empty = terms
            .iter()
            .find(|it| must(it.0) > 0.0 && self.reference(it) <= 0.0);
        empty.map_or_else(
            || "the children it has may not make up the whole of its score".to_owned(),
            |(child, ..)| {
                format!(
                    "its score in {0} is 0, and {0} must be {1} of it",
                    name(*child),
                    must(*child)
                )
            },
        )
    }
}

fn at(values: &[f64], place: usize) -> f64 {
    values.get(place).copied().unwrap_or_default()
}

/// The weights of all units as columns, and their report.
fn collect(
    rule: &BenefitOfTheDoubt,
    siblings: &Siblings<'_>,
    best: &[(&Row, Vec<Option<f64>>)],
) -> Result<Weighed, ComputeError> {
    let (periods, units) = (siblings.site.periods.len(), siblings.site.units.len());
    let mut columns = vec![Column::missing(periods, units); siblings.children.len()];
    let mut shares: Vec<Vec<f64>> = vec![Vec::new(); columns.len()];
    let mut frontier = 0;
    for (row, weights) in best {
        let mass: f64 = weights.iter().flatten().sum();
        let score: f64 = weights
            .iter()
            .zip(&row.scores)
            .filter_map(|(w, x)| Some((*w)? * (*x)?))
            .sum();
        frontier += usize::from((score / rule.scale - 1.0).abs() <= ON_FRONTIER);
        for ((column, share), weight) in columns.iter_mut().zip(&mut shares).zip(weights) {
            if let Some(weight) = weight {
                column.fill(row.period, row.unit, *weight);
            }
            share.push(weight.unwrap_or_default() / mass);
        }
    }
    let mean = |shares: &Vec<f64>| shares.iter().sum::<f64>() / count(shares.len().max(1));
    let means: Vec<f64> = shares.iter().map(mean).collect();
    let extent = |shares: &Vec<f64>| {
        let least = shares.iter().copied().fold(1.0, f64::min);
        let most = shares.iter().copied().fold(0.0, f64::max);
        vec![Parameter::new("least", least), Parameter::new("most", most)]
    };
    let findings = Findings {
        measures: vec![Parameter::new("on_frontier", count(frontier))],
        children: shares.iter().map(extent).collect(),
        rows: rows_with_any(&siblings.cells(&WeightScope::AllPeriods)),
        ..Findings::default()
    };
    let weighed = Weighed::computed(&means, findings).map_err(|fault| siblings.fault(fault))?;
    let full_marks = rule.scale;
    let own = columns.into_iter().map(|weights| {
        Arc::new(UnitWeights {
            weights,
            full_marks,
        })
    });
    let own = Some(own.collect());
    Ok(Weighed { own, ..weighed })
}
