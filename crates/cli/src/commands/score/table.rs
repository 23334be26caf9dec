//! The league table in the terminal.

use std::{fmt::Write as _, io::IsTerminal as _};

use comfy_table::{Attribute, Cell, CellAlignment, Table, presets::UTF8_FULL_CONDENSED};
use yanzhi_kernel::{Lang, Text};

use super::Shown;

pub(super) fn text(result: &Shown<'_>) -> String {
    let index = &result.scored.index;
    let period = result.shown_period();
    let framework = index.framework();
    let root = framework.root();
    let mut units: Vec<usize> = (0..index.units().len()).collect();
    units.retain(|unit| result.unit.is_none_or(|only| only == *unit));
    units.sort_by_key(|unit| (index.rank(period, root, *unit).unwrap_or(u32::MAX), *unit));
    let mut table = Table::new();
    table.load_style(UTF8_FULL_CONDENSED);
    if !std::io::stdout().is_terminal() {
        table.force_no_tty();
    }
    table.set_header(
        headings(result)
            .into_iter()
            .map(|text| Cell::new(text).add_attribute(Attribute::Bold)),
    );
    for unit in units {
        let code = index
            .units()
            .get(unit)
            .map(|unit| unit.code.clone())
            .unwrap_or_default();
        let mut cells = vec![
            number(index.rank(period, root, unit).map(|rank| rank.to_string())),
            number(index.rank_change(period, root, unit).map(moved)),
            Cell::new(&code),
            Cell::new(result.unit_name(&code)),
            number(score(index.score(period, root, unit))),
        ];
        let children = framework.children(root).iter();
        cells.extend(children.map(|child| number(score(index.score(period, *child, unit)))));
        table.add_row(cells);
    }
    let mut text = format!(
        "{}  {}\n",
        result.pack.strategy.name.get(result.lang),
        period_code(result, period)
    );
    if let Some(mark) = result.synthetic_mark() {
        text.push_str(mark);
        text.push('\n');
    }
    let hashes = Text::new("结果指纹 ", "result hash ");
    // Writing to a String cannot fail.
    let _ = writeln!(
        text,
        "{table}\n{}{}",
        hashes.get(result.lang),
        result.scored.content_hash
    );
    text
}

pub(super) fn period_code<'a>(result: &'a Shown<'_>, period: usize) -> &'a str {
    result
        .scored
        .index
        .periods()
        .get(period)
        .map_or("", String::as_str)
}

fn headings(result: &Shown<'_>) -> Vec<String> {
    let words = match result.lang {
        Lang::Zh => ["位次", "进退位", "代码", "名称"],
        Lang::En => ["Rank", "Change", "Code", "Name"],
    };
    let mut headings: Vec<String> = words.map(str::to_owned).into();
    let framework = result.scored.index.framework();
    let root = framework.root();
    for node in std::iter::once(&root).chain(framework.children(root)) {
        let code = framework
            .nodes()
            .get(*node)
            .map(|node| node.code.as_str())
            .unwrap_or_default();
        headings.push(result.node_name(code));
    }
    headings
}

fn number(text: Option<String>) -> Cell {
    Cell::new(text.unwrap_or_else(|| "—".to_owned())).set_alignment(CellAlignment::Right)
}

fn score(score: Option<f64>) -> Option<String> {
    // Indices on the scale 0–1 need more decimals than those on 0–100.
    score.map(|score| {
        if score.abs() <= 1.0 {
            format!("{score:.3}")
        } else {
            format!("{score:.2}")
        }
    })
}

/// Places gained or lost, as sign and number: the sign says it without colour.
fn moved(change: i32) -> String {
    match change {
        0 => "=".to_owned(),
        gained if gained > 0 => format!("↑{gained}"),
        lost => format!("↓{}", lost.unsigned_abs()),
    }
}
