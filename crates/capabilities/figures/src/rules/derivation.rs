//! What a derived figure says: its value or why there is none, and what it takes over from its inputs.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use yanzhi_formula::{Cell as Spot, Child, Figure as Known, Figures, Missing, Reason};
use yanzhi_kernel::{
    Code, Id, Lang, MissingReason, ObservationStatus, Period, Timestamp, UnitKind,
};

use crate::{Absence, Cell, Content, Figure, FiguresError, NewFigure, Value};

/// The figures of one caliber that expressions look at, as they are or are about to be.
#[derive(Debug, Default)]
pub(crate) struct Table {
    figures: HashMap<Spot, Entry>,
    traits: HashMap<Id<Figure>, Traits>,
    units: Units,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    value: Option<f64>,
    version: Id<Figure>,
}

/// What a derived figure takes over from an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Traits {
    status: ObservationStatus,
    embargo_until: Option<Timestamp>,
    is_synthetic: bool,
}

/// Which unit belongs to which.
#[derive(Clone, Debug, Default)]
pub(crate) struct Units {
    parents: BTreeMap<Code, Code>,
    children: BTreeMap<Code, Vec<Child>>,
}

impl Units {
    /// From each unit with its parent and kind, in a fixed order.
    pub(crate) fn new<'a>(
        units: impl IntoIterator<Item = (&'a Code, Option<&'a Code>, UnitKind)>,
    ) -> Self {
        let mut known = Self::default();
        for (unit, parent, kind) in units {
            let Some(parent) = parent else {
                continue;
            };
            known.parents.insert(unit.clone(), parent.clone());
            known
                .children
                .entry(parent.clone())
                .or_default()
                .push(Child {
                    unit: unit.clone(),
                    kind,
                });
        }
        known
    }

    /// The unit that a unit belongs to.
    pub(crate) fn parent(&self, unit: &Code) -> Option<&Code> {
        self.parents.get(unit)
    }
}

impl Table {
    pub(crate) fn new(units: Units) -> Self {
        Self {
            units,
            ..Self::default()
        }
    }

    pub(crate) fn set(&mut self, spot: Spot, figure: &Figure) {
        let entry = Entry {
            value: figure.value().map(Value::number),
            version: figure.id,
        };
        let traits = Traits {
            status: figure.said.status,
            embargo_until: figure.said.embargo_until,
            is_synthetic: figure.said.is_synthetic,
        };
        self.figures.insert(spot, entry);
        self.traits.insert(figure.id, traits);
    }

    pub(crate) fn has(&self, spot: &Spot) -> bool {
        self.figures.contains_key(spot)
    }

    pub(crate) fn spots(&self) -> impl Iterator<Item = &Spot> {
        self.figures.keys()
    }

    /// A derived figure: as unsettled as the least settled of its inputs, released with the last of them, and generated if
    /// one of them was.
    pub(crate) fn derived(
        &self,
        cell: Cell,
        value: Result<f64, Missing>,
        inputs: &BTreeSet<Id<Figure>>,
        decimals: u8,
    ) -> Result<NewFigure, FiguresError> {
        let content = match value {
            Ok(number) => {
                let text = format!("{number:.*}", usize::from(decimals));
                Content::Value(Value::new(number, text)?)
            }
            Err(missing) => Content::Missing(absence(&missing.reason)),
        };
        let traits = || inputs.iter().filter_map(|input| self.traits.get(input));
        let status = traits().map(|it| it.status).min();
        Ok(NewFigure {
            status: status.unwrap_or(ObservationStatus::Estimate),
            embargo_until: traits().filter_map(|it| it.embargo_until).max(),
            is_synthetic: traits().any(|it| it.is_synthetic),
            ..NewFigure::new(cell, content)
        })
    }
}

fn absence(reason: &Reason) -> Absence {
    let text = reason.text();
    Absence {
        reason: match reason {
            Reason::NoFigure { .. } => MissingReason::NotYetAvailable,
            _ => MissingReason::NotApplicable,
        },
        note: Some(format!("{} / {}", text.get(Lang::Zh), text.get(Lang::En))),
    }
}

impl Figures for Table {
    type Version = Id<Figure>;

    fn figure(&self, indicator: &Code, unit: &Code, period: Period) -> Option<Known<Id<Figure>>> {
        let spot = Spot {
            indicator: indicator.clone(),
            unit: unit.clone(),
            period,
        };
        let entry = self.figures.get(&spot)?;
        Some(Known {
            value: entry.value,
            version: entry.version,
        })
    }

    fn children(&self, unit: &Code) -> &[Child] {
        self.units.children.get(unit).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;
    use yanzhi_formula::Expression;

    use super::*;
    use crate::Provenance;

    fn at(micros: i64) -> Timestamp {
        Timestamp::from_micros(micros).unwrap()
    }

    fn code(text: &str) -> Code {
        text.parse().unwrap()
    }

    fn cell(indicator: u128) -> Cell {
        Cell {
            indicator: Id::from_uuid(Uuid::from_u128(indicator)),
            unit: Id::from_uuid(Uuid::nil()),
            caliber: code("ALL"),
            period: "2023".parse().unwrap(),
        }
    }

    fn known(id: u128, number: f64, change: impl FnOnce(&mut NewFigure)) -> Figure {
        let value = Value::new(number, number.to_string()).unwrap();
        let mut said = NewFigure::new(cell(id), Content::Value(value));
        change(&mut said);
        Figure {
            id: Id::from_uuid(Uuid::from_u128(id)),
            said,
            sequence: 1,
            provenance: Provenance::Import,
            recorded_at: at(0),
            recorded_by: "operator".into(),
            approved_by: None,
        }
    }

    fn spot(indicator: &str) -> Spot {
        Spot {
            indicator: code(indicator),
            unit: code("U"),
            period: "2023".parse().unwrap(),
        }
    }

    fn derive(table: &Table, expression: &str) -> NewFigure {
        let expression = Expression::read(expression).unwrap();
        let outcome = expression.evaluate(&code("U"), "2023".parse().unwrap(), table);
        table
            .derived(cell(9), outcome.value, &outcome.inputs, 1)
            .unwrap()
    }

    #[test]
    fn it_is_as_settled_as_the_least_settled_and_released_with_the_last() {
        let mut table = Table::default();
        table.set(
            spot("A"),
            &known(1, 3.0, |it| it.embargo_until = Some(at(5))),
        );
        table.set(
            spot("B"),
            &known(2, 4.0, |it| {
                it.status = ObservationStatus::Flash;
                it.embargo_until = Some(at(9));
            }),
        );
        table.set(spot("C"), &known(3, 8.0, |it| it.is_synthetic = true));
        let said = derive(&table, "A / B * 100");
        assert_eq!(said.content.value().map(Value::text), Some("75.0"));
        assert_eq!(said.status, ObservationStatus::Flash);
        assert_eq!(said.embargo_until, Some(at(9)));
        assert!(!said.is_synthetic);
        let said = derive(&table, "A + C");
        assert_eq!((said.embargo_until, said.is_synthetic), (Some(at(5)), true));
        assert_eq!(said.status, ObservationStatus::Final);
    }

    #[test]
    fn without_a_value_it_says_why() {
        let mut table = Table::default();
        table.set(spot("A"), &known(1, 0.0, |_| {}));
        let said = derive(&table, "1 / A + A");
        let absence = said.content.absence().unwrap();
        assert_eq!(absence.reason, MissingReason::NotApplicable);
        assert!(
            absence
                .note
                .as_deref()
                .unwrap()
                .contains("the divisor is 0")
        );
        let said = derive(&table, "A + B");
        let absence = said.content.absence().unwrap();
        assert_eq!(absence.reason, MissingReason::NotYetAvailable);
        assert!(
            absence
                .note
                .as_deref()
                .unwrap()
                .contains("B of U for 2023 is missing")
        );
    }
}
