//! A whole against its parts.

use yanzhi_formula::Cell;
use yanzhi_kernel::{Code, Text, UnitKind};

use crate::{
    check::{Bounds, Relation, Sum},
    finding::{Remark, shown},
    run::{Cells, value},
};

pub(crate) fn of_parts<C: Cells>(parts: &[Code], sum: Sum, at: &Cell, cells: &C) -> Option<Remark> {
    let part = |indicator: &Code| Cell {
        indicator: indicator.clone(),
        ..at.clone()
    };
    let of = ("分项".to_owned(), "the parts".to_owned());
    compare(sum, at, parts.iter().map(part).collect(), of, cells)
}

pub(crate) fn of_children<C: Cells>(
    kind: Option<UnitKind>,
    sum: Sum,
    at: &Cell,
    cells: &C,
) -> Option<Remark> {
    let children = cells.children(&at.unit).iter();
    let chosen = children.filter(|child| kind.is_none_or(|kind| child.kind == kind));
    let cell = |unit: &Code| Cell {
        unit: unit.clone(),
        ..at.clone()
    };
    let of = ("下级单位".to_owned(), "the units below".to_owned());
    compare(
        sum,
        at,
        chosen.map(|child| cell(&child.unit)).collect(),
        of,
        cells,
    )
}

/// A whole and the cells it is made of. Where one of them is missing, nothing can be said.
fn compare<C: Cells>(
    sum: Sum,
    at: &Cell,
    parts: Vec<Cell>,
    (zh, en): (String, String),
    cells: &C,
) -> Option<Remark> {
    let whole = value(cells, at)?;
    let values: Option<Vec<f64>> = parts.iter().map(|part| value(cells, part)).collect();
    let total: f64 = values.filter(|it| !it.is_empty())?.iter().sum();
    // A sum in binary is off by less than this; what is off by it is equal in decimals.
    let slack = sum.tolerance + 1e-9 * whole.abs().max(total.abs());
    let expected = match sum.relation {
        Relation::Equal => Bounds {
            least: Some(total - sum.tolerance),
            most: Some(total + sum.tolerance),
        },
        Relation::AtLeast => Bounds {
            least: Some(total - sum.tolerance),
            most: None,
        },
    };
    let is_off = match sum.relation {
        Relation::Equal => (whole - total).abs() > slack,
        Relation::AtLeast => whole < total - slack,
    };
    let difference = whole - total;
    is_off.then(|| {
        let (whole, total, difference) = (shown(whole), shown(total), shown(difference));
        let (must_zh, must_en) = match sum.relation {
            Relation::Equal => ("应相等", "should be equal"),
            Relation::AtLeast => ("合计不应超过总数", "should be no more than the whole"),
        };
        let mut all = vec![at.clone()];
        all.extend(parts);
        Remark {
            cells: all,
            value: value(cells, at),
            expected,
            message: Text::new(
                format!("总数 {whole}，{zh}合计 {total}，相差 {difference}：{must_zh}"),
                format!("the whole is {whole}, the sum of {en} {total}, a difference of {difference}: they {must_en}"),
            ),
            remedy: Text::new(
                "核对总数和各项；口径不同的说明原因",
                "check the whole and each part; where calibers differ, say so",
            ),
        }
    })
}
