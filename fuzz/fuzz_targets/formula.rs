//! Any text is an expression, or a fault with its place: never a panic. An expression comes to a finite number, or says
//! why not, in bounded time.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use yanzhi_formula::{Child, Definition, Expression, Figure, Figures, Graph};
use yanzhi_kernel::{Code, Period, UnitKind};

struct City(Vec<Child>);

impl Figures for City {
    type Version = u64;

    /// A has any figure, B is 0, C is negative, D is huge; everything else is missing.
    fn figure(&self, indicator: &Code, unit: &Code, period: Period) -> Option<Figure<u64>> {
        let value = match indicator.as_str() {
            "A" => f64::from(period.first_year() - 2000) + unit.as_str().len() as f64,
            "B" => 0.0,
            "C" => -2.5,
            "D" => 1e300,
            _ => return None,
        };
        Some(Figure { value: Some(value), version: value.to_bits() })
    }

    fn children(&self, unit: &Code) -> &[Child] {
        if unit.as_str() == "CITY" { &self.0 } else { &[] }
    }
}

fn code(text: &str) -> Code {
    text.parse().expect("a code")
}

static CITY: LazyLock<City> = LazyLock::new(|| {
    City(["EAST", "WEST"].map(|unit| Child { unit: code(unit), kind: UnitKind::District }).to_vec())
});

fuzz_target!(|text: &str| {
    match Expression::read(text) {
        Ok(expression) => {
            for period in ["2023", "2023Q1", "2023-01..2023-08", "2021/2025"] {
                let period = period.parse().expect("a period");
                if let Ok(value) = expression.evaluate(&code("CITY"), period, &*CITY).value {
                    assert!(value.is_finite(), "{value}");
                }
            }
        }
        Err(fault) => assert!(text.get(std::ops::Range::from(fault.span)).is_some(), "{fault:?}"),
    }
    let (a, derived) = (code("A"), code("DERIVED"));
    let definition = |indicator, expression| Definition { indicator, measure_unit: "亿元/万人", expression };
    if let Err(refusals) = Graph::new([definition(&a, None), definition(&derived, Some(text))]) {
        for refusal in refusals {
            assert!(text.get(std::ops::Range::from(refusal.fault.span)).is_some(), "{refusal:?}");
        }
    }
});
