//! Every worked example of `docs/methods.md` computes what the page says.

#![expect(clippy::unwrap_used, reason = "a test stops where its setting fails")]

use yanzhi_engine::audit::{AuditOptions, audit};
use yanzhi_engine::robustness::{AnalysisOptions, Uncertainty, uncertainty_analysis};
use yanzhi_engine::sensitivity::sensitivity_analysis;
use yanzhi_engine::what_if::{
    Aim, Change, Focus, Parts, WeightBounds, apply, causes, compare, dominance, drop_each, lift,
    turning_points,
};
use yanzhi_engine::{
    Frame, FrameBuilder, Framework, Index, Indicator, Method, Node, Unit, compute,
};

const PAGE: &str = include_str!("../../../docs/methods.md");

/// A fenced block: the info line after the fence, its text, and the heading it stands under.
struct Block<'a> {
    heading: &'a str,
    info: &'a str,
    text: String,
}

fn blocks() -> Vec<Block<'static>> {
    let (mut found, mut heading, mut open): (Vec<Block<'_>>, _, bool) = (Vec::new(), "", false);
    for line in PAGE.lines() {
        match (line.strip_prefix("```"), open) {
            (Some(info), false) => {
                let text = String::new();
                found.push(Block {
                    heading,
                    info,
                    text,
                });
                open = true;
            }
            (Some(_), true) => open = false,
            (None, true) => {
                let block = found.last_mut().unwrap();
                block.text.push_str(line);
                block.text.push('\n');
            }
            (None, false) if line.starts_with('#') => heading = line.trim_start_matches('#').trim(),
            (None, false) => {}
        }
    }
    found
}

fn rows(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.has_headers(false).from_reader(text.as_bytes());
    let rows = reader.deserialize().map(Result::unwrap);
    rows.collect()
}

/// A unit with its group in each grouping.
fn unit(header: &[String], row: &[String]) -> Unit {
    let cells = header.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
    let groups = cells.filter_map(|(name, cell)| Some((name.strip_prefix('@')?, cell)));
    let groups = groups.map(|(name, cell)| (name.to_owned(), cell.clone()));
    Unit {
        code: row[0].clone(),
        groups: groups.collect(),
    }
}

/// Figures, with a `period` column or without; lines `direction` and `weight` where they are given; a
/// column `@name` is a grouping of the units.
fn figures(text: &str) -> (Frame, Framework) {
    let rows = rows(text);
    let header = &rows[0];
    let is_panel = header[1] == "period";
    let groupings = header.iter().filter(|it| it.starts_with('@')).count();
    let first = if is_panel { 2 } else { 1 } + groupings;
    let special = |name: &str| rows.iter().find(|row| row[0] == name);
    let indicators = header.iter().enumerate().skip(first).map(|(at, code)| {
        let indicator = Indicator::new(code);
        match special("direction").map(|row| row[at].as_str()) {
            Some("-") => indicator.lower_is_better(),
            _ => indicator,
        }
    });
    let indicators: Vec<Indicator> = indicators.collect();
    let data = rows
        .iter()
        .skip(1)
        .filter(|row| !matches!(&*row[0], "direction" | "weight"));
    let data: Vec<&Vec<String>> = data.collect();
    let period = |row: &Vec<String>| {
        if is_panel {
            row[1].clone()
        } else {
            "2023".to_owned()
        }
    };
    let distinct = |of: &dyn Fn(&Vec<String>) -> String| {
        let mut found: Vec<String> = Vec::new();
        for row in &data {
            let word = of(row);
            if !found.contains(&word) {
                found.push(word);
            }
        }
        found
    };
    let (periods, units) = (distinct(&period), distinct(&|row| row[0].clone()));
    let row_of = |code: &String| data.iter().find(|row| row[0] == *code).unwrap();
    let named = units.iter().map(|code| unit(header, row_of(code)));
    let named = named.collect();
    let mut frame = FrameBuilder::new(periods.clone(), named, indicators).unwrap();
    for row in &data {
        let when = periods.iter().position(|it| *it == period(row)).unwrap();
        let who = units.iter().position(|it| *it == row[0]).unwrap();
        for (column, cell) in row.iter().skip(first).enumerate() {
            if !cell.is_empty() {
                frame.set(when, who, column, cell.parse().unwrap()).unwrap();
            }
        }
    }
    let weight = |at: usize| special("weight").map_or(1.0, |row| row[at].parse().unwrap());
    let leaf = |(at, code): (usize, &String)| Node::leaf(code, "index", weight(at));
    let leaves = header.iter().enumerate().skip(first).map(leaf);
    let nodes = std::iter::once(Node::root("index")).chain(leaves).collect();
    (frame.build(), Framework::new(nodes).unwrap())
}

fn check(figures_of: &Block<'_>, method: &Block<'_>, result: &Block<'_>) {
    let (frame, framework) = figures(&figures_of.text);
    let read: Method = toml::from_str(&method.text).unwrap();
    let index = compute(&frame, &framework, &read).unwrap();
    let step = result.info.trim_start_matches("csv result").trim();
    if step == "rank" {
        return check_standing(&index, result);
    }
    if step == "weights" {
        return check_weights(&index, result);
    }
    let data_set = index.dataset(step).unwrap();
    let rows = rows(&result.text);
    let is_panel = rows[0][1] == "period";
    let first = if is_panel { 2 } else { 1 };
    for row in &rows[1..] {
        let unit = index.unit_position(&row[0]).unwrap();
        let period = if is_panel {
            index.period_position(&row[1]).unwrap()
        } else {
            0
        };
        for (code, cell) in rows[0].iter().zip(row).skip(first) {
            let found = data_set.column(code).unwrap().get(period, unit);
            let shown: Option<f64> = (!cell.is_empty()).then(|| cell.parse().unwrap());
            // The page shows as many digits as it shows.
            let digits = cell.split_once('.').map_or(0, |(_, after)| after.len());
            let half = 0.5 * 10_f64.powi(-i32::try_from(digits).unwrap()) + 1e-9;
            let agrees = match (found, shown) {
                (Some(found), Some(shown)) => (found - shown).abs() <= half,
                (found, shown) => found.is_none() && shown.is_none(),
            };
            assert!(
                agrees,
                "{}: {} {code}: {found:?}, the page says {cell}",
                result.heading, row[0]
            );
        }
    }
}

/// The report on the weights under the root: its own measures in the row `index`, those of a child in
/// the child's.
fn check_weights(index: &Index, result: &Block<'_>) {
    let report = &index.weight_reports()[0];
    let rows = rows(&result.text);
    assert!(rows.iter().filter(|row| row[0] != report.node).count() == report.children.len() + 1);
    for row in &rows[1..] {
        let child = report.children.iter().find(|it| it.code == row[0]);
        let measures = child.map_or(&report.measures, |it| &it.measures);
        for (name, cell) in rows[0].iter().zip(row).skip(1) {
            let measure = measures.iter().find(|it| it.name == *name);
            let found = match (name.as_str(), child) {
                ("weight", child) => child.map(|it| it.weight),
                _ => measure.map(|it| it.value),
            };
            let shown: Option<f64> = (!cell.is_empty()).then(|| cell.parse().unwrap());
            let digits = cell.split_once('.').map_or(0, |(_, after)| after.len());
            let half = 0.5 * 10_f64.powi(-i32::try_from(digits).unwrap()) + 1e-9;
            let agrees = match (found, shown) {
                (Some(found), Some(shown)) => (found - shown).abs() <= half,
                (found, shown) => found.is_none() && shown.is_none(),
            };
            let heading = result.heading;
            assert!(
                agrees,
                "{heading}: {} {name}: {found:?}, the page says {cell}",
                row[0]
            );
        }
    }
}

/// How the units stand at the root: a row a unit, a column a part of its standing.
fn check_standing(index: &Index, result: &Block<'_>) {
    let rows = rows(&result.text);
    for row in &rows[1..] {
        let unit = index.unit_position(&row[0]).unwrap();
        let standing = serde_json::to_value(index.standing(0, 0, unit)).unwrap();
        for (part, cell) in rows[0].iter().zip(row).skip(1) {
            let found = match &standing[part] {
                serde_json::Value::Null => String::new(),
                serde_json::Value::String(word) => word.clone(),
                number => number.to_string(),
            };
            assert_eq!(found, *cell, "{}: {} {part}", result.heading, row[0]);
        }
    }
}

#[test]
fn every_worked_example_is_true() {
    let blocks = blocks();
    let mut examples = 0;
    for three in blocks.windows(3) {
        let [figures, method, result] = three else {
            continue;
        };
        let is_example = figures.info == "csv figures" && method.info == "toml";
        if is_example && result.info.starts_with("csv result") {
            check(figures, method, result);
            examples += 1;
        }
    }
    let promised = blocks
        .iter()
        .filter(|block| block.info == "csv figures")
        .count();
    assert_eq!(
        examples, promised,
        "every block of figures is followed by a method and a result"
    );
    assert!(examples > 0);
}

/// Rows of a result: a row an entry, a column the way to a place in it.
fn check_rows(found: &serde_json::Value, shown: &Block<'_>) {
    let part = shown.info.rsplit(' ').next().unwrap();
    let part = found[part].as_array();
    let rows = rows(&shown.text);
    assert_eq!(rows.len() - 1, part.unwrap().len(), "{}", shown.info);
    for (row, entry) in rows[1..].iter().zip(part.unwrap()) {
        for (header, cell) in rows[0].iter().zip(row) {
            let value = entry.pointer(&format!("/{header}"));
            let value = value.filter(|it| !it.is_null());
            let Some(value) = value.filter(|_| !cell.is_empty()) else {
                assert!(value.is_none() && cell.is_empty(), "{}: {header}", row[0]);
                continue;
            };
            let agrees = match (value.as_f64(), cell.parse::<f64>()) {
                (Some(found), Ok(shown)) => {
                    let digits = cell.split_once('.').map_or(0, |(_, after)| after.len());
                    let half = 0.5 * 10_f64.powi(-i32::try_from(digits).unwrap());
                    (found - shown).abs() <= half + 1e-9
                }
                _ => value.as_str().unwrap_or(&value.to_string()) == cell,
            };
            assert!(agrees, "{}: {header} {value}, the page says {cell}", row[0]);
        }
    }
}

/// An audit with default options, an analysis of robustness or sensitivity.
fn result(
    info: &str,
    figures_of: &Block<'_>,
    method: &Block<'_>,
    described: Option<&Block<'_>>,
) -> serde_json::Value {
    let (frame, tree) = figures(&figures_of.text);
    let read: Method = toml::from_str(&method.text).unwrap();
    if info.starts_with("csv audit ") {
        let index = compute(&frame, &tree, &read).unwrap();
        let found = audit(&frame, &index, &AuditOptions::default()).unwrap();
        return serde_json::to_value(&found).unwrap();
    }
    let described: Uncertainty = toml::from_str(&described.unwrap().text).unwrap();
    let options = AnalysisOptions::default();
    if info.starts_with("csv robustness ") {
        let found = uncertainty_analysis(&frame, &tree, &read, &described, &options, &());
        return serde_json::to_value(found.unwrap()).unwrap();
    }
    let found = sensitivity_analysis(&frame, &tree, &read, &described, &options, &());
    serde_json::to_value(found.unwrap()).unwrap()
}

/// A question of what-if, as the page asks it.
#[derive(serde::Deserialize)]
#[serde(tag = "question", rename_all = "snake_case", deny_unknown_fields)]
enum Question {
    Compare { changes: Vec<Change> },
    Causes { unit: String, changes: Vec<Change> },
    DropEach { which: Parts },
    TurningPoints { which: Parts },
    Lift { unit: String, rank: u32 },
    Dominance {},
}

fn answer(asked: &Block<'_>, figures_of: &Block<'_>, method: &Block<'_>) -> serde_json::Value {
    let (frame, tree) = figures(&figures_of.text);
    let method: Method = toml::from_str(&method.text).unwrap();
    let focus = Focus::default();
    let now = compute(&frame, &tree, &method).unwrap();
    let then = |changes: &[Change]| {
        let changed = apply(&frame, &tree, &method, changes);
        changed.unwrap().compute().unwrap()
    };
    let found = match serde_json::from_str(&asked.text).unwrap() {
        Question::Compare { changes } => {
            serde_json::to_value(compare(&now, &then(&changes), &focus).unwrap())
        }
        Question::Causes { unit, changes } => {
            serde_json::to_value(causes(&now, &then(&changes), &unit, &focus).unwrap())
        }
        Question::DropEach { which } => {
            serde_json::to_value(drop_each(&frame, &tree, &method, &which, &focus, &()).unwrap())
        }
        Question::TurningPoints { which } => {
            let found = turning_points(&frame, &tree, &method, &which, &focus, &());
            serde_json::to_value(found.unwrap())
        }
        Question::Lift { unit, rank } => {
            let aim = Aim::new(unit, rank);
            serde_json::to_value(lift(&frame, &tree, &method, &aim, &()).unwrap())
        }
        Question::Dominance {} => {
            let any = WeightBounds::default();
            serde_json::to_value(dominance(&now, &any, &focus, &()).unwrap())
        }
    };
    found.unwrap()
}

#[test]
fn every_analysis_on_the_page_is_true() {
    let blocks = blocks();
    let (mut figures, mut method, mut described, mut asked) = (None, None, None, None);
    let mut kinds = std::collections::BTreeSet::new();
    for block in &blocks {
        match block.info {
            "csv figures" => figures = Some(block),
            "toml" => method = Some(block),
            "toml uncertainty" => described = Some(block),
            "json what-if" => asked = Some(block),
            // Computed on the reference data, in the suite of agreement.
            info if info.starts_with("toml whole") => {}
            info if info.starts_with("csv result") => {}
            info if info.starts_with("csv what-if ") => {
                let found = answer(asked.unwrap(), figures.unwrap(), method.unwrap());
                check_rows(&found, block);
                kinds.insert("what-if");
            }
            info => {
                let found = result(info, figures.unwrap(), method.unwrap(), described);
                check_rows(&found, block);
                kinds.insert(info.split(' ').nth(1).unwrap());
            }
        }
    }
    let promised = ["audit", "robustness", "sensitivity", "what-if"];
    assert!(promised.iter().all(|kind| kinds.contains(kind)));
}
