//! Groups of bars, each with its interval where it has one, such as the shares of assumptions in a variance.

use anyhow::anyhow;
use plotters::{
    prelude::{Color as _, IntoFont as _, PathElement, Rectangle, TextStyle},
    style::text_anchor::{HPos, Pos, VPos},
};

use super::{
    CAPTION, Canvas, Caption, DATA, FONT, INK, LINE, PALE, SOFT, caption, draw, label_before,
    points, width_of, width_of_caption,
};

/// A value, with its interval where it has one.
#[derive(Clone, Debug)]
pub(crate) struct Bar {
    /// What the value is of.
    pub(crate) label: String,
    /// The value.
    pub(crate) value: f64,
    /// The ends of its interval.
    pub(crate) interval: Option<(f64, f64)>,
}

impl Bar {
    fn highest(&self) -> f64 {
        self.interval
            .map_or(self.value, |(_, high)| high.max(self.value))
    }
}

const ROW: i32 = 22;
const PLOT: i32 = 520;

/// Draws the groups one below the other on one scale, which begins at 0.
pub(crate) fn bars(words: Caption<'_>, groups: &[(&str, Vec<Bar>)]) -> anyhow::Result<String> {
    let all = || groups.iter().flat_map(|(_, bars)| bars);
    let widest = all().map(|bar| width_of(&bar.label, 13)).max().unwrap_or(0);
    let left = widest + 40;
    let most = all()
        .map(Bar::highest)
        .fold(0.0, f64::max)
        .clamp(1e-9, 1e12);
    let rows = groups.iter().map(|(_, bars)| bars.len() + 2).sum::<usize>();
    let size = (
        u32::try_from((left + PLOT + 96).max(width_of_caption(words)))?,
        u32::try_from(CAPTION + ROW * i32::try_from(rows)?)?,
    );
    let across = |value: f64| left + points(value.clamp(0.0, most) / most * f64::from(PLOT));
    draw(size, |page| {
        caption(page, words)?;
        let mut y = CAPTION;
        for (name, bars) in groups {
            let small: TextStyle<'_> = (FONT, 13).into_font().color(&PALE);
            page.draw_text(name, &small, (16, y))
                .map_err(|error| anyhow!("{error}"))?;
            y += ROW;
            for bar in bars {
                one(page, bar, y, left, &across)?;
                y += ROW;
            }
            y += ROW;
        }
        Ok(())
    })
}

fn one(
    page: &Canvas<'_>,
    bar: &Bar,
    y: i32,
    left: i32,
    across: &impl Fn(f64) -> i32,
) -> anyhow::Result<()> {
    let middle = y + ROW / 2 - 1;
    page.draw_text(&bar.label, &label_before(13), (left - 12, middle))
        .map_err(|error| anyhow!("{error}"))?;
    let body = [(left, y + 3), (across(bar.value), y + ROW - 5)];
    page.draw(&Rectangle::new(body, SOFT.filled()))
        .map_err(|error| anyhow!("{error}"))?;
    if let Some((low, high)) = bar.interval {
        let whisker = vec![(across(low), middle), (across(high), middle)];
        page.draw(&PathElement::new(whisker, DATA.stroke_width(2)))
            .map_err(|error| anyhow!("{error}"))?;
    }
    let base = vec![(left, y), (left, y + ROW)];
    page.draw(&PathElement::new(base, LINE.stroke_width(1)))
        .map_err(|error| anyhow!("{error}"))?;
    let style: TextStyle<'_> = (FONT, 13).into_font().color(&INK);
    let style = style.pos(Pos::new(HPos::Left, VPos::Center));
    let at = (across(bar.highest()) + 8, middle);
    page.draw_text(&format!("{:.3}", bar.value), &style, at)
        .map_err(|error| anyhow!("{error}"))
}
