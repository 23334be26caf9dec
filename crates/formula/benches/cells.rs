//! Ten thousand cells of a derived indicator: what an import of a year's figures sets off.

#![expect(
    clippy::expect_used,
    reason = "a bench that cannot build its input must stop"
)]

use std::{collections::HashMap, hint::black_box};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use yanzhi_formula::{Child, Expression, Figure, Figures};
use yanzhi_kernel::{Code, Period, UnitKind};

const UNITS: usize = 100;
const YEARS: std::ops::Range<i32> = 1950..2050;

struct Table {
    figures: HashMap<(Code, Code, Period), f64>,
    units: Vec<Code>,
    children: Vec<Child>,
}

impl Figures for Table {
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
        if unit.as_str() == "U000" {
            &self.children
        } else {
            &[]
        }
    }
}

fn table() -> Table {
    let code = |text: &str| text.parse::<Code>().expect("a code");
    let units: Vec<Code> = (0..UNITS).map(|it| code(&format!("U{it:03}"))).collect();
    let mut figures = HashMap::new();
    for (indicator, base) in [("RD", 10.0), ("GDP", 400.0), ("POPULATION", 50.0)] {
        for (number, unit) in units.iter().enumerate() {
            for year in YEARS {
                let period = Period::year(year).expect("a year");
                let value = base
                    + f64::from(year - 1950)
                    + f64::from(u32::try_from(number).unwrap_or_default());
                figures.insert((code(indicator), unit.clone(), period), value);
            }
        }
    }
    let children = units.iter().skip(1).map(|unit| Child {
        unit: unit.clone(),
        kind: UnitKind::District,
    });
    Table {
        figures,
        children: children.collect(),
        units,
    }
}

fn evaluate(table: &Table, expression: &Expression) -> usize {
    let mut found = 0;
    for unit in &table.units {
        for year in YEARS {
            let period = Period::year(year).expect("a year");
            found += usize::from(expression.evaluate(unit, period, table).value.is_ok());
        }
    }
    found
}

fn cells(criterion: &mut Criterion) {
    let table = table();
    let mut group = criterion.benchmark_group("ten thousand cells");
    group.throughput(Throughput::Elements(10_000));
    for text in [
        "RD / GDP * 100",
        "growth(share(RD, GDP), 1y)",
        "if(GDP > 0 and RD >= 0, per(RD * 10000, POPULATION, 1), lag(RD, 5y))",
    ] {
        let expression = Expression::read(text).expect("an expression");
        group.bench_function(text, |bencher| {
            bencher.iter(|| evaluate(black_box(&table), &expression));
        });
    }
    group.finish();
    criterion.bench_function("read", |bencher| {
        bencher.iter(|| {
            Expression::read(black_box(
                "if(GDP > 0 and RD >= 0, per(RD * 10000, POPULATION, 1), lag(RD, 5y))",
            ))
        });
    });
}

criterion_group!(benches, cells);
criterion_main!(benches);
