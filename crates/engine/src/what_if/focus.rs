//! Which scores a question is about, and codes turned into positions.

use serde::{Deserialize, Serialize};

use super::WhatIfError;
use crate::frame::Frame;
use crate::index::Index;
use crate::suggest::nearest;

/// Which scores a question is about.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Focus {
    /// The period; none for the last.
    pub period: Option<String>,
    /// The node; none for the index itself.
    pub node: Option<String>,
}

/// One node in one period of an index.
#[derive(Debug, Clone, Copy)]
pub(super) struct Site<'a> {
    pub(super) index: &'a Index,
    pub(super) period: usize,
    pub(super) node: usize,
}

impl Focus {
    /// The same question about a period.
    #[must_use]
    pub fn in_period(mut self, period: impl Into<String>) -> Self {
        self.period = Some(period.into());
        self
    }

    /// The same question about a node.
    #[must_use]
    pub fn at_node(mut self, node: impl Into<String>) -> Self {
        self.node = Some(node.into());
        self
    }

    pub(super) fn site<'a>(&self, index: &'a Index) -> Result<Site<'a>, WhatIfError> {
        let node = self.node.as_deref();
        let node = node.map_or(Ok(index.framework().root()), |code| node_of(index, code))?;
        let period = period_of(index.periods(), self.period.as_deref())?;
        Ok(Site {
            index,
            period,
            node,
        })
    }
}

impl Site<'_> {
    pub(super) fn score(&self, unit: usize) -> Option<f64> {
        self.index.score(self.period, self.node, unit)
    }

    /// Points added to the score after the aggregation, or taken off.
    pub(super) fn added(&self, unit: usize) -> f64 {
        let aggregated = self.index.aggregated(self.period, self.node, unit);
        let both = self.score(unit).zip(aggregated);
        both.map_or(0.0, |(score, aggregated)| score - aggregated)
    }

    pub(super) fn rank(&self, unit: usize) -> Option<u32> {
        self.index.rank(self.period, self.node, unit)
    }

    pub(super) fn period_name(&self) -> String {
        let periods = self.index.periods();
        periods.get(self.period).cloned().unwrap_or_default()
    }

    pub(super) fn node_code(&self) -> String {
        code_of(self.index, self.node).to_owned()
    }

    pub(super) fn unit_code(&self, unit: usize) -> String {
        let unit = self.index.units().get(unit);
        unit.map(|unit| unit.code.clone()).unwrap_or_default()
    }
}

pub(super) fn code_of(index: &Index, node: usize) -> &str {
    index.nodes().get(node).map_or("", |node| &node.code)
}

pub(super) fn node_of(index: &Index, code: &str) -> Result<usize, WhatIfError> {
    let codes = index.nodes().iter().map(|node| node.code.as_str());
    index
        .node_position(code)
        .ok_or_else(|| unknown_node(code, codes))
}

pub(super) fn unknown_node<'a>(code: &str, known: impl Iterator<Item = &'a str>) -> WhatIfError {
    WhatIfError::UnknownNode {
        node: code.to_owned(),
        nearest: nearest(code, known),
    }
}

pub(super) fn unit_of(index: &Index, code: &str) -> Result<usize, WhatIfError> {
    let codes = index.units().iter().map(|unit| unit.code.as_str());
    index
        .unit_position(code)
        .ok_or_else(|| unknown_unit(code, codes))
}

pub(super) fn unit_in(frame: &Frame, code: &str) -> Result<usize, WhatIfError> {
    let codes = frame.units().iter().map(|unit| unit.code.as_str());
    let found = codes.clone().position(|it| it == code);
    found.ok_or_else(|| unknown_unit(code, codes))
}

fn unknown_unit<'a>(code: &str, known: impl Iterator<Item = &'a str>) -> WhatIfError {
    WhatIfError::UnknownUnit {
        unit: code.to_owned(),
        nearest: nearest(code, known),
    }
}

pub(super) fn indicator_in(frame: &Frame, code: &str) -> Result<usize, WhatIfError> {
    let codes = frame.indicators().iter().map(|it| it.code.as_str());
    let found = frame.indicator_position(code);
    found.ok_or_else(|| WhatIfError::UnknownIndicator {
        indicator: code.to_owned(),
        nearest: nearest(code, codes),
    })
}

/// The position of a period; of the last when none is named.
pub(super) fn period_of(periods: &[String], period: Option<&str>) -> Result<usize, WhatIfError> {
    let Some(word) = period else {
        return Ok(periods.len().saturating_sub(1));
    };
    let found = periods.iter().position(|it| it == word);
    found.ok_or_else(|| WhatIfError::UnknownPeriod {
        period: word.to_owned(),
        nearest: nearest(word, periods.iter().map(String::as_str)),
    })
}
