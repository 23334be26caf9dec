//! `coinr/b_norm`: the treated data by every rule of normalisation.

use crate::reference::table;
use crate::report::Report;
use crate::setting::{ARITHMETIC, from, inputs};

#[test]
#[ignore = "until every rule of the folder is here"]
fn normalised_data_agree() {
    let Some(mut report) = Report::on("coinr/b_norm") else {
        return;
    };
    let (_, meta) = inputs();
    let treated = table("coinr/a_default/Treated.csv").unwrap();
    for (name, rule) in [("minmax", "rule = 'min_max'")] {
        let method = format!("[[steps]]\nstep = 'normalise'\n{rule}\n{ARITHMETIC}");
        report.data_set(name, &from(&treated, &meta, true, &method), "normalise");
    }
    report.finish();
}
