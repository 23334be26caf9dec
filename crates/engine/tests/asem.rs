//! Agreement with COINr 1.1.14 on the ASEM data: 51 countries, 49 indicators, four levels.
//!
//! Tolerance: 1e-9 relative for every cell; a missing cell is missing in both.

#![expect(clippy::unwrap_used, reason = "a test stops where its setting fails")]

mod reference;

use std::collections::BTreeMap;

use reference::{Table, number, table};
use yanzhi_engine::{DataSet, Framework, Index, Indicator, Method, Node, compute};

/// The rows of the metadata that are nodes of the tree.
fn nodes(meta: &Table) -> impl Iterator<Item = &BTreeMap<String, String>> {
    let is_node =
        |row: &&BTreeMap<String, String>| matches!(&*row["Type"], "Indicator" | "Aggregate");
    meta.rows.iter().filter(is_node)
}

fn framework(meta: &Table, weights: &BTreeMap<String, f64>) -> Framework {
    let node = |row: &BTreeMap<String, String>| {
        let code = row["iCode"].clone();
        Node {
            parent: Some(row["Parent"].clone()).filter(|it| !matches!(&**it, "" | "NA")),
            indicator: (row["Type"] == "Indicator").then(|| code.clone()),
            weight: weights.get(&code).copied().unwrap_or(1.0),
            code,
        }
    };
    Framework::new(nodes(meta).map(node).collect()).unwrap()
}

fn indicators(meta: &Table, with_directions: bool) -> Vec<Indicator> {
    let leaves = nodes(meta).filter(|row| row["Type"] == "Indicator");
    let indicator = |row: &BTreeMap<String, String>| match &*row["Direction"] {
        "-1" if with_directions => Indicator::new(&row["iCode"]).lower_is_better(),
        _ => Indicator::new(&row["iCode"]),
    };
    leaves.map(indicator).collect()
}

fn denominators(meta: &Table) -> String {
    let named = nodes(meta).filter(|row| !matches!(&*row["Denominator"], "" | "NA"));
    let line = |row: &BTreeMap<String, String>| {
        format!(
            "{} = {{ denominator = '{}' }}\n",
            row["iCode"], row["Denominator"]
        )
    };
    format!(
        "[[steps]]\nstep = 'denominate'\n[steps.indicators]\n{}",
        named.map(line).collect::<String>()
    )
}

/// The index of the raw data by a method's text.
fn from_raw(data: &Table, meta: &Table, method: &str) -> Index {
    let mut columns = indicators(meta, true);
    columns.extend(["Area", "Energy", "GDP", "Population"].map(Indicator::new));
    let frame = data.frame("Time", "uCode", columns);
    let method: Method = toml::from_str(method).unwrap();
    compute(&frame, &framework(meta, &BTreeMap::new()), &method).unwrap()
}

/// The index of columns that are normalised already, as the file itself has them.
fn from_normalised(
    data: &Table,
    meta: &Table,
    weights: &BTreeMap<String, f64>,
    method: &str,
) -> Index {
    let mut rows = data.rows.clone();
    for row in &mut rows {
        row.insert("Time".into(), "2018".into());
    }
    let frame = Table { rows }.frame("Time", "uCode", indicators(meta, false));
    let method: Method = toml::from_str(method).unwrap();
    compute(&frame, &framework(meta, weights), &method).unwrap()
}

/// Every cell of the columns both have; the number of cells compared.
fn assert_agrees(index: &Index, found: &DataSet, expected: &Table, file: &str) {
    let mut compared = 0;
    for row in &expected.rows {
        let unit = index.unit_position(&row["uCode"]).unwrap();
        let period = row
            .get("Time")
            .map_or(0, |time| index.period_position(time).unwrap());
        for (code, column) in found.columns() {
            let Some(text) = row.get(code) else { continue };
            let (ours, theirs) = (column.get(period, unit), number(text));
            let agree = match (ours, theirs) {
                (Some(ours), Some(theirs)) => (ours - theirs).abs() <= 1e-9 * theirs.abs(),
                (ours, theirs) => ours.is_none() && theirs.is_none(),
            };
            assert!(
                agree,
                "{file}: {} {code}: {ours:?}, COINr {theirs:?}",
                row["uCode"]
            );
            compared += 1;
        }
    }
    assert!(
        compared >= 49 * expected.rows.len(),
        "{file}: {compared} cells compared"
    );
}

fn min_max(lower: f64) -> String {
    format!("[[steps]]\nstep = 'normalise'\nrule = 'min_max'\nlower = {lower}\nupper = 100\n")
}

fn aggregate(rule: &str, more: &str) -> String {
    format!("[[steps]]\nstep = 'aggregate'\nrule = '{rule}'\n{more}\n")
}

#[test]
fn denominated_and_normalised_data_agree() {
    let files = [
        "asem_iData",
        "asem_iMeta",
        "asem_default_Denominated",
        "asem_norm_minmax_1_100",
    ]
    .map(|name| table(&format!("asem/{name}.csv")));
    let [Some(data), Some(meta), Some(denominated), Some(normalised)] = files else {
        return;
    };
    let method = denominators(&meta) + &min_max(1.0) + &aggregate("arithmetic", "");
    let index = from_raw(&data, &meta, &method);
    for (step, expected) in [("denominate", denominated), ("normalise", normalised)] {
        assert_agrees(&index, index.dataset(step).unwrap(), &expected, step);
    }
}

#[test]
fn missing_values_below_and_above_the_threshold_agree() {
    let (Some(data), Some(meta)) = (table("asem/asem_iData.csv"), table("asem/asem_iMeta.csv"))
    else {
        return;
    };
    for threshold in ["0.5", "0.95"] {
        let file = format!("asem/asem_agg_missing_dat_thresh_{threshold}.csv");
        let Some(expected) = table(&file) else { return };
        let more = format!("data_threshold = {threshold}");
        let method = denominators(&meta) + &min_max(0.0) + &aggregate("arithmetic", &more);
        let index = from_raw(&data, &meta, &method);
        assert_agrees(
            &index,
            index.dataset("aggregate").unwrap(),
            &expected,
            &file,
        );
    }
}

#[test]
fn arithmetic_and_geometric_means_agree() {
    let Some(meta) = table("asem/asem_iMeta.csv") else {
        return;
    };
    for (file, rule) in [
        ("asem/asem_agg_amean.csv", "arithmetic"),
        ("asem/asem_agg_gmean.csv", "geometric"),
    ] {
        let Some(expected) = table(file) else { return };
        let index = from_normalised(&expected, &meta, &BTreeMap::new(), &aggregate(rule, ""));
        assert_agrees(&index, index.dataset("aggregate").unwrap(), &expected, file);
    }
}

#[test]
fn effective_weights_agree() {
    let (Some(meta), Some(expected)) = (
        table("asem/asem_iMeta.csv"),
        table("asem/asem_effective_weights.csv"),
    ) else {
        return;
    };
    let Some(data) = table("asem/asem_agg_amean.csv") else {
        return;
    };
    let weights = expected.rows.iter();
    let weights = weights.map(|row| (row["iCode"].clone(), number(&row["Weight"]).unwrap()));
    let index = from_normalised(
        &data,
        &meta,
        &weights.collect(),
        &aggregate("arithmetic", ""),
    );
    assert_eq!(expected.rows.len(), index.nodes().len());
    for row in &expected.rows {
        let theirs = number(&row["EffWeight"]).unwrap();
        let ours = index
            .effective_weight(index.node_position(&row["iCode"]).unwrap())
            .unwrap();
        assert!(
            (ours - theirs).abs() <= 1e-12,
            "{}: {ours}, COINr {theirs}",
            row["iCode"]
        );
    }
}

#[test]
fn custom_weights_and_a_rule_for_each_level_agree() {
    let (Some(meta), Some(custom)) = (
        table("asem/asem_iMeta.csv"),
        table("coinr/c_agg/_weights_custom.csv"),
    ) else {
        return;
    };
    let weights = custom.rows.iter();
    let weights = weights.map(|row| (row["iCode"].clone(), number(&row["Weight"]).unwrap()));
    let weights: BTreeMap<String, f64> = weights.collect();
    // COINr counts levels from the leaves; `mixed2` is geometric just above them and arithmetic beyond.
    let mixed = aggregate("arithmetic", "levels = [{ level = 2, rule = 'geometric' }]");
    for (file, given, method) in [
        ("a_amean_w1", true, aggregate("arithmetic", "")),
        ("a_gmean_w1", true, aggregate("geometric", "")),
        ("mixed2", true, mixed),
        ("withNA_a_amean", false, aggregate("arithmetic", "")),
        ("withNA_a_gmean", false, aggregate("geometric", "")),
        (
            "withNA_datthresh",
            false,
            aggregate("arithmetic", "data_threshold = 0.8"),
        ),
    ] {
        let file = format!("coinr/c_agg/{file}.csv");
        let Some(expected) = table(&file) else { return };
        let weights = if given {
            weights.clone()
        } else {
            BTreeMap::new()
        };
        let index = from_normalised(&expected, &meta, &weights, &method);
        assert_agrees(
            &index,
            index.dataset("aggregate").unwrap(),
            &expected,
            &file,
        );
    }
}

#[test]
fn goalposts_from_the_metadata_agree() {
    let files = [
        "inputs/iMeta_params",
        "inputs/iData",
        "b_norm/useiMeta_n_goalposts",
    ]
    .map(|name| table(&format!("coinr/{name}.csv")));
    let [Some(meta), Some(data), Some(expected)] = files else {
        return;
    };
    let post = |row: &BTreeMap<String, String>| {
        let truncate = row["goalpost_trunc2posts"].to_lowercase();
        let (low, high) = (&row["goalpost_lower"], &row["goalpost_upper"]);
        let (code, scale) = (&row["iCode"], &row["goalpost_scale"]);
        format!(
            "{code} = {{ low = {low}, high = {high}, scale = {scale}, truncate = {truncate} }}\n"
        )
    };
    let leaves = nodes(&meta).filter(|row| row["Type"] == "Indicator");
    let posts: String = leaves.map(post).collect();
    let normalise =
        format!("[[steps]]\nstep = 'normalise'\nrule = 'goalposts'\n[steps.indicators]\n{posts}");
    let index = from_raw(&data, &meta, &(normalise + &aggregate("arithmetic", "")));
    assert_agrees(
        &index,
        index.dataset("normalise").unwrap(),
        &expected,
        "goalposts",
    );
}

#[test]
fn a_panel_normalised_by_year_and_over_all_years_agrees() {
    let Some(meta) = table("asem/asem_iMeta.csv") else {
        return;
    };
    for (source, file, scope) in [
        ("iData_p", "norm_local", "period"),
        ("purse_Treated", "purse_Normalised", "all_periods"),
    ] {
        let files = [source, file].map(|name| table(&format!("coinr/h_panel/{name}.csv")));
        let [Some(data), Some(expected)] = files else {
            return;
        };
        let frame = data.frame("Time", "uCode", indicators(&meta, true));
        let text = format!(
            "{}scope = '{scope}'\n{}",
            min_max(0.0),
            aggregate("arithmetic", "")
        );
        let method: Method = toml::from_str(&text).unwrap();
        let index = compute(&frame, &framework(&meta, &BTreeMap::new()), &method).unwrap();
        assert_agrees(&index, index.dataset("normalise").unwrap(), &expected, file);
    }
}

#[test]
fn the_aggregated_panel_agrees() {
    let (Some(meta), Some(expected)) = (
        table("asem/asem_iMeta.csv"),
        table("asem/asem_panel_aggregated.csv"),
    ) else {
        return;
    };
    let frame = expected.frame("Time", "uCode", indicators(&meta, false));
    let method: Method = toml::from_str(&aggregate("arithmetic", "")).unwrap();
    let index = compute(&frame, &framework(&meta, &BTreeMap::new()), &method).unwrap();
    assert_agrees(
        &index,
        index.dataset("aggregate").unwrap(),
        &expected,
        "panel",
    );
}
