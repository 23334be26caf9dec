//! Awkward settings, asked every question.

use std::ops::ControlFlow;

use super::*;
use crate::framework::{Framework, Node};
use crate::testing::{Rows, average, flat, frame, method};
use crate::{Frame, FrameBuilder, Indicator, Method, Progress, Unit};

const MEAN: &str = "[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'\n";

struct Asked {
    frame: Frame,
    tree: Framework,
    method: Method,
}

impl Asked {
    /// Every question that may take long.
    fn all(&self, progress: &dyn Progress) -> Vec<Result<(), WhatIfError>> {
        let (frame, tree, method) = (&self.frame, &self.tree, &self.method);
        let focus = Focus::default();
        let index = crate::compute(frame, tree, method).unwrap();
        let any = WeightBounds::default();
        vec![
            drop_each(frame, tree, method, &Parts::Every, &focus, progress).map(|_| ()),
            turning_points(frame, tree, method, &Parts::Every, &focus, progress).map(|_| ()),
            lift(frame, tree, method, &Aim::new("B", 1), progress).map(|_| ()),
            dominance(&index, &any, &focus, progress).map(|_| ()),
        ]
    }
}

#[test]
fn every_long_question_stops_when_asked_to() {
    let rows: Rows<'_> = &[&[Some(9.0), Some(1.0)], &[Some(4.0), Some(3.0)]];
    let asked = Asked {
        frame: frame(&["x", "y"], &[rows]),
        tree: flat(&[("x", 1.0), ("y", 1.0)]),
        method: method(MEAN),
    };
    let stop = |_done: u64, _of: u64| ControlFlow::Break(());
    for answer in asked.all(&stop) {
        assert_eq!(answer.unwrap_err().code(), "cancelled");
    }
    assert!(asked.all(&()).iter().all(Result::is_ok));
}

#[test]
fn a_thousand_levels_are_no_deeper_than_two() {
    let node = |level: usize| format!("n{level}");
    let mut nodes = vec![Node::root("n0")];
    for level in 1..1_000 {
        nodes.push(Node::branch(node(level), node(level - 1), 1.0));
        nodes.push(Node::leaf(format!("x{level}"), node(level - 1), 1.0));
    }
    nodes.push(Node::leaf("x1000", "n999", 1.0));
    let tree = Framework::new(nodes).unwrap();
    let codes: Vec<String> = (1..=1_000).map(|level| format!("x{level}")).collect();
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    let (low, mut high) = (vec![Some(1.0); 1_000], vec![Some(1.0); 1_000]);
    let before = frame(&codes, &[&[&low, &high]]);
    high[999] = Some(2.0);
    let after = frame(&codes, &[&[&low, &high]]);
    let (before, after) = (average(&before, &tree, ""), average(&after, &tree, ""));
    let found = causes(&before, &after, "B", &Focus::default()).unwrap();
    // Half of half of half …: nothing arrives at the top, and nothing breaks on the way.
    assert_eq!(found.score_change, Some(0.0));
    let deep = Focus::default().at_node("n990");
    let found = causes(&before, &after, "B", &deep).unwrap();
    assert!((found.causes[0].points - 2.0_f64.powi(-9)).abs() < 1e-15);
    let found = dominance(&after, &WeightBounds::default(), &Focus::default(), &()).unwrap();
    assert!(found.possible[1][0] && !found.possible[0][1]);
}

#[test]
fn ties_everywhere_and_two_units_are_answered() {
    let rows: Rows<'_> = &[&[Some(5.0), Some(5.0)], &[Some(5.0), Some(5.0)]];
    let asked = Asked {
        frame: frame(&["x", "y"], &[rows]),
        tree: flat(&[("x", 1.0), ("y", 1.0)]),
        method: method(MEAN),
    };
    assert!(asked.all(&()).iter().all(Result::is_ok));
    let focus = Focus::default();
    let index = crate::compute(&asked.frame, &asked.tree, &asked.method).unwrap();
    let same = compare(&index, &index, &focus).unwrap();
    assert_eq!((same.kendall, same.max_abs_rank_change), (None, Some(0)));
    let moves = turning_points(
        &asked.frame,
        &asked.tree,
        &asked.method,
        &Parts::Every,
        &focus,
        &(),
    );
    let moves = moves.unwrap().nodes;
    assert!(moves.iter().all(|it| it.up.is_none() && it.down.is_none()));
}

#[test]
fn an_index_that_cannot_be_computed_says_so() {
    let rows: Rows<'_> = &[&[Some(5.0)], &[Some(5.0)]];
    let (frame, tree) = (frame(&["x"], &[rows]), flat(&[("x", 1.0)]));
    let constant = method(&format!(
        "[[steps]]\nstep = 'normalise'\nrule = 'min_max'\n{MEAN}"
    ));
    let focus = Focus::default();
    let error = drop_each(&frame, &tree, &constant, &Parts::Every, &focus, &()).unwrap_err();
    assert!(error.to_string().contains("the range is zero"), "{error}");
    let error = lift(&frame, &tree, &constant, &Aim::new("A", 1), &()).unwrap_err();
    assert_eq!(error.code(), "compute");
}

#[test]
fn more_units_than_pairs_allow_are_refused() {
    let units = (0..=MOST_UNITS).map(|unit| Unit::new(format!("u{unit}")));
    let columns = vec![Indicator::new("x")];
    let mut builder = FrameBuilder::new(vec!["2021".into()], units.collect(), columns).unwrap();
    for unit in 0..=MOST_UNITS {
        builder.set(0, unit, 0, 1.0).unwrap();
    }
    let index = average(&builder.build(), &flat(&[("x", 1.0)]), "");
    let any = WeightBounds::default();
    let error = dominance(&index, &any, &Focus::default(), &()).unwrap_err();
    assert_eq!(error.code(), "too_many_units");
}

#[test]
fn weights_of_each_units_own_cannot_be_moved_for_all() {
    let rows: Rows<'_> = &[
        &[Some(9.0), Some(1.0)],
        &[Some(4.0), Some(6.0)],
        &[Some(3.0), Some(2.0)],
    ];
    let own = "[[steps]]\nstep = 'weight'\nrule = 'benefit_of_the_doubt'\n\
               [[steps]]\nstep = 'aggregate'\nrule = 'weighted_sum'\n";
    let (tree, own) = (flat(&[("x", 1.0), ("y", 1.0)]), method(own));
    let before = frame(&["x", "y"], &[rows]);
    let index = crate::compute(&before, &tree, &own).unwrap();
    let (focus, any) = (Focus::default(), WeightBounds::default());
    let error = dominance(&index, &any, &focus, &()).unwrap_err();
    assert_eq!(error.code(), "own_weights");
    let error = turning_points(&before, &tree, &own, &Parts::Every, &focus, &()).unwrap_err();
    assert_eq!(error.code(), "own_weights");
    let change = |change| apply(&before, &tree, &own, &[change]);
    let weight = Change::Weight {
        node: "x".into(),
        weight: 2.0,
    };
    assert_eq!(change(weight).unwrap_err().code(), "own_weights");
    // What moved a unit is divided by its own weights.
    let figure = Change::Figure {
        unit: "B".into(),
        indicator: "x".into(),
        period: None,
        value: Some(5.0),
    };
    let after = change(figure).unwrap().compute().unwrap();
    let found = causes(&index, &after, "B", &focus).unwrap();
    let sum: f64 = found.causes.iter().map(|it| it.points).sum();
    assert!(
        (sum - found.score_change.unwrap()).abs() < 1e-12,
        "{found:?}"
    );
}
