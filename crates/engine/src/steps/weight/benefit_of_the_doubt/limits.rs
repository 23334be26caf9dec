//! The units of the frontier: whom nobody's weights may lift above full marks.

use super::super::rule::Siblings;
use crate::numbers::count;

/// One unit in one period: its scores by child.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) period: usize,
    pub(super) unit: usize,
    pub(super) scores: Vec<Option<f64>>,
}

impl Row {
    pub(super) fn has_any(&self) -> bool {
        self.scores.iter().any(Option::is_some)
    }
}

pub(super) fn rows(siblings: &Siblings<'_>) -> Vec<Row> {
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
pub(super) struct Limits {
    pub(super) largest: Vec<f64>,
    pub(super) means: Vec<f64>,
    pub(super) units: Vec<Vec<f64>>,
}

impl Limits {
    pub(super) fn of(rows: &[&Row]) -> Self {
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
pub(super) fn over(score: f64, largest: f64) -> f64 {
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

pub(super) fn at(values: &[f64], place: usize) -> f64 {
    values.get(place).copied().unwrap_or_default()
}
