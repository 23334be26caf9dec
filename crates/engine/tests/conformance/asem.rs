//! `asem`: every file of its manifest, in one table.

use std::collections::BTreeMap;

use yanzhi_engine::{Index, Method, compute};

use crate::reference::{Table, number, table};
use crate::report::Report;
use crate::setting::{ARITHMETIC, denominate, frame, framework, from, from_raw, indicators};
use crate::{agg, asem_audit, asem_data, norm, panel, pca};

fn read(name: &str) -> Table {
    table(&format!("asem/{name}.csv")).unwrap()
}

fn meta() -> Table {
    read("asem_iMeta")
}

fn min_max(lower: f64) -> String {
    format!("[[steps]]\nstep = 'normalise'\nrule = 'min_max'\nlower = {lower}\nupper = 100\n")
}

fn aggregate(rule: &str, more: &str) -> String {
    format!("[[steps]]\nstep = 'aggregate'\nrule = '{rule}'\n{more}\n")
}

/// The scores of a file's own indicators, which are normalised already.
fn aggregated(data: &Table, method: &str) -> Index {
    from(data, &meta(), false, method)
}

fn data_sets(report: &mut Report) {
    let text = denominate(&meta()) + &min_max(0.0) + ARITHMETIC;
    let index = from_raw(&text);
    report.data_set("asem_default_Denominated", &index, "denominate");
}

fn missing_values(report: &mut Report) {
    for threshold in ["0.5", "0.95"] {
        let rule = aggregate("arithmetic", &format!("data_threshold = {threshold}"));
        let index = from_raw(&(denominate(&meta()) + &min_max(0.0) + &rule));
        let name = format!("asem_agg_missing_dat_thresh_{threshold}");
        report.data_set(&name, &index, "aggregate");
    }
}

fn means(report: &mut Report) {
    for (name, rule) in [
        ("asem_agg_amean", "arithmetic"),
        ("asem_agg_gmean", "geometric"),
    ] {
        let index = aggregated(&read(name), &aggregate(rule, ""));
        report.data_set(name, &index, "aggregate");
    }
}

fn effective_weights(report: &mut Report) {
    let name = "asem_effective_weights";
    let expected = report.file(name);
    let weights = expected.rows.iter();
    let weights: BTreeMap<String, f64> = weights
        .map(|row| (row["iCode"].clone(), number(&row["Weight"]).unwrap()))
        .collect();
    let (data, meta) = (read("asem_agg_amean"), meta());
    let method: Method = toml::from_str(ARITHMETIC).unwrap();
    let columns = frame(&data, indicators(&meta, false));
    let index = compute(&columns, &framework(&meta, &weights), &method).unwrap();
    assert_eq!(expected.rows.len(), index.nodes().len());
    for row in &expected.rows {
        let node = index.node_position(&row["iCode"]).unwrap();
        let (ours, theirs) = (index.effective_weight(node), number(&row["EffWeight"]));
        report.value(name, &row["iCode"], ours, theirs);
    }
}

#[test]
fn every_file_agrees() {
    let Some(mut report) = Report::on("asem") else {
        return;
    };
    data_sets(&mut report);
    missing_values(&mut report);
    means(&mut report);
    effective_weights(&mut report);
    agg::compare(&mut report);
    norm::asem(&mut report);
    panel::asem(&mut report);
    asem_audit::compare(&mut report);
    asem_data::compare(&mut report);
    pca::asem(&mut report);
    report.finish();
}
