//! `coinr/a_default` and `coinr/a_build_example_coin`: the example of the peer from its figures to the
//! ranks, every data set between, and the tables of results.

use std::collections::BTreeMap;

use yanzhi_engine::steps::Screening;
use yanzhi_engine::{
    FrameBuilder, Framework, Index, Indicator, Node, Unit, competition_ranks, compute,
};

use crate::reference::{number, table};
use crate::report::Report;
use crate::setting::{ARITHMETIC, denominate, from_raw, inputs};
use crate::treat::{points, tests};

/// The steps of the peer's default build after the denomination.
pub(crate) fn default_steps() -> String {
    "[[steps]]\nstep = 'impute'\nrule = 'group_mean'\ngrouping = 'EurAsia_group'\n\
     [[steps]]\nstep = 'screen'\navailable = 0.9\n\
     [[steps]]\nstep = 'treat'\nrule = 'winsorise'\n\
     [[steps]]\nstep = 'normalise'\nrule = 'min_max'\n"
        .to_owned()
        + ARITHMETIC
}

pub(crate) fn default_build() -> Index {
    from_raw(&(denominate(&inputs().1) + &default_steps()))
}

/// Compares the data sets after every step. The peer takes a unit that is screened out off its table; we
/// keep it without figures.
pub(crate) fn data_sets(report: &mut Report, index: &Index, prefix: &str) {
    for (name, step) in [
        ("Raw", "raw"),
        ("Denominated", "denominate"),
        ("Imputed", "impute"),
        ("Screened", "screen"),
        ("Treated", "treat"),
        ("Normalised", "normalise"),
        ("Aggregated", "aggregate"),
    ] {
        report.data_set(&format!("{prefix}{name}"), index, step);
    }
}

/// Compares the units that a screened file of the peer still has with ours.
pub(crate) fn screened(report: &mut Report, name: &str, index: &Index) {
    let kept = report.file(name).rows;
    let kept: Vec<&String> = kept.iter().map(|row| &row["uCode"]).collect();
    for it in index.screenings() {
        let code = &index.units()[it.unit].code;
        report.exact(name, code, &it.left_out.is_none(), &kept.contains(&code));
    }
}

fn summary(report: &mut Report, index: &Index) {
    let name = "Screened_DataSummary";
    for row in &report.file(name).rows {
        let code = &row["uCode"];
        let unit = index.unit_position(code).unwrap();
        let ours: &Screening = index
            .screenings()
            .iter()
            .find(|it| it.unit == unit)
            .unwrap();
        for (column, ours) in [
            ("N_missing", ours.missing),
            ("N_zero", ours.zeros),
            ("N_miss_or_zero", ours.missing + ours.zeros),
        ] {
            report.exact(name, code, &ours.to_string(), &row[column]);
        }
        report.value(name, code, Some(ours.available), number(&row["Dat_Avail"]));
        report.value(name, code, Some(ours.non_zero), number(&row["Non_Zero"]));
        let is_in = ours.left_out.is_none();
        report.exact(name, code, &is_in, &(row["Included"] == "TRUE"));
    }
}

fn tree(report: &mut Report, index: &Index) {
    let framework = index.framework();
    for row in &report.file("Lineage").rows {
        let mut node = framework.position(&row["Level_1"]).unwrap();
        for level in ["Level_2", "Level_3", "Level_4"] {
            node = framework.parent(node).unwrap();
            let ours = &framework.nodes()[node].code;
            report.exact("Lineage", &row["Level_1"], ours, &row[level]);
        }
    }
    for row in &report.file("WeightsOriginal").rows {
        let node = framework.position(&row["iCode"]).unwrap();
        // The peer counts levels from the indicators up.
        let level = (4 - framework.level(node).unwrap()).to_string();
        report.exact("WeightsOriginal", &row["iCode"], &level, &row["Level"]);
        let weight = Some(framework.nodes()[node].weight);
        report.value(
            "WeightsOriginal",
            &row["iCode"],
            weight,
            number(&row["Weight"]),
        );
    }
}

/// Compares a table of results: the order of the units, scores or ranks, and the rank column.
fn results(report: &mut Report, name: &str, index: &Index) {
    let root = 0;
    let mut last = 0;
    for row in &report.file(name).rows {
        let code = &row["uCode"];
        let unit = index.unit_position(code).unwrap();
        let rank = |node| index.rank(0, node, unit).map(|it| it.to_string());
        let own = index.rank(0, root, unit).unwrap();
        assert!(own >= last, "{name}: {code} stands too low");
        last = own;
        for (column, theirs) in row {
            if column == "Rank" {
                report.exact(name, code, &rank(root), &Some(theirs.clone()));
            }
            let Some(node) = index.node_position(column) else {
                continue;
            };
            if name.ends_with("ranks") {
                report.exact(name, code, &rank(node), &Some(theirs.clone()));
            } else {
                report.value(name, code, index.score(0, node, unit), number(theirs));
            }
        }
    }
}

fn group_ranks(report: &mut Report, index: &Index) {
    let name = "results_groupranks";
    for row in &report.file(name).rows {
        let unit = index.unit_position(&row["uCode"]).unwrap();
        let group = |unit: usize| &index.units()[unit].groups["EurAsia_group"];
        assert_eq!(group(unit), &row["EurAsia_group"]);
        let units = 0..index.units().len();
        let members: Vec<usize> = units.filter(|it| group(*it) == group(unit)).collect();
        for (column, theirs) in row {
            let Some(node) = index.node_position(column) else {
                continue;
            };
            let scores = members.iter().map(|&it| index.score(0, node, it));
            let ranks = competition_ranks(&scores.collect::<Vec<_>>());
            let place = members.iter().position(|it| *it == unit).unwrap();
            let ours = ranks[place].map(|it| it.to_string());
            report.exact(name, &row["uCode"], &ours, &Some(theirs.clone()));
        }
    }
}

/// Goods by GDP, and flights by a thousand of population, of another file.
fn denominators_of_another_file(report: &mut Report) {
    let name = "Denominate_external";
    let (data, _) = inputs();
    let world = table("coinr/inputs/WorldDenoms.csv").unwrap();
    let world: BTreeMap<&String, &BTreeMap<String, String>> =
        world.rows.iter().map(|row| (&row["uCode"], row)).collect();
    let columns = ["Goods", "Flights", "LPI", "GDP", "Population"];
    let units = data
        .rows
        .iter()
        .map(|row| Unit::new(&row["uCode"]))
        .collect();
    let indicators = columns.map(Indicator::new).to_vec();
    let mut frame = FrameBuilder::new(vec!["2018".into()], units, indicators).unwrap();
    for (unit, row) in data.rows.iter().enumerate() {
        let others = world.get(&row["uCode"]);
        for (place, column) in columns.into_iter().enumerate() {
            let of = if place < 3 {
                Some(row)
            } else {
                others.copied()
            };
            if let Some(value) = of.and_then(|row| number(&row[column])) {
                frame.set(0, unit, place, value).unwrap();
            }
        }
    }
    let leaves = columns[..3]
        .iter()
        .map(|code| Node::leaf(*code, "index", 1.0));
    let nodes = std::iter::once(Node::root("index")).chain(leaves).collect();
    let steps = "[[steps]]\nstep = 'denominate'\n[steps.indicators]\n\
        Goods = { denominator = 'GDP' }\nFlights = { denominator = 'Population', scale = 1000 }\n";
    let method = toml::from_str(&format!("{steps}{ARITHMETIC}")).unwrap();
    let tree = Framework::new(nodes).unwrap();
    let index = compute(&frame.build(), &tree, &method).unwrap();
    report.data_set(name, &index, "denominate");
}

#[test]
fn the_default_build_agrees() {
    let Some(mut report) = Report::on("coinr/a_default") else {
        return;
    };
    let index = default_build();
    data_sets(&mut report, &index, "");
    screened(&mut report, "Screened", &index);
    summary(&mut report, &index);
    tests(&mut report, "Treated_Dets_Table", &index);
    points(&mut report, "Treated_Points", &index, "screen", "+log_CT");
    tree(&mut report, &index);
    for table in ["Summ", "Aggs", "Full"] {
        for use_of in ["scores", "ranks"] {
            results(&mut report, &format!("results_{table}_{use_of}"), &index);
        }
    }
    group_ranks(&mut report, &index);
    denominators_of_another_file(&mut report);
    report.finish();
}

#[test]
fn the_example_coin_agrees() {
    let Some(mut report) = Report::on("coinr/a_build_example_coin") else {
        return;
    };
    let index = default_build();
    data_sets(&mut report, &index, "");
    report.finish();
}
