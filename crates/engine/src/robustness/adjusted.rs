//! Bonus and penalty points in replicates. They come from figures and entries that no assumption
//! touches, so they are found once for every definition of an adjust step.

use std::collections::BTreeMap;

use super::scenario::Scenario;
use crate::error::{ComputeError, Fault, Place};
use crate::steps::{Adjust, Step};

/// What a unit gains and loses, or the item whose points cannot be counted.
type Points = Result<(f64, f64), (String, Fault)>;

/// The points of every unit, by axis and place of the adjust steps.
pub(super) struct Adjustments(BTreeMap<(usize, usize), Vec<Points>>);

impl Adjustments {
    pub(super) fn of(scenario: &Scenario<'_>) -> Self {
        let steps = scenario.steps.iter().enumerate();
        let definitions = steps.flat_map(|(step, all)| {
            let places = all.iter().enumerate();
            places.map(move |(place, definition)| ((step + 1, place), definition))
        });
        let adjusts = definitions.filter_map(|(at, definition)| match definition {
            Some(Step::Adjust(adjust)) => Some((at, points(adjust, scenario))),
            _ => None,
        });
        Self(adjusts.collect())
    }

    /// Adds the points of the adjust steps that a replicate chose to the scores of the root.
    pub(super) fn apply(
        &self,
        scenario: &Scenario<'_>,
        places: &[usize],
        values: &mut [f64],
        present: &[bool],
    ) -> Result<(), ComputeError> {
        for (axis, &place) in places.iter().enumerate() {
            let Some(points) = self.0.get(&(axis, place)) else {
                continue;
            };
            let cells = values.iter_mut().zip(present).enumerate();
            let cells = cells.filter(|(_, (_, present))| **present);
            for (unit, (value, _)) in cells {
                let Some(own) = points.get(unit) else {
                    continue;
                };
                let place = |item: &str| Box::new(error_place(scenario, axis, unit, item));
                match own {
                    Ok((bonus, penalty)) => *value = *value + bonus - penalty,
                    Err((item, fault)) => {
                        let (place, fault) = (place(item), fault.clone());
                        return Err(ComputeError::Rule { place, fault });
                    }
                }
                if !value.is_finite() {
                    let (place, fault) = (place("adjust"), Fault::NotFinite);
                    return Err(ComputeError::Rule { place, fault });
                }
            }
        }
        Ok(())
    }
}

fn points(adjust: &Adjust, scenario: &Scenario<'_>) -> Vec<Points> {
    let (frame, period) = (scenario.frame, scenario.period);
    let when = frame.periods().get(period).map_or("", String::as_str);
    let of_unit = |(unit, who): (usize, &crate::frame::Unit)| {
        let figure = |code: &str| frame.get(period, unit, frame.indicator_position(code)?);
        let found = adjust.found(0.0, when, &who.code, figure);
        let found = found.map_err(|(item, fault)| (item.to_owned(), fault))?;
        Ok((found.bonus, found.penalty))
    };
    frame.units().iter().enumerate().map(of_unit).collect()
}

fn error_place(scenario: &Scenario<'_>, axis: usize, unit: usize, item: &str) -> Place {
    let label = axis.checked_sub(1).and_then(|it| scenario.labels.get(it));
    let unit = scenario.frame.units().get(unit);
    Place {
        step: label.cloned().unwrap_or_default(),
        rule: "adjust".to_owned(),
        code: item.to_owned(),
        period: scenario.frame.periods().get(scenario.period).cloned(),
        unit: unit.map(|unit| unit.code.clone()),
    }
}
