//! `observations.csv`: millions of rows, of which little more than the figures is kept.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use yanzhi_kernel::{ObservationStatus, Period};

use super::{Lists, Tables};
use crate::fault::{codes, derived};
use crate::model::Observation;
use crate::problem::{Findings, count};
use crate::row::Row;
use crate::table::{MAX_OBSERVATIONS, Spec, may, must};

pub(crate) const SPEC: Spec = Spec {
    file: "observations.csv",
    is_required: true,
    max_rows: MAX_OBSERVATIONS,
    columns: &[
        must("indicator"),
        must("unit"),
        must("caliber"),
        must("period"),
        must("value"),
        must("status"),
        must("source"),
        may("synthetic"),
        may("note"),
    ],
};

/// Most different notes that are shared between rows; further ones are kept row by row.
const SHARED_NOTES: usize = 10_000;

pub(crate) fn read(tables: &mut Tables<'_, '_>, lists: Lists<'_>) -> Vec<Observation> {
    let mut observations = Vec::new();
    let mut keys = Keys::default();
    let mut notes = HashSet::new();
    let rows = std::cell::Cell::new(0);
    tables.each_of_many(
        &SPEC,
        |lines| rows.set(lines),
        |row, findings| {
            if observations.capacity() == 0 {
                observations.reserve_exact(rows.get());
                keys.lines.reserve(rows.get());
            }
            observations.extend(observation(row, lists, &mut keys, &mut notes, findings));
        },
    );
    observations
}

fn observation(
    row: &Row<'_>,
    lists: Lists<'_>,
    keys: &mut Keys,
    notes: &mut HashSet<Arc<str>>,
    findings: &mut Findings,
) -> Option<Observation> {
    let indicator = lists.indicators.codes.needed(row, "indicator", findings);
    let unit = lists.units.needed(row, "unit", findings);
    let caliber = lists.calibers.needed(row, "caliber", findings);
    let period = row.period("period", findings);
    if let (Some(indicator), Some(unit), Some(caliber), Some(period)) =
        (indicator, unit, caliber, period)
        && let Some(first) = keys.add((indicator, unit, caliber, period), row.line())
    {
        row.refuse("indicator", findings, || {
            let word = |column| row.word(column).unwrap_or_default();
            let key = ["indicator", "unit", "caliber"].map(word).join(", ");
            codes::key_duplicate(&format!("{key}, {period}"), first)
        });
    }
    if let Some(code) = indicator.and_then(|it| lists.indicators.derived(it)) {
        row.refuse("indicator", findings, || derived::reported(code.as_str()));
    }
    let is_percent = indicator.is_none_or(|it| lists.indicators.is_percent(it));
    let value = row.number("value", is_percent, findings);
    let status = row.choice("status", ObservationStatus::WORDS, findings);
    let source = lists.sources.named(row, "source", findings);
    let is_synthetic = row.flag("synthetic", findings);
    let note = row.text("note", findings).map(|note| shared(&note, notes));
    let value = value?;
    Some(Observation {
        indicator: indicator?,
        unit: unit?,
        source,
        caliber: u16::try_from(caliber?).ok()?,
        period: period?,
        value: value.value,
        value_text: value.text,
        status: status?,
        is_synthetic,
        note,
    })
}

fn shared(note: &str, notes: &mut HashSet<Arc<str>>) -> Arc<str> {
    if let Some(known) = notes.get(note) {
        return Arc::clone(known);
    }
    let note: Arc<str> = note.into();
    if notes.len() < SHARED_NOTES {
        notes.insert(Arc::clone(&note));
    }
    note
}

/// Which figures were seen, and in which line: 12 bytes a figure.
#[derive(Default)]
struct Keys {
    periods: HashMap<Period, u64>,
    lines: HashMap<[u32; 2], u32>,
}

impl Keys {
    /// The line in which the key was seen before, if it was.
    fn add(&mut self, key: (u32, u32, u32, Period), line: u32) -> Option<u32> {
        let (indicator, unit, caliber, period) = key;
        let next = u64::from(count(self.periods.len()));
        let period = *self.periods.entry(period).or_insert(next);
        // 17 bits hold the 100,000 indicators and units there may be, 10 the 1,000 calibers, 20 every period.
        let packed = ((u64::from(indicator) << 17 | u64::from(unit)) << 10 | u64::from(caliber))
            << 20
            | period;
        let halves = [packed >> 32, packed & u64::from(u32::MAX)];
        match self
            .lines
            .entry(halves.map(|half| u32::try_from(half).unwrap_or(u32::MAX)))
        {
            Entry::Occupied(first) => Some(*first.get()),
            Entry::Vacant(slot) => {
                slot.insert(line);
                None
            }
        }
    }
}
