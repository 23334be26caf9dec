//! The index without each of its parts.

use yanzhi_engine::what_if::{Comparison, Dropped, Drops, Outcome};
use yanzhi_kernel::Text;

use super::comparison::{SHIFT_COLUMNS, shift_row};
use crate::{
    commands::{
        analysis::{Analysis, Cell, Findings, Picture, Sheet, Subject},
        names::Names,
    },
    plot::{Bar, Caption, bars},
};

pub(super) fn write(found: &Drops, analysis: &Analysis, subject: &Subject) -> anyhow::Result<()> {
    let names = subject.names();
    let findings = Findings {
        sheets: vec![drops(found, names), shifts(found, names).only_when_named()],
        json: found,
        pictures: vec![Picture::new("drops", picture(found, names)?)],
    };
    analysis.write(subject, &findings)
}

fn drops(found: &Drops, names: Names<'_>) -> Sheet {
    let title = Text::new(
        format!("逐个去掉之后的位次（{}）", found.period),
        format!("The ranks without each part ({})", found.period),
    );
    let columns = [
        ("node", "去掉", "Without"),
        ("name", "名称", "Name"),
        ("mean_abs_rank_change", "平均位次变化", "Mean shift of rank"),
        ("max_abs_rank_change", "最大位次变化", "Largest shift"),
        ("spearman", "斯皮尔曼 ρ", "Spearman's ρ"),
        ("leaders_after", "新第一", "First then"),
        ("refused", "无法计算", "Cannot be computed"),
    ];
    let mut sheet = Sheet::new("drops", title, &columns);
    sheet.rows = found.dropped.iter().map(|it| drop_row(it, names)).collect();
    sheet
}

fn drop_row(dropped: &Dropped, names: Names<'_>) -> Vec<Cell> {
    let mut row = vec![
        Cell::Word(dropped.node.clone()),
        Cell::Word(names.node(&dropped.node)),
    ];
    row.extend(match &dropped.outcome {
        Outcome::Compared(it) => {
            let leaders = it.leaders_after.iter().map(|code| names.unit(code));
            [
                Cell::number(it.mean_abs_rank_change, 3),
                it.max_abs_rank_change.map_or(Cell::Missing, Cell::Count),
                Cell::number(it.spearman, 3),
                Cell::Word(leaders.collect::<Vec<_>>().join(", ")),
                Cell::Word(String::new()),
            ]
        }
        Outcome::Refused { reason } => [
            Cell::Missing,
            Cell::Missing,
            Cell::Missing,
            Cell::Word(String::new()),
            Cell::Word(reason.clone()),
        ],
    });
    row
}

fn compared(found: &Drops) -> impl Iterator<Item = (&str, &Comparison)> {
    found.dropped.iter().filter_map(|it| match &it.outcome {
        Outcome::Compared(comparison) => Some((it.node.as_str(), comparison)),
        Outcome::Refused { .. } => None,
    })
}

fn shifts(found: &Drops, names: Names<'_>) -> Sheet {
    let mut columns = vec![("without", "去掉", "Without")];
    columns.extend(SHIFT_COLUMNS);
    let title = Text::new(
        "逐个去掉之后每个评价对象的位次",
        "The rank of each unit without each part",
    );
    let mut sheet = Sheet::new("shifts", title, &columns);
    for (node, comparison) in compared(found) {
        for shift in &comparison.units {
            let mut row = vec![Cell::Word(node.to_owned())];
            row.extend(shift_row(shift, names));
            sheet.rows.push(row);
        }
    }
    sheet
}

fn picture(found: &Drops, names: Names<'_>) -> anyhow::Result<String> {
    let bar = |(node, comparison): (&str, &Comparison)| {
        let value = comparison.mean_abs_rank_change?;
        Some(Bar {
            label: names.node(node),
            value,
            interval: None,
        })
    };
    let title = Text::new(
        format!("逐个去掉之后的平均位次变化（{}）", found.period),
        format!("Mean shift of rank without each part ({})", found.period),
    );
    let note = Text::new(
        "越长，名次越取决于它",
        "the longer, the more the ranks hang on it",
    );
    let words = Caption {
        title: title.get(names.lang),
        note: note.get(names.lang),
        mark: names.synthetic_mark(),
        unranked: None,
    };
    bars(words, &[("", compared(found).filter_map(bar).collect())])
}
