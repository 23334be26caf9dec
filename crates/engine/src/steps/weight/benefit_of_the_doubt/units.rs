//! Every unit's programme solved, and what comes of them together.

use std::sync::Arc;

use super::super::report::WeightScope;
use super::super::rule::{Findings, Siblings, Weighed, rows_with_any};
use super::limits::{Limits, Row, rows};
use super::programme::{ON_FRONTIER, Programme};
use super::{BenefitOfTheDoubt, Frontier};
use crate::column::Column;
use crate::dataset::Parameter;
use crate::error::ComputeError;
use crate::numbers::count;
use crate::steps::aggregate::UnitWeights;

/// A unit in a period with the weights of its children.
type Judged<'a> = (&'a Row, Vec<Option<f64>>);

pub(super) fn weigh(
    rule: &BenefitOfTheDoubt,
    siblings: &Siblings<'_>,
) -> Result<Weighed, ComputeError> {
    siblings.refuse_negative(&WeightScope::AllPeriods)?;
    let rows = rows(siblings);
    let judged = judged(rule, siblings, &rows)?;
    let shares = shares(&judged, siblings.children.len());
    let score = |(row, weights): &Judged<'_>| -> f64 {
        let terms = weights.iter().zip(&row.scores);
        terms.filter_map(|(w, x)| Some((*w)? * (*x)?)).sum()
    };
    let is_full = |it: &&Judged<'_>| (score(it) / rule.scale - 1.0).abs() <= ON_FRONTIER;
    let on_frontier = count(judged.iter().filter(is_full).count());
    let findings = Findings {
        measures: vec![Parameter::new("on_frontier", on_frontier)],
        children: shares.iter().map(|it| extent(it)).collect(),
        rows: rows_with_any(&siblings.cells(&WeightScope::AllPeriods)),
        ..Findings::default()
    };
    let mean = |shares: &Vec<f64>| shares.iter().sum::<f64>() / count(shares.len().max(1));
    let means: Vec<f64> = shares.iter().map(mean).collect();
    let weighed = Weighed::computed(&means, findings).map_err(|fault| siblings.fault(fault))?;
    let own = Some(columns(rule, siblings, &judged));
    Ok(Weighed { own, ..weighed })
}

/// The weights of every unit that has any of the children.
fn judged<'r>(
    rule: &BenefitOfTheDoubt,
    siblings: &Siblings<'_>,
    rows: &'r [Row],
) -> Result<Vec<Judged<'r>>, ComputeError> {
    let bounds: Vec<(f64, f64)> = siblings.children.iter().map(|it| rule.bounds(it)).collect();
    let of = |period: Option<usize>| {
        let own = rows
            .iter()
            .filter(|row| period.is_none_or(|it| row.period == it));
        Limits::of(&own.collect::<Vec<_>>())
    };
    let frontiers: Vec<Limits> = match rule.frontier {
        Frontier::AllPeriods => vec![of(None)],
        Frontier::Period => (0..siblings.site.periods.len())
            .map(|it| of(Some(it)))
            .collect(),
    };
    let limits = |row: &Row| frontiers.get(row.period).or(frontiers.first());
    let tasks = rows.iter().filter(|row| row.has_any());
    let tasks: Vec<(&Row, &Limits)> = tasks.filter_map(|row| Some((row, limits(row)?))).collect();
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
    let named = solved.into_iter().map(|(row, weights)| {
        let place = (Some(row.period), Some(row.unit));
        let weights = weights.map_err(|fault| siblings.fault_at(place.0, place.1, fault));
        Ok((row, weights?))
    });
    named.collect()
}

/// For every child, its share in the weights of each unit.
fn shares(judged: &[Judged<'_>], children: usize) -> Vec<Vec<f64>> {
    let mut shares: Vec<Vec<f64>> = vec![Vec::with_capacity(judged.len()); children];
    for (_, weights) in judged {
        let mass: f64 = weights.iter().flatten().sum();
        for (share, weight) in shares.iter_mut().zip(weights) {
            share.push(weight.unwrap_or_default() / mass);
        }
    }
    shares
}

fn extent(shares: &[f64]) -> Vec<Parameter> {
    let least = shares.iter().copied().fold(1.0, f64::min);
    let most = shares.iter().copied().fold(0.0, f64::max);
    vec![Parameter::new("least", least), Parameter::new("most", most)]
}

/// The weights of all units, by child.
fn columns(
    rule: &BenefitOfTheDoubt,
    siblings: &Siblings<'_>,
    judged: &[Judged<'_>],
) -> Vec<Arc<UnitWeights>> {
    let (periods, units) = (siblings.site.periods.len(), siblings.site.units.len());
    let mut columns = vec![Column::missing(periods, units); siblings.children.len()];
    for (row, weights) in judged {
        for (column, weight) in columns.iter_mut().zip(weights) {
            if let Some(weight) = weight {
                column.fill(row.period, row.unit, *weight);
            }
        }
    }
    let full_marks = rule.scale;
    let own = columns.into_iter();
    own.map(|weights| {
        Arc::new(UnitWeights {
            weights,
            full_marks,
        })
    })
    .collect()
}
