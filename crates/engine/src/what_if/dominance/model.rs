//! The scores of one node as a function of the weights, and the ranks seen at some of them.

use super::bounds::WeightBounds;
use super::shares::Shares;
use crate::numbers::count;
use crate::what_if::WhatIfError;
use crate::what_if::focus::{Site, code_of};
use crate::what_if::mean::Mean;

/// Scores nearer than this part of the largest are level; with the simplex, the second.
const LEVEL: [f64; 2] = [1e-12, 1e-9];

/// The scores of a node: nested sums of shares and the scores of the leaves.
pub(super) struct Model<'a> {
    site: Site<'a>,
    /// Positions of the units judged.
    pub(super) units: Vec<usize>,
    left_out: Vec<usize>,
    /// By unit judged, the scores of the nodes under the site; of branches they are not used.
    leaves: Vec<Vec<f64>>,
    /// By unit judged, what was added after the aggregation.
    added: Vec<f64>,
    branches: Vec<Branch>,
    /// Differences beyond it are differences.
    pub(super) tolerance: f64,
    /// A unit whose best difference is not beyond it never beats the other.
    pub(super) slack: f64,
}

/// A node with children, by positions from the site's node on.
struct Branch {
    node: usize,
    children: Vec<usize>,
    shares: Shares,
    /// As the weights are.
    now: Vec<f64>,
}

impl<'a> Model<'a> {
    pub(super) fn of(site: Site<'a>, bounds: &WeightBounds) -> Result<Self, WhatIfError> {
        if site.index.has_own_weights() {
            return Err(WhatIfError::OwnWeights);
        }
        bounds.check(site.index)?;
        let branches = branches(&site, bounds)?;
        let under = site.index.framework().subtree(site.node);
        let score = |node, unit| site.index.score(site.period, node, unit);
        let is_whole = |unit: &usize| under.clone().all(|node| score(node, *unit).is_some());
        let (units, left_out): (Vec<usize>, Vec<usize>) =
            (0..site.index.units().len()).partition(is_whole);
        let row = |unit: &usize| -> Vec<f64> {
            under
                .clone()
                .filter_map(|node| score(node, *unit))
                .collect()
        };
        let leaves: Vec<Vec<f64>> = units.iter().map(row).collect();
        let sizes = leaves.iter().flatten().map(|score| score.abs());
        let scale = sizes.fold(0.0, f64::max);
        let is_ordered = branches.iter().any(|it| it.shares.is_ordered());
        let [level, level_of_simplex] = LEVEL;
        let tolerance = scale * if is_ordered { level_of_simplex } else { level };
        Ok(Self {
            added: units.iter().map(|unit| site.added(*unit)).collect(),
            site,
            units,
            left_out,
            leaves,
            branches,
            tolerance,
            slack: if is_ordered { -tolerance } else { tolerance },
        })
    }

    pub(super) fn unit_code(&self, unit: usize) -> String {
        let position = self.units.get(unit);
        position.map_or_else(String::new, |unit| self.site.unit_code(*unit))
    }

    pub(super) fn left_out(&self) -> Vec<String> {
        let units = self.left_out.iter();
        units.map(|unit| self.site.unit_code(*unit)).collect()
    }

    fn now(&self) -> Vec<Vec<f64>> {
        self.branches.iter().map(|it| it.now.clone()).collect()
    }

    fn leaves_of(&self, unit: usize) -> &[f64] {
        self.leaves.get(unit).map_or(&[], Vec::as_slice)
    }

    fn added_to(&self, unit: usize) -> f64 {
        self.added.get(unit).copied().unwrap_or_default()
    }

    /// The largest value of the root when the leaves have these values, and the shares that give it.
    fn most(&self, mut values: Vec<f64>) -> Result<(f64, Vec<Vec<f64>>), WhatIfError> {
        let mut all = vec![Vec::new(); self.branches.len()];
        let mut of_children = Vec::new();
        for (branch, shares) in self.branches.iter().zip(&mut all).rev() {
            of_children.clear();
            let children = branch.children.iter();
            of_children.extend(children.map(|it| values.get(*it).copied().unwrap_or_default()));
            let most = branch.shares.most(&of_children, shares)?;
            if let Some(value) = values.get_mut(branch.node) {
                *value = most;
            }
        }
        Ok((values.first().copied().unwrap_or_default(), all))
    }

    /// What every node weighs in the root's score when the branches have these shares.
    fn weights(&self, shares: &[Vec<f64>]) -> Vec<f64> {
        let nodes = self.site.index.framework().subtree(self.site.node).len();
        let mut weights = vec![0.0; nodes];
        if let Some(root) = weights.first_mut() {
            *root = 1.0;
        }
        for (branch, shares) in self.branches.iter().zip(shares) {
            let own = weights.get(branch.node).copied().unwrap_or_default();
            for (child, share) in branch.children.iter().zip(shares) {
                if let Some(weight) = weights.get_mut(*child) {
                    *weight = own * share;
                }
            }
            // Only leaves count: a branch has handed its weight on.
            if let Some(weight) = weights.get_mut(branch.node) {
                *weight = 0.0;
            }
        }
        weights
    }

    /// The scores of all units with these weights of the leaves.
    fn scores(&self, weights: &[f64]) -> Vec<f64> {
        let leaves = self.leaves.iter().zip(&self.added);
        let score = |(leaves, added): (&Vec<f64>, &f64)| {
            let terms = leaves.iter().zip(weights);
            terms.map(|(score, weight)| score * weight).sum::<f64>() + added
        };
        leaves.map(score).collect()
    }

    /// Ranks in which units that are level share the best.
    fn ranks(&self, shares: &[Vec<f64>]) -> Vec<u32> {
        let scores = self.scores(&self.weights(shares));
        let mut falling = scores.clone();
        falling.sort_by(|one, other| other.total_cmp(one));
        let ahead = |score: &f64| falling.partition_point(|it| *it > score + self.tolerance);
        let rank = |score| u32::try_from(ahead(score) + 1).unwrap_or(u32::MAX);
        scores.iter().map(rank).collect()
    }
}

fn branches(site: &Site<'_>, bounds: &WeightBounds) -> Result<Vec<Branch>, WhatIfError> {
    let framework = site.index.framework();
    let mut branches = Vec::new();
    for node in framework.subtree(site.node) {
        let Some(rule) = site.index.rule_of(node) else {
            continue;
        };
        if Mean::of(rule) != Some(Mean::Identity) {
            return Err(WhatIfError::NotLinear {
                node: code_of(site.index, node).to_owned(),
                rule: rule.word(),
            });
        }
        let children = framework.children(node);
        let weight = |child: &usize| site.index.weight(*child).unwrap_or_default();
        let total: f64 = children.iter().map(weight).sum();
        branches.push(Branch {
            node: node - site.node,
            children: children.iter().map(|child| child - site.node).collect(),
            shares: bounds.under(site.index, node)?,
            now: children.iter().map(|child| weight(child) / total).collect(),
        });
    }
    Ok(branches)
}

/// The best and worst ranks seen so far.
pub(super) struct Extremes {
    pub(super) ranks: Vec<Seen>,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Seen {
    /// With the weights as they are.
    pub(super) now: u32,
    pub(super) best: u32,
    pub(super) worst: u32,
}

impl Extremes {
    /// With the weights as they are. They are within the bounds or not, so they count as seen only where
    /// the bounds allow them.
    pub(super) fn start(model: &Model<'_>) -> Self {
        let ranks = model.ranks(&model.now());
        let is_within = model.branches.iter().all(|it| it.shares.allow(&it.now));
        let seen = |now: u32| Seen {
            now,
            best: if is_within { now } else { u32::MAX },
            worst: if is_within { now } else { 0 },
        };
        Self {
            ranks: ranks.into_iter().map(seen).collect(),
        }
    }

    /// The largest difference of a unit to every other; the ranks at the weights that give them are seen.
    pub(super) fn against_all(
        &mut self,
        model: &Model<'_>,
        unit: usize,
    ) -> Result<Vec<f64>, WhatIfError> {
        let own = model.leaves_of(unit);
        let to = |other: &[f64], sign: f64| -> Vec<f64> {
            let pairs = own.iter().zip(other);
            pairs.map(|(own, other)| sign * (own - other)).collect()
        };
        let mut differences = Vec::with_capacity(model.units.len());
        for other in 0..model.units.len() {
            let (most, shares) = model.most(to(model.leaves_of(other), 1.0))?;
            differences.push(most + model.added_to(unit) - model.added_to(other));
            self.see(&model.ranks(&shares));
        }
        let mean = mean_leaves(&model.leaves);
        for sign in [1.0, -1.0] {
            self.see(&model.ranks(&model.most(to(&mean, sign))?.1));
        }
        Ok(differences)
    }

    fn see(&mut self, ranks: &[u32]) {
        for (seen, rank) in self.ranks.iter_mut().zip(ranks) {
            seen.best = seen.best.min(*rank);
            seen.worst = seen.worst.max(*rank);
        }
    }
}

fn mean_leaves(leaves: &[Vec<f64>]) -> Vec<f64> {
    let mut sums = leaves
        .first()
        .map_or_else(Vec::new, |it| vec![0.0; it.len()]);
    for unit in leaves {
        for (sum, score) in sums.iter_mut().zip(unit) {
            *sum += score;
        }
    }
    let units = count(leaves.len());
    sums.into_iter().map(|sum| sum / units).collect()
}
