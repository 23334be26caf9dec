//! Budget allocation 专家打分: every expert shares out the same number of points among the children of a
//! node; a child's weight is the mean of its shares.
//!
//! `w = Σ points ÷ budget ÷ experts`. How far the experts disagree is reported for every child: the
//! standard deviation (n − 1), the least and the largest of its shares. Source: OECD/JRC *Handbook on
//! Constructing Composite Indicators* (2008), 6.1.5.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `points` | by expert, the points for each child by its code | must be given |
//! | `budget` | what an expert's points among the children of one node add up to | 100 |
//!
//! An expert may leave out a node, giving its children no points at all; then the others decide. Points
//! for only some of them are an error, as is a node nobody judges. Figures play no part.
//!
//! ```
//! # use yanzhi_engine::*;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "weight"
//!     rule = "budget_allocation"
//!     [steps.points]
//!     Wang = { RD = 70, STAFF = 30 }
//!     Li = { RD = 50, STAFF = 50 }
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
//! frame.set(0, 0, 1, 20.0)?;
//! let framework = Framework::new(vec![
//!     Node::root("index"),
//!     Node::leaf("RD", "index", 1.0),
//!     Node::leaf("STAFF", "index", 1.0),
//! ])?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! assert_eq!(index.weight(1), Some(0.6));
//! assert_eq!(index.weight_reports()[0].children[0].measures[1].name, "standard_deviation");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::judgement::JudgementFault;
use super::rule::{Family, Findings, Rule, Siblings, Weighed};
use crate::dataset::Parameter;
use crate::error::ComputeError;
use crate::method::{MethodError, ParameterFault};
use crate::numbers::count;
use crate::statistics::{mean, standard_deviation};
use crate::suggest::nearest;

/// How far a sum of points may be from the budget, as a share of it.
const SLACK: f64 = 1e-9;

/// The mean of the experts' shares; see the [module](self).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BudgetAllocation {
    /// By expert, the points for each child by its code.
    pub points: BTreeMap<String, BTreeMap<String, f64>>,
    /// What an expert's points among the children of one node add up to. Default 100.
    #[serde(default = "hundred")]
    pub budget: f64,
}

fn hundred() -> f64 {
    100.0
}

impl Rule for BudgetAllocation {
    fn word(&self) -> &'static str {
        "budget_allocation"
    }

    fn check(&self, families: &[Family<'_>], step: &str, faults: &mut Vec<MethodError>) {
        if let Some(fault) = ParameterFault::unless_positive("budget", self.budget) {
            faults.push(MethodError::Parameter {
                step: step.to_owned(),
                rule: self.word(),
                indicator: None,
                fault,
            });
        }
        self.check_codes(families, step, faults);
        for family in families {
            let found = self.faults_of(family);
            faults.extend(found.into_iter().map(|fault| MethodError::Judgement {
                step: step.to_owned(),
                rule: self.word(),
                node: family.node.to_owned(),
                fault,
            }));
        }
    }

    fn weigh(&self, siblings: &Siblings<'_>) -> Result<Weighed, ComputeError> {
        let sheets: Vec<_> = self.sheets(&siblings.children).collect();
        let shares: Vec<Vec<f64>> = siblings
            .children
            .iter()
            .map(|child| {
                let points = sheets.iter().filter_map(|(_, points)| points.get(*child));
                points.map(|points| points / self.budget).collect()
            })
            .collect();
        let means: Vec<f64> = shares
            .iter()
            .map(|it| mean(it).unwrap_or_default())
            .collect();
        let findings = Findings {
            measures: vec![Parameter::new("experts", count(sheets.len()))],
            children: shares.iter().map(|shares| dispersion(shares)).collect(),
            ..Findings::default()
        };
        Weighed::computed(&means, findings).map_err(|fault| siblings.fault(fault))
    }
}

/// An expert's name and points.
type Sheet<'a> = (&'a String, &'a BTreeMap<String, f64>);

impl BudgetAllocation {
    /// The experts who judge any of these children.
    fn sheets(&self, children: &[&str]) -> impl Iterator<Item = Sheet<'_>> {
        let judges = |points: &BTreeMap<String, f64>| {
            let mut children = children.iter();
            children.any(|child| points.contains_key(*child))
        };
        self.points.iter().filter(move |(_, points)| judges(points))
    }

    /// Codes that are children of none of the nodes.
    fn check_codes(&self, families: &[Family<'_>], step: &str, faults: &mut Vec<MethodError>) {
        let known = || families.iter().flat_map(|it| it.children.iter().copied());
        for code in self.points.values().flat_map(BTreeMap::keys) {
            if !known().any(|it| it == code) {
                faults.push(MethodError::UnknownNode {
                    step: step.to_owned(),
                    rule: self.word(),
                    node: code.clone(),
                    nearest: nearest(code, known()),
                });
            }
        }
    }

    fn faults_of(&self, family: &Family<'_>) -> Vec<JudgementFault> {
        let mut faults = Vec::new();
        let mut is_judged = false;
        for (expert, points) in self.sheets(&family.children) {
            is_judged = true;
            let before = faults.len();
            let mut sum = 0.0;
            for child in &family.children {
                let (expert, child) = (expert.clone(), (*child).to_owned());
                match points.get(&child) {
                    None => faults.push(JudgementFault::NoPoints { expert, child }),
                    Some(&points) if !(points >= 0.0 && points.is_finite()) => {
                        faults.push(JudgementFault::BadPoints {
                            expert,
                            child,
                            points,
                        });
                    }
                    Some(points) => sum += points,
                }
            }
            let (is_whole, budget) = (faults.len() == before, self.budget);
            if is_whole && (sum - budget).abs() > budget.abs() * SLACK {
                let expert = expert.clone();
                faults.push(JudgementFault::WrongBudget {
                    expert,
                    sum,
                    budget,
                });
            }
        }
        if !is_judged {
            faults.push(JudgementFault::None);
        }
        faults
    }
}

fn dispersion(shares: &[f64]) -> Vec<Parameter> {
    let least = shares.iter().copied().fold(f64::INFINITY, f64::min);
    let most = shares.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let sd = standard_deviation(shares).map(|it| Parameter::new("standard_deviation", it));
    let mean = mean(shares).map(|it| Parameter::new("mean", it));
    let ends = [Parameter::new("least", least), Parameter::new("most", most)];
    mean.into_iter().chain(sd).chain(ends).collect()
}

#[cfg(test)]
mod tests {
    use crate::testing::{flat, frame, method};
    use crate::{ComputeError, Index, compute};

    fn shared(points: &str) -> Result<Index, ComputeError> {
        let frame = frame(&["RD", "STAFF"], &[&[&[Some(10.0), Some(20.0)]]]);
        let text = format!(
            "[[steps]]\nstep = 'weight'\nrule = 'budget_allocation'\n{points}\n\
             [[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'"
        );
        compute(
            &frame,
            &flat(&[("RD", 1.0), ("STAFF", 1.0)]),
            &method(&text),
        )
    }

    #[test]
    fn shares_are_averaged_and_their_dispersion_reported() {
        let index = shared(
            "points = { a = { RD = 70, STAFF = 30 }, b = { RD = 50, STAFF = 50 }, c = { RD = 60, STAFF = 40 } }",
        );
        let index = index.unwrap();
        assert!((index.weight(1).unwrap() - 0.6).abs() < 1e-15);
        let report = &index.weight_reports()[0];
        assert!((report.measures[0].value - 3.0).abs() < 1e-15);
        let measures = &report.children[1].measures;
        let named: Vec<&str> = measures.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(named, ["mean", "standard_deviation", "least", "most"]);
        for (measure, expected) in measures.iter().zip([0.4, 0.1, 0.3, 0.5]) {
            assert!((measure.value - expected).abs() < 1e-15, "{measure:?}");
        }
    }

    #[test]
    fn a_single_expert_has_no_dispersion() {
        let index = shared("budget = 10\npoints = { a = { RD = 10, STAFF = 0 } }").unwrap();
        assert_eq!((index.weight(1), index.weight(2)), (Some(1.0), Some(0.0)));
        assert_eq!(index.weight_reports()[0].children[0].measures.len(), 3);
    }

    #[test]
    fn what_an_expert_gets_wrong_is_named() {
        for (points, part) in [
            ("points = {}", "node index: nobody judges its children"),
            (
                "points = { Li = { RD = 60, STAFF = 30 } }",
                "the points of Li add up to 90: they must be 100",
            ),
            (
                "points = { Li = { RD = 100 } }",
                "Li gives no points to STAFF",
            ),
            (
                "points = { Li = { RD = 110, STAFF = -10 } }",
                "Li gives STAFF -10 points",
            ),
            (
                "points = { Li = { RD = 100, STAF = 0 } }",
                "no `STAF` (did you mean `STAFF`?)",
            ),
            (
                "budget = 0\npoints = { Li = { RD = 0, STAFF = 0 } }",
                "`budget` is 0",
            ),
        ] {
            let error = shared(points).unwrap_err().to_string();
            assert!(error.contains(part), "{points}: {error}");
        }
    }
}
