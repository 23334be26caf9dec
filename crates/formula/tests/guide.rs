//! What `docs/formulas.md` says is so: its figures, its examples, its faults.

#![expect(clippy::unwrap_used, reason = "a test stops where its setting fails")]

use std::collections::BTreeMap;

use yanzhi_formula::{
    CODES, Child, Definition, Expression, Fault, Figure, Figures, Graph, Missing, Refusal,
};
use yanzhi_kernel::{Code, Period, UnitKind};

const GUIDE: &str = include_str!("../../../docs/formulas.md");

fn code(text: &str) -> Code {
    text.parse().unwrap()
}

/// The cells of the table rows in a section, without their backticks.
fn rows(section: &str) -> Vec<Vec<&'static str>> {
    let start = GUIDE.find(&format!("\n## {section}\n")).unwrap() + 4;
    let rest = &GUIDE[start..];
    let text = &rest[..rest.find("\n## ").unwrap_or(rest.len())];
    let cells = |line: &'static str| line.trim_matches('|').split(" | ").collect::<Vec<_>>();
    let mut rows: Vec<Vec<&str>> = text
        .lines()
        .filter(|line| line.starts_with('|') && !line.starts_with("|-"))
        .map(cells)
        .collect();
    for row in &mut rows {
        for cell in row {
            *cell = cell.trim();
        }
    }
    rows
}

/// What stands between backticks; nothing where a cell has none.
fn quoted(cell: &str) -> Option<&str> {
    let (_, rest) = cell.split_once('`')?;
    rest.split('`').next()
}

struct City {
    figures: BTreeMap<(Code, Code, Period), f64>,
    children: Vec<Child>,
}

impl City {
    fn of_the_guide() -> Self {
        let csv = GUIDE.split("```csv\n").nth(1).unwrap();
        let lines = csv.split("```").next().unwrap().lines().skip(1);
        let figures = lines.map(|line| {
            let [indicator, unit, period, value] =
                line.split(',').collect::<Vec<_>>().try_into().unwrap();
            let cell = (code(indicator), code(unit), period.parse().unwrap());
            (cell, value.parse().unwrap())
        });
        let child = |unit, kind| Child {
            unit: code(unit),
            kind,
        };
        Self {
            figures: figures.collect(),
            children: vec![
                child("EAST", UnitKind::District),
                child("WEST", UnitKind::District),
                child("PORT", UnitKind::Zone),
            ],
        }
    }
}

impl Figures for City {
    type Version = (Code, Code, Period);

    fn figure(
        &self,
        indicator: &Code,
        unit: &Code,
        period: Period,
    ) -> Option<Figure<Self::Version>> {
        let version = (indicator.clone(), unit.clone(), period);
        let value = self.figures.get(&version).copied()?;
        Some(Figure {
            value: Some(value),
            version,
        })
    }

    fn children(&self, unit: &Code) -> &[Child] {
        match unit.as_str() {
            "CITY" => &self.children,
            _ => &[],
        }
    }
}

/// The graph of the guide's indicators with one more, counted in something.
fn graph(measure_unit: &str, expression: &str) -> Result<Graph, Vec<Refusal>> {
    let indicators: Vec<(Code, &str)> = rows("A worked example")
        .iter()
        .filter(|row| row.len() == 2 && row[0].starts_with('`'))
        .map(|row| (code(quoted(row[0]).unwrap()), row[1]))
        .collect();
    assert_eq!(indicators.len(), 7);
    let derived = code("DERIVED");
    let reported = indicators
        .iter()
        .map(|(indicator, measure_unit)| Definition {
            indicator,
            measure_unit,
            expression: None,
        });
    Graph::new(reported.chain([Definition {
        indicator: &derived,
        measure_unit,
        expression: Some(expression),
    }]))
}

#[test]
fn every_example_comes_to_what_the_guide_says() {
    let city = City::of_the_guide();
    let mut examples = 0;
    for row in rows("A worked example") {
        let [expression, cell, comes_to] = row.as_slice() else {
            continue;
        };
        let Some(text) = quoted(expression) else {
            continue;
        };
        let (unit, period) = cell.split_once(' ').unwrap();
        let outcome =
            Expression::read(text)
                .unwrap()
                .evaluate(&code(unit), period.parse().unwrap(), &city);
        if let Ok(number) = comes_to.parse::<f64>() {
            let value = outcome.value.unwrap_or_else(|it| panic!("{text}: {it}"));
            assert!(
                (value - number).abs() <= 1e-12 * number.abs(),
                "{text}: {value}"
            );
            assert!(!outcome.inputs.is_empty(), "{text}");
        } else {
            let Missing { span, reason } = outcome.value.unwrap_err();
            assert_eq!(reason.code(), *comes_to, "{text}");
            assert!(!span.of(text).is_empty(), "{text}");
        }
        examples += 1;
    }
    assert_eq!(examples, 29);
}

#[test]
fn every_reason_is_told_and_has_an_example() {
    let told: Vec<_> = rows("What is missing")
        .iter()
        .filter_map(|row| quoted(row[0]))
        .collect();
    assert_eq!(told.len(), 7);
    let examples = rows("A worked example");
    for reason in told {
        assert!(
            examples.iter().any(|row| row.last() == Some(&reason)),
            "{reason}"
        );
    }
}

fn first_fault(expression: &str) -> Fault {
    let refusals = graph("%", expression).unwrap_err();
    refusals.into_iter().next().unwrap().fault
}

#[test]
fn every_fault_is_told_and_underlined() {
    let mut told = Vec::new();
    for row in rows("Faults").iter().skip(1) {
        let expected = quoted(row[0]).unwrap();
        told.push(expected);
        let Some(text) = quoted(row[1]) else {
            let long = "RD + ".repeat(300);
            assert_eq!(first_fault(&long).code, expected);
            continue;
        };
        let fault = first_fault(text);
        assert_eq!(fault.code, expected, "{text}");
        match quoted(row[2]) {
            Some(underlined) => assert_eq!(fault.span.of(text), underlined, "{text}"),
            None => assert_eq!((fault.span.start, fault.span.end), (text.len(), text.len())),
        }
        assert!(
            !fault.what.zh.is_empty() && !fault.what.en.is_empty(),
            "{text}"
        );
        assert!(
            !fault.remedy.zh.is_empty() && !fault.remedy.en.is_empty(),
            "{text}"
        );
    }
    let mut codes = CODES.to_vec();
    codes.sort_unstable();
    told.sort_unstable();
    assert_eq!(told, codes);
}

#[test]
fn what_is_counted_right_is_accepted() {
    for (measure_unit, expression) in [
        ("%", "RD / GDP * 100"),
        ("%", "share(RD, GDP)"),
        ("%", "growth(PATENTS, 1y) - growth(RD, 1y)"),
        ("", "RD / GDP"),
        ("亿元", "RD + RD_COST / 10000"),
        ("万元", "RD * 10000 + RD_COST"),
        ("元", "per(GDP * 1e8, POPULATION * 1e4, 1)"),
        ("万元/人", "GDP / POPULATION"),
        ("元/人", "GDP * 10000 / POPULATION"),
        ("件", "per(PATENTS, POPULATION, 1)"),
        ("件", "if(RD > 1, PATENTS, 0 * PATENTS)"),
        ("亿元", "2 * RD"),
        ("亿元", "max(RD - 5, 0)"),
        ("项·件", "[A.1] * PATENTS"),
        ("亿元", "(RD ^ 2) / RD"),
        ("", "(RD / GDP) ^ 0.5"),
        ("%", "coalesce(SHARE, share(RD, GDP), lag(SHARE, 1y))"),
    ] {
        if let Err(refusals) = graph(measure_unit, expression) {
            panic!("{expression} in {measure_unit}: {}", refusals[0].fault);
        }
    }
}

#[test]
fn what_is_counted_wrong_says_how_to_convert() {
    for (measure_unit, expression, remedy) in [
        ("亿元", "RD + RD_COST", "RD * 10000"),
        ("亿元", "RD_COST - RD", "RD * 10000"),
        ("%", "RD / GDP", "(…) * 100"),
        ("万元", "RD", "(…) * 10000"),
        ("亿元", "RD_COST", "(…) / 10000"),
    ] {
        let refusals = graph(measure_unit, expression).unwrap_err();
        let [Refusal { fault, .. }] = refusals.as_slice() else {
            panic!("{expression}: {refusals:?}");
        };
        assert!(fault.remedy.zh.contains(remedy), "{expression}: {fault}");
        assert!(fault.remedy.en.contains(remedy), "{expression}: {fault}");
    }
}
