//! From the words of a request to positions in the result.

use yanzhi_kernel::Code;

use crate::{LoadedRun, ScoringError};

impl LoadedRun {
    /// The position of a period; the latest when none is named.
    pub(crate) fn period(&self, asked: Option<&str>) -> Result<usize, ScoringError> {
        let periods = self.index.periods();
        let found = match asked {
            Some(period) => self.index.period_position(period),
            None => periods.len().checked_sub(1),
        };
        found.ok_or_else(|| ScoringError::UnknownPeriod {
            period: asked.unwrap_or_default().to_owned(),
            known: periods.to_vec(),
        })
    }

    /// The position of a node; the root when none is named.
    pub(crate) fn node(&self, asked: Option<&str>) -> Result<usize, ScoringError> {
        match asked {
            Some(code) => self
                .index
                .node_position(code)
                .ok_or_else(|| ScoringError::UnknownNode(code.to_owned())),
            None => Ok(self.index.framework().root()),
        }
    }

    /// The position of a unit.
    pub(crate) fn unit_place(&self, code: &str) -> Result<usize, ScoringError> {
        let place = self.index.unit_position(code);
        place.ok_or_else(|| ScoringError::UnknownUnit(code.to_owned()))
    }

    /// The positions of the units of a group; of all when none is named.
    pub(crate) fn members(&self, group: Option<&Code>) -> Result<Vec<usize>, ScoringError> {
        if let Some(group) = group
            && !self.directory.groups.contains_key(group)
        {
            return Err(ScoringError::UnknownGroup(group.clone()));
        }
        let is_member = |position: &usize| {
            let unit = self.unit(*position);
            group.is_none() || unit.is_some_and(|unit| unit.details.group.as_ref() == group)
        };
        Ok((0..self.index.units().len()).filter(is_member).collect())
    }

    /// The code of a period, a node.
    pub(crate) fn period_code(&self, period: usize) -> String {
        self.index
            .periods()
            .get(period)
            .cloned()
            .unwrap_or_default()
    }

    /// The code of a node.
    pub(crate) fn node_code(&self, node: usize) -> String {
        self.index
            .nodes()
            .get(node)
            .map(|node| node.code.clone())
            .unwrap_or_default()
    }
}
