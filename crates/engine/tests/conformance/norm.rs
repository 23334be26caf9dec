//! `coinr/b_norm` and the files `asem_norm_*`: the example by every rule of normalisation.
//!
//! Where COINr divides by zero its whole column is infinite or missing. Here that is an error that names
//! the fault, so such a column is given another rule and its fault is compared instead.

use std::collections::{BTreeMap, BTreeSet};

use yanzhi_engine::{ComputeError, Fault, Frame, Index, Method, compute};

use crate::reference::{Table, number, table};
use crate::report::Report;
use crate::setting::{ARITHMETIC, denominate, frame, framework, indicators, inputs, leaves};

/// A frame and what else is computed from it before the normalisation.
struct Example {
    meta: Table,
    frame: Frame,
    before: String,
}

impl Example {
    fn treated() -> Self {
        let (_, meta) = inputs();
        let treated = table("coinr/a_default/Treated.csv").unwrap();
        let frame = frame(&treated, indicators(&meta, true));
        let before = String::new();
        Self {
            meta,
            frame,
            before,
        }
    }

    fn raw(meta: Table) -> Self {
        let frame = frame(&inputs().0, indicators(&meta, true));
        let before = String::new();
        Self {
            meta,
            frame,
            before,
        }
    }

    fn denominated() -> Self {
        let (_, meta) = inputs();
        let before = denominate(&meta);
        Self {
            before,
            ..Self::raw(meta)
        }
    }

    fn compute(&self, step: &str) -> Result<Index, ComputeError> {
        let text = format!(
            "{}[[steps]]\nstep = 'normalise'\n{step}\n{ARITHMETIC}",
            self.before
        );
        let method: Method = toml::from_str(&text).unwrap();
        compute(
            &self.frame,
            &framework(&self.meta, &BTreeMap::new()),
            &method,
        )
    }

    /// The index with the columns left out that cannot be normalised, and why each cannot.
    fn without_faults(&self, step: &str) -> (Index, BTreeMap<String, Fault>) {
        let mut faults = BTreeMap::new();
        loop {
            let others = faults
                .keys()
                .map(|code| format!("{code} = {{ rule = 'rank' }}\n"));
            let others: String = others.collect();
            match self.compute(&format!("{step}\n[steps.indicators]\n{others}")) {
                Ok(index) => return (index, faults),
                Err(ComputeError::Rule { place, fault }) => {
                    assert!(
                        faults.insert(place.code.clone(), fault).is_none(),
                        "{place}"
                    );
                }
                Err(error) => panic!("{error}"),
            }
        }
    }

    /// A step with the parameters of every indicator, from columns of the metadata.
    fn of_each(&self, rule: &str, line: impl Fn(&BTreeMap<String, String>) -> String) -> String {
        let lines =
            leaves(&self.meta).map(|row| format!("{} = {{ {} }}\n", row["iCode"], line(row)));
        let lines: String = lines.collect();
        format!("rule = '{rule}'\n[steps.indicators]\n{lines}")
    }
}

fn compare(report: &mut Report, name: &str, example: &Example, step: &str) {
    report.data_set(name, &example.compute(step).unwrap(), "normalise");
}

/// Compares the columns that have scores; in the others the peer must have a value that is none.
fn compare_but_faults(
    report: &mut Report,
    name: &str,
    example: &Example,
    step: &str,
    is_known: impl Fn(&Fault) -> bool,
) {
    let (index, faults) = example.without_faults(step);
    let found = index.dataset("normalise").unwrap();
    let rows = report.file(name).rows;
    for (code, column) in found.columns() {
        if let Some(fault) = faults.get(code) {
            let finite =
                |row: &&BTreeMap<String, String>| number(&row[code]).is_some_and(f64::is_finite);
            let bad = rows.len() - rows.iter().filter(finite).count();
            report.exact(name, code, &(is_known(fault), bad > 0), &(true, true));
            continue;
        }
        for row in &rows {
            let unit = index.unit_position(&row["uCode"]).unwrap();
            let place = format!("{} {code}", row["uCode"]);
            report.value(name, &place, column.get(0, unit), number(&row[code]));
        }
    }
}

fn is_zero_range(fault: &Fault) -> bool {
    matches!(fault, Fault::ZeroRange { .. } | Fault::NoReference { .. })
}

fn is_no_fraction(fault: &Fault) -> bool {
    matches!(fault, Fault::NonPositiveBest { .. })
}

/// The reference unit by its place among the codes in order of the alphabet, from 1.
fn reference(example: &Example, place: usize, more: &str) -> String {
    let codes: BTreeSet<&String> = example.frame.units().iter().map(|it| &it.code).collect();
    let unit = codes.into_iter().nth(place - 1).unwrap();
    format!("rule = 'distance_to_reference'\nunit = '{unit}'\n{more}")
}

fn by_one_rule(report: &mut Report) {
    let treated = Example::treated();
    for (name, step) in [
        ("minmax", "rule = 'min_max'"),
        ("zscore", "rule = 'z_score'\nmean = 10\nsd = 2"),
        ("zscore01", "rule = 'z_score'"),
        ("scaled", "rule = 'scaled'"),
        ("none", "rule = 'scaled'\nhigh = 1\nscale = 1"),
        ("dist2max", "rule = 'distance_to_max'"),
        ("rank_min", "rule = 'rank'"),
        ("rank_average", "rule = 'rank'\nties = 'average'"),
        ("borda_min", "rule = 'borda'"),
        ("borda_average", "rule = 'borda'\nties = 'average'"),
        ("prank_min", "rule = 'percentile_rank'"),
        (
            "prank_average",
            "rule = 'percentile_rank'\nties = 'average'",
        ),
        (
            "indiv_specs",
            "rule = 'min_max'\n[steps.indicators]\nLPI = { rule = 'borda' }\n\
             Flights = { rule = 'z_score', mean = 10, sd = 2 }",
        ),
    ] {
        compare(report, name, &treated, step);
    }
    let [plain, capped] =
        [(5, ""), (10, "capped = true")].map(|(place, more)| reference(&treated, place, more));
    compare_but_faults(report, "dist2ref", &treated, &plain, is_zero_range);
    compare_but_faults(report, "dist2ref_cap", &treated, &capped, is_zero_range);
    let fraction = "rule = 'fraction_of_max'\nnegated = true";
    compare_but_faults(report, "fracmax", &treated, fraction, is_no_fraction);
}

/// COINr takes the bounds of the metadata as those of the figures, so where less is better they are
/// turned round with them.
fn scaled(row: &BTreeMap<String, String>) -> String {
    let bound = |column: &str| number(&row[column]).unwrap();
    let (low, high) = match &*row["Direction"] {
        "-1" => (-bound("scaled_upper"), -bound("scaled_lower")),
        _ => (bound("scaled_lower"), bound("scaled_upper")),
    };
    format!(
        "low = {low}, high = {high}, scale = {}",
        row["scale_factor"]
    )
}

fn by_parameters_of_each(report: &mut Report) {
    let example = Example::raw(parameters());
    let of_each = |rule, columns: &[(&str, &str)]| {
        example.of_each(rule, |row| {
            let pairs = columns.iter();
            let pairs =
                pairs.map(|(key, column)| format!("{key} = {}", row[*column].to_lowercase()));
            pairs.collect::<Vec<_>>().join(", ")
        })
    };
    for (name, step) in [
        (
            "useiMeta_n_minmax",
            of_each(
                "min_max",
                &[("lower", "minmax_lower"), ("upper", "minmax_upper")],
            ),
        ),
        (
            "useiMeta_n_zscore",
            of_each("z_score", &[("mean", "zscore_mean"), ("sd", "zscore_sd")]),
        ),
        ("useiMeta_n_scaled", example.of_each("scaled", scaled)),
        (
            "useiMeta_n_dist2targ",
            of_each(
                "distance_to_target",
                &[("target", "Target"), ("capped", "dist2targ_cap_max")],
            ),
        ),
        (
            "useiMeta_n_goalposts",
            of_each(
                "goalposts",
                &[
                    ("low", "goalpost_lower"),
                    ("high", "goalpost_upper"),
                    ("scale", "goalpost_scale"),
                    ("truncate", "goalpost_trunc2posts"),
                ],
            ),
        ),
    ] {
        compare(report, name, &example, &step);
    }
}

fn parameters() -> Table {
    table("coinr/inputs/iMeta_params.csv").unwrap()
}

/// Two indicators looked at the other way round.
fn directions_flipped(report: &mut Report) {
    let mut flipped = Example::treated();
    for row in &mut flipped.meta.rows {
        if matches!(&*row["iCode"], "LPI" | "CO2") {
            let other = if row["Direction"] == "-1" { "1" } else { "-1" };
            row.insert("Direction".into(), other.into());
        }
    }
    let treated = table("coinr/a_default/Treated.csv").unwrap();
    flipped.frame = frame(&treated, indicators(&flipped.meta, true));
    compare(report, "directions_flipped", &flipped, "rule = 'min_max'");
}

#[test]
fn the_treated_data_normalised_by_every_rule_agree() {
    let Some(mut report) = Report::on("coinr/b_norm") else {
        return;
    };
    by_one_rule(&mut report);
    by_parameters_of_each(&mut report);
    directions_flipped(&mut report);
    report.finish();
}

/// Compares the files `asem_norm_*` in a report on `asem`.
pub(crate) fn asem(report: &mut Report) {
    let example = Example::denominated();
    for (name, step) in [
        ("asem_norm_minmax_1_100", "rule = 'min_max'\nlower = 1"),
        ("asem_norm_zscore", "rule = 'z_score'"),
        ("asem_norm_dist2max", "rule = 'distance_to_max'"),
        ("asem_norm_prank", "rule = 'percentile_rank'"),
        ("asem_norm_rank", "rule = 'rank'"),
        ("asem_norm_borda", "rule = 'borda'"),
    ] {
        compare(report, name, &example, step);
    }
    let target = example.of_each("distance_to_target", |row| {
        format!("target = {}", row["Target"])
    });
    compare(report, "asem_norm_dist2targ", &example, &target);
    let fifth = reference(&example, 5, "");
    compare_but_faults(
        report,
        "asem_norm_dist2ref5",
        &example,
        &fifth,
        is_zero_range,
    );
    let fraction = "rule = 'fraction_of_max'\nnegated = true";
    compare_but_faults(
        report,
        "asem_norm_fracmax",
        &example,
        fraction,
        is_no_fraction,
    );
}
