//! What the kernels are given: figures that look random and are the same in every run.

use yanzhi_engine::{Frame, FrameBuilder, Framework, Indicator, Method, Node, Unit};

/// A frame without missing figures.
pub(crate) fn frame(periods: usize, units: usize, indicators: usize) -> Frame {
    let mut builder = FrameBuilder::new(
        (0..periods).map(|period| period.to_string()).collect(),
        (0..units).map(|unit| Unit::new(unit.to_string())).collect(),
        (0..indicators)
            .map(|it| Indicator::new(it.to_string()))
            .collect(),
    )
    .expect("axes are distinct");
    let mut state = 1_u32;
    for period in 0..periods {
        for unit in 0..units {
            for indicator in 0..indicators {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let value = f64::from(state >> 8);
                builder
                    .set(period, unit, indicator, value)
                    .expect("a new cell");
            }
        }
    }
    builder.build()
}

/// Dimensions of five indicators each, or all indicators directly under the index. No two siblings in
/// turn weigh the same.
pub(crate) fn framework(indicators: usize, in_dimensions: bool) -> Framework {
    let mut nodes = vec![Node::root("index")];
    for (indicator, weight) in (0..indicators).zip([1.0, 2.0, 1.5].into_iter().cycle()) {
        let dimension = format!("d{}", indicator / 5);
        let parent = if in_dimensions {
            dimension.clone()
        } else {
            "index".to_owned()
        };
        if in_dimensions && indicator % 5 == 0 {
            nodes.push(Node::branch(dimension, "index", 1.0));
        }
        nodes.push(Node::leaf(indicator.to_string(), parent, weight));
    }
    Framework::new(nodes).expect("a tree")
}

pub(crate) fn method(text: &str) -> Method {
    toml::from_str(text).expect("a method")
}

/// Normalises to 1–100 and aggregates by a rule.
pub(crate) fn normalised(aggregate: &str) -> Method {
    method(&format!(
        "[[steps]]\nstep = 'normalise'\nrule = 'min_max'\nlower = 1\n\
         [[steps]]\nstep = 'aggregate'\nrule = '{aggregate}'\ndata_threshold = 0.6\n"
    ))
}
