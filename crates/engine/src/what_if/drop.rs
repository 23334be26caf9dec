//! What hangs on a single indicator or dimension: the ranks without it, for each in turn.
//!
//! Every node asked for is dropped as [`Change::Drop`] drops it, the index is computed
//! again from the figures (normalisation, computed weights and screening included), and the run is
//! [compared](super::compare()) with the one that has everything. The mean absolute rank change is the
//! measure of COINr's `remove_elements`, which gives the element the weight 0; the ranks agree, except
//! that a dropped child no longer counts for a `data_threshold`. A node whose drop leaves nothing, or an
//! index that cannot be computed, is answered with the reason. Source: COINr `remove_elements`; Saisana,
//! Saltelli and Tarantola 2005, *JRSS A* 168:307.
//!
//! ```
//! # use yanzhi_engine::*;
//! use yanzhi_engine::what_if::{Parts, Focus, Outcome, drop_each};
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
//! // A has 90 and 10, B has 40 and 80: B leads.
//! let found =
//!     drop_each(&frame, &framework, &method, &Parts::Indicators, &Focus::default(), &())?;
//! let leaders = found.dropped.iter().map(|it| match &it.outcome {
//!     Outcome::Compared(comparison) => (&*it.node, comparison.leaders_after.join(", ")),
//!     Outcome::Refused { reason } => (&*it.node, reason.clone()),
//! });
//! assert_eq!(leaders.collect::<Vec<_>>(), [("RD", "B".into()), ("STAFF", "A".into())]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::Serialize;

use super::WhatIfError;
use super::change::{Change, apply};
use super::compare::{Comparison, between};
use super::focus::{Focus, Site};
use super::parts::Parts;
use super::watch::tell;
use crate::compute::compute;
use crate::frame::Frame;
use crate::framework::Framework;
use crate::method::Method;
use crate::progress::Progress;

/// The index without each of its parts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Drops {
    /// The period.
    pub period: String,
    /// The node whose scores are compared.
    pub node: String,
    /// What was dropped, in tree order.
    pub dropped: Vec<Dropped>,
}

/// The index without one of its parts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Dropped {
    /// The part.
    pub node: String,
    /// What became of the index.
    pub outcome: Outcome,
}

/// What became of the index without a part.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It is compared with the whole one.
    Compared(Comparison),
    /// There is none.
    Refused {
        /// Why.
        reason: String,
    },
}

/// Drops each of the nodes in turn.
///
/// # Errors
/// An index that cannot be computed with everything in it; a period, node or level that is unknown; the
/// wish of `progress` to stop.
pub fn drop_each(
    frame: &Frame,
    framework: &Framework,
    method: &Method,
    which: &Parts,
    focus: &Focus,
    progress: &dyn Progress,
) -> Result<Drops, WhatIfError> {
    let whole = compute(frame, framework, method)?;
    let before = focus.site(&whole)?;
    let nodes = which.codes(framework)?;
    let mut dropped = Vec::with_capacity(nodes.len());
    for (done, node) in nodes.iter().enumerate() {
        tell(progress, done, nodes.len())?;
        let outcome = outcome(frame, framework, method, node, &before, focus);
        dropped.push(Dropped {
            node: node.clone(),
            outcome,
        });
    }
    tell(progress, nodes.len(), nodes.len())?;
    Ok(Drops {
        period: before.period_name(),
        node: before.node_code(),
        dropped,
    })
}

fn outcome(
    frame: &Frame,
    framework: &Framework,
    method: &Method,
    node: &str,
    before: &Site<'_>,
    focus: &Focus,
) -> Outcome {
    let compared = || -> Result<Comparison, WhatIfError> {
        let node = node.to_owned();
        let index = apply(frame, framework, method, &[Change::Drop { node }])?.compute()?;
        Ok(between(before, &focus.site(&index)?))
    };
    compared().map_or_else(
        |error| Outcome::Refused {
            reason: error.to_string(),
        },
        Outcome::Compared,
    )
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::testing::{flat, frame, method};

    const ARITHMETIC: &str = "[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'\n";

    fn drops(which: &Parts, focus: &Focus) -> Result<Drops, WhatIfError> {
        let rows: &[&[Option<f64>]] = &[
            &[Some(9.0), Some(1.0)],
            &[Some(4.0), Some(8.0)],
            &[Some(5.0), Some(4.0)],
        ];
        let tree = flat(&[("x", 1.0), ("y", 1.0)]);
        let frame = frame(&["x", "y"], &[rows]);
        drop_each(&frame, &tree, &method(ARITHMETIC), which, focus, &())
    }

    #[test]
    fn every_indicator_is_dropped_in_turn() {
        // All: A 5, B 6, C 4.5. Without x: 1, 8, 4. Without y: 9, 4, 5.
        let found = drops(&Parts::Indicators, &Focus::default()).unwrap();
        let shifts: Vec<_> = found
            .dropped
            .iter()
            .map(|it| match &it.outcome {
                Outcome::Compared(it) => it.units.iter().map(|it| it.rank_after).collect(),
                Outcome::Refused { .. } => Vec::new(),
            })
            .collect();
        let ranks = |ranks: [u32; 3]| ranks.map(Some).to_vec();
        assert_eq!(shifts, [ranks([3, 1, 2]), ranks([1, 3, 2])]);
        let Outcome::Compared(without_y) = &found.dropped[1].outcome else {
            panic!("{found:?}")
        };
        assert_eq!(without_y.mean_abs_rank_change, Some(4.0 / 3.0));
    }

    #[test]
    fn what_cannot_be_dropped_says_why() {
        let found = drops(&Parts::Named(vec!["index".into()]), &Focus::default()).unwrap();
        let reason = "without `index` nothing is left of the index: drop less".to_owned();
        assert_eq!(found.dropped[0].outcome, Outcome::Refused { reason });
        let about_x = Focus::default().at_node("x");
        let found = drops(&Parts::Named(vec!["x".into()]), &about_x).unwrap();
        assert!(matches!(found.dropped[0].outcome, Outcome::Refused { .. }));
    }

    #[test]
    fn slips_are_named() {
        let error = drops(&Parts::Level(2), &Focus::default()).unwrap_err();
        assert_eq!(error.code(), "unknown_level");
        let nodes = Parts::Named(vec!["indx".into()]);
        let error = drops(&nodes, &Focus::default()).unwrap_err();
        assert!(error.to_string().contains("did you mean `index`?"));
        let error = drops(&Parts::Level(1), &Focus::default().in_period("2020")).unwrap_err();
        assert_eq!(error.code(), "unknown_period");
    }

    #[test]
    fn it_stops_when_asked_to() {
        let stop = |done: u64, _of: u64| match done {
            0 => ControlFlow::Continue(()),
            _ => ControlFlow::Break(()),
        };
        let tree = flat(&[("x", 1.0), ("y", 1.0)]);
        let frame = frame(&["x", "y"], &[&[&[Some(9.0), Some(1.0)]]]);
        let error = drop_each(
            &frame,
            &tree,
            &method(ARITHMETIC),
            &Parts::Indicators,
            &Focus::default(),
            &stop,
        )
        .unwrap_err();
        let message = error.to_string();
        assert!(message.starts_with("cancelled after 1 of 2"), "{message}");
    }
}
