//! The points of one unit, item by item.

use serde::Serialize;

use super::{Adjust, Item, ItemKind};
use crate::error::Fault;

/// How bonus and penalty items changed a score.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Adjustment {
    /// The score before.
    pub before: f64,
    /// The items that have points, in the method's order.
    pub items: Vec<AdjustedItem>,
    /// What all bonus items give, after all caps.
    pub bonus: f64,
    /// What all penalty items take, after all caps.
    pub penalty: f64,
    /// The score after: before + bonus − penalty.
    pub after: f64,
}

/// An item that has points for a unit.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AdjustedItem {
    /// Its name.
    pub item: String,
    /// Whether it gives or takes.
    pub kind: ItemKind,
    /// Its points before its cap.
    pub points: f64,
    /// Its points after its cap, before the cap of all items of its kind.
    pub counted: f64,
    /// The reasons given with the points.
    pub reasons: Vec<String>,
}

fn capped(points: f64, most: Option<f64>) -> f64 {
    most.map_or(points, |most| points.min(most))
}

impl Adjust {
    /// The points of a unit in a period. A fault comes with the item.
    pub(crate) fn found(
        &self,
        before: f64,
        period: &str,
        unit: &str,
        figure: impl Fn(&str) -> Option<f64>,
    ) -> Result<Adjustment, (&str, Fault)> {
        let mut items = Vec::new();
        for item in &self.items {
            let (points, reasons) = match &item.indicator {
                Some(code) => (figure(code).map_or(0.0, |it| it * item.points), Vec::new()),
                None => self.entered(item, period, unit),
            };
            if points < 0.0 {
                return Err((&item.item, Fault::NegativePoints { points }));
            }
            if points > 0.0 {
                items.push(AdjustedItem {
                    item: item.item.clone(),
                    kind: item.kind,
                    points,
                    counted: capped(points, item.most),
                    reasons,
                });
            }
        }
        let total = |kind: ItemKind| {
            let of_kind = items.iter().filter(|item| item.kind == kind);
            of_kind.map(|item| item.counted).sum::<f64>()
        };
        let bonus = capped(total(ItemKind::Bonus), self.most_bonus);
        let penalty = capped(total(ItemKind::Penalty), self.most_penalty);
        Ok(Adjustment {
            before,
            bonus,
            penalty,
            after: before + bonus - penalty,
            items,
        })
    }

    /// The points entered for an item, with their reasons.
    fn entered(&self, item: &Item, period: &str, unit: &str) -> (f64, Vec<String>) {
        let own = self.entries.iter().filter(|entry| {
            let is_now = entry.period.as_deref().is_none_or(|it| it == period);
            entry.item == item.item && entry.unit == unit && is_now
        });
        let reasons = own.clone().map(|entry| entry.reason.clone());
        let reasons = reasons.filter(|reason| !reason.is_empty());
        (own.map(|entry| entry.points).sum(), reasons.collect())
    }
}
