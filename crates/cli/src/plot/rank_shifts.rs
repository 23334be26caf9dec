//! The rank of each unit before and after: a line a unit, between two columns of ranks.

use std::collections::BTreeMap;

use anyhow::anyhow;
use plotters::{
    prelude::{Color as _, IntoFont as _, PathElement, RGBColor, TextStyle},
    style::text_anchor::{HPos, Pos, VPos},
};

use super::{
    CAPTION, Canvas, Caption, DATA, FONT, INK, LINE, SEAL, caption, draw, label_before, width_of,
    width_of_caption,
};

/// The ranks of one unit.
#[derive(Clone, Debug)]
pub(crate) struct RankShift {
    /// The unit's name.
    pub(crate) label: String,
    /// Before.
    pub(crate) before: u32,
    /// After.
    pub(crate) after: u32,
}

const ROW: i32 = 22;
const PLOT: i32 = 280;

/// Draws the shifts. Units that share a rank share a line of text. The colours go by the order among the units
/// shown: nobody gains by another's having no rank any more.
pub(crate) fn rank_shifts(words: Caption<'_>, shifts: &[RankShift]) -> anyhow::Result<String> {
    let before = labels(shifts, |it| it.before);
    let after = labels(shifts, |it| it.after);
    let widest = |labels: &BTreeMap<u32, String>| {
        let widths = labels.values().map(|label| width_of(label, 13));
        widths.max().unwrap_or(0)
    };
    let left = widest(&before) + 32;
    let width = left + PLOT + widest(&after) + 40;
    let last = [&before, &after].map(|it| it.keys().next_back().copied().unwrap_or(1));
    let rows = i32::try_from(last.into_iter().max().unwrap_or(1))?;
    let height = |rank: u32| {
        let rank = i32::try_from(rank).unwrap_or(rows);
        CAPTION + ROW * rank - ROW / 2
    };
    let size = (
        u32::try_from(width.max(width_of_caption(words)))?,
        u32::try_from(CAPTION + ROW * rows + 16)?,
    );
    draw(size, |page| {
        caption(page, words)?;
        for shift in shifts {
            let ends = vec![
                (left, height(shift.before)),
                (left + PLOT, height(shift.after)),
            ];
            let line = PathElement::new(ends, colour(shift, shifts).stroke_width(2));
            page.draw(&line).map_err(|error| anyhow!("{error}"))?;
        }
        write(page, &before, &label_before(13), |rank| {
            (left - 10, height(rank))
        })?;
        let style: TextStyle<'_> = (FONT, 13).into_font().color(&INK);
        let style = style.pos(Pos::new(HPos::Left, VPos::Center));
        write(page, &after, &style, |rank| {
            (left + PLOT + 10, height(rank))
        })
    })
}

fn colour(shift: &RankShift, all: &[RankShift]) -> RGBColor {
    let ahead = |rank: fn(&RankShift) -> u32| {
        let own = rank(shift);
        all.iter().filter(|it| rank(it) < own).count()
    };
    match ahead(|it| it.after).cmp(&ahead(|it| it.before)) {
        std::cmp::Ordering::Less => DATA,
        std::cmp::Ordering::Equal => LINE,
        std::cmp::Ordering::Greater => SEAL,
    }
}

/// What stands at each rank.
fn labels(shifts: &[RankShift], rank: impl Fn(&RankShift) -> u32) -> BTreeMap<u32, String> {
    let mut found: BTreeMap<u32, String> = BTreeMap::new();
    for shift in shifts {
        let place = rank(shift);
        let text = found.entry(place).or_insert_with(|| place.to_string());
        text.push(' ');
        text.push_str(&shift.label);
    }
    found
}

fn write(
    page: &Canvas<'_>,
    labels: &BTreeMap<u32, String>,
    style: &TextStyle<'_>,
    place: impl Fn(u32) -> (i32, i32),
) -> anyhow::Result<()> {
    for (rank, label) in labels {
        page.draw_text(label, style, place(*rank))
            .map_err(|error| anyhow!("{error}"))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_gains_by_anothers_having_no_rank_any_more() {
        let shift = |before, after| RankShift {
            label: String::new(),
            before,
            after,
        };
        // The unit at rank 1 has none after.
        let up = [shift(2, 1), shift(3, 2), shift(4, 3)];
        assert!(up.iter().all(|it| colour(it, &up) == LINE));
        let swapped = [shift(2, 2), shift(3, 1)];
        assert_eq!(colour(&swapped[0], &swapped), SEAL);
        assert_eq!(colour(&swapped[1], &swapped), DATA);
    }
}
