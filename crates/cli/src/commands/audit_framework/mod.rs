//! `yanzhi audit-framework`

mod sheets;

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use yanzhi_engine::{
    Index,
    audit::{Audit, AuditError, AuditOptions, audit},
    statistics::Correlate,
};
use yanzhi_kernel::{Lang, Text};

use super::{
    analysis::{Analysis, Findings, Picture, Subject},
    names::Names,
};
use crate::{
    outcome::Outcome,
    plot::{Caption, heat_map},
};

/// Which data to look at, and from which values on to flag.
///
/// Tables (--sheet): indicators, groups, collinear, negative, denominators, units; and, only when named,
/// correlations (each pair of indicators) and ancestors (each node with the nodes above it). The picture is a heat map
/// of the correlations.
#[derive(Debug, Args)]
pub(crate) struct Options {
    #[command(flatten)]
    analysis: Analysis,
    /// Compute by this method instead of the pack's own; see docs/methods.md.
    #[arg(long, value_name = "FILE")]
    method: Option<PathBuf>,
    /// The data set: raw, or as the method's steps are called, such as treat, normalise, normalise_2.
    #[arg(long, value_name = "STEP", default_value = "raw")]
    step: String,
    /// Which correlation.
    #[arg(long, value_enum, default_value_t = By::Pearson)]
    correlation: By,
    /// Correlations above this are collinear: the two count the same twice.
    #[arg(long, value_name = "R", default_value_t = 0.9)]
    collinear: f64,
    /// Correlations below this inside a dimension are flagged: one works against the other.
    #[arg(
        long,
        value_name = "R",
        default_value_t = -0.4,
        allow_negative_numbers = true
    )]
    negative: f64,
    /// Correlations with a column outside the index above this in magnitude are reported: it may be a denominator.
    #[arg(long, value_name = "R", default_value_t = 0.6)]
    denominator: f64,
    /// The smallest share of units that should have a figure.
    #[arg(long, value_name = "SHARE", default_value_t = 0.65)]
    available: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum By {
    /// Linear, of the values.
    Pearson,
    /// Linear, of the ranks.
    Spearman,
    /// Kendall's tau-b.
    Kendall,
}

impl From<By> for Correlate {
    fn from(by: By) -> Self {
        match by {
            By::Pearson => Self::Pearson,
            By::Spearman => Self::Spearman,
            By::Kendall => Self::Kendall,
        }
    }
}

pub(crate) fn run(options: &Options, lang: Lang) -> anyhow::Result<Outcome> {
    let subject = options.analysis.read(options.method.as_deref(), lang)?;
    let index = subject.compute(options.analysis.threads)?;
    let found = options.look(&subject, &index)?;
    let names = subject.names();
    let findings = Findings {
        sheets: sheets::all(&found, names),
        json: &found,
        pictures: vec![Picture::new(
            "correlations",
            picture(&found, &index, names)?,
        )],
    };
    options.analysis.write(&subject, &findings)?;
    Ok(Outcome::Done)
}

impl Options {
    fn look(&self, subject: &Subject, index: &Index) -> anyhow::Result<Audit> {
        let period = self.analysis.period_of(subject)?;
        let asked = AuditOptions {
            step: self.step.clone(),
            period: index.periods().get(period).cloned(),
            correlation: self.correlation.into(),
            collinear: self.collinear,
            negative: self.negative,
            denominator: self.denominator,
            available: self.available,
            ..AuditOptions::default()
        };
        audit(&subject.parts.frame, index, &asked)
            .map_err(|error| anyhow::anyhow!(words(&error).get(subject.lang).to_owned()))
    }
}

fn words(error: &AuditError) -> Text {
    let en = error.to_string();
    let zh = match error {
        AuditError::UnknownStep { step, known } => {
            format!("没有数据集 {step}：请从 {known} 中选择")
        }
        AuditError::Threshold { name, value } => {
            format!("阈值 {name} 是 {value}：请给出有限的数")
        }
        _ => en.clone(),
    };
    Text::new(zh, en)
}

/// The correlations of all indicators with each other, in tree order.
fn picture(found: &Audit, index: &Index, names: Names<'_>) -> anyhow::Result<String> {
    let codes: Vec<&str> = found.indicators.iter().map(|it| it.code.as_str()).collect();
    let labels: Vec<String> = codes.iter().map(|code| names.node(code)).collect();
    let place = |code: &str| codes.iter().position(|it| *it == code);
    let mut cells = vec![vec![None; codes.len()]; codes.len()];
    for pair in &found.correlations {
        let (Some(a), Some(b)) = (place(&pair.first), place(&pair.second)) else {
            continue;
        };
        for (row, column) in [(a, b), (b, a)] {
            let cell = cells.get_mut(row).and_then(|row| row.get_mut(column));
            if let Some(cell) = cell {
                *cell = pair.correlation.map(|it| it.value);
            }
        }
    }
    let title = Text::new(
        format!("指标相关系数（{}，{}）", found.step, found.period),
        format!("Correlations ({}, {})", found.step, found.period),
    );
    let value = |row: usize, column: usize| {
        if row == column {
            return (index.units().len() > 1).then_some(1.0);
        }
        cells.get(row)?.get(column).copied().flatten()
    };
    let note = Text::new(
        "相关系数 × 100；蓝为正，红为负，空格为无法计算",
        "correlation × 100; blue positive, red negative, empty where it cannot be computed",
    );
    let words = Caption {
        title: title.get(names.lang),
        note: note.get(names.lang),
        mark: names.synthetic_mark(),
        unranked: None,
    };
    heat_map(words, &labels, &value)
}
