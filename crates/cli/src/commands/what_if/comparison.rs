//! Two runs side by side, and what moved one unit.

use serde::Serialize;
use yanzhi_engine::what_if::{
    By, Cause, CauseBasis, Causes, Change, Comparison, Overtaking, Shift,
};
use yanzhi_kernel::Text;

use crate::{
    commands::{
        analysis::{Analysis, Cell, Findings, Picture, Sheet, Subject},
        names::Names,
    },
    plot::{Caption, RankShift, rank_shifts},
};

/// What came of the changes.
#[derive(Debug, Serialize)]
pub(super) struct Compared {
    /// What was changed; nothing between two periods.
    pub(super) changes: Vec<Change>,
    /// The same in words.
    #[serde(skip)]
    pub(super) described: String,
    /// All units.
    pub(super) comparison: Comparison,
    /// One unit.
    pub(super) causes: Option<Causes>,
}

impl Compared {
    pub(super) fn write(&self, analysis: &Analysis, subject: &Subject) -> anyhow::Result<()> {
        let names = subject.names();
        let mut sheets = vec![self.shifts(names), self.summary(names)];
        if let Some(found) = &self.causes {
            sheets.push(causes(found, names));
            sheets.push(overtakings(found, names));
        }
        let findings = Findings {
            sheets,
            json: self,
            pictures: vec![Picture::new("shifts", self.picture(names)?)],
        };
        analysis.write(subject, &findings)
    }

    /// Of what, in which period or between which two, and what was changed.
    fn place(&self, names: Names<'_>) -> Text {
        let found = &self.comparison;
        let node = names.node(&found.node);
        let (before, after) = (&found.period_before, &found.period_after);
        let mut place = if before == after {
            Text::new(format!("{node}，{after}"), format!("{node}, {after}"))
        } else {
            Text::new(
                format!("{node}，{before} 至 {after}"),
                format!("{node}, {before} to {after}"),
            )
        };
        if !self.described.is_empty() {
            place.zh = format!("{}；{}", place.zh, self.described);
            place.en = format!("{}; {}", place.en, self.described);
        }
        place
    }

    fn shifts(&self, names: Names<'_>) -> Sheet {
        let mut sheet = Sheet::new("shifts", self.title(names), &SHIFT_COLUMNS);
        let rows = in_order(&self.comparison).into_iter();
        sheet.rows = rows.map(|shift| shift_row(shift, names)).collect();
        sheet
    }

    fn title(&self, names: Names<'_>) -> Text {
        let Text { zh, en } = self.place(names);
        Text::new(
            format!("位次变化（{zh}）"),
            format!("Shifts of rank ({en})"),
        )
    }

    fn summary(&self, names: Names<'_>) -> Sheet {
        let found = &self.comparison;
        let Text { zh, en } = self.place(names);
        let mut sheet = Sheet::new(
            "summary",
            Text::new(
                format!("两次结果的一致程度（{zh}）"),
                format!("How much the two orders have in common ({en})"),
            ),
            &[
                ("leaders_before", "原第一", "First before"),
                ("leaders_after", "新第一", "First after"),
                ("mean_abs_rank_change", "平均位次变化", "Mean shift of rank"),
                ("max_abs_rank_change", "最大位次变化", "Largest shift"),
                ("spearman", "斯皮尔曼 ρ", "Spearman's ρ"),
                ("kendall", "肯德尔 τ", "Kendall's τ"),
            ],
        );
        let all = |codes: &[String]| {
            let names: Vec<String> = codes.iter().map(|code| names.unit(code)).collect();
            Cell::Word(names.join(", "))
        };
        sheet.rows = vec![vec![
            all(&found.leaders_before),
            all(&found.leaders_after),
            Cell::number(found.mean_abs_rank_change, 3),
            found.max_abs_rank_change.map_or(Cell::Missing, Cell::Count),
            Cell::number(found.spearman, 3),
            Cell::number(found.kendall, 3),
        ]];
        sheet
    }

    fn picture(&self, names: Names<'_>) -> anyhow::Result<String> {
        let order = in_order(&self.comparison);
        let shift = |it: &&Shift| {
            Some(RankShift {
                label: names.unit(&it.unit),
                before: it.rank_before?,
                after: it.rank_after?,
            })
        };
        let shifts: Vec<RankShift> = order.iter().filter_map(shift).collect();
        let absent = order.iter().filter(|it| shift(it).is_none());
        let unranked = names.unranked(absent.map(|it| it.unit.as_str()));
        let title = self.title(names);
        let note = if unranked.is_none() {
            Text::new(
                "左为原位次，右为新位次；蓝为进位，红为退位",
                "left the rank before, right the rank after; blue gained, red lost",
            )
        } else {
            Text::new(
                "左为原位次，右为新位次；在两次均有位次者中，蓝为进位，红为退位",
                "left the rank before, right the rank after; among those ranked both times, blue gained, red lost",
            )
        };
        let words = Caption {
            title: title.get(names.lang),
            note: note.get(names.lang),
            mark: names.synthetic_mark(),
            unranked: unranked.as_deref(),
        };
        rank_shifts(words, &shifts)
    }
}

/// By the rank after, then before.
fn in_order(found: &Comparison) -> Vec<&Shift> {
    let mut units: Vec<&Shift> = found.units.iter().collect();
    let last = |rank: Option<u32>| rank.unwrap_or(u32::MAX);
    units.sort_by_key(|it| (last(it.rank_after), last(it.rank_before)));
    units
}

/// The rows of a comparison, as other tables show them too.
pub(super) fn shift_row(shift: &Shift, names: Names<'_>) -> Vec<Cell> {
    vec![
        Cell::Word(shift.unit.clone()),
        Cell::Word(names.unit(&shift.unit)),
        Cell::rank(shift.rank_before),
        Cell::rank(shift.rank_after),
        shift.rank_change.map_or(Cell::Missing, Cell::Count),
        Cell::number(shift.score_before, 3),
        Cell::number(shift.score_after, 3),
        Cell::number(shift.score_change, 3),
    ]
}

/// The columns of [`shift_row`].
pub(super) const SHIFT_COLUMNS: [(&str, &str, &str); 8] = [
    ("unit", "代码", "Code"),
    ("name", "名称", "Name"),
    ("rank_before", "原位次", "Rank before"),
    ("rank_after", "新位次", "Rank after"),
    ("rank_change", "进退位", "Places gained"),
    ("score_before", "原得分", "Score before"),
    ("score_after", "新得分", "Score after"),
    ("score_change", "得分变化", "Points gained"),
];

fn causes(found: &Causes, names: Names<'_>) -> Sheet {
    let basis = match found.basis {
        CauseBasis::Points => Text::new(
            "各项相加等于得分变化",
            "they add up to the change of the score",
        ),
        CauseBasis::Secant => Text::new(
            "各项相加等于得分变化；非算术平均按割线分摊",
            "they add up to the change of the score; where a mean is not arithmetic, by its secant",
        ),
        _ => Text::new(
            "各项相加等于得分变化；有的节点不能再分解",
            "they add up to the change of the score; some node does not come apart",
        ),
    };
    let unit = names.unit(&found.unit);
    let title = Text::new(
        format!("{unit} 得分变化的原因（{}）", basis.zh),
        format!("What moved {unit} ({})", basis.en),
    );
    let columns = [
        ("node", "代码", "Code"),
        ("name", "名称", "Name"),
        ("by", "原因", "Cause"),
        ("points", "分", "Points"),
    ];
    let mut sheet = Sheet::new("causes", title, &columns);
    let row = |it: &Cause| {
        vec![
            Cell::Word(it.node.clone()),
            Cell::Word(names.node(&it.node)),
            Cell::Term(by(it.by)),
            Cell::Number(it.points, 3),
        ]
    };
    sheet.rows = found.causes.iter().map(row).collect();
    sheet
}

fn by(by: By) -> Text {
    let (zh, en) = match by {
        By::Figure => ("数据变化", "figure"),
        By::Scale => ("标尺变化", "scale"),
        By::Weight => ("权重变化", "weight"),
        By::Presence => ("有无变化", "presence"),
        By::Rule => ("规则变化", "rule"),
        By::Adjustment => ("加减分", "adjustment"),
        _ => ("得分变化", "node"),
    };
    Text::new(zh, en)
}

fn overtakings(found: &Causes, names: Names<'_>) -> Sheet {
    let unit = names.unit(&found.unit);
    let title = Text::new(
        format!("{unit} 超过了谁、被谁超过"),
        format!("Whom {unit} passed, and who passed it"),
    );
    let columns = [
        ("unit", "代码", "Code"),
        ("name", "名称", "Name"),
        ("way", "方向", "Way"),
        ("gap_before", "原分差", "Gap before"),
        ("gap_after", "新分差", "Gap after"),
        ("main_cause", "主要原因", "Main cause"),
        ("points", "分", "Points"),
    ];
    let mut sheet = Sheet::new("overtakings", title, &columns);
    let row = |way: Text| {
        move |it: &Overtaking| {
            let main = it.causes.first();
            vec![
                Cell::Word(it.unit.clone()),
                Cell::Word(names.unit(&it.unit)),
                Cell::Term(way.clone()),
                Cell::Number(it.gap_before, 3),
                Cell::Number(it.gap_after, 3),
                main.map_or(Cell::Missing, |it| Cell::Word(names.node(&it.node))),
                Cell::number(main.map(|it| it.points), 3),
            ]
        }
    };
    let passed = found.passed.iter().map(row(Text::new("超过", "passed")));
    let passed_by = found
        .passed_by
        .iter()
        .map(row(Text::new("被超过", "passed by")));
    sheet.rows = passed.chain(passed_by).collect();
    sheet
}
