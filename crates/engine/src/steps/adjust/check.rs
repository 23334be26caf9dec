//! What can be wrong with items and entries before anything is computed.

use super::{Adjust, Entry, Item};
use crate::frame::Frame;
use crate::suggest::{hint, nearest};

/// What is wrong with an adjust step.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum AdjustFault {
    /// Nothing to adjust by.
    #[error("there are no items: give some, or leave the step out")]
    NoItems,
    /// An item given twice.
    #[error("item `{item}` stands twice: rename one")]
    ItemTwice {
        /// The item.
        item: String,
    },
    /// A cap or points that are negative or no number.
    #[error("`{name}` of {of} is {value}: it must be a finite number of 0 or more")]
    Negative {
        /// The parameter.
        name: &'static str,
        /// The item or the step.
        of: String,
        /// Its value.
        value: f64,
    },
    /// An item that has a column and entries.
    #[error("item `{item}` has its points from a column and from entries: keep one")]
    TwoSources {
        /// The item.
        item: String,
    },
    /// An entry for an item that does not exist.
    #[error("entries[{number}]: `{item}` is no item of the step{}: correct it", hint(nearest.as_deref()))]
    UnknownItem {
        /// The entry's place, from 0.
        number: usize,
        /// The item it names.
        item: String,
        /// The item most like it.
        nearest: Option<String>,
    },
    /// An entry for a unit that does not exist.
    #[error("entries[{number}]: `{unit}` is no unit of the frame{}: correct it", hint(nearest.as_deref()))]
    UnknownUnit {
        /// The entry's place, from 0.
        number: usize,
        /// The unit it names.
        unit: String,
        /// The unit most like it.
        nearest: Option<String>,
    },
    /// An entry for a period that does not exist.
    #[error("entries[{number}]: `{period}` is no period of the frame{}: correct it", hint(nearest.as_deref()))]
    UnknownPeriod {
        /// The entry's place, from 0.
        number: usize,
        /// The period it names.
        period: String,
        /// The period most like it.
        nearest: Option<String>,
    },
}

fn unless_sound(name: &'static str, of: &str, value: f64) -> Option<AdjustFault> {
    let is_sound = value.is_finite() && value >= 0.0;
    (!is_sound).then(|| AdjustFault::Negative {
        name,
        of: of.to_owned(),
        value,
    })
}

impl Adjust {
    pub(super) fn faults(&self, frame: &Frame) -> Vec<AdjustFault> {
        let mut found = Vec::new();
        if self.items.is_empty() {
            found.push(AdjustFault::NoItems);
        }
        for (name, most) in [
            ("most_bonus", self.most_bonus),
            ("most_penalty", self.most_penalty),
        ] {
            found.extend(most.and_then(|most| unless_sound(name, "the step", most)));
        }
        for (place, item) in self.items.iter().enumerate() {
            self.check_item(place, item, &mut found);
        }
        for (number, entry) in self.entries.iter().enumerate() {
            self.check_entry(number, entry, frame, &mut found);
        }
        found
    }

    fn check_item(&self, place: usize, item: &Item, found: &mut Vec<AdjustFault>) {
        let name = || item.item.clone();
        let before = self.items.iter().take(place);
        if before.clone().any(|it| it.item == item.item) {
            found.push(AdjustFault::ItemTwice { item: name() });
        }
        found.extend(unless_sound("points", &item.item, item.points));
        let most = item.most;
        found.extend(most.and_then(|most| unless_sound("most", &item.item, most)));
        let has_entries = self.entries.iter().any(|entry| entry.item == item.item);
        if item.indicator.is_some() && has_entries {
            found.push(AdjustFault::TwoSources { item: name() });
        }
    }

    fn check_entry(
        &self,
        number: usize,
        entry: &Entry,
        frame: &Frame,
        found: &mut Vec<AdjustFault>,
    ) {
        let items = self.items.iter().map(|it| it.item.as_str());
        if !items.clone().any(|it| it == entry.item) {
            found.push(AdjustFault::UnknownItem {
                number,
                nearest: nearest(&entry.item, items),
                item: entry.item.clone(),
            });
        }
        let units = frame.units().iter().map(|it| it.code.as_str());
        if !units.clone().any(|it| it == entry.unit) {
            found.push(AdjustFault::UnknownUnit {
                number,
                nearest: nearest(&entry.unit, units),
                unit: entry.unit.clone(),
            });
        }
        let periods = frame.periods().iter().map(String::as_str);
        if let Some(period) = &entry.period
            && !periods.clone().any(|it| it == period)
        {
            found.push(AdjustFault::UnknownPeriod {
                number,
                nearest: nearest(period, periods),
                period: period.clone(),
            });
        }
        found.extend(unless_sound("points", &entry.item, entry.points));
    }
}
