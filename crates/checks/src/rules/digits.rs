//! Patterns that figures of a measurement rarely have. Each has innocent reasons, so each is a question.

use yanzhi_formula::Cell;
use yanzhi_kernel::Text;

use crate::{
    check::Bounds,
    finding::{Remark, shown},
    run::{Cells, value},
};

fn please_look() -> Text {
    Text::new(
        "请留意数据来源；这种情况常有正常原因（如四舍五入、按计划数填列），不说明数据有误",
        "please look where the figures come from; there are often good reasons (rounding, planned amounts), and nothing is \
         wrong with them by this alone",
    )
}

/// Many figures of one report end in 0 or 5. Of measured ones a fifth would.
pub(crate) fn preferred<C: Cells>(
    (decimals, percent, at_least): (u8, f64, usize),
    at: &[&Cell],
    cells: &C,
) -> Option<Remark> {
    let digits: Vec<(&Cell, char)> = at
        .iter()
        .filter_map(|cell| Some((*cell, last_digit(value(cells, cell)?, decimals)?)))
        .collect();
    let round: Vec<Cell> = digits
        .iter()
        .filter(|(_, digit)| matches!(digit, '0' | '5'))
        .map(|(cell, _)| (*cell).clone())
        .collect();
    if digits.len() < at_least {
        return None;
    }
    let share = 100.0 * counted(round.len()) / counted(digits.len());
    (share > percent).then(|| {
        let (of, all, number) = (round.len(), digits.len(), shown(share));
        Remark {
            cells: round,
            value: Some(share),
            expected: Bounds {
                least: None,
                most: Some(percent),
            },
            message: Text::new(
                format!("{all} 个数中有 {of} 个（{number}%）以 0 或 5 结尾，一般约 20%"),
                format!("{of} of {all} figures ({number} %) end in 0 or 5; about 20 % is usual"),
            ),
            remedy: please_look(),
        }
    })
}

/// The digit at a decimal, of a number that has one: 0 has none.
fn last_digit(number: f64, decimals: u8) -> Option<char> {
    let text = format!("{number:.*}", usize::from(decimals));
    let says_something = text.contains(|it: char| ('1'..='9').contains(&it));
    text.chars().last().filter(|_| says_something)
}

fn counted(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::from(u32::MAX), f64::from)
}

/// The same figure for so many periods in a row.
pub(crate) fn repeated<C: Cells>(times: u32, at: &Cell, cells: &C) -> Option<Remark> {
    let found = value(cells, at).filter(|it| it.abs() > 0.0)?;
    let mut same = vec![at.clone()];
    let mut period = at.period;
    while same.len() < usize::try_from(times).ok()? {
        period = period.previous()?;
        let before = Cell {
            period,
            ..at.clone()
        };
        if value(cells, &before)?.total_cmp(&found).is_ne() {
            return None;
        }
        same.push(before);
    }
    let number = shown(found);
    Some(Remark {
        cells: same,
        value: Some(found),
        expected: Bounds::default(),
        message: Text::new(
            format!("自 {period} 起连续 {times} 期均为 {number}"),
            format!("{number} for {times} periods in a row, from {period} on"),
        ),
        remedy: please_look(),
    })
}
