//! Where the result has no score, and why.

use serde::Serialize;

use super::Index;
use crate::missing::Missing;
use crate::numbers::{count, needed};

/// A node without a score in a period: for one unit, or for all.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Gap {
    /// Position of the period.
    pub period: usize,
    /// Position of the unit; none when every unit lacks the node, for the same reason.
    pub unit: Option<usize>,
    /// Position of the node.
    pub node: usize,
    /// Why.
    pub missing: Missing,
}

impl Index {
    /// Why a node has no score; none when it has one, or there is no such cell.
    pub fn missing(&self, period: usize, node: usize, unit: usize) -> Option<Missing> {
        let exists = period < self.periods.len() && unit < self.units.len();
        if !exists || self.score(period, node, unit).is_some() {
            return None;
        }
        let of = self.framework.nodes().get(node)?;
        if let Some(screened) = self.left_out.get(&(period, unit)) {
            return Some(screened.clone());
        }
        match &of.indicator {
            Some(indicator) => self.leaf_missing(indicator, period, unit),
            None => Some(self.branch_missing(&of.code, period, node, unit)),
        }
    }

    /// Every node without a score, by period, then in tree order, then by unit. An indicator for
    /// which nobody has a figure in a period is one entry without a unit.
    pub fn gaps(&self) -> Vec<Gap> {
        let cells = (0..self.periods.len())
            .flat_map(|period| (0..self.nodes().len()).map(move |node| (period, node)));
        cells
            .flat_map(|(period, node)| self.gaps_of(period, node))
            .collect()
    }

    fn gaps_of(&self, period: usize, node: usize) -> Vec<Gap> {
        let units = 0..self.units.len();
        let found: Vec<(usize, Missing)> = units
            .filter_map(|unit| Some((unit, self.missing(period, node, unit)?)))
            .collect();
        if let Some((_, first)) = found.first()
            && found.len() == self.units.len()
            && found.iter().all(|(_, missing)| missing == first)
        {
            return vec![Gap {
                period,
                unit: None,
                node,
                missing: first.clone(),
            }];
        }
        let gap = |(unit, missing)| Gap {
            period,
            unit: Some(unit),
            node,
            missing,
        };
        found.into_iter().map(gap).collect()
    }

    /// The first data set in which the indicator's cell is missing knows why.
    fn leaf_missing(&self, indicator: &str, period: usize, unit: usize) -> Option<Missing> {
        self.data_sets.iter().find_map(|data_set| {
            let account = data_set.account.as_ref()?;
            let column = data_set.column(indicator)?;
            let is_missing = column.get(period, unit).is_none();
            is_missing.then(|| account.missing(indicator, period, unit))
        })
    }

    fn branch_missing(&self, code: &str, period: usize, node: usize, unit: usize) -> Missing {
        let children = self.framework.children(node);
        let has_score = |child: &&usize| self.score(period, **child, unit).is_some();
        let have = children.iter().filter(has_score).count();
        let level = self.framework.level(node).unwrap_or_default();
        let threshold = self.aggregate.at(level).1.unwrap_or(0.0);
        let node = code.to_owned();
        if have == 0 {
            return Missing::NoneAvailable { node };
        }
        if have >= needed(children.len(), threshold) {
            return Missing::NoWeight { node };
        }
        Missing::BelowThreshold {
            node,
            available: count(have) / count(children.len()),
            threshold,
        }
    }
}
