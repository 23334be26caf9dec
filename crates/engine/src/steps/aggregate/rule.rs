//! What every rule of aggregation is made of: its children, and what it owes to the explanation.

use std::fmt::Debug;

use serde::Serialize;

use crate::column::{Column, Part, PartMut};
use crate::dataset::Parameter;
use crate::error::RowFault;
use crate::method::ParameterFault;

/// How the points that the children contribute are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Basis {
    /// Weight share × score: they add up to the score.
    Arithmetic,
    /// The score divided in proportion to weight share × ln score.
    LogShare,
    /// The score divided in proportion to weight share × scoreᵖ: by how many per cent the whole grows
    /// when the child grows by one.
    PowerShare,
    /// The score is that of the child in the middle, or half of each of the two.
    Middle,
    /// Weight share × score, less (or plus) the child's part of the penalty: they add up to the score.
    Penalised,
    /// Weight share × what the child's score earns when it is put beside those of the other units:
    /// they add up to the score.
    AmongUnits,
    /// The score comes from comparing whole units: no child has a part of it. The explanation gives
    /// what was found on the way instead.
    None,
}

/// A child of the node being scored, in one period.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Child<'a> {
    pub(crate) code: &'a str,
    pub(crate) weight: f64,
    /// In place of `weight`, where every unit has its own.
    pub(crate) own: Option<OwnWeights<'a>>,
    pub(crate) cells: Part<'a>,
}

/// Weights of a node that differ from unit to unit.
#[derive(Debug, Clone)]
pub(crate) struct UnitWeights {
    /// By period and unit.
    pub(crate) weights: Column,
    /// The score of a unit that is best under its own.
    pub(crate) full_marks: f64,
}

impl UnitWeights {
    /// Those of one period, each multiplied by a factor.
    pub(crate) fn period(&self, period: usize, factor: f64) -> OwnWeights<'_> {
        OwnWeights {
            cells: self.weights.period(period),
            full_marks: self.full_marks,
            factor,
        }
    }
}

/// Weights that differ from unit to unit, in one period.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OwnWeights<'a> {
    cells: Part<'a>,
    pub(crate) full_marks: f64,
    factor: f64,
}

impl Child<'_> {
    /// The score of the unit in a row.
    pub(crate) fn score(&self, row: usize) -> Option<f64> {
        let is_present = self.cells.present.get(row).copied().unwrap_or(false);
        self.cells.values.get(row).copied().filter(|_| is_present)
    }

    /// The weight for the unit in a row; 0 where it should have its own and has none.
    pub(crate) fn weight(&self, row: usize) -> f64 {
        self.own.map_or(self.weight, |own| {
            let is_present = own.cells.present.get(row).copied().unwrap_or(false);
            let weight = own.cells.values.get(row).filter(|_| is_present);
            own.factor * weight.copied().unwrap_or_default()
        })
    }

    /// What is given of the child to the unit in a row.
    pub(crate) fn given(&self, row: usize) -> Option<Given> {
        let weight = self.weight(row);
        self.score(row).map(|score| Given { weight, score })
    }
}

/// A child that has a score, for one unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Given {
    pub(crate) weight: f64,
    pub(crate) score: f64,
}

/// A node in a period, opened for one unit.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Opened<'a> {
    pub(crate) children: &'a [Child<'a>],
    /// How many children a score needs.
    pub(crate) needed: usize,
    /// The unit's row.
    pub(crate) row: usize,
}

impl Opened<'_> {
    /// The unit's children that have a score.
    pub(crate) fn given(&self) -> Vec<Given> {
        let given = self.children.iter().filter_map(|it| it.given(self.row));
        given.collect()
    }
}

/// What a rule found on the way to a unit's score.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Found {
    /// The share of each child that has a score in the unit's score, summing to 1; none where a share
    /// has no meaning.
    pub(crate) shares: Option<Vec<f64>>,
    /// Numbers worth showing: a distance, a penalty, pairwise wins.
    pub(crate) details: Vec<Parameter>,
}

impl Found {
    pub(crate) fn shares(shares: Option<Vec<f64>>) -> Self {
        let details = Vec::new();
        Self { shares, details }
    }

    pub(crate) fn details<const N: usize>(details: [(&str, f64); N]) -> Self {
        let details = details.map(|(name, value)| Parameter::new(name, value));
        Self {
            shares: None,
            details: details.into(),
        }
    }
}

/// What a rule of aggregation is.
pub(crate) trait Rule: Debug + Send + Sync {
    /// The rule's word in a method's text.
    fn word(&self) -> &'static str;

    /// The formula in plain text, `x` the children's scores and `w` their weights.
    fn formula(&self) -> &'static str;

    /// How contributions are to be read.
    fn basis(&self) -> Basis;

    /// What is wrong with the parameters.
    fn faults(&self) -> Vec<ParameterFault> {
        Vec::new()
    }

    /// Scores one node in one period for all units: every cell that has at least `needed` children
    /// with a score, which weigh something, gets a score; the others are missing.
    fn aggregate(
        &self,
        children: &[Child<'_>],
        needed: usize,
        scores: &mut PartMut<'_>,
    ) -> Result<(), RowFault>;

    /// What the rule found for a unit that has a score.
    fn found(&self, opened: Opened<'_>) -> Found;
}

/// Terms over their total; none where they cancel out.
pub(crate) fn shares_of(terms: impl Iterator<Item = f64> + Clone) -> Option<Vec<f64>> {
    let total: f64 = terms.clone().sum();
    let size: f64 = terms.clone().map(f64::abs).sum();
    let is_cancelled = total.abs() <= size * 1e-12;
    (!is_cancelled && total.is_finite()).then(|| terms.map(|term| term / total).collect())
}
