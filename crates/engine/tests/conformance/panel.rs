//! `coinr/h_panel`: the panel of five years, normalised by year and over all years.

use crate::report::Report;
use crate::setting::{ARITHMETIC, from, inputs};

/// The data sets of the panel that a rule makes of another.
fn normalised(report: &mut Report) {
    let (_, meta) = inputs();
    for (source, name, rule) in [
        ("iData_p", "norm_local", "rule = 'min_max'"),
        (
            "iData_p",
            "norm_global_z",
            "rule = 'z_score'\nscope = 'all_periods'",
        ),
        (
            "purse_Treated",
            "purse_Normalised",
            "rule = 'min_max'\nscope = 'all_periods'",
        ),
    ] {
        let method = format!("[[steps]]\nstep = 'normalise'\n{rule}\n{ARITHMETIC}");
        let index = from(&report.file(source), &meta, true, &method);
        report.data_set(name, &index, "normalise");
    }
}

fn raw_and_aggregated(report: &mut Report) {
    let (_, meta) = inputs();
    let index = from(&report.file("iData_p"), &meta, false, ARITHMETIC);
    report.data_set("purse_Raw", &index, "raw");
    let index = from(&report.file("purse_Normalised"), &meta, false, ARITHMETIC);
    report.data_set("purse_Aggregated", &index, "aggregate");
}

#[test]
fn the_panel_agrees() {
    let Some(mut report) = Report::on("coinr/h_panel") else {
        return;
    };
    normalised(&mut report);
    raw_and_aggregated(&mut report);
    report.finish_part();
}
