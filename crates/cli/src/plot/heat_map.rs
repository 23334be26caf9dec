//! A square of correlations: blue for positive, red for negative, the deeper the stronger.

use anyhow::anyhow;
use plotters::{
    prelude::{Color as _, FontTransform, IntoFont as _, RGBColor, Rectangle, TextStyle},
    style::text_anchor::{HPos, Pos, VPos},
};

use super::{
    CAPTION, Canvas, Caption, DATA, FONT, INK, LINE, SEAL, caption, draw, label_around,
    label_before, width_of, width_of_caption,
};

const CELL: i32 = 26;

/// Draws `value(row, column)` from −1 to 1; a missing value stays white with a line around it.
pub(crate) fn heat_map(
    words: Caption<'_>,
    labels: &[String],
    value: &dyn Fn(usize, usize) -> Option<f64>,
) -> anyhow::Result<String> {
    let widest = labels
        .iter()
        .map(|label| width_of(label, 12))
        .max()
        .unwrap_or(0);
    let (left, top) = (widest + 24, widest + CAPTION + 16);
    let square = CELL * i32::try_from(labels.len())?;
    let size = (
        u32::try_from((left + square + 24).max(width_of_caption(words)))?,
        u32::try_from(top + square + 24)?,
    );
    draw(size, |page| {
        caption(page, words)?;
        for (place, label) in (0..).zip(labels) {
            names(page, label, (left, top), place)?;
        }
        for (y, row) in (0..).zip(0..labels.len()) {
            for (x, column) in (0..).zip(0..labels.len()) {
                cell(page, (left + CELL * x, top + CELL * y), value(row, column))?;
            }
        }
        Ok(())
    })
}

/// The name of a row and of the column of the same number.
fn names(
    page: &Canvas<'_>,
    label: &str,
    (left, top): (i32, i32),
    place: i32,
) -> anyhow::Result<()> {
    let middle = CELL * place + CELL / 2;
    page.draw_text(label, &label_before(12), (left - 8, top + middle))
        .map_err(|error| anyhow!("{error}"))?;
    let upwards: TextStyle<'_> = (FONT, 12)
        .into_font()
        .transform(FontTransform::Rotate270)
        .color(&INK);
    let upwards = upwards.pos(Pos::new(HPos::Left, VPos::Center));
    page.draw_text(label, &upwards, (left + middle, top - 8))
        .map_err(|error| anyhow!("{error}"))
}

fn cell(page: &Canvas<'_>, (x, y): (i32, i32), value: Option<f64>) -> anyhow::Result<()> {
    let corners = [(x, y), (x + CELL - 1, y + CELL - 1)];
    let Some(value) = value else {
        let empty = Rectangle::new(corners, LINE.stroke_width(1));
        return page.draw(&empty).map_err(|error| anyhow!("{error}"));
    };
    let (colour, strength) = if value < 0.0 {
        (SEAL, -value)
    } else {
        (DATA, value)
    };
    let strength = strength.clamp(0.0, 1.0);
    page.draw(&Rectangle::new(corners, colour.mix(strength).filled()))
        .map_err(|error| anyhow!("{error}"))?;
    let ink = if strength > 0.6 {
        RGBColor(255, 255, 255)
    } else {
        INK
    };
    let number = format!("{:.0}", value * 100.0);
    let middle = (x + CELL / 2, y + CELL / 2);
    page.draw_text(&number, &label_around(9, ink), middle)
        .map_err(|error| anyhow!("{error}"))
}
