//! What a file holds, once it was read.

use serde::{Deserialize, Serialize};

use crate::cell::{Address, Area, Cell};

/// What kind of file it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// An Excel workbook (.xlsx).
    Workbook,
    /// Delimited text; a record is a row, also one that goes over several lines.
    Delimited,
}

/// Whether people see a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// They do.
    Visible,
    /// Not until they ask for hidden sheets.
    Hidden,
    /// Not by any menu.
    VeryHidden,
}

/// What is known of a sheet besides its cells. Of areas and rows, the first [`SheetHead::KEPT`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetHead {
    /// Its name; that of delimited text is empty.
    pub name: String,
    /// Whether people see it.
    pub visibility: Visibility,
    /// Cells that are shown as one.
    pub merged: Vec<Area>,
    /// Columns that are not shown, first and last, from 0.
    pub hidden_columns: Vec<(u16, u16)>,
    /// Rows that are not shown, from 0.
    pub hidden_rows: Vec<u32>,
}

impl SheetHead {
    /// Most merged areas, hidden columns and hidden rows that are reported of a sheet.
    pub const KEPT: usize = 10_000;

    pub(crate) fn named(name: String, visibility: Visibility) -> Self {
        Self {
            name,
            visibility,
            merged: Vec::new(),
            hidden_columns: Vec::new(),
            hidden_rows: Vec::new(),
        }
    }
}

/// A sheet: its head and the cells that say something, row by row and from left to right.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// What is known of it.
    pub head: SheetHead,
    /// Its cells in order.
    pub cells: Vec<Cell>,
}

impl Sheet {
    /// The cell at an address, if it says anything.
    pub fn cell(&self, at: Address) -> Option<&Cell> {
        let position = self.cells.binary_search_by_key(&at, |cell| cell.at).ok()?;
        self.cells.get(position)
    }

    /// The rows that say something.
    pub fn rows(&self) -> impl Iterator<Item = &[Cell]> {
        self.cells.chunk_by(|a, b| a.at.row == b.at.row)
    }

    /// How far to the right and down cells say something. A far cell is no fault, and worth a word.
    pub fn farthest(&self) -> Option<Address> {
        let column = self.cells.iter().map(|cell| cell.at.column).max()?;
        let row = self.cells.last()?.at.row;
        Some(Address { row, column })
    }
}

/// All that a file holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheets {
    /// What kind of file it was.
    pub kind: FileKind,
    /// Its sheets in order; charts and macros are none.
    pub list: Vec<Sheet>,
    /// The most memory that reading took in the child, in bytes; `None` where the system does not tell.
    pub peak_bytes: Option<u64>,
}
