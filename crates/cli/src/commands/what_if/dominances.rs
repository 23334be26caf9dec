//! Who beats whom whatever the weights, and which ranks each unit can have.

use yanzhi_engine::what_if::{AttainableRanks, Dominance, WeightBounds};
use yanzhi_kernel::{Lang, Text};

use crate::{
    commands::{
        analysis::{Analysis, Cell, Findings, Picture, Sheet, Subject},
        names::Names,
    },
    plot::{Caption, RankInterval, rank_intervals},
};

pub(super) fn write(
    found: &Dominance,
    bounds: &WeightBounds,
    analysis: &Analysis,
    subject: &Subject,
) -> anyhow::Result<()> {
    let names = subject.names();
    let within = within(bounds);
    let mut order: Vec<&AttainableRanks> = found.ranks.iter().collect();
    order.sort_by_key(|it| it.rank);
    let findings = Findings {
        sheets: vec![
            ranks(found, &order, &within, names),
            pairs(found, names).only_when_named(),
        ],
        json: found,
        pictures: vec![Picture::new(
            "ranks",
            picture(found, &order, &within, names)?,
        )],
    };
    analysis.write(subject, &findings)
}

/// How far the weights may move, as a title says it.
fn within(bounds: &WeightBounds) -> Text {
    bounds.spread.map_or_else(
        || Text::new("权重任意", "any weights"),
        |spread| {
            Text::new(
                format!("各占比在自身的 ±{spread} 倍内变动"),
                format!("each share within ±{spread} of itself"),
            )
        },
    )
}

fn ranks(found: &Dominance, order: &[&AttainableRanks], within: &Text, names: Names<'_>) -> Sheet {
    let left_out: Vec<String> = found.left_out.iter().map(|code| names.unit(code)).collect();
    let (zh, en) = if left_out.is_empty() {
        (String::new(), String::new())
    } else {
        (
            format!("；缺数未参与：{}", left_out.join("、")),
            format!(
                "; not judged because of missing scores: {}",
                left_out.join(", ")
            ),
        )
    };
    let title = Text::new(
        format!(
            "权重在界限内变动时可能的位次（{}；{}{zh}）",
            found.period, within.zh
        ),
        format!(
            "The ranks each unit can have with weights within the bounds ({}; {}{en})",
            found.period, within.en
        ),
    );
    let columns = [
        ("unit", "代码", "Code"),
        ("name", "名称", "Name"),
        ("rank", "现位次", "Rank"),
        ("best", "最好可达", "Best attained"),
        ("best_bound", "不会好于", "Never better than"),
        ("worst", "最差可达", "Worst attained"),
        ("worst_bound", "不会差于", "Never worse than"),
    ];
    let mut sheet = Sheet::new("ranks", title, &columns);
    let row = |it: &&AttainableRanks| {
        vec![
            Cell::Word(it.unit.clone()),
            Cell::Word(names.unit(&it.unit)),
            Cell::rank(Some(it.rank)),
            Cell::rank(Some(it.best.attained)),
            Cell::rank(Some(it.best.bound)),
            Cell::rank(Some(it.worst.attained)),
            Cell::rank(Some(it.worst.bound)),
        ]
    };
    sheet.rows = order.iter().map(row).collect();
    sheet
}

fn pairs(found: &Dominance, names: Names<'_>) -> Sheet {
    let title = Text::new("任意两者：能否胜过", "Who can beat whom");
    let columns = [
        ("unit", "代码", "Code"),
        ("name", "名称", "Name"),
        ("other", "对方", "Other"),
        ("other_name", "名称", "Name"),
        ("beats", "胜过", "Beats"),
    ];
    let mut sheet = Sheet::new("pairs", title, &columns);
    let is = |matrix: &[Vec<bool>], a: usize, b: usize| {
        matrix.get(a).and_then(|row| row.get(b)).copied() == Some(true)
    };
    for (a, one) in found.units.iter().enumerate() {
        for (b, other) in found.units.iter().enumerate().filter(|(b, _)| *b != a) {
            let how = match (is(&found.necessary, a, b), is(&found.possible, a, b)) {
                (true, _) => Text::new("总是", "always"),
                (_, true) => Text::new("可能", "possibly"),
                _ => Text::new("从不", "never"),
            };
            sheet.rows.push(vec![
                Cell::Word(one.clone()),
                Cell::Word(names.unit(one)),
                Cell::Word(other.clone()),
                Cell::Word(names.unit(other)),
                Cell::Term(how),
            ]);
        }
    }
    sheet
}

fn picture(
    found: &Dominance,
    order: &[&AttainableRanks],
    within: &Text,
    names: Names<'_>,
) -> anyhow::Result<String> {
    let interval = |it: &&AttainableRanks| RankInterval {
        label: names.unit(&it.unit),
        nominal: it.rank,
        low: it.best.attained.into(),
        median: it.rank.into(),
        high: it.worst.attained.into(),
    };
    let unranked = names.unranked(found.left_out.iter().map(String::as_str));
    let rows: Vec<RankInterval> = order.iter().map(interval).collect();
    let (title, note) = match names.lang {
        Lang::Zh => (
            format!("可能的位次（{}；{}）", found.period, within.zh),
            "点为现位次；横条为权重在界限内变动时可达到的位次",
        ),
        Lang::En => (
            format!("Attainable ranks ({}; {})", found.period, within.en),
            "dot: rank now; bar: ranks attained with weights within the bounds",
        ),
    };
    let words = Caption {
        title: &title,
        note,
        mark: names.synthetic_mark(),
        unranked: unranked.as_deref(),
    };
    rank_intervals(words, &rows)
}
