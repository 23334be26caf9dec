//! Makes checks at cells.

use std::collections::BTreeMap;

use yanzhi_formula::{Cell, Figures};
use yanzhi_kernel::{Code, Period, UnitKind};

use crate::{
    check::{Applies, Check, Rule},
    finding::{Finding, Remark},
    rules::{bounds, digits, holds, outlier, sums},
};

/// What checks look at: figures of one caliber, reported or about to be, and who stands beside whom.
pub trait Cells: Figures {
    /// The kind of a unit; `None` where there is no such unit.
    fn kind(&self, unit: &Code) -> Option<UnitKind>;

    /// The units that a unit is fairly compared with, without itself, in a fixed order.
    fn peers(&self, unit: &Code) -> &[Code];
}

/// The value at a cell, if there is one.
pub(crate) fn value<C: Cells>(cells: &C, at: &Cell) -> Option<f64> {
    let figure = cells.figure(&at.indicator, &at.unit, at.period)?;
    figure.value.filter(|it| it.is_finite())
}

/// Makes every check at the cells it applies to. Findings come in the order of the checks, then of the cells.
pub fn run<C: Cells>(checks: &[Check], at: &[Cell], cells: &C) -> Vec<Finding> {
    let mut at: Vec<&Cell> = at.iter().collect();
    at.sort_unstable();
    at.dedup();
    let of_check = |check| {
        let remarks = remarks(check, &at, cells);
        remarks.into_iter().map(move |remark| remark.of(check))
    };
    checks.iter().flat_map(of_check).collect()
}

fn remarks<C: Cells>(check: &Check, at: &[&Cell], cells: &C) -> Vec<Remark> {
    let chosen = at
        .iter()
        .copied()
        .filter(|cell| check.applies.to(cell, cells));
    match &check.rule {
        Rule::Holds { condition } => by_report(chosen)
            .into_values()
            .filter_map(|at| holds::condition(condition, &check.name, &at, cells))
            .collect(),
        Rule::DigitPreference {
            decimals,
            percent,
            figures,
        } => {
            let pattern = (*decimals, *percent, at_least(*figures));
            by_report(chosen)
                .into_values()
                .filter_map(|at| digits::preferred(pattern, &at, cells))
                .collect()
        }
        _ => chosen
            .filter_map(|cell| of_cell(&check.rule, cell, cells))
            .collect(),
    }
}

fn at_least(figures: u32) -> usize {
    usize::try_from(figures).unwrap_or(usize::MAX)
}

/// What is looked at together: the figures of a unit for a period.
fn by_report<'c>(
    at: impl Iterator<Item = &'c Cell>,
) -> BTreeMap<(&'c Code, Period), Vec<&'c Cell>> {
    let mut reports: BTreeMap<_, Vec<&Cell>> = BTreeMap::new();
    for cell in at {
        reports
            .entry((&cell.unit, cell.period))
            .or_default()
            .push(cell);
    }
    reports
}

fn of_cell<C: Cells>(rule: &Rule, at: &Cell, cells: &C) -> Option<Remark> {
    match rule {
        Rule::Range(bounds) => bounds::range(*bounds, at, cells),
        Rule::Required => bounds::required(at, cells),
        Rule::SumOfParts { parts, sum } => sums::of_parts(parts, *sum, at, cells),
        Rule::SumOfChildren { unit_kind, sum } => sums::of_children(*unit_kind, *sum, at, cells),
        Rule::Ratio { to, bounds } => bounds::ratio(to, *bounds, at, cells),
        Rule::Change { months, bounds } => bounds::change(*months, *bounds, at, cells),
        Rule::Outlier {
            among,
            of,
            limit,
            figures,
        } => outlier::far_out((*among, *of), (*limit, at_least(*figures)), at, cells),
        Rule::Repeated { times } => digits::repeated(*times, at, cells),
        Rule::DigitPreference { .. } | Rule::Holds { .. } => None,
    }
}

impl Applies {
    /// Whether a check is made at a cell.
    fn to<C: Cells>(&self, cell: &Cell, cells: &C) -> bool {
        let period = cell.period;
        let is_of_kind = || {
            cells
                .kind(&cell.unit)
                .is_some_and(|kind| self.unit_kinds.contains(&kind))
        };
        self.indicators.contains(&cell.indicator)
            && (self.units.is_empty() || self.units.contains(&cell.unit))
            && (self.unit_kinds.is_empty() || is_of_kind())
            && (self.period_kinds.is_empty() || self.period_kinds.contains(&period.kind()))
            && self
                .from
                .is_none_or(|from| period.months().start() >= from.months().start())
            && self
                .until
                .is_none_or(|until| period.months().end() <= until.months().end())
    }
}
