//! The rank of each unit with the interval in which it stays: a line a unit, best first.

use anyhow::anyhow;
use plotters::prelude::{Circle, Color as _, PathElement, Rectangle};

use super::{
    CAPTION, Canvas, Caption, DATA, LINE, PALE, SEAL, SOFT, caption, draw, label_around,
    label_before, points, width_of, width_of_caption,
};

/// How sure one rank is.
#[derive(Clone, Debug)]
pub(crate) struct RankInterval {
    /// The unit's name.
    pub(crate) label: String,
    /// Its rank by the method as it stands.
    pub(crate) nominal: u32,
    /// The 5th percentile of its ranks.
    pub(crate) low: f64,
    /// Their median.
    pub(crate) median: f64,
    /// The 95th percentile.
    pub(crate) high: f64,
}

const ROW: i32 = 24;
const TOP: i32 = CAPTION + 32;
const PLOT: i32 = 640;

/// Draws the intervals, in the order given.
pub(crate) fn rank_intervals(words: Caption<'_>, rows: &[RankInterval]) -> anyhow::Result<String> {
    let widest = rows
        .iter()
        .map(|row| width_of(&row.label, 13))
        .max()
        .unwrap_or(0);
    let left = widest + 32;
    let worst = rows
        .iter()
        .map(|row| row.high)
        .fold(1.0, f64::max)
        .max(f64::from(u32::try_from(rows.len())?));
    let height = TOP + ROW * i32::try_from(rows.len())? + 24;
    let width = (left + PLOT + 32).max(width_of_caption(words));
    let size = (u32::try_from(width)?, u32::try_from(height)?);
    let across = |rank: f64| left + points((rank - 1.0) / (worst - 1.0).max(1.0) * f64::from(PLOT));
    draw(size, |page| {
        caption(page, words)?;
        axis(page, worst, height - 16, across)?;
        for (place, row) in (0..).zip(rows) {
            line(page, row, TOP + ROW * place + ROW / 2, left, across)?;
        }
        Ok(())
    })
}

fn axis(
    page: &Canvas<'_>,
    worst: f64,
    bottom: i32,
    across: impl Fn(f64) -> i32,
) -> anyhow::Result<()> {
    let step = (worst / 10.0).ceil().max(1.0);
    let ranks = std::iter::successors(Some(1.0), |rank| Some(rank + step))
        .take_while(|rank| *rank <= worst);
    for rank in ranks {
        let x = across(rank);
        let rule = PathElement::new(vec![(x, TOP - 8), (x, bottom)], LINE.stroke_width(1));
        page.draw(&rule).map_err(|error| anyhow!("{error}"))?;
        let name = format!("{rank:.0}");
        page.draw_text(&name, &label_around(12, PALE), (x, TOP - 20))
            .map_err(|error| anyhow!("{error}"))?;
    }
    Ok(())
}

fn line(
    page: &Canvas<'_>,
    row: &RankInterval,
    y: i32,
    left: i32,
    across: impl Fn(f64) -> i32,
) -> anyhow::Result<()> {
    page.draw_text(&row.label, &label_before(13), (left - 12, y))
        .map_err(|error| anyhow!("{error}"))?;
    let span = [(across(row.low) - 4, y - 6), (across(row.high) + 4, y + 6)];
    let span = Rectangle::new(span, SOFT.filled());
    page.draw(&span).map_err(|error| anyhow!("{error}"))?;
    let median = across(row.median);
    let median = PathElement::new(vec![(median, y - 8), (median, y + 8)], DATA.stroke_width(3));
    page.draw(&median).map_err(|error| anyhow!("{error}"))?;
    let nominal = Circle::new((across(f64::from(row.nominal)), y), 4, SEAL.filled());
    page.draw(&nominal).map_err(|error| anyhow!("{error}"))
}
