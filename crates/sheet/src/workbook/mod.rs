//! Reads Excel workbooks (.xlsx) of which nothing is believed.
//!
//! First the [container](container) is unpacked to nowhere, counting, and every XML [part](part) is walked through once;
//! only a workbook that kept to all limits is given to the library that understands styles, dates and shared texts. Its
//! [cells](cells) are taken as a stream: a table of the size that a sheet claims is never made.

mod cells;
mod container;
mod links;
mod part;

use std::io::Cursor;

use crate::fault::Fault;
use crate::limits::Limits;
use crate::wire::Answer;

/// Reads a workbook into the answer.
pub(crate) fn read(bytes: &[u8], limits: &Limits, answer: &mut Answer<'_>) -> Result<(), Fault> {
    let survey = container::survey(Cursor::new(bytes), limits)?;
    cells::read(Cursor::new(bytes), survey, limits, answer)
}
