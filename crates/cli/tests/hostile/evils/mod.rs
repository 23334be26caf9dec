//! Files that are known to have killed, filled or fooled readers of spreadsheets, and what has to come of each.

mod containers;
mod contents;
mod sizes;
mod texts;
mod values;

use yanzhi_sheet::FaultCode::{self, OutOfMemory, TookTooLong};

use crate::container::Entry;
use crate::workbook::Parts;

/// What has to come of a file.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Expected {
    /// It is refused for one of these reasons.
    Refused(&'static [FaultCode]),
    /// It is read, and its first sheet has so many cells.
    Cells(usize),
}

/// How many cells the limits of these tests allow.
pub(crate) const MOST_CELLS: u64 = 50_000;

/// A file with a name.
pub(crate) type Evil = (&'static str, Vec<u8>, Expected);

/// All of them. The sheet of nothing but rows has `many_rows`.
pub(crate) fn all(many_rows: u32) -> Vec<Evil> {
    [
        sizes::sizes(many_rows),
        containers::containers(),
        contents::contents(),
        values::values(),
        texts::texts(),
    ]
    .concat()
}

const SHEET: &str = "xl/worksheets/sheet1.xml";
const STRINGS: &str = "xl/sharedStrings.xml";

fn cells(inside: &str) -> Vec<u8> {
    Parts::of_rows(inside).bytes()
}

/// A part in which a block is repeated, so many times a MiB.
fn endless(name: &str, begin: &str, block: &str, times: u32, end: &str) -> Vec<u8> {
    Parts::honest().instead(Entry::repeated(
        name,
        begin.as_bytes(),
        block.repeat(1024 * 1024 / block.len()).as_bytes(),
        times,
        end.as_bytes(),
    ))
}

/// Codes that only a child that was stopped gives.
pub(crate) const STOPPED: [FaultCode; 2] = [TookTooLong, OutOfMemory];
