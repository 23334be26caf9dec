//! One walk through an XML part: that it is well formed, counts, and what the reader of cells does not tell.

use std::collections::BTreeSet;
use std::io::BufRead;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::cell::{Address, Area};
use crate::fault::{Fault, FaultCode};
use crate::limits::Limits;
use crate::sheets::SheetHead;

/// Deepest nesting of elements; spreadsheets stay below 30.
const DEEPEST: usize = 256;
/// Longest text of an element for every character that a cell may have: a character of four bytes, or an entity.
const BYTES_OF_A_CHARACTER: u64 = 8;

/// What a sheet says beside its cells.
#[derive(Debug, Default)]
pub(crate) struct SheetMarks {
    pub(crate) merged: Vec<Area>,
    pub(crate) hidden_columns: Vec<(u16, u16)>,
    pub(crate) hidden_rows: Vec<u32>,
    /// Cells whose number is shown in per cent, in the order of the sheet.
    pub(crate) percents: Vec<Address>,
}

/// What is known of all parts so far.
#[derive(Debug, Default)]
pub(crate) struct Known {
    strings: u64,
    percent_styles: BTreeSet<u32>,
}

/// Walks through a part. The marks, if it is a sheet.
pub(crate) fn walk(
    reader: impl BufRead,
    limits: &Limits,
    known: &mut Known,
) -> Result<Option<SheetMarks>, Fault> {
    let mut marks = SheetMarks::default();
    let mut is_sheet = false;
    each_element(reader, limits.text_chars, |element| {
        match element.local_name().as_ref() {
            "sheetData" => is_sheet = true,
            "si" => {
                known.strings += 1;
                if known.strings > limits.strings {
                    return Err(Fault::over(FaultCode::TooManyStrings, limits.strings));
                }
            }
            "mergeCell" => marks.merge(element)?,
            "col" => marks.column(element)?,
            "row" => marks.row(element)?,
            "c" => marks.cell(element, &known.percent_styles)?,
            _ => {}
        }
        Ok(())
    })?;
    Ok(is_sheet.then_some(marks))
}

impl SheetMarks {
    fn merge(&mut self, element: &BytesStart<'_>) -> Result<(), Fault> {
        let area = attribute(element, "ref")?.and_then(|text| text.parse().ok());
        if let Some(area) = area.filter(|_| self.merged.len() < SheetHead::KEPT) {
            self.merged.push(area);
        }
        Ok(())
    }

    fn column(&mut self, element: &BytesStart<'_>) -> Result<(), Fault> {
        if !is_hidden(element)? || self.hidden_columns.len() >= SheetHead::KEPT {
            return Ok(());
        }
        let number = |name| -> Result<Option<u16>, Fault> {
            let number = attribute(element, name)?.and_then(|text| text.parse::<u16>().ok());
            Ok(number
                .filter(|it| (1..=Address::COLUMNS).contains(it))
                .map(|it| it - 1))
        };
        if let (Some(first), Some(last)) = (number("min")?, number("max")?) {
            self.hidden_columns.push((first, last));
        }
        Ok(())
    }

    fn cell(&mut self, element: &BytesStart<'_>, percents: &BTreeSet<u32>) -> Result<(), Fault> {
        if percents.is_empty() || !element.attributes_raw().contains(" s=") {
            return Ok(());
        }
        if number(element, "s")?.is_some_and(|style| percents.contains(&style)) {
            let at = attribute(element, "r")?.and_then(|text| text.parse::<Address>().ok());
            self.percents.extend(at);
        }
        Ok(())
    }

    fn row(&mut self, element: &BytesStart<'_>) -> Result<(), Fault> {
        if !is_hidden(element)? || self.hidden_rows.len() >= SheetHead::KEPT {
            return Ok(());
        }
        let row = number(element, "r")?;
        self.hidden_rows
            .extend(row.and_then(|it| it.checked_sub(1)));
        Ok(())
    }
}

/// Reads which styles show numbers in per cent. What a cell says depends on it, so this part is read before the sheets.
pub(crate) fn styles(
    reader: impl BufRead,
    limits: &Limits,
    known: &mut Known,
) -> Result<(), Fault> {
    // Two of the formats that every spreadsheet knows without being told.
    let mut percents = BTreeSet::from([9, 10]);
    let (mut is_in_cells, mut style) = (false, 0);
    each_element(reader, limits.text_chars, |element| {
        match element.local_name().as_ref() {
            "numFmt" => {
                let code = attribute(element, "formatCode")?.unwrap_or_default();
                percents.extend(number(element, "numFmtId")?.filter(|_| code.contains('%')));
            }
            "cellXfs" => is_in_cells = true,
            "xf" if is_in_cells => {
                let format = number(element, "numFmtId")?;
                if format.is_some_and(|format| percents.contains(&format)) {
                    known.percent_styles.insert(style);
                }
                style += 1;
            }
            "cellStyles" | "dxfs" => is_in_cells = false,
            _ => {}
        }
        Ok(())
    })
}

fn number(element: &BytesStart<'_>, name: &str) -> Result<Option<u32>, Fault> {
    Ok(attribute(element, name)?.and_then(|text| text.parse().ok()))
}

fn is_hidden(element: &BytesStart<'_>) -> Result<bool, Fault> {
    // Most rows have no such attribute: they are not taken apart for it.
    if !element.attributes_raw().contains("hidden") {
        return Ok(false);
    }
    Ok(attribute(element, "hidden")?.is_some_and(|it| it == "1" || it == "true"))
}

/// The value of an attribute, whatever the prefix of its name.
pub(crate) fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, Fault> {
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|error| broken(&error))?;
        if attribute.key.local_name().as_ref() == name {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            let value = value.map_err(|error| broken(&error))?;
            return Ok(Some(value.into_owned()));
        }
    }
    Ok(None)
}

fn broken(error: &impl std::fmt::Display) -> Fault {
    Fault::new(FaultCode::BrokenPart).found(error)
}

/// Gives every element of a part to `look`, and refuses what is not well formed or declares a document type.
pub(crate) fn each_element(
    reader: impl BufRead,
    text_chars: u64,
    mut look: impl FnMut(&BytesStart<'_>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let mut xml = Reader::from_reader(reader);
    let mut buffer = Vec::new();
    let mut depth: usize = 0;
    loop {
        buffer.clear();
        match xml
            .read_event_into(&mut buffer)
            .map_err(|error| broken(&error))?
        {
            Event::Start(element) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(broken(&"XML"));
                }
                look(&element)?;
            }
            Event::Empty(element) => look(&element)?,
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::Text(text) => check_text(text.len(), text_chars)?,
            Event::CData(text) => check_text(text.len(), text_chars)?,
            Event::DocType(_) => return Err(Fault::new(FaultCode::DocumentType)),
            Event::Eof if depth > 0 => return Err(broken(&"XML")),
            Event::Eof => return Ok(()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::GeneralRef(_) => {}
        }
    }
}

fn check_text(bytes: usize, text_chars: u64) -> Result<(), Fault> {
    if bytes as u64 > text_chars.saturating_mul(BYTES_OF_A_CHARACTER) {
        return Err(Fault::over(FaultCode::TextTooLong, text_chars));
    }
    Ok(())
}
