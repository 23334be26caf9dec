//! Random figures and weights, and the frames, trees and methods made of them.

use proptest::prelude::*;
use yanzhi_engine::{
    Frame, FrameBuilder, Framework, Index, Indicator, Method, Node, Unit, compute,
};

/// Figures by period, unit and indicator; two indicators in each of the dimensions.
pub(crate) type Figures = Vec<Vec<Vec<Option<f64>>>>;

pub(crate) const INDICATORS: usize = 6;

/// Two to four periods, two to nine units; most figures are there.
pub(crate) fn figures(least: f64, most: f64) -> impl Strategy<Value = Figures> {
    let cell = prop_oneof![1 => Just(None), 6 => (least..most).prop_map(Some)];
    (2_usize..5, 2_usize..10).prop_flat_map(move |(periods, units)| {
        let unit = prop::collection::vec(cell.clone(), INDICATORS);
        prop::collection::vec(prop::collection::vec(unit, units), periods)
    })
}

pub(crate) fn weights() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(0.1..5.0, INDICATORS + 3)
}

/// The frame of the figures with its units and indicators in a given order. Indicators 1, 3 and 5 are
/// better when lower.
pub(crate) fn frame_in_order(figures: &Figures, units: &[usize], indicators: &[usize]) -> Frame {
    let indicator = |it: &usize| match it % 2 {
        0 => Indicator::new(format!("i{it}")),
        _ => Indicator::new(format!("i{it}")).lower_is_better(),
    };
    let mut builder = FrameBuilder::new(
        (0..figures.len())
            .map(|period| format!("{}", 2020 + period))
            .collect(),
        units
            .iter()
            .map(|unit| Unit::new(format!("u{unit}")))
            .collect(),
        indicators.iter().map(indicator).collect(),
    )
    .unwrap();
    for (period, rows) in figures.iter().enumerate() {
        for (row, unit) in units.iter().enumerate() {
            for (column, indicator) in indicators.iter().enumerate() {
                if let Some(value) = rows[*unit][*indicator] {
                    builder.set(period, row, column, value).unwrap();
                }
            }
        }
    }
    builder.build()
}

pub(crate) fn frame(figures: &Figures) -> Frame {
    let units: Vec<usize> = (0..figures[0].len()).collect();
    frame_in_order(figures, &units, &[0, 1, 2, 3, 4, 5])
}

pub(crate) fn framework(weights: &[f64]) -> Framework {
    let mut nodes = vec![Node::root("index")];
    for dimension in 0..3 {
        let code = format!("d{dimension}");
        nodes.push(Node::branch(
            &code,
            "index",
            weights[INDICATORS + dimension],
        ));
        for indicator in [2 * dimension, 2 * dimension + 1] {
            nodes.push(Node::leaf(
                format!("i{indicator}"),
                &code,
                weights[indicator],
            ));
        }
    }
    Framework::new(nodes).unwrap()
}

/// Goalposts that every figure lies between; no score is 0.
pub(crate) const GOALPOSTS: &str =
    "[[steps]]\nstep = 'normalise'\nrule = 'goalposts'\nlow = -1\nhigh = 1001\nscale = 90\n";

pub(crate) const MIN_MAX: &str =
    "[[steps]]\nstep = 'normalise'\nrule = 'min_max'\nscope = 'all_periods'\n";

pub(crate) fn method(normalise: &str, aggregate: &str) -> Method {
    let aggregate =
        format!("[[steps]]\nstep = 'aggregate'\nrule = '{aggregate}'\ndata_threshold = 0.5\n");
    toml::from_str(&(normalise.to_owned() + &aggregate)).unwrap()
}

/// The index, or nothing where a column has no range (every figure missing or one alone).
pub(crate) fn index(frame: &Frame, framework: &Framework, method: &Method) -> Option<Index> {
    compute(frame, framework, method).ok()
}

pub(crate) fn bytes(index: &Index) -> Vec<u8> {
    let mut bytes = Vec::new();
    index.write_canonical(&mut bytes).unwrap();
    bytes
}
