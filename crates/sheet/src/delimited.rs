//! Reads delimited text: CSV as spreadsheets of all countries write it.

use std::io::Cursor;

use yanzhi_delimited::{DecodeError, Fields, Record, Split, TextReader, look_at};

use crate::cell::{Address, CellValue};
use crate::fault::{Fault, FaultCode, Place};
use crate::limits::Limits;
use crate::sheets::{FileKind, SheetHead, Visibility};
use crate::wire::Answer;

/// Reads text into the answer. A record is a row; which of comma, tab and semicolon parts its fields is told by the
/// first record, or by a first line `sep=;` as Excel writes it.
pub(crate) fn read(bytes: &[u8], limits: &Limits, answer: &mut Answer<'_>) -> Result<(), Fault> {
    let text = decode(bytes)?;
    if let Some(position) = text.find('\0') {
        return Err(Fault::new(FaultCode::NotASheet).found(format_args!("0x00 @ {position}")));
    }
    answer.begin(FileKind::Delimited)?;
    answer.sheet(&SheetHead::named(String::new(), Visibility::Visible))?;
    let (delimiter, mut rest) = delimiter_of(&text);
    let mut fields = Fields::default();
    let mut row = u32::from(rest.len() < text.len());
    loop {
        match fields.split(rest, delimiter, true) {
            Split::Record(length) => {
                let (record, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
                let record = Record {
                    text: record,
                    fields: &fields,
                    line: row + 1,
                };
                record_cells(&record, row, limits, answer)?;
                rest = after;
                row += 1;
            }
            Split::Unclosed(_) => {
                let at = Address {
                    row: row.min(Address::ROWS - 1),
                    column: 0,
                };
                return Err(Fault::new(FaultCode::QuoteUnclosed).at(Place::cell("", at)));
            }
            Split::End | Split::More => return Ok(()),
        }
    }
}

fn record_cells(
    record: &Record<'_>,
    row: u32,
    limits: &Limits,
    answer: &mut Answer<'_>,
) -> Result<(), Fault> {
    for number in 0..record.fields.len() {
        let text = record.field(number).unwrap_or_default();
        if text.is_empty() {
            continue;
        }
        let column = u32::try_from(number).unwrap_or(u32::MAX);
        let at = Address::new(row, column).ok_or_else(|| {
            Fault::new(FaultCode::CellOutside).found(format_args!("{}, {}", row + 1, column + 1))
        })?;
        let place = || Place::cell("", at);
        if record.is_stray(number) {
            return Err(Fault::new(FaultCode::QuoteStray).at(place()));
        }
        if text.chars().count() as u64 > limits.text_chars {
            return Err(Fault::over(FaultCode::TextTooLong, limits.text_chars).at(place()));
        }
        answer.cell(at, CellValue::Text(text.into()))?;
    }
    Ok(())
}

fn decode(bytes: &[u8]) -> Result<String, Fault> {
    let mut file = Cursor::new(bytes);
    let shape = look_at(&mut file).map_err(|error| not_text(&error))?;
    let mut reader = TextReader::new(file, shape);
    let mut text = String::new();
    while reader
        .read_more(&mut text)
        .map_err(|error| not_text(&error))?
        > 0
    {}
    Ok(text)
}

fn not_text(error: &DecodeError) -> Fault {
    let found = match error {
        DecodeError::Utf16 => "UTF-16".to_owned(),
        DecodeError::NotUtf8 { at } => format!("UTF-8 @ {at}"),
        DecodeError::Neither { utf8, gb18030 } => format!("UTF-8 @ {utf8}, GB18030 @ {gb18030}"),
        DecodeError::Unreadable(error) => error.to_string(),
        DecodeError::Changed => String::new(),
    };
    Fault::new(FaultCode::NotText).found(found)
}

/// What parts the fields, and the text behind a line that says so.
fn delimiter_of(text: &str) -> (u8, &str) {
    let line = text.lines().next().unwrap_or_default();
    if let Some(mark) = line.strip_prefix("sep=")
        && let [delimiter @ (b',' | b';' | b'\t')] = mark.as_bytes()
    {
        let rest = text.split_once('\n').map_or("", |(_, rest)| rest);
        return (*delimiter, rest);
    }
    let first = text
        .trim_start_matches(['\n', '\r'])
        .lines()
        .next()
        .unwrap_or_default();
    let count = |delimiter: char| {
        let mut is_quoted = false;
        let outside = first.chars().filter(|it| {
            is_quoted ^= *it == '"';
            !is_quoted && *it == delimiter
        });
        outside.count()
    };
    let (tabs, semicolons, commas) = (count('\t'), count(';'), count(','));
    let delimiter = if tabs > 0 && tabs >= semicolons && tabs >= commas {
        b'\t'
    } else if semicolons > commas {
        b';'
    } else {
        b','
    };
    (delimiter, text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire;

    fn cells(bytes: &[u8]) -> Vec<(String, String)> {
        let mut out = Vec::new();
        let mut answer = Answer::new(&mut out, &Limits::TEMPLATE);
        let done = read(bytes, &Limits::TEMPLATE, &mut answer);
        answer.end(done, None).unwrap();
        let sheets = wire::read(out.as_slice(), &Limits::TEMPLATE).unwrap();
        let said = sheets.list[0].cells.iter().map(|cell| match &cell.value {
            CellValue::Text(text) => (cell.at.to_string(), text.to_string()),
            other => panic!("{other:?}"),
        });
        said.collect()
    }

    fn expected(cells: &[(&str, &str)]) -> Vec<(String, String)> {
        let owned = cells
            .iter()
            .map(|(at, text)| ((*at).to_owned(), (*text).to_owned()));
        owned.collect()
    }

    #[test]
    fn the_first_record_tells_what_parts_the_fields() {
        let four = expected(&[("A1", "a"), ("B1", "b"), ("A2", "1"), ("B2", "2")]);
        for text in [
            "a,b\n1,2\n",
            "a;b\n1;2",
            "a\tb\r\n1\t2\r\n",
            "\u{feff}a,b\n1,2\n",
        ] {
            assert_eq!(cells(text.as_bytes()), four, "{text:?}");
        }
        let quoted = "\"a;b\",c\n1,2\n";
        assert_eq!(cells(quoted.as_bytes())[0].1, "a;b");
    }

    #[test]
    fn a_record_over_several_lines_is_one_row_and_an_empty_one_is_counted() {
        let text = "a,\"b\nc\"\n\n,1,234\n";
        assert_eq!(
            cells(text.as_bytes()),
            expected(&[("A1", "a"), ("B1", "b\nc"), ("B3", "1"), ("C3", "234")])
        );
    }

    #[test]
    fn a_line_that_says_the_separator_is_no_cell_and_is_counted() {
        assert_eq!(
            cells(b"sep=;\na;b,c\n"),
            expected(&[("A2", "a"), ("B2", "b,c")])
        );
    }
}
