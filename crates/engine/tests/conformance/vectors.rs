//! `coinr/k_vectors`: functions of single vectors, in `outputs` a row each.

use std::collections::BTreeMap;

use yanzhi_engine::statistics::{median, moments};
use yanzhi_engine::{FrameBuilder, Framework, Index, Indicator, Node, Unit, compute};

use crate::reference::number;
use crate::report::Report;
use crate::setting::ARITHMETIC;

type Cells = Vec<Option<f64>>;

fn vector(text: &str) -> Cells {
    text.split_whitespace().map(number).collect()
}

/// A frame of this one column through a step.
fn through(cells: &[Option<f64>], direction: &str, step: &str) -> Index {
    let units = (0..cells.len()).map(|unit| Unit::new(unit.to_string()));
    let indicator = match direction {
        "-1" => Indicator::new("X").lower_is_better(),
        _ => Indicator::new("X"),
    };
    let mut frame =
        FrameBuilder::new(vec!["2018".into()], units.collect(), vec![indicator]).unwrap();
    for (unit, value) in cells.iter().enumerate() {
        if let Some(value) = value {
            frame.set(0, unit, 0, *value).unwrap();
        }
    }
    let tree = vec![Node::root("index"), Node::leaf("X", "index", 1.0)];
    let method = toml::from_str(&format!("[[steps]]\n{step}\n{ARITHMETIC}")).unwrap();
    compute(&frame.build(), &Framework::new(tree).unwrap(), &method).unwrap()
}

fn cells_of(index: &Index) -> Cells {
    let after = &index.datasets()[1];
    let units = 0..index.units().len();
    units.map(|unit| after.get("X", 0, unit)).collect()
}

fn winsorised(cells: &[Option<f64>], parameters: &str) -> Index {
    let winmax = parameters.split_whitespace().next().unwrap();
    let step = format!("step = 'treat'\nrule = 'winsorise'\nfallback = 'none'\n{winmax}");
    through(cells, "1", &step)
}

/// What the engine makes of a row; none where it refuses.
fn ours(function: &str, parameters: &str, cells: &[Option<f64>]) -> Option<Cells> {
    let there: Vec<f64> = cells.iter().copied().flatten().collect();
    let treat = |rule: &str| {
        let step = format!("step = 'treat'\nwhen = 'always'\nrule = {rule}");
        Some(cells_of(&through(cells, "1", &step)))
    };
    let impute = |rule: &str| {
        let step = format!("step = 'impute'\nrule = '{rule}'");
        Some(cells_of(&through(cells, "1", &step)))
    };
    match function {
        "skew" => Some(vec![moments(&there).skewness]),
        "kurt" => Some(vec![moments(&there).kurtosis]),
        "log_CT" => treat("'log'"),
        "log_CT_plus" => treat("'log_signed'"),
        "log_CT_orig" => treat("'box_cox'"),
        "boxcox" => {
            let lambda = parameters.split_whitespace().next().unwrap();
            treat(&format!("'box_cox'\n{lambda}"))
        }
        "winsorise" => Some(cells_of(&winsorised(cells, parameters))),
        "winsorise.nwin" => {
            let index = winsorised(cells, parameters);
            let points = index.treatments()[0]
                .winsorised
                .as_ref()
                .map(|it| it.points);
            Some(vec![Some(f64::from(
                u32::try_from(points.unwrap_or(0)).unwrap(),
            ))])
        }
        "i_mean" => impute("mean"),
        "i_median" => impute("median"),
        _ => normalised(function, parameters, cells, &there),
    }
}

fn normalised(
    function: &str,
    parameters: &str,
    cells: &[Option<f64>],
    there: &[f64],
) -> Option<Cells> {
    let low = there.iter().copied().fold(f64::INFINITY, f64::min);
    let high = there.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let (mut direction, target) = ("1", median(there).unwrap());
    let rule = match (function, parameters) {
        ("n_minmax", _) => "'min_max'".to_owned(),
        ("n_zscore", _) => "'z_score'".to_owned(),
        ("n_rank", _) => "'rank'".to_owned(),
        ("n_borda", _) => "'borda'".to_owned(),
        ("n_prank", _) => "'percentile_rank'".to_owned(),
        ("n_dist2max", _) => "'distance_to_max'".to_owned(),
        // The peer divides by a largest value below 0 too, which turns the order round; we refuse it.
        ("n_fracmax", _) if high <= 0.0 => return None,
        ("n_fracmax", _) => "'fraction_of_max'".to_owned(),
        ("n_dist2ref", _) => "'distance_to_reference'\nunit = '4'".to_owned(),
        ("n_dist2targ", "targ=median dir=1 cap") => {
            format!("'distance_to_target'\ntarget = {target:?}\ncapped = true")
        }
        ("n_dist2targ", _) => {
            direction = "-1";
            format!("'distance_to_target'\ntarget = {target:?}")
        }
        ("n_goalposts", _) => {
            // The posts stand a tenth inside the range.
            direction = "-1";
            let (low, high) = (low + 0.1, high - 0.1);
            format!("'goalposts'\nlow = {low:?}\nhigh = {high:?}\nscale = 10")
        }
        _ => {
            assert_eq!((function, parameters), ("n_scaled", "npara=c(-1,7) 50"));
            "'scaled'\nlow = -1\nhigh = 7\nscale = 50".to_owned()
        }
    };
    let step = format!("step = 'normalise'\nrule = {rule}");
    Some(cells_of(&through(cells, direction, &step)))
}

#[test]
fn functions_of_vectors_agree() {
    let Some(mut report) = Report::on("coinr/k_vectors") else {
        return;
    };
    let inputs = report.file("inputs").rows.into_iter();
    let inputs: BTreeMap<String, Cells> = inputs
        .map(|row| (row["input"].clone(), vector(&row["values"])))
        .collect();
    for row in &report.file("outputs").rows {
        let (function, parameters) = (&row["fn"], &row["para"]);
        let Some(ours) = ours(function, parameters, &inputs[&row["input"]]) else {
            continue;
        };
        let theirs = vector(&row["output"]);
        assert_eq!(ours.len(), theirs.len());
        for (place, (ours, theirs)) in ours.into_iter().zip(theirs).enumerate() {
            let place = format!("{function} {parameters} {} {place}", row["input"]);
            report.value("outputs", &place, ours, theirs);
        }
    }
    report.exact("inputs", "vectors", &inputs.len(), &5);
    report.finish();
}
