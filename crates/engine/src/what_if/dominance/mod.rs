//! Who beats whom whatever the weights, and which ranks a unit can have at all.
//!
//! The weights may be any within [`WeightBounds`]: every node's share among its siblings between two limits
//! (shares sum to 1 under every parent), and siblings ordered by importance where that is said. For units a
//! and b the largest and the smallest difference `S(a) − S(b)` over all of them is a linear programme under
//! each parent, from the indicators upwards: shares are not negative, so the best at a parent is made of the
//! best at its children, and the nested programmes are exact. Where a parent's shares have limits only, its
//! programme is solved by filling the shares from the largest difference down; with an order, by the
//! simplex (met to 1e-10).
//!
//! | answer | when |
//! |---|---|
//! | a *necessarily* beats b | `S(a) − S(b) > 0` for all weights |
//! | a *possibly* beats b | `S(a) − S(b) > 0` for some weights |
//! | best rank, `bound` | 1 + the number of units that necessarily beat it: no weights give a better one |
//! | worst rank, `bound` | 1 + the number of units that possibly beat it: no weights give a worse one |
//! | best and worst rank, `attained` | seen at some weights: those given and those that are best or worst for the unit against each other unit and against their mean |
//!
//! A bound need not be reached, since different units may need different weights to pass; the true extreme
//! lies between `attained` and `bound`, and `is_exact` says when they are one. Scores closer than 1e-12 of
//! the largest (1e-9 with an order) are level. Units with a missing score anywhere under the node are left
//! out and named: their weights would renormalise, and the difference is no longer linear. Points added
//! after the aggregation stay as they are. Sources: Greco, Mousseau and Słowiński 2008, *EJOR* 191:416
//! (necessary and possible preference); Kadziński, Greco and Słowiński 2012, *Omega* 40:488 (extreme ranks).
//!
//! ```
//! # use yanzhi_engine::*;
//! use yanzhi_engine::what_if::{Focus, WeightBounds, dominance};
//!
//! # let mut frame = FrameBuilder::new(
//! #     vec!["2023".into()],
//! #     vec![Unit::new("A"), Unit::new("B"), Unit::new("C")],
//! #     vec![Indicator::new("RD"), Indicator::new("STAFF")],
//! # )?;
//! # for (unit, row) in [[90.0, 60.0], [70.0, 50.0], [40.0, 80.0]].into_iter().enumerate() {
//! #     for (indicator, value) in row.into_iter().enumerate() {
//! #         frame.set(0, unit, indicator, value)?;
//! #     }
//! # }
//! # let framework = Framework::new(vec![
//! #     Node::root("index"),
//! #     Node::leaf("RD", "index", 1.0),
//! #     Node::leaf("STAFF", "index", 1.0),
//! # ])?;
//! # let method: Method = toml::from_str("[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'")?;
//! // A has 90 and 60, B 70 and 50, C 40 and 80.
//! let index = compute(&frame.build(), &framework, &method)?;
//! let found = dominance(&index, &WeightBounds::default(), &Focus::default(), &())?;
//! assert!(found.necessary[0][1]); // A beats B in both
//! assert!(found.possible[2][0] && !found.necessary[2][0]); // C beats A on STAFF alone
//! let b = &found.ranks[1];
//! assert_eq!((b.best.bound, b.worst.bound), (2, 3)); // never first
//! assert!(b.best.is_exact && b.worst.is_exact);
//!
//! // With shares within a fifth of themselves, STAFF has 0.6 at most: A 72, B 58, C 64.
//! let narrow = WeightBounds::within(0.2);
//! let found = dominance(&index, &narrow, &Focus::default(), &())?;
//! assert!(found.necessary[0][2]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod bounds;
mod model;
mod shares;

use serde::Serialize;

pub use bounds::{Order, ShareBounds, WeightBounds};

use model::{Extremes, Model};

use super::WhatIfError;
use super::focus::Focus;
use super::watch::tell;
use crate::index::Index;
use crate::progress::Progress;

/// More units than this are refused: time grows with the third power of their number.
pub const MOST_UNITS: usize = 1_000;

/// Who beats whom, and which ranks there can be, over all weights within bounds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Dominance {
    /// The period.
    pub period: String,
    /// The node.
    pub node: String,
    /// The units judged; rows and columns of the matrices.
    pub units: Vec<String>,
    /// Units with a missing score somewhere under the node, who are not judged.
    pub left_out: Vec<String>,
    /// `necessary[a][b]`: a beats b whatever the weights.
    pub necessary: Vec<Vec<bool>>,
    /// `possible[a][b]`: there are weights with which a beats b.
    pub possible: Vec<Vec<bool>>,
    /// The ranks each unit can have among those judged.
    pub ranks: Vec<AttainableRanks>,
}

/// The ranks a unit can have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AttainableRanks {
    /// The unit.
    pub unit: String,
    /// Its rank with the weights as they are, among the units judged.
    pub rank: u32,
    /// The best.
    pub best: RankLimit,
    /// The worst.
    pub worst: RankLimit,
}

/// One end of the ranks a unit can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct RankLimit {
    /// No weights within the bounds go beyond this rank; they may not reach it.
    pub bound: u32,
    /// Some weights within the bounds give this rank.
    pub attained: u32,
    /// The two are one, so this is the extreme.
    pub is_exact: bool,
}

/// Who beats whom and which ranks there can be, over all weights within bounds.
///
/// # Errors
/// A period or node that is unknown; an aggregation that is not arithmetic on the way from the node to the
/// indicators; bounds that name unknown nodes or leave no weights; more than [`MOST_UNITS`] units; the wish
/// of `progress` to stop.
pub fn dominance(
    index: &Index,
    bounds: &WeightBounds,
    focus: &Focus,
    progress: &dyn Progress,
) -> Result<Dominance, WhatIfError> {
    let site = focus.site(index)?;
    let model = Model::of(site, bounds)?;
    let units = model.units.len();
    if units > MOST_UNITS {
        let most = MOST_UNITS;
        return Err(WhatIfError::TooManyUnits { units, most });
    }
    let mut extremes = Extremes::start(&model);
    // most[a][b]: the largest S(a) − S(b).
    let mut most = Vec::with_capacity(units);
    for unit in 0..units {
        tell(progress, unit, units)?;
        most.push(extremes.against_all(&model, unit)?);
    }
    tell(progress, units, units)?;
    let beats = |a: usize, b: usize| cell(&most, a, b) > model.tolerance;
    let always = |a: usize, b: usize| a != b && cell(&most, b, a) < -model.tolerance;
    let could = |a: usize, b: usize| a != b && cell(&most, a, b) > model.slack;
    let matrix = |holds: &dyn Fn(usize, usize) -> bool| -> Vec<Vec<bool>> {
        let row = |a| (0..units).map(|b| holds(a, b)).collect();
        (0..units).map(row).collect()
    };
    let count = |holds: &dyn Fn(usize) -> bool| {
        let count = (0..units).filter(|other| holds(*other)).count();
        u32::try_from(count + 1).unwrap_or(u32::MAX)
    };
    let ranks = extremes.ranks.iter().enumerate().map(|(unit, seen)| {
        let best = count(&|other| always(other, unit));
        let worst = count(&|other| could(other, unit));
        AttainableRanks {
            unit: model.unit_code(unit),
            rank: seen.now,
            best: RankLimit::between(best, seen.best),
            worst: RankLimit::between(worst, seen.worst),
        }
    });
    Ok(Dominance {
        period: site.period_name(),
        node: site.node_code(),
        units: (0..units).map(|unit| model.unit_code(unit)).collect(),
        left_out: model.left_out(),
        ranks: ranks.collect(),
        necessary: matrix(&always),
        possible: matrix(&|a, b| a != b && beats(a, b)),
    })
}

fn cell(matrix: &[Vec<f64>], row: usize, column: usize) -> f64 {
    let row = matrix.get(row);
    row.and_then(|row| row.get(column))
        .copied()
        .unwrap_or_default()
}

impl RankLimit {
    fn between(bound: u32, attained: u32) -> Self {
        Self {
            bound,
            attained,
            is_exact: bound == attained,
        }
    }
}

#[cfg(test)]
mod tests;
