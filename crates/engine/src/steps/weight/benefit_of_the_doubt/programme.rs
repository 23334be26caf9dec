//! The linear programme of one unit.
//!
//! Most units limit nobody, so a programme begins with the unit itself and the best of each child, and
//! takes in the unit that its weights lift highest above full marks until there is none.

use super::ShareOf;
use super::limits::{Limits, Row, at, over};
use crate::error::Fault;
use crate::linear_programme::{LinearProgramme, Optimum, Outcome, Variable};
use crate::numbers::count;

/// A share of full marks below this is none, and a unit no further above them is not above.
pub(super) const ON_FRONTIER: f64 = 1e-9;
const ABOVE: f64 = 2e-10;

/// The programme of one unit.
pub(super) struct Programme<'a> {
    pub(super) row: &'a Row,
    pub(super) limits: &'a Limits,
    pub(super) bounds: &'a [(f64, f64)],
    pub(super) children: &'a [&'a str],
    pub(super) share_of: ShareOf,
}

/// A child the unit has: its place, and the unit's score over the largest.
type Term = (usize, f64);

impl Programme<'_> {
    /// The weights of the children the unit has, by child.
    pub(super) fn solve(&self, scale: f64) -> Result<Vec<Option<f64>>, Fault> {
        let scores = self.row.scores.iter().zip(&self.limits.largest).enumerate();
        let terms: Vec<Term> = scores
            .filter_map(|(child, (score, most))| Some((child, over((*score)?, *most))))
            .collect();
        let highest = terms.iter().map(|it| it.1).fold(0.0, f64::max);
        let weights = if highest > 0.0 {
            let found = self.best(&terms)?;
            if found.objective <= ON_FRONTIER * highest {
                let reason = self.why_nothing(&terms);
                return Err(Fault::NoWeights { reason });
            }
            found.values().iter().map(|it| it.max(0.0)).collect()
        } else {
            vec![1.0 / count(terms.len()); terms.len()]
        };
        let mut all = vec![None; self.row.scores.len()];
        for ((child, _), weight) in terms.iter().zip(weights) {
            let largest = at(&self.limits.largest, *child);
            let unit = if largest > 0.0 { largest } else { 1.0 };
            if let Some(place) = all.get_mut(*child) {
                *place = Some(scale * weight / unit);
            }
        }
        Ok(all)
    }

    /// The best weights under which nobody is above full marks.
    fn best(&self, terms: &[Term]) -> Result<Optimum, Fault> {
        let units = &self.limits.units;
        let most = |child: usize| {
            let best = |a: &&Vec<f64>, b: &&Vec<f64>| at(a, child).total_cmp(&at(b, child));
            units.iter().max_by(best)
        };
        let own: Vec<f64> = self.own();
        let mut kept: Vec<&Vec<f64>> = vec![&own];
        kept.extend(terms.iter().filter_map(|(child, _)| most(*child)));
        loop {
            let found = self.optimum(terms, &kept)?;
            let share = |unit: &Vec<f64>| -> f64 {
                let weighted = terms.iter().zip(found.values());
                weighted
                    .map(|((child, _), weight)| weight * at(unit, *child))
                    .sum()
            };
            let shares = units.iter().map(|unit| (share(unit), unit));
            let above = shares.max_by(|a, b| a.0.total_cmp(&b.0));
            let above = above.filter(|it| it.0 > 1.0 + ABOVE);
            match above.filter(|(_, unit)| !kept.iter().any(|it| std::ptr::eq(*it, *unit))) {
                Some((_, unit)) => kept.push(unit),
                None => return Ok(found),
            }
        }
    }

    /// The unit's own scores over the largest; 0 for a child it lacks.
    fn own(&self) -> Vec<f64> {
        let scores = self.row.scores.iter().zip(&self.limits.largest);
        scores
            .map(|(score, most)| over(score.unwrap_or_default(), *most))
            .collect()
    }

    fn optimum(&self, terms: &[Term], units: &[&Vec<f64>]) -> Result<Optimum, Fault> {
        let mut programme = LinearProgramme::maximise();
        let add = |(_, score): &Term| programme.variable(*score, 0.0, f64::INFINITY);
        let weights: Vec<Variable> = terms.iter().map(add).collect();
        for unit in units {
            let row = weights
                .iter()
                .zip(terms)
                .map(|(it, (child, _))| (*it, at(unit, *child)));
            programme.at_most(&row.collect::<Vec<_>>(), 1.0);
        }
        self.bound(&mut programme, terms, &weights);
        let reason = match programme.solve() {
            Ok(Outcome::Optimal(found)) => return Ok(found),
            Ok(Outcome::Infeasible) => "they contradict each other".to_owned(),
            Ok(Outcome::Unbounded) => return Err(Fault::NotFinite),
            Err(error) => error.to_string(),
        };
        Err(Fault::NoWeights { reason })
    }

    /// What shares are taken of, by child.
    fn reference(&self, (child, score): &Term) -> f64 {
        match self.share_of {
            ShareOf::Unit => *score,
            ShareOf::Mean => at(&self.limits.means, *child),
        }
    }

    /// `least · Σ w·x ≤ w·x ≤ most · Σ w·x` for every child.
    fn bound(&self, programme: &mut LinearProgramme, terms: &[Term], weights: &[Variable]) {
        if terms.len() < 2 {
            return;
        }
        for (own, weight) in terms.iter().zip(weights) {
            let (least, most) = self.bounds.get(own.0).copied().unwrap_or((0.0, 1.0));
            let row = |share: f64| -> Vec<(Variable, f64)> {
                let all = terms.iter().zip(weights);
                let all = all.map(|(it, weight)| (*weight, -share * self.reference(it)));
                all.chain([(*weight, self.reference(own))]).collect()
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
        let is_empty = |it: &&Term| must(it.0) > 0.0 && self.reference(it) <= 0.0;
        let Some((child, _)) = terms.iter().find(is_empty) else {
            return "the children it has may not make up the whole of its score".to_owned();
        };
        let (name, must) = (name(*child), must(*child));
        format!("its score in {name} is 0, and {name} must be {must} of it")
    }
}
