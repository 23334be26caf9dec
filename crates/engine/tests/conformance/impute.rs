//! `coinr/d_impute`: the raw data with their gaps filled by every rule.

use crate::report::Report;
use crate::setting::{ARITHMETIC, from, inputs};

#[test]
fn imputed_data_agree() {
    let Some(mut report) = Report::on("coinr/d_impute") else {
        return;
    };
    let (data, meta) = inputs();
    for (name, rule) in [
        ("i_mean", "'mean'"),
        ("i_median", "'median'"),
        (
            "i_mean_grp_EurAsia_group",
            "'group_mean'\ngrouping = 'EurAsia_group'",
        ),
        (
            "i_median_grp_EurAsia_group",
            "'group_median'\ngrouping = 'EurAsia_group'",
        ),
        (
            "i_mean_grp_GDP_group",
            "'group_mean'\ngrouping = 'GDP_group'",
        ),
        (
            "i_median_grp_GDP_group",
            "'group_median'\ngrouping = 'GDP_group'",
        ),
        // The peer counts levels from the indicators up: its 2 and 3 are our 2 and 1.
        ("row_i_mean_L2", "'row_mean'\nlevel = 2"),
        ("row_i_median_L2", "'row_median'\nlevel = 2"),
        ("row_i_mean_L3", "'row_mean'\nlevel = 1"),
        ("row_i_median_L3", "'row_median'\nlevel = 1"),
        ("row_all", "'row_mean'"),
        ("row_nonorm", "'row_mean'\nlevel = 2\nnormalise = false"),
    ] {
        let normalise = "[[steps]]\nstep = 'normalise'\nrule = 'min_max'\n";
        let method = format!("[[steps]]\nstep = 'impute'\nrule = {rule}\n{normalise}{ARITHMETIC}");
        let index = from(&data, &meta, true, &method);
        report.data_set(name, &index, "impute");
        let imputed = index.changes().count();
        let raw = index.dataset("raw").unwrap();
        let is_used = |code: &str| index.node_position(code).is_some();
        let columns = raw.columns().filter(|(code, _)| is_used(code));
        let gaps: usize = columns.map(|(_, it)| 51 - it.count_present()).sum();
        assert_eq!(imputed, gaps, "{name}");
    }
    report.finish();
}
