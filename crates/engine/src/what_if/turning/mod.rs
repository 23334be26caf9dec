//! How far one weight can move before the leader changes.
//!
//! The share s of a node among its siblings moves down towards 0 and up towards 1; the siblings keep their
//! proportions and share the rest. Figures, normalised values and all other weights are held. The turning
//! point is the share at which another unit draws level with the leader: up to there the leader leads, just
//! beyond it somebody else does.
//!
//! Where every mean from the node's parent up to the node asked about is arithmetic and no sibling is
//! missing for some units only, scores are linear in s, `S(s) = S + b·(s − s₀)`, and the turning point of
//! the leader L and a rival v is exact: `s₀ + (S_L − S_v) ÷ (b_v − b_L)`. Elsewhere 64 equal steps are taken
//! in each direction and the first that has another leader is bisected to 1e-9 of share; a leader who loses
//! and regains the lead within one step is not noticed, and the answer says `bisection`.
//! Source: OECD/JRC *Handbook* (2008), 7; Triantaphyllou and Sánchez 1997, *Decision Sciences* 28:151.
//!
//! ```
//! # use yanzhi_engine::*;
//! use yanzhi_engine::what_if::{Focus, Found, Parts, turning_points};
//!
//! # let mut frame = FrameBuilder::new(
//! #     vec!["2023".into()],
//! #     vec![Unit::new("A"), Unit::new("B")],
//! #     vec![Indicator::new("RD"), Indicator::new("STAFF")],
//! # )?;
//! # for (unit, indicator, value) in [(0, 0, 90.0), (0, 1, 10.0), (1, 0, 40.0), (1, 1, 80.0)] {
//! #     frame.set(0, unit, indicator, value)?;
//! # }
//! # let frame = frame.build();
//! # let framework = Framework::new(vec![
//! #     Node::root("index"),
//! #     Node::leaf("RD", "index", 1.0),
//! #     Node::leaf("STAFF", "index", 1.0),
//! # ])?;
//! # let method: Method = toml::from_str("[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'")?;
//! // A has 90 and 10, B has 40 and 80. With the share s on RD: A 10 + 80s, B 80 − 40s.
//! let found =
//!     turning_points(&frame, &framework, &method, &Parts::Indicators, &Focus::default(), &())?;
//! let rd = &found.nodes[0];
//! let up = rd.up.as_ref().unwrap();
//! assert!((up.share - 70.0 / 120.0).abs() < 1e-12 && rd.found == Found::Exact);
//! assert!((up.weight.unwrap() - 1.4).abs() < 1e-12); // 1.4 : 1 instead of 1 : 1
//! assert_eq!((&found.leaders[0], &up.leaders[0]), (&"B".to_owned(), &"A".to_owned()));
//! assert_eq!(rd.down, None); // with less on RD, B leads always
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod held;
mod line;

use serde::Serialize;

use held::Held;
use line::Lines;

use super::WhatIfError;
use super::compare::leaders;
use super::focus::{Focus, Site, code_of, node_of};
use super::mean::Mean;
use super::parts::Parts;
use super::watch::tell;
use crate::frame::Frame;
use crate::framework::Framework;
use crate::method::Method;
use crate::progress::Progress;

/// A turning point found by bisection is at most this far off, in share.
pub const SHARE_TOLERANCE: f64 = 1e-9;

const STEPS: u32 = 64;

/// How far each weight can move before the leader changes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TurningPoints {
    /// The period.
    pub period: String,
    /// The node whose leader is asked about.
    pub node: String,
    /// Those with rank 1 as the weights are.
    pub leaders: Vec<String>,
    /// The nodes whose weights are moved.
    pub nodes: Vec<Turning>,
}

/// How far one weight can move.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Turning {
    /// The node.
    pub node: String,
    /// Its weight as it is.
    pub weight: f64,
    /// Its share among its siblings as it is.
    pub share: f64,
    /// How the turning points were found.
    pub found: Found,
    /// Where the leader changes as the share falls; none when it never does.
    pub down: Option<Turn>,
    /// Where the leader changes as the share rises; none when it never does.
    pub up: Option<Turn>,
}

/// How turning points were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Found {
    /// Scores are linear in the share, and the lines were intersected.
    Exact,
    /// In steps and by bisection, to [`SHARE_TOLERANCE`].
    Bisection,
    /// There is nothing to find: the node has no siblings that weigh anything, so its share is 1.
    Alone,
}

/// Where the leader changes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Turn {
    /// The share up to which the leader leads.
    pub share: f64,
    /// The weight that gives this share while the siblings' weights stay as they are.
    pub weight: Option<f64>,
    /// Who leads beyond.
    pub leaders: Vec<String>,
}

/// How far each weight can move before the leader changes.
///
/// # Errors
/// An index that cannot be computed; an unknown period, node or level; a node that is not under the one
/// asked about; nobody with a score; the wish of `progress` to stop.
pub fn turning_points(
    frame: &Frame,
    framework: &Framework,
    method: &Method,
    which: &Parts,
    focus: &Focus,
    progress: &dyn Progress,
) -> Result<TurningPoints, WhatIfError> {
    let held = Held::of(frame, framework, method)?;
    let site = focus.site(&held.index)?;
    let leaders = leaders(&site);
    if leaders.is_empty() {
        return Err(WhatIfError::NoScores {
            node: site.node_code(),
            period: site.period_name(),
        });
    }
    let codes = which.codes(framework)?;
    let mut nodes = Vec::with_capacity(codes.len());
    for (done, code) in codes.iter().enumerate() {
        tell(progress, done, codes.len())?;
        let node = node_of(&held.index, code)?;
        if node == site.node || !framework.subtree(site.node).contains(&node) {
            return Err(WhatIfError::NotUnder {
                node: code.clone(),
                above: site.node_code(),
            });
        }
        nodes.push(Moving::new(&held, site, node).turning()?);
    }
    tell(progress, codes.len(), codes.len())?;
    Ok(TurningPoints {
        period: site.period_name(),
        node: site.node_code(),
        leaders,
        nodes,
    })
}

/// A node whose share moves.
struct Moving<'a> {
    held: &'a Held,
    site: Site<'a>,
    node: usize,
    weight: f64,
    /// The weight of the siblings.
    rest: f64,
}

impl<'a> Moving<'a> {
    fn new(held: &'a Held, site: Site<'a>, node: usize) -> Self {
        let siblings = held.siblings(node);
        Self {
            held,
            site,
            node,
            weight: held.weight(node).unwrap_or_default(),
            rest: siblings.iter().filter_map(|it| held.weight(*it)).sum(),
        }
    }

    fn share(&self) -> f64 {
        self.weight / (self.weight + self.rest)
    }

    fn turning(&self) -> Result<Turning, WhatIfError> {
        let (found, down, up) = if self.rest <= 0.0 {
            (Found::Alone, None, None)
        } else if self.is_linear() {
            let lines = self.lines()?;
            let turn = |up| lines.turn(up).map(|(share, who)| self.turn(share, &who));
            (Found::Exact, turn(false), turn(true))
        } else {
            let (down, up) = (SHARE_TOLERANCE, 1.0 - SHARE_TOLERANCE);
            (Found::Bisection, self.walk(down)?, self.walk(up)?)
        };
        Ok(Turning {
            node: code_of(self.held_index(), self.node).to_owned(),
            weight: self.weight,
            share: self.share(),
            found,
            down,
            up,
        })
    }

    fn held_index(&self) -> &'a crate::Index {
        self.site.index
    }

    fn turn(&self, share: f64, units: &[usize]) -> Turn {
        let names = units.iter().map(|unit| self.site.unit_code(*unit));
        self.turn_to(share, names.collect())
    }

    fn turn_to(&self, share: f64, leaders: Vec<String>) -> Turn {
        Turn {
            share,
            weight: (share < 1.0).then(|| share / (1.0 - share) * self.rest),
            leaders,
        }
    }

    /// Whether every score is linear in the share.
    fn is_linear(&self) -> bool {
        let index = self.held_index();
        let framework = index.framework();
        let above = std::iter::successors(framework.parent(self.node), |it| framework.parent(*it));
        let mut on_the_way = above.take_while(|it| framework.subtree(self.site.node).contains(it));
        let is_arithmetic =
            |node: usize| index.rule_of(node).and_then(Mean::of) == Some(Mean::Identity);
        on_the_way.all(is_arithmetic)
            && (0..index.units().len()).all(|unit| self.is_linear_for(unit))
    }

    /// The siblings that have a score weigh the same for every share: all of them, or none beside the
    /// node, or the node itself has none.
    fn is_linear_for(&self, unit: usize) -> bool {
        let has = |node: usize| {
            self.held_index()
                .score(self.site.period, node, unit)
                .is_some()
        };
        let siblings = self.held.siblings(self.node).into_iter();
        let mut heavy = siblings.filter(|it| self.held.weight(*it).is_some_and(|it| it > 0.0));
        !has(self.node) || heavy.clone().all(has) || !heavy.any(has)
    }

    fn lines(&self) -> Result<Lines, WhatIfError> {
        let (low, high) = (0.25, 0.75);
        let [low, high] = [(low, self.scores_at(low)?), (high, self.scores_at(high)?)];
        let now = (0..self.held_index().units().len()).map(|unit| self.site.score(unit));
        Ok(Lines::through(self.share(), now, &low, &high))
    }

    fn scores_at(&self, share: f64) -> Result<Vec<Option<f64>>, WhatIfError> {
        self.held.scores(&self.site, self.node, share)
    }

    fn leaders_at(&self, share: f64) -> Result<Vec<String>, WhatIfError> {
        let scores = self.scores_at(share)?;
        let best = scores.iter().copied().flatten().reduce(f64::max);
        let leading = scores
            .iter()
            .enumerate()
            .filter(|(_, score)| **score >= best);
        let leading = leading.filter(|(_, score)| score.is_some());
        Ok(leading.map(|(unit, _)| self.site.unit_code(unit)).collect())
    }

    /// Steps from the share as it is to an end, and bisects the first step that has another leader.
    fn walk(&self, end: f64) -> Result<Option<Turn>, WhatIfError> {
        let start = self.share();
        let now = leaders(&self.site);
        let mut safe = start;
        for step in 1..=STEPS {
            let share = start + (end - start) * (f64::from(step) / f64::from(STEPS));
            let leaders = self.leaders_at(share)?;
            if leaders != now {
                return self.bisect(safe, (share, leaders), &now).map(Some);
            }
            safe = share;
        }
        Ok(None)
    }

    fn bisect(
        &self,
        mut safe: f64,
        mut turned: (f64, Vec<String>),
        now: &[String],
    ) -> Result<Turn, WhatIfError> {
        while (turned.0 - safe).abs() > SHARE_TOLERANCE {
            let middle = f64::midpoint(safe, turned.0);
            let leaders = self.leaders_at(middle)?;
            if leaders == now {
                safe = middle;
            } else {
                turned = (middle, leaders);
            }
        }
        Ok(self.turn_to(safe, turned.1))
    }
}

#[cfg(test)]
mod tests;
