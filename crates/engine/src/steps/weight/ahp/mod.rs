//! Analytic hierarchy process 层次分析法: weights from judgements of the children of a node in pairs.
//!
//! `A·w = λ·w`: the weights are the principal eigenvector of the matrix of judgements, scaled to sum 1.
//! `a(i,j)` says how much more important child i is than child j (Saaty's scale: 1 equal, 3 moderately,
//! 5 strongly, 7 very strongly, 9 extremely; reciprocals the other way). Whether the judgements fit
//! together is reported: λ, the consistency index `(λ − n) ÷ (n − 1)`, and the consistency ratio, that
//! index over the one of random judgements (Saaty's table up to n = 15, beyond it the line of Alonso and
//! Lamata `(1.7699·n − 4.3513) ÷ (n − 1)`). A ratio of `limit` or more is a warning.
//!
//! Sources: T. L. Saaty (1980), *The Analytic Hierarchy Process*, McGraw-Hill; J. A. Alonso and M. T.
//! Lamata (2006), Consistency in the analytic hierarchy process, *Int. J. of Uncertainty, Fuzziness and
//! Knowledge-Based Systems* 14(4); OECD/JRC *Handbook* (2008), 6.1.6.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `matrices` | by node, `order`: its children, `rows`: the judgements, numbers or `"1/3"` | must be given |
//! | `limit` | the consistency ratio from which on it is warned | 0.1 |
//!
//! The eigenvector is found by power iteration. A matrix that is not square, not positive, not
//! reciprocal (`a(i,j)·a(j,i) = 1`, up to 0.005), or for which the iteration does not come to rest is an
//! error. An only child needs no matrix. Figures play no part.
//!
//! ```
//! # use yanzhi_engine::*;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "weight"
//!     rule = "ahp"
//!     [steps.matrices.index]
//!     order = ["RD", "STAFF"]
//!     rows = [[1, 3], ["1/3", 1]]
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     vec![Unit::new("A")],
//!     vec![Indicator::new("RD"), Indicator::new("STAFF")],
//! )?;
//! frame.set(0, 0, 0, 10.0)?;
//! frame.set(0, 0, 1, 50.0)?;
//! let framework = Framework::new(vec![
//!     Node::root("index"),
//!     Node::leaf("RD", "index", 1.0),
//!     Node::leaf("STAFF", "index", 1.0),
//! ])?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! assert!((index.weight(1).unwrap() - 0.75).abs() < 1e-12);
//! assert!(index.weight_reports()[0].warnings.is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::judgement::{Comparison, JudgementFault};
use super::report::WeightWarning;
use super::rule::{Family, Findings, Rule, Siblings, Weighed};
use crate::dataset::Parameter;
use crate::error::{ComputeError, Fault};
use crate::method::{MethodError, ParameterFault};
use crate::numbers::count;
use crate::suggest::nearest;

/// How far `a(i,j)·a(j,i)` may be from 1, so that 0.333 passes for 1/3.
const RECIPROCAL: f64 = 0.005;
/// The change of a weight at which the iteration is at rest.
const AT_REST: f64 = 1e-14;
const ITERATIONS: u32 = 10_000;
/// The mean consistency index of random matrices of 1, 2, … children (Saaty 1980).
const RANDOM: [f64; 15] = [
    0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59,
];

/// The principal eigenvector of pairwise judgements; see the [module](self).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ahp {
    /// By node, the judgements about its children.
    pub matrices: BTreeMap<String, Comparison>,
    /// The consistency ratio from which on it is warned. Default 0.1.
    #[serde(default = "tenth")]
    pub limit: f64,
}

fn tenth() -> f64 {
    0.1
}

impl Rule for Ahp {
    fn word(&self) -> &'static str {
        "ahp"
    }

    fn check(&self, families: &[Family<'_>], step: &str, faults: &mut Vec<MethodError>) {
        if let Some(fault) = ParameterFault::unless_positive("limit", self.limit) {
            faults.push(MethodError::Parameter {
                step: step.to_owned(),
                rule: self.word(),
                indicator: None,
                fault,
            });
        }
        for node in self.matrices.keys() {
            if !families.iter().any(|family| family.node == node) {
                faults.push(MethodError::UnknownNode {
                    step: step.to_owned(),
                    rule: self.word(),
                    node: node.clone(),
                    nearest: nearest(node, families.iter().map(|family| family.node)),
                });
            }
        }
        for family in families {
            faults.extend(
                self.faults_of(family)
                    .into_iter()
                    .map(|fault| MethodError::Judgement {
                        step: step.to_owned(),
                        rule: self.word(),
                        node: family.node.to_owned(),
                        fault,
                    }),
            );
        }
    }

    fn weigh(&self, siblings: &Siblings<'_>) -> Result<Weighed, ComputeError> {
        let Some(matrix) = self.matrices.get(siblings.node) else {
            return Ok(Weighed::only_child());
        };
        let Ok(found) = principal(&values(matrix)) else {
            return Err(siblings.fault(Fault::NotFinite));
        };
        let weight = |child: &&str| {
            let place = matrix.order.iter().position(|code| code == child);
            place.and_then(|place| found.vector.get(place).copied())
        };
        let weights: Vec<f64> = siblings.children.iter().filter_map(weight).collect();
        let n = weights.len();
        let index = ((found.value - count(n)) / (count(n) - 1.0).max(1.0)).max(0.0);
        let ratio = if n < 3 { 0.0 } else { index / random_index(n) };
        let is_too_large = ratio >= self.limit;
        let findings = Findings {
            measures: vec![
                Parameter::new("lambda", found.value),
                Parameter::new("consistency_index", index),
                Parameter::new("consistency_ratio", ratio),
            ],
            warnings: is_too_large
                .then_some(WeightWarning::Inconsistent {
                    ratio,
                    limit: self.limit,
                })
                .into_iter()
                .collect(),
            ..Findings::default()
        };
        Weighed::computed(&weights, findings).map_err(|fault| siblings.fault(fault))
    }
}

impl Ahp {
    fn faults_of(&self, family: &Family<'_>) -> Vec<JudgementFault> {
        let Some(matrix) = self.matrices.get(family.node) else {
            let is_needed = family.children.len() > 1;
            return is_needed
                .then_some(JudgementFault::None)
                .into_iter()
                .collect();
        };
        if let Some(fault) = wrong_order(matrix, family).or_else(|| wrong_shape(matrix)) {
            return vec![fault];
        }
        let faults = wrong_ratios(matrix);
        if !faults.is_empty() {
            return faults;
        }
        principal(&values(matrix)).err().into_iter().collect()
    }
}

fn values(matrix: &Comparison) -> Vec<Vec<f64>> {
    let rows = matrix.rows.iter();
    rows.map(|row| row.iter().map(|it| it.0).collect())
        .collect()
}

fn wrong_order(matrix: &Comparison, family: &Family<'_>) -> Option<JudgementFault> {
    let mut named: Vec<&str> = matrix.order.iter().map(String::as_str).collect();
    let mut children = family.children.clone();
    named.sort_unstable();
    children.sort_unstable();
    (named != children).then(|| JudgementFault::WrongOrder {
        named: matrix.order.clone(),
        children: family.children.iter().map(ToString::to_string).collect(),
    })
}

fn wrong_shape(matrix: &Comparison) -> Option<JudgementFault> {
    let needed = matrix.order.len();
    let lengths = matrix.rows.iter().map(Vec::len);
    let wrong = lengths.chain([0]).enumerate().find(|(place, length)| {
        let is_behind = *place >= needed;
        (is_behind && *place < matrix.rows.len()) || (!is_behind && *length != needed)
    });
    wrong.map(|(place, found)| JudgementFault::WrongShape {
        row: place + 1,
        found,
        needed,
    })
}

fn wrong_ratios(matrix: &Comparison) -> Vec<JudgementFault> {
    let mut faults = Vec::new();
    let judgement = |row: usize, column: usize| {
        let value = matrix.rows.get(row).and_then(|it| it.get(column));
        value.map_or(f64::NAN, |it| it.0)
    };
    let codes = matrix.order.iter().enumerate();
    let pairs = codes
        .clone()
        .flat_map(|row| codes.clone().map(move |column| (row, column)));
    for ((i, row), (j, column)) in pairs {
        let (forth, back) = (judgement(i, j), judgement(j, i));
        let (row, column) = (row.clone(), column.clone());
        let is_ratio = |it: f64| it > 0.0 && it.is_finite();
        if !is_ratio(forth) {
            let value = forth;
            faults.push(JudgementFault::NoRatio { row, column, value });
        } else if i <= j && is_ratio(back) && (forth * back - 1.0).abs() > RECIPROCAL {
            faults.push(JudgementFault::NotReciprocal {
                row,
                column,
                forth,
                back,
            });
        }
    }
    faults
}

/// The largest eigenvalue of a positive matrix with its eigenvector, which sums to 1.
struct Principal {
    value: f64,
    vector: Vec<f64>,
}

fn principal(matrix: &[Vec<f64>]) -> Result<Principal, JudgementFault> {
    let mut vector = vec![1.0 / count(matrix.len()); matrix.len()];
    let mut change = f64::INFINITY;
    for _ in 0..ITERATIONS {
        let product = |row: &Vec<f64>| -> f64 {
            let terms = row.iter().zip(&vector).map(|(a, w)| a * w);
            terms.sum()
        };
        let image: Vec<f64> = matrix.iter().map(product).collect();
        let value: f64 = image.iter().sum();
        let next: Vec<f64> = image.iter().map(|it| it / value).collect();
        let moves = next.iter().zip(&vector).map(|(new, old)| (new - old).abs());
        change = moves.fold(0.0, |most, it| if it <= most { most } else { it });
        vector = next;
        if change <= AT_REST {
            return Ok(Principal { value, vector });
        }
    }
    Err(JudgementFault::NoEigenvector {
        iterations: ITERATIONS,
        change,
    })
}

fn random_index(n: usize) -> f64 {
    let tabled = n.checked_sub(1).and_then(|place| RANDOM.get(place));
    let line = || (1.7699 * count(n) - 4.3513) / (count(n) - 1.0);
    tabled.copied().unwrap_or_else(line)
}

#[cfg(test)]
mod tests;
