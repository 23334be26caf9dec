//! Pictures as SVG, where one says more than a table: they stay sharp in print and their text can be read by
//! programs. Everything drawn is also in the table, the CSV and the JSON.

mod heat_map;

use anyhow::{Context as _, anyhow};
use plotters::{
    coord::Shift,
    prelude::{DrawingArea, IntoDrawingArea as _, RGBColor, SVGBackend, WHITE},
};

pub(crate) use heat_map::heat_map;

const INK: RGBColor = RGBColor(0x16, 0x21, 0x2d);
const LINE: RGBColor = RGBColor(0xdf, 0xe4, 0xea);
const DATA: RGBColor = RGBColor(0x3a, 0x71, 0xad);
const SEAL: RGBColor = RGBColor(0xa5, 0x28, 0x1f);

const FONT: &str = "Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif";

type Canvas<'a> = DrawingArea<SVGBackend<'a>, Shift>;

/// Draws on an empty page of a size; the result is the text of an SVG file.
fn draw(
    size: (u32, u32),
    picture: impl FnOnce(&Canvas<'_>) -> anyhow::Result<()>,
) -> anyhow::Result<String> {
    let mut text = String::new();
    {
        let page = SVGBackend::with_string(&mut text, size).into_drawing_area();
        page.fill(&WHITE).map_err(|error| anyhow!("{error}"))?;
        picture(&page)?;
        page.present()
            .map_err(|error| anyhow!("{error}"))
            .context("the picture cannot be finished")?;
    }
    Ok(text)
}

/// A place on the page that certainly fits: pages are a few thousand points wide and high.
fn points(value: f64) -> i32 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "rounded to a point of the page"
    )]
    let point = value.clamp(-1e6, 1e6).round() as i32;
    point
}

/// How wide a text is drawn, roughly: Chinese characters are twice as wide as Latin ones.
fn width_of(text: &str, size: u32) -> i32 {
    let cells = unicode_width::UnicodeWidthStr::width(text);
    points(f64::from(u32::try_from(cells).unwrap_or(u32::MAX)) * f64::from(size) * 0.56)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_picture_shows_its_names_and_escapes_them() {
        let labels = ["RD".to_owned(), "A<B".to_owned()];
        let pictures = [heat_map("相关系数", &labels, &|row, column| {
            (row != column).then_some(-0.5)
        })];
        for picture in pictures {
            let svg = picture.unwrap();
            assert!(svg.starts_with("<svg") && svg.trim_end().ends_with("</svg>"));
            assert!(svg.contains("RD") && svg.contains("A&lt;B") && !svg.contains("A<B"));
        }
    }
}
