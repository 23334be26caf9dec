//! The outranking matrix: for every pair of units the share of weight in which the first is ahead,
//! `(w(a > b) + ½·w(a = b)) ÷ w`, with `w` the weights of the children both have.
//!
//! Source: Munda and Nardo, "Noncompensatory/nonlinear composite indicators for ranking countries: a
//! defensible setting", *Applied Economics* 41 (2009); OECD/JRC *Handbook* (2008), 6.4; COINr's
//! `outrankMatrix`. A missing score compares with nothing: the weights of the children that both units
//! have are renormalised, pair by pair. So the order of the units does not matter, whereas COINr compares
//! a missing score in one half of the matrix and takes what is left for the other. Two units without a
//! child in common have no entry.
//!
//! ```
//! use yanzhi_engine::Part;
//! use yanzhi_engine::steps::aggregate::Outranking;
//!
//! let (rd, staff, all) = ([9.0, 5.0, 5.0], [1.0, 1.0, 8.0], [true; 3]);
//! let columns = [Part { values: &rd, present: &all }, Part { values: &staff, present: &all }];
//! let matrix = Outranking::of(&columns, &[3.0, 1.0])?;
//! assert_eq!(matrix.get(0, 1), Some(0.875)); // ahead in RD, level in STAFF
//! assert_eq!(matrix.get(1, 0), Some(0.125));
//! assert_eq!(matrix.copeland(), [2, -2, 0]);
//! # Ok::<(), yanzhi_engine::steps::aggregate::OutrankingError>(())
//! ```

pub(crate) mod pairs;

use serde::{Serialize, Serializer};

use crate::column::Part;
use pairs::{Comparison, Pairs};

/// The most units a matrix is made for: 4,096 take 256 MiB.
pub(crate) const MOST_UNITS: usize = 4_096;

/// Shares that differ from one half by less than this are ties.
const TIE: f64 = 1e-12;

/// The outranking matrix; see the [module](self). Serialised as a list of rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Outranking {
    units: usize,
    values: Vec<Option<f64>>,
}

/// Why there is no outranking matrix.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum OutrankingError {
    /// Nothing to compare by.
    #[error("{columns} columns and {weights} weights: give one weight a column, and at least one")]
    Weights {
        /// Number of columns.
        columns: usize,
        /// Number of weights.
        weights: usize,
    },
    /// A weight that is negative or no number.
    #[error("weight number {number} (from 0) is {weight}: it must be a finite number of 0 or more")]
    Weight {
        /// Its place.
        number: usize,
        /// The weight.
        weight: f64,
    },
    /// Columns of different lengths.
    #[error("column number {number} (from 0) has {found} cells and the first has {expected}")]
    Length {
        /// The column's place.
        number: usize,
        /// Its length.
        found: usize,
        /// That of the first.
        expected: usize,
    },
    /// The matrix would take too much memory.
    #[error(
        "{units} units are too many to compare in pairs (at most {most}): compare groups of them"
    )]
    TooMany {
        /// Number of units.
        units: usize,
        /// The most that are compared.
        most: usize,
    },
    /// No node with children, or no period, of this position.
    #[error("there is no node with children at position {node}, or no period {period}")]
    NoSuchNode {
        /// The position of the node.
        node: usize,
        /// The position of the period.
        period: usize,
    },
}

impl Outranking {
    /// Compares the units, one a cell of each column, by columns of which more is better.
    ///
    /// # Errors
    /// Columns of different lengths, not one sound weight a column, or more than 4,096 units.
    pub fn of(columns: &[Part<'_>], weights: &[f64]) -> Result<Self, OutrankingError> {
        let units = check(columns, weights)?;
        let pairs = Pairs::of(units, weights, |child, unit| {
            let column = columns.get(child)?;
            let is_present = column.present.get(unit).copied().unwrap_or(false);
            column.values.get(unit).copied().filter(|_| is_present)
        });
        Ok(Self::from_pairs(units, &pairs))
    }

    pub(crate) fn from_pairs(units: usize, pairs: &Pairs) -> Self {
        let mut values = vec![None; units * units];
        let mut set = |a: usize, b: usize, value: Option<f64>| {
            if let Some(place) = values.get_mut(a * units + b) {
                *place = value;
            }
        };
        for unit in 0..units {
            set(unit, unit, Some(0.0));
        }
        pairs.comparisons(|a, b, comparison| {
            let share = share(comparison);
            set(a, b, share);
            set(b, a, share.map(|share| 1.0 - share));
        });
        Self { units, values }
    }

    /// The number of units.
    pub fn units(&self) -> usize {
        self.units
    }

    /// The share of weight in which unit `a` is ahead of unit `b`, by positions; 0 for a unit and
    /// itself, none where they have nothing in common.
    pub fn get(&self, a: usize, b: usize) -> Option<f64> {
        if b >= self.units {
            return None;
        }
        let place = a.checked_mul(self.units)?.checked_add(b)?;
        self.values.get(place).copied().flatten()
    }

    /// A unit against every other.
    pub fn row(&self, a: usize) -> &[Option<f64>] {
        let rows = self.values.chunks(self.units.max(1));
        rows.skip(a).take(1).next().unwrap_or_default()
    }

    /// How much more weight has `a` ahead of `b` than behind, from −1 to 1; 0 where they have nothing
    /// in common, or are one.
    pub(crate) fn margin(&self, a: usize, b: usize) -> f64 {
        let margin = self.get(a, b).map_or(0.0, |share| 2.0 * share - 1.0);
        if a == b || margin.abs() <= TIE {
            0.0
        } else {
            margin
        }
    }

    /// Copeland scores: units beaten (more than half of the weight) less units beaten by.
    pub fn copeland(&self) -> Vec<i64> {
        let sign = |margin: f64| i64::from(margin > 0.0) - i64::from(margin < 0.0);
        let rivals = 0..self.units;
        rivals
            .clone()
            .map(|a| rivals.clone().map(|b| sign(self.margin(a, b))).sum())
            .collect()
    }

    /// The pairs in which one unit is ahead in everything.
    pub fn dominances(&self) -> usize {
        let is_whole = |share: &&Option<f64>| share.is_some_and(|it| it >= 1.0);
        self.values.iter().filter(is_whole).count()
    }
}

fn share(comparison: Comparison) -> Option<f64> {
    let Comparison {
        above,
        below,
        known,
    } = comparison;
    (known > 0.0).then(|| (above + (known - above - below) / 2.0) / known)
}

fn check(columns: &[Part<'_>], weights: &[f64]) -> Result<usize, OutrankingError> {
    let first = columns.first().filter(|_| columns.len() == weights.len());
    let Some(first) = first else {
        let (columns, weights) = (columns.len(), weights.len());
        return Err(OutrankingError::Weights { columns, weights });
    };
    let is_sound = |weight: f64| weight.is_finite() && weight >= 0.0;
    for (number, &weight) in weights.iter().enumerate() {
        if !is_sound(weight) {
            return Err(OutrankingError::Weight { number, weight });
        }
    }
    let expected = first.values.len();
    for (number, column) in columns.iter().enumerate() {
        let found = column.values.len().min(column.present.len());
        if found != expected {
            return Err(OutrankingError::Length {
                number,
                found,
                expected,
            });
        }
    }
    if expected > MOST_UNITS {
        let (units, most) = (expected, MOST_UNITS);
        return Err(OutrankingError::TooMany { units, most });
    }
    Ok(expected)
}

impl Serialize for Outranking {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.values.chunks(self.units.max(1)))
    }
}
