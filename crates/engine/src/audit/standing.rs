//! Where one unit stands: its best and worst ranked indicators, its scores and ranks.

use serde::{Deserialize, Serialize};

use super::AuditError;
use super::view::{View, period_position};
use crate::frame::Frame;
use crate::index::Index;
use crate::rank::competition_ranks;

/// How strengths and weaknesses are taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct StandingOptions {
    /// The data set, by its step.
    pub step: String,
    /// The period; none for the last.
    pub period: Option<String>,
    /// How many strengths, and how many weaknesses.
    pub number: usize,
    /// Whether indicators in which the unit has the last rank count. Without them (as COINr does it)
    /// an indicator that is 0 for half of the units is nobody's weakness.
    pub with_last: bool,
}

impl Default for StandingOptions {
    fn default() -> Self {
        Self {
            step: "raw".to_owned(),
            period: None,
            number: 5,
            with_last: true,
        }
    }
}

/// One indicator of a unit.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Standing {
    /// The indicator's node.
    pub code: String,
    /// The node above it.
    pub parent: String,
    /// The unit's rank in it, 1 the best; equal values share the best of their ranks.
    pub rank: u32,
    /// The number of units that have a rank in it.
    pub of: usize,
    /// The value as it stands in the data set.
    pub value: f64,
    /// Its unit of measure.
    pub measure_unit: Option<String>,
}

/// The best and the worst ranked indicators of a unit; ties in tree order.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StrengthsAndWeaknesses {
    /// The unit.
    pub unit: String,
    /// Best first.
    pub strengths: Vec<Standing>,
    /// Worst first. With few indicators one may stand in both lists.
    pub weaknesses: Vec<Standing>,
}

/// Score and rank of a unit at a node.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NodeStanding {
    /// The node.
    pub code: String,
    /// Its level, 0 for the root.
    pub level: usize,
    /// The score; none where it is missing.
    pub score: Option<f64>,
    /// The rank among all units.
    pub rank: Option<u32>,
}

/// The indicators in which a unit ranks best and worst. Directions are heeded. A unit without figures
/// has neither strengths nor weaknesses.
///
/// # Errors
/// A data set, period or unit that is not there.
pub fn strengths_and_weaknesses(
    frame: &Frame,
    index: &Index,
    unit: &str,
    options: &StandingOptions,
) -> Result<StrengthsAndWeaknesses, AuditError> {
    let view = View::of(frame, index, &options.step, options.period.as_deref())?;
    let position = unit_position(index, unit)?;
    let mut ranked: Vec<Standing> = view
        .leaves()
        .into_iter()
        .filter_map(|leaf| standing(frame, &view, leaf, position, options.with_last))
        .collect();
    ranked.sort_by_key(|it| it.rank);
    let weaknesses = ranked.iter().rev().take(options.number).cloned().collect();
    ranked.truncate(options.number);
    Ok(StrengthsAndWeaknesses {
        unit: unit.to_owned(),
        strengths: ranked,
        weaknesses,
    })
}

fn standing(
    frame: &Frame,
    view: &View<'_>,
    leaf: usize,
    unit: usize,
    with_last: bool,
) -> Option<Standing> {
    let ranks = competition_ranks(view.turned(leaf));
    let rank = ranks.get(unit).copied().flatten()?;
    let last = ranks.iter().flatten().max();
    if !with_last && Some(&rank) == last {
        return None;
    }
    let framework = view.index.framework();
    let column = frame.indicator_position(framework.indicator(leaf)?)?;
    Some(Standing {
        code: view.code(leaf),
        parent: framework.parent(leaf).map(|it| view.code(it))?,
        rank,
        of: ranks.iter().flatten().count(),
        value: view.plain(leaf).get(unit).copied().flatten()?,
        measure_unit: frame.indicators().get(column)?.measure_unit.clone(),
    })
}

/// Score and rank of a unit at every node, in tree order; in the last period when none is named.
///
/// # Errors
/// A period or unit that is not there.
pub fn unit_summary(
    index: &Index,
    unit: &str,
    period: Option<&str>,
) -> Result<Vec<NodeStanding>, AuditError> {
    let period = period_position(index, period)?;
    let unit = unit_position(index, unit)?;
    let nodes = index.nodes().iter().enumerate();
    Ok(nodes
        .map(|(node, named)| NodeStanding {
            code: named.code.clone(),
            level: index.framework().level(node).unwrap_or_default(),
            score: index.score(period, node, unit),
            rank: index.rank(period, node, unit),
        })
        .collect())
}

fn unit_position(index: &Index, unit: &str) -> Result<usize, AuditError> {
    let found = index.unit_position(unit);
    found.ok_or_else(|| AuditError::UnknownUnit {
        unit: unit.to_owned(),
    })
}
