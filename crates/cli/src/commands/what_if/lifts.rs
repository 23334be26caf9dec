//! What it takes to lift a unit to a rank.

use yanzhi_engine::what_if::{Ascent, Lift, Lifts, Obstacle};
use yanzhi_kernel::Text;

use crate::commands::{
    analysis::{Analysis, Cell, Findings, Sheet, Subject},
    names::Names,
};

pub(super) fn write(found: &Lifts, analysis: &Analysis, subject: &Subject) -> anyhow::Result<()> {
    let findings = Findings {
        sheets: vec![lifts(found, subject.names())],
        json: found,
        pictures: Vec::new(),
    };
    analysis.write(subject, &findings)
}

fn lifts(found: &Lifts, names: Names<'_>) -> Sheet {
    let unit = names.unit(&found.unit);
    let now = found
        .rank_now
        .map_or_else(|| "—".to_owned(), |rank| rank.to_string());
    let (asked, period) = (found.rank_asked, &found.period);
    let title = Text::new(
        format!("{unit} 升至第 {asked} 位所需的最小变化（{period}，现为第 {now} 位）"),
        format!(
            "The smallest change that lifts {unit} to rank {asked} ({period}; rank now: {now})"
        ),
    );
    let columns = [
        ("indicator", "代码", "Code"),
        ("name", "名称", "Name"),
        ("figure_now", "现值", "Figure now"),
        ("figure", "需达到", "Figure needed"),
        ("change", "变化", "Change"),
        ("rank", "届时位次", "Rank then"),
        ("answer", "结论", "Answer"),
    ];
    let mut sheet = Sheet::new("lifts", title, &columns);
    sheet.rows = found.lifts.iter().map(|it| row(it, names)).collect();
    sheet
}

fn row(lift: &Lift, names: Names<'_>) -> Vec<Cell> {
    let (figure, change, rank) = match &lift.ascent {
        Ascent::Attained {
            figure,
            change,
            rank,
        } => (Some(*figure), Some(*change), Some(*rank)),
        Ascent::NotAttainable { best_rank, .. } => (None, None, *best_rank),
        _ => (None, None, None),
    };
    vec![
        Cell::Word(lift.indicator.clone()),
        Cell::Word(names.node(&lift.indicator)),
        Cell::number(lift.figure_now, 4),
        Cell::number(figure, 4),
        Cell::number(change, 4),
        Cell::rank(rank),
        Cell::Term(answer(&lift.ascent)),
    ]
}

fn answer(ascent: &Ascent) -> Text {
    match ascent {
        Ascent::AlreadyThere => Text::new("已达到", "already there"),
        Ascent::Attained { .. } => Text::new("可达到", "attained"),
        Ascent::NotAttainable { reason, .. } => obstacle(reason),
        _ => Text::same("—"),
    }
}

fn obstacle(reason: &Obstacle) -> Text {
    match reason {
        Obstacle::NoFigure => Text::new("达不到：没有数据", "not attainable: there is no figure"),
        Obstacle::NoEffect => Text::new(
            "达不到：已到封顶，或该指标没有权重",
            "not attainable: at its cap already, or it weighs nothing",
        ),
        Obstacle::Capped { from } => Text::new(
            format!("达不到：约 {from:.4} 以后得分不再提高"),
            format!("not attainable: from about {from:.4} on the score rises no more"),
        ),
        Obstacle::Limit { figure } => Text::new(
            format!("达不到：直到允许的 {figure:.4} 仍不够"),
            format!("not attainable: not even at {figure:.4}, the last that may be tried"),
        ),
        Obstacle::Refused { figure, reason } => Text::new(
            format!("达不到：取 {figure:.4} 时无法计算（{reason}）"),
            format!("not attainable: cannot be computed at {figure:.4} ({reason})"),
        ),
        _ => Text::new("达不到", "not attainable"),
    }
}
