//! The data sets and tables of screening, imputation and treatment in `asem`.

use yanzhi_engine::Index;

use crate::pipeline::{data_sets, default_build, screened};
use crate::reference::number;
use crate::report::Report;
use crate::setting::{ARITHMETIC, denominate, from_raw, inputs};
use crate::treat::tests;

const MIN_MAX: &str = "[[steps]]\nstep = 'normalise'\nrule = 'min_max'\n";

/// The denominated data after more steps.
fn after(steps: &str) -> Index {
    from_raw(&format!(
        "{}{steps}{MIN_MAX}{ARITHMETIC}",
        denominate(&inputs().1)
    ))
}

fn imputed_by(rule: &str) -> String {
    format!("[[steps]]\nstep = 'impute'\nrule = {rule}\n")
}

/// Compares the files of these steps in a report on `asem`.
pub(crate) fn compare(report: &mut Report) {
    let index = default_build();
    data_sets(report, &index, "asem_default_");
    tests(report, "asem_default_treat_summary", &index);
    ranks(report, &index);

    let by_group = imputed_by("'group_mean'\ngrouping = 'GDP_group'");
    for (name, rule) in [
        ("asem_impute_i_mean", &imputed_by("'mean'")),
        ("asem_impute_i_mean_grp", &by_group),
    ] {
        report.data_set(name, &after(rule), "impute");
    }
    // Given as `f1`, COINr's `log_CT` does not accept the parameters of the winsorising it stands for,
    // and the peer returns its input: the file holds the untreated data. The logarithm itself is compared
    // in `coinr/e_treat` and `coinr/k_vectors`.
    for (name, rule) in [
        ("asem_treat_default", "'winsorise'"),
        ("asem_treat_log_CT", "'none'"),
    ] {
        let step = format!("[[steps]]\nstep = 'treat'\nrule = {rule}\n");
        report.data_set(name, &after(&(by_group.clone() + &step)), "treat");
    }
    for (name, shares) in [
        ("asem_screen_byNA_0.95", "available = 0.95"),
        (
            "asem_screen_byNAandzeros_0.9",
            "available = 0.9\nnon_zero = 0.9",
        ),
    ] {
        let index = after(&format!("[[steps]]\nstep = 'screen'\n{shares}\n"));
        report.data_set(name, &index, "screen");
        screened(report, name, &index);
    }
}

/// Compares the ranks at every node with the peer's.
pub(crate) fn ranks(report: &mut Report, index: &Index) {
    let name = "asem_default_results_ranks";
    for row in &report.file(name).rows {
        let unit = index.unit_position(&row["uCode"]).unwrap();
        for (column, theirs) in row {
            if let Some(node) = index.node_position(column) {
                let ours = index.rank(0, node, unit).map(f64::from);
                report.exact(
                    name,
                    &format!("{} {column}", row["uCode"]),
                    &ours,
                    &number(theirs),
                );
            }
        }
    }
}

#[test]
fn screening_imputation_and_treatment_of_asem_agree() {
    let Some(mut report) = Report::on("asem") else {
        return;
    };
    compare(&mut report);
    report.finish_part();
}
