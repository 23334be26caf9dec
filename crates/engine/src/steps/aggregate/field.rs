//! The field: the units that are scored at a node in a period, for the rules that measure a unit
//! against the others.
//!
//! Only units that get a score themselves count: one that lacks too many children neither sets an
//! ideal nor beats anybody.

use std::cmp::Ordering;

use super::outranking::pairs::Pairs;
use super::rule::{Child, Given};
use crate::column::PartMut;

/// The units that are scored, with the scores of their children.
#[derive(Debug)]
pub(crate) struct Field<'a> {
    children: &'a [Child<'a>],
    rows: Vec<usize>,
}

impl<'a> Field<'a> {
    /// Units with at least `needed` children that have a score and some weight.
    pub(crate) fn of(children: &'a [Child<'a>], needed: usize) -> Self {
        let units = children
            .first()
            .map_or(0, |child| child.cells.present.len());
        let is_scored = |row: &usize| {
            let given = children.iter().filter_map(|child| child.given(*row));
            given.clone().count() >= needed && given.map(|it| it.weight).sum::<f64>() > 0.0
        };
        Self {
            children,
            rows: (0..units).filter(is_scored).collect(),
        }
    }

    pub(crate) fn children(&self) -> &'a [Child<'a>] {
        self.children
    }

    /// The rows of the units, rising.
    pub(crate) fn rows(&self) -> &[usize] {
        &self.rows
    }

    /// The place of a row among those of the field.
    pub(crate) fn place(&self, row: usize) -> Option<usize> {
        self.rows.binary_search(&row).ok()
    }

    /// A child's scores in the field with their places in it.
    pub(crate) fn scores(&self, child: &Child<'a>) -> impl Iterator<Item = (usize, f64)> {
        let rows = self.rows.iter().enumerate();
        rows.filter_map(move |(place, &row)| Some((place, child.score(row)?)))
    }

    /// A child's least and greatest score in the field.
    pub(crate) fn range(&self, child: &Child<'a>) -> Option<(f64, f64)> {
        let scores = self.scores(child).map(|(_, score)| score);
        let widen = |(least, most): (f64, f64), score: f64| (least.min(score), most.max(score));
        scores.map(|it| (it, it)).reduce(|a, b| widen(a, b.0))
    }

    /// The weight of the children that a unit of the field has.
    pub(crate) fn mass(&self, row: usize) -> f64 {
        let given = self.children.iter().filter_map(|child| child.given(row));
        given.map(|Given { weight, .. }| weight).sum()
    }

    /// The units of the field ready to be compared in pairs.
    pub(crate) fn pairs(&self) -> Pairs {
        let weights: Vec<f64> = self.children.iter().map(|child| child.weight).collect();
        Pairs::of(self.rows.len(), &weights, |child, place| {
            self.children.get(child)?.score(*self.rows.get(place)?)
        })
    }

    /// Compares two units of the field by their places: the first child that tells them apart decides,
    /// more before less and anything before a missing score.
    pub(crate) fn compare(&self, a: usize, b: usize) -> Ordering {
        let score = |child: &Child<'_>, place: usize| child.score(*self.rows.get(place)?);
        let heavy = self.children.iter().filter(|child| child.weight > 0.0);
        let mut orders = heavy.map(|child| match (score(child, a), score(child, b)) {
            (Some(a), Some(b)) => b.partial_cmp(&a).unwrap_or(Ordering::Equal),
            (a, b) => b.is_some().cmp(&a.is_some()),
        });
        orders
            .find(|order| order.is_ne())
            .unwrap_or(Ordering::Equal)
    }

    /// Gives the units of the field their scores, in order, and everybody else none.
    pub(crate) fn write(&self, found: impl IntoIterator<Item = f64>, scores: &mut PartMut<'_>) {
        scores.present.fill(false);
        scores.values.fill(0.0);
        for (&row, score) in self.rows.iter().zip(found) {
            if let (Some(value), Some(present)) =
                (scores.values.get_mut(row), scores.present.get_mut(row))
            {
                (*value, *present) = (score, true);
            }
        }
    }
}
