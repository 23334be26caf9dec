//! What the rules share that take one average of a column: for all units, or in groups of them.

use std::collections::BTreeMap;

use super::Fill;
use super::together::Gaps;
use crate::dataset::Parameter;
use crate::error::{ComputeError, Fault};
use crate::numbers::count;
use crate::steps::Scope;

/// Fills the gaps with an average of the scope, in the groups of a grouping where one is given.
pub(super) fn fill(
    gaps: &Gaps<'_>,
    scope: &Scope,
    grouping: Option<&str>,
    average: fn(&[f64]) -> Option<f64>,
) -> Result<Vec<Fill>, ComputeError> {
    let mut fills = Vec::new();
    for &column in gaps.targets() {
        let mut known: Option<(usize, Averages<'_>)> = None;
        for (period, unit) in gaps.open(column) {
            let is_known = |(of, _): &(usize, Averages<'_>)| scope.is_fixed() || *of == period;
            if !known.as_ref().is_some_and(is_known) {
                known = Some((
                    period,
                    averages(gaps, column, (scope, period), grouping, average)?,
                ));
            }
            let found = known.as_ref().map(|(_, averages)| averages);
            let found = found.zip(group_of(gaps, unit, grouping));
            let Some((value, n)) = found.and_then(|(averages, group)| averages.get(group)) else {
                continue;
            };
            fills.push(Fill {
                column,
                period,
                unit,
                value: *value,
                parameters: vec![Parameter::new("figures", count(*n))],
            });
        }
    }
    Ok(fills)
}

/// The average of every group, and of how many figures it is.
type Averages<'a> = BTreeMap<&'a str, (f64, usize)>;

fn averages<'a>(
    gaps: &Gaps<'a>,
    column: usize,
    (scope, period): (&Scope, usize),
    grouping: Option<&str>,
    average: fn(&[f64]) -> Option<f64>,
) -> Result<Averages<'a>, ComputeError> {
    let mut groups: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    if let Some(source) = gaps.column(column) {
        let cells = scope.cells(source, gaps.periods(), period);
        let units = gaps.units().len();
        for (row, (&value, _)) in cells
            .values
            .iter()
            .zip(cells.present)
            .enumerate()
            .filter(|(_, (_, present))| **present)
        {
            if let Some(group) = group_of(gaps, row % units, grouping) {
                groups.entry(group).or_default().push(value);
            }
        }
    }
    let averages = groups.into_iter().map(|(group, values)| {
        let value = average(&values).filter(|it| it.is_finite());
        let place = (column, Some(period), None);
        let value = value.ok_or_else(|| gaps.error(place, Fault::NotFinite))?;
        Ok((group, (value, values.len())))
    });
    averages.collect()
}

/// The group of a unit; the same for all where there is no grouping.
fn group_of<'a>(gaps: &Gaps<'a>, unit: usize, grouping: Option<&str>) -> Option<&'a str> {
    let Some(grouping) = grouping else {
        return Some("");
    };
    gaps.units()
        .get(unit)?
        .groups
        .get(grouping)
        .map(String::as_str)
}
