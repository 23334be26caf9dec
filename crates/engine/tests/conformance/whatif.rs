//! `coinr/j_whatif`: dropped elements, compared runs, summaries of units.

use std::collections::BTreeMap;

use yanzhi_engine::what_if::{
    Change, Comparison, Focus, Outcome, Parts, apply, compare, drop_each,
};
use yanzhi_engine::{Frame, Framework, Index, Method, compute};

use crate::reference::{number, table};
use crate::report::Report;
use crate::setting::{frame, framework, indicators, inputs};
use crate::standing::units;

struct Run {
    frame: Frame,
    framework: Framework,
    method: Method,
    index: Index,
}

/// The default run from the treated data: every later step is the method's.
fn run() -> Run {
    let (_, meta) = inputs();
    let treated = table("coinr/a_default/Treated.csv").unwrap();
    let frame = frame(&treated, indicators(&meta, true));
    let framework = framework(&meta, &BTreeMap::new());
    let method = method("arithmetic", 0);
    let index = compute(&frame, &framework, &method).unwrap();
    Run {
        frame,
        framework,
        method,
        index,
    }
}

fn method(rule: &str, lower: u32) -> Method {
    let text = format!(
        "[[steps]]\nstep = 'normalise'\nrule = 'min_max'\nlower = {lower}\n\
         [[steps]]\nstep = 'aggregate'\nrule = '{rule}'\n"
    );
    toml::from_str(&text).unwrap()
}

impl Run {
    fn changed(&self, changes: &[Change]) -> Index {
        let setting = apply(&self.frame, &self.framework, &self.method, changes);
        setting.unwrap().compute().unwrap()
    }
}

/// The peer's level 2 is the one above the indicators; ours counts from the top.
fn removed(report: &mut Report, run: &Run, [ranks, shifts]: [&str; 2], level: usize) {
    let found = drop_each(
        &run.frame,
        &run.framework,
        &run.method,
        &Parts::Level(level),
        &Focus::default(),
        &(),
    )
    .unwrap();
    let (ranks_of, shifts_of) = (report.file(ranks), report.file(shifts));
    for dropped in &found.dropped {
        let Outcome::Compared(comparison) = &dropped.outcome else {
            panic!("{dropped:?}")
        };
        for row in &ranks_of.rows {
            let unit = comparison.units.iter().find(|it| it.unit == row["uCode"]);
            let unit = unit.unwrap();
            let place = format!("{} without {}", unit.unit, dropped.node);
            report.exact(
                ranks,
                &place,
                &unit.rank_after,
                &row[&dropped.node].parse().ok(),
            );
            report.exact(
                ranks,
                &place,
                &unit.rank_before,
                &row["Nominal"].parse().ok(),
            );
        }
        let theirs = shifts_of
            .rows
            .iter()
            .find(|row| row["name"] == dropped.node);
        let theirs = number(&theirs.unwrap()["value"]);
        report.value(
            shifts,
            &dropped.node,
            comparison.mean_abs_rank_change,
            theirs,
        );
    }
}

fn compared(report: &mut Report, found: &Comparison) {
    for (name, by_rank) in [("compare_ranks", true), ("compare_scores", false)] {
        for row in &report.file(name).rows {
            let unit = found
                .units
                .iter()
                .find(|it| it.unit == row["uCode"])
                .unwrap();
            let whole = |text: &str| text.parse::<i64>().ok();
            let (first, second, change) = (&row["coin.1"], &row["coin.2"], &row["Diff"]);
            if by_rank {
                let ranks = (unit.rank_before, unit.rank_after, unit.rank_change);
                let theirs = (first.parse().ok(), second.parse().ok(), whole(change));
                report.exact(name, &unit.unit, &ranks, &theirs);
            } else {
                report.value(name, &unit.unit, unit.score_before, number(first));
                report.value(name, &unit.unit, unit.score_after, number(second));
                // The peer takes the second from the first.
                let change_of_theirs = number(change).map(|it| -it);
                report.value(name, &unit.unit, unit.score_change, change_of_theirs);
            }
        }
    }
}

#[test]
fn what_if_agrees() {
    let Some(mut report) = Report::on("coinr/j_whatif") else {
        return;
    };
    let run = run();
    removed(&mut report, &run, ["remove_L2_ranks", "remove_L2_mad"], 2);
    removed(&mut report, &run, ["remove_L3_ranks", "remove_L3_mad"], 1);

    let drop = |node: &str| Change::Drop { node: node.into() };
    let without = run.changed(&[drop("LPI"), drop("Forest")]);
    report.data_set("change_ind", &without, "aggregate");
    let found = compare(&run.index, &without, &Focus::default()).unwrap();
    compared(&mut report, &found);

    let geometric = run.changed(&[Change::Method {
        method: method("geometric", 1),
    }]);
    let also = compare(&run.index, &geometric, &Focus::default()).unwrap();
    for row in &report.file("compare_multi").rows {
        for (column, found) in [("B", &found), ("G", &also)] {
            let unit = found
                .units
                .iter()
                .find(|it| it.unit == row["uCode"])
                .unwrap();
            let place = format!("{} {column}", unit.unit);
            // The peer takes the rank before from the one after.
            let change_of_theirs = row[column].parse::<i64>().ok().map(|it| -it);
            report.exact(
                "compare_multi",
                &place,
                &unit.rank_change,
                &change_of_theirs,
            );
        }
    }
    for row in &report.file("compare_corr").rows {
        let node = Focus::default().at_node(&row["iCode"]);
        let found = compare(&run.index, &without, &node).unwrap();
        report.value(
            "compare_corr",
            &row["iCode"],
            found.spearman,
            number(&row["Correlation"]),
        );
    }
    units(&mut report);
    report.finish();
}
