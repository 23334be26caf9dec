//! Tables as files: CSV for machines, CSV and Excel for people.

use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};
use serde::Serialize;
use yanzhi_engine::Index;
use yanzhi_kernel::Lang;
use yanzhi_web_kit::harmless;

use crate::{ScoringError, service::is_absent};

/// One score, as `yanzhi score` writes it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScoreRow {
    /// The period.
    pub period: String,
    /// The code of the unit.
    pub unit: String,
    /// The code of the node.
    pub node: String,
    /// 0 is the index, 1 its dimensions, and so on.
    pub level: usize,
    /// The score; empty when it is missing.
    pub score: Option<f64>,
    /// The rank among all units.
    pub rank: Option<u32>,
    /// Places gained (positive) or lost (negative) against the previous period.
    pub rank_change: Option<i32>,
}

/// Every score of a period, or of all, in the order period, node, unit. Units that have no figure at all in a
/// period are left out of it.
pub fn score_rows(index: &Index, only_period: Option<usize>) -> Vec<ScoreRow> {
    let periods =
        (0..index.periods().len()).filter(|it| only_period.is_none_or(|only| only == *it));
    let mut rows = Vec::new();
    for period in periods {
        for (node, details) in index.nodes().iter().enumerate() {
            for (unit, scored) in index.units().iter().enumerate() {
                if is_absent(index, period, unit) {
                    continue;
                }
                rows.push(ScoreRow {
                    period: index.periods().get(period).cloned().unwrap_or_default(),
                    unit: scored.code.clone(),
                    node: details.code.clone(),
                    level: index.framework().level(node).unwrap_or_default(),
                    score: index.score(period, node, unit),
                    rank: index.rank(period, node, unit),
                    rank_change: index.rank_change(period, node, unit),
                });
            }
        }
    }
    rows
}

/// Scores as CSV with the columns `period,unit,node,level,score,rank,rank_change`.
///
/// # Errors
/// [`ScoringError::Export`].
pub fn scores_to_csv(rows: &[ScoreRow]) -> Result<Vec<u8>, ScoringError> {
    let mut csv = csv::Writer::from_writer(Vec::new());
    for row in rows {
        csv.serialize(row).map_err(broken)?;
    }
    csv.into_inner().map_err(broken)
}

/// Scores as an Excel workbook with the same columns.
///
/// # Errors
/// [`ScoringError::Export`].
pub fn scores_to_xlsx(rows: &[ScoreRow]) -> Result<Vec<u8>, ScoringError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let write = |sheet: &mut Worksheet| -> Result<(), XlsxError> {
        sheet.set_name("scores")?.set_freeze_panes(1, 0)?;
        let heading = Format::new().set_bold();
        let columns = [
            "period",
            "unit",
            "node",
            "level",
            "score",
            "rank",
            "rank_change",
        ];
        sheet.write_row_with_format(0, 0, columns, &heading)?;
        for (line, row) in (1_u32..).zip(rows) {
            sheet.write_row(line, 0, [&row.period, &row.unit, &row.node])?;
            sheet.write(line, 3, u32::try_from(row.level).unwrap_or(u32::MAX))?;
            sheet.write(line, 4, row.score)?;
            sheet.write(line, 5, row.rank)?;
            sheet.write(line, 6, row.rank_change)?;
        }
        sheet.autofilter(0, 0, u32::try_from(rows.len()).unwrap_or(u32::MAX), 6)?;
        Ok(())
    };
    write(sheet).map_err(broken)?;
    workbook.save_to_buffer().map_err(broken)
}

/// A league table as a file for people.
#[derive(Clone, Debug, PartialEq)]
pub struct LeagueSheet {
    /// What it shows.
    pub title: String,
    /// The language of the headings.
    pub lang: Lang,
    /// Whether only a group is shown.
    pub has_group: bool,
    /// Whether generated figures went into it.
    pub is_synthetic: bool,
    /// The names of the children.
    pub children: Vec<String>,
    /// The units by rank.
    pub rows: Vec<SheetRow>,
    /// The fingerprint of the result.
    pub content_hash: String,
    /// The fingerprint of the figures.
    pub data_version: String,
}

/// One unit of a [`LeagueSheet`].
#[derive(Clone, Debug, PartialEq)]
pub struct SheetRow {
    /// The code of the unit.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its score.
    pub score: Option<f64>,
    /// Its rank.
    pub rank: Option<u32>,
    /// Its rank in the group shown.
    pub group_rank: Option<u32>,
    /// Places gained or lost.
    pub rank_change: Option<i32>,
    /// Points gained or lost.
    pub score_change: Option<f64>,
    /// The scores in the children.
    pub children: Vec<Option<f64>>,
    /// Why there is no score.
    pub missing: Option<String>,
}

impl LeagueSheet {
    fn words(&self, zh: &'static str, en: &'static str) -> &'static str {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    fn headings(&self) -> Vec<String> {
        let mut headings = vec![self.words("位次", "Rank").to_owned()];
        if self.has_group {
            headings.push(self.words("组内位次", "Rank in group").to_owned());
        }
        for (zh, en) in [
            ("代码", "Code"),
            ("名称", "Name"),
            ("得分", "Score"),
            ("位次变化（进位为正）", "Rank change (gained is positive)"),
            ("得分变化", "Score change"),
        ] {
            headings.push(self.words(zh, en).to_owned());
        }
        headings.extend(self.children.iter().cloned());
        headings.push(self.words("缺失原因", "Why missing").to_owned());
        headings
    }

    /// What a reader of the file must know.
    fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        if self.is_synthetic {
            notes.push(
                self.words(
                    "演示数据：数值为生成，非真实统计",
                    "Synthetic demonstration data, not real statistics",
                )
                .to_owned(),
            );
        }
        notes.push(format!(
            "{}: {}",
            self.words("结果指纹", "Result hash"),
            self.content_hash
        ));
        notes.push(format!(
            "{}: {}",
            self.words("数据版本", "Data version"),
            self.data_version
        ));
        notes
    }

    /// CSV in UTF-8 with a byte order mark, as Excel wants it. The notes follow the table.
    ///
    /// # Errors
    /// [`ScoringError::Export`].
    pub fn to_csv(&self) -> Result<Vec<u8>, ScoringError> {
        let mut csv = csv::WriterBuilder::new()
            .flexible(true)
            .from_writer("\u{feff}".as_bytes().to_vec());
        csv.write_record(self.headings().iter().map(|text| harmless(text)))
            .map_err(broken)?;
        for row in &self.rows {
            csv.write_record(self.cells(row)).map_err(broken)?;
        }
        for note in self.notes() {
            csv.write_record([harmless(&note)]).map_err(broken)?;
        }
        csv.into_inner().map_err(broken)
    }

    fn cells(&self, row: &SheetRow) -> Vec<String> {
        let number = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
        let rank = |value: Option<u32>| value.map(|value| value.to_string()).unwrap_or_default();
        let mut cells = vec![rank(row.rank)];
        if self.has_group {
            cells.push(rank(row.group_rank));
        }
        cells.push(harmless(&row.code));
        cells.push(harmless(&row.name));
        cells.push(number(row.score));
        cells.push(
            row.rank_change
                .map(|change| change.to_string())
                .unwrap_or_default(),
        );
        cells.push(number(row.score_change));
        cells.extend(row.children.iter().map(|score| number(*score)));
        cells.push(row.missing.as_deref().map(harmless).unwrap_or_default());
        cells
    }

    /// An Excel workbook: title, notes, then the table with typed cells.
    ///
    /// # Errors
    /// [`ScoringError::Export`].
    pub fn to_xlsx(&self) -> Result<Vec<u8>, ScoringError> {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        self.write(sheet).map_err(broken)?;
        workbook.save_to_buffer().map_err(broken)
    }

    fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let bold = Format::new().set_bold();
        let heading = bold
            .clone()
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter);
        let two_decimals = Format::new().set_num_format("0.00");
        sheet.set_name(self.words("晾晒榜", "League table"))?;
        sheet.write_with_format(0, 0, &self.title, &bold)?;
        let mut line = 1;
        for note in self.notes() {
            sheet.write(line, 0, note)?;
            line += 1;
        }
        sheet.write_row_with_format(line, 0, self.headings(), &heading)?;
        sheet.set_freeze_panes(line + 1, 0)?;
        for row in &self.rows {
            line += 1;
            let mut column = 0;
            let mut ranks = vec![row.rank];
            ranks.extend(self.has_group.then_some(row.group_rank));
            for rank in ranks {
                sheet.write(line, column, rank)?;
                column += 1;
            }
            sheet.write(line, column, &row.code)?;
            sheet.write(line, column + 1, &row.name)?;
            sheet.write_with_format(line, column + 2, row.score, &two_decimals)?;
            sheet.write(line, column + 3, row.rank_change)?;
            sheet.write_with_format(line, column + 4, row.score_change, &two_decimals)?;
            column += 5;
            for score in &row.children {
                sheet.write_with_format(line, column, *score, &two_decimals)?;
                column += 1;
            }
            sheet.write(line, column, row.missing.as_deref())?;
        }
        sheet.set_column_width(if self.has_group { 3 } else { 2 }, 16)?;
        Ok(())
    }
}

fn broken(reason: impl std::fmt::Display) -> ScoringError {
    ScoringError::Export(reason.to_string())
}
