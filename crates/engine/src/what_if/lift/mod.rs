//! The smallest change of one figure that lifts a unit to a rank.
//!
//! The figure of one indicator is moved in its better direction, everything else stays; the whole method is
//! computed again for every figure tried, so a minimum or maximum that moves with it, a treated outlier or
//! a changed weight are all accounted for. Distances grow by doubling from a millionth of the column's size
//! (its range or the figure, whichever is larger) to a million times it. The first that reaches the rank is
//! bisected against the one before until the two differ by less than `tolerance` of the distance: the answer
//! reaches the rank, and the distance less the tolerance did not. Where a figure cannot be computed (a
//! logarithm of 0), the edge is approached in the same way. Were a rank reached and lost again between two
//! doublings, a smaller change might exist; the search would not see it.
//!
//! *Not attainable* is an answer too, with the best rank seen and the reason.
//! Source: OECD/JRC *Handbook* (2008), 8 (back to the data).
//!
//! ```
//! # use yanzhi_engine::*;
//! use yanzhi_engine::what_if::{Aim, Ascent, Obstacle, lift};
//!
//! # let mut frame = FrameBuilder::new(
//! #     vec!["2023".into()],
//! #     vec![Unit::new("A"), Unit::new("B")],
//! #     vec![Indicator::new("RD"), Indicator::new("STAFF")],
//! # )?;
//! # for (unit, indicator, value) in [(0, 0, 1.2), (0, 1, 10.0), (1, 0, 2.4), (1, 1, 8.0)] {
//! #     frame.set(0, unit, indicator, value)?;
//! # }
//! # let frame = frame.build();
//! # let framework = Framework::new(vec![
//! #     Node::root("index"),
//! #     Node::leaf("RD", "index", 1.0),
//! #     Node::leaf("STAFF", "index", 1.0),
//! # ])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "normalise"
//!     rule = "standard_ratio"
//!     [steps.indicators]
//!     RD = { standard = 3.0 }
//!     STAFF = { standard = 10.0 }
//!
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! // A has 40 and 100: 70. B has 80 and 80: 80. At an RD of 1.8 A has 60 and draws level.
//! let found = lift(&frame, &framework, &method, &Aim::new("A", 1), &())?;
//! let Ascent::Attained { figure, change, rank } = found.lifts[0].ascent else { panic!() };
//! assert!((figure - 1.8).abs() < 1e-8 && (change - 0.6).abs() < 1e-8 && rank == 1);
//! // STAFF stands at its cap already.
//! let reason = Obstacle::NoEffect;
//! assert_eq!(found.lifts[1].ascent, Ascent::NotAttainable { best_rank: Some(2), reason });
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod search;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use search::Search;

use super::WhatIfError;
use super::focus::{Focus, indicator_in, unit_of};
use super::watch::tell;
use crate::compute::compute;
use crate::frame::Frame;
use crate::framework::Framework;
use crate::method::Method;
use crate::progress::Progress;

/// Who is to reach which rank, and how.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Aim {
    /// The unit.
    pub unit: String,
    /// The rank it is to reach, or a better one.
    pub rank: u32,
    /// The indicators tried, each alone; empty for all of the framework.
    #[serde(default)]
    pub indicators: Vec<String>,
    /// Where the rank is looked at.
    #[serde(default)]
    pub focus: Focus,
    /// Between which figures an indicator may move.
    #[serde(default)]
    pub limits: BTreeMap<String, Limits>,
    /// The change is found up to this part of itself; between 0 and 1.
    #[serde(default = "default_tolerance")]
    pub tolerance: f64,
}

/// Between which figures an indicator may move.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// The smallest; none for no limit.
    pub least: Option<f64>,
    /// The largest; none for no limit.
    pub most: Option<f64>,
}

fn default_tolerance() -> f64 {
    1e-9
}

impl Aim {
    /// By any single indicator, without limits, at the index itself in the last period.
    pub fn new(unit: impl Into<String>, rank: u32) -> Self {
        Self {
            unit: unit.into(),
            rank,
            indicators: Vec::new(),
            focus: Focus::default(),
            limits: BTreeMap::new(),
            tolerance: default_tolerance(),
        }
    }

    /// By this indicator (and others named so).
    #[must_use]
    pub fn by(mut self, indicator: impl Into<String>) -> Self {
        self.indicators.push(indicator.into());
        self
    }

    fn check(&self, units: usize) -> Result<(), WhatIfError> {
        let tolerance = self.tolerance;
        if !(tolerance > 0.0 && tolerance < 1.0) {
            return Err(WhatIfError::Tolerance { tolerance });
        }
        if self.rank == 0 || usize::try_from(self.rank).is_ok_and(|rank| rank > units) {
            let rank = self.rank;
            return Err(WhatIfError::UnknownRank { rank, units });
        }
        let is_bad = |limits: &Limits| {
            let least = limits.least.unwrap_or(f64::NEG_INFINITY);
            least.is_nan()
                || limits
                    .most
                    .is_some_and(|most| most.is_nan() || most < least)
        };
        match self.limits.iter().find(|(_, limits)| is_bad(limits)) {
            Some((indicator, _)) => Err(WhatIfError::Limits {
                indicator: indicator.clone(),
            }),
            None => Ok(()),
        }
    }
}

/// What it takes to lift a unit, by each indicator alone.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Lifts {
    /// The unit.
    pub unit: String,
    /// The period.
    pub period: String,
    /// The node in which the rank is asked for.
    pub node: String,
    /// The rank as it is.
    pub rank_now: Option<u32>,
    /// The rank asked for.
    pub rank_asked: u32,
    /// A change is found up to this part of itself.
    pub tolerance: f64,
    /// By indicator.
    pub lifts: Vec<Lift>,
}

/// What it takes to lift a unit by one indicator.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Lift {
    /// The indicator whose figure moves.
    pub indicator: String,
    /// The figure as it is.
    pub figure_now: Option<f64>,
    /// What it takes.
    pub ascent: Ascent,
}

/// Whether a rank can be reached.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Ascent {
    /// The unit has the rank or a better one.
    AlreadyThere,
    /// This figure reaches it.
    Attained {
        /// The figure.
        figure: f64,
        /// The figure less the one now.
        change: f64,
        /// The rank with it.
        rank: u32,
    },
    /// No figure that was tried reaches it.
    NotAttainable {
        /// The best rank seen.
        best_rank: Option<u32>,
        /// Why it goes no further.
        reason: Obstacle,
    },
}

/// Why a rank cannot be reached.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "obstacle", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Obstacle {
    /// The unit has no figure that could move.
    NoFigure,
    /// No figure tried changed the unit's score: the indicator weighs nothing, or the unit stands at its
    /// cap or at the top of its scale already.
    NoEffect,
    /// From about this figure on the unit's score rises no more: a cap, a goalpost, the top of the scale.
    Capped {
        /// The first figure tried after which the score stayed.
        from: f64,
    },
    /// The score still moves at the last figure that may be tried.
    Limit {
        /// That figure.
        figure: f64,
    },
    /// The index cannot be computed with this figure.
    Refused {
        /// The figure.
        figure: f64,
        /// Why not.
        reason: String,
    },
}

/// The smallest change of a figure that lifts a unit to a rank, by each indicator alone.
///
/// # Errors
/// An index that cannot be computed as it is; an unknown unit, indicator, period or node; a rank that there
/// is not; limits or a tolerance that are none; the wish of `progress` to stop.
pub fn lift(
    frame: &Frame,
    framework: &Framework,
    method: &Method,
    aim: &Aim,
    progress: &dyn Progress,
) -> Result<Lifts, WhatIfError> {
    aim.check(frame.units().len())?;
    let index = compute(frame, framework, method)?;
    let site = aim.focus.site(&index)?;
    let unit = unit_of(&index, &aim.unit)?;
    let indicators: Vec<&str> = if aim.indicators.is_empty() {
        framework.leaves().map(|(_, code)| code).collect()
    } else {
        aim.indicators.iter().map(String::as_str).collect()
    };
    for code in indicators
        .iter()
        .copied()
        .chain(aim.limits.keys().map(String::as_str))
    {
        indicator_in(frame, code)?;
    }
    let mut lifts = Vec::with_capacity(indicators.len());
    for (done, indicator) in indicators.iter().enumerate() {
        tell(progress, done, indicators.len())?;
        let search = Search::new(frame, framework, method, aim, (site, unit), indicator)?;
        lifts.push(search.lift());
    }
    tell(progress, indicators.len(), indicators.len())?;
    Ok(Lifts {
        unit: aim.unit.clone(),
        period: site.period_name(),
        node: site.node_code(),
        rank_now: site.rank(unit),
        rank_asked: aim.rank,
        tolerance: aim.tolerance,
        lifts,
    })
}

#[cfg(test)]
mod tests;
