//! Named overrides: what is to be otherwise, as a list that can be written down.
//!
//! | change | what becomes of the index |
//! |---|---|
//! | `drop` | the node and everything under it were never in the framework; a parent left without children goes too. The siblings keep their weights, so they share out what the node weighed; weights computed from figures are computed anew, judgements that name nodes (AHP, budget allocation) are held at what they gave with the node. |
//! | `weight` | the node has this weight among its siblings, on the scale of their weights. Where the method computes the weights they are held at what it computes without the change, and the node's is replaced. |
//! | `method` | the figures go through another method. |
//! | `figure` | one cell has another figure, or none. |
//!
//! Changes are applied one after the other. Nothing is computed by halves: the changed frame, framework
//! and method are an ordinary setting, and [`compare`](super::compare()) puts the two runs side by side.
//!
//! ```
//! # use yanzhi_engine::*;
//! use yanzhi_engine::what_if::{Change, Focus, apply, compare};
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
//! let now = compute(&frame, &framework, &method)?; // A has 50, B has 60
//! let changes: Vec<Change> = serde_json::from_str(r#"[{"change": "weight", "node": "RD", "weight": 3}]"#)?;
//! let then = apply(&frame, &framework, &method, &changes)?.compute()?;
//! let shifts = compare(&now, &then, &Focus::default())?;
//! assert_eq!((shifts.units[0].rank_before, shifts.units[0].rank_after), (Some(2), Some(1)));
//! assert_eq!(shifts.units[0].score_after, Some(70.0));
//!
//! let slip = Change::Drop { node: "STAF".into() };
//! let error = apply(&frame, &framework, &method, &[slip]).unwrap_err();
//! assert!(error.to_string().contains("did you mean `STAFF`?"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::WhatIfError;
use super::focus::{indicator_in, period_of, unit_in, unknown_node};
use crate::compute::compute;
use crate::error::ComputeError;
use crate::frame::Frame;
use crate::framework::{Framework, Node};
use crate::index::Index;
use crate::method::Method;
use crate::steps::{Step, Weight, WeightRule};

/// What is to be otherwise; see the [module](self).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Change {
    /// A node is not in the framework, nor is anything under it.
    Drop {
        /// The node.
        node: String,
    },
    /// A node has another weight.
    Weight {
        /// The node.
        node: String,
        /// Its weight relative to its siblings: 0 or more.
        weight: f64,
    },
    /// Another method.
    Method {
        /// The method.
        method: Method,
    },
    /// A cell has another figure.
    Figure {
        /// The unit.
        unit: String,
        /// The indicator.
        indicator: String,
        /// The period; none for the last.
        #[serde(default)]
        period: Option<String>,
        /// The figure; none for a missing one.
        value: Option<f64>,
    },
}

/// Frame, framework and method after the changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Changed {
    /// The figures.
    pub frame: Frame,
    /// The tree.
    pub framework: Framework,
    /// The steps.
    pub method: Method,
}

impl Changed {
    /// The index of the changed setting.
    ///
    /// # Errors
    /// As [`compute`](crate::compute).
    pub fn compute(&self) -> Result<Index, ComputeError> {
        compute(&self.frame, &self.framework, &self.method)
    }
}

/// Applies changes one after the other.
///
/// # Errors
/// A code that is unknown (with the nearest known one), a weight that is no weight, a figure that is no
/// number, a drop that leaves nothing; and whatever keeps the weights of the method from being computed
/// where they must be held.
pub fn apply(
    frame: &Frame,
    framework: &Framework,
    method: &Method,
    changes: &[Change],
) -> Result<Changed, WhatIfError> {
    let start = Changed {
        frame: frame.clone(),
        framework: framework.clone(),
        method: method.clone(),
    };
    changes.iter().try_fold(start, Changed::with)
}

impl Changed {
    fn with(mut self, change: &Change) -> Result<Self, WhatIfError> {
        match change {
            Change::Drop { node } => self = self.dropping(node)?,
            Change::Weight { node, weight } => self = self.weighing(node, *weight)?,
            Change::Method { method } => self.method = method.clone(),
            Change::Figure {
                unit,
                indicator,
                period,
                value,
            } => {
                self.frame = with_figure(&self.frame, unit, indicator, period.as_deref(), *value)?;
            }
        }
        Ok(self)
    }

    fn dropping(mut self, code: &str) -> Result<Self, WhatIfError> {
        // An unknown node is named before anything is computed.
        without(&self.framework, code)?;
        if self.weights().any(names_nodes) {
            self = self.with_weights_held()?;
        }
        self.framework = without(&self.framework, code)?;
        Ok(self)
    }

    fn weighing(self, code: &str, weight: f64) -> Result<Self, WhatIfError> {
        let position = position_of(&self.framework, code)?;
        if position == self.framework.root() {
            let node = code.to_owned();
            return Err(WhatIfError::WeightOfRoot { node });
        }
        let mut held = self.with_weights_held()?;
        let mut nodes = held.framework.nodes().to_vec();
        if let Some(node) = nodes.get_mut(position) {
            node.weight = weight;
        }
        held.framework = Framework::new(nodes)?;
        Ok(held)
    }

    /// The same setting with the weights in the framework that the method computes.
    fn with_weights_held(mut self) -> Result<Self, WhatIfError> {
        if self.weights().all(Weight::is_given) {
            return Ok(self);
        }
        let index = self.compute()?;
        self.framework = with_weights_of(&index)?;
        self.method
            .steps
            .retain(|step| !matches!(step, Step::Weight(_)));
        Ok(self)
    }

    fn weights(&self) -> impl Iterator<Item = &Weight> {
        self.method.steps.iter().filter_map(|step| match step {
            Step::Weight(weight) => Some(weight),
            _ => None,
        })
    }
}

/// Whether a rule of weighting would miss a node that is dropped.
fn names_nodes(weight: &Weight) -> bool {
    let levels = weight.levels.iter().map(|own| &own.rule);
    let mut rules = std::iter::once(&weight.rule).chain(levels);
    rules.any(|rule| matches!(rule, WeightRule::Ahp(_) | WeightRule::BudgetAllocation(_)))
}

/// The framework of an index with the weights it was computed with.
pub(super) fn with_weights_of(index: &Index) -> Result<Framework, WhatIfError> {
    if index.has_own_weights() {
        return Err(WhatIfError::OwnWeights);
    }
    let mut nodes = index.nodes().to_vec();
    for (position, node) in nodes.iter_mut().enumerate() {
        node.weight = index.weight(position).unwrap_or(node.weight);
    }
    Ok(Framework::new(nodes)?)
}

fn position_of(framework: &Framework, code: &str) -> Result<usize, WhatIfError> {
    let codes = framework.nodes().iter().map(|node| node.code.as_str());
    let found = framework.position(code);
    found.ok_or_else(|| unknown_node(code, codes))
}

/// The framework without a node, what is under it, and every node above it that loses its last child.
fn without(framework: &Framework, code: &str) -> Result<Framework, WhatIfError> {
    let mut top = position_of(framework, code)?;
    while let Some(parent) = framework.parent(top)
        && framework.children(parent).len() == 1
    {
        top = parent;
    }
    if top == framework.root() {
        let node = code.to_owned();
        return Err(WhatIfError::NothingLeft { node });
    }
    let gone: BTreeSet<usize> = framework.subtree(top).collect();
    let nodes = framework.nodes().iter().enumerate();
    let kept: Vec<Node> = nodes
        .filter(|(position, _)| !gone.contains(position))
        .map(|(_, node)| node.clone())
        .collect();
    Ok(Framework::new(kept)?)
}

fn with_figure(
    frame: &Frame,
    unit: &str,
    indicator: &str,
    period: Option<&str>,
    value: Option<f64>,
) -> Result<Frame, WhatIfError> {
    let (row, column) = (unit_in(frame, unit)?, indicator_in(frame, indicator)?);
    let period = period_of(frame.periods(), period)?;
    if let Some(value) = value.filter(|value| !value.is_finite()) {
        return Err(WhatIfError::Figure {
            indicator: indicator.to_owned(),
            unit: unit.to_owned(),
            value,
        });
    }
    Ok(frame.with_cell(period, row, column, value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{flat, frame, method};

    const ARITHMETIC: &str = "[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'\n";

    fn three() -> (Frame, Framework) {
        let rows: &[&[Option<f64>]] = &[
            &[Some(10.0), Some(20.0), Some(60.0)],
            &[Some(30.0), Some(10.0), Some(20.0)],
        ];
        let tree = flat(&[("x", 1.0), ("y", 2.0), ("z", 1.0)]);
        (frame(&["x", "y", "z"], &[rows]), tree)
    }

    fn scores(changes: &[Change], text: &str) -> Result<Vec<Option<f64>>, WhatIfError> {
        let (frame, tree) = three();
        let index = apply(&frame, &tree, &method(text), changes)?.compute()?;
        Ok((0..2).map(|unit| index.score(0, 0, unit)).collect())
    }

    #[test]
    fn the_siblings_of_a_dropped_node_share_its_weight() {
        let drop = Change::Drop { node: "z".into() };
        // (10 + 2·20)/3 and (30 + 2·10)/3
        let found = scores(&[drop], ARITHMETIC).unwrap();
        assert_eq!(found, [Some(50.0 / 3.0), Some(50.0 / 3.0)]);
    }

    #[test]
    fn a_parent_left_without_children_goes_too() {
        let tree = Framework::new(vec![
            Node::root("index"),
            Node::branch("d", "index", 1.0),
            Node::branch("e", "d", 1.0),
            Node::leaf("x", "e", 1.0),
            Node::leaf("y", "index", 1.0),
        ])
        .unwrap();
        let left = without(&tree, "x").unwrap();
        let codes: Vec<&str> = left.nodes().iter().map(|it| it.code.as_str()).collect();
        assert_eq!(codes, ["index", "y"]);
        let nothing = without(&left, "y").unwrap_err();
        assert_eq!(nothing.code(), "nothing_left");
        assert_eq!(without(&tree, "index").unwrap_err().code(), "nothing_left");
    }

    #[test]
    fn computed_weights_are_held_and_one_of_them_replaced() {
        let weight = Change::Weight {
            node: "x".into(),
            weight: 2.0,
        };
        let equal = format!("[[steps]]\nstep = 'weight'\nrule = 'equal'\n{ARITHMETIC}");
        // Equal weights 1, 1, 1 become 2, 1, 1.
        let found = scores(std::slice::from_ref(&weight), &equal).unwrap();
        assert_eq!(found, [Some(25.0), Some(22.5)]);
        // The framework's 1, 2, 1 become 2, 2, 1.
        let found = scores(&[weight], ARITHMETIC).unwrap();
        assert_eq!(found, [Some(24.0), Some(20.0)]);
    }

    #[test]
    fn judgements_of_a_dropped_node_are_held() {
        let drop = Change::Drop { node: "z".into() };
        let judged = "[[steps]]\nstep = 'weight'\nrule = 'budget_allocation'\n\
                      [steps.points]\none = { x = 20, y = 30, z = 50 }\n";
        // 20 : 30 without z: (2·10 + 3·20)/5 and (2·30 + 3·10)/5.
        let found = scores(&[drop], &format!("{judged}{ARITHMETIC}")).unwrap();
        let near = |found: Option<f64>, score: f64| (found.unwrap() - score).abs() < 1e-12;
        assert!(near(found[0], 16.0) && near(found[1], 18.0), "{found:?}");
    }

    #[test]
    fn a_figure_is_replaced_or_taken_away() {
        let figure = |value| Change::Figure {
            unit: "A".into(),
            indicator: "y".into(),
            period: None,
            value,
        };
        let found = scores(&[figure(Some(50.0))], ARITHMETIC).unwrap();
        assert_eq!(found[0], Some(42.5));
        let found = scores(&[figure(None)], ARITHMETIC).unwrap();
        assert_eq!(found[0], Some(35.0));
        let error = scores(&[figure(Some(f64::INFINITY))], ARITHMETIC).unwrap_err();
        assert_eq!(error.code(), "figure");
    }

    #[test]
    fn slips_are_named_with_what_was_meant() {
        let weight = |node: &str, weight| Change::Weight {
            node: node.into(),
            weight,
        };
        let figure = |unit: &str, indicator: &str, period: Option<&str>| Change::Figure {
            unit: unit.into(),
            indicator: indicator.into(),
            period: period.map(str::to_owned),
            value: Some(1.0),
        };
        let cases = [
            (Change::Drop { node: "q".into() }, "unknown_node"),
            (weight("index", 1.0), "weight_of_root"),
            (weight("x", -1.0), "framework"),
            (weight("x", f64::NAN), "framework"),
            (figure("Z", "x", None), "unknown_unit"),
            (figure("A", "w", None), "unknown_indicator"),
            (figure("A", "x", Some("2020")), "unknown_period"),
        ];
        for (change, code) in cases {
            assert_eq!(scores(&[change], ARITHMETIC).unwrap_err().code(), code);
        }
        let message = scores(&[figure("A", "x", Some("2022"))], ARITHMETIC);
        let message = message.unwrap_err().to_string();
        assert!(message.contains("did you mean `2021`?"), "{message}");
    }

    #[test]
    fn changes_are_written_and_read_again() {
        let changes = vec![
            Change::Drop { node: "x".into() },
            Change::Method {
                method: method(ARITHMETIC),
            },
        ];
        let text = serde_json::to_string(&changes).unwrap();
        let read: Vec<Change> = serde_json::from_str(&text).unwrap();
        assert_eq!(read, changes);
        let slip = serde_json::from_str::<Change>(r#"{"change": "drop", "nod": "x"}"#);
        assert!(slip.is_err());
    }
}
