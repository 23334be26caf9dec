//! What the child says to its parent: a line of JSON for the file, each sheet, each row, and the end.

use std::io::{self, BufRead, Write};

use serde::{Deserialize, Serialize};

use crate::cell::{Address, Cell, CellValue};
use crate::fault::{Fault, FaultCode, Place};
use crate::limits::Limits;
use crate::sheets::{FileKind, Sheet, SheetHead, Sheets};

/// A line.
#[derive(Debug, Serialize, Deserialize)]
enum Line {
    #[serde(rename = "file")]
    File(FileKind),
    #[serde(rename = "sheet")]
    Sheet(SheetHead),
    /// A row, and its columns with what they hold.
    #[serde(rename = "r")]
    Row(u32, Vec<(u16, CellValue)>),
    #[serde(rename = "done")]
    Done { peak_bytes: Option<u64> },
    #[serde(rename = "refused")]
    Refused(Box<Fault>),
}

/// The answer while the child writes it, and what of the limits is used up.
pub(crate) struct Answer<'o> {
    out: &'o mut dyn Write,
    limits: &'o Limits,
    line: Vec<u8>,
    written: u64,
    cells: u64,
    sheet: String,
    row: Option<(u32, Vec<(u16, CellValue)>)>,
}

impl<'o> Answer<'o> {
    pub(crate) fn new(out: &'o mut dyn Write, limits: &'o Limits) -> Self {
        Self {
            out,
            limits,
            line: Vec::new(),
            written: 0,
            cells: 0,
            sheet: String::new(),
            row: None,
        }
    }

    pub(crate) fn begin(&mut self, kind: FileKind) -> Result<(), Fault> {
        self.say(&Line::File(kind))
    }

    pub(crate) fn sheet(&mut self, head: &SheetHead) -> Result<(), Fault> {
        self.end_row()?;
        self.sheet.clone_from(&head.name);
        self.say(&Line::Sheet(head.clone()))
    }

    /// Takes the next cell of the sheet, which must stand behind the one before.
    pub(crate) fn cell(&mut self, at: Address, value: CellValue) -> Result<(), Fault> {
        self.cells += 1;
        if self.cells > self.limits.cells {
            return Err(Fault::over(FaultCode::TooManyCells, self.limits.cells)
                .at(Place::sheet(&self.sheet)));
        }
        if self.row.as_ref().is_some_and(|(row, _)| *row < at.row) {
            self.end_row()?;
        }
        let (row, cells) = self.row.get_or_insert_with(|| (at.row, Vec::new()));
        let is_behind = cells.last().is_none_or(|(column, _)| *column < at.column);
        if *row != at.row || !is_behind {
            return Err(Fault::new(FaultCode::CellOrder).at(Place::cell(&self.sheet, at)));
        }
        cells.push((at.column, value));
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Fault> {
        match self.row.take() {
            Some((row, cells)) => self.say(&Line::Row(row, cells)),
            None => Ok(()),
        }
    }

    fn say(&mut self, line: &Line) -> Result<(), Fault> {
        self.line.clear();
        serde_json::to_writer(&mut self.line, line).map_err(|error| unsaid(&error))?;
        self.line.push(b'\n');
        self.written += self.line.len() as u64;
        if self.written > self.limits.output_bytes {
            return Err(Fault::over(
                FaultCode::TooMuchText,
                self.limits.output_bytes,
            ));
        }
        self.out
            .write_all(&self.line)
            .map_err(|error| unsaid(&error))
    }

    /// Ends the answer. What was refused was not read at all: the parent drops what it has.
    pub(crate) fn end(
        mut self,
        read: Result<(), Fault>,
        peak_bytes: Option<u64>,
    ) -> io::Result<()> {
        let read = read.and_then(|()| self.end_row());
        let line = match read {
            Ok(()) => Line::Done { peak_bytes },
            Err(fault) => Line::Refused(Box::new(fault)),
        };
        let mut line = serde_json::to_vec(&line)?;
        line.push(b'\n');
        self.out.write_all(&line)?;
        self.out.flush()
    }
}

fn unsaid(error: &impl std::fmt::Display) -> Fault {
    Fault::new(FaultCode::Unreadable).found(error)
}

/// Why an answer cannot be used.
#[derive(Debug)]
pub(crate) enum Garbled {
    /// The child refused the file.
    Refused(Fault),
    /// It ended early, or is no answer.
    Broken,
    /// It is longer than it may be.
    TooLong,
}

/// Reads a whole answer. Of what stands in it nothing is believed but that it is one.
pub(crate) fn read(mut reader: impl BufRead, limits: &Limits) -> Result<Sheets, Garbled> {
    let mut sheets = Sheets {
        kind: FileKind::Delimited,
        list: Vec::new(),
        peak_bytes: None,
    };
    let mut line = Vec::new();
    // The last line is said even when the limit is reached.
    let mut room = limits.output_bytes + 64 * 1024;
    loop {
        line.clear();
        let read = io::Read::take(&mut reader, room).read_until(b'\n', &mut line);
        room -= read.map_err(|_| Garbled::Broken)? as u64;
        if line.last() != Some(&b'\n') {
            return Err(if room == 0 {
                Garbled::TooLong
            } else {
                Garbled::Broken
            });
        }
        match serde_json::from_slice(&line).map_err(|_| Garbled::Broken)? {
            Line::File(kind) => sheets.kind = kind,
            Line::Sheet(head) => sheets.list.push(Sheet {
                head,
                cells: Vec::new(),
            }),
            Line::Row(row, cells) => add_row(&mut sheets, row, cells)?,
            Line::Done { peak_bytes } => {
                return Ok(Sheets {
                    peak_bytes,
                    ..sheets
                });
            }
            Line::Refused(fault) => return Err(Garbled::Refused(*fault)),
        }
    }
}

fn add_row(sheets: &mut Sheets, row: u32, cells: Vec<(u16, CellValue)>) -> Result<(), Garbled> {
    let sheet = sheets.list.last_mut().ok_or(Garbled::Broken)?;
    for (column, value) in cells {
        let at = Address::new(row, u32::from(column)).ok_or(Garbled::Broken)?;
        let is_behind = sheet.cells.last().is_none_or(|last| last.at < at);
        let is_sound = !matches!(
            value,
            CellValue::Number(number) | CellValue::Percent(number) if !number.is_finite()
        );
        if !is_behind || !is_sound {
            return Err(Garbled::Broken);
        }
        sheet.cells.push(Cell { at, value });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheets::Visibility;

    fn heard(text: &str) -> Result<Sheets, Garbled> {
        read(text.as_bytes(), &Limits::TEMPLATE)
    }

    const HEAD: &str = "{\"file\":\"workbook\"}\n{\"sheet\":{\"name\":\"A\",\"visibility\":\"visible\",\"merged\":[],\
                        \"hidden_columns\":[],\"hidden_rows\":[]}}\n";
    const DONE: &str = "{\"done\":{\"peak_bytes\":null}}\n";

    #[test]
    fn what_is_said_is_heard() {
        let mut out = Vec::new();
        let mut answer = Answer::new(&mut out, &Limits::TEMPLATE);
        let cells = [
            ("A1", CellValue::Text("数值".into())),
            ("C1", CellValue::Number(0.1 + 0.2)),
            ("B3", CellValue::Percent(0.125)),
            ("A4", CellValue::Formula("=A1".into())),
        ]
        .map(|(at, value)| Cell {
            at: at.parse().unwrap(),
            value,
        });
        answer.begin(FileKind::Workbook).unwrap();
        answer
            .sheet(&SheetHead::named("A".to_owned(), Visibility::Hidden))
            .unwrap();
        for cell in cells.clone() {
            answer.cell(cell.at, cell.value).unwrap();
        }
        answer.end(Ok(()), Some(7)).unwrap();
        let sheets = read(out.as_slice(), &Limits::TEMPLATE).unwrap();
        assert_eq!(sheets.peak_bytes, Some(7));
        assert_eq!(sheets.list[0].head.visibility, Visibility::Hidden);
        assert_eq!(sheets.list[0].cells, cells);
    }

    #[test]
    fn an_answer_without_its_end_is_none() {
        assert!(heard(&format!("{HEAD}{DONE}")).is_ok());
        for text in [
            "",
            HEAD,
            "{\"done\":{\"peak_bytes\":null}}",
            "nonsense\n",
            "\n",
        ] {
            assert!(matches!(heard(text), Err(Garbled::Broken)), "{text:?}");
        }
    }

    #[test]
    fn what_a_sheet_cannot_hold_is_not_believed() {
        for row in [
            "[0,[[0,{\"n\":1.0}],[0,{\"n\":2.0}]]]",
            "[0,[[1,{\"n\":1.0}],[0,{\"n\":2.0}]]]",
            "[1048576,[[0,{\"n\":1.0}]]]",
            "[0,[[16384,{\"n\":1.0}]]]",
            "[0,[[0,{\"n\":1e999}]]]",
            "[0,[[0,{\"n\":null}]]]",
        ] {
            let text = format!("{HEAD}{{\"r\":{row}}}\n{DONE}");
            assert!(matches!(heard(&text), Err(Garbled::Broken)), "{row}");
        }
        let homeless = format!("{{\"r\":[0,[[0,{{\"n\":1.0}}]]]}}\n{DONE}");
        assert!(matches!(heard(&homeless), Err(Garbled::Broken)));
    }

    #[test]
    fn a_longer_answer_than_may_be_is_not_heard_to_its_end() {
        let limits = Limits {
            output_bytes: 1000,
            ..Limits::TEMPLATE
        };
        let endless = io::Read::chain(HEAD.as_bytes(), io::repeat(b'x'));
        let answer = read(io::BufReader::new(endless), &limits);
        assert!(matches!(answer, Err(Garbled::TooLong)));
    }
}
