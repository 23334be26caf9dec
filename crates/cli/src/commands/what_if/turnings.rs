//! How far each weight can move before the leader changes.

use yanzhi_engine::what_if::{Found, Turn, Turning, TurningPoints};
use yanzhi_kernel::Text;

use crate::commands::{
    analysis::{Analysis, Cell, Findings, Sheet, Subject},
    names::Names,
};

pub(super) fn write(
    found: &TurningPoints,
    analysis: &Analysis,
    subject: &Subject,
) -> anyhow::Result<()> {
    let findings = Findings {
        sheets: vec![turnings(found, subject.names())],
        json: found,
        pictures: Vec::new(),
    };
    analysis.write(subject, &findings)
}

fn turnings(found: &TurningPoints, names: Names<'_>) -> Sheet {
    let leaders = units(&found.leaders, names);
    let title = Text::new(
        format!("权重变到多少会换第一（{}，现为 {leaders}）", found.period),
        format!(
            "How far a weight can move before the leader changes ({}; now {leaders})",
            found.period
        ),
    );
    let columns = [
        ("node", "代码", "Code"),
        ("name", "名称", "Name"),
        ("weight", "权重", "Weight"),
        ("share", "同级占比", "Share"),
        ("down_share", "降至占比", "Down to share"),
        ("down_weight", "即权重", "Weight"),
        ("down_leaders", "则第一为", "Then first"),
        ("up_share", "升至占比", "Up to share"),
        ("up_weight", "即权重", "Weight"),
        ("up_leaders", "则第一为", "Then first"),
        ("found", "求法", "Found"),
    ];
    let mut sheet = Sheet::new("turnings", title, &columns);
    sheet.rows = found.nodes.iter().map(|it| row(it, names)).collect();
    sheet
}

fn row(turning: &Turning, names: Names<'_>) -> Vec<Cell> {
    let mut row = vec![
        Cell::Word(turning.node.clone()),
        Cell::Word(names.node(&turning.node)),
        Cell::Number(turning.weight, 3),
        Cell::Number(turning.share, 3),
    ];
    for turn in [&turning.down, &turning.up] {
        row.extend(of_turn(turn.as_ref(), names));
    }
    row.push(Cell::Term(how(turning.found)));
    row
}

fn of_turn(turn: Option<&Turn>, names: Names<'_>) -> [Cell; 3] {
    turn.map_or([Cell::Missing, Cell::Missing, Cell::Missing], |turn| {
        [
            Cell::Number(turn.share, 4),
            Cell::number(turn.weight, 4),
            Cell::Word(units(&turn.leaders, names)),
        ]
    })
}

fn units(codes: &[String], names: Names<'_>) -> String {
    let names: Vec<String> = codes.iter().map(|code| names.unit(code)).collect();
    names.join(", ")
}

fn how(found: Found) -> Text {
    let (zh, en) = match found {
        Found::Exact => ("精确", "exact"),
        Found::Bisection => ("二分", "bisection"),
        Found::Alone => ("没有同级", "no siblings"),
        _ => ("—", "—"),
    };
    Text::new(zh, en)
}
