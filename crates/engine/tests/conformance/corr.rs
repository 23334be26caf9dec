//! `coinr/g_corr`: correlations, flags, reliability, statistics and availability; and the tables of the
//! same kind in the other folders, as functions for their modules.

use std::collections::BTreeMap;

use yanzhi_engine::audit::{Audit, AuditOptions, IndicatorStatistics, audit};
use yanzhi_engine::statistics::{Correlate, correlate};
use yanzhi_engine::{Frame, Framework, Index, compute};

use crate::reference::{Table, number, table};
use crate::report::Report;
use crate::setting::{ARITHMETIC, frame, framework, indicators, inputs, nodes};

type Cells = Vec<Option<f64>>;

/// A file of the peer as figures, with what the framework makes of them.
pub(crate) struct Setting {
    pub(crate) frame: Frame,
    pub(crate) index: Index,
    framework: Framework,
}

/// The metadata, listed as the peer does: by the code of the group.
fn listed(meta: &Table) -> Table {
    let mut rows: Vec<BTreeMap<String, String>> = nodes(meta).cloned().collect();
    rows.sort_by_key(|row| {
        let level = row["Level"].clone();
        let group = if level == "2" {
            &row["iCode"]
        } else {
            &row["Parent"]
        };
        (level, group.clone())
    });
    Table { rows }
}

pub(crate) fn setting(data: &Table, with_directions: bool) -> Setting {
    let meta = listed(&inputs().1);
    let frame = frame(data, indicators(&meta, with_directions));
    let framework = framework(&meta, &BTreeMap::new());
    let normalise = if with_directions {
        "[[steps]]\nstep = 'normalise'\nrule = 'min_max'\n"
    } else {
        ""
    };
    let method = toml::from_str(&format!("{normalise}{ARITHMETIC}")).unwrap();
    let index = compute(&frame, &framework, &method).unwrap();
    Setting {
        frame,
        index,
        framework,
    }
}

impl Setting {
    pub(crate) fn audit(&self, options: &AuditOptions) -> Audit {
        audit(&self.frame, &self.index, options).unwrap()
    }

    fn column(&self, code: &str) -> Cells {
        let node = self.framework.position(code).unwrap();
        let units = 0..self.frame.units().len();
        units.map(|unit| self.index.score(0, node, unit)).collect()
    }

    /// The node of a level of the peer (1 the indicators) that an indicator stands under.
    fn ancestor(&self, code: &str, level: usize) -> String {
        let mut node = self.framework.position(code).unwrap();
        for _ in 1..level {
            node = self.framework.parent(node).unwrap();
        }
        self.framework.nodes()[node].code.clone()
    }
}

pub(crate) fn normalised() -> Setting {
    setting(&table("coinr/a_default/Normalised.csv").unwrap(), false)
}

pub(crate) fn by(word: &str) -> Correlate {
    match word {
        "pearson" => Correlate::Pearson,
        "spearman" => Correlate::Spearman,
        _ => Correlate::Kendall,
    }
}

pub(crate) fn options(correlation: Correlate) -> AuditOptions {
    AuditOptions {
        correlation,
        ..AuditOptions::default()
    }
}

/// Compares a long table of correlations between indicators with the pairs of an audit.
pub(crate) fn indicator_pairs(
    report: &mut Report,
    name: &str,
    found: &Audit,
    p_below: Option<f64>,
) {
    let mut ours = BTreeMap::new();
    for pair in &found.correlations {
        let kept = pair
            .correlation
            .filter(|it| p_below.is_none_or(|p| it.p_value.unwrap() <= p));
        let value = kept.map(|it| it.value);
        ours.insert((pair.first.clone(), pair.second.clone()), value);
        ours.insert((pair.second.clone(), pair.first.clone()), value);
    }
    for row in &report.file(name).rows {
        let (a, b) = (row["Var1"].clone(), row["Var2"].clone());
        let place = format!("{a} {b}");
        let value = if a == b { Some(1.0) } else { ours[&(a, b)] };
        report.value(name, &place, value, number(&row["Correlation"]));
    }
}

fn correlations(report: &mut Report, word: &str) {
    let (normal, raw) = (normalised(), setting(&inputs().0, true));
    let found = normal.audit(&options(by(word)));
    indicator_pairs(report, &format!("ind_{word}"), &found, None);
    indicator_pairs(
        report,
        &format!("raw_{word}"),
        &raw.audit(&options(by(word))),
        None,
    );
    let family: BTreeMap<(String, String), Option<f64>> = found
        .ancestors
        .iter()
        .map(|it| {
            (
                (it.node.clone(), it.ancestor.clone()),
                it.correlation.map(|it| it.value),
            )
        })
        .collect();
    for name in [
        format!("lev12_{word}"),
        format!("family_{word}"),
        format!("agg_{word}"),
    ] {
        for row in &report.file(&name).rows {
            let (above, below) = (&row["Var1"], &row["Var2"]);
            let above = match above.strip_prefix("Level_") {
                Some(level) => normal.ancestor(below, level.parse().unwrap()),
                None => above.clone(),
            };
            let ours = family[&(below.clone(), above)];
            report.value(&name, below, ours, number(&row["Correlation"]));
        }
    }
    if word == "pearson" {
        indicator_pairs(report, "ind_pearson_pval", &found, Some(0.05));
        indicator_pairs(report, "grouped", &found, None);
    }
}

fn p_values(report: &mut Report) {
    let normal = normalised();
    for row in &report.file("pvals_pearson").rows {
        let x = normal.column(&row["row"]);
        for (code, text) in row.iter().filter(|(code, _)| *code != "row") {
            let found = correlate(&x, &normal.column(code), Correlate::Pearson).unwrap();
            let ours = if *code == row["row"] {
                Some(0.0)
            } else {
                found.p_value
            };
            report.value(
                "pvals_pearson",
                &format!("{} {code}", row["row"]),
                ours,
                number(text),
            );
        }
    }
}

fn flags(report: &mut Report) {
    let normal = normalised();
    let found = normal.audit(&AuditOptions {
        collinear: 0.75,
        negative: -0.5,
        ..options(Correlate::Pearson)
    });
    for (name, pairs, level) in [
        ("flags_high", &found.collinear, 2),
        ("flags_low", &found.negative, 3),
    ] {
        let mut ours = BTreeMap::new();
        for pair in pairs {
            let group = normal.ancestor(&pair.first, level);
            if group == normal.ancestor(&pair.second, level) {
                let mut two = [pair.first.clone(), pair.second.clone()];
                two.sort();
                ours.insert((group, two), pair.correlation.map(|it| it.value));
            }
        }
        let rows = report.file(name).rows;
        report.exact(name, "number", &ours.len(), &rows.len());
        for row in &rows {
            let mut two = [row["Ind1"].clone(), row["Ind2"].clone()];
            two.sort();
            let place = format!("{two:?}");
            let value = ours.get(&(row["Group"].clone(), two)).copied().flatten();
            report.value(name, &place, value, number(&row["Corr"]));
        }
    }
}

fn denominators(report: &mut Report) {
    let raw = setting(&inputs().0, false);
    let found = raw.audit(&AuditOptions {
        denominator: 0.7,
        ..options(Correlate::Pearson)
    });
    let ours: BTreeMap<(String, String), f64> = found
        .denominators
        .into_iter()
        .map(|it| ((it.indicator, it.denominator), it.correlation.value))
        .collect();
    let rows = report.file("denom").rows;
    report.exact("denom", "number", &ours.len(), &rows.len());
    for row in &rows {
        let value = ours
            .get(&(row["Ind"].clone(), row["Denom"].clone()))
            .copied();
        report.value("denom", &row["Ind"], value, number(&row["Corr"]));
    }
}

fn reliability(report: &mut Report) {
    let found = |setting: &Setting| -> BTreeMap<String, Option<f64>> {
        let groups = setting.audit(&AuditOptions::default()).groups;
        groups.into_iter().map(|it| (it.node, it.alpha)).collect()
    };
    let (raw, normal) = (found(&setting(&inputs().0, false)), found(&normalised()));
    for row in &report.file("cronbach").rows {
        let group = &row["Group"];
        report.value("cronbach", group, raw[group], number(&row["alpha_raw"]));
        report.value("cronbach", group, normal[group], number(&row["alpha_norm"]));
    }
}

type Values = Vec<(&'static str, Option<f64>)>;
type Words = Vec<(&'static str, &'static str)>;

/// The statistics of the peer's columns, with its words for the flags.
fn statistics_of(it: &IndicatorStatistics) -> (Values, Words) {
    let whole = |n: usize| u32::try_from(n).ok().map(f64::from);
    let low = |is_low: bool| if is_low { "LOW" } else { "ok" };
    let values = vec![
        ("Min", it.min),
        ("Max", it.max),
        ("Mean", it.mean),
        ("Median", it.median),
        ("Std", it.sd),
        ("Skew", it.skewness),
        ("Kurt", it.kurtosis),
        ("N.Avail", whole(it.n)),
        ("N.NonZero", whole(it.non_zero)),
        ("N.Unique", whole(it.unique)),
        ("N.Same", whole(it.same)),
        ("Frc.Avail", it.missing_share.map(|it| 1.0 - it)),
        ("Frc.NonZero", it.non_zero_share),
        ("Frc.Unique", it.unique_share),
        ("Frc.Same", it.same_share),
    ];
    let flags = vec![
        ("Flag.Avail", low(it.flags.few_available)),
        ("Flag.NonZero", low(it.flags.many_zeros)),
        ("Flag.Unique", low(it.flags.few_unique)),
        (
            "Flag.SkewKurt",
            if it.flags.outliers { "OUT" } else { "ok" },
        ),
    ];
    (values, flags)
}

/// Compares a table of `get_stats`, at a number of significant digits where it is rounded.
pub(crate) fn statistics(report: &mut Report, name: &str, found: &Audit, digits: Option<i32>) {
    for row in &report.file(name).rows {
        let code = &row["iCode"];
        let ours = found.indicators.iter().find(|it| it.code == *code).unwrap();
        let (values, flags) = statistics_of(ours);
        for (word, value) in values {
            let theirs = number(&row[word]);
            let value = rounded(value, theirs, digits);
            report.value(name, &format!("{code} {word}"), value, theirs);
        }
        for (word, flag) in flags {
            report.exact(name, &format!("{code} {word}"), &flag, &row[word].as_str());
        }
    }
}

/// A value at the precision of the peer's: theirs where ours lies within half a unit of their last digit,
/// else our own. (R rounds 9.205 down and its binary value up.)
pub(crate) fn rounded(ours: Option<f64>, theirs: Option<f64>, digits: Option<i32>) -> Option<f64> {
    let (Some(value), Some(printed), Some(digits)) = (ours, theirs, digits) else {
        return ours;
    };
    let last = 10.0_f64.powf(printed.abs().max(1e-300).log10().floor() + 1.0 - f64::from(digits));
    let is_near = (value - printed).abs() <= last / 2.0 * (1.0 + 1e-9);
    if is_near { theirs } else { ours }
}

fn availability(report: &mut Report) {
    let found = setting(&inputs().0, true).audit(&AuditOptions::default());
    for row in &report.file("avail").rows {
        let ours = found
            .units
            .iter()
            .find(|it| it.unit == row["uCode"])
            .unwrap();
        let whole = |word: &str| row[word].parse::<usize>().unwrap();
        report.exact("avail", &ours.unit, &ours.missing, &whole("N_missing"));
        report.exact("avail", &ours.unit, &ours.zeros, &whole("N_zero"));
        report.exact(
            "avail",
            &ours.unit,
            &(ours.missing + ours.zeros),
            &whole("N_miss_or_zero"),
        );
        report.value(
            "avail",
            &ours.unit,
            Some(ours.available),
            number(&row["Dat_Avail"]),
        );
        report.value("avail", &ours.unit, ours.non_zero, number(&row["Non_Zero"]));
    }
    for row in &report.file("avail_group").rows {
        let ours = found
            .units
            .iter()
            .find(|it| it.unit == row["uCode"])
            .unwrap();
        for group in &ours.groups {
            let place = format!("{} {}", ours.unit, group.node);
            report.value(
                "avail_group",
                &place,
                Some(group.available),
                number(&row[&group.node]),
            );
        }
    }
}

#[test]
fn correlations_and_statistics_agree() {
    let Some(mut report) = Report::on("coinr/g_corr") else {
        return;
    };
    for word in ["pearson", "spearman", "kendall"] {
        correlations(&mut report, word);
    }
    p_values(&mut report);
    flags(&mut report);
    denominators(&mut report);
    reliability(&mut report);
    let raw = setting(&inputs().0, false).audit(&AuditOptions::default());
    statistics(&mut report, "stats_raw", &raw, None);
    let treated = setting(&table("coinr/a_default/Treated.csv").unwrap(), false);
    let treated = treated.audit(&AuditOptions {
        skewness: 1.5,
        kurtosis: 3.0,
        ..AuditOptions::default()
    });
    statistics(&mut report, "stats_treated", &treated, None);
    availability(&mut report);
    report.finish();
}
