//! `units.csv`.

use yanzhi_kernel::{Code, Text, UnitKind};

use super::Tables;
use crate::code_list::{self, CodeList};
use crate::fault::{codes, shown};
use crate::model::{Tile, Unit};
use crate::problem::{Findings, Place};
use crate::row::{Pair, Row};
use crate::table::{MAX_ROWS, Spec, may, must};

pub(crate) const SPEC: Spec = Spec {
    file: "units.csv",
    is_required: true,
    max_rows: MAX_ROWS,
    columns: &[
        must("code"),
        may("parent"),
        must("name_zh"),
        must("name_en"),
        may("short_zh"),
        may("short_en"),
        must("kind"),
        may("group"),
        may("gb2260"),
        may("tile_x"),
        may("tile_y"),
        may("note"),
    ],
};

/// A unit's parent as written, to be looked up when all units are known.
struct Parent {
    child: u32,
    code: String,
    place: Place,
}

pub(crate) fn read(tables: &mut Tables<'_, '_>, groups: &CodeList) -> (CodeList, Vec<Unit>) {
    let mut codes = CodeList::new(code_list::UNITS);
    let mut units = Vec::new();
    let mut parents = Vec::new();
    let is_whole = tables.each(&SPEC, |row, findings| {
        let code = codes.add(row, findings);
        if let (Some(code), Some(parent)) = (&code, row.word("parent")) {
            parents.extend(codes.find(code.as_str()).map(|child| Parent {
                child,
                code: parent.into_owned(),
                place: row.place("parent"),
            }));
        }
        units.extend(unit(row, code, groups, findings));
    });
    codes.is_whole &= is_whole;
    check_parents(&codes, &parents, &mut tables.folder.findings);
    (codes, units)
}

fn unit(
    row: &Row<'_>,
    code: Option<Code>,
    groups: &CodeList,
    findings: &mut Findings,
) -> Option<Unit> {
    let name = row.needed_pair(Pair::NAME, findings);
    let short = row.pair(Pair::SHORT, findings);
    let kind = row.choice("kind", UnitKind::WORDS, findings);
    let group = groups.named_code(row, "group", findings);
    let gb2260 = gb2260(row, findings);
    let tile = tile(row, findings);
    let note = row.note("note", findings);
    let name = name?;
    let or = |short: String, name: &String| {
        if short.is_empty() {
            name.clone()
        } else {
            short
        }
    };
    Some(Unit {
        code: code?,
        // One that is no code is no unit either, which `check_parents` notes.
        parent: row.word("parent").and_then(|parent| parent.parse().ok()),
        short_name: Text::new(or(short.zh, &name.zh), or(short.en, &name.en)),
        name,
        kind: kind?,
        group,
        gb2260,
        tile,
        note,
    })
}

fn gb2260(row: &Row<'_>, findings: &mut Findings) -> Option<String> {
    let text = row.word("gb2260")?;
    let is_code = matches!(text.len(), 6 | 9 | 12) && text.bytes().all(|it| it.is_ascii_digit());
    if !is_code {
        row.refuse("gb2260", findings, || codes::gb2260_invalid(&shown(&text)));
    }
    is_code.then(|| text.into_owned())
}

fn tile(row: &Row<'_>, findings: &mut Findings) -> Option<Tile> {
    let is_given = |column: &str| row.word(column).is_some();
    if is_given("tile_x") != is_given("tile_y") {
        let column = if is_given("tile_x") {
            "tile_y"
        } else {
            "tile_x"
        };
        row.refuse(column, findings, codes::tile_incomplete);
    }
    let mut place = |column: &str| {
        let number = row.integer(column, (-1_000, 1_000), findings)?;
        i32::try_from(number).ok()
    };
    let (x, y) = (place("tile_x"), place("tile_y"));
    Some(Tile { x: x?, y: y? })
}

/// Parents must be units, and no unit may be above itself.
fn check_parents(codes: &CodeList, parents: &[Parent], findings: &mut Findings) {
    let mut above: Vec<Option<(u32, Place)>> = vec![None; codes.len()];
    for parent in parents {
        let found = codes.find(&parent.code);
        if found.is_none()
            && let Some(fault) = codes.missing(&parent.code)
        {
            findings.add(parent.place, fault);
        }
        let child = usize::try_from(parent.child).ok();
        if let Some(slot) = child.and_then(|child| above.get_mut(child)) {
            *slot = found.map(|found| (found, parent.place));
        }
    }
    let step = |unit: u32| above.get(usize::try_from(unit).ok()?).copied().flatten();
    let mut walk_of = vec![u32::MAX; above.len()];
    for start in 0..crate::problem::count(above.len()) {
        let mut unit = start;
        while let Some(mark) = usize::try_from(unit)
            .ok()
            .and_then(|unit| walk_of.get_mut(unit))
            && *mark == u32::MAX
        {
            *mark = start;
            let Some((parent, _)) = step(unit) else { break };
            unit = parent;
        }
        let mark = usize::try_from(unit)
            .ok()
            .and_then(|unit| walk_of.get(unit));
        if mark == Some(&start)
            && let Some((_, place)) = step(unit)
        {
            findings.add(place, || codes::unit_cycle(&circle(codes, unit, step)));
        }
    }
}

fn circle(codes: &CodeList, start: u32, step: impl Fn(u32) -> Option<(u32, Place)>) -> Vec<&str> {
    let above = std::iter::successors(Some(start), |unit| {
        step(*unit)
            .map(|(parent, _)| parent)
            .filter(|parent| *parent != start)
    });
    let code = |unit| codes.code(unit).map(Code::as_str);
    above.filter_map(code).collect()
}
