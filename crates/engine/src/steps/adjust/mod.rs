//! Adjust: bonus and penalty items, added to the score of the whole index after the aggregation.
//!
//! `score + min(Σ min(bonus, most), most_bonus) − min(Σ min(penalty, most), most_penalty)`. Source: the
//! 加分项 and 扣分项 of Chinese evaluation rules, such as those for high-tech zones. Every item is of one
//! kind and has its points from one of two places:
//!
//! - a **column** of the frame (`indicator`): the figure as it came × `points` each. The column need not
//!   stand in the framework; a missing figure is no points, a negative one an error
//!   ([`Fault::NegativePoints`]);
//! - the **table** `entries` of the step: unit, item, points, reason, and the period where there are
//!   several. Entries of one unit and item add up.
//!
//! Points are always 0 or more; the kind says whether they are added or taken off. The cap of an item
//! comes first, that of all items of a kind after it. A unit without a score keeps none: points do not make
//! up for missing figures. Ranks are of the adjusted scores; the contributions of dimensions and
//! indicators add up to the score before, and the explanation lists the items beside them.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `items` | the items, each with `item` (its name), `kind` (`"bonus"` or `"penalty"`), and what follows | none |
//! | `items[].indicator` | the column that gives the points | none: from `entries` |
//! | `items[].points` | points for each 1 of the column | 1 |
//! | `items[].most` | the most points the item gives or takes | no cap |
//! | `entries` | `{ item, unit, period, points, reason }`, `period` optional: every period | none |
//! | `most_bonus`, `most_penalty` | the most points all items of a kind give or take together | no cap |
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     vec![Unit::new("A"), Unit::new("B")],
//!     vec![Indicator::new("RD"), Indicator::new("AWARDS")],
//! )?;
//! for (unit, figures) in [[80.0, 4.0], [82.0, 0.0]].iter().enumerate() {
//!     frame.set(0, unit, 0, figures[0])?;
//!     frame.set(0, unit, 1, figures[1])?;
//! }
//! let framework = Framework::new(vec![Node::root("index"), Node::leaf("RD", "index", 1.0)])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//!     [[steps]]
//!     step = "adjust"
//!     items = [
//!         { item = "national awards", kind = "bonus", indicator = "AWARDS", most = 3 },
//!         { item = "late reports", kind = "penalty" },
//!     ]
//!     entries = [{ item = "late reports", unit = "B", points = 0.5, reason = "two months" }]
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! assert_eq!([0, 1].map(|unit| index.score(0, 0, unit)), [Some(83.0), Some(81.5)]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod check;
mod found;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use check::AdjustFault;
pub use found::{AdjustedItem, Adjustment};

use super::{Run, Setting};
use crate::column::Column;
use crate::dataset::DataSet;
use crate::error::{ComputeError, Fault, Place};
use crate::method::{MethodError, ReadError, Table};
use crate::work::Work;
use crate::workers::Workers;

/// Bonus and penalty items; see the [module](self).
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Adjust {
    /// The items, in the order in which they are shown.
    pub items: Vec<Item>,
    /// Points of items without a column.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<Entry>,
    /// The most points all bonus items give together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most_bonus: Option<f64>,
    /// The most points all penalty items take together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most_penalty: Option<f64>,
}

/// An item that gives or takes points.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Its name.
    pub item: String,
    /// Whether it gives or takes.
    pub kind: ItemKind,
    /// The column that gives the points; none when the entries do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<String>,
    /// Points for each 1 of the column.
    #[serde(default = "one")]
    pub points: f64,
    /// The most points it gives or takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<f64>,
}

/// Whether an item gives or takes points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// 加分项: its points are added.
    Bonus,
    /// 扣分项: its points are taken off.
    Penalty,
}

/// Points of a unit for an item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The item.
    pub item: String,
    /// The unit.
    pub unit: String,
    /// The period; none for every period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// The points, 0 or more.
    pub points: f64,
    /// Why, for the explanation.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

fn one() -> f64 {
    1.0
}

impl Adjust {
    pub(super) fn read(mut table: Table) -> Result<Self, ReadError> {
        let items = table.tables("items")?.into_iter();
        let entries = table.tables("entries")?.into_iter();
        let adjust = Self {
            items: items.map(|item| item.read(&[])).collect::<Result<_, _>>()?,
            entries: entries
                .map(|entry| entry.read(&[]))
                .collect::<Result<_, _>>()?,
            most_bonus: table.take("most_bonus")?,
            most_penalty: table.take("most_penalty")?,
        };
        table.end(&["step", "items", "entries", "most_bonus", "most_penalty"])?;
        Ok(adjust)
    }

    /// The score of the root with its points, by cell.
    fn apply(&self, work: &Work<'_>, before: &Column, label: &str) -> Result<Column, ComputeError> {
        let frame = work.frame;
        let mut after = Column::missing(frame.periods().len(), frame.units().len());
        for (period, when) in frame.periods().iter().enumerate() {
            for (unit, who) in frame.units().iter().enumerate() {
                let Some(score) = before.get(period, unit) else {
                    continue;
                };
                let place = |item: &str| Place {
                    step: label.to_owned(),
                    rule: "adjust".to_owned(),
                    code: item.to_owned(),
                    period: Some(when.clone()),
                    unit: Some(who.code.clone()),
                };
                let figure = |code: &str| {
                    let column = frame.indicator_position(code)?;
                    frame.get(period, unit, column)
                };
                let found = self.found(score, when, &who.code, figure);
                let found = found.map_err(|(item, fault)| ComputeError::Rule {
                    place: Box::new(place(item)),
                    fault,
                })?;
                if !found.after.is_finite() {
                    let place = Box::new(place("adjust"));
                    let fault = Fault::NotFinite;
                    return Err(ComputeError::Rule { place, fault });
                }
                after.fill(period, unit, found.after);
            }
        }
        Ok(after)
    }
}

impl Run for Adjust {
    fn check(&self, setting: &Setting<'_>, label: &str, faults: &mut Vec<MethodError>) {
        for item in &self.items {
            if let Some(indicator) = &item.indicator {
                setting.check_code(label, indicator, faults);
            }
        }
        let found = self.faults(setting.frame).into_iter();
        faults.extend(found.map(|fault| MethodError::Adjust {
            step: label.to_owned(),
            fault,
        }));
    }

    fn run(
        &self,
        work: &mut Work<'_>,
        label: &str,
        _workers: &Workers,
    ) -> Result<(), ComputeError> {
        let root = work.framework.root();
        let before = work.scores.as_ref().and_then(|(all, _)| all.get(root));
        let Some(before) = before.map(Arc::clone) else {
            return Ok(());
        };
        let after = Arc::new(self.apply(work, &before, label)?);
        let code = work.framework.nodes().get(root);
        work.data_sets.push(DataSet {
            step: label.to_owned(),
            codes: code.map(|node| node.code.clone()).into_iter().collect(),
            columns: vec![Arc::clone(&after)],
            account: None,
        });
        if let Some((all, _)) = &mut work.scores
            && let Some(place) = all.get_mut(root)
        {
            *place = after;
        }
        work.adjusted = Some((self.clone(), before));
        Ok(())
    }
}

#[cfg(test)]
mod tests;
