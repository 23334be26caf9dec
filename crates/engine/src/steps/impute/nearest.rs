//! The mean of the k most similar units that have the figure.
//!
//! The distance of two units is taken over the indicators (of those looked at together) of which both
//! have a figure in the period, each divided by its standard deviation over the units:
//! `√(Σ((x_a − x_b)/sd)² × indicators ÷ indicators in common)`. Units as near as the k-th are all taken, so
//! that no order of the units decides.
//!
//! Source: O. Troyanskaya et al. (2001), Missing value estimation methods for DNA microarrays,
//! *Bioinformatics* 17; OECD/JRC *Handbook* (2008), step 3.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `neighbours` | the number k of units | 5 |
//! | `level` | the indicators under the same node of this level are looked at together; 0: all | 0 |
//!
//! Where fewer units have the figure all of them are taken. A gap stays where no unit with the figure has
//! an indicator in common. A constant indicator does not count in distances.
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     ["A", "B", "C", "D"].map(Unit::new).to_vec(),
//!     ["RD", "PATENT"].map(Indicator::new).to_vec(),
//! )?;
//! for (unit, rd, patent) in [(0, 1.0, 10.0), (1, 2.0, 14.0), (2, 3.0, 18.0)] {
//!     frame.set(0, unit, 0, rd)?;
//!     frame.set(0, unit, 1, patent)?;
//! }
//! frame.set(0, 3, 0, 4.0)?; // D has no figure of PATENT
//! let framework = Framework::new(vec![
//!     Node::root("index"),
//!     Node::leaf("RD", "index", 1.0),
//!     Node::leaf("PATENT", "index", 1.0),
//! ])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "impute"
//!     rule = "nearest"
//!     neighbours = 1
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! let imputed = index.dataset("impute").unwrap();
//! assert_eq!(imputed.get("PATENT", 0, 3), Some(18.0)); // as C, the nearest in RD
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::together::Gaps;
use super::{Fill, Rule};
use crate::dataset::Parameter;
use crate::error::ComputeError;
use crate::method::ParameterFault;
use crate::numbers::count;
use crate::statistics::{mean, standard_deviation};

/// Distances that differ by less than this share are equal: their last digits are rounding.
const ROUNDING: f64 = 1e-9;

/// The mean of the most similar units; see the [module](self).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Nearest {
    /// The number of units. Default 5.
    pub neighbours: u32,
    /// The level of the node under which indicators are looked at together. Default 0: all.
    pub level: usize,
}

impl Default for Nearest {
    fn default() -> Self {
        Self {
            neighbours: 5,
            level: 0,
        }
    }
}

impl Rule for Nearest {
    fn word(&self) -> &'static str {
        "nearest"
    }

    fn formula(&self) -> &'static str {
        "mean of the figures of the most similar units"
    }

    fn faults(&self) -> Vec<ParameterFault> {
        let fault = ParameterFault::unless_at_least("neighbours", self.neighbours, 1);
        fault.into_iter().collect()
    }

    fn level(&self) -> Option<usize> {
        Some(self.level)
    }

    fn impute(&self, gaps: &Gaps<'_>) -> Result<Vec<Fill>, ComputeError> {
        let mut fills = Vec::new();
        for period in 0..gaps.periods().len() {
            let mut known: Option<Rows> = None;
            for unit in gaps.units_in(period) {
                let is_open = |column: &usize| gaps.get(*column, period, unit).is_none();
                let mut columns = gaps.targets().iter().copied().filter(is_open).peekable();
                if columns.peek().is_none() {
                    continue;
                }
                let rows = known.get_or_insert_with(|| Rows::of(gaps, period));
                let others = gaps.units_in(period);
                let others = others.filter_map(|other| Some((other, rows.distance(unit, other)?)));
                let others: Vec<(usize, f64)> = others.collect();
                let found = columns.filter_map(|column| {
                    let donors = others.iter().filter_map(|&(other, distance)| {
                        Some((distance, gaps.get(column, period, other)?))
                    });
                    self.mean((column, period, unit), donors.collect())
                });
                fills.extend(found);
            }
        }
        Ok(fills)
    }
}

impl Nearest {
    fn mean(
        &self,
        (column, period, unit): (usize, usize, usize),
        donors: Vec<(f64, f64)>,
    ) -> Option<Fill> {
        let (distances, values): (Vec<f64>, Vec<f64>) = self.nearest(donors).into_iter().unzip();
        let distance = distances.iter().sum::<f64>() / count(distances.len());
        // A mean that is none is beyond the largest number, which the caller refuses.
        (!values.is_empty()).then(|| Fill {
            column,
            period,
            unit,
            value: mean(&values).unwrap_or(f64::INFINITY),
            parameters: vec![
                Parameter::new("units", count(values.len())),
                Parameter::new("mean distance", distance),
            ],
        })
    }

    /// The nearest by distance, with all that are as near as the last of them.
    fn nearest(&self, mut donors: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
        donors.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let k = usize::try_from(self.neighbours).unwrap_or(usize::MAX);
        if let Some(&(last, _)) = k.checked_sub(1).and_then(|last| donors.get(last)) {
            donors.retain(|(distance, _)| *distance <= last * (1.0 + ROUNDING));
        }
        donors
    }
}

/// The figures of a period by unit, in standard deviations.
struct Rows {
    rows: Vec<Vec<Option<f64>>>,
}

impl Rows {
    fn of(gaps: &Gaps<'_>, period: usize) -> Self {
        let mut rows = vec![Vec::new(); gaps.units().len()];
        for &column in gaps.companions() {
            let Some(cells) = gaps.column(column).map(|it| it.period(period)) else {
                continue;
            };
            let mut values: Vec<f64> = cells.present_values().collect();
            // Added up in rising order, so that the order of the units does not show.
            values.sort_unstable_by(f64::total_cmp);
            let Some(sd) = standard_deviation(&values).filter(|sd| *sd > 0.0) else {
                continue;
            };
            for (unit, row) in rows.iter_mut().enumerate() {
                row.push(gaps.get(column, period, unit).map(|value| value / sd));
            }
        }
        Self { rows }
    }

    fn distance(&self, unit: usize, other: usize) -> Option<f64> {
        let (mine, theirs) = (self.rows.get(unit)?, self.rows.get(other)?);
        let (mut squares, mut common) = (0.0, 0);
        for (a, b) in mine.iter().zip(theirs) {
            if let (Some(a), Some(b)) = (a, b) {
                squares += (a - b) * (a - b);
                common += 1;
            }
        }
        (common > 0).then(|| (squares * (count(mine.len()) / count(common))).sqrt())
    }
}
