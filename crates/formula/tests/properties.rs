//! Whatever is typed: never a panic, always a place; and the rules of arithmetic over figures of chance.

#![expect(clippy::unwrap_used, reason = "a test stops where its setting fails")]

use proptest::prelude::*;
use yanzhi_formula::{Child, Definition, Expression, Figure, Figures, Graph};
use yanzhi_kernel::{Code, Period, UnitKind};

fn code(text: &str) -> Code {
    text.parse().unwrap()
}

/// A city of two districts in which A, B and C have figures, and D has none.
struct City {
    values: [f64; 3],
    children: Vec<Child>,
}

impl City {
    fn new(values: [f64; 3]) -> Self {
        let child = |unit| Child {
            unit: code(unit),
            kind: UnitKind::District,
        };
        Self {
            values,
            children: vec![child("EAST"), child("WEST")],
        }
    }
}

impl Figures for City {
    type Version = String;

    fn figure(&self, indicator: &Code, unit: &Code, period: Period) -> Option<Figure<String>> {
        let place = ["A", "B", "C"]
            .iter()
            .position(|it| *it == indicator.as_str())?;
        Some(Figure {
            value: Some(self.values[place] + f64::from(period.first_year() - 2023)),
            version: format!("{indicator} {unit} {period}"),
        })
    }

    fn children(&self, unit: &Code) -> &[Child] {
        match unit.as_str() {
            "CITY" => &self.children,
            _ => &[],
        }
    }
}

/// Texts that look like expressions, most of them well formed.
fn expression() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        4 => prop::sample::select(vec!["A", "B", "C", "D"]).prop_map(str::to_owned),
        1 => (0_u16..50).prop_map(|it| it.to_string()),
    ];
    leaf.prop_recursive(5, 40, 3, |inner| {
        let sign = prop::sample::select(vec!["+", "-", "*", "/", "^", "<", ">=", "=", "and", "or"]);
        let of_one =
            prop::sample::select(vec!["-", "not ", "abs", "sum_children", "mean_children"]);
        let back = prop::sample::select(vec!["lag", "growth", "cagr"]);
        let of_two = prop::sample::select(vec!["share", "min", "max", "coalesce"]);
        prop_oneof![
            (inner.clone(), sign, inner.clone())
                .prop_map(|(a, sign, b)| format!("({a} {sign} {b})")),
            (of_one, inner.clone()).prop_map(|(name, a)| format!("{name}({a})")),
            (back, inner.clone(), 1_u8..5)
                .prop_map(|(name, a, years)| format!("{name}({a}, {years}y)")),
            (of_two, inner.clone(), inner.clone())
                .prop_map(|(name, a, b)| format!("{name}({a}, {b})")),
            (inner.clone(), inner.clone(), inner)
                .prop_map(|(a, b, c)| format!("if({a} > 1, {b}, {c})")),
        ]
    })
}

fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "A", "lag", "(", ")", ",", "+", "-", "*", "/", "^", "<", "=", "not", "and", "1", "2.5",
        "1y", "[A.1]", "if", "growth", "（", "÷", "，", "coalesce", "per", "round",
    ]);
    prop::collection::vec(word, 0..60).prop_map(|words| words.join(" "))
}

fn year() -> Period {
    "2023".parse().unwrap()
}

fn hold(text: &str) -> Result<(), TestCaseError> {
    match Expression::read(text) {
        Ok(expression) => {
            let city = City::new([1.0, 0.0, -3.5]);
            let outcome = expression.evaluate(&code("CITY"), year(), &city);
            if let Ok(value) = outcome.value {
                prop_assert!(value.is_finite() && !(value == 0.0 && value.is_sign_negative()));
            }
            let again = expression.evaluate(&code("CITY"), year(), &city);
            prop_assert_eq!(again.inputs, outcome.inputs);
        }
        Err(fault) => {
            prop_assert!(fault.span.start <= fault.span.end && fault.span.end <= text.len());
            prop_assert!(
                text.is_char_boundary(fault.span.start) && text.is_char_boundary(fault.span.end)
            );
        }
    }
    let (a, derived) = (code("A"), code("DERIVED"));
    let definition = |indicator, expression| Definition {
        indicator,
        measure_unit: "%",
        expression,
    };
    let both = [definition(&a, None), definition(&derived, Some(text))];
    if let Err(refusals) = Graph::new(both) {
        prop_assert!(!refusals.is_empty());
        for refusal in refusals {
            prop_assert!(refusal.fault.span.end <= text.len(), "{:?}", refusal);
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in ".*") {
        hold(&text)?;
    }

    #[test]
    fn nor_do_words_in_any_order(text in words()) {
        hold(&text)?;
    }

    #[test]
    fn nor_does_any_expression(text in expression()) {
        hold(&text)?;
    }

    #[test]
    fn nesting_is_bounded(depth in 1_usize..2_000, opening in prop::sample::select(vec!["(", "-", "not ", "abs(", "growth(", "2^"])) {
        hold(&format!("{}A", opening.repeat(depth)))?;
        hold(&format!("{}A{}", opening.repeat(depth), ", 1y)".repeat(depth)))?;
    }

    #[test]
    fn arithmetic_is_that_of_the_numbers(a in -1e6..1e6_f64, b in 0.1..1e6_f64, c in -1e6..1e6_f64) {
        let city = City::new([a, b, c]);
        let value = |text: &str| Expression::read(text).unwrap().evaluate(&code("CITY"), year(), &city).value.unwrap();
        let same = |left: f64, right: f64| (left - right).abs() <= 1e-9 * left.abs().max(1.0);
        prop_assert!(same(value("A + B * C"), a + b * c));
        prop_assert!(same(value("(A + B) / B - -C"), (a + b) / b + c));
        prop_assert!(same(value("share(A, B)"), a / b * 100.0));
        prop_assert!(same(value("A - lag(A, 3y)"), 3.0));
        prop_assert!(same(value("sum_children(A)"), a + a));
        prop_assert!(same(value("if(A > C, A, C)"), value("max(A, C)")));
        prop_assert!(same(value("B ^ 2"), b * b));
        prop_assert!(same(value("coalesce(D, A)"), a));
    }

    #[test]
    fn what_is_missing_is_never_a_number(text in expression()) {
        let text = format!("({text}) + D");
        if let Ok(expression) = Expression::read(&text) {
            let outcome = expression.evaluate(&code("CITY"), year(), &City::new([1.0, 2.0, 3.0]));
            prop_assert!(outcome.value.is_err(), "{text}");
        }
    }
}
