//! What moved a unit between two runs: its change of score in points by cause, summing to the change.
//!
//! A node whose score is a mean `f⁻¹(Σ w·f(x))` with shares w of the children that have a score (f is x
//! for the arithmetic mean, ln x for the geometric, 1/x for the harmonic, x^p for the generalised one)
//! changes from S to S′ by
//!
//! `S′ − S = Σ [ (w′ − w)·(f̄(x) − f̄(S)) + w̄·(f(x′) − f(x)) ] ÷ g`, g = (f(S′) − f(S)) ÷ (S′ − S),
//!
//! where a bar is the mean of before and after. The first term of a child is what its *weight* did: more
//! weight on a child above the mean lifts the score. The second is what its *score* did, and is divided
//! again in the same way down to the indicators. For arithmetic means g = 1 and the points are plain
//! points; otherwise g is the secant of f (for the geometric mean the logarithmic mean of the scores, as
//! in the LMDI of Ang 2005, *Energy Policy* 33:867), and [`CauseBasis`] says so. Either way the causes add
//! up to the change. Sources: OECD/JRC *Handbook* (2008), 8 (back to the data); Ang 2005.
//!
//! A node whose rule is no such mean is divided by what its children contribute, as the explanation of the
//! score gives it, and no further; where they contribute nothing (a place in an order), its change stands
//! as one cause, of the node.
//!
//! ```
//! # use yanzhi_engine::*;
//! use yanzhi_engine::what_if::{By, Focus, causes};
//!
//! # let run = |rows: [[f64; 2]; 2], weight: f64| -> Result<Index, Box<dyn std::error::Error>> {
//! #     let units = vec![Unit::new("A"), Unit::new("B")];
//! #     let columns = vec![Indicator::new("RD"), Indicator::new("STAFF")];
//! #     let mut frame = FrameBuilder::new(vec!["2023".into()], units, columns)?;
//! #     for (unit, row) in rows.into_iter().enumerate() {
//! #         for (indicator, value) in row.into_iter().enumerate() {
//! #             frame.set(0, unit, indicator, value)?;
//! #         }
//! #     }
//! #     let framework = Framework::new(vec![
//! #         Node::root("index"),
//! #         Node::leaf("RD", "index", weight),
//! #         Node::leaf("STAFF", "index", 1.0),
//! #     ])?;
//! #     let method = toml::from_str("[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'")?;
//! #     Ok(compute(&frame.build(), &framework, &method)?)
//! # };
//! let before = run([[60.0, 40.0], [50.0, 48.0]], 1.0)?; // A 50, B 49
//! let after = run([[60.0, 20.0], [50.0, 48.0]], 3.0)?; // A 50, B 49.5
//! let found = causes(&before, &after, "A", &Focus::default())?;
//! assert_eq!(found.score_change, Some(0.0));
//! // STAFF fell by 20 at a mean weight of 0.375; RD, 10 above the mean score, gained weight.
//! let points: Vec<(&str, By, f64)> =
//!     found.causes.iter().map(|it| (&*it.node, it.by, it.points)).collect();
//! assert_eq!(points, [
//!     ("STAFF", By::Figure, -7.5), ("STAFF", By::Weight, 5.0), ("RD", By::Weight, 2.5),
//! ]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod divide;

use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde::Serialize;

use divide::Division;

use super::WhatIfError;
use super::focus::{Focus, Site, unit_of};
use crate::index::Index;

/// What moved a unit between two runs; see the [module](self).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Causes {
    /// The unit.
    pub unit: String,
    /// The node.
    pub node: String,
    /// The period of the run before.
    pub period_before: String,
    /// The period of the run after.
    pub period_after: String,
    /// The score before.
    pub score_before: Option<f64>,
    /// The score after.
    pub score_after: Option<f64>,
    /// Points won or lost; none where a score is missing, and then there are no causes.
    pub score_change: Option<f64>,
    /// The rank before.
    pub rank_before: Option<u32>,
    /// The rank after.
    pub rank_after: Option<u32>,
    /// How the points are to be read.
    pub basis: CauseBasis,
    /// The causes, the largest first; they sum to the change of the score.
    pub causes: Vec<Cause>,
    /// Units it was not ahead of before and is ahead of now.
    pub passed: Vec<Overtaking>,
    /// Units that were not ahead of it before and are now.
    pub passed_by: Vec<Overtaking>,
}

/// How the points of causes are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CauseBasis {
    /// Every mean on the way is arithmetic: weight × change of the normalised value.
    Points,
    /// Some mean is not: its points are divided by the change of f, for a geometric mean of the logarithm.
    Secant,
    /// Some node on the way is no mean: by contributions of its children, or undivided.
    Undivided,
}

/// One cause of a change.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cause {
    /// The node it lies in: an indicator, or one above whose weight or rule is another.
    pub node: String,
    /// What about it.
    pub by: By,
    /// Points of the node asked about.
    pub points: f64,
}

/// What about a node moved a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum By {
    /// The indicator's figure is another.
    Figure,
    /// The figure is the same, but not what it counts: normalisation, treatment, the other units.
    Scale,
    /// The share of the node among its siblings is another.
    Weight,
    /// The node has a score in one run only.
    Presence,
    /// The rule that makes the node's score is another.
    Rule,
    /// Points were added to the node's score or taken off.
    Adjustment,
    /// The node contributes more or less to the one above, whose rule does not come apart any further.
    Contribution,
    /// The node's score changed, and its rule does not come apart.
    Node,
}

/// Two units whose order changed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Overtaking {
    /// The other unit.
    pub unit: String,
    /// Score of the unit asked about less that of the other, before.
    pub gap_before: f64,
    /// The same after.
    pub gap_after: f64,
    /// The causes, the largest first; they sum to the change of the gap.
    pub causes: Vec<Cause>,
}

/// What moved a unit between two runs.
///
/// # Errors
/// A unit, period or node that one of the runs does not have.
pub fn causes(
    before: &Index,
    after: &Index,
    unit: &str,
    focus: &Focus,
) -> Result<Causes, WhatIfError> {
    moved(focus.site(before)?, focus.site(after)?, unit)
}

/// What moved a unit between two periods of one run; the focus names the later one.
///
/// # Errors
/// A unit, period or node that the run does not have.
pub fn causes_between_periods(
    index: &Index,
    before: &str,
    unit: &str,
    focus: &Focus,
) -> Result<Causes, WhatIfError> {
    let earlier = focus.clone().in_period(before);
    moved(earlier.site(index)?, focus.site(index)?, unit)
}

fn moved(before: Site<'_>, after: Site<'_>, unit: &str) -> Result<Causes, WhatIfError> {
    let of = Pair {
        before: unit_of(before.index, unit)?,
        after: unit_of(after.index, unit)?,
    };
    let scores = (before.score(of.before), after.score(of.after));
    let division = Division::of(before, after, of);
    let both = Both { before, after };
    Ok(Causes {
        unit: unit.to_owned(),
        node: before.node_code(),
        period_before: before.period_name(),
        period_after: after.period_name(),
        score_before: scores.0,
        score_after: scores.1,
        score_change: scores.0.zip(scores.1).map(|(was, is)| is - was),
        rank_before: before.rank(of.before),
        rank_after: after.rank(of.after),
        basis: division.basis,
        passed: both.overtakings(of, &division, |was, is| was.is_ge() && is.is_lt()),
        passed_by: both.overtakings(of, &division, |was, is| was.is_le() && is.is_gt()),
        causes: division.sorted(),
    })
}

/// A unit's position in both runs.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Pair {
    before: usize,
    after: usize,
}

struct Both<'a> {
    before: Site<'a>,
    after: Site<'a>,
}

impl Both<'_> {
    fn overtakings(
        &self,
        of: Pair,
        own: &Division,
        is_asked: fn(Ordering, Ordering) -> bool,
    ) -> Vec<Overtaking> {
        let units = self.before.index.units().iter().enumerate();
        let others = units.filter_map(|(position, unit)| {
            let after = self.after.index.unit_position(&unit.code)?;
            let other = Pair {
                before: position,
                after,
            };
            let (was, is) = self.orders(of, other)?;
            is_asked(was, is).then(|| self.overtaking(of, other, own))?
        });
        others.collect()
    }

    /// The order of the two ranks in each run; less is ahead.
    fn orders(&self, of: Pair, other: Pair) -> Option<(Ordering, Ordering)> {
        let was = self.before.rank(of.before)?;
        let is = self.after.rank(of.after)?;
        Some((
            was.cmp(&self.before.rank(other.before)?),
            is.cmp(&self.after.rank(other.after)?),
        ))
    }

    fn overtaking(&self, of: Pair, other: Pair, own: &Division) -> Option<Overtaking> {
        let gap_before = self.before.score(of.before)? - self.before.score(other.before)?;
        let gap_after = self.after.score(of.after)? - self.after.score(other.after)?;
        let theirs = Division::of(self.before, self.after, other);
        Some(Overtaking {
            unit: self.before.unit_code(other.before),
            gap_before,
            gap_after,
            causes: own.less(&theirs).sorted(),
        })
    }
}

impl Division {
    /// The causes of the gap between two units.
    fn less(&self, other: &Self) -> Self {
        let mut points: BTreeMap<(String, By), f64> = BTreeMap::new();
        let signed = |causes: &[Cause], sign: f64| -> Vec<((String, By), f64)> {
            let keyed = causes
                .iter()
                .map(|it| ((it.node.clone(), it.by), sign * it.points));
            keyed.collect()
        };
        let own = signed(&self.causes, 1.0);
        for (key, more) in own.into_iter().chain(signed(&other.causes, -1.0)) {
            *points.entry(key).or_default() += more;
        }
        let causes = points
            .into_iter()
            .map(|((node, by), points)| Cause { node, by, points });
        Self {
            basis: self.basis,
            causes: causes.collect(),
        }
    }

    /// The largest first; equal ones by code.
    fn sorted(mut self) -> Vec<Cause> {
        self.causes.sort_by(|one, other| {
            let size = other.points.abs().total_cmp(&one.points.abs());
            size.then_with(|| (&one.node, one.by).cmp(&(&other.node, other.by)))
        });
        self.causes
    }
}

#[cfg(test)]
mod tests;
