//! Pictures as SVG, where one says more than a table: they stay sharp in print and their text can be read by
//! programs. Everything drawn is also in the table, the CSV and the JSON.

mod bars;
mod heat_map;
mod rank_intervals;
mod rank_shifts;

use anyhow::{Context as _, anyhow};
use plotters::{
    coord::Shift,
    prelude::{
        DrawingArea, IntoDrawingArea as _, IntoFont as _, RGBColor, SVGBackend, TextStyle, WHITE,
    },
    style::text_anchor::{HPos, Pos, VPos},
};

pub(crate) use bars::{Bar, bars};
pub(crate) use heat_map::heat_map;
pub(crate) use rank_intervals::{RankInterval, rank_intervals};
pub(crate) use rank_shifts::{RankShift, rank_shifts};

/// What a picture says of itself.
#[derive(Clone, Copy)]
pub(crate) struct Caption<'a> {
    /// What it shows.
    pub(crate) title: &'a str,
    /// How it is read.
    pub(crate) note: &'a str,
    /// The mark of generated figures.
    pub(crate) mark: Option<&'a str>,
    /// Who is not in it for want of a rank.
    pub(crate) unranked: Option<&'a str>,
}

/// The height of a caption.
const CAPTION: i32 = 92;

const INK: RGBColor = RGBColor(0x16, 0x21, 0x2d);
const LINE: RGBColor = RGBColor(0xdf, 0xe4, 0xea);
const PALE: RGBColor = RGBColor(0x5f, 0x6b, 0x78);
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

/// Writes the caption at the head of the page.
fn caption(page: &Canvas<'_>, caption: Caption<'_>) -> anyhow::Result<()> {
    let lines = [
        (caption.title, 18, INK, 14),
        (caption.note, 12, PALE, 40),
        (caption.unranked.unwrap_or_default(), 12, INK, 56),
        (caption.mark.unwrap_or_default(), 12, SEAL, 72),
    ];
    for (text, size, colour, y) in lines {
        let style = (FONT, size).into_font().color(&colour);
        page.draw_text(text, &style, (16, y))
            .map_err(|error| anyhow!("{error}"))?;
    }
    Ok(())
}

/// The width that a caption needs.
fn width_of_caption(caption: Caption<'_>) -> i32 {
    let lines = [
        (caption.title, 18),
        (caption.note, 12),
        (caption.unranked.unwrap_or_default(), 12),
        (caption.mark.unwrap_or_default(), 12),
    ];
    let widths = lines.iter().map(|(text, size)| width_of(text, *size));
    widths.max().unwrap_or(0) + 32
}

/// A label that ends at its place, half above it and half below.
fn label_before(size: i32) -> TextStyle<'static> {
    let style: TextStyle<'static> = (FONT, size).into_font().color(&INK);
    style.pos(Pos::new(HPos::Right, VPos::Center))
}

/// A label in the middle of its place.
fn label_around(size: i32, colour: RGBColor) -> TextStyle<'static> {
    let style: TextStyle<'static> = (FONT, size).into_font().color(&colour);
    style.pos(Pos::new(HPos::Center, VPos::Center))
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
        let caption = Caption {
            title: "相关系数",
            note: "×100",
            mark: Some("演示数据"),
            unranked: Some("not ranked: D"),
        };
        let bar = |label: &str, interval| Bar {
            label: label.into(),
            value: 0.4,
            interval,
        };
        let shift = |label: &str, before, after| RankShift {
            label: label.into(),
            before,
            after,
        };
        let interval = |label: &str, nominal, low, high| RankInterval {
            label: label.into(),
            nominal,
            low,
            median: low,
            high,
        };
        let groups = [
            ("RD", vec![bar("A<B", Some((0.1, 0.9)))]),
            ("", vec![bar("C", None)]),
        ];
        let pictures = [
            heat_map(caption, &labels, &|row, column| {
                (row != column).then_some(-0.5)
            }),
            bars(caption, &groups),
            rank_intervals(
                caption,
                &[interval("RD", 1, 1.0, 2.0), interval("A<B", 2, 1.5, 2.0)],
            ),
            rank_shifts(
                caption,
                &[shift("RD", 1, 2), shift("A<B", 2, 1), shift("C", 2, 2)],
            ),
        ];
        for picture in pictures {
            let svg = picture.unwrap();
            assert!(svg.starts_with("<svg") && svg.trim_end().ends_with("</svg>"));
            assert!(svg.contains("演示数据"), "the mark goes with the picture");
            assert!(svg.contains("not ranked: D"), "nobody is dropped silently");
            assert!(svg.contains("RD") && svg.contains("A&lt;B") && !svg.contains("A<B"));
        }
    }
}
