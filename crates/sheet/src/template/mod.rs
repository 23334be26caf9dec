//! Templates: the workbook in which an organisation fills in what a round asks for, and what it says when it comes back.

mod read_back;
mod write;

use yanzhi_kernel::{Digest, Lang, Text};

use crate::cell::Address;
use crate::reported::MeasureUnit;

pub use read_back::{FilledCell, FormFault, read_back};
pub use write::{TemplateError, write_template};

/// What a template is for. All of it stands in the sheet and comes back with it, so that the template of another round,
/// organisation, period or version is known for what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormIdentity {
    /// The strategy: code and name.
    pub strategy: (String, Text),
    /// The round: code and name.
    pub round: (String, Text),
    /// The organisation that reports: code and name.
    pub organisation: (String, Text),
    /// The period asked for.
    pub period: String,
    /// The fingerprint of the form: of what is asked, in which order, with which checks.
    pub version: Digest,
}

/// A cell of the form: a figure that is asked for. Each is a row of the sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct FormRow {
    /// What programs call the cell; unique in the form. It stands in a hidden column.
    pub key: String,
    /// The indicator.
    pub indicator: Text,
    /// The unit that the figure is of.
    pub unit: Text,
    /// In what it is measured.
    pub measure_unit: MeasureUnit,
    /// What is counted, for the note of the cell.
    pub definition: Text,
    /// The figure of the period before, as people read it; empty where there is none.
    pub previous: String,
    /// What has been filled in already; empty where there is nothing.
    pub current: String,
    /// The least and the most the figure may be, where a check says so.
    pub range: Option<(f64, f64)>,
}

/// A form: its identity, its rows in order, and the reasons that may be given for a missing figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// What it is for.
    pub identity: FormIdentity,
    /// What is asked for.
    pub rows: Vec<FormRow>,
    /// Why there may be no figure: code and name.
    pub reasons: Vec<(String, Text)>,
    /// The language of the sheet.
    pub lang: Lang,
}

/// The first row of the table; above it stand identity and instructions.
const FIRST_ROW: u32 = 9;
/// The row of the hidden codes of the columns, and that of their headings.
const CODE_ROW: u32 = FIRST_ROW - 2;
const HEADING_ROW: u32 = FIRST_ROW - 1;

/// A column of the table.
struct Column {
    code: &'static str,
    zh: &'static str,
    en: &'static str,
    width: f64,
}

const fn column(code: &'static str, zh: &'static str, en: &'static str, width: f64) -> Column {
    Column {
        code,
        zh,
        en,
        width,
    }
}

const COLUMNS: [Column; 8] = [
    column("key", "编码", "Key", 12.0),
    column("indicator", "指标", "Indicator", 34.0),
    column("unit", "单位", "Unit", 16.0),
    column("measure_unit", "计量单位", "Measured in", 12.0),
    column("previous", "上期数", "Last figure", 14.0),
    column("value", "本期数", "This figure", 16.0),
    column("missing", "缺失原因", "Why missing", 18.0),
    column("explanation", "说明", "Explanation", 40.0),
];
const KEY: u16 = 0;
const PREVIOUS: u16 = 4;
const VALUE: u16 = 5;
const MISSING: u16 = 6;
const EXPLANATION: u16 = 7;

impl Column {
    fn heading(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

/// A line of the head: what it is called for programs and people, and what it says for both.
struct HeadLine {
    code: &'static str,
    label: Text,
    value: String,
    name: Text,
}

impl FormIdentity {
    fn lines(&self) -> [HeadLine; 5] {
        let line = |code, zh: &str, en: &str, value: &str, name: &Text| HeadLine {
            code,
            label: Text::new(zh, en),
            value: value.to_owned(),
            name: name.clone(),
        };
        let nameless = Text::default();
        [
            line(
                "strategy",
                "战略",
                "Strategy",
                &self.strategy.0,
                &self.strategy.1,
            ),
            line("round", "填报轮次", "Round", &self.round.0, &self.round.1),
            line(
                "organisation",
                "填报单位",
                "Organisation",
                &self.organisation.0,
                &self.organisation.1,
            ),
            line("period", "报告期", "Period", &self.period, &nameless),
            line(
                "version",
                "表单版本",
                "Form version",
                self.version.as_str(),
                &nameless,
            ),
        ]
    }
}

impl Form {
    /// Where the figure of a row stands.
    pub fn value_at(&self, row: usize) -> Address {
        Address {
            row: FIRST_ROW.saturating_add(u32::try_from(row).unwrap_or(u32::MAX)),
            column: VALUE,
        }
    }

    fn reason_name(&self, code: usize) -> String {
        let name = self.reasons.get(code).map(|(_, name)| name.get(self.lang));
        name.unwrap_or_default().to_owned()
    }
}

/// The sheet's name in a language.
const fn sheet_name(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "填报",
        Lang::En => "Report",
    }
}

#[cfg(test)]
mod tests;
