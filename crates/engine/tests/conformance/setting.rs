//! The ASEM example: its tree, its indicators, its figures, and texts of methods.

use std::collections::BTreeMap;

use yanzhi_engine::{
    Frame, FrameBuilder, Framework, Index, Indicator, Method, Node, Unit, compute,
};

use crate::reference::{Table, number, table};

const GROUPS: [&str; 4] = ["GDP_group", "GDPpc_group", "Pop_group", "EurAsia_group"];
const DENOMINATORS: [&str; 4] = ["Area", "Energy", "GDP", "Population"];

/// The rows of the metadata that are nodes of the tree.
pub(crate) fn nodes(meta: &Table) -> impl Iterator<Item = &BTreeMap<String, String>> {
    let is_node =
        |row: &&BTreeMap<String, String>| matches!(&*row["Type"], "Indicator" | "Aggregate");
    meta.rows.iter().filter(is_node)
}

/// The rows of the metadata that are indicators.
pub(crate) fn leaves(meta: &Table) -> impl Iterator<Item = &BTreeMap<String, String>> {
    nodes(meta).filter(|row| row["Type"] == "Indicator")
}

/// The tree, with other weights than those of the metadata where given.
pub(crate) fn framework(meta: &Table, weights: &BTreeMap<String, f64>) -> Framework {
    let node = |row: &BTreeMap<String, String>| {
        let code = row["iCode"].clone();
        let own = number(&row["Weight"]).unwrap();
        Node {
            parent: Some(row["Parent"].clone()).filter(|it| !matches!(&**it, "" | "NA")),
            indicator: (row["Type"] == "Indicator").then(|| code.clone()),
            weight: weights.get(&code).copied().unwrap_or(own),
            code,
        }
    };
    Framework::new(nodes(meta).map(node).collect()).unwrap()
}

/// The indicators, all of direction +1 where the data have been turned round already.
pub(crate) fn indicators(meta: &Table, with_directions: bool) -> Vec<Indicator> {
    let indicator = |row: &BTreeMap<String, String>| match &*row["Direction"] {
        "-1" if with_directions => Indicator::new(&row["iCode"]).lower_is_better(),
        _ => Indicator::new(&row["iCode"]),
    };
    leaves(meta).map(indicator).collect()
}

/// A frame of these columns and of the denominators and groups the file has. One period where the
/// file has none.
pub(crate) fn frame(data: &Table, mut indicators: Vec<Indicator>) -> Frame {
    let has = |column: &str| data.rows.iter().any(|row| row.contains_key(column));
    indicators.extend(
        DENOMINATORS
            .into_iter()
            .filter(|it| has(it))
            .map(Indicator::new),
    );
    let period = |row: &BTreeMap<String, String>| row.get("Time").cloned().unwrap_or("2018".into());
    let unit = |row: &BTreeMap<String, String>| {
        let groups = GROUPS
            .iter()
            .filter_map(|it| Some((it.to_string(), row.get(*it)?.clone())));
        Unit {
            code: row["uCode"].clone(),
            groups: groups.collect(),
        }
    };
    let (mut periods, mut units): (Vec<String>, Vec<Unit>) = (Vec::new(), Vec::new());
    for row in &data.rows {
        if !periods.contains(&period(row)) {
            periods.push(period(row));
        }
        if units.iter().all(|it| it.code != row["uCode"]) {
            units.push(unit(row));
        }
    }
    let codes: Vec<String> = indicators.iter().map(|it| it.code.clone()).collect();
    let mut builder = FrameBuilder::new(periods.clone(), units.clone(), indicators).unwrap();
    for row in &data.rows {
        let when = periods.iter().position(|it| *it == period(row)).unwrap();
        let who = units.iter().position(|it| it.code == row["uCode"]).unwrap();
        for (column, code) in codes.iter().enumerate() {
            if let Some(value) = row.get(code).and_then(|text| number(text)) {
                builder.set(when, who, column, value).unwrap();
            }
        }
    }
    builder.build()
}

/// The data, the metadata and what is computed from them by a method's text.
pub(crate) fn from_raw(method: &str) -> Index {
    let (data, meta) = inputs();
    from(&data, &meta, true, method)
}

/// What is computed from a file's own columns, such as a data set of the peer.
pub(crate) fn from(data: &Table, meta: &Table, with_directions: bool, method: &str) -> Index {
    let method: Method = toml::from_str(method).unwrap();
    let frame = frame(data, indicators(meta, with_directions));
    compute(&frame, &framework(meta, &BTreeMap::new()), &method).unwrap()
}

/// Figures and metadata of the example.
pub(crate) fn inputs() -> (Table, Table) {
    let read = |name: &str| table(&format!("coinr/inputs/{name}.csv")).unwrap();
    (read("iData"), read("iMeta"))
}

/// The step that divides what has a denominator.
pub(crate) fn denominate(meta: &Table) -> String {
    let named = leaves(meta).filter(|row| !matches!(&*row["Denominator"], "" | "NA"));
    let line = |row: &BTreeMap<String, String>| {
        format!(
            "{} = {{ denominator = '{}' }}\n",
            row["iCode"], row["Denominator"]
        )
    };
    let lines: String = named.map(line).collect();
    format!("[[steps]]\nstep = 'denominate'\n[steps.indicators]\n{lines}")
}

/// The last step of a method of which only the data sets before are looked at.
pub(crate) const ARITHMETIC: &str = "[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'\n";
