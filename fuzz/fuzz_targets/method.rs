//! Any text is a method, or an error that says where: never a panic. A method that is sound computes, or says
//! why not, and no score is a NaN; written out and read again it is the same.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use yanzhi_engine::{Frame, FrameBuilder, Framework, Indicator, Method, Node, Unit, compute};

const CODES: [&str; 5] = ["RD", "GDP", "ENERGY", "STAFF", "SAME"];

/// Three years, four units; a gap, a zero, a negative, a huge number and a column that never varies.
static FRAME: LazyLock<Frame> = LazyLock::new(|| {
    let units = ["A", "B", "C", "D"].map(|code| {
        let mut unit = Unit::new(code);
        unit.groups.insert("group".into(), if code < "C" { "X" } else { "Y" }.into());
        unit
    });
    let indicators = CODES.map(|code| match code {
        "ENERGY" => Indicator::new(code).lower_is_better(),
        _ => Indicator::new(code),
    });
    let periods = ["2021", "2022", "2023"].map(String::from);
    let mut frame = FrameBuilder::new(periods.to_vec(), units.to_vec(), indicators.to_vec()).unwrap();
    let rows = [[2.1, 100.0, 0.4, 5.0, 1.0], [0.0, 80.0, 0.3, -2.0, 1.0], [9.9, 0.0, 0.9, 1e300, 1.0], [3.0, 55.0, 0.5, 7.0, 1.0]];
    for period in 0..3 {
        for (unit, row) in rows.iter().enumerate() {
            for (indicator, value) in row.iter().enumerate() {
                if (period, unit, indicator) != (1, 3, 0) {
                    frame.set(period, unit, indicator, value + period as f64).unwrap();
                }
            }
        }
    }
    frame.build()
});

static FRAMEWORK: LazyLock<Framework> = LazyLock::new(|| {
    Framework::new(vec![
        Node::root("index"),
        Node::branch("INPUT", "index", 2.0),
        Node::leaf("RD", "INPUT", 1.0),
        Node::leaf("STAFF", "INPUT", 0.5),
        Node::branch("OUTPUT", "index", 1.0),
        Node::leaf("ENERGY", "OUTPUT", 1.0),
        Node::leaf("SAME", "OUTPUT", 0.0),
    ])
    .unwrap()
});

fuzz_target!(|text: &str| {
    let Ok(method) = toml::from_str::<Method>(text) else { return };
    let written = serde_json::to_value(&method).expect("a method can be written");
    if let Ok(again) = Method::from_value(written) {
        assert_eq!(again, method);
    }
    let Ok(index) = compute(&FRAME, &FRAMEWORK, &method) else { return };
    for period in 0..index.periods().len() {
        for node in 0..index.nodes().len() {
            for unit in 0..index.units().len() {
                assert!(index.score(period, node, unit).is_none_or(f64::is_finite));
            }
        }
        for unit in 0..index.units().len() {
            index.explain(period, unit);
        }
    }
});
