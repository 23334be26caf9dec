//! `coinr/c_agg`, and the aggregations and ranks of `asem`.

use std::collections::BTreeMap;

use yanzhi_engine::{Framework, Index, Indicator, Method, Node, compute};

use crate::reference::{Table, number, table};
use crate::report::Report;
use crate::setting::{frame, framework, indicators, inputs};

fn aggregate(rule: &str) -> Method {
    toml::from_str(&format!("[[steps]]\nstep = 'aggregate'\n{rule}\n")).unwrap()
}

/// What a rule makes of the columns of a file, which are normalised already.
fn from_normalised(data: &Table, weights: &BTreeMap<String, f64>, rule: &str) -> Index {
    let (_, meta) = inputs();
    let columns = frame(data, indicators(&meta, false));
    compute(&columns, &framework(&meta, weights), &aggregate(rule)).unwrap()
}

fn custom_weights(report: &Report) -> BTreeMap<String, f64> {
    let custom = report.file("_weights_custom");
    let weight = |row: &BTreeMap<String, String>| {
        let weight = number(&row["Weight"]).unwrap();
        (row["iCode"].clone(), weight)
    };
    custom.rows.iter().map(weight).collect()
}

/// COINr counts levels from the leaves: its first is our level 2 (the dimensions), its last our 0.
const LEVELS: [(&str, &str, bool); 19] = [
    ("a_amean", "rule = 'arithmetic'", false),
    ("a_amean_w1", "rule = 'arithmetic'", true),
    ("a_gmean", "rule = 'geometric'", false),
    ("a_gmean_w1", "rule = 'geometric'", true),
    ("a_hmean", "rule = 'harmonic'", false),
    ("a_hmean_w1", "rule = 'harmonic'", true),
    ("a_genmean_p-1", "rule = 'generalised'\np = -1", false),
    ("a_genmean_p0.5", "rule = 'generalised'\np = 0.5", false),
    ("a_genmean_p2", "rule = 'generalised'\np = 2", false),
    (
        "median_noweights",
        "rule = 'median'\nweighted = false",
        false,
    ),
    ("copeland_all", "rule = 'copeland'", false),
    ("copeland_all_w1", "rule = 'copeland'", true),
    (
        "copeland_top",
        "rule = 'arithmetic'\nlevels = [{ level = 0, rule = 'copeland' }]",
        false,
    ),
    (
        "mixed",
        "rule = 'arithmetic'\nlevels = [{ level = 1, rule = 'geometric' }, { level = 0, rule = 'harmonic' }]",
        false,
    ),
    (
        "mixed2",
        "rule = 'arithmetic'\nlevels = [{ level = 2, rule = 'geometric' }]",
        true,
    ),
    ("withNA_a_amean", "rule = 'arithmetic'", false),
    ("withNA_a_gmean", "rule = 'geometric'", false),
    ("withNA_a_hmean", "rule = 'harmonic'", false),
    (
        "withNA_datthresh",
        "rule = 'arithmetic'\ndata_threshold = 0.8",
        false,
    ),
];

/// Compares an outranking matrix; the peer has 0 for a unit and itself, and rows without names.
fn outranking(report: &mut Report, name: &str, index: &Index, node: &str) -> usize {
    let node = index.node_position(node).unwrap();
    let found = index.outranking(0, node).unwrap();
    let expected = report.file(name);
    assert_eq!(expected.rows.len(), found.units());
    for (a, row) in expected.rows.iter().enumerate() {
        for b in 0..found.units() {
            let named = [format!("c{}", b + 1), format!("V{}", b + 1)];
            let theirs = named.iter().find_map(|it| row.get(it)).unwrap();
            let place = format!("{a} against {b}");
            report.value(name, &place, found.get(a, b), number(theirs));
        }
    }
    found.dominances()
}

#[test]
fn aggregated_data_agree() {
    let Some(mut report) = Report::on("coinr/c_agg") else {
        return;
    };
    let (_, meta) = inputs();
    let custom = custom_weights(&report);
    for (name, rule, is_custom) in LEVELS {
        let none = BTreeMap::new();
        let weights = if is_custom { &custom } else { &none };
        let index = from_normalised(&report.file(name), weights, rule);
        report.data_set(name, &index, "aggregate");
    }
    let base = report.file("_base_Normalised");
    let index = from_normalised(&base, &BTreeMap::new(), "rule = 'arithmetic'");
    for node in ["ConEcFin", "Instit", "P2P"] {
        let name = format!("outrank_{node}");
        let dominances = outranking(&mut report, &name, &index, node);
        let pairs = base.rows.len() * (base.rows.len() - 1) / 2;
        let name = format!("outrank_stats_{node}");
        for row in &report.file(&name).rows {
            let theirs = number(&row["value"]).unwrap();
            let dominances = f64::from(u32::try_from(dominances).unwrap());
            let pairs = f64::from(u32::try_from(pairs).unwrap());
            if row["name"] == "nDominant" {
                report.exact(&name, "count", &dominances.to_bits(), &theirs.to_bits());
            } else {
                report.value(&name, "share", Some(dominances / pairs), Some(theirs));
            }
        }
    }
    bases(&mut report, &meta);
    report.finish();
}

/// What the other files start from: the treated and the raw data, normalised to 1–100.
fn bases(report: &mut Report, meta: &Table) {
    let text = "[[steps]]\nstep = 'normalise'\nrule = 'min_max'\nlower = 1\nupper = 100\n\
                [[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'";
    let method: Method = toml::from_str(text).unwrap();
    for (name, source) in [
        ("_base_Normalised", "a_default/Treated"),
        ("_base_NormalisedRaw_withNA", "inputs/iData"),
    ] {
        let data = table(&format!("coinr/{source}.csv")).unwrap();
        let columns = frame(&data, indicators(meta, true));
        let index = compute(&columns, &framework(meta, &BTreeMap::new()), &method).unwrap();
        report.data_set(name, &index, "normalise");
    }
}

/// Compares the aggregations, the outranking matrix and the ranks in a report on `asem`.
pub(crate) fn compare(report: &mut Report) {
    for (name, rule) in [
        ("asem_agg_amean", "arithmetic"),
        ("asem_agg_gmean", "geometric"),
        ("asem_agg_hmean", "harmonic"),
    ] {
        let data = report.file(name);
        let index = from_normalised(&data, &BTreeMap::new(), &format!("rule = '{rule}'"));
        report.data_set(name, &index, "aggregate");
    }
    physical(report);
    ranks(report);
}

/// Twenty countries by the raw indicators of one group, all taken as better when higher.
fn physical(report: &mut Report) {
    let name = "asem_copeland_physical_20units";
    let data = report.file(name);
    let codes = data.rows[0].keys();
    let codes = codes.filter(|it| !matches!(it.as_str(), "uCode" | "copeland"));
    let codes: Vec<&String> = codes.collect();
    let leaves = codes.iter().map(|code| Node::leaf(*code, "Physical", 1.0));
    let nodes = std::iter::once(Node::root("Physical")).chain(leaves);
    let tree = Framework::new(nodes.collect()).unwrap();
    let columns = frame(&data, codes.iter().map(|it| Indicator::new(*it)).collect());
    let index = compute(&columns, &tree, &aggregate("rule = 'copeland'")).unwrap();
    for (unit, row) in data.rows.iter().enumerate() {
        let ours = index.score(0, 0, unit).map(f64::to_bits);
        let theirs = number(&row["copeland"]).map(f64::to_bits);
        report.exact(name, &row["uCode"], &ours, &theirs);
    }
    outranking(
        report,
        "asem_outrank_matrix_physical_20units",
        &index,
        "Physical",
    );
}

fn ranks(report: &mut Report) {
    let name = "asem_default_results_ranks";
    let normalised = report.file("asem_default_Normalised");
    let index = from_normalised(&normalised, &BTreeMap::new(), "rule = 'arithmetic'");
    for row in &report.file(name).rows {
        let unit = index.unit_position(&row["uCode"]).unwrap();
        for (node, of) in index.nodes().iter().enumerate() {
            let place = format!("{} {}", row["uCode"], of.code);
            let theirs = row[&of.code].parse().ok();
            report.exact(name, &place, &index.rank(0, node, unit), &theirs);
        }
    }
}

#[test]
fn aggregations_and_ranks_of_asem_agree() {
    let Some(mut report) = Report::on("asem") else {
        return;
    };
    compare(&mut report);
    report.finish_part();
}

#[test]
fn ranks_in_groups_agree() {
    let Some(mut report) = Report::on("coinr/a_default") else {
        return;
    };
    let name = "results_groupranks";
    let (mut data, figures) = (report.file("Normalised"), inputs().0);
    for row in &mut data.rows {
        let own = figures.rows.iter().find(|it| it["uCode"] == row["uCode"]);
        let group = own.unwrap()["EurAsia_group"].clone();
        row.insert("EurAsia_group".into(), group);
    }
    let groups = "rule = 'arithmetic'\n[[steps]]\nstep = 'rank'\ngroups = 'EurAsia_group'";
    let index = from_normalised(&data, &BTreeMap::new(), groups);
    for row in &report.file(name).rows {
        let unit = index.unit_position(&row["uCode"]).unwrap();
        for (column, theirs) in row {
            if let Some(node) = index.node_position(column) {
                let ours = index.rank_in_group(0, node, unit).map(|it| it.to_string());
                report.exact(name, &row["uCode"], &ours.as_ref(), &Some(theirs));
            }
        }
    }
    report.finish_part();
}
