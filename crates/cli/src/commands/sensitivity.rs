//! `yanzhi sensitivity`

use clap::{Args, ValueEnum};
use yanzhi_engine::sensitivity::{
    Contribution, Estimate, Sampler, Sensitivity, UnitSensitivity, sensitivity_analysis,
};
use yanzhi_kernel::{Lang, Text};

use super::{
    analysis::{Analysis, Cell, Findings, Picture, Sheet},
    names::Names,
    uncertain::{Uncertain, ended},
};
use crate::{
    outcome::Outcome,
    plot::{Bar, Caption, bars},
    watch::Watch,
};

/// Which of the uncertain assumptions moves ranks and scores, and how much.
///
/// Of the variance that all assumptions cause together, the first-order index of one is the share that would go if it
/// became certain; its total index is the share that would stay if all others did. The index is computed
/// points × (assumptions + 2) times.
///
///   yanzhi sensitivity DIR --uncertainty uncertainty.toml
///   yanzhi sensitivity DIR --uncertainty uncertainty.toml --points 4096 --format svg --out sensitivity.svg
///
/// Tables (--sheet): shift (of the mean shift of rank), and, only when named, units (of the rank and the score of each).
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Options {
    #[command(flatten)]
    analysis: Analysis,
    #[command(flatten)]
    uncertain: Uncertain,
    /// How many points are drawn; with the Sobol' sampler a power of 2 is best. 1,024 when nothing says otherwise.
    #[arg(long, value_name = "N")]
    points: Option<usize>,
    /// Where the points come from.
    #[arg(long, value_enum)]
    sampler: Option<Points>,
    /// How often the rows are drawn again for the intervals; 0 makes none.
    #[arg(long, value_name = "N")]
    bootstrap: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Points {
    /// The Sobol' sequence, scrambled by the seed: even.
    Sobol,
    /// Independent.
    Random,
}

impl From<Points> for Sampler {
    fn from(points: Points) -> Self {
        match points {
            Points::Sobol => Self::Sobol,
            Points::Random => Self::Random,
        }
    }
}

pub(crate) fn run(options: &Options, lang: Lang) -> anyhow::Result<Outcome> {
    let subject = options
        .analysis
        .read(options.uncertain.method.as_deref(), lang)?;
    let mut uncertainty = options.uncertain.read(&options.analysis, &subject)?;
    let sampling = &mut uncertainty.sensitivity;
    sampling.points = options.points.unwrap_or(sampling.points);
    sampling.sampler = options.sampler.map_or(sampling.sampler, Sampler::from);
    sampling.bootstrap = options.bootstrap.unwrap_or(sampling.bootstrap);
    let watch = Watch::begin(&Text::new("模拟", "runs"), lang)?;
    let parts = &subject.parts;
    let found = sensitivity_analysis(
        &parts.frame,
        &parts.framework,
        &parts.method,
        &uncertainty,
        &options.uncertain.options(&options.analysis),
        &watch,
    );
    let found = match found {
        Ok(found) => found,
        Err(error) => return ended(&error, &watch, lang),
    };
    drop(watch);
    let names = subject.names();
    let findings = Findings {
        sheets: vec![shift(&found, names), units(&found, names).only_when_named()],
        json: &found,
        pictures: vec![Picture::new("shift", picture(&found, names)?)],
    };
    options.analysis.write(&subject, &findings)?;
    Ok(Outcome::Done)
}

const ESTIMATES: [(&str, &str, &str); 6] = [
    ("first_order", "一阶", "First order"),
    ("first_order_low", "下限", "Low"),
    ("first_order_high", "上限", "High"),
    ("total", "总效应", "Total"),
    ("total_low", "下限", "Low"),
    ("total_high", "上限", "High"),
];

fn cells(contribution: &Contribution) -> impl Iterator<Item = Cell> {
    let estimates = [contribution.first_order, contribution.total];
    estimates.into_iter().flat_map(|it| {
        [
            Cell::Number(it.value, 3),
            Cell::number(it.low, 3),
            Cell::number(it.high, 3),
        ]
    })
}

fn shift(found: &Sensitivity, names: Names<'_>) -> Sheet {
    let node = names.node(&found.node);
    let title = Text::new(
        format!(
            "各假设对平均位次变化的影响（{node}，{}；计算 {} 次，种子 {}）",
            found.period, found.runs, found.seed
        ),
        format!(
            "What each assumption does to the mean shift of rank ({node}, {}; {} runs, seed {})",
            found.period, found.runs, found.seed
        ),
    );
    let mut columns = vec![("assumption", "假设", "Assumption")];
    columns.extend(ESTIMATES);
    let mut sheet = Sheet::new("shift", title, &columns);
    for it in found.rank_shift.iter().flatten() {
        let mut row = vec![Cell::Word(it.assumption.clone())];
        row.extend(cells(it));
        sheet.rows.push(row);
    }
    sheet
}

fn units(found: &Sensitivity, names: Names<'_>) -> Sheet {
    let title = Text::new(
        "各假设对每个评价对象的影响",
        "What each assumption does to each unit",
    );
    let mut columns = vec![
        ("unit", "代码", "Code"),
        ("name", "名称", "Name"),
        ("of", "对象", "Of"),
        ("assumption", "假设", "Assumption"),
    ];
    columns.extend(ESTIMATES);
    let mut sheet = Sheet::new("units", title, &columns);
    for unit in &found.units {
        for (of, contributions) in of_unit(unit) {
            for it in contributions {
                let mut row = vec![
                    Cell::Word(unit.unit.clone()),
                    Cell::Word(names.unit(&unit.unit)),
                    Cell::Term(of.clone()),
                    Cell::Word(it.assumption.clone()),
                ];
                row.extend(cells(it));
                sheet.rows.push(row);
            }
        }
    }
    sheet
}

fn of_unit(unit: &UnitSensitivity) -> [(Text, &[Contribution]); 2] {
    [
        (
            Text::new("位次", "rank"),
            unit.rank.as_deref().unwrap_or_default(),
        ),
        (
            Text::new("得分", "score"),
            unit.score.as_deref().unwrap_or_default(),
        ),
    ]
}

fn picture(found: &Sensitivity, names: Names<'_>) -> anyhow::Result<String> {
    let all = found.rank_shift.as_deref().unwrap_or_default();
    let bar = |it: &Contribution, estimate: Estimate| Bar {
        label: it.assumption.clone(),
        value: estimate.value,
        interval: estimate.low.zip(estimate.high),
    };
    let first = all.iter().map(|it| bar(it, it.first_order)).collect();
    let total = all.iter().map(|it| bar(it, it.total)).collect();
    let (first_order, total_effect) = match names.lang {
        Lang::Zh => ("一阶", "总效应"),
        Lang::En => ("first order", "total"),
    };
    let title = Text::new(
        format!("各假设对平均位次变化的影响（{}）", found.period),
        format!(
            "What each assumption does to the mean shift of rank ({})",
            found.period
        ),
    );
    let note = Text::new(
        "占方差的份额；细线为置信区间",
        "share of the variance; thin line: interval",
    );
    let words = Caption {
        title: title.get(names.lang),
        note: note.get(names.lang),
        mark: names.synthetic_mark(),
        unranked: None,
    };
    bars(words, &[(first_order, first), (total_effect, total)])
}
