//! Reads a CSV of the pack row by row: its header against its columns, its rows against its header.

use yanzhi_delimited::{Fields, Record, Split};

use crate::fault::{Fault, tables};
use crate::folder::{Folder, MAX_FILE_BYTES, OpenFile};
use crate::header;
use crate::problem::{Findings, Place, count};
use crate::row::Row;

/// Most rows of `observations.csv`.
pub const MAX_OBSERVATIONS: usize = 5_000_000;
/// Most rows of any other table.
pub const MAX_ROWS: usize = 100_000;
/// Longest row in bytes.
pub const MAX_RECORD_BYTES: usize = 1024 * 1024;

/// A table of the format.
#[derive(Debug)]
pub(crate) struct Spec {
    pub(crate) file: &'static str,
    pub(crate) is_required: bool,
    pub(crate) max_rows: usize,
    pub(crate) columns: &'static [Column],
}

/// A column of a table.
#[derive(Debug)]
pub(crate) struct Column {
    pub(crate) name: &'static str,
    pub(crate) is_required: bool,
}

/// A column that must be there.
pub(crate) const fn must(name: &'static str) -> Column {
    Column {
        name,
        is_required: true,
    }
}

/// A column that may be left out.
pub(crate) const fn may(name: &'static str) -> Column {
    Column {
        name,
        is_required: false,
    }
}

/// What reading a table came to.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// The header, as far as there is one.
    pub(crate) header: Vec<String>,
    /// Whether every row was seen.
    pub(crate) is_whole: bool,
}

/// Reads a table, giving each row that has as many fields as the header to `each`. `begin` is told how many
/// rows there may be.
pub(crate) fn read(
    folder: &mut Folder<'_>,
    spec: &Spec,
    delimiter: Option<u8>,
    begin: impl FnOnce(usize),
    mut each: impl FnMut(&Row<'_>, &mut Findings),
) -> Outcome {
    let mut outcome = Outcome::default();
    if !spec.is_required && !folder.has(spec.file) {
        outcome.is_whole = true;
        return outcome;
    }
    let file = match folder.open(spec.file, MAX_FILE_BYTES) {
        Ok(file) => file,
        Err(fault) => {
            folder.findings.add(Place::top(spec.file), || fault);
            return outcome;
        }
    };
    begin(file.lines.min(spec.max_rows));
    let mut rows = Rows::new(spec, file, delimiter);
    match rows.run(folder, &mut outcome, &mut each) {
        Ok(()) => folder.close(rows.file),
        Err(stop) => {
            let (place, fault) = *stop;
            outcome.is_whole = false;
            folder.findings.add(place, || fault);
        }
    }
    outcome
}

/// What ends reading before the end of the file.
pub(crate) type Stop = Box<(Place, Fault)>;

/// A table while it is read: a window of its text, and the record in it that is looked at.
struct Rows<'s> {
    spec: &'s Spec,
    file: OpenFile,
    delimiter: Option<u8>,
    window: String,
    is_all: bool,
    /// Where in the window the record begins, how long it is, and its first line in the file.
    start: usize,
    length: usize,
    line: u32,
    fields: Fields,
}

impl<'s> Rows<'s> {
    fn new(spec: &'s Spec, file: OpenFile, delimiter: Option<u8>) -> Self {
        Self {
            spec,
            file,
            delimiter,
            window: String::new(),
            is_all: false,
            start: 0,
            length: 0,
            line: 1,
            fields: Fields::default(),
        }
    }

    fn run(
        &mut self,
        folder: &mut Folder<'_>,
        outcome: &mut Outcome,
        each: &mut impl FnMut(&Row<'_>, &mut Findings),
    ) -> Result<(), Stop> {
        let top = Place::top(self.spec.file);
        if !self.advance(folder)? {
            return Err(Box::new((top, tables::empty())));
        }
        let problems = folder.findings.total();
        let header = self.record();
        let layout = header::read(self.spec, &header, &mut folder.findings)?;
        outcome.header = header.all();
        outcome.is_whole = folder.findings.total() == problems;
        let mut rows = 0;
        while self.advance(folder)? {
            let record = self.record();
            rows += 1;
            if rows > self.spec.max_rows {
                let line = record.line;
                let fault = tables::too_long(self.spec.max_rows);
                return Err(Box::new((Place { line, ..top }, fault)));
            }
            let row = Row::new(self.spec, &layout, record);
            if row.is_well_formed(&mut folder.findings) {
                each(&row, &mut folder.findings);
            } else {
                outcome.is_whole = false;
            }
        }
        Ok(())
    }

    fn record(&self) -> Record<'_> {
        Record {
            text: self.rest().get(..self.length).unwrap_or_default(),
            fields: &self.fields,
            line: self.line,
        }
    }

    fn rest(&self) -> &str {
        self.window.get(self.start..).unwrap_or_default()
    }

    /// Moves on to the next record that says something; `false` at the end.
    fn advance(&mut self, folder: &mut Folder<'_>) -> Result<bool, Stop> {
        loop {
            let passed = self.record().text.matches('\n').count();
            self.line = self.line.saturating_add(count(passed));
            self.start += self.length;
            self.length = 0;
            if !self.find(folder)? {
                return Ok(false);
            }
            if !self.record().is_blank() {
                return Ok(true);
            }
        }
    }

    /// Finds the end of the record that begins here, reading on as far as needed.
    fn find(&mut self, folder: &mut Folder<'_>) -> Result<bool, Stop> {
        loop {
            let split = match self.delimiter() {
                Some(delimiter) => {
                    let rest = self.window.get(self.start..).unwrap_or_default();
                    self.fields.split(rest, delimiter, self.is_all)
                }
                None => Split::More,
            };
            match split {
                Split::Record(length) => {
                    self.length = length;
                    return Ok(true);
                }
                Split::End => return Ok(false),
                Split::Unclosed(byte) => return Err(self.unclosed(byte)),
                Split::More if self.rest().len() > MAX_RECORD_BYTES => {
                    return Err(self.endless());
                }
                Split::More => self.refill(folder)?,
            }
        }
    }

    /// What separates the columns: as described, else as in the first line, once that is there.
    fn delimiter(&mut self) -> Option<u8> {
        if self.delimiter.is_none() && (self.is_all || self.window.contains('\n')) {
            let header = self.window.trim_start().lines().next().unwrap_or_default();
            let has_tabs = header.matches('\t').count() > header.matches(',').count();
            self.delimiter = Some(if has_tabs { b'\t' } else { b',' });
        }
        self.delimiter
    }

    fn refill(&mut self, folder: &mut Folder<'_>) -> Result<(), Stop> {
        self.window.drain(..self.start.min(self.window.len()));
        self.start = 0;
        let read = folder.read_more(&mut self.file, &mut self.window);
        let more = read.map_err(|fault| Box::new((Place::top(self.spec.file), fault)))?;
        self.is_all = !more;
        Ok(())
    }

    fn unclosed(&self, byte: usize) -> Stop {
        let text = self.rest();
        let (line, column) = Record {
            text,
            ..self.record()
        }
        .place_of(byte);
        let file = self.spec.file;
        let place = Place { file, line, column };
        Box::new((place, tables::quote_unclosed()))
    }

    fn endless(&mut self) -> Stop {
        let delimiter = self.delimiter.unwrap_or(b',');
        let rest = self.window.get(self.start..).unwrap_or_default();
        if let Split::Unclosed(byte) = self.fields.split(rest, delimiter, true) {
            return self.unclosed(byte);
        }
        let place = Place {
            line: self.line,
            ..Place::top(self.spec.file)
        };
        Box::new((place, tables::record_too_long(MAX_RECORD_BYTES)))
    }
}
