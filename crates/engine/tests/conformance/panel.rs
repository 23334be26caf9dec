//! `coinr/h_panel`: the panel of five years, imputed, screened, treated, normalised and aggregated by year
//! and over all years, and its trends.

use std::collections::BTreeMap;

use yanzhi_engine::Index;
use yanzhi_engine::statistics::{compound_growth, interpolated, linear_change};

use crate::reference::{Table, number};
use crate::report::Report;
use crate::setting::{ARITHMETIC, from, inputs};

/// The panel from its figures to the scores, with minimum and maximum taken over all years.
const BUILD: &str = "[[steps]]\nstep = 'screen'\navailable = 0.9\n\
                     [[steps]]\nstep = 'treat'\nrule = 'winsorise'\n\
                     [[steps]]\nstep = 'normalise'\nrule = 'min_max'\nscope = 'all_periods'\n";

fn build(data: &Table) -> Index {
    from(data, &inputs().1, true, &(BUILD.to_owned() + ARITHMETIC))
}

fn data_sets(report: &mut Report) {
    let index = build(&report.file("iData_p"));
    for (name, step) in [
        ("purse_Raw", "raw"),
        ("purse_Screened", "screen"),
        ("purse_Treated", "treat"),
        ("purse_Normalised", "normalise"),
        ("purse_Aggregated", "aggregate"),
    ] {
        report.data_set(name, &index, step);
    }
    let kept = report.file("purse_Screened").rows;
    for it in index.screenings() {
        let (unit, year) = (&index.units()[it.unit].code, &index.periods()[it.period]);
        let is_kept =
            |row: &BTreeMap<String, String>| row["uCode"] == *unit && row["Time"] == *year;
        let place = format!("{unit} {year}");
        report.exact(
            "purse_Screened",
            &place,
            &it.left_out.is_none(),
            &kept.iter().any(is_kept),
        );
    }
}

/// Compares the panel of `asem` in a report on it.
pub(crate) fn asem(report: &mut Report) {
    let index = build(&report.file("asem_panel_iData"));
    report.data_set("asem_panel_aggregated", &index, "aggregate");
}

/// The raw panel by year, and by another rule over all years.
fn normalised(report: &mut Report) {
    for (name, rule) in [
        ("norm_local", "rule = 'min_max'"),
        ("norm_global_z", "rule = 'z_score'\nscope = 'all_periods'"),
    ] {
        let method = format!("[[steps]]\nstep = 'normalise'\n{rule}\n{ARITHMETIC}");
        let index = from(&report.file("iData_p"), &inputs().1, true, &method);
        report.data_set(name, &index, "normalise");
    }
}

fn impute(data: &Table, rule: &str) -> Index {
    let method = format!("[[steps]]\nstep = 'impute'\nrule = {rule}\n{ARITHMETIC}");
    from(data, &inputs().1, false, &method)
}

fn imputed(report: &mut Report) {
    let gaps = report.file("panel_na_input");
    for (name, rule) in [
        ("impute_latest", "'last_observation'"),
        ("impute_latest_max1", "'last_observation'\nreach = 1"),
        ("impute_constant", "'last_observation'\nstart = 'next'"),
        ("impute_linear-constant", "'linear'\nends = 'nearest'"),
    ] {
        report.data_set(name, &impute(&gaps, rule), "impute");
    }
    let mut whole = report.file("iData_p");
    for row in &mut whole.rows {
        let same = |it: &&BTreeMap<String, String>| {
            it["uCode"] == row["uCode"] && it["Time"] == row["Time"]
        };
        row.extend(gaps.rows.iter().find(same).unwrap().clone());
    }
    let index = impute(&whole, "'last_observation'");
    report.data_set("purse_impute_latest", &index, "impute");
    years_of_figures(report, &impute(&gaps, "'last_observation'"));
}

/// Compares the year each figure is of: its own, or as far back as the explanation says.
fn years_of_figures(report: &mut Report, index: &Index) {
    let name = "impute_latest_DataT";
    for row in &report.file(name).rows {
        let period = index.period_position(&row["Time"]).unwrap();
        let unit = index.unit_position(&row["uCode"]).unwrap();
        let year = number(&row["Time"]).unwrap();
        for code in ["LPI", "Flights", "CO2", "Palma", "NEET"] {
            let node = index.node_position(code).unwrap();
            let explained = index.explain_node(period, node, unit).unwrap();
            let parameters = explained.stages.iter().flat_map(|it| &it.parameters);
            let distance = parameters.filter(|it| it.name == "distance");
            let distance: f64 = distance.map(|it| it.value).sum();
            let value = index.dataset("impute").unwrap().get(code, period, unit);
            let ours = value.map(|_| (year - distance).to_string());
            let theirs = number(&row[code]).map(|year| year.to_string());
            report.exact(name, &format!("{} {code}", row["uCode"]), &ours, &theirs);
        }
    }
}

/// The years of the panel, and a unit's figures in them.
type Series = (Vec<f64>, Vec<Option<f64>>);

fn series(panel: &Table, unit: &str, code: &str) -> Series {
    let rows = panel.rows.iter().filter(|row| row["uCode"] == unit);
    let year = |row: &BTreeMap<String, String>| number(&row["Time"]).unwrap();
    rows.map(|row| (year(row), number(&row[code]))).unzip()
}

/// Where the values that are there begin and end; none below two of them.
fn ends(values: &[Option<f64>]) -> Option<(usize, usize)> {
    let first = values.iter().position(Option::is_some)?;
    let last = values.iter().rposition(Option::is_some)?;
    (first < last).then_some((first, last))
}

fn share_there(values: &[Option<f64>]) -> f64 {
    let there = values.iter().flatten().count();
    f64::from(u32::try_from(there).unwrap()) / f64::from(u32::try_from(values.len()).unwrap())
}

/// A trend by the name COINr gives it, there in per cent for `prc_change`.
fn trend(name: &str, times: &[f64], values: &[Option<f64>]) -> Option<f64> {
    if name.starts_with("CAGR") {
        return compound_growth(times, values);
    }
    linear_change(times, values).map(|share| share * 100.0)
}

fn trends(report: &mut Report) {
    let panel = report.file("panel_na_input");
    for name in ["CAGR", "CAGR_interp", "prc_change", "prc_change_interp"] {
        compare_trends(report, &panel, name, |_| 1.0);
    }
    let (_, meta) = inputs();
    let directions = meta.rows.iter();
    let directions: BTreeMap<String, f64> = directions
        .filter_map(|row| Some((row["iCode"].clone(), number(&row["Direction"])?)))
        .collect();
    for name in ["CAGR_dir", "prc_change_dir"] {
        compare_trends(report, &panel, name, |code| directions[code]);
    }
    for name in ["CAGR_latest3", "prc_change_latest3"] {
        compare_latest(report, &panel, name);
    }
}

fn compare_trends(report: &mut Report, panel: &Table, name: &str, sign: impl Fn(&str) -> f64) {
    let file = format!("trends_{name}");
    for row in &report.file(&file).rows {
        let place = format!("{} {}", row["uCode"], row["iCode"]);
        let (times, given) = series(panel, &row["uCode"], &row["iCode"]);
        let values = if name.ends_with("_interp") {
            interpolated(&times, &given)
        } else {
            given.clone()
        };
        let ours = trend(name, &times, &values).map(|it| it * sign(&row["iCode"]));
        let column = name
            .split('_')
            .take_while(|it| !matches!(*it, "interp" | "dir"));
        let column: Vec<&str> = column.collect();
        report.value(&file, &place, ours, number(&row[&column.join("_")]));
        compare_ends(report, &file, (&place, row), &times, &given);
    }
}

fn compare_ends(
    report: &mut Report,
    file: &str,
    (place, row): (&str, &BTreeMap<String, String>),
    times: &[f64],
    values: &[Option<f64>],
) {
    let year = |it: usize| times.get(it).copied();
    let ends = ends(values);
    let ends = [
        ("t_first", ends.map(|it| it.0)),
        ("t_latest", ends.map(|it| it.1)),
    ];
    report.value(
        file,
        place,
        Some(share_there(values)),
        number(&row["Avail"]),
    );
    for (column, ours) in ends {
        report.value(file, place, ours.and_then(year), number(&row[column]));
    }
}

/// The trend of the three years up to the last with a value. COINr gives none where these three are
/// the first of the panel, though they are all there: an off-by-one of its own.
fn compare_latest(report: &mut Report, panel: &Table, name: &str) {
    let file = format!("trends_{name}");
    let column = name.trim_end_matches("_latest3");
    for row in &report.file(&file).rows {
        let place = format!("{} {}", row["uCode"], row["iCode"]);
        let (times, values) = series(panel, &row["uCode"], &row["iCode"]);
        compare_ends(report, &file, (&place, row), &times, &values);
        let window = ends(&values).and_then(|(_, last)| last.checked_sub(2));
        let theirs = number(&row[column]);
        let Some(start) = window.filter(|start| *start > 0) else {
            report.exact(&file, &place, &None, &theirs.map(f64::to_bits));
            continue;
        };
        let (times, values) = (&times[start..start + 3], &values[start..start + 3]);
        report.value(&file, &place, trend(name, times, values), theirs);
        let there = number(&row["Avail_use_latest"]);
        report.value(&file, &place, Some(share_there(values)), there);
    }
}

#[test]
fn the_panel_agrees() {
    let Some(mut report) = Report::on("coinr/h_panel") else {
        return;
    };
    data_sets(&mut report);
    normalised(&mut report);
    imputed(&mut report);
    trends(&mut report);
    report.finish();
}
