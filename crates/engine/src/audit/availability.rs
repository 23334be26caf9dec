//! Availability of figures by unit and group.

use serde::Serialize;

use super::view::View;
use crate::numbers::count;

/// How many figures of a unit are there.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct UnitAvailability {
    /// The unit.
    pub unit: String,
    /// Number of missing figures.
    pub missing: usize,
    /// Number of figures that are 0.
    pub zeros: usize,
    /// Share of the indicators with a figure.
    pub available: f64,
    /// Share of the figures that are not 0; none without figures.
    pub non_zero: Option<f64>,
    /// Availability under every node with children, in tree order.
    pub groups: Vec<GroupAvailability>,
}

/// The share of the indicators under a node that have a figure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GroupAvailability {
    /// The node.
    pub node: String,
    /// Between 0 and 1.
    pub available: f64,
}

pub(super) fn units(view: &View<'_>) -> Vec<UnitAvailability> {
    let branches: Vec<(String, Vec<usize>)> = view
        .branches()
        .map(|node| (view.code(node), view.leaves_under(node)))
        .collect();
    let leaves = view.leaves();
    let units = view.index.units().iter().enumerate();
    units
        .map(|(unit, named)| {
            let figure = |leaf: &usize| view.plain(*leaf).get(unit).copied().flatten();
            let present = |leaves: &[usize]| leaves.iter().filter_map(figure).count();
            let zeros = leaves
                .iter()
                .filter_map(figure)
                .filter(|it| it.abs() <= 0.0);
            let (there, zeros) = (present(&leaves), zeros.count());
            let share = |leaves: &[usize]| count(present(leaves)) / count(leaves.len().max(1));
            UnitAvailability {
                unit: named.code.clone(),
                missing: leaves.len() - there,
                zeros,
                available: share(&leaves),
                non_zero: (there > 0).then(|| count(there - zeros) / count(there)),
                groups: branches
                    .iter()
                    .map(|(node, leaves)| GroupAvailability {
                        node: node.clone(),
                        available: share(leaves),
                    })
                    .collect(),
            }
        })
        .collect()
}
