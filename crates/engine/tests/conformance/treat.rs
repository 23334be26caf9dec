//! `coinr/e_treat`: the imputed data by every treatment of outliers, with the tests of the columns and
//! the tags of the points.

use std::collections::BTreeMap;

use yanzhi_engine::steps::treat::ColumnTreatment;
use yanzhi_engine::{ChangeKind, Index};

use crate::reference::{number, table};
use crate::report::Report;
use crate::setting::{ARITHMETIC, from, inputs};

/// The imputed data of the peer, treated by a step.
fn treated(step: &str) -> Index {
    let imputed = table("coinr/a_default/Imputed.csv").unwrap();
    let (_, meta) = inputs();
    let method = format!("[[steps]]\nstep = 'treat'\n{step}\n{ARITHMETIC}");
    from(&imputed, &meta, false, &method)
}

/// Compares the table of tests: skewness, kurtosis and verdict before, after winsorising and at the end.
pub(crate) fn tests(report: &mut Report, name: &str, index: &Index) {
    let rows = report.file(name).rows;
    for row in &rows {
        let code = &row["iCode"];
        let ours = index
            .treatments()
            .iter()
            .find(|it| it.indicator == *code)
            .unwrap();
        let moments = |stage: usize| number_of_stage(ours, stage);
        for (stage, at) in (0..3).map(|stage| (stage, format!("check_SkewKurt{stage}"))) {
            let Some(pass) = row.get(&format!("{at}.Pass")) else {
                continue;
            };
            let (skewness, kurtosis, failed) = moments(stage);
            let theirs = |what: &str| number(&row[&format!("{at}.{what}")]);
            let place = format!("{code} {at}");
            report.value(name, &place, skewness, theirs("Skew"));
            report.value(name, &place, kurtosis, theirs("Kurt"));
            let passes = failed.map(|failed| !failed);
            report.exact(name, &place, &passes, &truth(pass));
        }
        let points = ours.winsorised.as_ref().map(|it| it.points.to_string());
        let theirs = Some(row["winsorise.nwin"].clone()).filter(|it| !matches!(&**it, "NA" | ""));
        report.exact(name, code, &points, &theirs);
    }
    assert!(rows.len() > 40, "{name}: {} rows", rows.len());
}

fn number_of_stage(
    ours: &ColumnTreatment,
    stage: usize,
) -> (Option<f64>, Option<f64>, Option<bool>) {
    let (moments, failed) = match stage {
        0 => (Some(ours.before), Some(ours.failed)),
        1 => {
            let found = ours.winsorised.as_ref();
            (found.map(|it| it.after), found.map(|it| it.failed))
        }
        _ => {
            let found = ours.transformed.as_ref();
            (found.map(|it| it.after), found.map(|it| it.failed))
        }
    };
    let moments = moments.unwrap_or_default();
    (moments.skewness, moments.kurtosis, failed)
}

fn truth(text: &str) -> Option<bool> {
    match text {
        "TRUE" => Some(true),
        "FALSE" => Some(false),
        _ => None,
    }
}

/// Compares the tags of the points. The peer also tags points it winsorised and then left as they were
/// because the transformation started again; of those our record of the column knows the limit.
pub(crate) fn points(report: &mut Report, name: &str, index: &Index, before: &str, log: &str) {
    let changes = index.changes().filter(|it| it.kind == ChangeKind::Treated);
    let changes: BTreeMap<(&str, &str), &str> = changes
        .map(|it| ((it.indicator, it.unit), it.rule))
        .collect();
    let source = index.dataset(before).unwrap();
    let records: BTreeMap<&str, &ColumnTreatment> = index
        .treatments()
        .iter()
        .map(|it| (it.indicator.as_str(), it))
        .collect();
    // The rows have no names: they are the units by their codes.
    let mut units: Vec<usize> = (0..index.units().len()).collect();
    units.sort_by_key(|&unit| &index.units()[unit].code);
    for (unit, row) in units.into_iter().zip(&report.file(name).rows) {
        for (code, theirs) in row {
            let mut tag = String::new();
            let value = source.get(code, 0, unit).unwrap();
            let record = records.get(code.as_str());
            if let Some(found) = record.and_then(|it| it.winsorised.as_ref()) {
                if found.high.is_some_and(|high| value > high) {
                    tag.push_str("winhi");
                }
                if found.low.is_some_and(|low| value < low) {
                    tag.push_str("winlo");
                }
            }
            let unit = &index.units()[unit].code;
            let rule = changes.get(&(code, unit)).copied();
            if rule.is_some_and(|rule| rule != "winsorise") {
                // The peer names the side on which the signed logarithm was taken.
                let is_left = record.and_then(|it| it.before.skewness) < Some(0.0);
                tag.push_str(match (log, is_left) {
                    ("log_signed", true) => "+log_CT_neg",
                    ("log_signed", false) => "+log_CT",
                    (log, _) => log,
                });
            }
            // Whatever has a tag was changed and stands in the log, and nothing else.
            assert_eq!(rule.is_some(), !tag.is_empty(), "{name}: {unit} {code}");
            report.exact(name, &format!("{unit} {code}"), &tag, theirs);
        }
    }
}

#[test]
fn treated_data_agree() {
    let Some(mut report) = Report::on("coinr/e_treat") else {
        return;
    };
    let others = "[steps.indicators]\nFlights = { rule = 'none' }\nGoods = { winmax = 2 }";
    let indiv = format!("rule = 'winsorise'\n{others}");
    for (name, step, log) in [
        ("default", "rule = 'winsorise'", "+log_CT"),
        ("winmax1", "rule = 'winsorise'\nwinmax = 1", "+log_CT"),
        ("winmax3", "rule = 'winsorise'\nwinmax = 3", "+log_CT"),
        (
            "skewkurt",
            "rule = 'winsorise'\nskewness = 1.5\nkurtosis = 3",
            "+log_CT",
        ),
        (
            "combine",
            "rule = 'winsorise'\nwinmax = 1\ncombine = true",
            "+log_CT",
        ),
        (
            "log_CT_plus",
            "rule = 'winsorise'\nwinmax = 0\nfallback = 'log_signed'",
            "log_signed",
        ),
        (
            "log_CT_orig",
            "rule = 'winsorise'\nwinmax = 0\nfallback = 'box_cox'",
            "+log_CT_orig",
        ),
        (
            "boxcox0",
            "rule = 'winsorise'\nwinmax = 0\nfallback = { rule = 'box_cox', lambda = 0 }",
            "",
        ),
        (
            "boxcox0.5",
            "rule = 'winsorise'\nwinmax = 0\nfallback = { rule = 'box_cox', lambda = 0.5 }",
            "",
        ),
        (
            "forcewin",
            "rule = 'winsorise'\nwinmax = 3\nforce = true",
            "+log_CT",
        ),
        ("indiv", &indiv, "+log_CT"),
    ] {
        let index = treated(step);
        report.data_set(name, &index, "treat");
        tests(&mut report, &format!("{name}_dets"), &index);
        // The peer does not tag what Box–Cox changed.
        if !log.is_empty() {
            points(&mut report, &format!("{name}_points"), &index, "raw", log);
        }
    }
    // Denominated figures are small: a factor brings every largest value above 1.
    let gii = "fallback = { rule = 'log_gii', factor = 1e6 }";
    let index = treated(&format!("rule = 'winsorise'\nwinmax = 0\n{gii}"));
    points(&mut report, "log_GII_points", &index, "raw", "+log_GII");
    report.finish();
}
