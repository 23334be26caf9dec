//! `tasks.csv`.

use std::collections::HashMap;

use yanzhi_kernel::{Code, Text};

use super::Tables;
use crate::code_list::{self, CodeList};
use crate::fault::codes;
use crate::model::Task;
use crate::problem::Findings;
use crate::row::{Pair, Row};
use crate::table::{MAX_ROWS, Spec, may, must};

pub(crate) const SPEC: Spec = Spec {
    file: "tasks.csv",
    is_required: false,
    max_rows: MAX_ROWS,
    columns: &[
        must("number"),
        must("area"),
        must("area_zh"),
        must("area_en"),
        must("name_zh"),
        must("name_en"),
        may("lead"),
        may("cooperating"),
        must("source"),
        may("note"),
    ],
};

pub(crate) fn read(tables: &mut Tables<'_, '_>, units: &CodeList, sources: &CodeList) -> Vec<Task> {
    let mut tasks = Vec::new();
    let mut numbers: HashMap<u32, u32> = HashMap::new();
    let mut areas: HashMap<Code, (Text, u32)> = HashMap::new();
    tables.each(&SPEC, |row, findings| {
        let Some(task) = task(row, units, sources, findings) else {
            return;
        };
        let first = *numbers.entry(task.number).or_insert(row.line());
        if first != row.line() {
            let number = task.number.to_string();
            row.refuse("number", findings, || {
                codes::duplicate(code_list::TASKS, &number, first)
            });
        }
        let area = areas.entry(task.area.clone());
        let (name, first) = area.or_insert_with(|| (task.area_name.clone(), row.line()));
        if *name != task.area_name {
            let (area, first) = (task.area.as_str(), *first);
            row.refuse("area_zh", findings, || codes::area_differs(area, first));
        }
        tasks.push(task);
    });
    tasks
}

fn task(
    row: &Row<'_>,
    units: &CodeList,
    sources: &CodeList,
    findings: &mut Findings,
) -> Option<Task> {
    let number = row.needed_word("number", findings);
    let number = number.and_then(|_| row.integer("number", (1, 1_000_000), findings));
    let area = row.code("area", findings);
    let area_name = row.needed_pair(Pair::AREA, findings);
    let name = row.needed_pair(Pair::NAME, findings);
    let lead = units.named_code(row, "lead", findings);
    let cooperating = cooperating(row, units, findings);
    let source = sources.named_code(row, "source", findings);
    let note = row.note("note", findings);
    Some(Task {
        number: u32::try_from(number?).ok()?,
        area: area?,
        area_name: area_name?,
        name: name?,
        lead,
        cooperating,
        source,
        note,
    })
}

/// Codes of units separated by `;`.
fn cooperating(row: &Row<'_>, units: &CodeList, findings: &mut Findings) -> Vec<Code> {
    let Some(words) = row.word("cooperating") else {
        return Vec::new();
    };
    let mut codes = Vec::new();
    for word in words.split(';').map(str::trim).filter(|it| !it.is_empty()) {
        match units.find(word).and_then(|position| units.code(position)) {
            Some(code) => codes.push(code.clone()),
            None => {
                if let Some(fault) = units.missing(word) {
                    row.refuse("cooperating", findings, fault);
                }
            }
        }
    }
    codes
}
