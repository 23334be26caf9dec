//! `coinr/i_sens`: uncertainty and sensitivity analysis from the peer's own draws.

use std::collections::BTreeMap;

use yanzhi_engine::robustness::{AnalysisOptions, Replay, Uncertainty, replay};
use yanzhi_engine::sensitivity::{Indices, Runs};
use yanzhi_engine::statistics::mean;

use crate::pipeline::default_steps;
use crate::reference::{Table, number};
use crate::report::Report;
use crate::setting::{denominate, frame, framework, indicators, inputs};

const ASSUMPTIONS: [&str; 4] = ["Winmax", "Norm", "Weights", "Agg"];
const CHOICES: [u32; 4] = [5, 2, 40, 2];

/// The alternatives of the manifest, and the weights that the peer drew.
fn described(weights: &Table) -> Uncertainty {
    let mut sets: BTreeMap<u32, BTreeMap<String, f64>> = BTreeMap::new();
    for row in &weights.rows {
        let set = sets.entry(row["rep"].parse().unwrap()).or_default();
        set.insert(row["iCode"].clone(), number(&row["Weight"]).unwrap());
    }
    let sets = serde_json::to_value(sets.into_values().collect::<Vec<_>>()).unwrap();
    let description = serde_json::json!({
        "assumptions": [
            { "assumption": "parameter", "step": "treat", "parameter": "winmax", "values": [1, 2, 3, 4, 5] },
            { "assumption": "step", "step": "normalise", "alternatives": [
                { "rule": "min_max", "lower": 1, "upper": 100 },
                { "rule": "z_score", "mean": 20, "sd": 2 },
            ] },
            { "assumption": "weight_sets", "sets": sets },
            { "assumption": "step", "step": "aggregate", "alternatives": [
                { "rule": "arithmetic" },
                { "rule": "geometric" },
            ] },
        ]
    });
    Uncertainty::from_value(description).unwrap()
}

/// Runs the alternatives that the first rows of a design of the peer chose.
fn run(report: &Report, design: &str, rows: usize) -> Replay {
    let point = |row: &BTreeMap<String, String>| {
        let choices = ASSUMPTIONS.iter().zip(CHOICES);
        let middle = choices.map(|(name, of)| {
            let chosen: u32 = row[&format!("alt_{name}")].parse().unwrap();
            (f64::from(chosen) - 0.5) / f64::from(of)
        });
        middle.collect::<Vec<f64>>()
    };
    let design = report.file(design);
    let points: Vec<Vec<f64>> = design.rows.iter().take(rows).map(point).collect();
    let described = described(&report.file("noisy_weights"));
    let (data, meta) = inputs();
    // The analysis starts from 1…100, so that a geometric mean can be taken.
    let steps = default_steps().replace("'min_max'", "'min_max'\nlower = 1");
    let method = toml::from_str(&(denominate(&meta) + &steps)).unwrap();
    let (frame, tree) = (
        frame(&data, indicators(&meta, true)),
        framework(&meta, &BTreeMap::new()),
    );
    let options = AnalysisOptions::default();
    replay(&frame, &tree, &method, &described, &points, &options).unwrap()
}

/// Compares the scores and ranks of all runs with the peer's.
fn replicates(report: &mut Report, prefix: &str) -> Replay {
    let found = run(report, &format!("{prefix}_design"), usize::MAX);
    let units = &found.robustness.units;
    let column = |replicate: usize| format!("r_{}", replicate + 1);
    let (scores, ranks) = (format!("{prefix}_scores"), format!("{prefix}_ranks"));
    for row in &report.file(&scores).rows {
        let (code, unit) = place(&found, row);
        let nominal = units[unit].score;
        report.value(&scores, code, nominal, number(&row["Nominal"]));
        for replicate in 0..found.robustness.replicates {
            let theirs = number(&row[&column(replicate)]);
            report.value(&scores, code, found.score(replicate, unit), theirs);
        }
    }
    for row in &report.file(&ranks).rows {
        let (code, unit) = place(&found, row);
        let nominal = units[unit].nominal;
        report.exact(&ranks, code, &nominal, &row["Nominal"].parse().ok());
        for replicate in 0..found.robustness.replicates {
            let theirs = row[&column(replicate)].parse().ok();
            report.exact(&ranks, code, &found.rank(replicate, unit), &theirs);
        }
    }
    found
}

/// Compares what the ranks of the first runs say.
fn statistics(report: &mut Report, prefix: &str, runs: usize) {
    let found = run(report, &format!("{prefix}_design"), runs);
    let name = format!("{prefix}_rankstats");
    for row in &report.file(&name).rows {
        let (code, unit) = place(&found, row);
        let own = &found.robustness.units[unit];
        report.exact(&name, code, &own.nominal, &row["Nominal"].parse().ok());
        for (column, ours) in [
            ("Mean", own.mean),
            ("Median", own.median),
            ("Q5", own.q05),
            ("Q95", own.q95),
        ] {
            report.value(&name, code, ours, number(&row[column]));
        }
    }
}

/// The unit of a row, by code and position.
fn place<'r>(found: &Replay, row: &'r BTreeMap<String, String>) -> (&'r str, usize) {
    let code = row["uCode"].as_str();
    let mut units = found.robustness.units.iter();
    (code, units.position(|it| it.unit == code).unwrap())
}

/// Results in the order of the peer's design: A, B, then A with each column of B.
fn runs_of(results: &[f64], factors: usize) -> Runs {
    let mut blocks = results
        .chunks(results.len() / (factors + 2))
        .map(<[f64]>::to_vec);
    Runs {
        a: blocks.next().unwrap(),
        b: blocks.next().unwrap(),
        ab: blocks.collect(),
    }
}

/// The peer's first-order indices are ours and what its missing centring adds; its totals are ours.
fn drift(ours: &[Indices], runs: &Runs, theirs: &Table) {
    let all: Vec<f64> = [&runs.a, &runs.b]
        .into_iter()
        .chain(&runs.ab)
        .flatten()
        .copied()
        .collect();
    let both: Vec<f64> = runs.a.iter().chain(&runs.b).copied().collect();
    let variance = yanzhi_engine::statistics::variance(&both).unwrap();
    assert_eq!(ours.len(), theirs.rows.len());
    for ((own, ab), row) in ours.iter().zip(&runs.ab).zip(&theirs.rows) {
        let step: Vec<f64> = ab.iter().zip(&runs.a).map(|(ab, a)| ab - a).collect();
        let drift = mean(&all).unwrap() * mean(&step).unwrap() / variance;
        let (first, total) = (number(&row["Si"]).unwrap(), number(&row["STi"]).unwrap());
        assert!(
            (own.first_order + drift - first).abs() < 1e-9,
            "{}",
            row["Variable"]
        );
        assert!((own.total - total).abs() < 1e-9, "{}", row["Variable"]);
        assert!(drift.abs() > 1e-6, "{}: the fault shows", row["Variable"]);
    }
}

/// The mean absolute rank shift of every run.
fn shifts(found: &Replay) -> Vec<f64> {
    let units = &found.robustness.units;
    let shift = |replicate: usize| {
        let shifts = units.iter().enumerate().map(|(unit, own)| {
            let rank = found.rank(replicate, unit).unwrap();
            f64::from(rank.abs_diff(own.nominal.unwrap()))
        });
        mean(&shifts.collect::<Vec<f64>>()).unwrap()
    };
    (0..found.robustness.replicates).map(shift).collect()
}

#[test]
fn sensitivity_agrees() {
    let Some(mut report) = Report::on("coinr/i_sens") else {
        return;
    };
    replicates(&mut report, "UA");
    statistics(&mut report, "UA", usize::MAX);
    let found = replicates(&mut report, "SA");
    // Designs A and B only: the others change one column of A, so they are no sample of their own.
    statistics(&mut report, "SA", 2 * found.robustness.replicates / 6);
    let runs = runs_of(&shifts(&found), 4);
    drift(&runs.indices().unwrap(), &runs, &report.file("SA_indices"));

    estimators(&mut report);
    report.finish();
}

/// The estimators alone, on results that the peer gave.
fn estimators(report: &mut Report) {
    let design = report.file("SAest_design");
    let given = report.file("SAest_y");
    let y = |column: &str| {
        let rows = given.rows.iter();
        rows.map(|row| number(&row[column]).unwrap())
            .collect::<Vec<f64>>()
    };
    for (row, (point, y)) in design.rows.iter().zip(y("y")).enumerate() {
        let [x1, x2, x3] = ["V1", "V2", "V3"].map(|name| number(&point[name]).unwrap());
        report.value(
            "SAest_y",
            &row.to_string(),
            Some(2.0 * x1 + x2 * x2 + x1 * x3),
            Some(y),
        );
    }
    let runs = runs_of(&y("y"), 3);
    let found = runs.indices().unwrap();
    drift(&found, &runs, &report.file("SAest_out"));
    let name = "SAest_out_centred";
    for (own, row) in found.iter().zip(&report.file(name).rows) {
        report.value(
            name,
            &row["Variable"],
            Some(own.first_order),
            number(&row["Si"]),
        );
        report.value(name, &row["Variable"], Some(own.total), number(&row["STi"]));
    }
}
