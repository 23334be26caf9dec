//! Single files of `coinr` by the rules that came first, until the tests of their folders are whole.

use std::collections::BTreeMap;

use yanzhi_engine::{Method, compute};

use crate::reference::{number, table};
use crate::report::Report;
use crate::setting::{ARITHMETIC, frame, framework, from, from_raw, indicators, inputs, leaves};

#[test]
fn custom_weights_and_a_rule_for_each_level_agree() {
    let Some(mut report) = Report::on("coinr/c_agg") else {
        return;
    };
    let (_, meta) = inputs();
    let custom = report.file("_weights_custom");
    let weights = custom.rows.iter();
    let weights: BTreeMap<String, f64> = weights
        .map(|row| (row["iCode"].clone(), number(&row["Weight"]).unwrap()))
        .collect();
    // COINr counts levels from the leaves; `mixed2` is geometric just above them and arithmetic beyond.
    let mixed = "rule = 'arithmetic'\nlevels = [{ level = 2, rule = 'geometric' }]";
    for (name, given, rule) in [
        ("a_amean_w1", true, "rule = 'arithmetic'"),
        ("a_gmean_w1", true, "rule = 'geometric'"),
        ("mixed2", true, mixed),
        ("withNA_a_amean", false, "rule = 'arithmetic'"),
        ("withNA_a_gmean", false, "rule = 'geometric'"),
        (
            "withNA_datthresh",
            false,
            "rule = 'arithmetic'\ndata_threshold = 0.8",
        ),
    ] {
        let weights = if given { &weights } else { &BTreeMap::new() };
        let method: Method =
            toml::from_str(&format!("[[steps]]\nstep = 'aggregate'\n{rule}\n")).unwrap();
        let columns = frame(&report.file(name), indicators(&meta, false));
        let index = compute(&columns, &framework(&meta, weights), &method).unwrap();
        report.data_set(name, &index, "aggregate");
    }
    report.finish_part();
}

#[test]
fn goalposts_from_the_metadata_agree() {
    let Some(mut report) = Report::on("coinr/b_norm") else {
        return;
    };
    let meta = table("coinr/inputs/iMeta_params.csv").unwrap();
    let posts = leaves(&meta).map(|row| {
        let truncate = row["goalpost_trunc2posts"].to_lowercase();
        let (low, high) = (&row["goalpost_lower"], &row["goalpost_upper"]);
        let (code, scale) = (&row["iCode"], &row["goalpost_scale"]);
        format!(
            "{code} = {{ low = {low}, high = {high}, scale = {scale}, truncate = {truncate} }}\n"
        )
    });
    let posts: String = posts.collect();
    let normalise =
        format!("[[steps]]\nstep = 'normalise'\nrule = 'goalposts'\n[steps.indicators]\n{posts}");
    let index = from_raw(&(normalise + ARITHMETIC));
    report.data_set("useiMeta_n_goalposts", &index, "normalise");
    report.finish_part();
}

#[test]
fn a_panel_normalised_by_year_and_over_all_years_agrees() {
    let Some(mut report) = Report::on("coinr/h_panel") else {
        return;
    };
    let (_, meta) = inputs();
    for (source, name, scope) in [
        ("iData_p", "norm_local", "period"),
        ("purse_Treated", "purse_Normalised", "all_periods"),
    ] {
        let normalise =
            format!("[[steps]]\nstep = 'normalise'\nrule = 'min_max'\nscope = '{scope}'\n");
        let index = from(&report.file(source), &meta, true, &(normalise + ARITHMETIC));
        report.data_set(name, &index, "normalise");
    }
    report.finish_part();
}
