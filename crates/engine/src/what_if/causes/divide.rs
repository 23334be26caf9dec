//! Divides the change of one unit's score among its causes, from the node asked about to the indicators.

use std::collections::BTreeMap;

use super::{By, Cause, CauseBasis, Pair};
use crate::index::Index;
use crate::what_if::focus::{Site, code_of};
use crate::what_if::mean::Mean;

/// Causes smaller than this share of the scores are rounding, not causes.
const ROUNDING: f64 = 1e-13;

/// A rule may round its score by this share of it, so that contributions miss it by as much.
const ROUNDED: f64 = 1e-9;

/// The causes of a change, and how to read them.
pub(super) struct Division {
    pub(super) basis: CauseBasis,
    pub(super) causes: Vec<Cause>,
}

/// A node that is in both runs, and how many points of the node asked about a point of its score is.
struct Open {
    before: usize,
    after: usize,
    worth: f64,
}

/// A child in the two runs.
#[derive(Debug, Clone, Copy)]
struct Term {
    before: Option<usize>,
    after: Option<usize>,
    /// Shares in the weight of the siblings that have a score; 0 where it has none.
    shares: (f64, f64),
    /// Scores; where it has one only, that on both sides.
    scores: (f64, f64),
}

/// How the change of a mean is divided: from one score to another under one mean, the rest being the
/// rule's.
struct Plan {
    mean: Mean,
    from: f64,
    to: f64,
    by_rule: f64,
}

impl Plan {
    /// The size of the slope of f over the change; 0 where the change cannot be divided by it.
    fn slope(&self) -> f64 {
        let slope = self.mean.secant(self.from, self.to).abs();
        if slope.is_finite() { slope } else { 0.0 }
    }
}

struct Divider<'a> {
    before: Site<'a>,
    after: Site<'a>,
    unit: Pair,
    scale: f64,
    open: Vec<Open>,
    found: Division,
}

impl Division {
    /// The causes of a unit's change at the node of the sites; none where a score is missing.
    pub(super) fn of(before: Site<'_>, after: Site<'_>, unit: Pair) -> Self {
        let mut divider = Divider {
            before,
            after,
            unit,
            scale: 0.0,
            open: Vec::new(),
            found: Self {
                basis: CauseBasis::Points,
                causes: Vec::new(),
            },
        };
        if let (Some(was), Some(is)) = (before.score(unit.before), after.score(unit.after)) {
            divider.scale = was.abs().max(is.abs());
            divider.open.push(Open {
                before: before.node,
                after: after.node,
                worth: 1.0,
            });
        }
        while let Some(node) = divider.open.pop() {
            divider.divide(&node);
        }
        divider.found
    }
}

impl Divider<'_> {
    fn divide(&mut self, node: &Open) {
        let added = self.added(node);
        self.add(node.before, By::Adjustment, node.worth * added);
        let scores = (self.made_before(node.before), self.made_after(node.after));
        let (Some(was), Some(is)) = scores else {
            return;
        };
        let (first, second) = (self.before.index, self.after.index);
        let is_leaf = |index: &Index, node| index.framework().children(node).is_empty();
        match (is_leaf(first, node.before), is_leaf(second, node.after)) {
            (true, true) => {
                let by = self.leaf_moved_by(node);
                self.add(node.before, by, node.worth * (is - was));
            }
            (false, false) => {
                let terms = self.terms(node);
                let plan = self.plan(node, &terms);
                if let Some(plan) = plan.filter(|it| it.slope() > 0.0) {
                    self.follow(&plan, node, &terms);
                } else {
                    self.leave_whole(node, is - was);
                }
            }
            _ => self.leave_whole(node, is - was),
        }
    }

    /// Points added after the aggregation, less those before; only the root has any.
    fn added(&self, node: &Open) -> f64 {
        let before = Site {
            node: node.before,
            ..self.before
        };
        let after = Site {
            node: node.after,
            ..self.after
        };
        after.added(self.unit.after) - before.added(self.unit.before)
    }

    /// A score as the aggregation left it.
    fn made_before(&self, node: usize) -> Option<f64> {
        let index = self.before.index;
        index.aggregated(self.before.period, node, self.unit.before)
    }

    fn made_after(&self, node: usize) -> Option<f64> {
        let index = self.after.index;
        index.aggregated(self.after.period, node, self.unit.after)
    }

    /// A node whose rule is no mean: by what its children contribute, else as a whole.
    fn leave_whole(&mut self, node: &Open, change: f64) {
        self.found.basis = CauseBasis::Undivided;
        let Some(contributions) = self.contributions(node, change) else {
            self.add(node.before, By::Node, node.worth * change);
            return;
        };
        for (code, points) in contributions {
            self.push(code, By::Contribution, node.worth * points);
        }
    }

    /// What each child contributes after less what it contributed before; none unless that is all the
    /// change.
    fn contributions(&self, node: &Open, change: f64) -> Option<Vec<(String, f64)>> {
        let of = |site: &Site<'_>, node: usize, unit: usize| -> Vec<(String, f64)> {
            let children = site.index.framework().children(node).iter();
            let explained =
                children.filter_map(|it| site.index.explain_node(site.period, *it, unit));
            let points = explained.filter_map(|it| Some((it.node, it.contribution?)));
            points.collect()
        };
        let mut points: BTreeMap<String, f64> = BTreeMap::new();
        for (code, now) in of(&self.after, node.after, self.unit.after) {
            *points.entry(code).or_default() += now;
        }
        for (code, then) in of(&self.before, node.before, self.unit.before) {
            *points.entry(code).or_default() -= then;
        }
        let sum: f64 = points.values().sum();
        let is_all = (sum - change).abs() <= ROUNDED * self.scale.max(change.abs());
        (!points.is_empty() && is_all).then(|| points.into_iter().collect())
    }

    fn leaf_moved_by(&self, node: &Open) -> By {
        let figure = |site: &Site<'_>, node: usize, unit: usize| {
            let code = site.index.framework().indicator(node)?;
            site.index.dataset("raw")?.get(code, site.period, unit)
        };
        let was = figure(&self.before, node.before, self.unit.before);
        let is = figure(&self.after, node.after, self.unit.after);
        if was.map(f64::to_bits) == is.map(f64::to_bits) {
            By::Scale
        } else {
            By::Figure
        }
    }

    fn plan(&mut self, node: &Open, terms: &[Term]) -> Option<Plan> {
        let first = Mean::of(self.before.index.rule_of(node.before)?);
        let second = Mean::of(self.after.index.rule_of(node.after)?);
        let (first, second) = (first?, second?);
        if first != Mean::Identity || second != Mean::Identity {
            self.found.basis = self.found.basis.max_of(CauseBasis::Secant);
        }
        let before = |mean: Mean| mean.mean(terms.iter().map(|it| (it.shares.0, it.scores.0)));
        let after = |mean: Mean| mean.mean(terms.iter().map(|it| (it.shares.1, it.scores.1)));
        let (from, to) = (before(first)?, after(second)?);
        // Under the mean before as far as it goes, else under the one after.
        let under = |mean, from, to, by_rule| Plan {
            mean,
            from,
            to,
            by_rule,
        };
        if first == second {
            return Some(under(first, from, to, 0.0));
        }
        let early = after(first).map(|middle| under(first, from, middle, to - middle));
        early.or_else(|| before(second).map(|middle| under(second, middle, to, middle - from)))
    }

    fn follow(&mut self, plan: &Plan, node: &Open, terms: &[Term]) {
        self.add(node.before, By::Rule, node.worth * plan.by_rule);
        let f = |x: f64| plan.mean.f(x).unwrap_or_default();
        let mean = f64::midpoint(f(plan.from), f(plan.to));
        let worth = node.worth / plan.mean.secant(plan.from, plan.to);
        for term in terms
            .iter()
            .filter(|it| it.shares.0 > 0.0 || it.shares.1 > 0.0)
        {
            let (was, is) = term.scores;
            let above = f64::midpoint(f(was), f(is)) - mean;
            let by_weight = worth * (term.shares.1 - term.shares.0) * above;
            self.add_weight(term, by_weight);
            let share = f64::midpoint(term.shares.0, term.shares.1);
            // What weighs nothing in one run moved the score by its weight alone.
            let counts_in_both = term.shares.0 > 0.0 && term.shares.1 > 0.0;
            if let (Some(before), Some(after), true) = (term.before, term.after, counts_in_both) {
                self.open.push(Open {
                    before,
                    after,
                    worth: worth * share * plan.mean.secant(was, is),
                });
            }
        }
    }

    fn add_weight(&mut self, term: &Term, points: f64) {
        match (term.before, term.after) {
            (Some(before), Some(_)) => self.add(before, By::Weight, points),
            (Some(before), None) => self.add(before, By::Presence, points),
            (None, Some(after)) => {
                let node = code_of(self.after.index, after).to_owned();
                self.push(node, By::Presence, points);
            }
            (None, None) => {}
        }
    }

    fn add(&mut self, node: usize, by: By, points: f64) {
        let node = code_of(self.before.index, node).to_owned();
        self.push(node, by, points);
    }

    fn push(&mut self, node: String, by: By, points: f64) {
        if points.abs() > ROUNDING * self.scale {
            self.found.causes.push(Cause { node, by, points });
        }
    }

    fn score_before(&self, node: usize) -> Option<f64> {
        let index = self.before.index;
        index.score(self.before.period, node, self.unit.before)
    }

    fn score_after(&self, node: usize) -> Option<f64> {
        let index = self.after.index;
        index.score(self.after.period, node, self.unit.after)
    }

    fn weight_before(&self, node: usize) -> Option<f64> {
        let index = self.before.index;
        index.weight_for(self.before.period, node, self.unit.before)
    }

    fn weight_after(&self, node: usize) -> Option<f64> {
        let index = self.after.index;
        index.weight_for(self.after.period, node, self.unit.after)
    }

    /// The children that have a score in one run or both, those of the run before first.
    fn terms(&self, node: &Open) -> Vec<Term> {
        let (first, second) = (self.before.index, self.after.index);
        let children = |index: &Index, node| index.framework().children(node).to_vec();
        let before = children(first, node.before);
        let after = children(second, node.after);
        let twin = |child: usize| {
            let code = code_of(first, child);
            after
                .iter()
                .copied()
                .find(|it| code_of(second, *it) == code)
        };
        let known: Vec<(Option<usize>, Option<usize>)> =
            before.iter().map(|&it| (Some(it), twin(it))).collect();
        let is_new = |it: &&usize| known.iter().all(|(_, twin)| *twin != Some(**it));
        let new = after.iter().filter(is_new).map(|&it| (None, Some(it)));
        let sums = (
            mass(
                &before,
                |it| self.score_before(it),
                |it| self.weight_before(it),
            ),
            mass(
                &after,
                |it| self.score_after(it),
                |it| self.weight_after(it),
            ),
        );
        let all = known.iter().copied().chain(new);
        all.filter_map(|(before, after)| self.term(before, after, sums))
            .collect()
    }

    fn term(&self, before: Option<usize>, after: Option<usize>, sums: (f64, f64)) -> Option<Term> {
        let was = before.and_then(|it| self.score_before(it));
        let is = after.and_then(|it| self.score_after(it));
        let share = |score: Option<f64>, weight: Option<f64>, sum: f64| {
            let weight = score.and(weight).filter(|_| sum > 0.0);
            weight.map_or(0.0, |it| it / sum)
        };
        let shares = (
            share(was, before.and_then(|it| self.weight_before(it)), sums.0),
            share(is, after.and_then(|it| self.weight_after(it)), sums.1),
        );
        // What weighs nothing has no say, so its score there does not matter.
        let (counts, counted) = (
            was.filter(|_| shares.0 > 0.0),
            is.filter(|_| shares.1 > 0.0),
        );
        Some(Term {
            before: was.and(before),
            after: is.and(after),
            shares,
            scores: (counts.or(counted)?, counted.or(counts)?),
        })
    }
}

/// The weight of the nodes that have a score.
fn mass(
    nodes: &[usize],
    score: impl Fn(usize) -> Option<f64>,
    weight: impl Fn(usize) -> Option<f64>,
) -> f64 {
    let present = nodes.iter().filter(|it| score(**it).is_some());
    present.filter_map(|it| weight(*it)).sum()
}

impl CauseBasis {
    /// The one that promises less.
    fn max_of(self, other: Self) -> Self {
        match (self, other) {
            (Self::Undivided, _) | (_, Self::Undivided) => Self::Undivided,
            (Self::Secant, _) | (_, Self::Secant) => Self::Secant,
            _ => Self::Points,
        }
    }
}
