//! What the unit tests share: a frame from a table, a method from its text.

use crate::{Frame, FrameBuilder, Framework, Index, Indicator, Method, Node, Unit, compute};

/// The figures of one period: rows are units `A`, `B`, …, columns the named indicators.
pub(crate) type Rows<'a> = &'a [&'a [Option<f64>]];

/// A frame of periods `2021`, `2022`, … An indicator's name with a `-` before it is better when lower.
pub(crate) fn frame(indicators: &[&str], periods: &[Rows<'_>]) -> Frame {
    let units = periods[0].len();
    let units = (b'A'..).take(units).map(|code| Unit::new(char::from(code)));
    let mut builder = FrameBuilder::new(
        (2021..)
            .take(periods.len())
            .map(|year: u32| year.to_string())
            .collect(),
        units.collect(),
        indicators.iter().map(|code| indicator(code)).collect(),
    )
    .unwrap();
    for (period, rows) in periods.iter().enumerate() {
        for (unit, row) in rows.iter().enumerate() {
            for (indicator, value) in row.iter().enumerate() {
                if let Some(value) = value {
                    builder.set(period, unit, indicator, *value).unwrap();
                }
            }
        }
    }
    builder.build()
}

fn indicator(code: &str) -> Indicator {
    match code.strip_prefix('-') {
        Some(code) => Indicator::new(code).lower_is_better(),
        None => Indicator::new(code),
    }
}

/// An index directly above its indicators, each with its weight.
pub(crate) fn flat(leaves: &[(&str, f64)]) -> Framework {
    let leaves = leaves
        .iter()
        .map(|(code, weight)| Node::leaf(*code, "index", *weight));
    Framework::new(std::iter::once(Node::root("index")).chain(leaves).collect()).unwrap()
}

pub(crate) fn method(text: &str) -> Method {
    toml::from_str(text).unwrap()
}

/// Figures that are scores already, averaged under a threshold.
pub(crate) fn average(frame: &Frame, framework: &Framework, more: &str) -> Index {
    let text = format!("[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'\n{more}");
    compute(frame, framework, &method(&text)).unwrap()
}
