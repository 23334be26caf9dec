//! Strengths, weaknesses and summaries of units, in `coinr/j_whatif` and `asem`.

use yanzhi_engine::audit::{StandingOptions, strengths_and_weaknesses, unit_summary};

use crate::corr::{normalised, rounded, setting};
use crate::reference::number;
use crate::report::Report;
use crate::setting::inputs;

/// Compares the tables of strengths and weaknesses of a unit in a report on their folder.
///
/// The peer lists equal ranks by the code of the group, we in tree order: so the ranks must be the same
/// row for row, and every indicator it lists must be the same in our whole list.
pub(crate) fn standing(report: &mut Report, unit: &str, names: [&str; 2], digits: Option<i32>) {
    let raw = setting(&inputs().0, true);
    let options = StandingOptions {
        number: usize::MAX,
        with_last: false,
        ..StandingOptions::default()
    };
    let found = strengths_and_weaknesses(&raw.frame, &raw.index, unit, &options).unwrap();
    for (name, ours) in names.into_iter().zip([&found.strengths, &found.weaknesses]) {
        let mut rows = report.file(name).rows;
        if name.contains("weaknesses") {
            rows.reverse(); // We list the worst first.
        }
        for (row, place) in rows.iter().zip(ours) {
            let code = &row["Code"];
            let it = ours.iter().find(|it| it.code == *code).unwrap();
            let group = row.get("Level_2").or_else(|| row.get("Pillar")).unwrap();
            report.exact(name, code, &it.parent, group);
            report.exact(name, code, &it.rank, &row["Rank"].parse().unwrap());
            report.exact(name, code, &place.rank, &it.rank);
            let theirs = number(&row["Value"]);
            report.value(name, code, rounded(Some(it.value), theirs, digits), theirs);
        }
    }
}

/// Compares strengths, weaknesses and summaries of units in a report on `coinr/j_whatif`.
pub(crate) fn units(report: &mut Report) {
    let normal = normalised();
    for unit in ["AUT", "IND"] {
        let names = [format!("strengths_{unit}"), format!("weaknesses_{unit}")];
        standing(report, unit, [&names[0], &names[1]], None);
        let name = format!("unit_{unit}");
        let found = unit_summary(&normal.index, unit, None).unwrap();
        for row in &report.file(&name).rows {
            let ours = found.iter().find(|it| it.code == row["Code"]).unwrap();
            report.value(&name, &row["Code"], ours.score, number(&row["Score"]));
            report.exact(&name, &row["Code"], &ours.rank, &row["Rank"].parse().ok());
        }
    }
}

#[test]
fn standing_of_units_agrees() {
    let Some(mut report) = Report::on("coinr/j_whatif") else {
        return;
    };
    units(&mut report);
    report.finish_part();
}
