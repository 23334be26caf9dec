//! The tables of the audit in `asem`.

use yanzhi_engine::audit::AuditOptions;

use crate::corr::{by, indicator_pairs, options, setting, statistics};
use crate::reference::{number, table};
use crate::report::Report;
use crate::standing::standing;

/// Compares the tables of the audit in a report on `asem`.
pub(crate) fn compare(report: &mut Report) {
    let raw = setting(&table("asem/asem_iData.csv").unwrap(), false);
    statistics(
        report,
        "asem_stats_Raw",
        &raw.audit(&AuditOptions::default()),
        Some(3),
    );
    let normal = setting(&table("asem/asem_default_Normalised.csv").unwrap(), false);
    for word in ["pearson", "kendall"] {
        let found = normal.audit(&options(by(word)));
        indicator_pairs(report, &format!("asem_corr_{word}"), &found, None);
    }
    let found = normal.audit(&AuditOptions::default());
    for row in &report.file("asem_cronbach").rows {
        let ours = found
            .groups
            .iter()
            .find(|it| it.node == row["group"])
            .unwrap();
        report.value(
            "asem_cronbach",
            &row["group"],
            ours.alpha,
            number(&row["alpha"]),
        );
    }
    standing(
        report,
        "GBR",
        ["asem_strengths_GBR", "asem_weaknesses_GBR"],
        Some(3),
    );
}

#[test]
fn audit_of_asem_agrees() {
    let Some(mut report) = Report::on("asem") else {
        return;
    };
    compare(&mut report);
    report.finish_part();
}
