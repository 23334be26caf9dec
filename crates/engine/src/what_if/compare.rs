//! Two runs side by side: the shift of every unit, and how much the two orders have in common.
//!
//! `rank_change = rank before − rank after`, so places gained are positive (COINr's `compare_coins` has
//! the same sign: `Diff = rank 1 − rank 2`); `score_change = after − before`. Units are matched by code;
//! correlations and the mean shift are over the units that have a score in both runs. Spearman's and
//! Kendall's (tau-b) are of the scores, so that ties are ties. Source: COINr `compare_coins`,
//! `compare_coins_corr`; OECD/JRC *Handbook* (2008), 7 (the average shift in rank).
//!
//! ```
//! # use yanzhi_engine::*;
//! use yanzhi_engine::what_if::{Focus, compare};
//!
//! # let mut frame = FrameBuilder::new(
//! #     vec!["2023".into()],
//! #     vec![Unit::new("A"), Unit::new("B"), Unit::new("C")],
//! #     vec![Indicator::new("RD"), Indicator::new("STAFF")],
//! # )?;
//! # let rows = [[1.0, 64.0], [16.0, 16.0], [9.0, 9.0]];
//! # for (unit, row) in rows.into_iter().enumerate() {
//! #     for (indicator, value) in row.into_iter().enumerate() {
//! #         frame.set(0, unit, indicator, value)?;
//! #     }
//! # }
//! # let frame = frame.build();
//! # let framework = Framework::new(vec![
//! #     Node::root("index"),
//! #     Node::leaf("RD", "index", 1.0),
//! #     Node::leaf("STAFF", "index", 1.0),
//! # ])?;
//! // A has 1 and 64, B 16 and 16, C 9 and 9.
//! let by = |rule: &str| toml::from_str(&format!("[[steps]]\nstep = 'aggregate'\nrule = '{rule}'"));
//! let before = compute(&frame, &framework, &by("arithmetic")?)?; // A 32.5, B 16, C 9
//! let after = compute(&frame, &framework, &by("geometric")?)?; // A 8, B 16, C 9
//! let found = compare(&before, &after, &Focus::default())?;
//! let changes: Vec<Option<i64>> = found.units.iter().map(|it| it.rank_change).collect();
//! assert_eq!(changes, [Some(-2), Some(1), Some(1)]);
//! assert_eq!(found.mean_abs_rank_change, Some(4.0 / 3.0));
//! assert_eq!((found.leaders_before, found.leaders_after), (vec!["A".into()], vec!["B".into()]));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::Serialize;

use super::WhatIfError;
use super::focus::{Focus, Site};
use crate::index::Index;
use crate::numbers::count;
use crate::statistics::{kendall, spearman};

/// Two runs side by side.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    /// The period of the run before.
    pub period_before: String,
    /// The period of the run after.
    pub period_after: String,
    /// The node.
    pub node: String,
    /// Those with rank 1 before.
    pub leaders_before: Vec<String>,
    /// Those with rank 1 after.
    pub leaders_after: Vec<String>,
    /// Spearman's correlation of the two orders; none where it cannot be computed.
    pub spearman: Option<f64>,
    /// Kendall's tau-b of the two orders.
    pub kendall: Option<f64>,
    /// The mean of the rank changes without their signs.
    pub mean_abs_rank_change: Option<f64>,
    /// The largest of them.
    pub max_abs_rank_change: Option<i64>,
    /// Every unit of the run before in its order, then those of the run after only.
    pub units: Vec<Shift>,
}

/// One unit in two runs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Shift {
    /// The unit.
    pub unit: String,
    /// Its rank before.
    pub rank_before: Option<u32>,
    /// Its rank after.
    pub rank_after: Option<u32>,
    /// Places gained (positive) or lost.
    pub rank_change: Option<i64>,
    /// Its score before.
    pub score_before: Option<f64>,
    /// Its score after.
    pub score_after: Option<f64>,
    /// Points won or lost.
    pub score_change: Option<f64>,
}

/// Puts two runs side by side.
///
/// # Errors
/// A period or node that one of the runs does not have.
pub fn compare(before: &Index, after: &Index, focus: &Focus) -> Result<Comparison, WhatIfError> {
    Ok(between(&focus.site(before)?, &focus.site(after)?))
}

/// Puts two periods of one run side by side; the focus names the later one.
///
/// # Errors
/// A period or node that the run does not have.
pub fn compare_periods(
    index: &Index,
    before: &str,
    focus: &Focus,
) -> Result<Comparison, WhatIfError> {
    let earlier = focus.clone().in_period(before);
    Ok(between(&earlier.site(index)?, &focus.site(index)?))
}

pub(super) fn between(before: &Site<'_>, after: &Site<'_>) -> Comparison {
    let units = shifts(before, after);
    let scores = |of: fn(&Shift) -> Option<f64>| units.iter().map(of).collect::<Vec<_>>();
    let (first, second) = (scores(|it| it.score_before), scores(|it| it.score_after));
    let moves: Vec<i64> = units
        .iter()
        .filter_map(|it| it.rank_change.map(i64::abs))
        .collect();
    Comparison {
        period_before: before.period_name(),
        period_after: after.period_name(),
        node: before.node_code(),
        leaders_before: leaders(before),
        leaders_after: leaders(after),
        spearman: spearman(&first, &second).map(|it| it.value),
        kendall: kendall(&first, &second).map(|it| it.value),
        mean_abs_rank_change: mean(&moves),
        max_abs_rank_change: moves.iter().copied().max(),
        units,
    }
}

fn shifts(before: &Site<'_>, after: &Site<'_>) -> Vec<Shift> {
    let known = before.index.units().iter().map(|unit| unit.code.as_str());
    let is_new = |code: &&str| before.index.unit_position(code).is_none();
    let new = after.index.units().iter().map(|unit| unit.code.as_str());
    known
        .chain(new.filter(is_new))
        .map(|unit| Shift::of(unit, before, after))
        .collect()
}

impl Shift {
    fn of(unit: &str, before: &Site<'_>, after: &Site<'_>) -> Self {
        let (first, second) = (
            before.index.unit_position(unit),
            after.index.unit_position(unit),
        );
        let score_before = first.and_then(|it| before.score(it));
        let score_after = second.and_then(|it| after.score(it));
        let rank_before = first.and_then(|it| before.rank(it));
        let rank_after = second.and_then(|it| after.rank(it));
        let ranks = rank_before.zip(rank_after);
        Self {
            unit: unit.to_owned(),
            rank_before,
            rank_after,
            rank_change: ranks.map(|(before, after)| i64::from(before) - i64::from(after)),
            score_before,
            score_after,
            score_change: score_before.zip(score_after).map(|(was, is)| is - was),
        }
    }
}

/// The units with rank 1.
pub(super) fn leaders(site: &Site<'_>) -> Vec<String> {
    let units = 0..site.index.units().len();
    units
        .filter(|&unit| site.rank(unit) == Some(1))
        .map(|unit| site.unit_code(unit))
        .collect()
}

fn mean(moves: &[i64]) -> Option<f64> {
    let total: u64 = moves.iter().map(|it| it.unsigned_abs()).sum();
    let total = usize::try_from(total).ok()?;
    (!moves.is_empty()).then(|| count(total) / count(moves.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Rows, average, flat, frame};

    fn run(rows: Rows<'_>) -> Index {
        average(&frame(&["x"], &[rows]), &flat(&[("x", 1.0)]), "")
    }

    #[test]
    fn units_of_one_run_only_have_no_shift() {
        let before = run(&[&[Some(1.0)], &[Some(2.0)]]);
        let after = run(&[&[Some(3.0)], &[None], &[Some(4.0)]]);
        let found = compare(&before, &after, &Focus::default()).unwrap();
        let ranks: Vec<_> = found
            .units
            .iter()
            .map(|it| (&*it.unit, it.rank_before, it.rank_after, it.rank_change))
            .collect();
        assert_eq!(
            ranks,
            [
                ("A", Some(2), Some(2), Some(0)),
                ("B", Some(1), None, None),
                ("C", None, Some(1), None)
            ]
        );
        assert_eq!(found.units[0].score_change, Some(2.0));
        // One unit in common has no order to correlate.
        assert_eq!((found.spearman, found.kendall), (None, None));
        assert_eq!(found.mean_abs_rank_change, Some(0.0));
    }

    #[test]
    fn orders_are_correlated_with_their_ties() {
        let before = run(&[&[Some(1.0)], &[Some(2.0)], &[Some(3.0)], &[Some(4.0)]]);
        let after = run(&[&[Some(1.0)], &[Some(3.0)], &[Some(3.0)], &[Some(2.0)]]);
        let found = compare(&before, &after, &Focus::default()).unwrap();
        // tau-b by hand: concordant 3, discordant 2, one tie after: 1/√(6·5).
        assert!((found.kendall.unwrap() - 1.0 / 30.0_f64.sqrt()).abs() < 1e-15);
        assert_eq!(found.leaders_after, ["B", "C"]);
        assert_eq!(found.max_abs_rank_change, Some(2));
    }

    #[test]
    fn two_periods_of_a_run_are_compared() {
        let rows: [Rows<'_>; 2] = [&[&[Some(1.0)], &[Some(2.0)]], &[&[Some(5.0)], &[Some(2.0)]]];
        let index = average(&frame(&["x"], &rows), &flat(&[("x", 1.0)]), "");
        let found = compare_periods(&index, "2021", &Focus::default()).unwrap();
        assert_eq!(
            (&*found.period_before, &*found.period_after),
            ("2021", "2022")
        );
        assert_eq!(found.units[0].rank_change, Some(1));
        let error = compare_periods(&index, "1999", &Focus::default()).unwrap_err();
        assert_eq!(error.code(), "unknown_period");
        let node = Focus::default().at_node("y");
        assert_eq!(
            compare(&index, &index, &node).unwrap_err().code(),
            "unknown_node"
        );
    }
}
