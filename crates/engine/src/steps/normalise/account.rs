//! Remembers how each indicator was normalised, so that a cell can be explained later.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::rule::Cell;
use super::scaler::Scaler;
use crate::column::Column;
use crate::dataset::{self, Origin};
use crate::frame::Direction;
use crate::missing::Missing;

/// How each indicator was normalised, by its code.
#[derive(Debug)]
pub(super) struct Account {
    pub(super) scales: BTreeMap<String, Scale>,
}

/// How one indicator was normalised.
#[derive(Debug)]
pub(super) struct Scale {
    pub(super) rule: &'static str,
    pub(super) formula: String,
    pub(super) scaler: Box<dyn Scaler>,
    /// The values that were scored.
    pub(super) before: Arc<Column>,
    pub(super) direction: Direction,
}

impl dataset::Account for Account {
    fn origin(&self, code: &str, period: usize, unit: usize) -> Option<Origin> {
        let scale = self.scales.get(code)?;
        let cell = Cell {
            x: scale.before.get(period, unit),
            before: period
                .checked_sub(1)
                .and_then(|last| scale.before.get(last, unit)),
            unit,
            direction: scale.direction,
        };
        let has_values = scale.before.period(period).any();
        let parameters = has_values.then(|| scale.scaler.parameters(period, cell));
        Some(Origin {
            rule: Some(scale.rule.to_owned()),
            formula: Some(scale.formula.clone()),
            parameters: parameters.unwrap_or_default(),
        })
    }

    fn missing(&self, code: &str, period: usize, unit: usize) -> Missing {
        let scale = self.scales.get(code);
        let had_value = |scale: &&Scale| scale.before.get(period, unit).is_some();
        scale.filter(had_value).map_or_else(
            || Missing::NoData {
                indicator: code.to_owned(),
            },
            |scale| scale.scaler.why_missing(code, period, unit),
        )
    }
}
