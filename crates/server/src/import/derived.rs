//! The derived figures of a pack, without a database.

use std::collections::BTreeMap;

use yanzhi_formula::{Cell, Child, Definition, Expression, Figure, Figures, Graph};
use yanzhi_kernel::{Code, Period};
use yanzhi_pack::Pack;

use super::convert::named;

/// The figures of a pack in one caliber.
struct Table {
    figures: BTreeMap<Cell, f64>,
    children: BTreeMap<Code, Vec<Child>>,
}

impl Figures for Table {
    type Version = ();

    fn figure(&self, indicator: &Code, unit: &Code, period: Period) -> Option<Figure<()>> {
        let cell = Cell {
            indicator: indicator.clone(),
            unit: unit.clone(),
            period,
        };
        let value = Some(*self.figures.get(&cell)?);
        Some(Figure { value, version: () })
    }

    fn children(&self, unit: &Code) -> &[Child] {
        self.children.get(unit).map_or(&[], Vec::as_slice)
    }
}

/// The figures of a pack in one caliber, reported and derived.
pub(super) fn figures(pack: &Pack, caliber: &Code) -> BTreeMap<Cell, f64> {
    let reported = pack.observations.iter().filter_map(|observation| {
        let named = named(pack, observation)?;
        let cell = Cell {
            indicator: named.indicator.clone(),
            unit: named.unit.code.clone(),
            period: observation.period,
        };
        (named.caliber == caliber).then_some((cell, observation.value))
    });
    let mut table = Table {
        figures: reported.collect(),
        children: BTreeMap::new(),
    };
    let definitions = pack.indicators.iter().map(|it| Definition {
        indicator: &it.code,
        measure_unit: &it.measure_unit.zh,
        expression: it.expression.as_deref(),
    });
    // The reader of packs refuses expressions that make no sense.
    let graph = Graph::new(definitions).unwrap_or_default();
    let mut parents: BTreeMap<&Code, &Code> = BTreeMap::new();
    let mut units: Vec<_> = pack.units.iter().collect();
    units.sort_by_key(|unit| &unit.code);
    for unit in units {
        if let Some(parent) = &unit.parent {
            parents.insert(&unit.code, parent);
            let children = table.children.entry(parent.clone()).or_default();
            children.push(Child {
                unit: unit.code.clone(),
                kind: unit.kind,
            });
        }
    }
    for (code, expression) in graph.order() {
        let derived = derived(code, expression, &table, &parents);
        table.figures.extend(derived);
    }
    table.figures
}

fn derived(
    code: &Code,
    expression: &Expression,
    table: &Table,
    parents: &BTreeMap<&Code, &Code>,
) -> BTreeMap<Cell, f64> {
    let mut derived = BTreeMap::new();
    for known in table.figures.keys() {
        for (unit, period) in expression.affected_by(known, |unit| parents.get(unit).copied()) {
            let cell = Cell {
                indicator: code.clone(),
                unit: unit.clone(),
                period,
            };
            if derived.contains_key(&cell) {
                continue;
            }
            if let Ok(value) = expression.evaluate(unit, period, table).value {
                derived.insert(cell, value);
            }
        }
    }
    derived
}
