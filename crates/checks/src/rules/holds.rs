//! A condition over indicators.

use yanzhi_formula::{Cell, Expression};
use yanzhi_kernel::Text;

use crate::{
    check::Bounds,
    finding::{Remark, shown},
    run::{Cells, value},
};

/// Figures named in a message at most.
const MOST: usize = 8;

pub(crate) fn condition<C: Cells>(
    condition: &Expression,
    name: &Text,
    at: &[&Cell],
    cells: &C,
) -> Option<Remark> {
    let first = at.first()?;
    let outcome = condition.holds(&first.unit, first.period, cells);
    if outcome.value.unwrap_or(true) {
        return None;
    }
    let named: Vec<Cell> = condition
        .readings()
        .iter()
        .filter(|it| it.levels == 0)
        .filter_map(|reading| {
            Some(Cell {
                indicator: reading.indicator.clone(),
                unit: first.unit.clone(),
                period: first.period.shifted(-reading.months)?,
            })
        })
        .collect();
    let figures: Vec<String> = named
        .iter()
        .filter_map(|cell| {
            let number = shown(value(cells, cell)?);
            Some(format!("{} {} = {number}", cell.indicator, cell.period))
        })
        .take(MOST)
        .collect();
    let mut all: Vec<Cell> = at.iter().map(|cell| (*cell).clone()).collect();
    all.extend(named);
    let mut seen = std::collections::BTreeSet::new();
    all.retain(|cell| seen.insert(cell.clone()));
    let Text { zh, en } = name;
    Some(Remark {
        cells: all,
        value: None,
        expected: Bounds::default(),
        message: Text::new(
            format!("不满足“{zh}”（{condition}）：{}", figures.join("，")),
            format!(
                "\"{en}\" does not hold ({condition}): {}",
                figures.join(", ")
            ),
        ),
        remedy: Text::new(
            "核对这些数值是否同一口径、同一计量单位；属实的说明原因",
            "check whether these figures are of one caliber and measure unit; if they are right, say why",
        ),
    })
}
