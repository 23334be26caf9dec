//! `coinr/f_weights`: effective, principal-component and optimised weights; and the tables of weights in
//! `asem`.

use std::collections::BTreeMap;

use yanzhi_engine::Index;

use crate::pca;
use crate::reference::{number, table};
use crate::report::Report;
use crate::setting::{ARITHMETIC, from, inputs};

/// What is computed from the peer's normalised figures with a weight step.
fn weighted(weight: &str) -> Index {
    let normalised = table("coinr/a_default/Normalised.csv").unwrap();
    let method = format!("[[steps]]\nstep = 'weight'\n{weight}\n{ARITHMETIC}");
    from(&normalised, &inputs().1, false, &method)
}

/// Weights of both, as shares of the siblings', compared in the report.
fn shares(report: &mut Report, name: &str, index: &Index, column: &str) {
    let theirs: BTreeMap<String, f64> = report
        .file(name)
        .rows
        .iter()
        .map(|row| (row["iCode"].clone(), number(&row[column]).unwrap()))
        .collect();
    let nodes = index.nodes();
    for parent in 0..nodes.len() {
        let children = index.framework().children(parent);
        let ours: f64 = children.iter().filter_map(|it| index.weight(*it)).sum();
        let total: f64 = children.iter().map(|it| theirs[&nodes[*it].code]).sum();
        for &child in children {
            let code = &nodes[child].code;
            let share = index.weight(child).map(|it| it / ours);
            report.value(name, code, share, Some(theirs[code] / total));
        }
    }
}

/// Compares effective weights; the peer calls them `EffWeight`.
pub(crate) fn effective(report: &mut Report, name: &str) {
    let index = weighted("rule = 'given'");
    for row in &report.file(name).rows {
        let node = index.node_position(&row["iCode"]).unwrap();
        let ours = index.effective_weight(node);
        report.value(name, &row["iCode"], ours, number(&row["EffWeight"]));
    }
}

/// The search of the peer stops at a relative tolerance of 0.1; at this gap ours stops at the same point.
const AS_THE_PEER: &str =
    "rule = 'given'\nlevels = [{ level = 0, rule = 'correlation', gap = 0.002 }]";

#[test]
fn weights_agree() {
    let Some(mut report) = Report::on("coinr/f_weights") else {
        return;
    };
    effective(&mut report, "eff_weights");
    pca::compare(&mut report);
    shares(
        &mut report,
        "opt_balance_L3_weights",
        &weighted(AS_THE_PEER),
        "Weight",
    );
    infomax(&mut report);
    report.finish();
}

fn infomax(report: &mut Report) {
    let index = weighted(
        "rule = 'given'\nlevels = [{ level = 0, rule = 'correlation', aim = 'infomax', tolerance = 0.1 }]",
    );
    let rows = report.file("opt_infomax_L3").rows;
    let children = &index.weight_reports()[0].children;
    for (ours, row) in children.iter().zip(&rows) {
        let correlation = Some(ours.measures[0].value);
        report.value(
            "opt_infomax_L3",
            &ours.code,
            correlation,
            number(&row["Obtained"]),
        );
        report.value(
            "opt_infomax_L3",
            &ours.code,
            Some(ours.weight),
            number(&row["OptWeight"]),
        );
    }
}

/// `opt_balance_L3` stands in `deviations.toml` because of its column of correlations. Its weights agree,
/// and at our own gap the correlations are nearer to what both look for.
#[test]
fn balanced_weights_are_those_of_the_peer_and_can_be_better() {
    let Some(report) = Report::on("coinr/f_weights") else {
        return;
    };
    let rows = report.file("opt_balance_L3").rows;
    let index = weighted(AS_THE_PEER);
    for (ours, row) in index.weight_reports()[0].children.iter().zip(&rows) {
        let theirs = number(&row["OptWeight"]).unwrap();
        assert!(
            (ours.weight - theirs).abs() < 1e-12,
            "{}: {} {theirs}",
            ours.code,
            ours.weight
        );
        assert!((ours.measures[1].value - number(&row["Desired"]).unwrap()).abs() < 1e-15);
    }
    let index = weighted("rule = 'given'\nlevels = [{ level = 0, rule = 'correlation' }]");
    for (ours, row) in index.weight_reports()[0].children.iter().zip(&rows) {
        let theirs = (number(&row["Obtained"]).unwrap() - 0.5).abs();
        assert!((ours.measures[2].value - 0.5).abs() < 1e-8 && theirs > 1e-3);
    }
}

/// `agg_with_pca_L2` stands in `deviations.toml`: the peer takes loadings of both signs as weights of one
/// mean. Where they have one sign, our rule gives its scores.
#[test]
fn scores_under_loadings_agree_where_loadings_have_one_sign() {
    let Some(report) = Report::on("coinr/f_weights") else {
        return;
    };
    let index = weighted("rule = 'given'\nlevels = [{ level = 1, rule = 'pca' }]");
    let node = index.node_position("Conn").unwrap();
    for row in &report.file("agg_with_pca_L2").rows {
        let unit = index.unit_position(&row["uCode"]).unwrap();
        let (ours, theirs) = (
            index.score(0, node, unit).unwrap(),
            number(&row["Conn"]).unwrap(),
        );
        assert!(
            (ours - theirs).abs() <= 1e-9 * theirs.abs(),
            "{}: {ours} {theirs}",
            row["uCode"]
        );
    }
    let sust = index
        .weight_reports()
        .iter()
        .find(|it| it.node == "Sust")
        .unwrap();
    assert!(
        sust.warnings
            .iter()
            .any(|it| it.to_string().starts_with("Social runs against"))
    );
}
