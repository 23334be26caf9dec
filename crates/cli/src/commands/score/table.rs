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
            Cell::new(result.names.unit(&code)),
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
    if let Some(mark) = result.names.synthetic_mark() {
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
        headings.push(result.names.node(code));
    }
    headings
}

fn number(text: Option<String>) -> Cell {
    Cell::new(text.unwrap_or_else(|| "—".to_owned())).set_alignment(CellAlignment::Right)
}

fn score(score: Option<f64>) -> Option<String> {
    // Indices on the scale 0–1 need more decimals than those on 0–100.
    score.map(|score| rounded(score, if score.abs() <= 1.0 { 3 } else { 2 }))
}

/// Rounds as one does by hand: half away from zero, of the decimal number. 82.315 is 82.32 though the nearest
/// binary number lies a little below; the pages and spreadsheets show the same.
fn rounded(value: f64, decimals: usize) -> String {
    const EXACT: usize = 10;
    let exact = format!("{:.EXACT$}", value.abs()).replace('.', "");
    let unit = 10_u128.pow(u32::try_from(EXACT - decimals).unwrap_or_default());
    let Ok(exact) = exact.parse::<u128>() else {
        return format!("{value:.decimals$}");
    };
    let digits = format!(
        "{:0>width$}",
        (exact + unit / 2) / unit,
        width = decimals + 1
    );
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    let sign = if value < 0.0 { "-" } else { "" };
    format!("{sign}{whole}.{fraction}")
}

/// Places gained or lost, as sign and number: the sign says it without colour.
fn moved(change: i32) -> String {
    match change {
        0 => "=".to_owned(),
        gained if gained > 0 => format!("↑{gained}"),
        lost => format!("↓{}", lost.unsigned_abs()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_rounded_as_by_hand() {
        for (value, decimals, text) in [
            (82.315, 2, "82.32"),
            (82.314_999, 2, "82.31"),
            (-0.005, 2, "-0.01"),
            (0.0, 2, "0.00"),
            (99.995, 2, "100.00"),
            (0.961_5, 3, "0.962"),
            (100.0, 2, "100.00"),
        ] {
            assert_eq!(rounded(value, decimals), text);
        }
    }
}
