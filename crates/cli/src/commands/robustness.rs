//! `yanzhi robustness`

use clap::Args;
use yanzhi_engine::robustness::{Robustness, UnitRanks, uncertainty_analysis};
use yanzhi_kernel::{Lang, Text};

use super::{
    analysis::{Analysis, Cell, Findings, Picture, Sheet},
    names::Names,
    uncertain::{Uncertain, ended},
};
use crate::{
    outcome::Outcome,
    plot::{Caption, RankInterval, heat_map, rank_intervals},
    watch::Watch,
};

/// How sure each rank is when weights, rules and figures are uncertain.
///
/// The index is computed again and again, each time with all that is uncertain drawn anew and together. Of each unit you
/// see the median of its ranks, the interval from their 5th to their 95th percentile, and the probability of a rank of k
/// or better; of each two neighbours, whether their order is robust; of any two, how often one beats the other.
///
///   yanzhi robustness DIR
///   yanzhi robustness DIR --uncertainty uncertainty.toml --replicates 10000 --seed 7
///   yanzhi robustness DIR --format svg --out ranks.svg
///   yanzhi robustness DIR --format svg --sheet pairs --out pairs.svg
///
/// Tables (--sheet): ranks, neighbours, and, only when named, pairs. The picture is of the rank intervals; with --sheet
/// pairs a heat map of who beats whom.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Options {
    #[command(flatten)]
    analysis: Analysis,
    #[command(flatten)]
    uncertain: Uncertain,
    /// How often the index is computed anew; 1,000 when neither this nor the description says.
    #[arg(long, value_name = "N")]
    replicates: Option<usize>,
}

pub(crate) fn run(options: &Options, lang: Lang) -> anyhow::Result<Outcome> {
    let subject = options
        .analysis
        .read(options.uncertain.method.as_deref(), lang)?;
    let mut uncertainty = options.uncertain.read(&options.analysis, &subject)?;
    uncertainty.replicates = options.replicates.unwrap_or(uncertainty.replicates);
    let watch = Watch::begin(&Text::new("模拟", "replicates"), lang)?;
    let parts = &subject.parts;
    let found = uncertainty_analysis(
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
    let order = in_order(&found);
    let findings = Findings {
        sheets: vec![
            ranks(&found, &order, names),
            neighbours(&found, names),
            pairs(&found, &order, names).only_when_named(),
        ],
        json: &found,
        pictures: vec![
            Picture::new("ranks", intervals_picture(&found, &order, names)?),
            Picture::new("pairs", pairs_picture(&found, &order, names)?),
        ],
    };
    options.analysis.write(&subject, &findings)?;
    Ok(Outcome::Done)
}

/// Positions of the units by their rank, those without one last.
fn in_order(found: &Robustness) -> Vec<(usize, &UnitRanks)> {
    let mut units: Vec<(usize, &UnitRanks)> = found.units.iter().enumerate().collect();
    units.sort_by_key(|(position, it)| (it.nominal.unwrap_or(u32::MAX), *position));
    units
}

fn ranks(found: &Robustness, order: &[(usize, &UnitRanks)], names: Names<'_>) -> Sheet {
    let node = names.node(&found.node);
    let title = Text::new(
        format!(
            "位次的稳健性（{node}，{}；{} 次模拟，种子 {}；不确定：{}）",
            found.period,
            found.replicates,
            found.seed,
            found.assumptions.join("、")
        ),
        format!(
            "How sure the ranks are ({node}, {}; {} replicates, seed {}; uncertain: {})",
            found.period,
            found.replicates,
            found.seed,
            found.assumptions.join(", ")
        ),
    );
    let mut sheet = Sheet::new(
        "ranks",
        title,
        &[
            ("unit", "代码", "Code"),
            ("name", "名称", "Name"),
            ("rank", "位次", "Rank"),
            ("score", "得分", "Score"),
            ("median", "位次中位数", "Median"),
            ("q05", "5%", "5 %"),
            ("q95", "95%", "95 %"),
            ("mean", "平均位次", "Mean"),
            ("ranked", "有位次占比", "Ranked"),
        ],
    );
    let first = order.first().map(|(_, it)| it.top.as_slice());
    for top in first.unwrap_or_default() {
        let k = top.k;
        let heading = Text::new(format!("前 {k} 名概率"), format!("P(rank ≤ {k})"));
        sheet.columns.push((format!("top_{k}"), heading));
    }
    for (_, it) in order {
        let mut row = vec![
            Cell::Word(it.unit.clone()),
            Cell::Word(names.unit(&it.unit)),
            Cell::rank(it.nominal),
            Cell::number(it.score, 3),
            Cell::number(it.median, 1),
            Cell::number(it.q05, 1),
            Cell::number(it.q95, 1),
            Cell::number(it.mean, 2),
            Cell::Number(it.ranked, 3),
        ];
        // Of a unit that never has a rank there is no probability of one.
        let top = |probability| it.mean.map(|_| probability);
        let tops = it.top.iter();
        row.extend(tops.map(|it| Cell::number(top(it.probability), 3)));
        sheet.rows.push(row);
    }
    sheet
}

fn neighbours(found: &Robustness, names: Names<'_>) -> Sheet {
    let share = found.probability;
    let title = Text::new(
        format!("相邻两者的先后是否稳健（概率 ≥ {share}）"),
        format!("Whether the order of neighbours is robust (probability ≥ {share})"),
    );
    let columns = [
        ("ahead", "在前", "Ahead"),
        ("ahead_name", "名称", "Name"),
        ("behind", "在后", "Behind"),
        ("behind_name", "名称", "Name"),
        ("probability", "在前的概率", "Probability"),
        ("verdict", "判断", "Verdict"),
    ];
    let mut sheet = Sheet::new("neighbours", title, &columns);
    for it in &found.neighbours {
        let verdict = match (it.is_tied, it.is_robust) {
            (true, _) => Text::new("并列", "tied"),
            (_, true) => Text::new("稳健", "robust"),
            _ => Text::new("不稳健", "not robust"),
        };
        sheet.rows.push(vec![
            Cell::Word(it.ahead.clone()),
            Cell::Word(names.unit(&it.ahead)),
            Cell::Word(it.behind.clone()),
            Cell::Word(names.unit(&it.behind)),
            Cell::number(it.probability, 3),
            Cell::Term(verdict),
        ]);
    }
    sheet
}

fn beats(found: &Robustness, a: usize, b: usize) -> Option<f64> {
    found.beats.get(a)?.get(b).copied().flatten()
}

fn pairs(found: &Robustness, order: &[(usize, &UnitRanks)], names: Names<'_>) -> Sheet {
    let title = Text::new("任意两者的先后", "Who beats whom");
    let columns = [
        ("unit", "代码", "Code"),
        ("name", "名称", "Name"),
        ("other", "对方", "Other"),
        ("other_name", "名称", "Name"),
        ("probability", "在前的概率", "Probability ahead"),
    ];
    let mut sheet = Sheet::new("pairs", title, &columns);
    for (a, one) in order {
        for (b, other) in order.iter().filter(|(b, _)| b != a) {
            sheet.rows.push(vec![
                Cell::Word(one.unit.clone()),
                Cell::Word(names.unit(&one.unit)),
                Cell::Word(other.unit.clone()),
                Cell::Word(names.unit(&other.unit)),
                Cell::number(beats(found, *a, *b), 4),
            ]);
        }
    }
    sheet
}

fn intervals_picture(
    found: &Robustness,
    order: &[(usize, &UnitRanks)],
    names: Names<'_>,
) -> anyhow::Result<String> {
    let interval = |(_, it): &(usize, &UnitRanks)| {
        Some(RankInterval {
            label: names.unit(&it.unit),
            nominal: it.nominal?,
            low: it.q05?,
            median: it.median?,
            high: it.q95?,
        })
    };
    let rows: Vec<RankInterval> = order.iter().filter_map(interval).collect();
    let absent = order.iter().filter(|it| interval(it).is_none());
    let unranked = names.unranked(absent.map(|(_, it)| it.unit.as_str()));
    let whole = names.node(&found.node);
    let title = Text::new(
        format!("位次区间（{whole}，{}）", found.period),
        format!("Rank intervals ({whole}, {})", found.period),
    );
    let note = Text::new(
        format!(
            "点为现行方法的位次，竖线为中位数，横条为 5%–95% 区间；{} 次模拟",
            found.replicates
        ),
        format!(
            "dot: rank by the method; bar: 5 % to 95 %; stroke: median; {} replicates",
            found.replicates
        ),
    );
    let words = Caption {
        title: title.get(names.lang),
        note: note.get(names.lang),
        mark: names.synthetic_mark(),
        unranked: unranked.as_deref(),
    };
    rank_intervals(words, &rows)
}

fn pairs_picture(
    found: &Robustness,
    order: &[(usize, &UnitRanks)],
    names: Names<'_>,
) -> anyhow::Result<String> {
    let labels: Vec<String> = order.iter().map(|(_, it)| names.unit(&it.unit)).collect();
    let value = |row: usize, column: usize| {
        let (a, b) = (order.get(row)?.0, order.get(column)?.0);
        beats(found, a, b)
    };
    let title = Text::new(
        format!("行在列之前的概率（{}）", found.period),
        format!("How often the row beats the column ({})", found.period),
    );
    let note = Text::new("百分比，按位次排列", "per cent, in order of rank");
    let words = Caption {
        title: title.get(names.lang),
        note: note.get(names.lang),
        mark: names.synthetic_mark(),
        unranked: None,
    };
    heat_map(words, &labels, &value)
}
