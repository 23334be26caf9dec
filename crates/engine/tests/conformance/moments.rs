//! Skewness and kurtosis of the vectors in `coinr/k_vectors`.

use std::collections::BTreeMap;

use yanzhi_engine::statistics::moments;

use crate::reference::number;
use crate::report::Report;

/// Compares the rows `skew` and `kurt` of the outputs in a report on `coinr/k_vectors`.
pub(crate) fn compare(report: &mut Report) {
    let inputs = report.file("inputs").rows.into_iter();
    let vector = |text: &str| {
        text.split_whitespace()
            .filter_map(number)
            .collect::<Vec<f64>>()
    };
    let inputs: BTreeMap<String, Vec<f64>> = inputs
        .map(|row| (row["input"].clone(), vector(&row["values"])))
        .collect();
    for row in &report.file("outputs").rows {
        let found = inputs.get(&row["input"]).map(|values| moments(values));
        let ours = match &*row["fn"] {
            "skew" => found.unwrap().skewness,
            "kurt" => found.unwrap().kurtosis,
            _ => continue,
        };
        let place = format!("{} {}", row["fn"], row["input"]);
        report.value("outputs", &place, ours, number(&row["output"]));
    }
}

#[test]
fn moments_agree() {
    let Some(mut report) = Report::on("coinr/k_vectors") else {
        return;
    };
    compare(&mut report);
    report.finish_part();
}
