//! `targets.csv`.

use std::collections::HashMap;

use super::{Lists, Tables};
use crate::fault::codes;
use crate::model::{Comparison, Target};
use crate::problem::Findings;
use crate::row::Row;
use crate::table::{MAX_ROWS, Spec, may, must};

pub(crate) const SPEC: Spec = Spec {
    file: "targets.csv",
    is_required: false,
    max_rows: MAX_ROWS,
    columns: &[
        must("indicator"),
        must("unit"),
        may("caliber"),
        must("period"),
        must("comparison"),
        must("value"),
        may("stretch_value"),
        must("source"),
        may("note"),
    ],
};

pub(crate) fn read(tables: &mut Tables<'_, '_>, lists: Lists<'_>) -> Vec<Target> {
    let mut targets = Vec::new();
    let mut seen = HashMap::new();
    tables.each(&SPEC, |row, findings| {
        let Some(target) = target(row, lists, findings) else {
            return;
        };
        let (indicator, unit) = (target.indicator.clone(), target.unit.clone());
        let key = (indicator, unit, target.caliber.clone(), target.period);
        if let Some(first) = seen.get(&key) {
            let words = [
                Some(target.indicator.to_string()),
                Some(target.unit.to_string()),
                target.caliber.as_ref().map(ToString::to_string),
                Some(target.period.to_string()),
            ];
            let words: Vec<String> = words.into_iter().flatten().collect();
            row.refuse("indicator", findings, || {
                codes::key_duplicate(&words.join(", "), *first)
            });
        } else {
            seen.insert(key, row.line());
        }
        targets.push(target);
    });
    targets
}

fn target(row: &Row<'_>, lists: Lists<'_>, findings: &mut Findings) -> Option<Target> {
    let position = lists.indicators.codes.needed(row, "indicator", findings);
    let unit = lists.units.needed_code(row, "unit", findings);
    let caliber = lists.calibers.named_code(row, "caliber", findings);
    let period = row.period("period", findings);
    let comparison = row.choice("comparison", Comparison::WORDS, findings);
    let is_percent = position.is_none_or(|it| lists.indicators.is_percent(it));
    let value = row.number("value", is_percent, findings);
    let stretch_value = row.word("stretch_value");
    let stretch_value =
        stretch_value.and_then(|_| row.number("stretch_value", is_percent, findings));
    let source = lists.sources.named_code(row, "source", findings);
    let note = row.note("note", findings);
    Some(Target {
        indicator: lists.indicators.codes.code(position?)?.clone(),
        unit: unit?,
        caliber,
        period: period?,
        comparison: comparison?,
        value: value?,
        stretch_value,
        source,
        note,
    })
}
