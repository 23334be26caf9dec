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
    let method = format!("[[steps]]\nstep = 'normalise'\nrule = 'min_max'\n{ARITHMETIC}");
    report.data_set("minmax", &from(&treated, &meta, true, &method), "normalise");
    report.finish();
}
