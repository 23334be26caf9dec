//! Benefit of the doubt: every unit is judged by the weights that are best for it, as long as nobody
//! scores more than full marks under them (data envelopment analysis with one input of 1).
//!
//! For every unit u and period a linear programme: maximise `Σ w·x(u)` subject to `Σ w·x(j) ≤ 1` for every
//! unit j of the frontier and `w ≥ 0`; then `w` is multiplied by `scale`. A unit on the frontier scores
//! `scale`. Weights belong to a unit, so contributions and the explanation show its own; the weight of a
//! node in the tables is the mean of their shares.
//!
//! Sources: A. Charnes, W. Cooper and E. Rhodes (1978), Measuring the efficiency of decision making units;
//! L. Cherchye, W. Moesen, N. Rogge and T. Van Puyenbroeck (2007), An introduction to 'benefit of the doubt'
//! composite indicators, *Social Indicators Research* 82; A. Zanella, A. Camanho and T. Dias (2015),
//! Undesirable outputs and weighting schemes in composite indicators based on data envelopment analysis,
//! *European J. of Operational Research* 245 (shares of the mean unit).
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `scale` | the score on the frontier | 100 |
//! | `frontier` | the units compared with: `"all_periods"`, `"period"` (scores of different years are then not comparable) | `"all_periods"` |
//! | `least`, `most` | bounds on the share of every child, 0 to 1 | 0, 1 |
//! | `shares` | by child, its own `least` and `most` | – |
//! | `share_of` | what shares are of: `"unit"`: `w·x(u)` of the unit's score; `"mean"`: `w·x̄`, of the mean unit of the frontier, the same bound for all | `"unit"` |
//!
//! The weights are those of a sum, so the level's aggregation is `weighted_sum`. A score below 0 is an
//! error. A child the unit lacks takes no part in its programme; a unit with no score above 0 scores 0.
//! Where no weights lie within the bounds for a unit (its score in a child with a `least` share is 0) it is
//! an error that names it. Where several weights are best, the solver's are shown; the score is the same.
//!
//! ```
//! # use yanzhi_engine::*;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "weight"
//!     rule = "benefit_of_the_doubt"
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "weighted_sum"
//! "#)?;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     ["A", "B", "C"].map(Unit::new).to_vec(),
//!     vec![Indicator::new("RD"), Indicator::new("STAFF")],
//! )?;
//! for (unit, [rd, staff]) in [[4.0, 1.0], [1.0, 4.0], [2.0, 2.0]].into_iter().enumerate() {
//!     frame.set(0, unit, 0, rd)?;
//!     frame.set(0, unit, 1, staff)?;
//! }
//! let framework = Framework::new(vec![
//!     Node::root("index"),
//!     Node::leaf("RD", "index", 1.0),
//!     Node::leaf("STAFF", "index", 1.0),
//! ])?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! // A and B are each best in something. C comes to 2·0.2 + 2·0.2 of full marks between them.
//! let scores: Vec<_> = (0..3).filter_map(|unit| index.score(0, 0, unit)).collect();
//! assert!((scores[0], scores[1]) == (100.0, 100.0) && (scores[2] - 80.0).abs() < 1e-9);
//! assert_eq!(index.rank(0, 0, 1), Some(1));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod limits;
mod programme;
mod units;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::rule::{Family, Rule, Siblings, Weighed};
use crate::error::ComputeError;
use crate::method::{MethodError, ParameterFault};
use crate::steps::AggregateRule;
use crate::suggest::nearest;

/// Every unit's most favourable weights; see the [module](self).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BenefitOfTheDoubt {
    /// The score on the frontier. Default 100.
    pub scale: f64,
    /// The units compared with. Default: those of all periods.
    pub frontier: Frontier,
    /// The least share of every child. Default 0.
    pub least: f64,
    /// The largest share of every child. Default 1.
    pub most: f64,
    /// By child, bounds of its own.
    pub shares: BTreeMap<String, ShareBounds>,
    /// What shares are of. Default: the unit's own score.
    pub share_of: ShareOf,
}

/// The bounds of one child's share.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ShareBounds {
    /// The least; left out, that of every child.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least: Option<f64>,
    /// The largest; left out, that of every child.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most: Option<f64>,
}

/// The units that may not score more than full marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Frontier {
    /// Those of all periods together, so that scores can be compared over time.
    #[default]
    AllPeriods,
    /// Those of the same period.
    Period,
}

/// What the share of a child is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShareOf {
    /// Of the unit's own score.
    #[default]
    Unit,
    /// Of what the mean unit of the frontier would score under the unit's weights.
    Mean,
}

impl Default for BenefitOfTheDoubt {
    fn default() -> Self {
        Self {
            scale: 100.0,
            frontier: Frontier::default(),
            least: 0.0,
            most: 1.0,
            shares: BTreeMap::new(),
            share_of: ShareOf::default(),
        }
    }
}

impl BenefitOfTheDoubt {
    /// The bounds of a child's share.
    fn bounds(&self, child: &str) -> (f64, f64) {
        let own = self.shares.get(child).copied().unwrap_or_default();
        (
            own.least.unwrap_or(self.least),
            own.most.unwrap_or(self.most),
        )
    }

    fn faults_of(&self, family: &Family<'_>) -> Vec<ParameterFault> {
        let bounds: Vec<(f64, f64)> = family.children.iter().map(|it| self.bounds(it)).collect();
        let mut faults: Vec<ParameterFault> = bounds
            .iter()
            .flat_map(|(least, most)| [("least", *least), ("most", *most)])
            .filter_map(|(name, value)| ParameterFault::unless_share(name, value))
            .collect();
        let sum = |of: fn(&(f64, f64)) -> f64| bounds.iter().map(of).sum::<f64>();
        let (least, most) = (sum(|it| it.0), sum(|it| it.1));
        let is_possible = least <= 1.0 + 1e-12 && most >= 1.0 - 1e-12;
        if faults.is_empty() && bounds.len() > 1 && !is_possible {
            faults.push(ParameterFault::ImpossibleShares { least, most });
        }
        let crossed = bounds.iter().find(|(least, most)| least > most);
        if let (true, Some((least, most))) = (faults.is_empty(), crossed) {
            faults.push(ParameterFault::NotBelow {
                low: "least",
                low_value: *least,
                high: "most",
                high_value: *most,
            });
        }
        faults
    }
}

impl Rule for BenefitOfTheDoubt {
    fn word(&self) -> &'static str {
        "benefit_of_the_doubt"
    }

    fn reads_figures(&self) -> bool {
        true
    }

    fn fits(&self, aggregation: &AggregateRule) -> bool {
        matches!(aggregation, AggregateRule::WeightedSum(_))
    }

    fn check(&self, families: &[Family<'_>], step: &str, faults: &mut Vec<MethodError>) {
        let known = || families.iter().flat_map(|it| it.children.iter().copied());
        for code in self
            .shares
            .keys()
            .filter(|code| !known().any(|it| it == *code))
        {
            faults.push(MethodError::UnknownNode {
                step: step.to_owned(),
                rule: self.word(),
                node: code.clone(),
                nearest: nearest(code, known()),
            });
        }
        let scale = ParameterFault::unless_positive("scale", self.scale).map(|it| (None, it));
        let of_nodes = families.iter().flat_map(|family| {
            let found = self.faults_of(family).into_iter();
            found.map(|fault| (Some(family.node.to_owned()), fault))
        });
        faults.extend(scale.into_iter().chain(of_nodes).map(|(node, fault)| {
            MethodError::Parameter {
                step: step.to_owned(),
                rule: self.word(),
                indicator: node,
                fault,
            }
        }));
    }

    fn weigh(&self, siblings: &Siblings<'_>) -> Result<Weighed, ComputeError> {
        units::weigh(self, siblings)
    }
}

#[cfg(test)]
mod tests;
