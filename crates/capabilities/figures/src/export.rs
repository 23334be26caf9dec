//! Figures as a table that people take away.

use rust_xlsxwriter::{Format, Workbook, XlsxError};
use yanzhi_kernel::Lang;
use yanzhi_web_kit::harmless;

use crate::{FiguresError, Value};

/// A table of figures, a row each.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureSheet {
    /// The language of the headings.
    pub lang: Lang,
    /// The figures.
    pub rows: Vec<SheetRow>,
}

/// A figure of a [`FigureSheet`].
#[derive(Clone, Debug, PartialEq)]
pub struct SheetRow {
    /// Code and name of the indicator, code and name of the unit, caliber, period.
    pub texts: [String; 6],
    /// The value.
    pub value: Option<Value>,
    /// Why there is none.
    pub missing: Option<String>,
    /// How settled it is.
    pub status: String,
    /// The code of its source.
    pub source: Option<String>,
    /// Whether it was generated: 演示数据.
    pub is_synthetic: bool,
    /// What a reader should know.
    pub note: Option<String>,
    /// The answer to what a check found doubtful.
    pub explanation: Option<String>,
    /// Until when it is withheld.
    pub embargo_until: Option<String>,
    /// Its number among the versions of the cell.
    pub version: u32,
    /// When it was recorded.
    pub recorded_at: String,
}

const HEADINGS: [(&str, &str); 16] = [
    ("指标代码", "Indicator"),
    ("指标", "Indicator name"),
    ("对象代码", "Unit"),
    ("对象", "Unit name"),
    ("口径", "Caliber"),
    ("期别", "Period"),
    ("数值", "Value"),
    ("缺失原因", "Why missing"),
    ("状态", "Status"),
    ("来源", "Source"),
    ("演示数据", "Synthetic"),
    ("备注", "Note"),
    ("说明", "Explanation"),
    ("公开时间", "Withheld until"),
    ("版本", "Version"),
    ("记录时间", "Recorded at"),
];

/// Where the value stands, and where the version.
const VALUE: u16 = 6;
const VERSION: u16 = 14;

impl FigureSheet {
    /// The file: an Excel workbook, or CSV in UTF-8 with a byte order mark.
    ///
    /// # Errors
    /// [`FiguresError::Export`].
    pub fn write(&self, as_xlsx: bool) -> Result<Vec<u8>, FiguresError> {
        if as_xlsx {
            self.to_xlsx().map_err(broken)
        } else {
            self.to_csv()
        }
    }

    fn headings(&self) -> impl Iterator<Item = &'static str> {
        let lang = self.lang;
        HEADINGS.into_iter().map(move |(zh, en)| match lang {
            Lang::Zh => zh,
            Lang::En => en,
        })
    }

    fn to_csv(&self) -> Result<Vec<u8>, FiguresError> {
        let mut csv = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
        csv.write_record(self.headings()).map_err(broken)?;
        for row in &self.rows {
            let value = row.value.as_ref().map_or("", Value::text);
            let mut cells = row.cells(self.lang);
            for text in &mut cells {
                *text = harmless(text);
            }
            // A number keeps its sign and the text as reported.
            cells.insert(usize::from(VALUE), value.to_owned());
            csv.write_record(cells).map_err(broken)?;
        }
        csv.into_inner().map_err(broken)
    }

    fn to_xlsx(&self) -> Result<Vec<u8>, XlsxError> {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        let heading = Format::new().set_bold();
        sheet.set_name(match self.lang {
            Lang::Zh => "数据",
            Lang::En => "Figures",
        })?;
        sheet.set_freeze_panes(1, 0)?;
        sheet.write_row_with_format(0, 0, self.headings(), &heading)?;
        for (line, row) in (1_u32..).zip(&self.rows) {
            let cells = row.cells(self.lang);
            let (before, after) = cells.split_at(usize::from(VALUE));
            sheet.write_row(line, 0, before)?;
            sheet.write(line, VALUE, row.value.as_ref().map(Value::number))?;
            for (column, text) in (VALUE + 1..).zip(after) {
                if column == VERSION {
                    sheet.write(line, column, row.version)?;
                } else {
                    sheet.write_string(line, column, text)?;
                }
            }
        }
        workbook.save_to_buffer()
    }
}

impl SheetRow {
    /// All cells but that of the value.
    fn cells(&self, lang: Lang) -> Vec<String> {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let synthetic = match (self.is_synthetic, lang) {
            (false, _) => "",
            (true, Lang::Zh) => "是",
            (true, Lang::En) => "yes",
        };
        let mut cells = self.texts.to_vec();
        cells.extend([
            text(&self.missing),
            self.status.clone(),
            text(&self.source),
            synthetic.to_owned(),
            text(&self.note),
            text(&self.explanation),
            text(&self.embargo_until),
            self.version.to_string(),
            self.recorded_at.clone(),
        ]);
        cells
    }
}

fn broken(reason: impl std::fmt::Display) -> FiguresError {
    FiguresError::Export(reason.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> FigureSheet {
        let row = SheetRow {
            texts: ["RD", "=研发", "A", "+甲", "ALL", "2023"].map(str::to_owned),
            value: Some(Value::new(-2.5, "-2.50").unwrap()),
            missing: None,
            status: "final".into(),
            source: None,
            is_synthetic: true,
            note: Some("@SUM(A1)".into()),
            explanation: None,
            embargo_until: None,
            version: 2,
            recorded_at: "2026-01-05T02:00:00Z".into(),
        };
        FigureSheet {
            lang: Lang::En,
            rows: vec![row],
        }
    }

    #[test]
    fn texts_are_no_formulas_and_numbers_are_as_reported() {
        let csv = String::from_utf8(sheet().write(false).unwrap()).unwrap();
        let line = csv.lines().nth(1).unwrap();
        assert_eq!(
            line,
            "RD,'=研发,A,'+甲,ALL,2023,-2.50,,final,,yes,'@SUM(A1),,,2,2026-01-05T02:00:00Z"
        );
        assert_eq!(
            csv.lines().next().unwrap().split(',').count(),
            HEADINGS.len()
        );
    }

    #[test]
    fn the_workbook_is_one() {
        assert!(sheet().write(true).unwrap().starts_with(b"PK"));
    }
}
