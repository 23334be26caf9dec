//! Pictures as SVG, where one says more than a table: they stay sharp in print and their text can be read by
//! programs. Everything drawn is also in the table, the CSV and the JSON.

mod bars;
mod heat_map;
mod rank_intervals;

use anyhow::{Context as _, anyhow};
use plotters::{
    coord::Shift,
    prelude::{DrawingArea, IntoDrawingArea as _, RGBColor, SVGBackend, WHITE},
};

pub(crate) use bars::{Bar, bars};
pub(crate) use heat_map::heat_map;
pub(crate) use rank_intervals::{RankInterval, rank_intervals};

const INK: RGBColor = RGBColor(0x16, 0x21, 0x2d);
const PALE: RGBColor = RGBColor(0x5f, 0x6b, 0x78);
const LINE: RGBColor = RGBColor(0xdf, 0xe4, 0xea);
const DATA: RGBColor = RGBColor(0x3a, 0x71, 0xad);
const SOFT: RGBColor = RGBColor(0xc9, 0xda, 0xeb);
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
        let intervals = [
            RankInterval {
                label: "海曙区".into(),
                nominal: 1,
                low: 1.0,
                median: 1.0,
                high: 2.0,
            },
            RankInterval {
                label: "A<B".into(),
                nominal: 2,
                low: 1.0,
                median: 2.0,
                high: 2.0,
            },
        ];
        let bar = |label: &str, value| Bar {
            label: label.into(),
            value,
            low: value - 0.1,
            high: value + 0.1,
        };
        let groups = [
            ("首阶", vec![bar("weights", 0.4)]),
            ("总效应", vec![bar("weights", 0.6)]),
        ];
        let labels = ["RD".to_owned(), "A<B".to_owned()];
        let pictures = [
            rank_intervals("位次区间", &intervals),
            bars("敏感性", &groups),
            heat_map("相关系数", &labels, &|row, column| {
                (row != column).then_some(-0.5)
            }),
        ];
        for picture in pictures {
            let svg = picture.unwrap();
            assert!(svg.starts_with("<svg") && svg.trim_end().ends_with("</svg>"));
            assert!(!svg.contains("A<B"), "names are escaped");
        }
    }
}
