//! Single files of `coinr` by the rules that came first, until the tests of their folders are whole.

use crate::reference::table;
use crate::report::Report;
use crate::setting::{ARITHMETIC, from, from_raw, inputs, leaves};

#[test]
fn goalposts_from_the_metadata_agree() {
    let Some(mut report) = Report::on("coinr/b_norm") else {
        return;
    };
    let meta = table("coinr/inputs/iMeta_params.csv").unwrap();
    let posts = leaves(&meta).map(|row| {
        let truncate = row["goalpost_trunc2posts"].to_lowercase();
        let (low, high) = (&row["goalpost_lower"], &row["goalpost_upper"]);
        let (code, scale) = (&row["iCode"], &row["goalpost_scale"]);
        format!(
            "{code} = {{ low = {low}, high = {high}, scale = {scale}, truncate = {truncate} }}\n"
        )
    });
    let posts: String = posts.collect();
    let normalise =
        format!("[[steps]]\nstep = 'normalise'\nrule = 'goalposts'\n[steps.indicators]\n{posts}");
    let index = from_raw(&(normalise + ARITHMETIC));
    report.data_set("useiMeta_n_goalposts", &index, "normalise");
    report.finish_part();
}

#[test]
fn a_panel_normalised_by_year_and_over_all_years_agrees() {
    let Some(mut report) = Report::on("coinr/h_panel") else {
        return;
    };
    let (_, meta) = inputs();
    for (source, name, scope) in [
        ("iData_p", "norm_local", "period"),
        ("purse_Treated", "purse_Normalised", "all_periods"),
    ] {
        let normalise =
            format!("[[steps]]\nstep = 'normalise'\nrule = 'min_max'\nscope = '{scope}'\n");
        let index = from(&report.file(source), &meta, true, &(normalise + ARITHMETIC));
        report.data_set(name, &index, "normalise");
    }
    report.finish_part();
}
