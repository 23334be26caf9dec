//! The files `pca_*` of `coinr/f_weights`: standard deviations and loadings of principal components.

use yanzhi_engine::Index;
use yanzhi_engine::statistics::{Components, principal_components};

use crate::reference::{number, table};
use crate::report::Report;
use crate::setting::{ARITHMETIC, from, inputs, leaves};

type Cells = Vec<Option<f64>>;

const GROUPS: [[&str; 2]; 11] = [
    ["L1", "ConEcFin"],
    ["L1", "Instit"],
    ["L1", "P2P"],
    ["L1", "Physical"],
    ["L1", "Political"],
    ["L1", "Environ"],
    ["L1", "Social"],
    ["L1", "SusEcFin"],
    ["L2", "Conn"],
    ["L2", "Sust"],
    ["L3", "Index"],
];

fn column(index: &Index, code: &str) -> Cells {
    let node = index.node_position(code).unwrap();
    let units = 0..index.units().len();
    units.map(|unit| index.score(0, node, unit)).collect()
}

fn components(index: &Index, codes: &[String]) -> Components {
    let columns: Vec<Cells> = codes.iter().map(|code| column(index, code)).collect();
    let columns: Vec<&[Option<f64>]> = columns.iter().map(Vec::as_slice).collect();
    principal_components(&columns).unwrap()
}

/// Compares loadings up to the sign of the component.
fn loadings(report: &mut Report, name: &str, ours: &[f64], theirs: &[(String, f64)]) {
    let products = ours
        .iter()
        .zip(theirs)
        .map(|(ours, (_, theirs))| ours * theirs);
    let turn = if products.sum::<f64>() < 0.0 {
        -1.0
    } else {
        1.0
    };
    for (ours, (code, theirs)) in ours.iter().zip(theirs) {
        report.value(name, code, Some(ours * turn), Some(*theirs));
    }
}

/// Compares every file `pca_*` of the folder: standard deviations, loadings (up to sign), and the
/// loadings of the first components, which the peer calls weights.
pub(crate) fn compare(report: &mut Report) {
    let (_, meta) = inputs();
    let normalised = table("coinr/a_default/Normalised.csv").unwrap();
    let index = from(&normalised, &meta, false, ARITHMETIC);
    for [level, group] in GROUPS {
        let (sdev, rotation) = (
            format!("pca_{level}_{group}_sdev"),
            format!("pca_{level}_{group}_rotation"),
        );
        let rows = report.file(&rotation).rows;
        let codes: Vec<String> = rows.iter().map(|row| row["row"].clone()).collect();
        let found = components(&index, &codes);
        for (ours, row) in found.sd.iter().zip(&report.file(&sdev).rows) {
            report.value(&sdev, &row["name"], Some(*ours), number(&row["value"]));
        }
        for (at, ours) in found.loadings.iter().enumerate() {
            let word = format!("PC{}", at + 1);
            let theirs = rows
                .iter()
                .map(|row| (row["row"].clone(), number(&row[&word]).unwrap()));
            loadings(report, &rotation, ours, &theirs.collect::<Vec<_>>());
        }
    }
    for level in ["L1", "L2", "L3"] {
        let groups = GROUPS.iter().filter(|it| it[0] == level);
        first_components(report, &index, level, groups.map(|it| it[1]).collect());
    }
    let all: Vec<String> = leaves(&meta).map(|row| row["iCode"].clone()).collect();
    first_component(report, "pca_weights_L1_nogroups", &index, &all);
}

/// The first components of the groups of indicators in `asem`, in a report on it.
pub(crate) fn asem(report: &mut Report) {
    let normalised = table("asem/asem_default_Normalised.csv").unwrap();
    let index = from(&normalised, &inputs().1, false, ARITHMETIC);
    for [_, group] in GROUPS.iter().filter(|it| it[0] == "L1") {
        let codes = children(&index, group);
        first_component(report, "asem_pca_weights_level1", &index, &codes);
    }
}

fn children(index: &Index, group: &str) -> Vec<String> {
    let node = index.node_position(group).unwrap();
    let children = index.framework().children(node).iter();
    children.map(|&it| index.nodes()[it].code.clone()).collect()
}

fn first_components(report: &mut Report, index: &Index, level: &str, groups: Vec<&str>) {
    for group in groups {
        let codes = children(index, group);
        first_component(report, &format!("pca_weights_{level}"), index, &codes);
    }
}

fn first_component(report: &mut Report, name: &str, index: &Index, codes: &[String]) {
    let rows = report.file(name).rows;
    let theirs = codes.iter().map(|code| {
        let row = rows.iter().find(|row| row["iCode"] == *code).unwrap();
        (code.clone(), number(&row["Weight"]).unwrap())
    });
    let found = components(index, codes);
    loadings(
        report,
        name,
        &found.loadings[0],
        &theirs.collect::<Vec<_>>(),
    );
}

#[test]
fn components_agree() {
    let Some(mut report) = Report::on("coinr/f_weights") else {
        return;
    };
    compare(&mut report);
    report.finish_part();
}
