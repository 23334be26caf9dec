//! A city of three districts and a zone.

use std::collections::BTreeMap;

use yanzhi_checks::{Cell, Cells, Check};
use yanzhi_formula::{Child, Figure, Figures};
use yanzhi_kernel::{Code, UnitKind};

pub(crate) const UNITS: [(&str, UnitKind); 5] = [
    ("CITY", UnitKind::City),
    ("EAST", UnitKind::District),
    ("WEST", UnitKind::District),
    ("NORTH", UnitKind::District),
    ("PORT", UnitKind::Zone),
];

pub(crate) fn code(text: &str) -> Code {
    text.parse().unwrap()
}

/// `RD EAST 2023`.
pub(crate) fn cell(text: &str) -> Cell {
    let [indicator, unit, period] = text.split(' ').collect::<Vec<_>>().try_into().unwrap();
    Cell {
        indicator: code(indicator),
        unit: code(unit),
        period: period.parse().unwrap(),
    }
}

pub(crate) fn check(json: &serde_json::Value) -> Check {
    Check::from_value(json).unwrap_or_else(|flaws| panic!("{json}: {flaws:?}"))
}

#[derive(Debug, Default)]
pub(crate) struct City {
    figures: BTreeMap<Cell, f64>,
    children: Vec<Child>,
    peers: BTreeMap<Code, Vec<Code>>,
}

impl City {
    pub(crate) fn with(figures: &[(&str, f64)]) -> Self {
        Self::of(figures.iter().map(|(at, value)| (cell(at), *value)))
    }

    pub(crate) fn of(figures: impl IntoIterator<Item = (Cell, f64)>) -> Self {
        let districts: Vec<Code> = ["EAST", "WEST", "NORTH"].map(code).to_vec();
        let others = |unit: &Code| districts.iter().filter(|it| *it != unit).cloned().collect();
        Self {
            figures: figures.into_iter().collect(),
            children: UNITS
                .into_iter()
                .skip(1)
                .map(|(unit, kind)| Child {
                    unit: code(unit),
                    kind,
                })
                .collect(),
            peers: districts
                .iter()
                .map(|unit| (unit.clone(), others(unit)))
                .collect(),
        }
    }
}

impl Figures for City {
    type Version = Cell;

    fn figure(
        &self,
        indicator: &Code,
        unit: &Code,
        period: yanzhi_kernel::Period,
    ) -> Option<Figure<Cell>> {
        let version = Cell {
            indicator: indicator.clone(),
            unit: unit.clone(),
            period,
        };
        let value = self.figures.get(&version).copied();
        value.map(|value| Figure {
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

impl Cells for City {
    fn kind(&self, unit: &Code) -> Option<UnitKind> {
        let known = UNITS.into_iter().find(|(it, _)| *it == unit.as_str());
        known.map(|(_, kind)| kind)
    }

    fn peers(&self, unit: &Code) -> &[Code] {
        self.peers.get(unit).map_or(&[], Vec::as_slice)
    }
}
