//! The method and the uncertainty that `docs/methods.md` writes for ASEM, run as they stand there.

use yanzhi_engine::robustness::{AnalysisOptions, Uncertainty, uncertainty_analysis};
use yanzhi_engine::sensitivity::sensitivity_analysis;
use yanzhi_engine::{Method, compute};

use crate::asem_data::ranks;
use crate::report::Report;
use crate::setting::{frame, framework, indicators, inputs};

const PAGE: &str = include_str!("../../../../docs/methods.md");

/// The text of the block with this info line.
fn block(info: &str) -> &'static str {
    let (_, after) = PAGE.split_once(&format!("\n```{info}\n")).unwrap();
    after.split_once("\n```").unwrap().0
}

#[test]
fn the_method_of_the_page_gives_the_scores_and_ranks_of_the_peer() {
    let Some(mut report) = Report::on("asem") else {
        return;
    };
    let (data, meta) = inputs();
    let figures = frame(&data, indicators(&meta, true));
    let tree = framework(&meta, &std::collections::BTreeMap::new());
    let method: Method = toml::from_str(block("toml whole method")).unwrap();
    let index = compute(&figures, &tree, &method).unwrap();
    report.data_set("asem_default_Aggregated", &index, "aggregate");
    ranks(&mut report, &index);
    report.finish_part();

    let in_band_a = (0..index.units().len()).filter(|unit| index.band(0, 0, *unit) == Some("A"));
    assert_eq!(in_band_a.count(), 10, "a fifth of 51");

    let mut uncertainty: Uncertainty = toml::from_str(block("toml whole uncertainty")).unwrap();
    assert_eq!(uncertainty.assumptions.len(), 4);
    uncertainty.replicates = 200;
    uncertainty.sensitivity.points = 16;
    uncertainty.sensitivity.bootstrap = 0;
    let options = AnalysisOptions::default();
    let found =
        uncertainty_analysis(&figures, &tree, &method, &uncertainty, &options, &()).unwrap();
    let first = found.units.iter().find(|it| it.nominal == Some(1)).unwrap();
    assert_eq!((&*first.unit, first.top[1].k), ("CHE", 3));
    assert!(first.top[1].probability > 0.9, "{first:?}");
    let shares =
        sensitivity_analysis(&figures, &tree, &method, &uncertainty, &options, &()).unwrap();
    assert_eq!(
        (shares.runs, shares.rank_shift.map(|it| it.len())),
        (16 * 6, Some(4))
    );
}
