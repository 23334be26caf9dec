//! Figures far from the median of others, by the modified z-score of Iglewicz and Hoaglin (1993).

use yanzhi_formula::Cell;
use yanzhi_kernel::Text;

use crate::{
    check::{Among, Bounds, Compared},
    finding::{Remark, range, shown},
    robust::{Spread, spread},
    run::{Cells, value},
};

/// Periods looked back at.
const BACK: usize = 20;

pub(crate) fn far_out<C: Cells>(
    (among, of): (Among, Compared),
    (limit, at_least): (f64, usize),
    at: &Cell,
    cells: &C,
) -> Option<Remark> {
    let found = compared(of, at, cells)?;
    let others: Vec<f64> = match among {
        Among::OwnHistory => earlier(at)
            .filter_map(|it| compared(of, &it, cells))
            .collect(),
        Among::Peers => {
            let peer = |unit: &yanzhi_kernel::Code| Cell {
                unit: unit.clone(),
                ..at.clone()
            };
            let peers = cells.peers(&at.unit).iter().map(peer);
            peers.filter_map(|it| compared(of, &it, cells)).collect()
        }
    };
    let Spread { median, deviation } = spread(&others).filter(|_| others.len() >= at_least)?;
    let score = (found - median) / deviation;
    (score.abs() > limit).then(|| {
        let expected = Bounds {
            least: Some(median - limit * deviation),
            most: Some(median + limit * deviation),
        };
        let message = message((among, of), (found, median), others.len(), expected);
        Remark {
            cells: vec![at.clone()],
            value: Some(found),
            expected,
            message,
            remedy: Text::new(
                "核对数值和计量单位；属实的说明原因",
                "check the number and its measure unit; if it is right, say why",
            ),
        }
    })
}

fn message(
    (among, of): (Among, Compared),
    (found, median): (f64, f64),
    count: usize,
    expected: Bounds,
) -> Text {
    let (others_zh, others_en) = match among {
        Among::OwnHistory => ("本单位以往", "earlier ones of this unit"),
        Among::Peers => ("同组单位", "those of its peers"),
    };
    let (of_zh, of_en, sign) = match of {
        Compared::Level => ("", "", ""),
        Compared::Change => ("增速 ", "a change of ", "%"),
    };
    let (zh, en) = range(expected);
    let (found, median) = (shown(found), shown(median));
    Text::new(
        format!(
            "{of_zh}{found}{sign} 与{others_zh} {count} 个数的中位数 {median}{sign} 相差较大，一般在 {zh}"
        ),
        format!(
            "{of_en}{found}{sign} is far from {median}{sign}, the median of {count} {others_en}; usual is {en}"
        ),
    )
}

/// The cells of the periods before, the latest first.
fn earlier(at: &Cell) -> impl Iterator<Item = Cell> {
    let periods = std::iter::successors(at.period.previous(), |it| it.previous());
    let at = at.clone();
    periods.take(BACK).map(move |period| Cell {
        period,
        ..at.clone()
    })
}

fn compared<C: Cells>(of: Compared, at: &Cell, cells: &C) -> Option<f64> {
    let now = value(cells, at)?;
    match of {
        Compared::Level => Some(now),
        Compared::Change => {
            let before = Cell {
                period: at.period.previous()?,
                ..at.clone()
            };
            let before = value(cells, &before).filter(|it| *it > 0.0)?;
            Some((now - before) / before * 100.0).filter(|it| it.is_finite())
        }
    }
}
