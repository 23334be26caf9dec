//! A figure, a ratio or a rate between a least and a most.

use yanzhi_formula::Cell;
use yanzhi_kernel::{Code, Text};

use crate::{
    check::Bounds,
    finding::{Remark, range as told, shown},
    run::{Cells, value},
};

pub(crate) fn range<C: Cells>(bounds: Bounds, at: &Cell, cells: &C) -> Option<Remark> {
    let found = value(cells, at).filter(|it| !bounds.hold(*it))?;
    let (zh, en) = told(bounds);
    let number = shown(found);
    Some(Remark {
        cells: vec![at.clone()],
        value: Some(found),
        expected: bounds,
        message: Text::new(
            format!("填报 {number}，应为 {zh}"),
            format!("{number} was reported, and {en} is expected"),
        ),
        remedy: Text::new(
            "核对数值、小数点和计量单位",
            "check the number, its decimal point and its measure unit",
        ),
    })
}

pub(crate) fn required<C: Cells>(at: &Cell, cells: &C) -> Option<Remark> {
    value(cells, at).is_none().then(|| Remark {
        cells: vec![at.clone()],
        value: None,
        expected: Bounds::default(),
        message: Text::new("没有填报", "nothing was reported"),
        remedy: Text::new(
            "填写数值；确无数据的选择原因",
            "report it, or say why there is none",
        ),
    })
}

pub(crate) fn ratio<C: Cells>(to: &Code, bounds: Bounds, at: &Cell, cells: &C) -> Option<Remark> {
    let other = Cell {
        indicator: to.clone(),
        ..at.clone()
    };
    let (above, below) = (value(cells, at)?, value(cells, &other)?);
    let ratio = Some(above / below).filter(|it| it.is_finite() && !bounds.hold(*it))?;
    let (zh, en) = told(bounds);
    let (above, below, number) = (shown(above), shown(below), shown(ratio));
    Some(Remark {
        cells: vec![at.clone(), other],
        value: Some(ratio),
        expected: bounds,
        message: Text::new(
            format!("与 {to} 之比为 {above} ÷ {below} = {number}，应为 {zh}"),
            format!("in relation to {to} it is {above} ÷ {below} = {number}, and {en} is expected"),
        ),
        remedy: Text::new(
            "核对两个数值及其计量单位",
            "check both figures and their measure units",
        ),
    })
}

pub(crate) fn change<C: Cells>(
    months: i32,
    bounds: Bounds,
    at: &Cell,
    cells: &C,
) -> Option<Remark> {
    let earlier = Cell {
        period: at.period.shifted(-months)?,
        ..at.clone()
    };
    let (now, before) = (value(cells, at)?, value(cells, &earlier)?);
    // From a base of 0 or below there is no rate.
    let rate = Some((now - before) / before * 100.0).filter(|it| before > 0.0 && it.is_finite())?;
    if bounds.hold(rate) {
        return None;
    }
    let (zh, en) = told(bounds);
    let (now, before, number, period) = (shown(now), shown(before), shown(rate), earlier.period);
    Some(Remark {
        cells: vec![at.clone(), earlier],
        value: Some(rate),
        expected: bounds,
        message: Text::new(
            format!("由 {period} 的 {before} 变为 {now}，增长 {number}%，应为 {zh}（%）"),
            format!("from {before} in {period} to {now} is {number} %, and {en} (%) is expected"),
        ),
        remedy: Text::new(
            "核对本期和上期的数值、口径与计量单位；属实的说明原因",
            "check the figures of both periods, their caliber and measure unit; if they are right, say why",
        ),
    })
}
