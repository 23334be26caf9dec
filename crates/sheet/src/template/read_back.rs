//! Reads a template that was filled in, and takes nothing of it unless all of it is what was sent out.

use std::collections::BTreeMap;

use yanzhi_kernel::Text;

use super::{
    CODE_ROW, COLUMNS, EXPLANATION, FIRST_ROW, Form, HEADING_ROW, KEY, MISSING, VALUE, sheet_name,
};
use crate::cell::{Address, CellValue};
use crate::fault::{Place, shown};
use crate::reported::{Reported, read_cell};
use crate::sheets::{FileKind, Sheet, Sheets};

/// What was filled in for a row of the form.
#[derive(Clone, Debug, PartialEq)]
pub struct FilledCell {
    /// The key of the row.
    pub key: String,
    /// Where its figure stands.
    pub at: Address,
    /// What it reports.
    pub reported: Reported,
    /// Why there is no figure: a code of the form's reasons.
    pub missing: Option<String>,
    /// What a reviewer should know.
    pub explanation: Option<String>,
}

/// What is wrong with a template that came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormFault {
    /// The kind of fault as a stable word.
    pub code: &'static str,
    /// Where.
    pub place: Place,
    /// What is wrong.
    pub what: Text,
    /// What to do about it.
    pub remedy: Text,
}

/// What was filled in, in the order of the form.
///
/// # Errors
/// Everything that is wrong, by place. A wrong template alone is said first and nothing else is looked at.
pub fn read_back(sheets: &Sheets, form: &Form) -> Result<Vec<FilledCell>, Vec<FormFault>> {
    let sheet = the_sheet(sheets, form)?;
    let reading = Reading { sheet, form };
    let wrong = reading.wrong_identity();
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let mut faults = reading.wrong_layout(sheets);
    let mut filled = Vec::new();
    for position in 0..form.rows.len() {
        match reading.row(position) {
            Ok(row) => filled.push(row),
            Err(more) => faults.extend(more),
        }
    }
    if faults.is_empty() {
        Ok(filled)
    } else {
        Err(faults)
    }
}

fn the_sheet<'s>(sheets: &'s Sheets, form: &Form) -> Result<&'s Sheet, Vec<FormFault>> {
    let names = [
        sheet_name(yanzhi_kernel::Lang::Zh),
        sheet_name(yanzhi_kernel::Lang::En),
    ];
    let ours = sheets
        .list
        .iter()
        .find(|it| names.contains(&it.head.name.as_str()));
    let found = if sheets.kind == FileKind::Delimited {
        sheets.list.first()
    } else {
        ours
    };
    found.ok_or_else(|| {
        vec![fault(
            "template_sheet_missing",
            Place::default(),
            (
                format!("没有名为“{}”的工作表", sheet_name(form.lang)),
                format!("there is no sheet called \"{}\"", sheet_name(form.lang)),
            ),
            DOWNLOAD,
        )]
    })
}

type Words = (&'static str, &'static str);
const DOWNLOAD: Words = (
    "请下载本轮次的模板，把填好的数粘贴进去再上传",
    "download the template of this round, paste the figures into it and send it again",
);
const AS_IT_WAS: Words = (
    "请恢复模板原有的行、列和表头，或重新下载模板",
    "restore rows, columns and headers as they were, or download the template again",
);

fn fault(code: &'static str, place: Place, what: (String, String), remedy: Words) -> FormFault {
    FormFault {
        code,
        place,
        what: Text::new(what.0, what.1),
        remedy: Text::new(remedy.0, remedy.1),
    }
}

struct Reading<'r> {
    sheet: &'r Sheet,
    form: &'r Form,
}

impl Reading<'_> {
    fn place(&self, at: Address) -> Place {
        Place::cell(&self.sheet.head.name, at)
    }

    fn value(&self, row: u32, column: u16) -> Option<&CellValue> {
        self.sheet
            .cell(Address { row, column })
            .map(|cell| &cell.value)
    }

    /// What a cell of text says, without the space around it. Excel may have made a number of a code.
    fn text(&self, row: u32, column: u16) -> String {
        match self.value(row, column) {
            Some(CellValue::Text(text)) => text.trim().to_owned(),
            Some(CellValue::Number(number)) => number.to_string(),
            _ => String::new(),
        }
    }

    /// Lines of the head that say something else than this form's.
    fn wrong_identity(&self) -> Vec<FormFault> {
        let lines = (1..).zip(self.form.identity.lines());
        let wrong = lines.filter(|(row, line)| self.text(*row, 2) != line.value);
        let say = |(row, line): (u32, super::HeadLine)| {
            let found = shown(&self.text(row, 2));
            let (label, value) = (&line.label, &line.value);
            fault(
                "template_wrong",
                self.place(Address { row, column: 2 }),
                (
                    format!("模板的{}是“{found}”，应为“{value}”", label.zh),
                    format!(
                        "the template is for {} \"{found}\", not \"{value}\"",
                        label.en.to_lowercase()
                    ),
                ),
                DOWNLOAD,
            )
        };
        wrong.map(say).collect()
    }

    /// Headers, keys and sheets that are not where they were.
    fn wrong_layout(&self, sheets: &Sheets) -> Vec<FormFault> {
        let mut faults = self.wrong_headers();
        for other in sheets
            .list
            .iter()
            .filter(|it| it.head.name != self.sheet.head.name)
        {
            if !other.cells.is_empty() {
                let name = shown(&other.head.name);
                let what = (
                    format!("多出工作表“{name}”"),
                    format!("there is another sheet, \"{name}\""),
                );
                let remedy = (
                    "删去这张工作表；其中的数不会被读取",
                    "delete the sheet; its figures would not be read",
                );
                faults.push(fault(
                    "template_sheet_extra",
                    Place::sheet(&name),
                    what,
                    remedy,
                ));
            }
        }
        let table = |row: u32| row >= CODE_ROW;
        for area in self
            .sheet
            .head
            .merged
            .iter()
            .filter(|area| table(area.last.row))
        {
            let what = (
                format!("单元格 {area} 被合并"),
                format!("the cells {area} were merged"),
            );
            faults.push(fault(
                "template_merged",
                self.place(area.first),
                what,
                AS_IT_WAS,
            ));
        }
        faults.extend(self.wrong_keys());
        faults
    }

    fn wrong_headers(&self) -> Vec<FormFault> {
        let mut faults = Vec::new();
        for (column, expected) in (0..).zip(&COLUMNS) {
            let at = Address {
                row: CODE_ROW,
                column,
            };
            let found = self.text(CODE_ROW, column);
            let heading = self.text(HEADING_ROW, column);
            let is_heading = [expected.zh, expected.en].contains(&heading.as_str());
            if found != expected.code || !is_heading {
                let (name, seen) = (expected.heading(self.form.lang), shown(&heading));
                let what = (
                    format!("这一列应是“{name}”，现为“{seen}”"),
                    format!("this column should be \"{name}\" and is \"{seen}\""),
                );
                let place = self.place(Address {
                    row: HEADING_ROW,
                    ..at
                });
                faults.push(fault("template_header", place, what, AS_IT_WAS));
            }
        }
        let most = u16::try_from(COLUMNS.len()).unwrap_or(u16::MAX);
        let beyond = self.sheet.cells.iter().find(|cell| cell.at.column >= most);
        faults.extend(beyond.map(|cell| self.extra(cell.at)));
        faults
    }

    fn extra(&self, at: Address) -> FormFault {
        let what = (
            "模板之外的单元格有内容".to_owned(),
            "a cell outside of the template has content".to_owned(),
        );
        let remedy = (
            "把内容移到“说明”列，或删去",
            "move it to the column Explanation, or delete it",
        );
        fault("template_cell_extra", self.place(at), what, remedy)
    }

    /// Keys that are not in the row in which they were sent out.
    fn wrong_keys(&self) -> Vec<FormFault> {
        let mut places = BTreeMap::new();
        for row in FIRST_ROW
            ..self
                .sheet
                .cells
                .last()
                .map_or(FIRST_ROW, |it| it.at.row + 1)
        {
            if self.value(row, KEY).is_some() {
                places.entry(self.text(row, KEY)).or_insert(row);
            }
        }
        let mut faults = Vec::new();
        for (row, expected) in (FIRST_ROW..).zip(&self.form.rows) {
            let found = self.text(row, KEY);
            if found == expected.key {
                continue;
            }
            let name = shown(expected.indicator.get(self.form.lang));
            let what = match places.get(&expected.key) {
                Some(at) => (
                    format!("“{name}”一行被移到第 {} 行", at + 1),
                    format!("the row of \"{name}\" was moved to row {}", at + 1),
                ),
                None => (
                    format!("缺少“{name}”一行"),
                    format!("the row of \"{name}\" is missing"),
                ),
            };
            faults.push(fault(
                "template_row",
                self.place(Address { row, column: KEY }),
                what,
                AS_IT_WAS,
            ));
        }
        let end = FIRST_ROW + u32::try_from(self.form.rows.len()).unwrap_or(u32::MAX);
        let below = self.sheet.cells.iter().find(|cell| cell.at.row >= end);
        faults.extend(below.map(|cell| self.extra(cell.at)));
        faults
    }

    fn row(&self, position: usize) -> Result<FilledCell, Vec<FormFault>> {
        let at = self.form.value_at(position);
        let Some(asked) = self.form.rows.get(position) else {
            return Err(Vec::new());
        };
        let mut faults = Vec::new();
        let value = self.value(at.row, VALUE);
        let reported = value.map_or(Ok(Reported::Nothing), |value| {
            read_cell(value, &asked.measure_unit)
        });
        let reported = reported.unwrap_or_else(|error| {
            let (what, remedy) = (error.what, error.remedy);
            let place = self.place(at);
            faults.push(FormFault {
                code: error.code,
                place,
                what,
                remedy,
            });
            Reported::Nothing
        });
        let missing = self.reason(at.row).unwrap_or_else(|more| {
            faults.extend(more);
            None
        });
        if let (Reported::Number { .. }, Some(_)) = (&reported, &missing) {
            let what = (
                "既有数又有缺失原因".to_owned(),
                "there are both a figure and why it is missing".to_owned(),
            );
            let remedy = ("删去其中之一", "delete one of them");
            let place = self.place(Address {
                column: MISSING,
                ..at
            });
            faults.push(fault("template_figure_and_reason", place, what, remedy));
        }
        let explanation = Some(self.text(at.row, EXPLANATION)).filter(|it| !it.is_empty());
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(FilledCell {
            key: asked.key.clone(),
            at,
            reported,
            missing,
            explanation,
        })
    }

    /// The code of the reason that is given, by its name in either language or by its code.
    fn reason(&self, row: u32) -> Result<Option<String>, Vec<FormFault>> {
        let said = self.text(row, MISSING);
        if said.is_empty() {
            return Ok(None);
        }
        let known = self
            .form
            .reasons
            .iter()
            .find(|(code, name)| [code, &name.zh, &name.en].contains(&&said));
        if let Some((code, _)) = known {
            return Ok(Some(code.clone()));
        }
        let said = shown(&said);
        let what = (
            format!("没有“{said}”这个缺失原因"),
            format!("there is no reason \"{said}\""),
        );
        let remedy = (
            "从下拉列表中选择原因，其他情况写在“说明”列",
            "choose a reason from the list, and say the rest in the column Explanation",
        );
        Err(vec![fault(
            "template_reason",
            self.place(Address {
                row,
                column: MISSING,
            }),
            what,
            remedy,
        )])
    }
}
