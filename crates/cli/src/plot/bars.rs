//! Groups of bars with the interval of each value, such as the shares of assumptions in a variance.

use anyhow::anyhow;
use plotters::prelude::{Color as _, IntoFont as _, PathElement, Rectangle, TextStyle};

use super::{Canvas, DATA, FONT, INK, LINE, PALE, SOFT, draw, points, width_of};

/// A value with its interval.
#[derive(Clone, Debug)]
pub(crate) struct Bar {
    /// What the value is of.
    pub(crate) label: String,
    /// The value.
    pub(crate) value: f64,
    /// The lower end of its interval.
    pub(crate) low: f64,
    /// The upper end.
    pub(crate) high: f64,
}

const ROW: i32 = 22;
const PLOT: i32 = 520;

/// Draws the groups one below the other on one scale, which begins at 0.
pub(crate) fn bars(title: &str, groups: &[(&str, Vec<Bar>)]) -> anyhow::Result<String> {
    let all = || groups.iter().flat_map(|(_, bars)| bars);
    let widest = all().map(|bar| width_of(&bar.label, 13)).max().unwrap_or(0);
    let left = widest + 40;
    let most = all()
        .map(|bar| bar.high.max(bar.value))
        .fold(0.1, f64::max)
        .min(1e6);
    let rows = groups.iter().map(|(_, bars)| bars.len() + 2).sum::<usize>();
    let size = (
        u32::try_from(left + PLOT + 96)?,
        u32::try_from(56 + ROW * i32::try_from(rows)?)?,
    );
    let across = |value: f64| left + points(value.clamp(0.0, most) / most * f64::from(PLOT));
    draw(size, |page| {
        let style = (FONT, 18).into_font().color(&INK);
        page.draw_text(title, &style, (16, 14))
            .map_err(|error| anyhow!("{error}"))?;
        let mut y = 56;
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
    let style: TextStyle<'_> = (FONT, 13).into_font().color(&INK);
    let at = (left - 16 - width_of(&bar.label, 13), y + 2);
    page.draw_text(&bar.label, &style, at)
        .map_err(|error| anyhow!("{error}"))?;
    let body = Rectangle::new(
        [(left, y + 3), (across(bar.value), y + ROW - 5)],
        SOFT.filled(),
    );
    page.draw(&body).map_err(|error| anyhow!("{error}"))?;
    let middle = y + ROW / 2 - 1;
    let whisker = vec![(across(bar.low), middle), (across(bar.high), middle)];
    page.draw(&PathElement::new(whisker, DATA.stroke_width(2)))
        .map_err(|error| anyhow!("{error}"))?;
    let base = vec![(left, y), (left, y + ROW)];
    page.draw(&PathElement::new(base, LINE.stroke_width(1)))
        .map_err(|error| anyhow!("{error}"))?;
    let number = format!("{:.2}", bar.value);
    let at = (across(bar.high.max(bar.value)) + 8, y + 2);
    page.draw_text(&number, &style, at)
        .map_err(|error| anyhow!("{error}"))
}
