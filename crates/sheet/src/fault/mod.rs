//! What is wrong with a file, where, and what to do about it.

mod words;

use std::fmt;

use serde::{Deserialize, Serialize};
use yanzhi_kernel::{Lang, Text};

use crate::cell::Address;

/// Where something is wrong: as much of it as is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The sheet.
    pub sheet: Option<String>,
    /// The cell.
    pub cell: Option<Address>,
    /// The file inside the workbook.
    pub part: Option<String>,
}

impl Place {
    /// A cell of a sheet.
    pub fn cell(sheet: &str, at: Address) -> Self {
        Self {
            cell: Some(at),
            ..Self::sheet(sheet)
        }
    }

    /// A sheet.
    pub fn sheet(sheet: &str) -> Self {
        Self {
            sheet: Some(shown(sheet)).filter(|it| !it.is_empty()),
            ..Self::default()
        }
    }

    pub(crate) fn part(part: &str) -> Self {
        Self {
            part: Some(shown(part)),
            ..Self::default()
        }
    }

    /// As messages write it; empty where nothing is known.
    pub fn text(&self) -> Text {
        let mut zh = Vec::new();
        let mut en = Vec::new();
        if let Some(sheet) = &self.sheet {
            zh.push(format!("工作表“{sheet}”"));
            en.push(format!("sheet \"{sheet}\""));
        }
        if let Some(cell) = self.cell {
            zh.push(format!("单元格 {cell}"));
            en.push(format!("cell {cell}"));
        }
        if let Some(part) = &self.part {
            zh.push(format!("内部文件 {part}"));
            en.push(format!("part {part}"));
        }
        Text::new(zh.join("，"), en.join(", "))
    }
}

/// A kind of fault. Its name in snake case is its stable word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FaultCode {
    /// The file is empty.
    FileEmpty,
    /// The file is larger than it may be.
    FileTooLarge,
    /// The file is neither a workbook nor text.
    NotASheet,
    /// The file asks for a password.
    Encrypted,
    /// The file is a workbook of an older or another kind: xls, xlsb, ods.
    OtherWorkbook,
    /// The workbook has macros.
    Macros,
    /// The workbook gets content from elsewhere.
    ExternalLink,
    /// There is another file inside the workbook.
    Embedded,
    /// A part declares a document type.
    DocumentType,
    /// The container of the workbook is damaged.
    BrokenContainer,
    /// A part of the workbook is damaged.
    BrokenPart,
    /// A name inside the container leaves it.
    EntryName,
    /// Two entries have the same name, or share bytes.
    DuplicateEntry,
    /// There are more entries than there may be.
    TooManyEntries,
    /// Unpacked it is larger than it may be.
    UnpackedTooLarge,
    /// It is packed more tightly than a sheet is.
    Ratio,
    /// It is packed in a way that spreadsheets do not use.
    Compression,
    /// There are more sheets than there may be.
    TooManySheets,
    /// More cells say something than there may be.
    TooManyCells,
    /// A cell holds more text than it may.
    TextTooLong,
    /// There are more shared texts than there may be.
    TooManyStrings,
    /// All cells together say more than may be.
    TooMuchText,
    /// A cell stands where a sheet has none.
    CellOutside,
    /// A cell stands twice, or before one that precedes it.
    CellOrder,
    /// The text is neither UTF-8 nor GB18030.
    NotText,
    /// Quotes are opened and never closed.
    QuoteUnclosed,
    /// A quote stands where none belongs.
    QuoteStray,
    /// Reading took longer than it may.
    TookTooLong,
    /// Reading took more memory than it may.
    OutOfMemory,
    /// The reader broke down over the file.
    Unreadable,
}

/// What is wrong with a file that was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// Which kind of fault.
    pub code: FaultCode,
    /// Where.
    pub place: Place,
    /// What was found, as far as it helps.
    pub found: Option<String>,
    /// How much there may be.
    pub limit: Option<u64>,
}

impl Fault {
    pub(crate) fn new(code: FaultCode) -> Self {
        Self {
            code,
            place: Place::default(),
            found: None,
            limit: None,
        }
    }

    pub(crate) fn at(self, place: Place) -> Self {
        Self { place, ..self }
    }

    pub(crate) fn found(self, found: impl fmt::Display) -> Self {
        Self {
            found: Some(shown(&found.to_string())),
            ..self
        }
    }

    pub(crate) fn over(code: FaultCode, limit: u64) -> Self {
        Self {
            limit: Some(limit),
            ..Self::new(code)
        }
    }

    /// What is wrong, with its place.
    pub fn what(&self) -> Text {
        let what = words::what(self);
        let place = self.place.text();
        if place.zh.is_empty() {
            return what;
        }
        Text::new(
            format!("{}：{}", place.zh, what.zh),
            format!("{}: {}", place.en, what.en),
        )
    }

    /// What to do about it.
    pub fn remedy(&self) -> Text {
        let (zh, en) = words::remedy(self.code);
        Text::new(zh, en)
    }

    /// `where: what — remedy` in a language.
    pub fn render(&self, lang: Lang) -> String {
        format!("{} — {}", self.what().get(lang), self.remedy().get(lang))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(Lang::default()))
    }
}

impl std::error::Error for Fault {}

/// A text from a file as messages show it: on one line, and not all of a long one.
pub(crate) fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    let one_line = text.chars().take(LONGEST);
    let mut shown: String = one_line
        .map(|it| if it.is_control() { '\u{fffd}' } else { it })
        .collect();
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}
